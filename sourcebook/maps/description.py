"""A map in words: for its description, for the names of its links, and for the table beside it."""

from dataclasses import dataclass
from math import ceil, log10

from sourcebook.geo.disc import Disc
from sourcebook.geo.distance import distance, great_circle
from sourcebook.maps.items import Event, Marked, Rival, Somewhere


@dataclass(frozen=True, slots=True)
class Row:
    """A marked place as a row of a table: everything that the map says of it."""

    id: str
    label: str
    href: str | None
    position: str
    uncertainty: str
    events: tuple[Event, ...]
    rivals: tuple[str, ...]


def map_rows(marks: tuple[Marked, ...]) -> tuple[Row, ...]:
    """What a map of these marks says, as rows."""
    return tuple(
        Row(
            mark.id, mark.label, mark.href, position(mark), uncertainty(mark), mark.events,
            tuple(rival(mark, each) for each in mark.rivals),
        )
        for mark in marks
    )  # fmt: skip


def position(mark: Marked) -> str:
    """Where a mark is: `35.34° N, 40.31° E`, or `near Deir ez-Zor`."""
    if mark.near:
        return f"near {mark.near.label}"
    closest = min((mark.disc.radius, *mark.rings))
    return coordinates(Disc(mark.disc.lat, mark.disc.lon, closest))


def uncertainty(mark: Marked) -> str:
    """How closely a mark is known: `within 2 km`, `about 10 km from Deir ez-Zor, upstream`."""
    if mark.near:
        way = f", {mark.near.direction}" if mark.near.direction else ""
        return f"about {distance(mark.disc.radius)} from {mark.near.label}{way}"
    radii = [distance(radius) for radius in sorted({*mark.rings, mark.disc.radius})]
    return f"within {' or '.join(radii)}"


def rival(mark: Marked, other: Rival) -> str:
    """Another position of a mark: `also placed at 33.44° N, 38.84° E, 22 km away, within 5 km`."""
    where = f"{other.label} by {_listed(other.by)}" if other.by else coordinates(other.disc)
    return f"also placed at {where}, {apart(mark.disc, other.disc)} away, {_within(other.disc)}"


def summary(mark: Marked, *, nearness_first: bool = False) -> str:
    """A mark in a sentence without its stop.

    With `nearness_first` the words that stand beside a ring, its name and how near it is known,
    stand together here too, as the name of a link has to hold what is seen (WCAG 2.2, 2.5.3).
    """
    what, near = _what(mark), uncertainty(mark)
    swapped = nearness_first and len(mark.events) == 1
    parts = [f"{mark.label}: " + (f"{near}, {what.removesuffix(', ')}" if swapped else what + near)]
    return "; ".join([*parts, *(rival(mark, each) for each in mark.rivals)])


def named_area(area: Somewhere, *, counted: bool = True) -> str:
    """An area in words: `Somewhere in Quellmark: 2 incidents`, or its name."""
    if area.kind == "location":
        return area.label
    count = len(area.events)
    number = f": {count:,} incident{'' if count == 1 else 's'}" if counted and count else ""
    return f"Somewhere in {area.label}{number}"


def apart(one: Disc, other: Disc) -> str:
    """How far two points are from each other."""
    return distance(great_circle((one.lat, one.lon), (other.lat, other.lon)))


def coordinates(disc: Disc) -> str:
    """A point in degrees, with no more decimals than its radius allows."""
    decimals = max(0, min(5, ceil(log10(111_195 / max(disc.radius, 1)))))
    lat, lon = f"{abs(disc.lat):.{decimals}f}°", f"{abs(disc.lon):.{decimals}f}°"
    return f"{lat} {'S' if disc.lat < 0 else 'N'}, {lon} {'W' if disc.lon < 0 else 'E'}"


def _what(mark: Marked) -> str:
    if mark.kind == "claimed":
        return "placed here by a claim, "
    if not mark.events:
        return ""
    if len(mark.events) == 1:
        return f"{mark.events[0].title}, "
    return f"{len(mark.events)} incidents, "


def _within(disc: Disc) -> str:
    return f"within {distance(disc.radius)}"


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
