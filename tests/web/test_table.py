"""The incidents as rows: what a row holds, the parts they come in, and that these are scripts."""

import json
import re
import sys
from cProfile import Profile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.generate import write
from sourcebook.models import Incident
from sourcebook.outputs import OUTPUTS, OutputContext
from sourcebook.pages import record_url
from sourcebook.render import Renderer
from sourcebook.site import Prepared, prepare
from sourcebook.web.table import FIELDS, row_files
from tests.outlined import NORTH_QUELL, area, outlined

CALL = re.compile(r'sourcebookRows\("([0-9a-f]{12})","([a-z0-9_-]+)",(.*)\);\n', re.DOTALL)


@pytest.fixture(scope="module")
def work(small_prepared: Prepared, small_renderer: Renderer) -> OutputContext:
    prepared = small_prepared
    return OutputContext(prepared.graph, prepared.derived, prepared.pages, "", small_renderer)


def read(files: dict[str, bytes]) -> dict[str, Any]:
    """The data of each file, by the name that its call gives."""
    found = {}
    for name, data in files.items():
        match = CALL.fullmatch(data.decode("ascii"))
        assert match, name
        assert f"{match[2]}.js" == name
        found[match[2]] = json.loads(match[3])
    return found


def named(part: list[list[Any]]) -> dict[str, dict[str, Any]]:
    """The rows of a part by id."""
    return {row[0]: dict(zip(FIELDS, row, strict=True)) for row in part}


@pytest.fixture(scope="module")
def made(work: OutputContext) -> dict[str, Any]:
    return read(row_files(work))


@pytest.fixture(scope="module")
def by_id(made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        name: row
        for part, data in made.items()
        if part != "manifest"
        for name, row in named(data).items()
    }


def test_every_incident_is_a_row_of_the_year_that_it_begins_in(
    work: OutputContext, made: dict[str, Any], by_id: dict[str, Any]
) -> None:
    assert set(by_id) == {incident.id for incident in work.graph.all_of(Incident)}
    assert made["manifest"]["total"] == len(by_id)
    assert set(made) == {"manifest", "undated", "2031", "2032"}
    assert list(named(made["2031"])) == ["salt-flat-clash", "harbour-alarm"]


def test_a_row_says_what_the_table_and_the_map_show(by_id: dict[str, Any]) -> None:
    assert by_id["depot-nine-strike"] == {
        "id": "depot-nine-strike",
        "title": "The strike on Depot Nine",
        "type": "airstrike",
        "from": "2032-02-10",
        "to": "2032-02-10",
        "when": "10 February 2032",
        "location": "depot-nine",
        "attackers": [["quellmark-command", "acknowledged"]],
        "actors": ["duskland", "pinecone-brigade", "quellmark-command"],
        "grade": "confirmed",
        "disputed": 1,
        "episodes": ["salt-month"],
        "marks": [
            [-48.125, -123.0, 25000, "incident"],
            [-48.5, -123.25, 4500, "claimed"],
        ],
        "area": "",
    }


def test_whoever_is_accused_is_alleged_and_may_deny_it(by_id: dict[str, Any]) -> None:
    assert by_id["testhaven-rockets"]["attackers"] == [["pinecone-brigade", "alleged", 1]]
    clash = by_id["salt-flat-clash"]
    assert [word for _, word in clash["attackers"]] == ["alleged", "alleged"]
    assert clash["actors"] == sorted(name for name, _ in clash["attackers"])


def test_a_date_is_all_that_it_can_mean(by_id: dict[str, Any]) -> None:
    spans = {name: (row["from"], row["to"]) for name, row in by_id.items()}
    assert spans["village-drone"] == ("2032-02-01", "2032-02-29")
    assert spans["harbour-alarm"] == ("2031-11-20", "2031-11-22")
    assert spans["lost-patrol"] == ("0001-01-01", "2031-10-31")


def test_marks_say_how_a_place_is_known(by_id: dict[str, Any]) -> None:
    kinds = {name: [mark[3] for mark in row["marks"]] for name, row in by_id.items()}
    assert kinds["testhaven-rockets"] == ["incident", "rival"]
    assert kinds["village-drone"] == ["near"]
    assert kinds["convoy-mine"] == [], "known to a province, which is no point"


def test_what_is_known_only_to_an_area_names_that_one(work: OutputContext) -> None:
    with outlined(area(NORTH_QUELL, "North Quell")):
        made = read(row_files(work))
    found = {
        row["id"]: row for part in made if part != "manifest" for row in named(made[part]).values()
    }
    assert {name: row["area"] for name, row in found.items() if row["area"]} == {
        "convoy-mine": "north-quell"
    }
    assert made["manifest"]["locations"]["north-quell"][0] == "North Quell"


