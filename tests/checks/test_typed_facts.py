"""Prose cannot drift: what is typed is found, what looks so is not, and the fact is offered."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.checks.find_typed import find_typed
from sourcebook.checks.lexicon import MONTHS, RANKS, SUPERLATIVES, VAGUE
from sourcebook.checks.prose import check_prose
from sourcebook.derive import derive
from sourcebook.language.number_words import NUMBER_WORDS
from sourcebook.models import Record
from sourcebook.problems import Problem
from sourcebook.site import prepare
from tests.graphs import claim, graph, record

ANN = record("actor", "ann", names={"en": "Harbour Watch 24"})


def kinds(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in find_typed(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Six came.", ["figure Six"]),
        ("There were 1,234.5 of them, and ٣.", ["figure 1,234.5", "figure ٣"]),
        ("Two hundred and six, twenty-one.", ["figure Two hundred and six", "figure twenty-one"]),
        ("A dozen came, twice.", ["figure A dozen", "figure twice"]),
        ("It came only once. It came once.", ["figure only once", "figure once"]),
        ("½ of it, and ② more", ["figure ½", "figure ②"]),
        ("A couple came, and half a dozen.", ["figure A couple", "figure half a dozen"]),
        ("A pair of men, 2.5 million more", ["figure A pair", "figure 2.5 million"]),
        ("Half of them, a third of them", ["figure Half", "figure a third"]),
        ("One drone fell, at least one man.", ["figure One", "figure one"]),
        ("On 24 August 2022, about 04:00.", ["date 24 August 2022", "date 04:00"]),
        ("On 15 and 24 August.", ["date 15 and 24 August"]),
        ("August 24, 2022, and 2022-08-24", ["date August 24, 2022", "date 2022-08-24"]),
        ("In May, on Tuesdays, since 2015.", ["date May", "date Tuesdays", "date 2015"]),
        ("The first, the 3rd and a second strike", ["rank first", "rank 3rd", "rank second"]),
        ("the deadliest, the most feared", ["rank deadliest", "rank the most feared"]),
        ("Least is known.", ["rank Least"]),
        ("Dozens, several, a few men", ["vague Dozens", "vague several", "vague a few"]),
        ("Most reports say many.", ["vague Most", "vague many"]),
        ("A number of men, hundreds more", ["vague A number of", "vague hundreds"]),
        ("An F-15 of 2 Squadron", ["figure 15", "figure 2"]),
    ],
)
def test_what_is_typed(text: str, found: list[str]) -> None:
    assert sorted(" ".join(one) for one in kinds(text)) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "No one came; one of them said so, and one another.",
        "This one, the other one, the one that fell, any one, more than one drone.",
        "A one-sided view; one must ask; one day it may end.",
        "At once they came. Once there, they stayed.",
        "It may march in may-time. They may.",
        "At first nobody came; a first-hand view; third parties; second thoughts.",
        "How many came is not known; at most, at least; for the most part; not least.",
        "Almost all, mostly, almost, foremen, tension, often, someone, anyone.",
        "Nobody, none, both, all, some, others, only, sole.",
    ],
)
def test_what_only_looks_typed(text: str) -> None:
    assert kinds(text) == []


WORDS = st.text(st.characters(categories=["Ll"], max_codepoint=0x24F), min_size=1, max_size=9)
COUNTING = {
    *NUMBER_WORDS, *RANKS, *SUPERLATIVES, *VAGUE, *MONTHS, "double",
    "doubled", "triple", "tripled", "twofold", "threefold", "halved", "quadrupled", "most", "half",
    "least", "lots", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
}  # fmt: skip


@given(st.lists(WORDS.filter(lambda word: word not in COUNTING), max_size=12))
def test_words_without_numbers_never_count(words: list[str]) -> None:
    assert kinds(" ".join(words)) == []


@given(
    st.lists(WORDS, max_size=6),
    st.characters(categories=["Nd"]),
    st.lists(WORDS, max_size=6),
    st.sampled_from([" ", "", "-"]),
)
def test_a_digit_is_always_found(before: list[str], digit: str, after: list[str], gap: str) -> None:
    text = " ".join(before) + gap + digit + gap + " ".join(after)
    assert any(one.start <= text.index(digit) < one.end for one in find_typed(text))


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for one in find_typed(text):
        assert text[one.start : one.end] == one.text


LONG = {
    "digits": "6 " * 50_000,
    "days": "1, " * 50_000,
    "words": "one two " * 20_000,
    "marks": '“six” "six ' * 10_000,
    "spaces": "6" + " " * 100_000 + "the" + " " * 100_000 + "most",
    "paras": "para 1, 2, " * 20_000,
    "facts": "{{x.killed}} 6 " * 5_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_texts_end(text: str) -> None:
    """Before, some took the square of their length."""
    found = told(record("page", "about", body=text))
    assert all(line.startswith(("SB60", "SB62")) for line in found)


# ---- in records


def strike(**fields: Any) -> Record:
    made = [claim("killed-ann", "ann", 6), claim("later", "ann", "2-3", measure="wounded")]
    return record("incident", "strike", episode="chain", claims=made, **fields)


def told(*records: Record) -> list[str]:
    """What is told of the words of some records."""
    made = graph(*records, *(one for one in (ANN, strike()) if one.id not in _ids(records)))
    return [
        f"{problem.code} {problem.message}"
        for problem in check_prose(made, derive(made))
        if problem.code < "SB61" or problem.code >= "SB62"
    ]


def _ids(records: tuple[Record, ...]) -> set[str]:
    return {one.id for one in records}


def chain(line: str, **fields: Any) -> Record:
    return record("episode", "chain", bottom_line=[line], **fields)


@pytest.mark.parametrize(
    "text",
    [
        'Ann counts {{strike.killed-ann}}, “six of seven”, «eight» and "nine".',
        "Ann counts [[strike|6 dead]] on [[strike|10 February]].",
        "An [F-15]{.name} and `seven`, see https://elsewhere.example/2032 or <https://b.example/7>.",
        "So says Harbour Watch 24, in para 3, paragraphs 4 and 5 and section 2.",
        "Harbour Watch 24's log [@log, row 6].",
        "See [[strike]], [[chain]].",
        "## 1. What happened",
    ],
)
def test_what_may_stand_in_an_episode(text: str) -> None:
    found = told(chain("See [[strike]].", body=text))
    assert found == ([] if "##" not in text else told(chain("x", body="# 1. What")))


HINT = "a figure is looked up, not typed; did you mean"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Six died at [[strike]].", f"SB601 'Six' is typed: {HINT} {{{{strike.killed}}}} or "
         "{{strike.killed-ann}}?"),
        ("٦ died.", f"SB601 '٦' is typed: {HINT} {{{{strike.killed}}}} or "
         "{{strike.killed-ann}}?"),
        ("Forty died.", "SB601 'Forty' is typed: a figure is looked up, not typed: write "
         "{{record.fact}}, or record the claim that says it"),
        ("An F-15 came.", "SB601 'F-15' is typed: if it is a name, mark it [F-15]{.name}; else a "
         "figure is looked up, not typed"),
        ("So on 10 February 2032.", "SB602 '10 February 2032' is typed: a date is looked up, not "
         "typed; did you mean {{strike.day}} or {{strike.date}}?"),
        ("So on 10 February.", "SB602 '10 February' is typed: a date is looked up, not typed; did "
         "you mean {{strike.day}} or {{strike.date}}?"),
        ("So in February 2032.", "SB602 'February 2032' is typed: a date is looked up, not typed; "
         "did you mean {{strike.month}} or {{strike.day}}?"),
        ("So on Tuesday.", "SB602 'Tuesday' is typed: a date is looked up, not typed; did you mean "
         "{{strike.weekday}}?"),
        ("The worst fire.", "SB603 'worst' is typed: what comes first or is the greatest changes "
         "with the records: leave it out, or quote who says so"),
        ("Dozens died.", "SB604 'Dozens' is typed: a count is a fact, and this one says no number: "
         "write {{record.fact}}, quote who says so, or leave it out"),
        ("It says “six.", "SB601 'six' is typed: a figure is looked up, not typed: write "
         "{{record.fact}}, or record the claim that says it"),
        ("See [[strike|seven]].", "SB601 'seven' is typed: a figure is looked up, not typed: write "
         "{{record.fact}}, or record the claim that says it"),
    ],
)  # fmt: skip
def test_what_is_told_of_an_episode(text: str, message: str) -> None:
    assert told(chain(text)) == [message]


@pytest.mark.parametrize(
    "fields",
    [
        {"body": "Seven came."},
        {"body": "## Seven came"},
        {"body": "| Seven |\n|---|\n| x |"},
        {"body": "![Seven came](a.png)"},
        {"title": "Seven came"},
        {"summary": "Seven came."},
        {"assumptions": ["Seven came."]},
        {"unknowns": ["Seven came."]},
        {"questions": [{"ask": "Seven?", "see": ["strike.killed"]}]},
        {"questions": [{"ask": "Who?", "see": ["strike.killed"], "note": "Seven came."}]},
        {"claims": [claim("x", "ann", 1, note="Seven came.")]},
    ],
)
def test_every_text_of_an_episode_is_read(fields: dict[str, Any]) -> None:
    found = told(chain("Nothing.", **fields))
    code = "SB620" if {"title", "summary"} & fields.keys() else "SB601"
    assert [line[:21] for line in found] in ([f"{code} 'Seven' is type"], ["SB620 'Seven' is type"])


def test_what_a_title_or_summary_says_is_bound() -> None:
    assert told(strike(title="The second strike")) == []
    summary = "{{strike.killed-ann|Six}} died on {{strike.day|10 February}}, a {{strike.weekday}}."
    assert told(chain("So.", summary=summary)) == []
    assert (
        told(strike(title="The strike of {{strike.day}}", summary="It killed {{strike.a}}.")) == []
    )
    assert told(strike(summary="Six died on 10 February.")) == [
        "SB620 '10 February' is typed: a date is looked up, not typed; did you mean "
        "{{strike.day|10 February}} or {{strike.date|10 February}}?",
        "SB620 'Six' is typed: a figure is looked up, not typed; did you mean "
        "{{strike.killed|Six}} or {{strike.killed-ann|Six}}?",
    ]
    assert told(strike(summary="Seven died.")) == [
        "SB620 'Seven' is typed: a figure is looked up, not typed: write {{record.fact}}, or "
        "record the claim that says it"
    ]


@pytest.mark.parametrize(
    "number", ["One", "Two", "Three", "Seven", "Nine", "Twelve", "A dozen", "9"]
)
def test_no_number_of_anything_vouches_for_a_summary(number: str) -> None:
    one = claim("treated", "ann", 1, measure="wounded")
    raid = record("incident", "raid", claims=[one], summary=f"{number} man was wounded.")
    others = (strike(), *(record("page", f"page-{n}", body="Text.") for n in range(9)))
    assert [line[:6] for line in told(raid, *others)] == ["SB620 "]


@pytest.mark.parametrize(
    "summary",
    [
        "No one came; one of them said so, and one another.",
        "It is named by one source, and by one reposted report.",
        "Both Ann and Ben say so.",
        "[F-15]{.name} and [CS1033]{.name} aircraft came, says Harbour Watch 24.",
        "It is called “Camp 17”.",
        "The latter one, the other one.",
    ],
)
def test_what_may_stand_in_a_summary(summary: str) -> None:
    assert told(strike(summary=summary)) == []


@pytest.mark.parametrize(
    "summary",
    ["One man was hit.", "Both men were hit.", "A pair of men came.", "Two sources say so.",
     "Half of the men died.", "A dozen came.", "It doubled.", "On 11 February.", "In May."],
)  # fmt: skip
def test_what_counts_in_a_summary(summary: str) -> None:
    assert [line[:6] for line in told(strike(summary=summary))] == ["SB620 "]


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("incident", {"body": "Seven came."}),
        ("incident", {"summary": "Seven came."}),
        ("incident", {"claims": [claim("x", "ann", 1, note="Seven came.")]}),
        ("actor", {"body": "Seven came."}),
        ("location", {"summary": "Seven came."}),
        ("page", {"body": "Seven came."}),
    ],
)
def test_elsewhere_what_nothing_says_is_an_error(kind: str, fields: dict[str, Any]) -> None:
    (found,) = told(record(kind, "other", **fields))
    assert found[:5] == ("SB620" if "summary" in fields else "SB621")
    assert "'Seven' is typed" in found


def test_elsewhere_what_a_record_at_hand_says_is_a_warning() -> None:
    said = record("actor", "other", body="Six died at [[strike]].")
    assert [line[:12] for line in told(said)] == ["SB605 'Six' "]
    assert [line[:12] for line in told(strike(body="Six died."))] == ["SB605 'Six' "]
    unrelated = record("actor", "other", body="See [[strike]]. Six died elsewhere.")
    assert [line[:12] for line in told(unrelated)] == ["SB621 'Six' "]


def test_what_is_counted_of_the_dataset_vouches_for_nothing() -> None:
    """Two claims, two scopes and two pages are no two dead."""
    page = record("page", "about", body="Ann names two dead in [[strike]].")
    assert [line[:12] for line in told(page, record("page", "other", body="x"))] == ["SB621 'two' "]


def test_elsewhere_ranks_and_one() -> None:
    assert told(record("page", "about", body="The best of one world.")) == [
        "SB606 'best' is typed: what comes first or is the greatest changes with the records: "
        "leave it out, or quote who says so"
    ]
    one = record("incident", "raid", claims=[claim("x", "ann", 1)], body="One man died.")
    assert [line[:10] for line in told(one)] == ["SB605 'One"]
    killed = record("incident", "raid", claims=[claim("x", "ann", 3)], body="One man was killed.")
    assert [line[:10] for line in told(killed)] == ["SB621 'One"]


def test_what_is_told_of_a_source_is_about_its_text() -> None:
    note = "Eight paragraphs, the first of which was read on Tuesday."
    assert told(record("source", "paper", read_note=note, body=note)) == []


EPISODE = """\
---
title: A chain
summary: Things.
marking: TLP:CLEAR
as_of: 2032
cut_off: 2032
bottom_line:
  - >-
    A line without a number,
    and another, with twenty
    men: a seven.
