"""Dates that cannot be: later than the edition, or before what they follow."""

from collections.abc import Iterator
from typing import NamedTuple

from sourcebook.derive import Derived
from sourcebook.derive.dates import surely_before
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Claim, Incident, Record, Source, When, claims_of
from sourcebook.problems import Problem
from sourcebook.vocabulary import Measure


class _Dated(NamedTuple):
    """A date of a record: where it stands, what it is the date of, and it."""

    record_id: str
    path: ValuePath
    what: str
    date: When


def check_edition_date(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB411: nothing in an edition is later than the edition."""
    edition = graph.dataset.edition_date
    later = [one for one in _dates_on_record(graph) if surely_before(edition, one.date)]
    if later and graph.dataset_location is not None:
        last = max(later, key=lambda one: (one.date.earliest, one.record_id))
        message = (
            f"edition_date ({edition}) is before {graph.language.count(len(later), 'date')} on "
            f"record, the latest {last.date} ({last.what} of '{last.record_id}'): give the day "
            "of this edition, or correct that date"
        )
        yield graph.dataset_location.problem("SB411", message, ("edition_date",))


def _dates_on_record(graph: Graph) -> Iterator[_Dated]:
    """The dates of what has to have happened before an edition comes out."""
    for source in graph.all_of(Source):
        yield from _dates_of_source(source)
    for incident in graph.all_of(Incident):
        yield _Dated(incident.id, ("date",), "date", incident.date)
    for record, claim in graph.claims():
        if claim.said is not None:
            yield _Dated(record.id, (), f"claim '{claim.id}'", claim.said)


def _dates_of_source(source: Source) -> Iterator[_Dated]:
    captured = source.capture.captured if source.capture else None
    fields = {
        "published": source.published,
        "updated": source.updated,
        "accessed": source.accessed,
        "status_date": source.status_date,
    }
    for field, date in fields.items():
        if date is not None:
            yield _Dated(source.id, (field,), field, date)
    if captured is not None:
        yield _Dated(source.id, ("capture", "captured"), "captured", captured)


def check_order(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB412: a source is read, captured, corrected after it appeared; what is said, after it was.

    An incident is spoken of after it began, and a figure is of a day before it is given.
    """
    for source in graph.all_of(Source):
        yield from _source_order(graph, source)
    for record in graph.records.values():
        for index, claim in enumerate(claims_of(record)):
            yield from _claim_order(graph, record, claim, ("claims", index))


def _source_order(graph: Graph, source: Source) -> Iterator[Problem]:
    if source.published is None:
        return
    for one in _dates_of_source(source):
        if surely_before(one.date, source.published):
            yield _out_of_order(graph, one, f"published ({source.published})")


def _claim_order(graph: Graph, record: Record, claim: Claim, path: ValuePath) -> Iterator[Problem]:
    if claim.said and claim.as_of and surely_before(claim.said, claim.as_of):
        as_of = _Dated(record.id, (*path, "said"), "said", claim.said)
        yield _out_of_order(graph, as_of, f"as_of ({claim.as_of}), the day that it speaks of")
    measure = graph.dataset.terms(Measure)[claim.measure]
    if isinstance(record, Incident) and measure.harm:
        for field, date in (("said", claim.said), ("as_of", claim.as_of)):
            if date is not None and surely_before(date, record.date):
                one = _Dated(record.id, (*path, field), field, date)
                yield _out_of_order(graph, one, f"the event ({record.date})")


def _out_of_order(graph: Graph, one: _Dated, what: str) -> Problem:
    message = f"{one.what} ({one.date}) is before {what}: one of the dates is wrong"
    return graph.problem(one.record_id, one.path, "SB412", message)
