"""Who did, claimed or denied it is told as the records have it."""

from typing import Any

import pytest

from sourcebook.checks.acts import ActKind, acts_in
from sourcebook.checks.named_actors import NamedActors
from sourcebook.checks.passages import read_passage
from sourcebook.checks.prose import check_prose
from sourcebook.derive import derive
from sourcebook.link import Graph
from sourcebook.markdown import Sentence
from sourcebook.models import Record
from tests.graphs import CITED, claim, graph, record

ACTORS = (
    record("actor", "reds", names={"en": "Red Brigade"}, variants=["Reds", "RB"]),
    record("actor", "blues", names={"en": "Blue League (not specified)"}, variants=["the Blues"]),
    record("actor", "greens", names={"en": "Greens"}),
    record("actor", "green-guard", names={"en": "Green Guard"}, relations=[
        {"type": "part-of", "actor": "greens", "by": "ann", "cites": [CITED]}]),
    record("actor", "ann", names={"en": "Harbour Watch"}),
    record("actor", "it", names={"en": "IT"}),
)  # fmt: skip


def who(name: str, by: str, value: Any, stance: str) -> dict[str, Any]:
    return claim(name, by, value, measure="responsibility", stance=stance)


def made(*claims: dict[str, Any], **fields: Any) -> Graph:
    return graph(record("incident", "strike", claims=claims, **fields), *ACTORS)


def acts(text: str) -> list[tuple[ActKind, list[list[str]], str]]:
    """What is read in a sentence: what was done, by whom, and a name that nobody has."""
    found = made()
    passage = read_passage(found.records["strike"], ("summary",), Sentence(0, (text,), (0,)))
    return [
        (act.kind, [sorted(ids) for ids in act.actors], act.unknown)
        for act in acts_in(passage, NamedActors(found).found)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("The Red Brigade claimed the attack.", ActKind.CLAIMED, ["reds"]),
        ("The Reds later claimed responsibility.", ActKind.CLAIMED, ["reds"]),
        ("RB took full responsibility for it.", ActKind.CLAIMED, ["reds"]),
        ("The attack was claimed by the Reds and Greens.", ActKind.CLAIMED, ["reds", "greens"]),
        ("The Reds said that they carried out the raid.", ActKind.CLAIMED, ["reds"]),
        ("Reds and Blues both denied involvement.", ActKind.DENIED, ["reds", "blues"]),
        ("The raid was denied by Blue League.", ActKind.DENIED, ["blues"]),
        ("Nobody claimed the attack.", ActKind.NOT_CLAIMED, []),
        ("No group has claimed responsibility.", ActKind.NOT_CLAIMED, []),
        ("None of the groups claimed it.", ActKind.NOT_CLAIMED, []),
        ("The attack was claimed by no one.", ActKind.NOT_CLAIMED, []),
        ("It went unclaimed.", ActKind.NOT_CLAIMED, []),
        ("There was no claim of responsibility.", ActKind.NOT_CLAIMED, []),
        ("The Reds did not claim the attack.", ActKind.NOT_CLAIMED, ["reds"]),
        ("Greens never denied the raid.", ActKind.NOT_DENIED, ["greens"]),
        ("Harbour Watch blamed the Reds.", ActKind.BLAMED, ["ann"]),
        ("Harbour Watch attributed the attack to Reds.", ActKind.BLAMED, ["ann"]),
        ("Reds fighters fired rockets.", ActKind.ATTACKED, ["reds"]),
        ("Green Guard troops shelled the town.", ActKind.ATTACKED, ["green-guard"]),
        ("The town was attacked by Reds.", ActKind.ATTACKED, ["reds"]),
        ("It was struck by the Greens' Green Guard.", ActKind.ATTACKED, ["green-guard"]),
        ("Reds were behind the attack.", ActKind.ATTACKED, ["reds"]),
        ("Reds rocket attack on the harbour", ActKind.ATTACKED, ["reds"]),
        ("A raid by Reds", ActKind.ATTACKED, ["reds"]),
        ("Harbour Watch said Reds carried out the attack.", ActKind.ATTACKED, ["reds"]),
        ("The Reds, whom Greens back, claimed the attack.", ActKind.CLAIMED, ["reds"]),
        ("The Reds' armed wing claimed the attack.", ActKind.CLAIMED, ["reds"]),
        ("A spokesman for the Reds claimed responsibility.", ActKind.CLAIMED, ["reds"]),
        ("An attack that the Reds claimed", ActKind.CLAIMED, ["reds"]),
        ("Reds have now claimed it.", ActKind.CLAIMED, ["reds"]),
        ("It was the Reds that fired rockets.", ActKind.ATTACKED, ["reds"]),
        ("The Reds militants were responsible.", ActKind.ATTACKED, ["reds"]),
        ("The Reds are to blame.", ActKind.ATTACKED, ["reds"]),
        ("Rockets were fired by Reds, Harbour Watch said.", ActKind.ATTACKED, ["reds"]),
        ("Militants claimed the attack.", ActKind.CLAIMED, []),
    ],
)
def test_what_is_told(text: str, kind: ActKind, actors: list[str]) -> None:
    assert acts(text) == [(kind, [[actor] for actor in actors], "")]


