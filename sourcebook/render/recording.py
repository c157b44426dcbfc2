"""What a page reads, written down while it is made: the base of building only what has changed.

A view reads a graph and its facts through mappings. Here each of them is put into one that says
what is asked of it, so that charts, maps and rules, which are handed the same graph, cannot read
anything that is not written down.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, Protocol, TypeVar

from sourcebook.derive import Derived, Fact
from sourcebook.link import Graph
from sourcebook.maps import Atlas
from sourcebook.models import Source
from sourcebook.quotes import CheckedQuotations
from sourcebook.render.directory import Directory
from sourcebook.render.site_data import SiteData

K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)
ALL = "*"
"""The key under which it is written down that a list was read as a whole."""


class ReadLog(Protocol):
    """Whoever wants to know what a page reads."""

    def note(self, what: str, key: Any) -> None:
        """Something was read: `what` is record, backlinks, prose, analysis and so on.

        `key` is the id of a record, a tuple that begins with one, or `ALL`.
        """


class RecordedMapping(Mapping[K, V_co]):
    """A mapping that says which of its keys are looked up, those that are missing included."""

    def __init__(self, what: str, values: Mapping[K, V_co], log: ReadLog) -> None:
        self._what, self._values, self._log = what, values, log

    def __getitem__(self, key: K) -> V_co:
        self._log.note(self._what, key)
        return self._values[key]

    def __iter__(self) -> Iterator[K]:
        self._log.note(self._what, ALL)
        return iter(self._values)

    def __len__(self) -> int:
        self._log.note(self._what, ALL)
        return len(self._values)


def recording(site: SiteData, log: ReadLog) -> SiteData:
    """The same data for one page, which notes in `log` all that is read of it."""
    return _Recording(site, log)


class _Recording(SiteData):
    """Data whose tables are those of another, each lookup in which is written down."""

    def __init__(self, site: SiteData, log: ReadLog) -> None:
        super().__init__(_graph(site.graph, log), _derived(site.derived, log))
        self._site, self._log = site, log

    @cached_property
    def directory(self) -> Directory:
        known = self._site.directory
        return Directory(
            self._recorded("label", known.labels),
            self._recorded("publisher", known.publishers),
            self._recorded("url", known.urls),
        )

    @cached_property
    def atlas(self) -> Atlas:
        self._log.note("atlas", ALL)
        return self._site.atlas

    @cached_property
    def changed_sources(self) -> Mapping[str, tuple[Source, ...]]:
        return self._recorded("changed sources", self._site.changed_sources)

    @cached_property
    def episodes_showing(self) -> Mapping[str, tuple[str, ...]]:
        return self._recorded("episodes showing", self._site.episodes_showing)

    @cached_property
    def speakers(self) -> Mapping[str, tuple[str, ...]]:
        return self._recorded("speakers", self._site.speakers)

    @cached_property
    def listed(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        return self._recorded("listed", self._site.listed)

    def _recorded(self, what: str, values: Mapping[K, V_co]) -> Mapping[K, V_co]:
        return RecordedMapping(what, values, self._log)


def _graph(graph: Graph, log: ReadLog) -> Graph:
    return replace(
        graph,
        records=RecordedMapping("record", graph.records, log),
        file_locations=RecordedMapping("file", graph.file_locations, log),
        backlinks=RecordedMapping("backlinks", graph.backlinks, log),
        prose=RecordedMapping("prose", graph.prose, log),
    )


def _derived(derived: Derived, log: ReadLog) -> Derived:
    return replace(
        derived,
        analyses=RecordedMapping("analysis", derived.analyses, log),
        dataset=RecordedMapping("fact", derived.dataset, log),
        known=partial(_facts, derived, log),
        quotes=CheckedQuotations(RecordedMapping("quotation", derived.quotes.verdicts, log)),
    )


def _facts(derived: Derived, log: ReadLog, record_id: str) -> Mapping[str, Fact]:
    log.note("facts", record_id)
    return derived.known(record_id)
