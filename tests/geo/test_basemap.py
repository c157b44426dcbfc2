"""The committed data of the basemap: what is in it, that it is whole, and how it is read."""

import subprocess
import sys
from base64 import b64decode
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.basemap import packages
from scripts.basemap.coding import runs
from sourcebook.geo.basemap import BUILT_IN, Layer, Name, Polyline, decode
from sourcebook.geo.coding import encode
from tests.conftest import REPOSITORY

DATA = REPOSITORY / "sourcebook" / "geo" / "data"
SCALES: tuple[Name, ...] = ("near", "far", "globe")
README = (DATA / "README.md").read_text("utf-8")


def layers(name: Name) -> dict[str, Layer]:
    lines = BUILT_IN.detail(name)
    kinds = ("land", "lakes", "borders", "disputed", "divisions", "rivers")
    return {kind: getattr(lines, kind) for kind in kinds}


def test_it_is_small() -> None:
    sizes = {path.name: path.stat().st_size for path in DATA.glob("*.json")}
    assert sum(sizes.values()) < 800_000, sizes


def test_its_readme_names_every_file_package_and_version() -> None:
    for path in DATA.glob("*.json"):
        assert f"`{path.name}`" in README
    for package in packages.ALL:
        name, version = package.name.split("-cp")[0].removesuffix(".tgz").rsplit("-", 1)
        assert f"| `{name}` | {version} " in README
    assert "public domain" in README.replace("**", "")


def test_it_is_not_read_before_a_map_is_drawn() -> None:
    code = (
        "from sourcebook.geo import basemap\n"
        "from sourcebook.maps import Atlas\n"
        "assert vars(basemap.BUILT_IN) == {'folders': basemap.BUILT_IN.folders}\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("name", SCALES)
def test_every_line_lies_in_the_extent(name: Name) -> None:
    west, south, east, north = BUILT_IN.detail(name).extent
    for kind, layer in layers(name).items():
        for line in layer.lines:
            left, bottom, right, top = (limit / layer.scale for limit in line.box)
            # what the 180th meridian would cut runs on beyond it
            assert west - 0.01 <= left <= right <= (191 if east == 180 else east + 0.01), kind
            assert south - 0.01 <= bottom <= top <= north + 0.01, kind
            assert len(line.xs) == len(line.ys) > 1


@pytest.mark.parametrize("name", SCALES)
def test_rings_are_closed_but_for_the_one_round_the_south_pole(name: Name) -> None:
    lines = BUILT_IN.detail(name)
    open_rings = [line for line in (*lines.land.lines, *lines.lakes.lines) if line.open]
    assert len(open_rings) == (0 if name == "near" else 1)
    for line in open_rings:
        assert line.xs[0] == -180 * lines.land.scale
        assert line.xs[-1] == 180 * lines.land.scale


def test_no_land_is_cut_at_the_180th_meridian() -> None:
    edge = 180 * BUILT_IN.detail("far").land.scale
    for line in BUILT_IN.detail("far").land.lines:
        on_it = sum(one == other == edge for one, other in zip(line.xs, line.xs[1:], strict=False))
        assert line.open or not on_it


def test_the_detailed_part_has_what_its_region_is_known_by() -> None:
    lines = BUILT_IN.detail("near")
    assert {"Euphrates", "Tigris"} <= {river.name for river in lines.rivers.names}
    assert all((lines.land.lines, lines.lakes.lines, lines.borders.lines, lines.divisions.lines))
    west, south, east, north = lines.extent
    towns = {
        town.name
        for town in BUILT_IN.names.towns
        if west < town.x / 1000 < east and south < town.y / 1000 < north
    }
    assert {"Deir ez-Zor", "Raqqa", "Palmyra", "Abu Kamal", "Rutba", "Damascus"} <= towns
    divisions = {area.name for area in BUILT_IN.names.divisions.areas}
    assert {"Deir ez-Zor", "Homs", "Rif Dimashq", "Anbar", "Raqqa"} <= divisions


def test_a_place_is_in_its_country_and_division() -> None:
    found = BUILT_IN.names.countries.at(35.3, 40.1), BUILT_IN.names.divisions.at(35.3, 40.1)
    assert [(area.code, area.name) for area in found if area] == [
        ("SY", "Syria"),
        ("SY-DY", "Deir ez-Zor"),
    ]
    assert BUILT_IN.names.countries.at(-30.0, -130.0) is None
    assert BUILT_IN.names.divisions.at(-30.0, -130.0) is None
    assert BUILT_IN.names.countries.at(90.0, 180.0) is None


def test_an_outline_is_round_what_the_grid_has_in_it() -> None:
    rows = {row[0]: row for row in BUILT_IN.area_rows if row[0]}
    for code, lat, lon, inside in (
        ("SY-DY", 35.3, 40.1, True),
        ("SY-DY", 35.3, 38.0, False),
        ("SY", 35.3, 38.0, True),
        ("FJ", -17.8, 178.0, True),
        ("AU", -24.0, 134.0, True),
        ("AU", -42.0, 147.0, True),
        ("AU", -41.0, 173.0, False),
    ):
        scale, lines = rows[code][5:]
        rings = [decode(*line) for line in lines]
        crossed = sum(crossings(ring, lat * scale, lon * scale) for ring in rings)
        assert crossed % 2 == inside, code


def crossings(ring: Polyline, y: float, x: float) -> int:
    pairs = pairwise(zip(ring.xs, ring.ys, strict=True))
    return sum(
        (a[1] > y) != (b[1] > y) and x < a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1])
        for a, b in pairs
    )