@pytest.mark.parametrize(
    "text",
    [
        "Whether the Reds claimed the attack is not known.",
        "Harbour Watch claims that arms were moved.",
        "Reds denied any link to the depot.",
        "Reds launched an inquiry and struck a deal.",
        "The town was claimed by Reds.",
        "“Reds claimed the attack”, it says.",
        "It claimed the attack, it says: it is IT that asks.",
        "Somebody claimed two lives; the fire claimed them.",
        "The depot of the Reds was hit.",
        "A strike on a Reds depot was answered.",
        "Reds did not attack.",
        "Rockets hit the base.",
    ],
)
def test_what_tells_nothing_of_it(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Amber Front claimed the attack.", "Amber Front"),
        ("The attack was claimed by the Amber Front.", "Amber Front"),
        ("Quellmark denied responsibility.", "Quellmark"),
    ],
)
def test_an_actor_that_is_not_on_record(text: str, name: str) -> None:
    ((_, actors, unknown),) = acts(text)
    assert (actors, unknown) == ([], name)


def told(summary: str, *claims: dict[str, Any], **fields: Any) -> list[str]:
    found = made(*claims, summary=summary, **fields)
    problems = check_prose(found, derive(found))
    return [one.code for one in problems if one.code in ("SB623", "SB624")]


OWN = who("own", "reds", "reds", "claims")
BLAME = who("blame", "ann", "reds", "attributes")
DENIAL = who("denial", "blues", "blues", "denies")
GUARD = who("guard", "green-guard", "green-guard", "claims")


@pytest.mark.parametrize(
    ("summary", "claims", "right"),
    [
        ("The Reds claimed the attack.", [OWN], True),
        ("The Reds claimed the attack.", [BLAME], False),
        ("The Reds claimed the attack.", [], False),
        ("Militants claimed the attack.", [BLAME], False),
        ("Militants claimed the attack.", [OWN], True),
        ("A group denied the attack.", [], False),
        ("The Greens claimed the attack.", [GUARD], True),
        ("The Reds and Greens claimed the attack.", [OWN], False),
        ("Nobody claimed the attack.", [BLAME], True),
        ("Nobody claimed the attack.", [], True),
        ("Nobody claimed the attack.", [OWN], False),
        ("The Blues did not claim it.", [OWN], True),
        ("The Blues denied the attack.", [DENIAL], True),
        ("The Reds denied the attack.", [DENIAL], False),
        ("No one denied the attack.", [DENIAL], False),
        ("Harbour Watch blamed the Reds.", [BLAME], True),
        ("Harbour Watch blamed the Greens.", [BLAME], False),
        ("The Blues blamed the Reds.", [BLAME], False),
        ("The Reds attacked the town.", [BLAME], True),
        ("The Greens attacked the town.", [BLAME], False),
        ("The town was shelled by the Blues.", [DENIAL], False),
    ],
)
def test_a_sentence_is_held_to_the_claims(
    summary: str, claims: list[dict[str, Any]], right: bool
) -> None:
    assert told(summary, *claims) == ([] if right else ["SB623"])


def test_roles_count_too() -> None:
    role = {"actor": "reds", "role": "attacker", "by": "ann", "cites": [CITED]}
    assert told("The Reds attacked the town.", roles=[role]) == []
    assert told("The Reds claimed the attack.", roles=[role]) == ["SB623"]
    assert told("The Reds claimed the attack.", roles=[role | {"by": "reds"}]) == []


def test_an_unknown_name_is_a_warning() -> None:
    assert told("Amber Front claimed the attack.") == ["SB624"]


def test_titles_and_bottom_lines_are_read() -> None:
    assert told("So.", title="Reds attack on the harbour") == ["SB623"]
    line = "The Reds claimed the attack. [@log, row 1]"
    chain = record("episode", "chain", bottom_line=[line])
    found = graph(record("incident", "strike", episode="chain"), chain, *ACTORS)
    assert "SB623" in [one.code for one in check_prose(found, derive(found))]


def test_in_an_episode_one_incident_is_enough() -> None:
    """Nobody claimed one of two: of which the sentence speaks is not known."""
    both = (
        record("incident", "strike", episode="chain", claims=[OWN]),
        record("incident", "raid", episode="chain"),
    )

    def codes(line: str, *incidents: Record) -> list[str]:
        chain = record("episode", "chain", bottom_line=[f"{line} [@log, row 1]"])
        found = graph(*incidents, chain, *ACTORS)
        return [one.code for one in check_prose(found, derive(found)) if one.code == "SB623"]

    assert codes("Nobody claimed the rockets.", *both) == []
    assert codes("Nobody claimed the rockets.", both[0]) == ["SB623"]
    assert codes("Nobody claimed the [[strike|rockets]].", *both) == ["SB623"]
