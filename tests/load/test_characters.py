"""Characters that nobody sees: refused wherever they hide, let pass where a script needs them."""

import shutil
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.load import load
from sourcebook.load.characters import find_hidden, first_hidden
from sourcebook.markdown import parse_prose
from sourcebook.site import prepare
from tests.conftest import SMALL
from tests.load.test_load import ACTOR, DATASET, put, told
from tests.strategies import bounded

NEVER = [
    "\u202e", "\u202a", "\u202c", "\u2066", "\u2069", "\u200b", "\u2060", "\u00ad", "\u034f",
    "\ufeff", "\u2061", "\u2064", "\u206a", "\u3164", "\u115f", "\uffa0", "\ufff9", "\ufffb",
    "\ufffc", "\u180e", "\u17b4", "\u2800", "\U000e0041", "\U000e007f", "\U0001d173", "\ue000",
    "\U000f0000", "\U0010fffd", "\ufdd0", "\ufffe", "\U0001ffff", "\x07", "\x85", "\u2028",
]  # fmt: skip


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A dataset that is described and empty."""
    put(tmp_path / "content", "dataset.yml", DATASET)
    return tmp_path / "content"


@pytest.mark.parametrize("character", NEVER, ids=ascii)
def test_what_nobody_sees_is_found(character: str) -> None:
    for text in (f"We counted {character}21", f"قال {character}شهود", character):
        (hidden,) = find_hidden(text)
        assert hidden.place == text.index(character)
        assert f"U+{ord(character):04X}" in hidden.message


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cشود",  # Persian: a letter keeps the form that it has at a word's end
        "کار\u200cها",
        "1443 ه\u200d.ش",
        "ക്\u200c ",  # Malayalam: a vowel is silenced
        "क्\u200dष",
        "\U0001f469\u200d\U0001f692",  # one picture made of two
        "❤\ufe0f",
        "1\ufe0f\u20e3",
        "葛\U000e0100城",
        "قال مراسل CNN\u200f، ثم",
        "C++\u200e בעברית",
        "café, naïve, Łódź, 45人, 「…」",
        "a\tb\nc",
    ],
)
def test_what_a_script_needs_may_stay(text: str) -> None:
    assert first_hidden(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Auf\u200clage",
        "a\u200db",
        "می\u200c\u200cشود",
        "\u200cمی",
        "Nobody\u200f was hurt",
        "قتل 3\u200f-5 جنود",  # the mark would turn the range
        "قتل ٣\u200e٥",
        "a\ufe0f",
        "x\U000e0100",
        "\U0001f469\u200d",
    ],
)
def test_where_no_script_needs_them_they_are_found(text: str) -> None:
    assert first_hidden(text) is not None


@bounded(200)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_what_passes_shows_each_of_its_characters(text: str) -> None:
    """Whatever the standard library calls a format character is found, or has a reason to stay."""
    hidden = {one.place for one in find_hidden(text)}
    for place, character in enumerate(text):
        if unicodedata.category(character) in ("Cc", "Co", "Zl", "Zp"):
            assert place in hidden or character in "\t\n\r"
        if unicodedata.category(character) == "Cf" and place not in hidden:
            assert character in "\u200c\u200d\u200e\u200f\u061c" or "NUMBER" in (
                unicodedata.name(character)
            ) or unicodedata.name(character).split()[0] in (
                "ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN",
            )  # fmt: skip


def test_the_message_says_which_and_behind_what() -> None:
    hidden = first_hidden("The toll:\nWe counted \u202e21\u202c fighters")
    assert hidden is not None
    assert hidden.message == (
        "an invisible character, U+202E (right-to-left override), is here, behind 'We counted ': "
        "delete it, for it turns the order of what is seen; the direction of a text follows from "
        "its letters"
    )


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("actors/a.md", ACTOR.replace("body", "bo\u200bdy"), 2),
        ("actors/a.md", ACTOR.replace("{en: Somebody}", '{en: "Some\\u202ebody"}'), 2),
        ("actors/a.md", ACTOR.replace("type", '"ty\\u200Bpe"'), 3),
        ("actors/a.md", ACTOR.replace("type", "# \u2066\ntype"), 3),
        ("actors/a.md", f"{ACTOR}Nobody.\n\nNo\U000e0041body.\n", 7),
        ("actors.jsonl", '\n{"id": "a", "names": {"en": "A\u2069"}, "type": "person"}', 2),
        ("dataset.yml", DATASET.replace("Invented", "In\u00advented"), 2),
        ("dataset.yml", DATASET.replace("title: Register", 'title: "Re\\U000E0041gister"'), 1),
    ],
)
def test_they_are_refused_in_every_file(content: Path, name: str, text: str, line: int) -> None:
    put(content, name, text)
    assert told(load(content)) == [(f"content/{name}", line, "SB001")]


def test_an_escape_in_a_table_is_refused(content: Path) -> None:
    put(content, "actors.jsonl", '{"id": "a", "names": {"en": "A\\u200b"}, "type": "person"}')
    (problem,) = load(content).problems
    assert (problem.code, problem.line) == ("SB010", 1)
    assert "U+200B (zero width space)" in problem.message


def test_the_name_of_a_file_hides_nothing(content: Path) -> None:
    put(content, "pages/about.md", "---\ntitle: About\n---\nText\n")
    put(content, "pages/mill\u202egnp.png", b"x")
    (problem,) = load(content).problems
    assert problem.code == "SB005"
    assert "in the name of this file an invisible character, U+202E" in problem.message


def test_many_of_them_are_counted(content: Path) -> None:
    put(content, "actors/a.md", ACTOR + "\u200b" * 4)
    put(content, "actors/b.md", ACTOR + "\u200b" * 99)
    one, many = load(content).problems
    assert one.message.endswith("; so for 3 others in this file")
    assert many.message.endswith("; so for more than 20 others in this file")


@pytest.mark.parametrize(
    "text",
    [
        "We counted &#x202e;21&#x202c; fighters",
        "a &#8203; b",
        "x&shy;y",
        "[words](https://a.example/&#x202e;b)",
        "[words](https://a.example/%E2%80%AEb)",
        "[words](https://a.example/ 'tit&#x2066;le')",
        "![a mill&#x2066;](mill.png)",
        "| a |\n|---|\n| b&#8203; |",
        "# a&lrm;",
        "[words][a]\n\n[a]: https://a.example/%E2%80%AEb",
    ],
)
def test_they_are_refused_as_references_to_characters(text: str) -> None:
    assert [problem.code for problem in parse_prose(text).problems] == ["SB001"]


def test_a_reference_to_a_character_is_told_at_its_line() -> None:
    (problem,) = parse_prose("One.\n\nTwo\nthr&#8203;ee.").problems
    assert problem.line == 3
    assert parse_prose("Write `&#8203;` there; AT&amp;T, caf&eacute;, می&zwnj;شود.").problems == ()


def test_a_lock_hides_nothing(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "content")
    lock = tmp_path / "content" / "quotes.lock"
    text = lock.read_text("utf-8")
    lock.write_text(text.replace("no fewer", "no \\u202efewer"), "utf-8")
    assert "SB508" in {problem.code for problem in prepare(tmp_path).problems}
    lock.write_text(text.replace("no fewer", "no \u202efewer"), "utf-8")
    assert "SB001" in {problem.code for problem in prepare(tmp_path).problems}
