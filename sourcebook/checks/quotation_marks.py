"""Rules about quotation marks in prose: what cannot be looked up, and marks that mark nothing."""

from collections.abc import Iterator

from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.problems import Problem, quoted
from sourcebook.quotes import FACT, ProseQuotations


def check_quotation_marks(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB530: quotations that cannot be looked up. SB531: marks that make no quotation."""
    found = ProseQuotations(graph)
    for one in found:
        if one.lost:
            words = quoted(one.words.replace(FACT, "{{…}}"))
            message = (
                f"{words} cannot be looked up: {one.lost}; cite the source of these words right "
                "behind them, or write them without quotation marks"
            )
            yield graph.problem(one.record_id, one.path, "SB530", message, one.line)
    for record_id, path, odd in found.odd_marks():
        what = (
            "opens or closes nothing, so that nobody can tell what it quotes: write its partner"
            if odd.known
            else "is a mark that no rule knows, so that what it quotes is not looked up: write “…”"
        )
        yield graph.problem(record_id, path, "SB531", f"'{odd.mark}' {what}", odd.line)
