"""Rules about captured texts: which reader made them, and what a machine read."""

from collections.abc import Iterator

from sourcebook.capture import outdated_reader
from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.models import Citation, Claim, Source, claims_of
from sourcebook.problems import Problem
from sourcebook.vocabulary import CaptureMethod, Measure


def check_readers(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB514: a captured text was made by the reader that there is now."""
    for source in graph.all_of(Source):
        capture = source.capture
        now = outdated_reader(capture.media_type, capture.reader) if capture else ""
        if capture is not None and now:
            message = (
                f"its captured text was made by {capture.reader or 'the first reader'}, and what "
                f"reads such files now is {now}, which may read figures otherwise: capture it "
                f"again with `python build.py capture {source.id} FILE`"
            )
            path = ("capture", "reader") if capture.reader else ("capture",)
            yield graph.problem(source.id, path, "SB514", message)


def check_machine_readings(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB515: a figure or date that a machine read was compared by a person."""
    machine_read = {
        source.id: method.source
        for source in graph.all_of(Source)
        if (method := _uncompared_method(graph, source)) is not None
    }
    for record in graph.records.values() if machine_read else ():
        for index, claim in enumerate(claims_of(record)):
            for number, citation in enumerate(claim.cites if _has_value(graph, claim) else ()):
                if citation.source in machine_read and citation.compared_by is None:
                    path = ("claims", index, "cites", number, "source")
                    message = _message(claim, citation, machine_read[citation.source])
                    yield graph.problem(record.id, path, "SB515", message)


def _uncompared_method(graph: Graph, source: Source) -> CaptureMethod | None:
    """The machine's method by which the text of a source was read, if nobody compared all of it."""
    capture = source.capture
    if capture is None or capture.read_by is None or capture.compared_by is not None:
        return None
    method = graph.dataset.terms(CaptureMethod)[capture.read_by]
    return method if method.by_machine else None


def _has_value(graph: Graph, claim: Claim) -> bool:
    kind = graph.dataset.terms(Measure)[claim.measure].kind
    return claim.derivation is None and kind in ("figure", "date")


def _message(claim: Claim, citation: Citation, source: str) -> str:
    return (
        f"claim '{claim.id}' says {claim.value.text} on the word of a machine that read "
        f"'{citation.source}': compare it with the {source}, and write into the citation "
        "compared_by, who did so, and compared_on, the day"
    )
