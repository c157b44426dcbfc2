"""Where a location is, as far as that was read, and who says so."""

from collections.abc import Iterable, Iterator

from sourcebook.derive import Derived
from sourcebook.language import Language
from sourcebook.ledger.published_fact import FactPart
from sourcebook.ledger.statement_facts import citation_parts
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Coordinates, Location
from sourcebook.models.location import Near

_NamedParts = Iterator[tuple[str, Iterable[FactPart]]]


def place_parts(graph: Graph, _derived: Derived, location: Location) -> _NamedParts:
    """Its points, each with the radius that it may be off by; or what it lies near."""
    language = graph.language
    if location.coordinates is not None:
        yield "coordinates", _point_parts(language, location.coordinates, ("coordinates",))
    for number, rival in enumerate(location.rival_coordinates):
        path = ("rival_coordinates", number)
        yield f"rival coordinates {number + 1}", _point_parts(language, rival, path)
    if location.near is not None:
        yield "near", _near_parts(language, location.near)


def _point_parts(language: Language, point: Coordinates, path: ValuePath) -> Iterator[FactPart]:
    yield FactPart(f"latitude {point.lat}", (*path, "lat"))
    yield FactPart(f"longitude {point.lon}", (*path, "lon"))
    radius = language.metres(point.uncertainty_m)
    yield FactPart(f"off by up to {radius}", (*path, "uncertainty_m"))
    yield from citation_parts(language, point.cites, path)


def _near_parts(language: Language, near: Near) -> Iterator[FactPart]:
    yield FactPart(near.location, ("near", "location"))
    yield FactPart(language.metres(near.distance_m), ("near", "distance_m"))
    yield FactPart(near.direction or "", ("near", "direction"))
    yield from citation_parts(language, near.cites, ("near",))
