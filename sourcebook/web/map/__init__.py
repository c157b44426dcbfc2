"""The ground of the moving map: scripts that a page loads when its map is opened.

    ground/world.js     the Earth, 1:110m, and which other parts there are
    ground/region.js    where the dataset's places lie, with a margin, 1:50m, and its towns
    ground/near.js      as much of the same as the basemap has in detail, 1:10m, with divisions
    ground/outlines.js  the areas that an incident is known only to, if there is any

Each is a call of the function `sourcebookGround` of assets/moving-map-panel.js with the version
of the file, its name and data. Lines are written as in the basemap: see geo/data/README.md. `parts`
names the other parts: name, level of zoom from which it is shown, its extent, its version;
`outlines` is the version of that file, and empty where there is none.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, floor
from typing import Any

from sourcebook.exports.output import OutputContext
from sourcebook.geo.basemap import Bounds
from sourcebook.link import Graph
from sourcebook.maps import Atlas, Disc, MapItems, map_items
from sourcebook.models import Incident, Location
from sourcebook.web.map.labels import capitals, countries, spots, towns_in
from sourcebook.web.map.lines import lines_in
from sourcebook.web.map.outlines import needed, outlines
from sourcebook.web.script import json_text, script_files, version_of

__all__ = ["WORLD", "all_places", "around", "basemap_files", "extent", "parts"]

WORLD: Bounds = (-180, -90, 180, 90)
_MARGINS = 4.0, 15.0
"""The least and the most room in degrees round the dataset's places."""
_EDGE = 0.05
"""How far inside the edge of the detailed basemap its part ends, so that no edge is drawn."""
_FROM = {"region": 4, "near": 7}
"""From which level of zoom on a part is shown."""
_BLOCKS = (20, 1.0), (60, 2.0), (360, 4.0)
"""Up to which width of a region names of countries are placed in blocks of which size."""
_FINE = 0.5
"""The size of the blocks in which names of divisions are placed."""
_DEGREE_M = 111_195.0

Part = dict[str, Any]


def basemap_files(context: OutputContext) -> dict[str, bytes]:
    """The scripts by name. Without a place on record there is the world alone."""
    found, places = Atlas(context.graph), all_places(context.graph)
    made = dict(parts(found, extent(places)))
    texts = {name: json_text(part) for name, part in made.items()}
    listed = [[n, _FROM[n], part["extent"], version_of(texts[n])] for n, part in made.items()]
    version, areas = "", outlines(places.areas)
    if areas:
        texts["outlines"] = json_text(areas)
        version = version_of(texts["outlines"])
    texts["world"] = json_text(_world(found) | {"parts": listed, "outlines": version})
    return script_files("sourcebookGround", texts)


def _world(found: Atlas) -> Part:
    lines = lines_in(found.basemap.detail("globe"), WORLD)
    return lines | {"towns": capitals(found), "countries": countries(found)}


def parts(found: Atlas, box: Bounds | None) -> Iterator[tuple[str, Part]]:
    """The parts that a dataset needs whose places lie in a box, by name."""
    if box is None:
        return
    basemap = found.basemap
    names, near = basemap.names, basemap.detail("near")
    block = next(size for width, size in _BLOCKS if box[2] - box[0] <= width)
    named = spots(names.countries, box, block, found.called)
    region = lines_in(basemap.detail("far"), box)
    yield "region", region | {"towns": towns_in(found, box), "countries": named}
    inner = _shared(box, near.extent)
    if inner is not None:
        named = spots(names.divisions, inner, _FINE, found.called)
        yield "near", lines_in(near, inner) | {"areas": named}


def _shared(box: Bounds, known: Bounds) -> Bounds | None:
    """What a box has in common with the extent of the detailed basemap."""
    west, south = max(box[0], known[0] + _EDGE), max(box[1], known[1] + _EDGE)
    east, north = min(box[2], known[2] - _EDGE), min(box[3], known[3] - _EDGE)
    return (west, south, east, north) if west < east and south < north else None


def all_places(graph: Graph) -> MapItems:
    """Where the incidents and locations of a dataset are."""
    ids = [record.id for kind in (Incident, Location) for record in graph.all_of(kind)]
    return map_items(graph, ids, lambda _: "")


def extent(places: MapItems) -> Bounds | None:
    """The box round all points of a dataset, else round its areas. None where there is neither."""
    discs = [disc for mark in places.places for disc in mark.discs]
    discs = discs or [spot for area in needed(places.areas) for spot in area.outline.spots]
    return around(discs) if discs else None


def around(discs: Sequence[Disc]) -> Bounds:
    """West, south, east, north round places, in whole degrees, with a margin.

    It goes round the Earth where places lie at the 180th meridian.
    """
    south, north = _wide(((disc.lat, disc.radius) for disc in discs), 90)
    west, east = _wide(((disc.lon, disc.radius) for disc in discs), 180)
    if west == -180 or east == 180:
        west, east = -180, 180
    return west, south, east, north


def _wide(places: Iterable[tuple[float, float]], most: int) -> tuple[int, int]:
    reach = [(at - radius / _DEGREE_M, at + radius / _DEGREE_M) for at, radius in places]
    low, high = min(start for start, _ in reach), max(end for _, end in reach)
    margin = min(max(_MARGINS[0], (high - low) / 2), _MARGINS[1])
    return max(floor(low - margin), -most), min(ceil(high + margin), most)
