"""What the tests share: the small dataset as a project of its own, and its site, built once."""

import shutil
from pathlib import Path

import pytest

from sourcebook.link import Graph
from sourcebook.site import Prepared, Report, build, prepare
from tests.browser.markup import Document

REPOSITORY = Path(__file__).parents[1]
SMALL = Path(__file__).parent / "small" / "content"


def lay_out(root: Path, content: Path = SMALL) -> Path:
    """A project in `root`: a dataset, with the templates and mkdocs.yml of this repository."""
    shutil.copytree(content, root / "content")
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    shutil.copyfile(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    return root


@pytest.fixture(scope="session")
def small_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dataset as a project. It is shared: a test that changes it takes `project`."""
    return lay_out(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def small_prepared(small_root: Path) -> Prepared:
    """The small dataset, read, linked and derived."""
    return prepare(small_root)


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


@pytest.fixture(scope="session")
def documents(small_site: Path) -> dict[str, Document]:
    """Every page of the small site by its path, redirects included."""
    paths = sorted(page.relative_to(small_site).as_posix() for page in small_site.rglob("*.html"))
    return {path: Document.read(small_site, path) for path in paths}


@pytest.fixture(scope="session")
def graph(small_prepared: Prepared) -> Graph:
    """The records of the small dataset, linked."""
    return small_prepared.graph
