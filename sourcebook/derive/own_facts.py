"""What is true of a record itself, and not claimed of it: its name, dates and numbers.

An incident's `after.<incident>` is how long after one that it answers it began. An episode begins
and ends with its incidents; its sources are theirs and its own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sourcebook.derive.analysis import RecordAnalysis
from sourcebook.derive.counted_facts import role_claimants
from sourcebook.derive.episodes import incident_ids_of
from sourcebook.derive.fact import Fact
from sourcebook.geo.distance import great_circle
from sourcebook.language import Language
from sourcebook.link import Graph
from sourcebook.models import Actor, Episode, Incident, Location, Record, Source, When

Analyses = Mapping[str, RecordAnalysis]
_Rows = Iterator[tuple[str, str, str, str]]
"""Name, words, rule and section."""

_HOURS = 48
"""Up to this many hours a time between two events is given in hours, beyond in days."""


def own_facts(graph: Graph, record: Record, analyses: Analyses) -> Iterator[tuple[str, Fact]]:
    """The facts of a record that are drawn from no single claim, by name."""
    yield "name", Fact(record.label, record.id, "", "the record's name")
    for kind, rows_of in _KINDS.items():
        if isinstance(record, kind):
            for name, words, rule, section in rows_of(graph, record, analyses):
                if words:
                    yield name, Fact(words, record.id, "", rule, section)


def _incident(graph: Graph, incident: Incident, analyses: Analyses) -> _Rows:
    place = graph.records.get(incident.location)
    grade = analyses[incident.id].grade
    yield "date", graph.language.date(incident.date, graph.dataset), "the incident's date", ""
    yield "place", place.label if place else incident.location, "the incident's place", ""
    yield "grade", grade.name if grade else "", "the incident's grade", "grade"
    yield from _calendar(graph.language, incident.date, "the incident's")
    yield "time", graph.language.clock(incident.date), "the incident's time of day", ""
    yield from _sourced(graph, analyses, (incident.id,), "cited for the incident", "sources")
    yield from _intervals(graph, incident)
    yield from role_claimants(graph, incident)


def _calendar(language: Language, when: When, whose: str) -> _Rows:
    """The parts of a date that prose asks for."""
    yield "day", language.day(when), f"{whose} day", ""
    yield "weekday", language.weekday(when), f"the weekday of {whose} day", ""
    yield "month", language.month(when), f"{whose} month", ""
    yield "year", str(when.start.year) if when.start else "", f"{whose} year", ""


def _sourced(
    graph: Graph, analyses: Analyses, record_ids: Iterable[str], what: str, section: str
) -> _Rows:
    """How many sources, publishers, origins, claimants and claims some records have, each once."""
    found = [analyses[record_id] for record_id in record_ids if record_id in analyses]
    origins = [analysis.origins for analysis in found]
    claims = [p for one in found for scope in one.scopes for p in scope.claims]
    counted: dict[str, set[Any]] = {
        "sources": {name for one in origins for name in one.reports},
        "publishers": {name for one in origins for name in one.publishers},
        "origins": {name for one in origins for name in one.origins},
        "claimants": {name for entry in claims for name in entry.claim.by},
        "claims": {(entry.record_id, entry.claim.id) for entry in claims},
    }
    for name, members in counted.items():
        words = "apparent origins" if name == "origins" else name
        yield name, graph.language.number(len(members)), f"counted: the {words} {what}", section


def _intervals(graph: Graph, incident: Incident) -> _Rows:
    for response in incident.responds_to:
        other = graph.records.get(response.incident)
        if isinstance(other, Incident):
            rule = f"counted from the date of “{other.label}” to the incident's own"
            words = interval(graph.language, other.date, incident.date)
            yield f"after.{other.id}", words, rule, "chain"


def interval(language: Language, first: When, then: When) -> str:
    """The time between the beginnings of two events, in words; empty where it is zero or unknown.

    It is counted in hours where both hours are known and it is short, else in whole days.
    """
    one, other = first.start, then.start
    if one is None or other is None or "year" in (one.precision, other.precision):
        return ""
    if "month" in (one.precision, other.precision):
        return ""
    doubtful = any(m.approximate or m.uncertain for m in (one, other))
    timed = one.hour is not None and other.hour is not None and one.offset == other.offset
    hours = round((other.earliest - one.earliest).total_seconds() / 3600)
    if timed and abs(hours) <= _HOURS:
        words = language.count(hours, "hour") if hours else ""
        return language.text("about {value}", value=words) if doubtful and hours else words
    days = (other.earliest.date() - one.earliest.date()).days
    return language.count(days, "day") if days else ""


def _episode(graph: Graph, episode: Episode, analyses: Analyses) -> _Rows:
    incidents = incident_ids_of(graph, episode.id)
    language, count = graph.language, graph.language.number(len(incidents))
    yield "incidents", count, "counted: the episode's incidents", "incidents"
    yield "as-of", language.date(episode.as_of), "the date that the episode is told as of", ""
    yield "cut-off", language.date(episode.cut_off), "the date up to which sources were read", ""
    what, record_ids = "of the episode and its incidents", (*incidents, episode.id)
    yield from _sourced(graph, analyses, record_ids, what, "source-summary")
    found = map(graph.records.get, incidents)
    dates = [incident.date for incident in found if isinstance(incident, Incident)]
    yield from _span(language, [date for date in dates if date.start and date.end])


def _span(language: Language, dates: list[When]) -> _Rows:
    if dates:
        first = min(dates, key=lambda date: date.earliest)
        last = max(dates, key=lambda date: date.latest)
        days = (last.latest.date() - first.earliest.date()).days + 1
        yield "start", language.day(first), "the day of the episode's first incident", "incidents"
        yield "end", language.day(last), "the day of the episode's last incident", "incidents"
        rule = "counted from the day of its first incident to that of its last, both included"
        yield "days", language.number(days), rule, "incidents"
        yield "month", language.month(first), "the month of its first incident", "incidents"
        yield "year", str(first.earliest.year), "the year of its first incident", "incidents"


def _source(graph: Graph, source: Source, _analyses: Analyses) -> _Rows:
    if source.published is not None:
        words = graph.language.date(source.published)
        yield "published", words, "the date of publication", "record"
        yield from _calendar(graph.language, source.published, "the source's")


def _actor(graph: Graph, actor: Actor, _analyses: Analyses) -> _Rows:
    """When a relation began and ended: `designated-by.us-treasury` is the date of it."""
    for relation in actor.relations:
        rule = f"the date of its relation “{relation.type}”"
        if relation.since is not None:
            words = graph.language.date(relation.since)
            yield f"{relation.type}.{relation.actor}", words, rule, "relations"


def _location(graph: Graph, location: Location, _analyses: Analyses) -> _Rows:
    """How far off what it is near, and how far apart rival points for it are."""
    words = graph.language.distance
    if location.near is not None:
        yield "near", words(location.near.distance_m), "the distance that was read", "place"
    for index, rival in enumerate(location.rival_coordinates, 1):
        one = location.coordinates
        if one is not None:
            metres = great_circle((one.lat, one.lon), (rival.lat, rival.lon))
            name = "apart" if index == 1 else f"apart-{index}"
            yield name, words(metres), "measured between the points that are given", "place"


_KINDS: dict[type[Record], Callable[..., _Rows]] = {
    Incident: _incident,
    Episode: _episode,
    Source: _source,
    Actor: _actor,
    Location: _location,
}
