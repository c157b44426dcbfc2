"""The incidents as rows, for tables that filter and maps that move: scripts, loaded as needed.

    rows/manifest.js   which parts there are, and what the codes and ids in them are called
    rows/2022.js       the incidents that begin in a year; of a year with many, of each month
    rows/2022-08_1.js  the first of a month with many
    rows/undated.js    those of which nobody knows when they begin

Each is a call of the function `sourcebookRows` of assets/rows.js with the version of the file, its
name and data. The manifest names the version of each part: a part that did not change keeps its
address, and one that changed is never taken for what it was.

A row is a list, in the order of `FIELDS`; the manifest carries that order, too.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sourcebook.derive import Attribution
from sourcebook.derive.attribution import involved_actors
from sourcebook.derive.grade import GRADES
from sourcebook.exports.output import OutputContext
from sourcebook.link import Graph
from sourcebook.maps import Disc, MapItems, map_items_of_incident
from sourcebook.models import Episode, Incident
from sourcebook.pages import date_interval_of
from sourcebook.web.script import json_text, script_files, version_of

LARGEST = 300
"""The most rows of a part: some tens of kilobytes."""

FIELDS = (
    "id", "title", "type", "from", "to", "when", "location",
    "attackers", "actors", "grade", "disputed", "episodes", "marks", "area",
)  # fmt: skip
"""What a row holds.

`from` and `to` are the first and the last day that the date can mean, and `when` is the date in
words. `attackers` are id, word (alleged, acknowledged, inferred) and 1 for one that denies it;
`actors` are the ids of all who have a role or are accused. `marks` are latitude, longitude, radius
in metres and kind: `incident` is where it was, `near` the same for a place that is known only by
its distance from the point, `rival` another position of that place, `claimed` a place that a claim
gives. `area` is the id of the country or division that an incident is known only to, if
ground/outlines.js has its outline; else it is empty.
"""

Row = list[Any]
Parts = Iterator[tuple[str, list[Incident]]]


def row_files(context: OutputContext) -> dict[str, bytes]:
    """The scripts by name, sorted."""
    found = sorted(context.graph.all_of(Incident), key=lambda each: (*each.date.order, each.id))
    texts, parts, actors = {}, [], set[str]()
    for name, members in _parts(found):
        made = [_row(context, incident) for incident in members]
        actors.update(*(row[FIELDS.index("actors")] for row in made))
        texts[name] = json_text(made)
        parts.append([name, *_span(members), len(members), version_of(texts[name])])
    texts["manifest"] = json_text(_manifest(context.graph, found, parts, actors))
    return script_files("sourcebookRows", texts)


def _parts(found: list[Incident]) -> Parts:
    """The parts by name: years, and where those are large months, and then slices of them."""
    for year, members in _grouped(found, lambda incident: date_interval_of(incident)[:4]):
        if len(members) <= LARGEST:
            yield year, members
        else:
            for month, some in _grouped(members, lambda incident: date_interval_of(incident)[:7]):
                yield from _slices(month, some)


def _grouped(
    found: Iterable[Incident], key: Callable[[Incident], str]
) -> Iterable[tuple[str, list[Incident]]]:
    groups: dict[str, list[Incident]] = defaultdict(list)
    for incident in found:
        groups[key(incident) or "undated"].append(incident)
    return groups.items()


def _slices(name: str, members: list[Incident]) -> Parts:
    if len(members) <= LARGEST:
        yield name, members
    else:
        for start in range(0, len(members), LARGEST):
            yield f"{name}_{start // LARGEST + 1}", members[start : start + LARGEST]


def _days(incident: Incident) -> tuple[str, str]:
    first, last = incident.date.order
    return first.date().isoformat(), last.date().isoformat()


def _span(members: Iterable[Incident]) -> tuple[str, str]:
    """The first and the last day that any of the dates can mean."""
    starts, ends = zip(*map(_days, members), strict=True)
    return min(starts), max(ends)


def _row(context: OutputContext, incident: Incident) -> Row:
    analysis = context.derived.analyses[incident.id]
    places = map_items_of_incident(context.graph, incident.id, _nowhere, analysis.claimed_places)
    return [
        incident.id,
        incident.title,
        incident.type,
        *_days(incident),
        context.graph.language.day(incident.date),
        incident.location,
        list(map(_attacker, analysis.attributions)),
        involved_actors(incident, analysis.attributions),
        analysis.grade.name if analysis.grade else "",
        int(analysis.disputed),
        [incident.episode] if incident.episode else [],
        list(_marks(places)),
        next((area.id for area in places.areas), ""),
    ]


def _attacker(each: Attribution) -> Row:
    return [each.actor_id, each.status, *([1] if each.denied else [])]


def _marks(places: MapItems) -> Iterator[Row]:
    for mark in places.places:
        yield _at(mark.disc, "near" if mark.near else mark.kind)
        for rival in mark.others:
            yield _at(rival.disc, "claimed" if rival.label else "rival")


def _at(disc: Disc, kind: str) -> Row:
    return [disc.lat, disc.lon, round(disc.radius), kind]


def _nowhere(_: str) -> str:
    return ""


def _manifest(
    graph: Graph, found: list[Incident], parts: list[Row], actors: Iterable[str]
) -> dict[str, Any]:
    return {
        "fields": FIELDS,
        "parts": parts,
        "total": len(found),
        "folder": Incident.folder,
        "types": {each.type: graph.dataset.term_of(each, "type").label for each in found},
        "grades": [list(pair) for pair in GRADES.items()],
        "actors": {record_id: graph.records[record_id].label for record_id in actors},
        "locations": _locations(graph, found),
        "episodes": {episode.id: episode.title for episode in graph.all_of(Episode)},
    }


def _locations(graph: Graph, found: Iterable[Incident]) -> dict[str, Row]:
    """The places of incidents and all that they lie in: label, and the id of what is around."""
    places: dict[str, Row] = {}
    for incident in found:
        record_id = incident.location
        while record_id and record_id not in places:
            place = graph.records[record_id]
            around = getattr(place, "within", None) or ""
            places[record_id] = [place.label, around]
            record_id = around
    return places
