"""The outlines of countries and divisions that the basemap has, and which of them a place is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from unicodedata import combining, normalize

from sourcebook.geo.basemap import Basemap, Layer, decode, to_the_pole
from sourcebook.geo.disc import Disc
from sourcebook.link import Graph
from sourcebook.models import Location
from sourcebook.vocabulary import LocationType

_PLAIN = re.compile(
    r"\b(?:the|governorate|muhafazat|province|region|state|of)\b|محافظة|منطقة|[^\w]+", re.I
)
"""What the names of one area may have or not: kinds of areas, blanks and signs."""
_LEVELS = 12
"""How far up a place is followed to what it lies in."""
_SMALL = 0.05
"""Which parts of an area, by their share in the largest, a map of it need not show."""
_SPOTS = 60
"""How many points of an outline are looked at to find the map that shows it."""

Key = tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Outline:
    """The outline of a country or of a division: its rings, and spots on them that a map shows."""

    name: str
    layer: Layer
    spots: tuple[Disc, ...]

    @property
    def size(self) -> float:
        """How large it is, in square degrees about its parts, to tell which holds another."""
        return sum(map(_size, (line.box for line in self.layer.lines))) / self.layer.scale**2


def outline_of(graph: Graph, place: Location) -> Outline | None:
    """The outline of a place, by its code of ISO 3166, or Wikidata, or GeoNames, or its name.

    A name counts only together with the country, and only where one area there has it: a wrong
    outline would say more than is known.
    """
    if not graph.dataset.terms(LocationType)[place.type].is_area:
        return None
    known = _known(graph.basemap)
    found = (known[key] for key in _keys(graph, place) if key in known)
    number = next((number for number in found if number is not None), None)
    return None if number is None else _outline(graph.basemap, number)


def _keys(graph: Graph, place: Location) -> Iterator[Key]:
    """What a place may be found by, the surest first."""
    if place.iso_3166:
        yield "code", place.iso_3166
    if place.wikidata:
        yield "wikidata", place.wikidata
    if place.geonames:
        yield "geonames", str(place.geonames)
    is_country = graph.dataset.terms(LocationType)[place.type].is_country
    country = "" if is_country else _country(graph, place)
    if country is not None:
        for name in (*place.names.values(), *place.variants):
            yield "name", country, _folded(name)


def _country(graph: Graph, place: Location) -> str | None:
    """The code of the country that a place lies in, as far as the records say."""
    for each in containing_places(graph, place):
        if each.iso_3166:
            return each.iso_3166[:2]
    return None


def containing_places(graph: Graph, place: Location) -> Iterator[Location]:
    """A place, what it lies in, and so on upwards."""
    for _ in range(_LEVELS):
        yield place
        above = graph.records.get(place.within or "")
        if not isinstance(above, Location):
            return
        place = above


@lru_cache(maxsize=4)
def _known(basemap: Basemap) -> Mapping[Key, int | None]:
    """The number of each area by what it may be found by; None where that is not one area."""
    found: dict[Key, int | None] = {}
    for number, row in enumerate(basemap.area_rows):
        for key in set(_keys_of(row)):
            found[key] = None if key in found else number
    return MappingProxyType(found)


def _keys_of(row: list[Any]) -> Iterator[Key]:
    code, country, names, wikidata, geonames = row[:5]
    for kind, value in (("code", code), ("wikidata", wikidata), ("geonames", geonames)):
        if value:
            yield kind, str(value)
    yield from (("name", country, folded) for name in names if (folded := _folded(name)))


def _folded(name: str) -> str:
    """A name without case, marks on letters, and the words that some leave out."""
    plain = "".join(char for char in normalize("NFKD", name) if not combining(char))
    return _PLAIN.sub("", plain.casefold())


@lru_cache(maxsize=4096)
def _outline(basemap: Basemap, number: int) -> Outline:
    _, _, names, _, _, scale, rings = basemap.area_rows[number]
    layer = Layer(scale, tuple(to_the_pole(decode(*each), scale) for each in rings))
    return Outline(names[0], layer, tuple(_spots(layer)))


def _spots(layer: Layer) -> Iterator[Disc]:
    """Points of the larger rings."""
    sizes = [_size(line.box) for line in layer.lines]
    large = [
        line for line, size in zip(layer.lines, sizes, strict=True) if size >= _SMALL * max(sizes)
    ]
    count = sum(len(line.xs) for line in large)
    for line in large:
        for n in range(0, len(line.xs), -(-count // _SPOTS)):
            yield Disc(line.ys[n] / layer.scale, line.xs[n] / layer.scale)


def _size(box: tuple[float, float, float, float]) -> float:
    west, south, east, north = box
    return (east - west) * (north - south)
