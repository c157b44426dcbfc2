"""What holds for any input: no traceback, nothing lost, and a page for all that is sound.

`SOURCEBOOK_EXAMPLES=20` tries twenty times as many, `SOURCEBOOK_SHRINK=1` makes a failure small.
"""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from sourcebook.as_of import as_of_snapshot
from sourcebook.derive import derive
from sourcebook.derive.dates import instants
from sourcebook.geo.distance import great_circle
from sourcebook.link import Graph, link
from sourcebook.link.marked_values import marked_values
from sourcebook.load import load
from sourcebook.load.characters import first_hidden
from sourcebook.load.json import read_object
from sourcebook.load.yaml import YamlError, read_yaml
from sourcebook.markdown import Cited, FactUse, Mention, parse_prose
from sourcebook.models import KINDS, Dataset, Figure, Record, When
from sourcebook.models.values import read_figure
from sourcebook.models.when import parse_date
from sourcebook.pages import Page, plan_pages
from sourcebook.problems import RULES, Format, format_problems
from sourcebook.render import PAGE_KINDS, Body, Renderer
from sourcebook.site import Prepared, prepare
from tests.conftest import REPOSITORY, SMALL
from tests.graphs import ENGLISH, dataset, read
from tests.strategies import BODY, DATES, FIGURES, LETTERS, PHRASE, ZONES, bounded, datasets
from tests.unchanged import unchanged_texts_kept

Files = dict[str, str]
ANYTHING = st.text(st.characters(), max_size=200)
"""Any text, with control characters and halves of surrogate pairs."""


def write(root: Path, files: dict[str, Any]) -> None:
    """Files below a content folder, each as bytes or as text that may not be UTF-8."""
    for name, text in files.items():
        file = root / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))


