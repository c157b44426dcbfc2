"""The ground of the moving map, and the library by which it moves: what is in their files."""

import json
import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sourcebook.derive import areas as outline_data
from sourcebook.geo.basemap import BUILT_IN, Basemap, Bounds, decode
from sourcebook.link import Graph
from sourcebook.maps import Atlas, Disc, MapArea, MapItems
from sourcebook.models import Location
from sourcebook.outputs import OUTPUTS
from sourcebook.site import Prepared
from sourcebook.web.map import WORLD, all_places, around, basemap_files, extent, parts
from sourcebook.web.map.labels import MOST_TOWNS
from sourcebook.web.map.leaflet import leaflet_files
from sourcebook.web.map.lines import lines_in
from sourcebook.web.map.outlines import outlines
from tests.outlined import NORTH_QUELL, RING, area, outlined

CALL = re.compile(r'sourcebookGround\("([0-9a-f]{12})","([a-z]+)",(.*)\);\n', re.DOTALL)
LEVANT: Bounds = (34, 29, 45, 40)
KINDS = ("land", "lakes", "borders", "disputed", "divisions", "rivers")


@pytest.fixture(scope="module")
def made(small_prepared: Prepared) -> dict[str, bytes]:
    return basemap_files(work(small_prepared.graph))


def work(graph: Graph) -> Any:
    return SimpleNamespace(graph=graph)


def read(script: bytes) -> tuple[str, str, dict[str, Any]]:
    found = CALL.fullmatch(script.decode("ascii"))
    assert found, script[:80]
    return found[1], found[2], json.loads(found[3])


# -- the scripts


def test_each_script_hands_over_its_name_and_version(made: dict[str, bytes]) -> None:
    assert list(made) == ["region.js", "world.js"]
    for name, script in made.items():
        assert read(script)[1] == name.removesuffix(".js")
    _, _, world = read(made["world.js"])
    version, _, region = read(made["region.js"])
    assert world["parts"] == [["region", 4, region["extent"], version]]


def test_the_same_dataset_has_the_same_ground(
    made: dict[str, bytes], small_prepared: Prepared
) -> None:
    read_again = replace(small_prepared.graph, basemap=Basemap())
    assert basemap_files(work(read_again)) == made


def test_the_site_has_what_was_made(made: dict[str, bytes], small_site: Path) -> None:
    for name, script in made.items():
        assert (small_site / "ground" / name).read_bytes() == script


def test_only_what_has_changed_gets_another_version(
    made: dict[str, bytes], small_prepared: Prepared
) -> None:
    graph = small_prepared.graph
    moved = dict(parts(Atlas(graph), (-124, -49, -100, -40)))
    assert moved["region"] != read(made["region.js"])[2]


# -- where


def test_it_lies_round_all_places_with_a_margin(graph: Graph) -> None:
    box = extent(all_places(graph))
    assert box is not None
    west, south, east, north = box
    points = [p for place in graph.all_of(Location) for p in (place.coordinates,) if p]
    assert points
    for point in points:
        assert west + 4 <= point.lon <= east - 4
        assert south + 4 <= point.lat <= north - 4
    assert all(limit == int(limit) for limit in box), "it would change with each new place"


def test_without_a_place_there_is_the_world_alone(graph: Graph) -> None:
    assert dict(parts(Atlas(graph), None)) == {}


@pytest.mark.parametrize(
    ("lons", "west", "east"),
    [((10.0, 20.0), 4, 26), ((179.0, -179.5), -180, 180), ((170.0, 178.0), -180, 180)],
)
def test_it_goes_round_the_earth_where_places_lie_at_its_edge(
    lons: tuple[float, ...], west: int, east: int
) -> None:
    box = around([Disc(0.0, lon, 1000.0) for lon in lons])
    assert (box[0], box[2]) == (west, east)
    assert (box[1], box[3]) == (-5, 5)


# -- how much


def test_the_ground_of_any_dataset_is_bounded(graph: Graph) -> None:
    largest = dict(parts(Atlas(graph), WORLD))
    sizes = {name: len(json.dumps(part, ensure_ascii=True)) for name, part in largest.items()}
    assert sizes["region"] < 500_000, sizes
    assert sizes["near"] < 40_000, sizes
    assert len(largest["region"]["towns"]) == MOST_TOWNS


def test_the_ground_of_one_country_is_small(graph: Graph) -> None:
    made = dict(parts(Atlas(graph), LEVANT))
    assert list(made) == ["region", "near"]
    assert len(json.dumps(made)) < 60_000


def test_the_world_is_small(made: dict[str, bytes]) -> None:
    assert len(made["world.js"]) < 50_000


# -- what


def test_the_world_is_as_the_basemap_has_it() -> None:
    world, lines = lines_in(BUILT_IN.detail("globe"), WORLD), BUILT_IN.detail("globe")
    for kind in KINDS:
        assert len(world[kind]) == len(getattr(lines, kind).lines), kind
    coast = next(row for row in world["land"] if decode(*row).open)
    assert decode(*coast).xs[0] == -180 * world["scale"], "Antarctica stays open to the pole"


@pytest.mark.parametrize(("name", "box"), [("far", LEVANT), ("near", (35, 32, 44, 38))])
def test_what_is_cut_out_is_the_same_inside(name: Any, box: Bounds) -> None:
    lines = BUILT_IN.detail(name)
    cut = lines_in(lines, box)
    west, south, east, north = box
    scale = cut["scale"]
    for kind in ("land", "lakes"):
        own = [(line.xs, line.ys) for line in getattr(lines, kind).lines]
        other = [(line.xs, line.ys) for line in (decode(*row) for row in cut[kind])]
        for x in range(6):
            for y in range(6):
                at = (
                    west + (east - west) * (x + 0.5) / 6,
                    south + (north - south) * (y + 0.5) / 6,
                )
                point = (at[0] * scale + 0.37, at[1] * scale + 0.41)
                assert inside(own, point) == inside(other, point), (kind, at)


