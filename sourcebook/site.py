"""The whole job in order: content to records to graph to facts to pages to the site."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit

from sourcebook.as_of import as_of_snapshot
from sourcebook.beside import beside
from sourcebook.briefing import briefing_kind, render_briefing
from sourcebook.checks import check, judged
from sourcebook.derive import Derived, derive
from sourcebook.frames import Shell, load_shell, toc_html
from sourcebook.ledger import changed_facts
from sourcebook.link import Graph, link
from sourcebook.load import LoadedDataset, load
from sourcebook.models import Dataset, Episode
from sourcebook.outputs import OUTPUTS, Work
from sourcebook.pages import Page, plan, stubs
from sourcebook.problems import Problem, blocks_publication
from sourcebook.publish import Publication, PublishError
from sourcebook.quotes import CheckedQuotations, open_captures, verify
from sourcebook.render import RENDERED, Renderer
from sourcebook.workers import spread

Progress = Callable[[str, int, int], None]
"""Called with the step, how much of it is done, and how much there is."""

_PLACEHOLDER = Dataset(
    title="-", description="-", publisher="-", licence="-", edition="-",
    edition_date="2000", time_zone="UTC",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Prepared:
    """A dataset read, linked, derived and checked: its pages, and everything wrong with it.

    `excused` are the problems that its records give a reason for; they do not count. `captures` is
    the folder of captured texts, which are never published.
    """

    root: Path
    content: Path
    graph: Graph
    derived: Derived
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    started: float
    excused: tuple[Problem, ...] = ()
    captures: Path | None = None

    @property
    def failed(self) -> bool:
        """Whether an error keeps it from being published."""
        return blocks_publication(self.problems)

    @property
    def stubs(self) -> Mapping[str, str]:
        """The sections that frames are needed for."""
        return stubs(self.pages)


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one build."""

    records: int
    pages: int
    files: int
    changed: int
    removed: int
    problems: int
    seconds: float


def prepare(
    root: Path, content: Path | None = None, day: date | None = None, captures: Path | None = None
) -> Prepared:
    """Everything up to the pages. `content` is `root/content` unless given.

    The whole dataset is checked; with a `day`, and without an error, only what could be known at
    its end then goes into the pages. `captures` is the folder of captured texts, that of the
    dataset's description unless given.
    """
    started, content = perf_counter(), content or root / "content"
    with _uncollected():
        loaded = load(content)
        graph, broken = link(loaded, loaded.dataset or _PLACEHOLDER)
        store = open_captures(graph, content, captures)
        checked = verify(graph, content, store)
        derived = derive(graph, checked.quotes)
        pages, clashes = plan(graph)
        told = {*loaded.problems, *broken, *clashes, *checked.problems, *check(graph, derived)}
        told.update(beside(graph, pages, content))
        if day is None and loaded.dataset:  # what was known earlier is another set of facts
            told.update(changed_facts(graph, derived, content))
        found = judged(graph, told)
        if day is not None and not blocks_publication(found.problems):
            graph, derived, pages = _then(loaded, graph, day, checked.quotes)
    return Prepared(
        root, content, graph, derived, pages, found.problems, started, found.excused, store.folder
    )


def _then(
    loaded: LoadedDataset, graph: Graph, day: date, quotes: CheckedQuotations
) -> tuple[Graph, Derived, tuple[Page, ...]]:
    """Graph, facts and pages as of a day."""
    known = as_of_snapshot(loaded, graph, day)
    graph = replace(link(known, known.dataset or graph.dataset)[0], as_of=day)
    return graph, derive(graph, quotes), plan(graph)[0]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without garbage collection: all that is made stays, and each round would look at it."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def build(prepared: Prepared, out: Path, progress: Progress | None = None) -> Report:
    """Build the site of what was prepared into `out`.

    Raises FrameError, PageTemplateError or PublishError, and then the old site is as it was.
    """
    if prepared.captures and prepared.captures.resolve().is_relative_to(out.resolve()):
        message = "the captured texts lie in this folder, and would be published with it: move them"
        raise PublishError(f"{out}: {message}")
    shell = load_shell(prepared.root, prepared.content, prepared.stubs)
    return publish(prepared, shell, out, progress)


def brief(prepared: Prepared, episode: Episode) -> bytes:
    """The single-file briefing of an episode: the same bytes as in the site.

    Raises FrameError or PageTemplateError.
    """
    shell = load_shell(prepared.root, prepared.content, prepared.stubs)
    return render_briefing(_renderer(prepared, shell), episode)


def publish(
    prepared: Prepared, shell: Shell, out: Path, progress: Progress | None = None
) -> Report:
    """Pour every page, make every output, and put the site in place."""
    publication = Publication(out)
    try:
        pour = _Pour(prepared, shell, publication)
        paths = [*spread(pour.page, prepared.pages, progress), *pour.assets(), *pour.outputs()]
        written = publication.commit(paths)
    except BaseException:
        publication.discard()
        raise
    return Report(
        records=len(prepared.graph.records),
        pages=len(prepared.pages),
        files=written.files,
        changed=written.changed,
        removed=written.removed,
        problems=len(prepared.problems),
        seconds=perf_counter() - prepared.started,
    )


class _Pour:
    """Makes the files of the site, each alone and in any order."""

    def __init__(self, prepared: Prepared, shell: Shell, publication: Publication) -> None:
        self.prepared, self.shell, self.publication = prepared, shell, publication
        self.renderer = _renderer(prepared, shell)

    def page(self, page: Page) -> str:
        """Render one page, pour it into its frame and stage it; its path."""
        body = self.renderer.render(page)
        slots = self.shell.slots(
            title=page.title,
            description=body.description,
            url=page.url,
            toc=toc_html(body.headings),
            article=body.article,
            head=body.head,
        )
        self.publication.put(page.url, self.shell.frames[page.section].pour(slots).encode())
        return page.url

    def assets(self) -> list[str]:
        """Stage the theme's files; their paths."""
        for path in self.shell.files():
            self.publication.put(path, (self.shell.assets / path).read_bytes())
        return list(self.shell.files())

    def outputs(self) -> list[str]:
        """Stage every output; their paths."""
        base = self.shell.site_url and self.shell.site_url.rstrip("/") + "/"
        graph, derived = self.prepared.graph, self.prepared.derived
        work = Work(graph, derived, self.prepared.pages, base, self.renderer)
        made = {path: data for output in OUTPUTS for path, data in output.files(work)}
        for path, data in made.items():
            self.publication.put(path, data)
        return list(made)


def _renderer(prepared: Prepared, shell: Shell) -> Renderer:
    templates = prepared.root / "templates"
    kinds = (*RENDERED, briefing_kind(partial(_asset, shell)))
    return Renderer(templates, prepared.graph, prepared.derived, _shown(shell), kinds)


def _asset(shell: Shell, path: str) -> bytes | None:
    """A file that is published beside the pages."""
    return (shell.assets / path).read_bytes() if path in shell.files() else None


def _shown(shell: Shell) -> dict[str, Any]:
    """What every template may use of mkdocs.yml and of the table of outputs."""
    return {
        "site_name": shell.site_name,
        "site_url": shell.site_url,
        "urlpath": urlsplit(shell.site_url).path,
        "repo_url": shell.repo_url,
        "edit_uri": shell.edit_uri,
        "exports": [output for output in OUTPUTS if output.title],
    }
