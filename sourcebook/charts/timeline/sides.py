"""Who attacked, as far as somebody says so: the lanes of a timeline, and the words beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.derive.origins import principal
from sourcebook.link import Graph
from sourcebook.models import Incident, Named

SEVERAL, NOBODY, OTHERS = "", "?", "…"
"""Lanes that stand for no single side: keys that are the id of no record."""
_WORDS = {SEVERAL: "Several sides named", NOBODY: "Attacker not named", OTHERS: "Other sides"}
_STATUS = ("acknowledged", "alleged", "inferred")
_NO_ACCUSATION = ("denies", "declines_comment", "silent_as_of")
MOST = 4
"""The most sides that get a lane each."""


@dataclass(frozen=True, slots=True)
class Side:
    """Who is said to have done an incident: the principal behind it, and the words for it.

    `key` is the id of the principal, or SEVERAL or NOBODY; `status` is acknowledged (said by the
    side itself), alleged (by others alone), inferred (by the editor) or empty.
    """

    key: str
    words: str
    status: str


def side(graph: Graph, incident: Incident) -> Side:
    """The side of an incident's attackers: those of its roles, or else of claims about it."""
    claimed = list(_by_claims(incident))
    said = [(r.actor, r.by, r.inferred) for r in incident.roles if r.role == "attacker"] or claimed
    actors = tuple(dict.fromkeys(actor for actor, _, _ in said))
    behind = {principal(graph, actor) for actor in actors}
    if not behind:
        return Side(NOBODY, _WORDS[NOBODY], "")
    key = behind.pop() if len(behind) == 1 else SEVERAL
    words = " and ".join(graph.label(actor) for actor in actors)
    also = (claim for claim in claimed if claim[0] in actors)
    return Side(key, words, _status(graph, [*said, *also]))


_Said = tuple[str, tuple[str, ...], bool]
"""Whom somebody names, who that is, and whether it is the editor's inference."""


def _by_claims(incident: Incident) -> Iterator[_Said]:
    old = {claim.supersedes for claim in incident.claims}
    for claim in incident.claims:
        current = claim.status == "accepted" and claim.id not in old
        if current and claim.measure == "responsibility" and claim.stance not in _NO_ACCUSATION:
            named = claim.value.ids if isinstance(claim.value, Named) else ()
            yield from ((actor, claim.by, False) for actor in named)


def _status(graph: Graph, said: Iterable[_Said]) -> str:
    """How it is known of the least established of the actors."""
    best: dict[str, int] = {}
    for actor, by, inferred in said:
        own = principal(graph, actor)
        itself = any(principal(graph, each) == own for each in by)
        weight = 0 if itself else 2 if inferred else 1
        best[actor] = min(weight, best.get(actor, weight))
    return _STATUS[max(best.values())]


def lanes(sides: Iterable[Side]) -> tuple[str, ...]:
    """The lanes of a timeline, by who attacked first; what names no side comes last."""
    found = list(dict.fromkeys(side.key for side in sides))
    named = [key for key in found if key not in _WORDS]
    extra = [OTHERS] if len(named) > MOST else []
    return (*named[:MOST], *extra, *(key for key in (SEVERAL, NOBODY) if key in found))


def lane_words(graph: Graph, key: str) -> str:
    """What a lane is called."""
    return _WORDS.get(key) or graph.label(key)
