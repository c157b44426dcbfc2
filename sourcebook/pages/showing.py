"""The pages that show something of a record: from links, and not by rendering.

Rather one too many than one too few: a page that names a record need not show what changed of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from types import UnionType

from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import FactUse
from sourcebook.models import Actor, Episode, Incident, Location, Record, Source
from sourcebook.pages.page import Page, briefing_url

_OVERVIEWS = {
    "home": Incident | Episode | Location,
    "timeline": Incident | Episode,
    "briefings": Episode,
    "corrections": Incident | Source | Actor,
    "data": Incident | Episode | Actor | Location,
}
"""The kinds of pages that show all records of some kinds."""


@dataclass(frozen=True)
class ShowingPages:
    """Which of some pages show something of a record of a graph."""

    graph: Graph
    pages: tuple[Page, ...]

    def urls(self, changed: Iterable[str]) -> list[str]:
        """The addresses of all pages and briefings that show something of some records.

        Those of the records themselves come first, then those of what names them.
        """
        own = set(changed)
        shown, near = self.records(own), {one for name in own for one in self._links.near[name]}
        found = {
            page.url: 0 if page.subject in own else 1 if page.subject in near else 2
            for page in self.pages
            if self._shows(page, shown)
        }
        episodes = (name for name in shown if isinstance(self.graph.records[name], Episode))
        found |= {briefing_url(name): 1 for name in episodes}
        return sorted(found, key=lambda url: (found[url], url))

    def records(self, changed: Iterable[str]) -> set[str]:
        """Records that changed, what names them or is named by them, and what stands beside them.

        Beside an actor or incident stand those that a statement about it names too: the page of a
        source tells who says what in it. A place shows on the maps of the places around it, and of
        whoever had a part in an incident there.
        """
        found: set[str] = set()
        for record_id in changed:
            found |= {record_id, *self._links.near[record_id]}
            record = self.graph.records.get(record_id)
            if isinstance(record, Actor | Incident):
                found.update(_named_in_the_same_statement(self.graph, self._links, record_id))
                found.update(_around(self.graph, self._links, {record_id}, ("location", "episode")))
            elif isinstance(record, Location):
                places = _places_nearby(self.graph, self._links, record_id)
                found.update(places, _around(self.graph, self._links, places, _PARTS))
        return {name for name in found if name in self.graph.records}

    def _shows(self, page: Page, shown: set[str]) -> bool:
        if page.subject in shown or not shown.isdisjoint(page.rows):
            return True
        return page.kind in _OVERVIEWS and any(
            _is(self.graph, name, _OVERVIEWS[page.kind]) for name in shown
        )

    @cached_property
    def _links(self) -> "_Links":
        return _links(self.graph)


@dataclass(frozen=True, slots=True)
class _Links:
    """By record, what it names and what names it; and what it names at which path."""

    near: Mapping[str, set[str]]
    targets: Mapping[str, list[tuple[ValuePath, str]]]


def _named_in_the_same_statement(graph: Graph, links: _Links, record_id: str) -> Iterator[str]:
    for several in graph.backlinks.get(record_id, {}).values():
        for link in several:
            for path, target in links.targets[link.record_id]:
                if path[:2] == link.path[:2]:
                    yield target


def _around(graph: Graph, links: _Links, named: set[str], fields: Collection[str]) -> Iterator[str]:
    """The incidents that name a record, with what they name in some fields and who names them."""
    near = {one for name in named for one in links.near[name]}
    for incident in (one for one in near if _is(graph, one, Incident)):
        yield incident
        yield from (target for path, target in links.targets[incident] if path[0] in fields)
        yield from (one for one in links.near[incident] if _is(graph, one, Incident | Episode))


def _places_nearby(graph: Graph, links: _Links, place_id: str) -> set[str]:
    """A place, what it lies in or near, and what else lies there: a map draws them together."""
    near = {one for one in links.near[place_id] if _is(graph, one, Location)}
    beside = {one for name in near for one in links.near[name] if _is(graph, one, Location)}
    return {place_id, *near, *beside}


def _is(graph: Graph, record_id: str, kind: type[Record] | UnionType) -> bool:
    return isinstance(graph.records.get(record_id), kind)


_PARTS = ("roles", "episode", "responds_to")


def _links(graph: Graph) -> _Links:
    near: dict[str, set[str]] = defaultdict(set)
    targets: dict[str, list[tuple[ValuePath, str]]] = defaultdict(list)
    for target, lists in graph.backlinks.items():
        for link in chain.from_iterable(lists.values()):
            near[target].add(link.record_id)
            near[link.record_id].add(target)
            targets[link.record_id].append((link.path, target))
    for (record_id, _), prose in graph.prose.items():
        for hole in prose.holes:
            if isinstance(hole, FactUse):
                near[hole.id].add(record_id)
    return _Links(near, targets)
