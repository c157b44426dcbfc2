"""The whole program in order: content to records to graph to facts to pages to the site."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter

from sourcebook.as_of import as_of_snapshot
from sourcebook.briefing import render_briefing
from sourcebook.checks import WAITING, apply_excuses, check_coverage, run_checks
from sourcebook.checks.required_locks import check_locks
from sourcebook.derive import Derived, derive
from sourcebook.derive.filled_texts import with_filled_texts
from sourcebook.frames import Shell, load_shell
from sourcebook.geo.basemap import basemap_of
from sourcebook.ledger import changed_facts, moved_figures
from sourcebook.link import Graph, link
from sourcebook.load import LoadedDataset, load
from sourcebook.local_links import check_local_links
from sourcebook.models import Dataset, Episode
from sourcebook.pages import Page, ShowingPages, plan_pages
from sourcebook.policy import Policy, policy_report
from sourcebook.prepared import Prepared, Report
from sourcebook.problems import blocks_publication
from sourcebook.publish import Publication, PublishError
from sourcebook.quotes import Captures, CheckedQuotations, captures_folder, verify_quotations
from sourcebook.render import PAGE_KINDS
from sourcebook.site_writer import SiteWriter, make_renderer
from sourcebook.workers import Progress, garbage_collection_off

__all__ = ["Prepared", "Progress", "Report", "briefing", "build", "prepare", "publish"]

_PLACEHOLDER = Dataset(
    title="-", description="-", publisher="-", licence="-", edition="-",
    edition_date="2000", time_zone="UTC",
)  # fmt: skip


def prepare(
    root: Path,
    content: Path | None = None,
    day: date | None = None,
    captures: Path | None = None,
    policy: Policy | None = None,
) -> Prepared:
    """Everything up to the pages. `content` is `root/content` unless given.

    The whole dataset is checked; with a `day`, and without an error, only what could be known at
    its end then goes into the pages. `captures` is the folder of captured texts, where
    the machine says that it is unless given. With a `policy` the dataset is judged by it, and not
    by what it says itself of how it is judged.

    Raises:
        CapturesFolderError: the folder of captured texts is not there, or is published.
    """
    started, content = perf_counter(), content or root / "content"
    store = Captures(captures_folder(content, captures, root))
    with garbage_collection_off():
        loaded = load(content)
        own = loaded.dataset
        loaded = loaded if policy is None else policy.judging(loaded)
        linked, link_problems = link(loaded, loaded.dataset or _PLACEHOLDER)
        linked = replace(linked, basemap=basemap_of(root / "templates"))
        confirmed = None if policy is None else policy.quotations
        verification = verify_quotations(linked, content, store, confirmed)
        graph, derived = with_filled_texts(linked, derive(linked, verification.quotes))
        pages, url_problems = plan_pages(graph, PAGE_KINDS)
        found = {
            *loaded.problems,
            *link_problems,
            *verification.problems,
            *url_problems,
            *run_checks(graph, derived),
            *check_coverage(graph, derived, content),
            *check_local_links(graph, pages, content),
        }
        if loaded.dataset:
            found.update(check_locks(graph, content, quoted=verification.wants_lock))
        if day is None and loaded.dataset and graph.dataset.keeps_facts_lock:
            # what was known earlier is another set of facts
            told, shown_on = _as_described(graph, own), ShowingPages(graph, pages).urls
            found.update(changed_facts(told, derived, content, shown_on))
            found.update(moved_figures(told, content))
        in_force = policy.excuses_of if policy else None
        counted = apply_excuses(graph, found, WAITING, in_force)
        if day is not None and not blocks_publication(counted.problems):
            graph, derived, pages = _derive_as_of(loaded, linked, day, verification.quotes)
    return Prepared(
        root, content, graph, derived, pages, counted.problems, started, counted.excused,
        store.folder, verification.counts, verification.figures,
        policy_report(policy, graph, own, content, verification) if policy else None,
    )  # fmt: skip


def _as_described(graph: Graph, own: Dataset | None) -> Graph:
    """The graph with the dataset's own description: its settings are facts, whoever judges it."""
    return graph if own in (None, graph.dataset) else replace(graph, dataset=own)


def _derive_as_of(
    loaded: LoadedDataset, graph: Graph, day: date, quotes: CheckedQuotations
) -> tuple[Graph, Derived, tuple[Page, ...]]:
    """Graph, facts and pages as of a day."""
    known = as_of_snapshot(loaded, graph, day)
    linked, _ = link(known, known.dataset or graph.dataset)
    then = replace(linked, as_of=day, basemap=graph.basemap)
    then, derived = with_filled_texts(then, derive(then, quotes))
    return then, derived, plan_pages(then, PAGE_KINDS)[0]


def build(prepared: Prepared, out: Path, progress: Progress | None = None) -> Report:
    """Build the site of what was prepared into `out`.

    Raises:
        FrameError: the frames cannot be drawn.
        PageTemplateError: a template cannot be rendered.
        PublishError: the folder cannot be written, or holds captured texts.
        WorkerError: a worker process was killed.
        In each case the old site is unchanged.
    """
    if prepared.captures and prepared.captures.resolve().is_relative_to(out.resolve()):
        message = "the captured texts lie in this folder, and would be published with it: move them"
        raise PublishError(f"{out}: {message}")
    shell = load_shell(prepared.root, prepared.content, prepared.stubs)
    return publish(prepared, shell, out, progress)


def briefing(prepared: Prepared, episode: Episode) -> bytes:
    """The single-file briefing of an episode: the same bytes as in the site.

    Raises:
        FrameError: the frames cannot be drawn.
        PageTemplateError: a template cannot be rendered.
    """
    shell = load_shell(prepared.root, prepared.content, prepared.stubs)
    return render_briefing(make_renderer(prepared, shell), episode)


def publish(
    prepared: Prepared, shell: Shell, out: Path, progress: Progress | None = None
) -> Report:
    """Fill every page, make every output, and put the site in place.

    Raises:
        PageTemplateError, PublishError, WorkerError: as `build`.
    """
    publication = Publication(out)
    try:
        writer = SiteWriter(prepared, shell, publication)
        paths = [
            *writer.write_pages(progress),
            *writer.write_assets(),
            *writer.write_outputs(),
        ]
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
