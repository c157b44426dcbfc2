"""Pictures as a test looks at them: parsed, with their words, shapes and links."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from sourcebook.charts import claims as chart
from sourcebook.charts import lineage, relations, timeline
from sourcebook.charts.figure import NARROW
from sourcebook.derive import Attribution, derive
from sourcebook.link import Graph
from sourcebook.models import Actor, Source

Element = ElementTree.Element
_TAGS = {"div", "svg", "title", "desc", "g", "a", "text", "tspan"} | {
    "path", "rect", "circle", "line",
}  # fmt: skip


def href(name: str, anchor: str = "") -> str:
    """The address of a record, as a page on the same level would have it."""
    return f"{name}.html#{anchor}" if anchor else f"{name}.html"


@dataclass(frozen=True)
class Drawn:
    """One width of a picture: its slices one below the other, as elements."""

    slices: tuple[Element, ...]

    def __iter__(self) -> Iterator[Element]:
        for one in self.slices:
            yield from one.iter()

    def shapes(self, look: str, tag: str = "*") -> list[Element]:
        """The shapes that have a class."""
        return [e for e in self if look in e.get("class", "").split() and tag in ("*", e.tag)]

    def words(self) -> list[str]:
        """Everything that is written, line by line."""
        return ["".join(e.itertext()).strip() for e in self if e.tag == "text"]

    def written(self, words: str) -> Element:
        """The one text that says this."""
        found = [e for e in self if e.tag == "text" and "".join(e.itertext()).strip() == words]
        assert len(found) == 1, (words, self.words())
        return found[0]

    def links(self) -> set[str]:
        """Where it leads."""
        return {e.get("href", "") for e in self if e.tag == "a"}

    @property
    def height(self) -> float:
        """How high it is in all."""
        return sum(float(one.get("height", "")) for one in self.slices)


def read(markup: str) -> dict[str, Drawn]:
    """The widths of a picture, which is held against what every picture keeps."""
    root = ElementTree.fromstring(markup)
    assert {e.tag for e in root.iter()} <= _TAGS
    assert not [key for e in root.iter() for key in e.attrib if re.match("style|on", key)]
    names = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(names) == len(set(names))
    found: dict[str, list[Element]] = {}
    for svg in root:
        name = svg.get("class", "").split()[0].removeprefix("draw-")
        found.setdefault(name, []).append(svg)
    for name, slices in found.items():
        _sound(name, slices, set(names))
    return {name: Drawn(tuple(slices)) for name, slices in found.items()}


def _sound(name: str, slices: list[Element], names: set[str | None]) -> None:
    first, *others = slices
    assert first.get("role") == "group"
    assert {first.get("aria-labelledby"), first.get("aria-describedby")} <= names
    assert first[0].tag == "title"
    assert first[0].text
    top = 0
    for one in slices:
        left, y, wide, high = map(int, one.get("viewBox", "").split())
        assert (left, y, wide) == (0, top, 760 if name == "wide" else NARROW)
        assert (one.get("width"), one.get("height")) == (str(wide), str(high))
        assert high > 0
        top += high
    assert all(one.get("role") == "none" for one in others)


def wide(markup: str) -> Drawn:
    """The wide one of a picture, or the only one."""
    found = read(markup)
    return found.get("wide") or found["both"]


def attributed(graph: Graph) -> Callable[[str], tuple[Attribution, ...]]:
    """Who is said to have attacked in each incident of a graph, by the incident's id."""
    analyses = derive(graph).analyses
    return lambda incident_id: analyses[incident_id].attributions


def every(graph: Graph) -> Iterator[str]:
    """Every picture that a graph gives, each with a prefix of its own."""
    analyses = derive(graph).analyses
    for name, analysis in analyses.items():
        for n, scope in enumerate(analysis.scopes):
            yield chart.draw(graph, name, scope, prefix=f"chart-{name}-{n}", href=href)
    records = list(graph.records.values())
    yield timeline.draw(
        graph, records, attributed(graph), title="all", prefix="timeline", href=href
    )
    actors = [actor.id for actor in graph.all_of(Actor)]
    sources = [source.id for source in graph.all_of(Source)]
    index = relations.RelationIndex(graph)
    for name in actors:
        yield relations.around(index, name, prefix=f"around-{name}", href=href)
    yield relations.among(
        index, dict.fromkeys(actors, "part"), title="all", prefix="actors", href=href
    )
    for name in sources:
        yield lineage.around(graph, name, prefix=f"of-{name}", href=href)
    yield lineage.among(graph, sources, title="all", prefix="sources", href=href)
