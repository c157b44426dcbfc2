"""Files to records: where records begin, what lies in the folders, and the line of each value."""

import json
from pathlib import Path
from typing import Any

import pytest

from sourcebook.link import link
from sourcebook.load import LoadedDataset, load
from sourcebook.load.json import read_object
from sourcebook.load.text import split_front_matter
from sourcebook.problems import Problem, did_you_mean, quoted
from sourcebook.vocabulary import Measure, Population
from tests.graphs import dataset

DATASET = """\
title: Register
description: Invented.
publisher: Nobody
licence: CC0
edition: "1"
edition_date: 2032
time_zone: UTC
measures:
  sheds: {label: Sheds, kind: figure}
"""
ACTOR = "---\nnames: {en: Somebody}\ntype: person\n---\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A dataset that is described and empty."""
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "dataset.yml").write_text(DATASET, "utf-8")
    return folder


def put(content: Path, name: str, text: str | bytes) -> None:
    (content / name).parent.mkdir(parents=True, exist_ok=True)
    data = text if isinstance(text, bytes) else text.encode()
    (content / name).write_bytes(data)


def told(loaded: LoadedDataset) -> list[tuple[str, int, str]]:
    return [(problem.path, problem.line, problem.code) for problem in loaded.problems]


FRONTS = [
    ("---\na: b\n---\n", "\na: b\n", ""),
    ("---\na: b\n---", "\na: b\n", ""),
    ("---\na: b\n---\nText\n", "\na: b\n", "Text\n"),
    ("---\n---\n", "\n", ""),
    ("---   # a comment\na: b\n---  \nText", "\na: b\n", "Text"),
    ("---\t\na: b\n---\t\nText", "\na: b\n", "Text"),
    ("---\na: b\n---\nText\n\n---\n\nMore", "\na: b\n", "Text\n\n---\n\nMore"),
    ("---\na: '---'\nb: |\n  ---\n---\nText", "\na: '---'\nb: |\n  ---\n", "Text"),
    ("---\na: b\n----\n---\nText", "\na: b\n----\n", "Text"),
]


@pytest.mark.parametrize(("text", "front", "body"), FRONTS)
def test_where_fields_end(text: str, front: str, body: str) -> None:
    assert split_front_matter(text) == (front, body)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text",
        "\n---\na: b\n---\n",
        " ---\na: b\n---\n",
        "---\na: b\n",
        "--- a\n---\n",
        "----\n---",
    ],
)
def test_no_fields(text: str) -> None:
    assert split_front_matter(text) is None


@pytest.mark.parametrize(
    "data",
    [
        ACTOR.encode() + b"Text\n",
        b"\xef\xbb\xbf" + ACTOR.encode() + b"Text\n",
        ACTOR.replace("\n", "\r\n").encode() + b"Text\r\n",
        ACTOR.replace("\n", "\r").encode() + b"Text\r",
    ],
    ids=["plain", "byte order mark", "Windows", "old Macintosh"],
)
def test_line_ends_and_byte_order_marks(content: Path, data: bytes) -> None:
    put(content, "actors/somebody.md", data)
    loaded = load(content)
    assert loaded.problems == ()
    (entry,) = loaded.records
    assert (entry.record.id, entry.record.label, entry.record.body) == (
        "somebody",
        "Somebody",
        "Text\n",
    )
    assert entry.file_location.line(("type",)) == 3
    assert entry.file_location.line_at_offset(("body",), 0) == 5


def test_every_kind_lies_in_its_folder(small_root: Path) -> None:
    loaded = load(small_root / "content")
    assert loaded.problems == ()
    folders = {
        entry.file_location.display_path.split("/")[1].split(".")[0] for entry in loaded.records
    }
    assert folders == {"incidents", "actors", "locations", "sources", "episodes", "pages"}
    for entry in loaded.records:
        assert entry.record.folder in entry.file_location.display_path


def test_records_may_lie_in_folders_of_their_own(content: Path) -> None:
    put(content, "actors/2032/february/somebody.md", ACTOR)
    (entry,) = load(content).records
    assert entry.record.id == "somebody"
    assert entry.file_location.display_path == "content/actors/2032/february/somebody.md"


def test_hidden_files_are_left_alone(content: Path) -> None:
    for name in (".gitkeep", "actors/.somebody.md.swp", ".git/config", "actors/.x/y.md"):
        put(content, name, b"\xff")
    assert load(content) == LoadedDataset(
        load(content).dataset, (), (), file_location=load(content).file_location
    )


