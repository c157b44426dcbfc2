"""What prose quotes, and the citations nearest to it."""

import pytest

from sourcebook.link import Graph
from sourcebook.markdown import parse_prose
from sourcebook.models import Record
from sourcebook.quotes import ProseQuotations
from sourcebook.quotes.quoted_prose import is_long_enough, odd_marks, quoted_prose
from tests.graphs import graph, record


def quoted(text: str) -> list[tuple[str, int, list[str]]]:
    """The words, the line, and the ids of the sources cited for them."""
    return [
        (one.words, one.line, [name for cited in one.citations for name, _ in cited.items])
        for one in quoted_prose(parse_prose(text))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They say ‘the guns fired’.[@a, 1]", [("the guns fired", 0, ["a"])]),
        ("They say 'the guns fired'.[@a, 1]", [("the guns fired", 0, ["a"])]),
        ("They say „the guns fired“ there. [@a, 1]", [("the guns fired", 0, ["a"])]),
        ("They say 「the guns fired」. [@a, 1]", [("the guns fired", 0, ["a"])]),
        ("“The guns\nfired. It burned.” [@a, 1]", [("The guns fired. It burned.", 0, ["a"])]),
        ("A [[mill|very old mill]]: “a [[mill|mill]] *of* wood”.[@a, 1]", None),
        ("> the guns fired all day.[@a, 1]", [("the guns fired all day.", 0, ["a"])]),
        ("> the guns fired all day.\n\n[@a, 1]", [("the guns fired all day.", 0, ["a"])]),
        ("They say:[@a, 1]\n\n> the guns fired.", [("the guns fired.", 2, ["a"])]),
        ("> the guns fired.\n>\n> — The Watch, [@a, 1]", [("the guns fired.", 0, ["a"])]),
        ("> the guns fired.\n> — The Watch, [@a, 1]", [("the guns fired.", 0, ["a"])]),
        ("> “the guns fired.” [@a, 1]", [("the guns fired.", 0, ["a"])]),
        (
            "> the guns fired.\n>\n> the mill burned. [@a, 1]",
            [("the guns fired.", 0, ["a"]), ("the mill burned.", 2, ["a"])],
        ),
        (
            "“The guns fired.\n\n“The mill burned.” [@a, 1]",
            [("The guns fired.", 0, ["a"]), ("The mill burned.", 2, ["a"])],
        ),
        ("“The guns fired.” So they say. It burned. [@a, 1]", [("The guns fired.", 0, ["a"])]),
        ("“The guns fired.” So they say.\n\nOther. [@a, 1]", [("The guns fired.", 0, [])]),
        ("A “so called” thing. [@a, 1]", []),
        ("Not “the guns fired", []),
        ("“the guns {{a.b}} fired” [@a, 1]", [("the guns \0 fired", 0, ["a"])]),
        ("## “The guns fired”\n\nText. [@a, 1]", [("The guns fired", 0, [])]),
        ("&ldquo;the guns fired&rdquo; [@a, 1]", [("the guns fired", 0, ["a"])]),
    ],
)
def test_what_is_quoted(text: str, found: list[tuple[str, int, list[str]]] | None) -> None:
    if found is None:
        assert [words for words, *_ in quoted(text)] == ["a mill of wood"]
    else:
        assert quoted(text) == found


@pytest.mark.parametrize(
    ("words", "enough"),
    [
        ("the guns fired", True),
        ("the guns", False),
        ("45人死亡", True),
        ("三人死亡了", True),
        ("三人死", False),
        ("ข่าวเช้านี้", True),
        ("قوات الشمال قصفت", True),
    ],
)
def test_how_much_makes_a_quotation(words: str, enough: bool) -> None:
    assert is_long_enough(words) is enough


def test_odd_marks_are_told_with_their_lines() -> None:
    prose = parse_prose("One “two.\n\nThree ⹂four⹂.\n\nFive” six.\n\n“Goes on.\n\n“So it does.”")
    assert [(odd.mark, odd.line, odd.known) for odd in odd_marks(prose)] == [
        ("“", 0, True),
        ("⹂", 2, False),
        ("⹂", 2, False),
        ("”", 4, True),
    ]


ENGLISH = record("source", "en", title="A")
ARABIC = record("source", "ar", title="B", language="ar")


def found(*records: Record) -> list[tuple[str, str, tuple[str, ...], str]]:
    linked: Graph = graph(ENGLISH, ARABIC, *records)
    return [(one.record_id, one.words, one.source_ids, one.lost) for one in ProseQuotations(linked)]


def incident(**fields: object) -> Record:
    return record("incident", "raid", **fields)


def test_a_title_is_looked_up_in_what_its_record_cites() -> None:
    raid = incident(title="Raid: “the guns fired”", body="It was. [@en, 1] So. [@ar, 1]")
    assert found(raid) == [("raid", "the guns fired", ("en",), "")]


def test_a_title_without_any_source_is_told() -> None:
    assert found(incident(title="“the guns fired”")) == [
        ("raid", "the guns fired", (), "no source is cited with it")
    ]


def test_a_translation_is_left_aside_and_words_in_their_script_are_not() -> None:
    assert found(incident(body="They say “nobody was hurt”. [@ar, 1]")) == []
    assert found(incident(body="They say “لم يصب أحد”. [@ar, 1]")) == [
        ("raid", "لم يصب أحد", ("ar",), "")
    ]


def test_a_note_is_looked_up_in_what_its_citation_or_claim_cites() -> None:
    cites = [{"source": "en", "at": "1", "note": "It has “the guns fired”."}]
    claim = {"id": "a", "by": "ann", "measure": "killed", "value": 1, "note": "As “they put it”."}
    ann = record("actor", "ann", names={"en": "Ann"})
    raid = incident(claims=[claim | {"cites": cites}], body="It was. [@log, 1]")
    assert {(words, ids) for _, words, ids, _ in found(ann, raid)} == {
        ("the guns fired", ("en",)),
        ("they put it", ("en",)),
    }


def test_a_source_is_looked_up_in_itself_and_its_title_is_that_of_a_work() -> None:
    own = record("source", "own", title="“The guns fired”", body="It says “as they do”.")
    assert found(own) == [("own", "as they do", ("own",), "")]


def test_a_page_may_speak_of_words_and_a_fact_is_quoted_of_nobody() -> None:
    assert (
        found(record("page", "p", body="We write “at least six” here.\n\n> A note of ours.")) == []
    )
    assert found(incident(body="“it was {{en.day}} then”. [@en, 1]")) == [
        ("raid", "it was \0 then", (), "it holds a fact, which no source has")
    ]
