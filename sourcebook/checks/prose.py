"""The rules about words, tried on every sentence in one pass: most of them have no case for it."""

from collections.abc import Iterator

from sourcebook.checks.attributed import check_attributed
from sourcebook.checks.bound_words import check_counts
from sourcebook.checks.hints import Hints
from sourcebook.checks.passages import editor_passages
from sourcebook.checks.typed_facts import check_typed
from sourcebook.checks.who_did_it import WhoDidIt
from sourcebook.checks.wording import check_wording
from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.problems import Problem


def check_prose(graph: Graph, derived: Derived) -> Iterator[Problem]:
    """SB601 to SB624: what is wrong with the words of each sentence."""
    hints, who = Hints(graph, derived), WhoDidIt(graph, derived)
    for passage in editor_passages(graph):
        yield from check_typed(hints, passage)
        yield from check_attributed(graph, derived, passage)
        yield from check_wording(graph, derived, passage)
        yield from who.check(passage)
        yield from check_counts(graph, passage)