def test_pictures_lie_beside_pages_only(content: Path) -> None:
    put(content, "pages/about.md", "---\ntitle: About\n---\nText\n")
    put(content, "pages/photograph.png", b"\x89PNG")
    put(content, "actors/photograph.png", b"\x89PNG")
    assert told(load(content)) == [("content/actors/photograph.png", 0, "SB003")]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("incident.jsonl", "incidents.jsonl"),
        ("Actors", "actors"),
        ("location", "locations"),
        ("dataset.yaml", "dataset.yml"),
        ("quote.lock", "quotes.lock"),
    ],
)
def test_names_that_are_nearly_right(content: Path, name: str, near: str) -> None:
    put(content, name, "")
    (problem,) = load(content).problems
    assert problem.message == f"unknown file or folder '{name}'; did you mean '{near}'?"


@pytest.mark.parametrize(
    ("stem", "better"),
    [
        ("Salt_Flat", "salt-flat"),
        ("a--b", "a-b"),
        ("-a-", "a"),
        ("été", "t"),
        ("a b", "a-b"),
        ("a.b", "a-b"),
    ],
)
def test_names_that_are_no_ids(content: Path, stem: str, better: str) -> None:
    put(content, f"actors/{stem}.md", ACTOR)
    (problem,) = load(content).problems
    assert problem.code == "SB005"
    assert problem.message.endswith(f"; call it '{better}'")


def test_a_name_without_a_better_one(content: Path) -> None:
    put(content, "actors/قرية.md", ACTOR)
    (problem,) = load(content).problems
    assert problem.message.endswith("may hold a-z, 0-9 and single hyphens only")


# ---- tables


def row(**fields: Any) -> str:
    return json.dumps({"names": {"en": "A"}, "type": "person"} | fields)


def test_a_table_holds_a_record_a_line(content: Path) -> None:
    lines = [
        "",
        row(id="one", body="Text\nand [[nothing]]"),
        "  ",
        row(id="two", aliases=["2"]),
        "",
    ]
    put(content, "actors.jsonl", "\r\n".join(lines))
    loaded = load(content)
    assert loaded.problems == ()
    one, two = loaded.records
    assert (one.record.id, one.file_location.table_line, two.file_location.table_line) == (
        "one",
        2,
        4,
    )
    assert (
        one.file_location.line(("names", "en"))
        == one.file_location.line_at_offset(("body",), 1)
        == 2
    )


def test_a_table_and_files_together(content: Path) -> None:
    put(content, "actors.jsonl", row(id="one"))
    put(content, "actors/two.md", ACTOR)
    assert {entry.record.id for entry in load(content).records} == {"one", "two"}


def test_every_row_is_read(content: Path) -> None:
    put(content, "actors.jsonl", row(id="one", summary="a\x85b\x1cc") + "\n" + '{"id": "two"}')
    assert told(load(content)) == [
        ("content/actors.jsonl", 1, "SB010"),
        ("content/actors.jsonl", 2, "SB102"),
        ("content/actors.jsonl", 2, "SB102"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"a": 1', "bad JSON at character 8: a comma is missing, or a closing brace or bracket"),
        ("{'a': 1}", "bad JSON at character 2: the name of a field is expected here, "),
        (
            "nothing",
            "bad JSON at character 1: a value is missing; a text is written in "
            "double quotation marks",
        ),
        (
            "{} {}",
            "bad JSON at character 4: something follows the closing brace: a line is one object",
        ),
        ("[]", "bad JSON: a line is one object in braces"),
        ("null", "bad JSON: a line is one object in braces"),
        ('{"a": 1, "b": {"c": 1, "c": 2}}', "bad JSON: duplicate key 'c'"),
        ('{"a": Infinity}', "bad JSON: Infinity is not a number"),
        (
            '{"a": -NaN}',
            "bad JSON at character 7: a value is missing; a text is written in "
            "double quotation marks",
        ),
        ('{"a": 1234567890123456789}', "bad JSON: the number 123456789012345678… has too many"),
        (
            '{"a": "\\u0007"}',
            "bad JSON: an invisible character, U+0007, is here, at the beginning: ",
        ),
        ('{"a": ["b", {"c": "\\f"}]}', "bad JSON: an invisible character, U+000C"),
        ('{"\\u2028": 1}', "bad JSON: an invisible character, U+2028"),
        ('{"a": "\\ud83d"}', "bad JSON: an invisible character, U+D83D"),
        ('{"a": ' + "[" * 100_000, "bad JSON: lists and objects lie in each other too deeply"),
    ],
)
def test_what_is_no_row(line: str, message: str) -> None:
    found = read_object(line)
    assert isinstance(found, str)
    assert found.startswith(message)


