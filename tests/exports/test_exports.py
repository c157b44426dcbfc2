"""The files of the site that are no pages: the whole dataset, the sitemap, the list of files."""

import json
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest

from sourcebook.exports.sitemap import sitemap_files
from sourcebook.link import Graph
from sourcebook.models import KINDS, Absent, Figure, References, Wording
from sourcebook.models import When as Date
from sourcebook.outputs import OUTPUTS
from sourcebook.pages import record_url
from sourcebook.site import Prepared, build, prepare
from tests.browser.markup import Document
from tests.conftest import lay_out
from tests.graphs import read
from tests.small_site import tree

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture(scope="module")
def exported(small_site: Path) -> dict[str, Any]:
    """The whole dataset as it was exported."""
    whole: dict[str, Any] = json.loads((small_site / "dataset.json").read_bytes())
    return whole


def record(exported: dict[str, Any], folder: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(row for row in exported[folder] if row["id"] == name)
    return found


def test_every_record_is_exported_once_and_sorted(exported: dict[str, Any], graph: Graph) -> None:
    assert list(exported) == ["dataset", *(model.folder for model in KINDS.values())]
    for model in KINDS.values():
        names = [row["id"] for row in exported[model.folder]]
        assert names == sorted(record.id for record in graph.all_of(model))


def test_the_dataset_is_described(exported: dict[str, Any]) -> None:
    assert exported["dataset"]["title"] == "Register of Quellmark"
    assert exported["dataset"]["edition"] == "3"
    assert exported["dataset"]["edition_date"] == "2032-04-05"
    assert exported["dataset"]["measures"]["launchers"]["label"] == "Launchers destroyed"


def test_each_record_says_where_its_page_is(
    exported: dict[str, Any], graph: Graph, small_site: Path
) -> None:
    for name, found in graph.records.items():
        url = record(exported, found.folder, name)["computed"]["url"]
        assert url == record_url(found)
        assert (small_site / url).is_file()


def test_an_export_can_be_read_back(exported: dict[str, Any], graph: Graph) -> None:
    """Nothing is lost or added: what was exported is the record that was written."""
    for model in KINDS.values():
        for row in exported[model.folder]:
            written = {field: value for field, value in row.items() if field != "computed"}
            again = read(model.model_validate(written), graph.dataset)
            assert again == graph.records[row["id"]]


def test_what_is_not_there_is_left_out_and_never_null(exported: dict[str, Any]) -> None:
    def nulls(value: object, path: str) -> list[str]:
        if isinstance(value, dict):
            return [bad for key, inner in value.items() for bad in nulls(inner, f"{path}.{key}")]
        if isinstance(value, list):
            return [bad for inner in value for bad in nulls(inner, path)]
        return [path] if value is None else []

    for folder in (model.folder for model in KINDS.values()):
        for row in exported[folder]:
            assert nulls({k: v for k, v in row.items() if k != "computed"}, row["id"]) == []


def test_unknown_none_nought_and_not_stated_are_four_things(exported: dict[str, Any]) -> None:
    depot = record(exported, "incidents", "depot-nine-strike")
    values = {claim["id"]: claim["value"] for claim in depot["claims"]}
    assert values["killed-brigade"] == "none"
    assert values["killed-civilians-gazette"] == "unknown"
    assert values["killed-drivers"] == "not stated"
    rockets = record(exported, "incidents", "testhaven-rockets")
    assert {c["id"]: c["value"] for c in rockets["claims"]}["killed-none"] == "0"


def test_the_matrix_is_exported_with_its_range(exported: dict[str, Any]) -> None:
    depot = record(exported, "incidents", "depot-nine-strike")["computed"]
    assert depot["grade"] == "confirmed"
    shared = next(scope for scope in depot["matrix"] if scope["measure"] == "launchers")
    assert shared["covers"] == ["depot-nine-strike", "testhaven-rockets"]
    assert shared["range"] == [7, 10]
    assert shared["standing"] == "disputed"
    assert {(c["record"], c["claim"]) for c in shared["claims"]} == {
        ("depot-nine-strike", "launchers-both"),
        ("depot-nine-strike", "launchers-both-ember"),
    }
    rockets = record(exported, "incidents", "testhaven-rockets")["computed"]
    assert shared in rockets["matrix"], "the same figure, on each incident that it covers"
    killed = next(
        s for s in depot["matrix"] if s["measure"] == "killed" and s["of"] == "combatants"
    )
    assert {c["claim"]: c["status"] for c in killed["claims"]} == {
        "killed-command-first": "superseded",
        "killed-command-second": "accepted",
        "killed-ember": "accepted",
        "killed-brigade": "accepted",
    }


def test_the_small_dataset_uses_every_form_of_a_value(graph: Graph) -> None:
    values = [claim.value for _, claim in graph.claims()]
    figures = {value.form for value in values if isinstance(value, Figure)}
    assert figures == {"exact", "range", "at_least", "at_most", "about", "words"}
    absent = {value.text for value in values if isinstance(value, Absent)}
    assert absent == {"none", "unknown", "not stated"}
    assert {type(value) for value in values} == {Figure, Absent, References, Wording, Date}
    named = {value.kind for value in values if isinstance(value, References)}
    assert named == {"actor", "location", "incident"}


def test_the_export_is_one_line_end_and_plain_text(small_site: Path) -> None:
    data = (small_site / "dataset.json").read_bytes()
    assert data.endswith(b"}\n")
    assert b"\r" not in data
    assert "قرية الاختبار".encode() in data, "names are readable, and no escapes"


def test_outputs_are_on_the_data_page(documents: dict[str, Document], small_site: Path) -> None:
    ways = {path for path, _ in documents["data.html"].links("article a[href]")}
    for output in OUTPUTS:
        assert (small_site / output.path).exists(), output.path
        assert not output.title or output.path in ways, output.path


def test_without_an_address_there_is_no_sitemap(small_site: Path) -> None:
    assert not (small_site / "sitemap.xml").exists()


def test_a_large_site_has_several_sitemaps_and_an_index(
    published: tuple[Path, Prepared], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, prepared = published
    monkeypatch.setattr(sys.modules[sitemap_files.__module__], "MOST_URLS", 20)
    work = SimpleNamespace(pages=prepared.pages, site_url="https://register.example/")
    files = sitemap_files(work)  # type: ignore[arg-type]
    index = [str(loc.text) for loc in ElementTree.fromstring(files["sitemap.xml"]).iter(LOC)]
    assert index == [f"https://register.example/{name}" for name in files if "-" in name]
    counts = [len(list(ElementTree.fromstring(files[name.rpartition("/")[2]]))) for name in index]
    assert max(counts) == 20
    own = [page for page in prepared.pages if page.kind not in ("404", "redirect")]
    assert sum(counts) == len(own)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Prepared]:
    """The site of a project that says where it will live, and where its repository is."""
    root = lay_out(tmp_path_factory.mktemp("published") / "project")
    text = (root / "mkdocs.yml").read_text("utf-8")
    more = (
        "site_url: https://register.example/quell&mark/\n"
        "repo_url: https://code.example/society/register\n"
        "edit_uri: edit/main/content/\n"
    )
    (root / "mkdocs.yml").write_text(text.replace("nav:\n", f"{more}nav:\n", 1), "utf-8")
    prepared = prepare(root)
    build(prepared, root / "site")
    return root / "site", prepared


def test_the_sitemap_lists_every_page_of_its_own(published: tuple[Path, Prepared]) -> None:
    site, prepared = published
    sitemap = ElementTree.fromstring((site / "sitemap.xml").read_bytes())
    found = [str(loc.text) for loc in sitemap.iter(LOC)]
    base = "https://register.example/quell&mark/"
    expected = [
        base + page.url.removesuffix("index.html")
        for page in prepared.pages
        if page.kind not in ("404", "redirect")
    ]
    assert found == expected
    assert base in found
    assert f"{base}incidents/depot-nine-strike.html" in found


def test_each_page_says_its_full_address(published: tuple[Path, Prepared]) -> None:
    site, prepared = published
    for page in prepared.pages:
        canonical = Document.read(site, page.url).select("link[rel=canonical]")
        if page.kind not in ("404", "redirect"):
            addresses = [link.attr("href") for link in canonical]
            assert addresses == [f"https://register.example/quell&mark/{page.url}"], page.url


def test_each_record_leads_to_its_file_and_its_history(
    published: tuple[Path, Prepared], documents: dict[str, Document]
) -> None:
    site, prepared = published
    repository = "https://code.example/society/register"
    for name, place in prepared.graph.file_locations.items():
        url = record_url(prepared.graph.records[name])
        ways = {str(link.attr("href")) for link in Document.read(site, url).select("a[href]")}
        assert f"{repository}/edit/main/{place.display_path}" in ways, name
        assert f"{repository}/commits/main/{place.display_path}" in ways, name
        assert not any(repository in str(a.attr("href")) for a in documents[url].select("a[href]"))


def test_the_error_page_works_at_any_depth_of_the_address(
    published: tuple[Path, Prepared],
) -> None:
    site, _ = published
    page = Document.read(site, "404.html")
    ways = [str(link.attr("href")) for link in page.select("article a[href]")]
    assert ways
    assert all(way.startswith("/quell&mark/") for way in ways), ways


def test_a_picture_beside_a_page_is_published(project: Path) -> None:
    picture = project / "content" / "pages" / "pictures" / "map.png"
    picture.parent.mkdir()
    shutil.copyfile(project / "site" / "assets" / "images" / "favicon.png", picture)
    build(prepare(project), project / "site")
    assert tree(project / "site")["pictures/map.png"] == picture.read_bytes()
    picture.unlink()
    build(prepare(project), project / "site")
    assert not (project / "site" / "pictures").exists()


def test_the_list_of_files_is_whole(small_site: Path) -> None:
    listed = json.loads((small_site / "published.json").read_bytes())["files"]
    assert listed == sorted(set(tree(small_site)) - {"published.json"})
