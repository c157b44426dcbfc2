"""The sides that attacked, as lanes of a timeline, and the words beside them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.derive.attribution import Attribution, principals, weakest_status
from sourcebook.link import Graph

SEVERAL, NOBODY, OTHERS = "", "?", "…"
"""Lanes that stand for no single side: keys that are the id of no record."""
_LABELS = {SEVERAL: "Several sides named", NOBODY: "Attacker not named", OTHERS: "Other sides"}
MOST = 4
"""The most sides that get a lane each."""


@dataclass(frozen=True, slots=True)
class Side:
    """Who is said to have attacked: the principal behind them, and the words for them.

    `key` is the id of the principal, or SEVERAL or NOBODY; `label` names the attackers with the
    status of the least established of them, as an attribution has it.
    """

    key: str
    attackers: str
    status: str

    @property
    def label(self) -> str:
        """The attackers, and how well established they are."""
        return f"{self.attackers}, {self.status}" if self.status else self.attackers


def side(graph: Graph, found: tuple[Attribution, ...]) -> Side:
    """The side of those who are said to have attacked in an incident."""
    behind = principals(graph, found)
    if not behind:
        return Side(NOBODY, _LABELS[NOBODY], "")
    (key, *more) = behind
    attackers = graph.language.join_list(graph.label(each.actor_id) for each in found)
    return Side(SEVERAL if more else key, attackers, weakest_status(found))


def lanes(sides: Iterable[Side]) -> tuple[str, ...]:
    """The keys of a timeline's lanes, by who attacked first; what names no side comes last."""
    found = list(dict.fromkeys(side.key for side in sides))
    named = [key for key in found if key not in _LABELS]
    extra = [OTHERS] if len(named) > MOST else []
    return (*named[:MOST], *extra, *(key for key in (SEVERAL, NOBODY) if key in found))


def lane_label(graph: Graph, key: str) -> str:
    """What a lane is called."""
    return _LABELS.get(key) or graph.label(key)