def test_what_is_a_row() -> None:
    text = '{"a": "\\ud83d\\ude00 \\n\\t\\"", "b": [1, -2.5, true, null, 1e400]}'
    found = read_object(text)
    assert isinstance(found, dict)
    assert found["a"] == '\U0001f600 \n\t"'
    assert found["b"][:4] == [1, -2.5, True, None]


# ---- what is known of what could not be read


def test_records_that_cannot_be_read_are_still_known(content: Path) -> None:
    put(content, "actors/no-type.md", "---\nnames: {en: A}\n---\n")
    put(content, "actors/no-yaml.md", "---\na: [\n---\n")
    put(content, "actors/no-text.md", b"\xff")
    put(content, "actors.jsonl", f"{row(id='no-names', names={})}\n{row(id=['x'])}\n{{")
    assert load(content).unloadable_ids == {"no-type", "no-yaml", "no-text", "no-names"}


def test_an_unusable_description_makes_no_errors_of_measures(content: Path) -> None:
    claim = "{id: a, by: b, measure: sheds, value: 1, cites: [{source: c}]}"
    put(content, "actors/somebody.md", ACTOR.replace("type", f"claims: [{claim}]\ntype"))
    assert load(content).problems == ()
    put(content, "dataset.yml", DATASET.replace("title", "titel"))
    loaded = load(content)
    assert loaded.dataset is None
    graph, problems = link(loaded, dataset())
    assert graph.unloadable_ids == {"somebody"}
    assert not any(problem.code == "SB114" for problem in problems)
    assert {problem.path for problem in loaded.problems} == {"content/dataset.yml"}


def test_declared_measures_stand_beside_the_built_in(content: Path) -> None:
    described = load(content).dataset
    assert described is not None
    assert {"sheds", "killed", "ordered-by"} <= set(described.terms(Measure))
    assert "people" in described.terms(Population)


def test_the_line_of_a_value_outlives_its_file(content: Path) -> None:
    put(content, "actors/somebody.md", ACTOR)
    (entry,) = load(content).records
    assert entry.file_location.line(("type",)) == 3
    put(content, "actors/somebody.md", ACTOR.replace("type", "\n\ntype"))
    assert entry.file_location.line(("type",)) == 5
    put(content, "actors/somebody.md", "---\na: [\n---\n")
    assert entry.file_location.line(("type",)) == 1
    put(content, "actors/somebody.md", b"\xff")
    assert entry.file_location.line(("type",)) == 1
    (content / "actors" / "somebody.md").unlink()
    assert entry.file_location.line(("type",)) == 1


def test_many_problems_of_one_file_are_told_in_one_reading(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fields = "".join(f"field-{number}: x\n" for number in range(200))
    put(content, "actors/somebody.md", ACTOR.replace("type", f"{fields}type"))
    readings: list[Path] = []
    read = Path.read_bytes

    def counted(path: Path) -> bytes:
        readings.append(path)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", counted)
    problems = load(content).problems
    assert [problem.line for problem in problems] == list(range(3, 203))
    assert len(readings) <= 3  # the description, the record, and once more for its lines


# ---- words


def test_what_an_editor_wrote_is_repeated_on_one_line() -> None:
    assert quoted("a\nb\u202ec") == "'a\\nb\\u202ec'"
    assert quoted("قرية") == "'قرية'"
    assert quoted("x" * 61) == f"'{'x' * 60}…'"
    assert (quoted([1]), quoted({}), quoted(1.5)) == ("a list", "a mapping", "'1.5'")


def test_a_guess_is_made_only_where_it_is_near() -> None:
    assert did_you_mean("titel", ["title", "type"]) == "; did you mean 'title'?"
    assert did_you_mean("goats", ["title", "type"]) == ""
    assert did_you_mean("x" * 10**6, ["title"]) == ""


def test_problems_sort_by_place() -> None:
    problems = [
        Problem("b", 1, "SB001", ""),
        Problem("a", 10, "SB001", ""),
        Problem("a", 9, "SB002", ""),
    ]
    assert [(problem.path, problem.line) for problem in sorted(problems)] == [
        ("a", 9),
        ("a", 10),
        ("b", 1),
    ]