assumptions: [None., Then eight.]
---
A line, and
then nine [@log,
row 1], and ten
and more,
eleven at last.
"""


def test_lines_are_exact(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "episodes").mkdir(parents=True)
    (content / "dataset.yml").write_text(
        "title: a\ndescription: b\npublisher: c\nlicence: d\nedition: '1'\n"
        "edition_date: 2032\ntime_zone: UTC\n",
        "utf-8",
    )
    (content / "episodes" / "chain.md").write_text(EPISODE, "utf-8")
    found = [problem for problem in prepare(tmp_path).problems if problem.code == "SB601"]
    assert [(problem.line, _word(problem)) for problem in found] == [
        (10, "twenty"),
        (11, "seven"),
        (12, "eight"),
        (15, "nine"),
        (16, "ten"),
        (18, "eleven"),
    ]


def _word(problem: Problem) -> str:
    return str(re.findall("'(.*?)'", problem.message)[0])


def test_a_count_of_records_is_no_count_of_men() -> None:
    wrong = strike(summary="{{strike.claims|Two}} men died.")
    assert told(wrong) == [
        "SB622 strike.claims counts claims, and the sentence speaks of none: name the fact that "
        "says what is meant"
    ]
    assert told(strike(summary="{{strike.claims|Two}} claims of it are known.")) == []
    assert told(strike(summary="There are {{strike.claims|two claims}} of it.")) == []