def inside(rings: list[tuple[Any, Any]], point: tuple[float, float]) -> bool:
    """Whether a point is in rings, by the even-odd rule."""
    x, y = point
    odd = False
    for xs, ys in rings:
        if not min(ys) <= y <= max(ys):
            continue
        for n in range(len(xs) - 1):
            if (ys[n] > y) != (ys[n + 1] > y):
                odd ^= x < xs[n] + (y - ys[n]) * (xs[n + 1] - xs[n]) / (ys[n + 1] - ys[n])
    return odd


def test_lines_go_on_beyond_the_edge_so_that_none_is_drawn() -> None:
    cut = lines_in(BUILT_IN.detail("far"), LEVANT)
    scale = cut["scale"]
    xs = [x / scale for row in cut["land"] for x in decode(*row).xs]
    assert min(xs) == 34 - 0.5
    assert max(xs) == 45 + 0.5


def test_rivers_keep_their_names(graph: Graph) -> None:
    near = dict(parts(Atlas(graph), LEVANT))["near"]
    assert "Euphrates" in {name for _, name, *_ in near["rivers"]}


def test_towns_are_those_in_the_region_the_largest_first(graph: Graph) -> None:
    towns = dict(parts(Atlas(graph), LEVANT))["region"]["towns"]
    ranks = [rank for rank, *_ in towns]
    assert ranks == sorted(ranks)
    assert {"Damascus", "Deir ez-Zor"} <= {name for _, name, *_ in towns}
    assert all(34_000 <= x <= 45_000 and 29_000 <= y <= 40_000 for _, _, x, y in towns)


def test_names_of_areas_stand_inside_them(graph: Graph) -> None:
    made = dict(parts(Atlas(graph), LEVANT))
    for cells, rows in (
        (BUILT_IN.names.countries, made["region"]["countries"]),
        (BUILT_IN.names.divisions, made["near"]["areas"]),
    ):
        assert rows
        for name, lon, lat, size in rows:
            area = cells.at(lat, lon)
            assert area is not None, name
            assert area.name == name
            assert size > 0
    assert {"Syria", "Iraq"} <= {name for name, *_ in made["region"]["countries"]}
    assert "Deir ez-Zor" in {name for name, *_ in made["near"]["areas"]}


# -- what is known only to an area


def test_areas_that_incidents_need_are_handed_over_once(small_prepared: Prepared) -> None:
    both = area(NORTH_QUELL, "North Quell"), area("QM-SQ", "South Quell", east=5)
    with outlined(*both):
        made = basemap_files(work(small_prepared.graph))
    assert list(made) == ["outlines.js", "region.js", "world.js"]
    version, _, found = read(made["outlines.js"])
    assert read(made["world.js"])[2]["outlines"] == version
    assert list(found) == ["north-quell"]
    scale, ring = found["north-quell"]
    line = decode(*ring)
    corners = {(x / scale, y / scale) for x, y in zip(line.xs, line.ys, strict=True)}
    assert set(RING) <= corners
    assert not line.open


def test_without_such_an_area_there_is_no_file_of_them(made: dict[str, bytes]) -> None:
    assert "outlines.js" not in made
    assert read(made["world.js"])[2]["outlines"] == ""


def test_an_area_that_only_has_a_page_of_its_own_is_left_out(small_prepared: Prepared) -> None:
    with outlined(["QM", "", ["Quellmark"], "", 0, *area("", "")[5:]]):
        places = all_places(small_prepared.graph)
        assert "quellmark-land" in {each.id for each in places.areas}
        assert outlines(places.areas) == {}


def test_the_outlines_of_the_whole_earth_are_bounded() -> None:
    every = [
        MapArea(f"area-{n}", "", outline_data._outline(BUILT_IN, n), kind="incident")
        for n in range(len(BUILT_IN.area_rows))
    ]
    made = outlines(every)
    assert len(json.dumps(made)) < 250_000
    assert all(not decode(*ring).open for _, *rings in made.values() for ring in rings)


def test_where_there_are_areas_alone_the_ground_lies_round_them(small_prepared: Prepared) -> None:
    with outlined(area(NORTH_QUELL, "North Quell")):
        places = all_places(small_prepared.graph)
    assert extent(MapItems((), (), places.areas)) == (-129, -54, -117, -42)
    assert extent(MapItems((), ())) is None


# -- Leaflet


def test_the_library_comes_with_its_licence_and_nothing_that_is_not_used() -> None:
    files = leaflet_files(work(None))  # type: ignore[arg-type]
    assert files["leaflet.js"].startswith(b"/* @preserve\n * Leaflet 1.9")
    assert b"BSD 2-Clause" in files["LICENSE.txt"]
    named = set(re.findall(r"url\((images/[^)]+)\)", files["leaflet.css"].decode()))
    assert named | {"leaflet.js", "leaflet.css", "LICENSE.txt"} == files.keys()
    assert sum(map(len, files.values())) < 180_000


def test_the_library_is_in_the_site(small_site: Path) -> None:
    rows = {output.path for output in OUTPUTS}
    assert {"ground/", "assets/leaflet/"} <= rows
    assert (small_site / "assets/leaflet/leaflet.js").is_file()
