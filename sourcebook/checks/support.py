"""Hints that call themselves so: a passage may not say what its claim says.

A verdict of a person on the passage, as passage and claim are now, takes their place.
"""

from collections import defaultdict
from collections.abc import Iterator

from sourcebook.derive import Derived
from sourcebook.derive.coverage import standing_verdict
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Citation, claims_of
from sourcebook.problems import Problem
from sourcebook.quotes import quoted_text_of
from sourcebook.quotes.assessments import has_passage
from sourcebook.support import ActorNames, english_words, hints_of

_MANY = 6
"""So many claims are not all made by one passage."""
_MEND = "cite the words that say it, or read it and run `python build.py assess`"


def check_support(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB547, SB548: what in the words of a passage may be said by others, or of something else."""
    names = ActorNames(graph)
    for record in graph.records.values():
        for index, claim in enumerate(claims_of(record)):
            for number, citation in enumerate(claim.cites):
                words = english_words(graph, citation)
                if not words or standing_verdict(graph, claim, citation) is not None:
                    continue
                path: ValuePath = ("claims", index, "cites", number, "quote")
                for hint in hints_of(names, record, claim, words):
                    code = "SB547" if hint.of_speaker else "SB548"
                    message = f"hint at claim '{claim.id}': {hint.message}; {_MEND}"
                    yield graph.problem(record.id, path, code, message)


def check_generic_passages(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB549: one passage under many claims."""
    found: dict[object, list[tuple[str, ValuePath]]] = defaultdict(list)
    for record in graph.records.values():
        for index, claim in enumerate(claims_of(record)):
            for number, citation in enumerate(claim.cites):
                if has_passage(citation) and standing_verdict(graph, claim, citation) is None:
                    key = (citation.source, _same_words(citation))
                    found[key].append((record.id, ("claims", index, "cites", number)))
    for places in found.values():
        claims = {(record_id, path[:2]) for record_id, path in places}
        if len(claims) >= _MANY:
            message = f"hint: this passage stands under {len(claims)} claims; {_MEND}"
            yield graph.problem(*places[0], "SB549", message)


def _same_words(citation: Citation) -> object:
    """What makes two passages of a source one."""
    if citation.quote is None and citation.passage is not None:
        return str(citation.passage.words)
    return quoted_text_of(citation).words
