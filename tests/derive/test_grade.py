"""The grade of an incident: the first rung of the ladder that is met, and the way there."""

from typing import Any

import pytest

from sourcebook.derive import derive
from sourcebook.derive.grade import GRADES, LADDER, Grade
from tests.graphs import CITED, claim, graph, record

ACTORS = (
    record("actor", "dusk"),
    record("actor", "quell"),
    record("actor", "voice", relations=[{"type": "speaks-for", "actor": "dusk", "inferred": True}]),
    record("actor", "watch"),
    record("actor", "gazette"),
)


def graded(*said: dict[str, Any], **fields: Any) -> Grade:
    """The grade of an incident with these claims."""
    strike = record("incident", "strike", claims=said, **fields)
    grade = derive(graph(strike, *ACTORS)).analyses["strike"].grade
    assert grade is not None
    return grade


def who(name: str, by: str, value: Any, stance: str | None = None, **fields: Any) -> dict[str, Any]:
    return claim(name, by, value, measure="responsibility", stance=stance, **fields)


def attacker(actor: str, *by: str) -> list[dict[str, Any]]:
    return [{"actor": actor, "role": "attacker", "by": by, "cites": [CITED]}]


CASES: list[tuple[str, tuple[dict[str, Any], ...], str]] = [
    ("nobody is cited", (), "unassessed"),
    ("one reports it", (claim("a", "watch", 1),), "weak"),
    ("one reports it twice", (claim("a", "dusk", 1), claim("b", "voice", 2)), "weak"),
    ("two report it", (claim("a", "watch", 1), claim("b", "gazette", 2)), "fair"),
    ("one accuses", (who("a", "watch", "dusk"),), "weak"),
    ("one accuses two", (who("a", "watch", ["dusk", "quell"]),), "contested"),
    ("two accuse two", (who("a", "watch", "dusk"), who("b", "gazette", "quell")), "contested"),
    ("two accuse one", (who("a", "watch", "dusk"), who("b", "gazette", "dusk")), "fair"),
    (
        "two accuse a voice and its state",
        (who("a", "watch", "voice"), who("b", "gazette", "dusk")),
        "fair",
    ),
    ("it is denied", (who("a", "watch", "dusk"), who("b", "dusk", "dusk", "denies")), "contested"),
    (
        "its voice denies",
        (who("a", "watch", "dusk"), who("b", "voice", "dusk", "denies")),
        "contested",
    ),
    (
        "another denies his part",
        (who("a", "watch", "dusk"), who("b", "quell", "quell", "denies")),
        "fair",
    ),
    ("it is accepted", (who("a", "dusk", "dusk", "accepts"),), "confirmed"),
    ("its voice accepts", (who("a", "voice", "dusk", "accepts"),), "confirmed"),
    ("it is claimed", (who("a", "dusk", "dusk", "claims"),), "confirmed"),
    (
        "one of two accepts",
        (who("a", "watch", ["dusk", "quell"]), who("b", "dusk", "dusk", "accepts")),
        "confirmed",
    ),
    ("nobody knows", (who("a", "watch", "unknown"),), "weak"),
    (
        "the acceptance is withdrawn",
        (who("a", "dusk", "dusk", "accepts", status="withdrawn"), claim("b", "watch", 1)),
        "fair",
    ),
]


@pytest.mark.parametrize(("said", "name"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_the_first_rung_that_is_met_decides(said: tuple[dict[str, Any], ...], name: str) -> None:
    grade = graded(*said)
    assert grade.name == name
    assert [step.grade for step in grade.trace] == [rung[0] for rung in LADDER][: len(grade.trace)]
    assert [step.met for step in grade.trace] == [False] * (len(grade.trace) - 1) + [True]
    assert all(step.asks for step in grade.trace)


def test_a_role_accuses_too() -> None:
    assert graded(roles=attacker("dusk", "watch")).name == "weak"
    assert graded(roles=attacker("dusk", "watch", "gazette")).name == "fair"
    assert graded(roles=attacker("dusk", "dusk")).name == "confirmed"
    assert graded(roles=attacker("dusk", "voice")).name == "confirmed"
    assert graded(roles=attacker("dusk", "watch") + attacker("quell", "watch")).name == "contested"


def test_an_inference_of_the_editor_accuses_nobody() -> None:
    inferred = [{"actor": "dusk", "role": "attacker", "inferred": True}]
    assert graded(roles=inferred).name == "unassessed"


def test_a_target_is_not_accused() -> None:
    role = {"actor": "dusk", "role": "target", "by": ["dusk"], "cites": [CITED]}
    assert graded(roles=[role]).name == "weak"


@pytest.mark.parametrize("stance", ["declines_comment", "silent_as_of", "denies"])
def test_who_says_nothing_of_himself_accepts_nothing(stance: str) -> None:
    grade = graded(who("a", "dusk", "dusk", stance), who("b", "watch", "dusk"))
    assert grade.name != "confirmed"


def test_only_incidents_are_graded() -> None:
    analyses = derive(graph(*ACTORS)).analyses
    assert {name for name, analysis in analyses.items() if analysis.grade} == set()


OVERRIDE = {"by": "Editors", "date": "2032-05-01", "why": "The ford was dry."}


def test_an_override_stands_against_the_rules_and_keeps_their_trace() -> None:
    grade = graded(claim("a", "watch", 1), grade_override=OVERRIDE | {"grade": "fair"})
    assert (grade.name, grade.computed) == ("fair", "weak")
    assert grade.override is not None
    assert [step.met for step in grade.trace][-1] is True


def test_only_an_editor_discounts() -> None:
    said = (claim("a", "watch", 1), claim("b", "gazette", 2))
    assert graded(*said).name == "fair"
    grade = graded(*said, grade_override=OVERRIDE | {"grade": "discounted"})
    assert (grade.name, grade.computed) == ("discounted", "discounted")


def test_what_is_accepted_is_discounted_against_the_rules() -> None:
    accepted = who("a", "dusk", "dusk", "accepts")
    grade = graded(accepted, grade_override=OVERRIDE | {"grade": "discounted"})
    assert (grade.name, grade.computed) == ("discounted", "confirmed")


def test_each_step_shows_whom_it_found() -> None:
    grade = graded(who("a", "watch", "voice"), claim("b", "gazette", 1))
    assert {step.grade: step.found for step in grade.trace} == {
        "confirmed": (),
        "contested": ("dusk",),
        "discounted": (),
        "fair": ("gazette", "watch"),
    }


def test_the_words_for_grades_are_the_rungs() -> None:

    assert tuple(GRADES) == tuple(rung.grade for rung in LADDER)
