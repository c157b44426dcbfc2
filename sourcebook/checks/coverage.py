"""SB546: as much is vouched for as the dataset asks of itself."""

from collections.abc import Iterator
from pathlib import Path

from sourcebook.derive import Derived
from sourcebook.derive.coverage import Coverage
from sourcebook.derive.coverage_words import describe_needy
from sourcebook.language import FOR_EDITORS
from sourcebook.link import Graph
from sourcebook.load import FileLocation
from sourcebook.problems import Problem

_NAMED = 3
"""How many records a message names."""


def check_coverage(graph: Graph, derived: Derived, content: Path) -> Iterator[Problem]:
    """SB546: fewer of a hundred claims or figures are vouched for than `coverage` asks."""
    limits = graph.dataset.coverage
    if limits is None:
        return
    found, place = derived.coverage, FileLocation(content / "dataset.yml", "content/dataset.yml")
    for name, least, some, total in (
        ("claims", limits.claims, found.claims.vouched, found.claims.total),
        ("figures", limits.figures, found.figures.vouched, found.figures.total),
        ("assessed", limits.assessed, found.assessed, found.claims.total),
    ):
        if total and 100 * some < least * total:
            did = "were read beside a passage" if name == "assessed" else "are vouched for"
            noun = "figures" if name == "figures" else "claims"
            message = (
                f"{some:,} of {total:,} {noun} {did}, {100 * some // total} of a hundred, but "
                f"coverage asks for {least}{_next(found)}"
            )
            yield place.problem("SB546", message, ("coverage", name))


def _next(found: Coverage) -> str:
    """Where to begin."""
    listed = [
        f"{one.record_id} ({describe_needy(one, FOR_EDITORS)})" for one in found.needy[:_NAMED]
    ]
    return f": begin with {'; '.join(listed)}" if listed else ""
