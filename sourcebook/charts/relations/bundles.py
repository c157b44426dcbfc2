"""Ties in bundles: what several are to one is said once, on a line that branches."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.charts.layout import acyclic
from sourcebook.charts.relations.ties import Tie


@dataclass(frozen=True, slots=True)
class Bundle:
    """Ties of the same words and status that have one end in common."""

    name: str
    ties: tuple[Tie, ...]

    @property
    def words(self) -> str:
        """What the sources are to the targets."""
        return self.ties[0].words

    @property
    def status(self) -> str:
        """Whether it is stated, alleged or inferred."""
        return self.ties[0].status


def bundles(ties: Iterable[Tie]) -> tuple[tuple[Bundle, ...], frozenset[tuple[str, str]]]:
    """The fewest bundles that a greedy search finds, and the pairs that stand the other way up."""
    left = list(ties)
    turned = acyclic(tie.pair for tie in left)
    found: list[Bundle] = []
    while left:
        counts = Counter(key for tie in left for key in _keys(tie, turned))
        key, _ = max(counts.items(), key=lambda item: item[1])
        taken = tuple(tie for tie in left if key in _keys(tie, turned))
        found.append(Bundle(f"={len(found)}", taken))
        left = [tie for tie in left if tie not in taken]
    return tuple(found), turned


def _keys(tie: Tie, turned: frozenset[tuple[str, str]]) -> tuple[tuple[object, ...], ...]:
    """What a tie could be bundled by: its source or its target."""
    same = (tie.kinds, tie.status, tie.pair in turned)
    return (*same, "from", tie.source), (*same, "to", tie.target)
