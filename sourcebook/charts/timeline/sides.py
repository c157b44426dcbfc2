"""The sides that attacked, as lanes of a timeline, and the words beside them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.derive.attribution import Attribution, principals, weakest_status
from sourcebook.link import Graph

SEVERAL, NOBODY, OTHERS = "", "?", "…"
"""Lanes that stand for no single side: keys that are the id of no record."""
_WORDS = {SEVERAL: "Several sides named", NOBODY: "Attacker not named", OTHERS: "Other sides"}
MOST = 4
"""The most sides that get a lane each."""


@dataclass(frozen=True, slots=True)
class Side:
    """Who is said to have attacked: the principal behind them, and the words for them.

    `key` is the id of the principal, or SEVERAL or NOBODY; `status` is that of the least
    established of them, as an attribution has it, or empty.
    """

    key: str
    words: str
    status: str


def side(graph: Graph, found: tuple[Attribution, ...]) -> Side:
    """The side of those who are said to have attacked in an incident."""
    behind = principals(graph, found)
    if not behind:
        return Side(NOBODY, _WORDS[NOBODY], "")
    (key, *more) = behind
    words = graph.language.join_list(graph.label(each.actor_id) for each in found)
    return Side(SEVERAL if more else key, words, weakest_status(found))


def lanes(sides: Iterable[Side]) -> tuple[str, ...]:
    """The lanes of a timeline, by who attacked first; what names no side comes last."""
    found = list(dict.fromkeys(side.key for side in sides))
    named = [key for key in found if key not in _WORDS]
    extra = [OTHERS] if len(named) > MOST else []
    return (*named[:MOST], *extra, *(key for key in (SEVERAL, NOBODY) if key in found))


def lane_words(graph: Graph, key: str) -> str:
    """What a lane is called."""
    return _WORDS.get(key) or graph.label(key)
