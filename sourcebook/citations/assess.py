"""A person's verdict on a passage, written into its citation and bound to what was read."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from sourcebook.atomic_file import write_if_changed
from sourcebook.capture.refresh import load_graph
from sourcebook.citations.errors import CitationError
from sourcebook.citations.find_citation import CitationPlace, find_citation
from sourcebook.citations.record_text import RecordText
from sourcebook.link import Graph
from sourcebook.models import Assessment, Claim
from sourcebook.problems import did_you_mean, quoted
from sourcebook.quotes.assessments import bound_to, has_passage
from sourcebook.vocabulary import Verdict

_JOINERS = "\u200c\u200d"
"""Characters that are not seen and that some scripts need."""


@dataclass(frozen=True, slots=True)
class AssessRequest:
    """Whose verdict on which passage: `day` is when it was read, today unless given."""

    content: Path
    record_id: str
    claim_id: str
    source_id: str | None
    verdict: str
    by: str
    day: str | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Assessed:
    """A verdict, the claim and the passage that it is of, and the record's file with it."""

    graph: Graph
    place: CitationPlace
    claim: Claim
    assessment: Assessment
    file: Path
    text: str

    def write(self) -> bool:
        """Write the record; whether that changed it.

        Raises:
            FileWriteError: the file cannot be written.
        """
        return write_if_changed(self.file, self.text.encode())


def assess_citation(request: AssessRequest) -> Assessed:
    """The verdict on the passage of a citation, not written yet.

    Raises:
        CaptureError: a record cannot be read.
        CitationError: there is no such claim, passage, verdict or day.
    """
    graph = load_graph(request.content)
    place = find_citation(
        graph, request.record_id, request.claim_id, request.source_id, request.locator
    )
    claim = graph.element_at(place.record.id, place.path[:2])
    if not isinstance(claim, Claim) or not has_passage(place.citation):
        raise CitationError(
            f"'{request.claim_id}' of '{place.record.id}' has no passage to read under a claim: "
            "give its citation a quote, or seal one with `python build.py seal`"
        )
    assessment = _assessment(graph, request, bound_to(claim, place.citation))
    location = graph.file_locations[place.record.id]
    record_text = RecordText(location.file.read_bytes().decode(), location.table_line)
    fields = assessment.model_dump(mode="json") | {"date": assessment.date.text}
    new = record_text.with_fields(place.path, {"assessed": fields}, ())
    return Assessed(graph, place, claim, assessment, location.file, new)


def _assessment(graph: Graph, request: AssessRequest, of: str) -> Assessment:
    today = datetime.now(ZoneInfo(graph.dataset.time_zone)).date()
    fields = {
        "verdict": _verdict(graph, request.verdict),
        "by": request.by,
        "date": request.day or today.isoformat(),
        "of": of,
    }
    try:
        made = Assessment.model_validate(fields)
    except ValidationError as error:
        wrong = error.errors()[0]
        option = {"by": "--by", "date": "--on"}[str(wrong["loc"][0])]
        raise CitationError(f"{option}: {wrong['msg']}") from None
    if not all(one.isprintable() or one in _JOINERS for one in made.by):
        raise CitationError("--by: the name holds a character that is not seen: type it again")
    if made.date.earliest.date() > today:
        raise CitationError(f"--on: {made.date.text} is yet to come: give the day it was read")
    return made


def _verdict(graph: Graph, written: str) -> str:
    """The id of a verdict, however its words are joined."""
    known = graph.dataset.terms(Verdict)
    verdict = "_".join(written.lower().replace("-", " ").replace("_", " ").split())
    if verdict not in known:
        listed = ", ".join(known)
        hint = did_you_mean(verdict, known) or f"; say one of: {listed}"
        raise CitationError(f"{quoted(written)} is no verdict{hint}")
    return verdict