def prepared(files: dict[str, Any]) -> Prepared:
    """The whole job up to the pages, for files that are gone afterwards."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "content").mkdir()
        write(Path(folder), files)
        found = prepare(Path(folder))
        _told(found)
    return found


def _told(found: Prepared) -> None:
    """Problems are sorted, each once, of one line, at a place that exists."""
    assert list(found.problems) == sorted(set(found.problems))
    json.loads(format_problems(found.problems, Format.SARIF))
    for form in (Format.TEXT, Format.GITHUB):
        lines = format_problems(found.problems, form).split("\n")
        assert len(lines) == len(found.problems) + 1
        assert all(line.isprintable() for line in lines)
        "".join(lines).encode()
    for problem in found.problems:
        assert problem.line >= 0
        assert problem.message
        assert len(problem.message) < 600, problem


# ---- any record that loads renders


SHOWN: dict[str, Any] = {
    "site_name": "S",
    "site_url": "",
    "urlpath": "",
    "repo_url": "",
    "edit_uri": "",
    "exports": [],
}


def bodies(found: Prepared, pages: Iterable[Page] | None = None) -> dict[str, Body]:
    """The bodies of pages, or of all, by their urls."""
    renderer = Renderer(REPOSITORY / "templates", found.graph, found.derived, SHOWN)
    return {page.url: renderer.render(page) for page in pages or found.pages}


@bounded(30)
@given(datasets())
def test_any_record_that_loads_renders(files: Files) -> None:
    found = prepared(files)
    grave = [problem for problem in found.problems if problem.severity == "error"]
    errors = [
        problem
        for problem in grave
        if not (RULES[problem.code].editorial or problem.code.startswith(("SB307", "SB5")))
    ]  # neither wise nor quoted, nor leading anywhere: the words are random
    assert errors == []
    for url, body in bodies(found).items():
        assert "<script>alert" not in body.article, url
        assert "\0" not in body.article, url
        body.article.encode()
        anchors = re.findall(r'\sid="([^"]*)"', body.article)
        assert len(set(anchors)) == len(anchors), (url, sorted(anchors))


@bounded(10)
@given(datasets())
def test_the_same_files_make_the_same_pages(files: Files) -> None:
    one, other = prepared(files), prepared(dict(reversed(files.items())))
    assert [page.url for page in one.pages] == [page.url for page in other.pages]
    assert bodies(one) == bodies(other)


@bounded(20)
@given(datasets(), st.dates())
def test_any_dataset_renders_as_of_any_day(files: Files, day: date) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "content").mkdir()
        write(Path(folder), files)
        loaded = load(Path(folder) / "content")
    assert loaded.dataset is not None
    known = as_of_snapshot(loaded, link(loaded, loaded.dataset)[0], day)
    graph = replace(link(known, known.dataset or loaded.dataset)[0], as_of=day)
    renderer = Renderer(REPOSITORY / "templates", graph, derive(graph), SHOWN)
    for page in plan_pages(graph, PAGE_KINDS)[0]:
        assert "\0" not in renderer.render(page).article, page.url


# ---- nothing is lost


@bounded(25)
@given(datasets())
def test_nothing_of_a_dataset_is_lost(files: Files) -> None:
    """One dataset serves for all three: it takes longer to make one than to look at it."""
    found = prepared(files)
    _is_written_as_it_was_read(found)
    _reads_the_same_from_tables(found, files["dataset.yml"])
    _knows_every_link_at_both_ends(found.graph)


def _is_written_as_it_was_read(found: Prepared) -> None:
    described = found.graph.dataset
    assert Dataset.model_validate(described.model_dump(by_alias=True, mode="json")) == described
    for record in found.graph.records.values():
        written = record.model_dump(by_alias=True, mode="json")
        again = KINDS[record.kind].model_validate(json.loads(json.dumps(written)))
        again = read(again, described)
        assert again == record
        assert again.model_dump(by_alias=True, mode="json") == written


def _reads_the_same_from_tables(found: Prepared, description: str) -> None:
    tables: Files = {"dataset.yml": description}
    for record in found.graph.records.values():
        name = f"{record.folder}.jsonl"
        row = json.dumps(record.model_dump(by_alias=True, mode="json"), ensure_ascii=False)
        tables[name] = tables.get(name, "") + row + "\n"
    assert dict(prepared(tables).graph.records) == dict(found.graph.records)


def _knows_every_link_at_both_ends(graph: Graph) -> None:
    ahead = {
        (record.id, found.path, found.value)
        for record in graph.records.values()
        for found in marked_values(record)
        if hasattr(found.mark, "reverse")
    }
    links = [link for lists in graph.backlinks.values() for each in lists.values() for link in each]
    assert {
        (link.record_id, link.path, link.target_id) for link in links if link.hole is None
    } == ahead
    holes = [hole for prose in graph.prose.values() for hole in prose.holes]
    named = sum(len(h.items) if isinstance(h, Cited) else isinstance(h, Mention) for h in holes)
    assert sum(link.hole is not None for link in links) == named


# ---- any input ends in a site or a list of problems

SOUND = {
    path.relative_to(SMALL).as_posix(): path.read_text("utf-8")
    for path in sorted(SMALL.rglob("*"))
    if path.is_file()
}
NAMES = st.sampled_from([name for name in SOUND if name != "incidents.jsonl"])


@dataclass(frozen=True)
class Sound:
    """The small dataset in a folder, of which one file is another for a moment."""

    root: Path

    def but(self, name: str, text: str | bytes) -> Prepared:
        """The whole job up to the pages, with another text in one file, which may be a new one."""
        write(self.root, {name: text})
        try:
            found = prepare(self.root)
            _told(found)
        finally:
            (self.root / "content" / name).unlink()
            write(self.root, {name: SOUND[name]} if name in SOUND else {})
        return found


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sound]:
    """It, of which only what a test changes is read again."""
    root = tmp_path_factory.mktemp("sound")
    write(root, SOUND)
    with unchanged_texts_kept():
        yield Sound(root)


@bounded(60)
@given(name=st.sampled_from(list(SOUND)), data=st.one_of(st.binary(max_size=200), ANYTHING))
def test_any_bytes_as_a_file(sound: Sound, name: str, data: bytes | str) -> None:
    sound.but(name, data)


@bounded(60)
@given(name=NAMES, text=ANYTHING)
def test_any_text_as_fields(sound: Sound, name: str, text: str) -> None:
    sound.but(name, f"---\n{text}\n---\n")


NESTED = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ANYTHING, DATES, FIGURES),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(ANYTHING, inner, max_size=3)
    ),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    sorted({name for model in KINDS.values() for name in model.model_fields} | {"as", "nothing"})
)


@bounded(60)
@given(kind=st.sampled_from(sorted(KINDS)), fields=st.dictionaries(FIELDS, NESTED, max_size=5))
def test_any_values_in_a_row(sound: Sound, kind: str, fields: dict[str, Any]) -> None:
    folder = KINDS[kind].folder
    first = next(name for name in SOUND if name.startswith(f"{folder}/"))
    row = json.dumps({"id": "spoilt"} | _fields(SOUND[first]) | fields)
    sound.but(f"{folder}.jsonl", row)


def _fields(text: str) -> dict[str, Any]:
    found = read_yaml(text.split("---\n")[1])
    assert isinstance(found, dict)
    return found


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, str]:
    """A sound file of the small dataset, and what became of its text."""
    name = draw(st.sampled_from(list(SOUND)))
    lines = SOUND[name].split("\n")
    for _ in range(draw(st.integers(1, 3))):
        SPOIL[draw(st.sampled_from(sorted(SPOIL)))](draw, lines)
    return name, "\n".join(lines)


def _drop(draw: st.DrawFn, lines: list[str]) -> None:
    del lines[draw(st.integers(0, len(lines) - 1))]
    lines.append("")


def _double(draw: st.DrawFn, lines: list[str]) -> None:
    number = draw(st.integers(0, len(lines) - 1))
    lines.insert(number, lines[number])


def _indent(draw: st.DrawFn, lines: list[str]) -> None:
    number = draw(st.integers(0, len(lines) - 1))
    lines[number] = draw(st.sampled_from(["  ", "\t", "- ", "? ", "> ", "# "])) + lines[number]


def _swap(draw: st.DrawFn, lines: list[str]) -> None:
    number = draw(st.integers(0, len(lines) - 1))
    words = lines[number].split(" ")
    one, other = draw(st.integers(0, len(words) - 1)), draw(st.integers(0, len(words) - 1))
    words[one], words[other] = words[other], words[one]
    lines[number] = " ".join(words)


def _insert(draw: st.DrawFn, lines: list[str]) -> None:
    number = draw(st.integers(0, len(lines) - 1))
    place = draw(st.integers(0, len(lines[number])))
    odd = st.one_of(st.text(st.characters(), max_size=3), st.sampled_from(STRANGE))
    lines[number] = lines[number][:place] + draw(odd) + lines[number][place:]


def _value(draw: st.DrawFn, lines: list[str]) -> None:
    number = draw(st.integers(0, len(lines) - 1))
    name, colon, _ = lines[number].partition(": ")
    if colon:
        lines[number] = f"{name}: {draw(st.sampled_from(STRANGE))}"


SPOIL = {
    "drop": _drop,
    "double": _double,
    "indent": _indent,
    "swap": _swap,
    "insert": _insert,
    "value": _value,
}
STRANGE = (
    "nan", "inf", "-inf", "1e400", "9" * 400, "0000", "0001-01-01T00:00", "9999-12-31T23:59",
    "2032-02-10T00:00+14:00", "../..", "[]", "{}", "[[", "]]", "{{", "}}", "{%", "[@", "@",
    "*", "&a", "!!x", "<<", "|", ">", "-", "~", "null", "true", '"', "'", "\\", "#", "%",
    "\u2028", "\x85", "\x00", "\ud800", "\U0010ffff", "\ufeff", "\u202e", "[" * 300, "> " * 300,
    "index", "2032", "404", "data", "dataset", "home", "timeline", "incident", "con", "..",
    "depot-nine-strike", "quellmark", "{{dataset.incidents}}", "[[quellmark]]",
)  # fmt: skip


@bounded(150)
@given(pair=spoilt())
def test_any_spoilt_file(sound: Sound, pair: tuple[str, str]) -> None:
    found = sound.but(*pair)
    if not found.failed:
        bodies(found)


FILE_NAMES = st.one_of(
    st.binary(min_size=1, max_size=12).map(lambda data: os.fsdecode(data)),
    st.sampled_from(STRANGE),
    st.text(st.characters(), min_size=1, max_size=8),
)


@bounded(60)
@given(
    st.sampled_from(["incidents", "pages", ".", "sources/a"]),
    FILE_NAMES,
    st.sampled_from([".md", "", ".jsonl", ".MD", "/a.md"]),
)
def test_any_file_name(folder: str, name: str, end: str) -> None:
    with TemporaryDirectory() as outside:  # the name may lead out of the project, and no farther
        root = Path(outside, "two", "down")
        write(root, SOUND)
        try:
            write(root, {f"{folder}/{name}{end}": "---\ntitle: A\n---\nText"})
        except (OSError, ValueError):  # no file system has such a name
            return
        _told(prepare(root))


PAGES = sorted({model.kind for model in KINDS.values()} | {"home", "index", "part", "timeline"})
TOLD = {"SB203", "SB205", "SB405", "SB409", "SB410", "SB505", "SB622"}
TAKEN = ("index", "404", "data", "timeline", "dataset", "undated", "2032", "letter-a", "home")


@pytest.mark.parametrize("name", sorted({*TAKEN, *PAGES, *(m.folder for m in KINDS.values())}))
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_ids_that_pages_have_already(sound: Sound, kind: str, name: str) -> None:
    """A record may be called anything: either its pages are sound, or it is told."""
    folder = KINDS[kind].folder
    first = next(text for path, text in SOUND.items() if path.startswith(f"{folder}/"))
    text = re.sub(r"aliases: .*\n", "", first)
    found = sound.but(f"{folder}/{name}.md", text)
    if found.failed:
        assert {problem.code for problem in found.problems} <= TOLD
        return
    wanted = {f"{folder}/index.html", f"{folder}/{name}.html"}
    pages = [page for page in found.pages if page.url in wanted]
    index = bodies(found, pages).get(f"{folder}/index.html")
    if index is not None:
        assert f'href="../{folder}/{name}.html"' in index.article


# ---- the small readers


def outcome(read: Callable[[str], Any], text: str) -> Any:
    """What comes of reading a text: its value, or the fault that it is refused with."""
    try:
        return read(text)
    except (YamlError, PydanticCustomError) as fault:
        return fault


TEXTS = st.text(st.characters(codec="utf-8"), max_size=200)
"""Any text that a file can hold."""


@bounded(150, shrink=True)
@given(st.one_of(TEXTS, st.text("[]{}:-,#&*!|>'\"%@`? \n\tab~", max_size=60)))
def test_any_yaml_is_a_value_or_a_fault(text: str) -> None:
    lines = text.count("\n") + text.count("\r") + text.count("\x85") + 3
    lines += text.count("\u2028") + text.count("\u2029")
    found = outcome(read_yaml, text)
    if isinstance(found, YamlError):
        assert 1 <= found.line <= lines
        assert found.message
    else:
        assert found is None or isinstance(found, str | list | dict)


@bounded(150)
@given(st.one_of(ANYTHING, NESTED.map(json.dumps), st.text('[]{}:,"\\u0019e.-ntf', max_size=40)))
def test_any_json_is_an_object_or_told(text: str) -> None:
    found = read_object(text)
    assert isinstance(found, str | dict)
    if isinstance(found, dict):
        assert not first_hidden("".join(key for key in found))


@bounded(150)
@given(st.text("0123456789-/.~?%TZ:+X[], ", max_size=30))
def test_any_date_is_read_or_told(text: str) -> None:
    found = outcome(parse_date, text)
    if isinstance(found, PydanticCustomError):
        assert found.type in ("bad_date", "end_before_start")
    else:
        assert isinstance(found, When)
        assert found.text == text


@bounded(100)
@given(DATES, st.sampled_from(ZONES), st.sampled_from(ZONES))
def test_any_date_has_words_and_instants(text: str, zone: str, other: str) -> None:
    when = parse_date(text)
    described = dataset(time_zone=zone, other_zones=[{"zone": other, "label": "there"}])
    assert when.earliest <= when.latest or when.is_period
    assert ENGLISH.date(when, described).startswith(ENGLISH.date(when))
    assert ENGLISH.day(when)
    instants(when, zone)
    assert parse_date(str(when)) == when


@bounded(100)
@given(st.one_of(FIGURES, st.text("0123456789-~<>=. ,", max_size=20)))
def test_any_figure_is_read_or_told(text: str) -> None:
    found = outcome(read_figure, text)
    if isinstance(found, PydanticCustomError):
        assert found.type in ("bad_figure", "min_above_max")
    else:
        assert isinstance(found, Figure)
        assert found.text == text
        assert (found.low or 0) <= (inf if found.high is None else found.high)


@bounded(150)
@given(
    st.one_of(BODY, PHRASE, st.text("[]{}@;|<>()*_`#\\!-> \n.ab1", max_size=80), st.text(LETTERS))
)
def test_any_prose_is_read(text: str) -> None:
    for inline in (False, True):
        prose = parse_prose(text, inline=inline)
        html = prose.html(lambda hole: "")
        assert not {"\0", "\1"} & set(html)
        assert not re.search(r"<(script|iframe|style|object|form|svg)\b", html)
        last = text.count("\n") + 1
        places = [*prose.holes, *prose.sentences, *prose.problems]
        assert all(0 <= place.line <= last for place in places)
        cited = [hole.number for hole in prose.holes if isinstance(hole, Cited)]
        assert cited == list(range(1, len(cited) + 1))
        in_sentences = [p for s in prose.sentences for p in s.parts if not isinstance(p, str)]
        assert all(hole in prose.holes for hole in in_sentences)
        assert all(isinstance(hole, Mention | Cited | FactUse) for hole in in_sentences)


@bounded(100)
@given(*[st.tuples(st.floats(-90, 90), st.floats(-180, 180))] * 2)
def test_no_place_is_farther_than_half_the_earth(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    assert 0 <= great_circle(one, other) <= 20_015_115
    assert great_circle(one, one) == 0


def test_records_of_the_small_dataset_are_written_as_they_were_read(
    small_prepared: Prepared,
) -> None:
    described = small_prepared.graph.dataset
    records: list[Record] = list(small_prepared.graph.records.values())
    assert records
    for record in records:
        written = record.model_dump(by_alias=True, mode="json")
        assert read(type(record).model_validate(written), described) == record
