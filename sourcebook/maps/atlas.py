"""The grounds of a dataset's maps, each drawn once, with the dataset's own names on them."""

from collections.abc import Iterable, Iterator, Mapping
from math import floor
from types import MappingProxyType

from sourcebook.geo.basemap import Town, names
from sourcebook.geo.distance import great_circle
from sourcebook.link import Graph
from sourcebook.maps.background import Ground, ground
from sourcebook.maps.inset import ground_of, inset_view
from sourcebook.maps.view import View
from sourcebook.models import Location
from sourcebook.vocabulary import LocationType

_SAME_M = 8_000
"""How near to each other two towns are the same one, in metres."""
_CELL = 5
"""The size of the cells in degrees by which towns are found."""


class Atlas:
    """Grounds by their view, and whole maps of one place, which many pages have.

    Make one for a graph and draw all its maps with it. `called` has the dataset's own names of
    countries and divisions, by their codes.
    """

    def __init__(self, graph: Graph) -> None:
        self.language = graph.language
        self._towns = _by_cell(_towns(_own_towns(graph)))
        self.called = MappingProxyType(_called(graph))
        self._grounds: dict[View, Ground] = {}
        self._insets: dict[View, View] = {}
        self._small: dict[View, str] = {}
        self.pictures: dict[tuple[object, ...], str] = {}

    def ground(self, view: View) -> Ground:
        """The ground of a view."""
        if view not in self._grounds:
            self._grounds[view] = ground(view, self._near(view), self.called)
        return self._grounds[view]

    def inset(self, view: View) -> tuple[View, str]:
        """The small map of where a view is: what it shows, and its lines."""
        if view not in self._insets:
            self._insets[view] = inset_view(view)
        small = self._insets[view]
        if small not in self._small:
            self._small[small] = ground_of(small)
        return small, self._small[small]

    @property
    def towns(self) -> Iterator[Town]:
        """All towns of the Earth, in no order; where the dataset has one, under its name there."""
        return (town for members in self._towns.values() for town in members)

    def _near(self, view: View) -> list[Town]:
        """The towns about a view, the largest first."""
        west, south, east, north = (floor(limit / _CELL) for limit in view.bounds)
        around = 360 // _CELL
        columns = {
            (column + around // 2) % around - around // 2 for column in range(west, east + 1)
        }
        cells = ((column, row) for column in columns for row in range(south, north + 1))
        return sorted(town for cell in cells for town in self._towns.get(cell, ()))


def _by_cell(towns: Iterable[Town]) -> Mapping[tuple[int, int], tuple[Town, ...]]:
    cells: dict[tuple[int, int], list[Town]] = {}
    for town in towns:
        cells.setdefault((town.x // (1000 * _CELL), town.y // (1000 * _CELL)), []).append(town)
    return {cell: tuple(members) for cell, members in cells.items()}


def _called(graph: Graph) -> Mapping[str, str]:
    """What the dataset calls countries and divisions, by their codes."""
    places = (place for place in graph.all_of(Location) if place.iso_3166 is not None)
    return {place.iso_3166 or "": place.label for place in places}


def _own_towns(graph: Graph) -> Iterator[Town]:
    """The dataset's own towns, as large as their type counts where the basemap has none."""
    types = graph.dataset.terms(LocationType)
    for place in graph.all_of(Location):
        rank = types[place.type].map_rank
        if rank is not None and place.coordinates is not None:
            yield Town(rank, place.label, *_thousandths(place))


def _towns(own: Iterable[Town]) -> Iterator[Town]:
    """All towns; where the dataset has one of them, under its name there."""
    mine = list(own)
    cells: dict[tuple[int, int], list[Town]] = {}
    for town in mine:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                cells.setdefault((town.x // 1000 + dx, town.y // 1000 + dy), []).append(town)
    ranks = {town: town.rank for town in mine}
    for town in names().towns:
        same = [m for m in cells.get((town.x // 1000, town.y // 1000), ()) if _same(m, town)]
        for each in same:
            ranks[each] = min(ranks[each], town.rank)
        if not same:
            yield town
    for town, rank in ranks.items():
        yield town._replace(rank=rank)


def _same(one: Town, other: Town) -> bool:
    ends = ((each.y / 1000, each.x / 1000) for each in (one, other))
    return great_circle(*ends) < _SAME_M


def _thousandths(place: Location) -> tuple[int, int]:
    at = place.coordinates
    return (0, 0) if at is None else (round(at.lon * 1000), round(at.lat * 1000))
