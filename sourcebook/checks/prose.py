"""The rules about words, tried on every sentence in one pass: most of them have no case for it."""

from collections.abc import Iterator

from sourcebook.checks.drift import drift
from sourcebook.checks.hints import Hints
from sourcebook.checks.passages import passages
from sourcebook.checks.wording import wording
from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.problems import Problem


def prose(graph: Graph, derived: Derived) -> Iterator[Problem]:
    """SB601 to SB618: what is wrong with the words of each sentence."""
    hints = Hints(graph, derived)
    for passage in passages(graph):
        yield from drift(hints, passage)
        yield from wording(graph, derived, passage)
