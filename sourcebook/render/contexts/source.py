"""The page of a source."""

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.charts import lineage
from sourcebook.load import FileLocation
from sourcebook.models import Actor, Record, Source
from sourcebook.models.source import Capture, Derivation
from sourcebook.quotes import count_states, describe_states
from sourcebook.render.contexts.cited_by import Citing, citing_of
from sourcebook.render.contexts.record import mentions_of
from sourcebook.render.pictures import Pictures, svg
from sourcebook.render.view import View
from sourcebook.vocabulary import CaptureExtent, CaptureMethod, DerivationType


@dataclass(frozen=True, slots=True)
class LaterText:
    """A source that is derived from this one: how, and the number of the derivation that says so.

    A plain copy has no such number.
    """

    source_id: str
    relation: str
    index: int | None
    noted: bool


@dataclass(frozen=True, slots=True)
class SourceContext:
    """What `source.html` reads.

    `issuer` is the actor in whose voice it speaks, and `own_voice` whether its publisher is called
    the same. `captured` says of the captured text how much it holds and who or what made it;
    `checks` how its quotations stand, empty where there are none.
    """

    record: Source
    issuer: Actor | None
    own_voice: bool
    roots: tuple[str, ...]
    leads_to: tuple[LaterText, ...]
    citing: tuple[Citing, ...]
    checks: str
    captured: tuple[str, ...]
    mentions: tuple[Record, ...]
    file: FileLocation


def source_context(view: View) -> SourceContext:
    """A source: what cites it, what it is derived from, and what is derived from it."""
    source_id = view.page.subject
    record = view.record_of(Source, source_id)
    issuer = view.record_of(Actor, record.issued_by) if record.issued_by else None
    later, citing = _later_texts(view, source_id), citing_of(view, source_id)
    shown = {text.source_id for text in later} | {each.record_id for each in citing}
    return SourceContext(
        record=record,
        issuer=issuer,
        own_voice=issuer is not None and issuer.label == record.publisher.removeprefix("The "),
        roots=view.roots(source_id),
        leads_to=later,
        citing=citing,
        checks=_checks(view, source_id),
        captured=tuple(_captured(view, record.capture)) if record.capture else (),
        mentions=mentions_of(view, source_id, shown),
        file=view.file_location(source_id),
    )


def _captured(view: View, capture: Capture) -> Iterator[str]:
    """What a captured text holds of its source, and how it became text, in phrases."""
    if capture.holds is not None:
        yield f"holds {view.dataset.terms(CaptureExtent)[capture.holds].label}"
    if capture.read_by is None:
        return
    method = view.dataset.terms(CaptureMethod)[capture.read_by]
    sure = capture.confidence
    yield method.label + ("" if sure is None else f", with a mean confidence of {sure:g} %")
    if capture.compared_by is not None and capture.compared_on is not None:
        day = view.language.day(capture.compared_on)
        yield f"compared with the {method.source} by {capture.compared_by} on {day}"


def _later_texts(view: View, source_id: str) -> tuple[LaterText, ...]:
    """Copies first, each kind by id."""
    copies = (link.record_id for link in view.backlinks_to(source_id, "copies"))
    as_copy = view.dataset.terms(DerivationType).of_field("copy_of")
    derived: list[tuple[str, str, int, bool]] = []
    for link in view.backlinks_to(source_id, "derivatives"):
        derivation: Derivation = view.linking_element(link)
        noted = derivation.note is not None
        derived.append((link.record_id, derivation.relation, int(link.path[1]), noted))
    return (
        *(LaterText(copy, as_copy.id, None, noted=False) for copy in sorted(copies)),
        *(LaterText(*row) for row in sorted(derived)),
    )


def _checks(view: View, source_id: str) -> str:
    found = view.quotations_of(source_id)
    if not found:
        return ""
    count = view.language.count(len(found), "quotation")
    states = describe_states(count_states(one.state for one in found), view.language)
    return f"{count} of it on this site: {states}"


def source_pictures(view: View) -> Pictures:
    """What a source is derived from, and what is derived from it."""
    drawn = lineage.around(
        view.graph, view.page.subject, prefix="lineage", href=view.url, more="#lineage"
    )
    return Pictures(lineage=svg(drawn))
