"""Maps to look at and to measure: of the dataset, and of hard places everywhere on Earth.

    python -m benchmarks.maps maps.html

writes them into one HTML file, light and dark, each with its size and its time; then the time and
size of maps of random places, as a large dataset has them.
"""

import gzip
import random
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from time import process_time

from sourcebook.link import Graph, link
from sourcebook.load import load
from sourcebook.maps import (
    Atlas,
    Disc,
    LinkedIncident,
    MapPlace,
    draw_map,
    map_items,
    map_items_of_incident,
)
from sourcebook.maps.description import describe_place
from sourcebook.models import Incident, Location
from sourcebook.theme.styles import FOLDER

ROOT = Path(__file__).parents[1]
RANDOM = 500
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Maps</title>
<meta name="viewport" content="width=device-width"><style>{css}
body {{ margin: 1rem; max-width: 45rem; font: 1rem sans-serif; background: var(--ground); }}
[data-md-color-scheme] {{ --ground: #fff; color: var(--md-default-fg-color); }}
[data-md-color-scheme="slate"] {{ --ground: #1e2129; --md-default-bg-color: #1e2129;
--md-default-fg-color: #e2e4e9d1; --md-accent-fg-color: #f2b184; --md-typeset-a-color: #8cbce6; }}
</style><body data-md-color-scheme="{scheme}">{body}"""

Drawing = tuple[str, tuple[MapPlace, ...]]


def main() -> None:
    """Write the file and print the figures."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "maps.html")
    loaded = load(ROOT / "content")
    if loaded.dataset is None:
        raise SystemExit("content/dataset.yml cannot be read")
    graph, _ = link(loaded, loaded.dataset)
    atlas = Atlas(graph)
    body = "".join(_shown(atlas, n, each) for n, each in enumerate([*_own(graph), *_hard()]))
    sheets = ("tokens", "site/palette", "map")
    css = "".join((FOLDER / f"{name}.css").read_text("utf-8") for name in sheets)
    for scheme, path in (("default", target), ("slate", target.with_stem(f"{target.stem}-dark"))):
        path.write_text(PAGE.format(css=css, scheme=scheme, body=body), "utf-8")
    _measure(atlas)


def _own(graph: Graph) -> Iterator[Drawing]:
    """The maps of the dataset: of each location and incident, and of all together."""
    for place in graph.all_of(Location):
        yield place.label, map_items(graph, [place.id], _href, here=place.id).places
    for incident in graph.all_of(Incident):
        yield incident.title, map_items_of_incident(graph, incident.id, _href).places
    incidents = [incident.id for incident in graph.all_of(Incident)]
    yield "All incidents", map_items(graph, incidents, _href).places
    yield (
        "All locations",
        map_items(graph, [each.id for each in graph.all_of(Location)], _href).places,
    )


def _hard() -> Iterator[Drawing]:
    """Invented places where maps go wrong."""
    yield "180th meridian", (_mark("Reef", -16.9, 179.95, 4e3), _mark("Bay", -16.4, -179.6, 2e4))
    yield "Far north", (_mark("Hut", 78.9, 16, 15e3), _mark("Camp", 79.4, 22.5, 100))
    yield "North Pole", (_mark("Floe", 89.3, -40, 3e4), _mark("Buoy", 87, 150, 500))
    yield "South Pole", (_mark("Base", -89.9, 0, 3e3), _mark("Coast", -78, 166, 500))
    yield "Open sea", (_mark("Wreck", -30, -130, 100),)
    yield "Continent", (_mark("A", 41, 29, 100), _mark("B", 36, -5.6, 5e3), _mark("C", 31, 32, 9e5))
    yield "Over a pole", (_mark("Region", 70, 170, 4.5e6),)
    yield "World", tuple(_random(60))


def _shown(atlas: Atlas, number: int, drawing: Drawing) -> str:
    title, marks = drawing
    started = process_time()
    svg = draw_map(atlas, marks, prefix=f"map-{number}", title=title, more="#")
    seconds = process_time() - started
    size = f"{len(svg):,} bytes, gzipped {len(gzip.compress(svg.encode())):,}"
    rows = "".join(f"<li>{escape(describe_place(atlas.language, each))}</li>" for each in marks)
    return f"<h2>{escape(title)}</h2><p>{size}, {seconds * 1000:.1f} ms</p>{svg}<ul>{rows}</ul>"


def _measure(atlas: Atlas) -> None:
    """Print what maps of one place each cost where no two share a ground."""
    marks, sizes = list(_random(RANDOM)), []
    started = process_time()
    for mark in marks:
        svg = draw_map(atlas, [mark], prefix="map", title=mark.label)
        sizes.append(len(gzip.compress(svg.encode())))
    each = (process_time() - started) / RANDOM * 1000
    print(f"{RANDOM} places all over the Earth: {each:.1f} ms a map, the largest {max(sizes):,} B")


def _random(count: int) -> Iterator[MapPlace]:
    chance = random.Random(4)
    for number in range(count):
        lat, lon = chance.uniform(-60, 70), chance.uniform(-180, 180)
        yield _mark(f"Place {number}", lat, lon, chance.choice([100, 3e3, 5e5]))


def _mark(name: str, lat: float, lon: float, radius: float) -> MapPlace:
    event = LinkedIncident(f"An incident at {name}", "#")
    return MapPlace(name.lower(), name, Disc(lat, lon, radius), "#", incidents=(event,))


def _href(name: str) -> str:
    return f"#{name}"


if __name__ == "__main__":
    main()
