"""What the tests share: the small dataset as a project of its own, and its site, built once."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, settings
from jinja2 import Environment, FileSystemBytecodeCache

from sourcebook import cli
from sourcebook.as_of import as_of_snapshot
from sourcebook.briefing import briefing_kind
from sourcebook.derive import derive
from sourcebook.derive.filled_texts import with_filled_texts
from sourcebook.link import Graph, link
from sourcebook.load import load
from sourcebook.pages import BRIEFINGS
from sourcebook.render import PAGE_KINDS, Renderer
from sourcebook.site import Prepared, Report, build, prepare
from tests.browser.markup import Document

TESTS = Path(__file__).parent
REPOSITORY = TESTS.parent
SMALL = TESTS / "small" / "content"
Run = Callable[..., Result]

settings.register_profile(
    "sourcebook",
    deadline=None,  # the machine may be busy
    suppress_health_check=[HealthCheck.too_slow],
    database=None,  # a failure prints how to try it again; nothing is kept between two runs
    print_blob=True,
    derandomize="CI" in os.environ,  # there no change is blamed for what another did
)
settings.load_profile("sourcebook")


def lay_out(root: Path, content: Path = SMALL) -> Path:
    """A project in `root`: a dataset with mkdocs.yml of this repository, and no template."""
    shutil.copytree(content, root / "content")
    (root / "templates").mkdir()
    shutil.copyfile(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    return root


def then(day: date) -> Graph:
    """The small dataset as of a day, linked again."""
    loaded = load(SMALL)
    assert loaded.dataset is not None
    graph, _ = link(loaded, loaded.dataset)
    known = as_of_snapshot(loaded, graph, day)
    left = replace(link(known, known.dataset or loaded.dataset)[0], as_of=day)
    return with_filled_texts(left, derive(left))[0]


@pytest.fixture(scope="session", autouse=True)
def no_captures_of_this_machine() -> Iterator[None]:
    """The folder of captured texts that this machine may name is none of a test's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SOURCEBOOK_CAPTURES", raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def templates_compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Each process compiles a template once: to compile them takes longer than to render a site."""
    cache = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("compiled")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sourcebook.render.Environment", partial(Environment, bytecode_cache=cache))
        yield


@pytest.fixture(scope="session")
def small_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dataset as a project. It is shared: a test that changes it takes `project`."""
    return lay_out(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def small_prepared(small_root: Path) -> Prepared:
    """The small dataset, read, linked and derived."""
    return prepare(small_root)


@pytest.fixture(scope="session")
def small_renderer(small_prepared: Prepared) -> Renderer:
    """Renders any page of the small dataset, of a site without an address."""
    shown = dict.fromkeys(("site_name", "site_url", "urlpath", "repo_url", "edit_uri"), "")
    templates = REPOSITORY / "templates"
    kinds = (*PAGE_KINDS, briefing_kind(lambda _: None))
    return Renderer(
        templates, small_prepared.graph, small_prepared.derived, shown | {"exports": ()}, kinds
    )


@pytest.fixture(scope="session")
def small_report(small_root: Path, small_prepared: Prepared) -> Report:
    """The figures of the first build of the small dataset."""
    return build(small_prepared, small_root / "site")


@pytest.fixture(scope="session")
def small_site(small_root: Path, small_report: Report) -> Path:
    """The folder of the small dataset's site. No test writes into it."""
    assert small_report.files
    return small_root / "site"


@pytest.fixture
def project(small_root: Path, small_site: Path, tmp_path: Path) -> Path:
    """A copy of the small project, built, with its cache of frames, to be changed freely."""
    root = tmp_path / "project"
    shutil.copytree(small_root, root)
    return root


@pytest.fixture
def run(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command in the built small project, in an empty folder."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)

    def typed(*words: str) -> Result:
        return CliRunner().invoke(cli.commands, words, obj=project)

    return typed


@pytest.fixture(scope="session")
def documents(small_site: Path) -> dict[str, Document]:
    """Every page of the small site by its path, redirects included; no single-file briefings."""
    paths = sorted(page.relative_to(small_site).as_posix() for page in small_site.rglob("*.html"))
    return {path: Document.read(small_site, path) for path in paths if not is_single(path)}


def is_single(path: str) -> bool:
    """Whether a file of a site is a briefing that stands alone, and no page."""
    return path.startswith(BRIEFINGS) and path != f"{BRIEFINGS}index.html"


@pytest.fixture(scope="session")
def graph(small_prepared: Prepared) -> Graph:
    """The records of the small dataset, linked."""
    return small_prepared.graph
