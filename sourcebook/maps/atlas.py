"""The backgrounds of a dataset's maps, each drawn once, with the dataset's own names on them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import floor
from types import MappingProxyType

from sourcebook.geo.basemap import Town
from sourcebook.geo.distance import great_circle
from sourcebook.link import Graph
from sourcebook.maps.background import Background, background, overview, overview_lines
from sourcebook.maps.view import View
from sourcebook.models import Location
from sourcebook.vocabulary import LocationType

_SAME_M = 8_000
"""How near to each other two towns are the same one, in metres."""
_CELL = 5
"""The size of the cells in degrees by which towns are found."""


class Atlas:
    """Backgrounds by their view, and whole maps of one place, which many pages have.

    Make one for a graph and draw all its maps with it. `called` has the dataset's own names of
    countries and divisions, by their codes of ISO 3166.
    """

    def __init__(self, graph: Graph) -> None:
        self.language, self.basemap = graph.language, graph.basemap
        self._towns = _by_cell(_towns(_own_towns(graph), self.basemap.names.towns))
        coded = (place for place in graph.all_of(Location) if place.iso_3166 is not None)
        self.called = MappingProxyType({place.iso_3166 or "": place.label for place in coded})
        self._backgrounds: dict[View, Background] = {}
        self._overviews: dict[View, View] = {}
        self._lines: dict[View, str] = {}
        self.pictures: dict[tuple[object, ...], str] = {}

    def background(self, view: View) -> Background:
        """What lies under the markers of a map of a view."""
        if view not in self._backgrounds:
            self._backgrounds[view] = background(view, self._near(view), self.called)
        return self._backgrounds[view]

    def overview(self, view: View) -> tuple[View, str]:
        """The small map of where a view is: what it shows, and its lines."""
        if view not in self._overviews:
            self._overviews[view] = overview(view)
        small = self._overviews[view]
        if small not in self._lines:
            self._lines[small] = overview_lines(small)
        return small, self._lines[small]

    @property
    def towns(self) -> Iterator[Town]:
        """All towns of the Earth, in no order; where the dataset has one, under its name there."""
        return (town for members in self._towns.values() for town in members)

    def _near(self, view: View) -> list[Town]:
        """The towns about a view, the largest first."""
        west, south, east, north = (floor(limit / _CELL) for limit in view.bounds)
        half = 180 // _CELL
        columns = {(column + half) % (2 * half) - half for column in range(west, east + 1)}
        cells = ((column, row) for column in columns for row in range(south, north + 1))
        return sorted(town for cell in cells for town in self._towns.get(cell, ()))


def _by_cell(towns: Iterable[Town]) -> Mapping[tuple[int, int], list[Town]]:
    cells: dict[tuple[int, int], list[Town]] = defaultdict(list)
    for town in towns:
        cells[town.x // (1000 * _CELL), town.y // (1000 * _CELL)].append(town)
    return cells


def _own_towns(graph: Graph) -> Iterator[Town]:
    """The dataset's own towns, whose type says how large they are."""
    types = graph.dataset.terms(LocationType)
    for place in graph.all_of(Location):
        rank, at = types[place.type].map_rank, place.coordinates
        if rank is not None and at is not None:
            yield Town(rank, place.label, round(at.lon * 1000), round(at.lat * 1000))


def _towns(own: Iterable[Town], known: Iterable[Town]) -> Iterator[Town]:
    """All towns that are known; where the dataset has one of them, under its name there."""
    ranks = {town: town.rank for town in own}
    cells: dict[tuple[int, int], list[Town]] = defaultdict(list)
    for town in ranks:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                cells[town.x // 1000 + dx, town.y // 1000 + dy].append(town)
    for town in known:
        near = cells.get((town.x // 1000, town.y // 1000), ())
        same = [each for each in near if _are_same(each, town)]
        for each in same:
            ranks[each] = min(ranks[each], town.rank)
        if not same:
            yield town
    for town, rank in ranks.items():
        yield town._replace(rank=rank)


def _are_same(one: Town, other: Town) -> bool:
    ends = ((each.y / 1000, each.x / 1000) for each in (one, other))
    return great_circle(*ends) < _SAME_M
