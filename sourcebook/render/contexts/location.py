"""The page of a location."""

from dataclasses import dataclass

from sourcebook.derive import ClaimInScope, Scope
from sourcebook.load import FileLocation
from sourcebook.models import Incident, Location, Record
from sourcebook.render.contexts.incident_rows import IncidentRow, by_date, incident_row
from sourcebook.render.contexts.record import (
    Glance,
    claims_about,
    glance_of,
    mentions_of,
    ordered_scopes,
    places_above,
)
from sourcebook.render.pictures import Pictures, map_of
from sourcebook.render.view import View


@dataclass(frozen=True, slots=True)
class LocationContext:
    """What `location.html` reads. `above` is what the location lies in, the nearest first."""

    record: Location
    above: tuple[Location, ...]
    contains: tuple[Record, ...]
    nearby: tuple[Record, ...]
    incidents: tuple[IncidentRow, ...]
    glance: Glance
    scopes: tuple[Scope, ...]
    said_of: tuple[tuple[Record, ClaimInScope], ...]
    mentions: tuple[Record, ...]
    gaps: tuple[str, ...]
    file: FileLocation


def location_context(view: View) -> LocationContext:
    """A location: what lies around it and what happened there."""
    location_id = view.page.subject
    analysis = view.analysis(location_id)
    happened = by_date(view.linking_records(location_id, "incidents"))
    said_of = claims_about(view, view.backlinks_to(location_id, "named_in"))
    shown = {record.id for record in happened} | {record.id for record, _ in said_of}
    return LocationContext(
        record=view.record_of(Location, location_id),
        above=tuple(places_above(view, location_id)),
        contains=view.linking_records(location_id, "contains"),
        nearby=view.linking_records(location_id, "nearby"),
        incidents=tuple(incident_row(view, i) for i in happened if isinstance(i, Incident)),
        glance=glance_of(view, location_id),
        scopes=ordered_scopes(analysis.scopes),
        said_of=said_of,
        mentions=mentions_of(view, location_id, shown),
        gaps=analysis.gaps,
        file=view.file_location(location_id),
    )


def location_pictures(view: View) -> Pictures:
    """Where a location is, with what lies in it."""
    location_id = view.page.subject
    inside = (record.id for record in view.linking_records(location_id, "contains"))
    return map_of(view, [location_id, *inside], "Where it is", here=location_id)
