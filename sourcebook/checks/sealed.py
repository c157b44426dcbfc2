"""Rules about sealed passages that need no capture."""

from collections.abc import Iterator

from sourcebook.derive import Derived
from sourcebook.language import FOR_EDITORS
from sourcebook.link import Graph
from sourcebook.problems import Problem

_REPRODUCES = ("quote", "prefix", "suffix", "translation")
"""Fields of a citation that hold words of the source, or say them again."""


def check_sealed(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB540: what is sealed is not reproduced beside its seal."""
    for record_id, path in graph.quotation_paths:
        if path[-2:] == ("passage", "sha256"):
            citation = graph.element_at(record_id, path[:-2])
            beside = [name for name in _REPRODUCES if getattr(citation, name) is not None]
            if beside:
                message = (
                    f"a sealed passage has {FOR_EDITORS.join_list(beside)} beside it, which says "
                    "what is sealed: delete the one or the other"
                )
                yield graph.problem(record_id, path[:-1], "SB540", message)
