"""A map in words: for its description and for the names of its links."""

from collections.abc import Sequence

from sourcebook.geo.disc import Disc
from sourcebook.geo.distance import great_circle
from sourcebook.language import Language
from sourcebook.maps.items import MapArea, MapPlace, OtherPosition


def uncertainty(language: Language, place: MapPlace) -> str:
    """How closely a place is known: `within 2 km`, `about 10 km from Deir ez-Zor, upstream`."""
    if place.near:
        way = f", {place.near.direction}" if place.near.direction else ""
        return f"about {language.distance(place.disc.radius)} from {place.near.label}{way}"
    radii = map(language.distance, sorted({*place.rings, place.disc.radius}))
    return f"within {language.join_list(radii, 'or')}"


def describe_other(language: Language, place: MapPlace, other: OtherPosition) -> str:
    """Another position: `also placed at 33.44° N, 38.84° E, 22 km away, within 5 km`."""
    disc = other.disc
    where = language.coordinates(disc.lat, disc.lon, disc.radius)
    if other.by:
        where = f"{other.label} by {language.join_list(other.by)}"
    away, within = distance_between(language, place.disc, disc), language.distance(disc.radius)
    return f"also placed at {where}, {away} away, within {within}"


def describe_place(language: Language, place: MapPlace, *, nearness_first: bool = False) -> str:
    """A place in a sentence without its stop.

    With `nearness_first` the words that stand beside a ring, its name and how near it is known,
    stand together here too, as the name of a link has to hold what is seen (WCAG 2.2, 2.5.3).
    """
    parts = [_contents(language, place), uncertainty(language, place)]
    if nearness_first and len(place.incidents) == 1:
        parts.reverse()
    first = f"{place.label}: {', '.join(filter(None, parts))}"
    return "; ".join([first, *(describe_other(language, place, each) for each in place.others)])


def _contents(language: Language, place: MapPlace) -> str:
    if place.kind == "claimed":
        return "placed here by a claim"
    if len(place.incidents) == 1:
        return place.incidents[0].title
    return language.count(len(place.incidents), "incident") if place.incidents else ""


def count_places(language: Language, places: Sequence[MapPlace]) -> str:
    """How many incidents and places some are: `4 incidents at 3 places`."""
    incidents = sum(len(place.incidents) for place in places)
    number = language.count(len(places), "place")
    return f"{language.count(incidents, 'incident')} at {number}" if incidents else number


def describe_area(language: Language, area: MapArea, *, counted: bool = True) -> str:
    """An area in words: `Somewhere in Quellmark: 2 incidents`, or its name."""
    if area.kind == "location":
        return area.label
    count = len(area.incidents)
    number = f": {language.count(count, 'incident')}" if counted and count else ""
    return f"Somewhere in {area.label}{number}"


def distance_between(language: Language, one: Disc, other: Disc) -> str:
    """How far the middles of two discs are from each other."""
    return language.distance(great_circle((one.lat, one.lon), (other.lat, other.lon)))
