"""Countries and divisions as outlines, with all that they may be found by."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from scripts.basemap.areas import code_of, english_of
from scripts.basemap.layers import Feature
from scripts.basemap.shapes import rings

_PARTS, _FINE_PARTS = 150, 600
"""Into how many parts the longer side of an outline is measured: in the detailed part more, so that
it lies on the lines that are drawn there."""
_SCALES = (10, 20, 50, 100, 200, 500, 1000)


def divisions(features: Iterable[Feature]) -> list[list[object]]:
    """Each division: code, code of its country, names, Wikidata, GeoNames, scale, rings."""
    return sorted(
        [
            code_of(row["iso_3166_2"]), code_of(row["iso_a2"]), _names(row),
            str(row.get("wikidataid") or ""), max(int(row.get("gn_id") or 0), 0),
            *_drawn(shape, _FINE_PARTS),
        ]
        for row, shape in features
    )  # fmt: skip


def countries(features: Sequence[Feature], detailed: BaseGeometry) -> list[list[object]]:
    """Each country, all parts of one code together; it has no identifiers but that."""
    groups: dict[str, list[Feature]] = defaultdict(list)
    for row, shape in features:
        groups[code_of(row["iso_a2"]) or row["admin"]].append((row, shape))
    return sorted(_country(members, detailed) for members in groups.values())


def _country(members: Sequence[Feature], detailed: BaseGeometry) -> list[object]:
    whole = unary_union([shape.buffer(0) for _, shape in members])
    parts = _FINE_PARTS if whole.intersects(detailed) else _PARTS
    sizes: dict[str, float] = defaultdict(float)
    for row, shape in members:
        sizes[row["admin"]] += shape.area
    name = max(sizes, key=lambda each: (sizes[each], each))
    return [code_of(members[0][0]["iso_a2"]), "", [name], "", 0, *_drawn(whole, parts)]


def _names(row: dict[str, Any]) -> list[str]:
    names = (english_of(row), row["name"], row.get("name_en"), row.get("name_ar"))
    return list(dict.fromkeys(str(name) for name in names if name))


def _drawn(shape: BaseGeometry, parts: int) -> Iterator[object]:
    """The scale in units of a degree, and the rings."""
    size = max(_wide(shape), shape.bounds[3] - shape.bounds[1], 0.1)
    scale = next((each for each in _SCALES if each >= 1.5 * parts / size), _SCALES[-1])
    yield scale
    yield list(rings([shape], scale, size / parts))


def _wide(shape: BaseGeometry) -> float:
    """How many degrees wide a shape is, also where the 180th meridian cuts it."""
    parts = [part.bounds for part in getattr(shape, "geoms", (shape,))]
    ends = [(west + turn, east + turn) for west, _, east, _ in parts for turn in [360 * (east < 0)]]
    widths = (
        max(east for _, east in each) - min(west for west, _ in each)
        for each in (ends, [(west, east) for west, _, east, _ in parts])
    )
    return float(min(widths))