def test_every_named_country_and_division_has_an_outline() -> None:
    rows = BUILT_IN.area_rows
    codes = {row[0] for row in rows if row[0]}
    assert {area.code for area in BUILT_IN.names.countries.areas if area.code} <= codes
    assert {area.code for area in BUILT_IN.names.divisions.areas if area.code} <= codes
    for code, country, called, wikidata, geonames, scale, rings in rows:
        assert rings, called
        assert all(called), code
        assert scale in (10, 20, 50, 100, 200, 500, 1000), called
        assert isinstance(country, str), called
        assert not wikidata or wikidata[0] == "Q", called
        assert geonames >= 0, called


def test_every_country_has_a_place_on_the_map() -> None:
    assert len(BUILT_IN.names.middles) == len(BUILT_IN.names.countries.areas) > 200
    for area, lat, lon in BUILT_IN.names.middles:
        assert -90 <= lat <= 90, area
        assert -180 <= lon <= 180, area


def test_towns_are_sorted_the_largest_first() -> None:
    towns = BUILT_IN.names.towns
    assert len(towns) > 7000
    assert list(towns) == sorted(towns)


@given(
    st.lists(
        st.tuples(st.integers(-18_000, 18_000), st.integers(-9_000, 9_000)), min_size=2, max_size=40
    )
)
def test_a_line_is_read_as_it_was_written(points: list[tuple[int, int]]) -> None:
    written = encode([(x / 100, y / 100) for x, y in points], 100)
    if written is None:
        assert len(set(points)) == 1
        return
    x, y, steps = written
    assert isinstance(x, int)
    assert isinstance(y, int)
    line = decode(x, y, str(steps))
    read = list(zip(line.xs, line.ys, strict=True))
    kept = [point for n, point in enumerate(points) if n == 0 or point != points[n - 1]]
    assert read[0] == kept[0]
    assert read[-1] == kept[-1]
    assert set(kept) <= set(read)
    for one, other in pairwise(read):
        assert max(abs(other[0] - one[0]), abs(other[1] - one[1])) <= 127


@given(st.lists(st.integers(0, 255), min_size=1, max_size=1000))
def test_cells_are_read_as_they_were_written(cells: list[int]) -> None:
    data = b64decode(runs(cells))
    pairs = zip(data[::2], data[1::2], strict=True)
    assert [number for count, number in pairs for _ in range(count)] == cells


@given(st.integers(-180, 180), st.integers(-90, 90), st.integers(0, 60), st.integers(0, 60))
def test_the_index_of_a_layer_finds_what_a_look_at_every_line_finds(
    west: int, south: int, wide: int, high: int
) -> None:
    layer = BUILT_IN.detail("globe").borders
    box = tuple(limit * layer.scale for limit in (west, south, west + wide, south + high))
    bounds = (box[0], box[1], box[2], box[3])
    every = [
        number
        for number, line in enumerate(layer.lines)
        if line.box[0] <= bounds[2]
        and bounds[0] <= line.box[2]
        and line.box[1] <= bounds[3]
        and bounds[1] <= line.box[3]
    ]
    assert layer.near(bounds) == every
