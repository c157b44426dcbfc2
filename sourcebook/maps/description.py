"""A map in words: for its description and for the names of its links."""

from sourcebook.geo.disc import Disc
from sourcebook.geo.distance import great_circle
from sourcebook.language import Language
from sourcebook.maps.items import Marked, Rival, Somewhere


def uncertainty(language: Language, mark: Marked) -> str:
    """How closely a mark is known: `within 2 km`, `about 10 km from Deir ez-Zor, upstream`."""
    if mark.near:
        way = f", {mark.near.direction}" if mark.near.direction else ""
        return f"about {language.distance(mark.disc.radius)} from {mark.near.label}{way}"
    radii = map(language.distance, sorted({*mark.rings, mark.disc.radius}))
    return f"within {language.join_list(radii, 'or')}"


def rival(language: Language, mark: Marked, other: Rival) -> str:
    """Another position of a mark: `also placed at 33.44° N, 38.84° E, 22 km away, within 5 km`."""
    disc = other.disc
    where = language.coordinates(disc.lat, disc.lon, disc.radius)
    if other.by:
        where = f"{other.label} by {language.join_list(other.by)}"
    away, within = apart(language, mark.disc, disc), language.distance(disc.radius)
    return f"also placed at {where}, {away} away, within {within}"


def summary(language: Language, mark: Marked, *, nearness_first: bool = False) -> str:
    """A mark in a sentence without its stop.

    With `nearness_first` the words that stand beside a ring, its name and how near it is known,
    stand together here too, as the name of a link has to hold what is seen (WCAG 2.2, 2.5.3).
    """
    what, near = _what(language, mark), uncertainty(language, mark)
    swapped = nearness_first and len(mark.events) == 1
    parts = [f"{mark.label}: " + (f"{near}, {what.removesuffix(', ')}" if swapped else what + near)]
    return "; ".join([*parts, *(rival(language, mark, each) for each in mark.rivals)])


def named_area(language: Language, area: Somewhere, *, counted: bool = True) -> str:
    """An area in words: `Somewhere in Quellmark: 2 incidents`, or its name."""
    if area.kind == "location":
        return area.label
    count = len(area.events)
    number = f": {language.count(count, 'incident')}" if counted and count else ""
    return f"Somewhere in {area.label}{number}"


def apart(language: Language, one: Disc, other: Disc) -> str:
    """How far two points are from each other."""
    return language.distance(great_circle((one.lat, one.lon), (other.lat, other.lon)))


def _what(language: Language, mark: Marked) -> str:
    if mark.kind == "claimed":
        return "placed here by a claim, "
    if not mark.events:
        return ""
    if len(mark.events) == 1:
        return f"{mark.events[0].title}, "
    return f"{language.count(len(mark.events), 'incident')}, "
