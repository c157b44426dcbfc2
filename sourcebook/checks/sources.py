"""Rules about sources."""

from collections.abc import Iterator

from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.models import Source
from sourcebook.problems import Problem
from sourcebook.vocabulary import Reading


def check_sources(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB405: a source serves something. SB406: a mirror was itself read."""
    readings = graph.dataset.terms(Reading)
    for source in graph.all_of(Source):
        used = any(
            graph.backlinks_to(source.id, name) for name in ("citations", "copies", "derivatives")
        )
        if not used:
            message = (
                f"nothing cites '{source.id}', and no other source is derived from it: "
                "cite it or delete it"
            )
            yield graph.problem(source.id, (), "SB405", message)
        if source.copy_of is not None and readings[source.read].is_unread:
            message = f"it is a copy of '{source.copy_of}' that nobody read: leave out the copy"
            yield graph.problem(source.id, ("read",), "SB406", message)