def test_an_area_without_an_outline_is_not_named(by_id: dict[str, Any]) -> None:
    assert {row["area"] for row in by_id.values()} == {""}


def test_the_manifest_calls_everything_by_its_name(
    made: dict[str, Any], by_id: dict[str, Any]
) -> None:
    words = made["manifest"]
    assert words["fields"] == list(FIELDS)
    for row in by_id.values():
        assert row["type"] in words["types"]
        assert row["grade"] in dict(words["grades"])
        assert set(row["actors"]) <= words["actors"].keys()
        assert set(row["episodes"]) <= words["episodes"].keys()
    assert words["types"]["airstrike"] == "air strike"
    assert words["locations"]["depot-nine"] == ["Depot Nine", "north-quell"]
    assert words["locations"]["north-quell"][1] in words["locations"]


def test_the_parts_are_in_order_and_say_their_span(made: dict[str, Any]) -> None:
    for name, first, last, count, _ in made["manifest"]["parts"]:
        found = named(made[name]).values()
        assert (first, last) == (min(r["from"] for r in found), max(r["to"] for r in found))
        assert count == len(found)
        assert [row["from"] for row in found] == sorted(row["from"] for row in found)


def test_the_manifest_names_the_version_of_each_part(
    work: OutputContext, made: dict[str, Any]
) -> None:
    files = row_files(work)
    for name, *_, version in made["manifest"]["parts"]:
        assert files[f"{name}.js"].startswith(f'sourcebookRows("{version}","{name}"'.encode())


def test_the_address_of_a_row_is_made_of_the_folder_and_the_id(
    work: OutputContext, made: dict[str, Any], by_id: dict[str, Any]
) -> None:
    for name in by_id:
        url = f"{made['manifest']['folder']}/{name}.html"
        assert url == record_url(work.graph.records[name])


def test_the_same_records_are_the_same_bytes(work: OutputContext) -> None:
    again = replace(work, pages=work.pages[::-1])
    assert row_files(work) == row_files(again)


def test_a_text_cannot_end_the_script_or_begin_markup(work: OutputContext) -> None:
    incident = next(iter(work.graph.all_of(Incident)))
    broken = incident.model_copy(update={"title": "</script>\u2028<b>'\"\\"})
    graph = replace(work.graph, records={**work.graph.records, incident.id: broken})
    files = row_files(replace(work, graph=graph))
    assert not [name for name, data in files.items() if b"<" in data]
    found = [row for part in read(files).values() if isinstance(part, list) for row in part]
    assert broken.title in [row[1] for row in found]


def test_large_years_are_split_by_month_and_large_months_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: OutputContext
) -> None:
    monkeypatch.setattr(sys.modules[row_files.__module__], "LARGEST", 4)
    write(200, tmp_path)
    prepared = prepare(tmp_path, tmp_path)
    many = replace(work, graph=prepared.graph, derived=prepared.derived)
    files = read(row_files(many))
    parts = files["manifest"]["parts"]
    assert max(count for *_, count, _ in parts) <= 4
    assert sum(count for *_, count, _ in parts) == 200
    assert len({row[0] for name, *_ in parts for row in files[name]}) == 200
    months = [name for name, *_ in parts if re.fullmatch(r"20\d\d-\d\d", name)]
    slices = [name for name, *_ in parts if re.fullmatch(r"20\d\d-\d\d_\d", name)]
    assert months
    assert slices
    for name in (*months, *slices):
        assert {row[3][:7] for row in files[name]} == {name[:7]}


def test_the_work_grows_with_the_dataset(tmp_path: Path, work: OutputContext) -> None:
    steps = []
    for size in (60, 120):
        write(size, tmp_path / str(size))
        prepared = prepare(tmp_path, tmp_path / str(size))
        many = replace(work, graph=prepared.graph, derived=prepared.derived)
        with Profile() as profile:
            row_files(many)
        steps.append(sum(entry.callcount for entry in profile.getstats()))
    assert 1000 < steps[0] < steps[1] < 2.2 * steps[0]


def test_they_are_files_of_the_site(small_site: Path) -> None:
    assert "rows/" in [output.path for output in OUTPUTS]
    assert (small_site / "rows" / "manifest.js").is_file()
    assert (small_site / "assets" / "rows.js").is_file()
