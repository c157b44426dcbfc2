"""Hints: what they see in two hundred pairs, and that they hold their tongue otherwise."""

import pytest

from sourcebook.checks.support import check_generic_passages, check_support
from sourcebook.derive import derive
from sourcebook.link import Graph
from sourcebook.quotes.assessments import bound_to
from sourcebook.support import ActorNames, hints_of
from sourcebook.support.passage_words import PassageWords
from tests.graphs import claim, claims, graph, record
from tests.support.pairs import LATER, false_alarms, pairs, warned_of

WARNED = {
    "another speaker": (16, 18),
    "another population": (12, 14),
    "another measure": (19, 20),
    "a negation": (16, 16),
    "supposed or planned": (12, 13),
    "another time or event": (9, 12),
    "something else": (0, 7),
}
"""How many of each kind are warned of, and how many there are: what is missed is seen here."""


def test_what_is_warned_of() -> None:
    warned, there = warned_of()
    assert {kind: (warned[kind], there[kind]) for kind in there} == WARNED
    assert (warned.total(), there.total()) == (84, 100)


def test_there_is_no_false_alarm() -> None:
    assert sum(pair.supports for pair in pairs()) == 100
    assert [(pair.row["words"], pair.hints) for pair in false_alarms()] == []


def test_pairs_that_were_written_later() -> None:
    warned, there = warned_of(LATER)
    assert (warned.total(), there.total()) == (11, 20)
    assert false_alarms(LATER) == []


def test_the_tokens_and_numbers_of_a_passage() -> None:
    words = PassageWords("Ann’s two-day march: 1,200 of three thousand came; six didn't.")
    assert words.tokens[:4] == ("ann", "two-day", "march", ":")
    assert [one.value for one in words.numbers if one.value > 2] == [1200, 3000, 6]
    assert words.text_of(words.sentence(len(words.tokens) - 2)) == "six didn't"


def strike(words: str, **fields: object) -> tuple[Graph, list[str]]:
    """A claim of six killed by Ann with a passage, and what is told of it."""
    cites = [{"source": "log", "at": "x", "quote": words} | fields]
    made = graph(
        record("incident", "strike", claims=[claim("a", "ann", 6, cites=cites)]),
        record("actor", "ann", names={"en": "Ann Example"}),
        record("actor", "ben", names={"en": "Ben Sample"}),
    )
    found = check_support(made, derive(made))
    return made, [f"{one.code} {one.message}" for one in found]


def test_a_hint_calls_itself_one_and_says_what_to_do() -> None:
    _, told = strike("Ben Sample said seven were wounded and six hurt")
    assert told == [
        "SB547 hint at claim 'a': in these words Ben Sample says it, and the claim is by Ann "
        "Example; cite the words that say it, or read it and run `python build.py assess`",
        "SB548 hint at claim 'a': the figure stands with “hurt” (wounded), and not with what is "
        "killed; cite the words that say it, or read it and run `python build.py assess`",
    ]


def test_a_person_who_read_it_is_believed() -> None:
    words = "six were wounded"
    made, told = strike(words)
    assert len(told) == 1
    it = claims(made.records["strike"])["a"]
    read = {"verdict": "supports", "by": "A", "date": "2026-01-01", "of": bound_to(it, it.cites[0])}
    assert strike(words, assessed=read)[1] == []
    assert len(strike(words, assessed=read | {"of": "-".join(["0" * 8] * 6)})[1]) == 1


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"language": "fr"}, 0),
        ({"language": "fr", "translation": "six were wounded"}, 1),
        ({"language": "fr", "translation": "six were killed"}, 0),
        ({"language": "en-GB"}, 1),
    ],
)
def test_what_is_read_is_english(fields: dict[str, str], count: int) -> None:
    assert len(strike("six were wounded", **fields)[1]) == count


def test_words_of_no_measure_say_nothing() -> None:
    assert strike("at least six")[1] == []


def test_one_passage_under_many_claims() -> None:
    def told(count: int, words: str = "it was a bad day") -> list[str]:
        cites = [{"source": "log", "at": "x", "quote": words}]
        measures = ("killed", "wounded", "missing", "damage", "means", "purpose", "title")
        some = [
            claim(f"c{n}", "ann", 6, measure=measure, cites=cites)
            for n, measure in enumerate(measures[:count])
        ]
        made = graph(record("incident", "strike", claims=some), record("actor", "ann"))
        return [one.message for one in check_generic_passages(made, derive(made))]

    assert told(5) == []
    assert told(6) == [
        "hint: this passage stands under 6 claims; cite the words that say it, or read it and run "
        "`python build.py assess`"
    ]


def test_a_claim_that_counts_over_a_time_may_name_it() -> None:
    words = "In 2019 six people were killed"
    for fields, count in (({}, 1), ({"period": "2019"}, 0), ({"as_of": "2032"}, 0)):
        cites = [{"source": "log", "at": "x", "quote": words}]
        made = graph(
            record("incident", "strike", claims=[claim("a", "ann", 6, cites=cites, **fields)]),
            record("actor", "ann"),
        )
        holder = made.records["strike"]
        found = hints_of(ActorNames(made), holder, claims(holder)["a"], words)
        assert len(list(found)) == count
