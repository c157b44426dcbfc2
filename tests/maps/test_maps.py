"""Static maps: what is drawn is where it is and as large as it is, and can be read."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from cProfile import Profile
from dataclasses import replace
from math import hypot
from pathlib import Path
from types import MappingProxyType
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sourcebook.derive import areas as outline_data
from sourcebook.derive.areas import outline_of
from sourcebook.geo.basemap import BUILT_IN
from sourcebook.geo.coding import encode
from sourcebook.geo.distance import great_circle
from sourcebook.geo.projection import EqualEarth, Stereographic, travel
from sourcebook.link import Graph
from sourcebook.maps import (
    Atlas,
    Disc,
    LinkedIncident,
    MapArea,
    MapPlace,
    Near,
    OtherPosition,
    draw_map,
    map_items,
    map_items_of_incident,
)
from sourcebook.maps.clusters import short_number
from sourcebook.maps.description import describe_other, uncertainty
from sourcebook.maps.frame import FOOT, scale_bar
from sourcebook.maps.labels import Labels
from sourcebook.maps.paths import fill
from sourcebook.maps.text_boxes import LEADING, STYLES, Box, TextBlock, meet, split_evenly
from sourcebook.maps.uncertainty import draw_disc
from sourcebook.maps.view import View, view_of
from sourcebook.models import Dataset, Location
from sourcebook.site import _PLACEHOLDER, Prepared
from tests.conftest import REPOSITORY
from tests.graphs import ENGLISH

LATS = st.floats(-90, 90)
LONS = st.floats(-180, 180)
RADII = st.floats(1, 5_000_000)
DISCS = st.builds(Disc, LATS, LONS, RADII)
EDGES = [
    Disc(90, 0, 10),
    Disc(-90, 180, 5000),
    Disc(0, 180, 10),
    Disc(0, -180, 10),
]
SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@pytest.fixture(scope="session")
def graph(small_prepared: Prepared) -> Graph:
    return small_prepared.graph


@pytest.fixture(scope="session")
def atlas(graph: Graph) -> Atlas:
    return Atlas(graph)


@pytest.fixture(scope="session")
def plain() -> Atlas:
    """The atlas of a dataset that has no places of its own."""
    nothing = MappingProxyType[str, object]({})
    dataset = Dataset(
        title="-", description="-", publisher="-", licence="-", edition="-",
        edition_date="2000", time_zone="UTC",
    )  # fmt: skip
    return Atlas(Graph(dataset, {}, {}, {}, {}, dict(nothing.items())))  # type: ignore[arg-type]


def mark(name: str, lat: float, lon: float, radius: float = 1000.0, **more: object) -> MapPlace:
    return MapPlace(name, name.title(), Disc(lat, lon, radius), f"{name}.html", **more)  # type: ignore[arg-type]


def drawn(
    atlas: Atlas, *marks: MapPlace, more: str | None = "#list", areas: Sequence[MapArea] = ()
) -> ElementTree.Element:
    return ElementTree.fromstring(svg(atlas, *marks, more=more, areas=areas))


def svg(
    atlas: Atlas, *marks: MapPlace, more: str | None = "#list", areas: Sequence[MapArea] = ()
) -> str:
    text = draw_map(atlas, marks, prefix="where", title="Where it was", more=more, areas=areas)
    # in a page the namespace goes without saying
    return text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')


def classed(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [each for each in root.iter() if name in each.get("class", "").split()]


# -- geometry


@pytest.mark.parametrize("lat", [-89.9, -60, 0, 12.5, 48, 80, 90])
def test_a_stereographic_point_is_found_again(lat: float) -> None:
    flat = Stereographic(lat, 179.5)
    for bearing in range(0, 360, 30):
        spot = travel(lat, 179.5, 700_000, bearing)
        again = flat.inverse(*flat.forward(*spot))
        assert great_circle(spot, again) < 1


def test_an_equal_earth_point_is_found_again() -> None:
    flat = EqualEarth(-150)
    for lat in range(-85, 90, 17):
        for lon in range(-320, 30, 35):
            found = flat.inverse(*flat.forward(lat, lon))
            assert found is not None
            assert great_circle((lat, lon), found) < 1000
    assert flat.inverse(17_000_000, 8_000_000) is None
    assert flat.inverse(0, 9_000_000) is None


@given(LATS, LONS, st.floats(2_000, 900_000))
@example(90.0, 0.0, 5_000.0)
@example(-16.9, 180.0, 400_000.0)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_an_area_has_its_true_radius(lat: float, lon: float, radius: float) -> None:
    view = view_of([Disc(lat, lon, radius)])
    x, y, r = view.circle(Disc(lat, lon, radius))
    for bearing in range(0, 360, 45):
        across, down = view.at(*travel(lat, lon, radius, bearing))
        assert hypot(across - x, down - y) == pytest.approx(r, rel=0.01)


def test_an_area_off_the_middle_has_its_true_radius() -> None:
    view = view_of([Disc(50, 0, 1000), Disc(56, 20, 60_000)])
    element = ElementTree.fromstring(draw_disc(view, Disc(56, 20, 60_000), "map-area"))
    x, y, r = (float(element.get(key, "")) for key in ("cx", "cy", "r"))
    for bearing in range(0, 360, 30):
        across, down = view.at(*travel(56, 20, 60_000, bearing))
        assert hypot(across - x, down - y) == pytest.approx(r, rel=0.01)


def test_on_a_map_of_the_world_an_area_is_the_outline_of_its_true_radius() -> None:
    view = View(0.0, 0.0, 58_000.0, height=312, world=True)
    disc = Disc(60, 30, 1_500_000)
    path = ElementTree.fromstring(draw_disc(view, disc, "map-area")).get("d", "")
    for x, y in points_of(path):
        spot = view.where(x / 2, y / 2)
        assert spot is not None
        assert great_circle((60, 30), spot) == pytest.approx(1_500_000, rel=0.05)


def test_an_area_across_the_edge_of_a_map_of_the_world_is_on_both_sides() -> None:
    view = View(0.0, 0.0, 58_000.0, height=312, world=True)
    path = ElementTree.fromstring(draw_disc(view, Disc(0, 178, 1_500_000), "map-area")).get("d", "")
    xs = [x for x, _ in points_of(path)]
    assert path.count("M") == 2
    assert min(xs) < 100
    assert max(xs) > 1180


def test_an_area_round_a_pole_reaches_across_a_map_of_the_world() -> None:
    view = View(0.0, 0.0, 58_000.0, height=312, world=True)
    path = ElementTree.fromstring(draw_disc(view, Disc(80, 0, 3_000_000), "map-area")).get("d", "")
    xs = [x for x, _ in points_of(path)]
    assert max(xs) - min(xs) > 500


def points_of(path: str) -> Iterator[tuple[float, float]]:
    for part in path.split("M")[1:]:
        numbers = [float(number) for number in NUMBER.findall(part)]
        x, y = 0.0, 0.0
        for right, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + right, y + down
            yield x, y


@pytest.mark.parametrize("lat", [0.0, 35.0, 78.0, -89.0])
@pytest.mark.parametrize("radius", [10.0, 40_000.0, 600_000.0])
def test_the_scale_bar_is_as_long_as_it_says(lat: float, radius: float) -> None:
    view = view_of([Disc(lat, 40, radius)])
    metres, long = scale_bar(view)
    one, other = view.where(320 - long / 2, 220), view.where(320 + long / 2, 220)
    assert one is not None
    assert other is not None
    assert great_circle(one, other) == pytest.approx(metres, rel=0.01)
    assert f"{metres:.0f}".rstrip("0") in {"1", "2", "5"}
    assert 50 < long <= 150


def test_the_scale_bar_of_the_world_is_true_on_the_equator() -> None:
    view = view_of([Disc(0, 0, 10), Disc(0, 150, 10)])
    assert view.world
    metres, long = scale_bar(view)
    one, other = view.where(320 - long / 2, 156), view.where(320 + long / 2, 156)
    assert one is not None
    assert other is not None
    assert great_circle(one, other) == pytest.approx(metres, rel=0.01)


def test_places_on_both_sides_of_the_180th_meridian_are_near_each_other() -> None:
    view = view_of([Disc(-17, 179.9, 10), Disc(-17, -179.9, 10)])
    (x1, y1), (x2, y2) = view.at(-17, 179.9), view.at(-17, -179.9)
    assert x1 < x2
    assert y1 == pytest.approx(y2, abs=1)
    metres = hypot(x2 - x1, y2 - y1) * view.scale
    assert metres == pytest.approx(great_circle((-17, 179.9), (-17, -179.9)), rel=0.01)


def test_neighbouring_places_share_a_view() -> None:
    assert view_of([Disc(35.30, 40.10, 2000)]) == view_of([Disc(35.32, 40.13, 900)])


def test_the_detailed_basemap_serves_where_it_covers_all_that_is_shown() -> None:
    assert view_of([Disc(35, 40, 10)]).name == "near"
    assert view_of([Disc(35, 34.1, 10)]).name == "far"
    assert view_of([Disc(-35, 34.1, 10)]).name == "far"
    assert view_of([Disc(0, 0, 1_400_000)]).name == "globe"


@pytest.mark.parametrize("lat", [-78, -17, 34, 71])
def test_land_ends_beside_the_picture(lat: float) -> None:
    view = view_of([Disc(lat, 39, 400_000), Disc(lat, 45, 400_000)])
    xs, ys = zip(*points_of(fill(BUILT_IN.detail(view.name).land, view)), strict=True)
    assert -14 <= min(xs) <= max(xs) <= 2 * view.width + 14
    assert -14 <= min(ys) <= max(ys) <= 2 * view.height + 14


def test_land_is_filled_up_to_the_south_pole() -> None:
    view = view_of([Disc(-89, 10, 10_000)])
    assert view.polar == -1
    xs, ys = zip(*points_of(fill(BUILT_IN.detail(view.name).land, view)), strict=True)
    assert min(xs) < 0 < 1280 < max(xs)
    assert min(ys) < 0 < 880 < max(ys)


@given(st.lists(DISCS, min_size=1, max_size=5))
@example(EDGES)
@example([Disc(90, 0, 10), Disc(89.9, 90, 10)])
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_whatever_is_to_be_shown_is_in_the_picture(discs: list[Disc]) -> None:
    view = view_of(discs)
    for disc in discs:
        assert view.holds(*view.at(disc.lat, disc.lon), 8)


# -- the picture


@given(st.lists(DISCS, min_size=1, max_size=4), st.booleans())
@example(EDGES, True)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_any_place_on_earth_has_a_map(plain: Atlas, discs: list[Disc], joined: bool) -> None:
    first, *others = discs
    rivals = tuple(OtherPosition(disc) for disc in others) if joined else ()
    marks = [MapPlace("a", "Ash Ford", first, "a.html", others=rivals)]
    if not joined:
        marks += [MapPlace(f"b{n}", "Beech Hill", disc) for n, disc in enumerate(others)]
    root = drawn(plain, *marks)
    _, _, width, height = (float(each) for each in root[0].get("viewBox", "").split())
    assert (width, height - FOOT) in {(640, 440), (640, 312)}
    signs = [*classed(root, "map-sign"), *classed(root, "map-badge"), *classed(root, "map-rival")]
    assert signs
    for sign in signs:
        x, y = float(sign.get("cx", sign.get("x", ""))), float(sign.get("cy", sign.get("y", "")))
        assert 0 <= x <= width
        assert 0 <= y <= height - FOOT


def test_nothing_to_mark_is_no_map(plain: Atlas) -> None:
    assert draw_map(plain, [], prefix="where", title="Where") == ""


def test_a_mark_leads_to_its_page_and_says_what_it_is(plain: Atlas) -> None:
    (event,) = [LinkedIncident("The ash ford raid", "raid.html")]
    root = drawn(plain, mark("ash-ford", -48, -123, 2000, incidents=(event,)))
    (link,) = root.iter(f"{SVG}a")
    assert link.get("href") == "ash-ford.html"
    assert link.get("aria-label") == "Ash-Ford: The ash ford raid, within 2 km"


def test_the_picture_is_named_and_described(plain: Atlas) -> None:
    root = drawn(plain, mark("ash-ford", -48, -123, 2000))[0]
    words = {each.get("id"): each.text for each in root if each.get("id")}
    assert root.get("role") == "group"
    assert words[root.get("aria-labelledby")] == "Where it was"
    assert words[root.get("aria-describedby")] == (
        "A map of an area about 320 km wide. Ash-Ford: within 2 km."
    )
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids)) == 2


def test_it_says_where_the_map_is_from_and_has_scale_and_north(plain: Atlas) -> None:
    root = drawn(plain, mark("ash-ford", -48, -123, 2000))
    assert ["".join(each.itertext()) for each in classed(root, "map-foot")] == [
        "50 km",
        "N",
        "Map data: Natural Earth",
    ]
    assert len(classed(root, "map-north")) == len(classed(root, "map-bar")) == 1
    assert len(classed(root, "map-here")) == 1


def test_round_a_pole_no_arrow_points_to_the_north(plain: Atlas) -> None:
    root = drawn(plain, mark("ash-ford", 89.5, 0))
    assert not classed(root, "map-north")
    assert "North Pole" in [each.text for each in classed(root, "map-town")]
    assert classed(root, "map-grid")


def test_only_what_is_uncertain_has_an_area(plain: Atlas) -> None:
    assert not classed(drawn(plain, mark("ash-ford", -48, -123, 10)), "map-area")
    assert len(classed(drawn(plain, mark("ash-ford", -48, -123, 20_000)), "map-area")) == 1


def test_a_place_that_is_near_another_is_a_ring_without_a_point(plain: Atlas) -> None:
    near = Near("Ash Ford", "up the river")
    root = drawn(plain, mark("mill", -48, -123, 10_000, near=near))
    assert not classed(root, "map-sign")
    (ring,) = classed(root, "map-ring")
    (disc,) = classed(root, "map-area")
    assert float(ring.get("r", "")) == pytest.approx(float(disc.get("r", "")), abs=0.1)
    spans = [span.text for span in classed(root, "map-name")[0]]
    assert spans == ["Mill", "about 10 km from", "Ash\u00a0Ford, up the river"]
    assert "Ash Ford" in [each.text for each in classed(root, "map-town")]


def test_rival_positions_are_joined_with_their_distance(plain: Atlas) -> None:
    root = drawn(
        plain,
        mark(
            "mill",
            -48,
            -123,
            5000,
            others=(OtherPosition(Disc(-48.3, -123, 5000)),),
        ),
    )
    assert len(classed(root, "map-between")) == len(classed(root, "map-rival")) == 1
    assert {each.text for each in classed(root, "map-note")} == {"33 km apart"}
    assert len(classed(root, "map-area")) == 2


def test_several_incidents_at_a_place_are_one_mark_with_their_number(plain: Atlas) -> None:
    events = tuple(LinkedIncident(f"Raid {n}", f"{n}.html") for n in range(3))
    root = drawn(plain, mark("mill", -48, -123, 100, incidents=events))
    assert [each.text for each in classed(root, "map-count")] == ["3"]
    (link,) = root.iter(f"{SVG}a")
    assert link.get("aria-label") == "Mill: 3 incidents, within 100 m"


def test_places_too_near_to_tell_apart_are_one_mark(plain: Atlas) -> None:
    event = (LinkedIncident("Raid", "raid.html"),)
    marks = [mark(name, -48, -123 + n / 100, 100, incidents=event) for n, name in enumerate("abcd")]
    far = mark("far", -42, -120, 100, incidents=event)
    root = drawn(plain, *marks, far)
    assert [each.text for each in classed(root, "map-count")] == ["4"]
    links = {link.get("href"): link.get("aria-label") for link in root.iter(f"{SVG}a")}
    assert links["#list"] == "A, B, C, D: 4 incidents at 4 places"
    assert links["far.html"] == "Far: Raid, within 100 m"


def test_without_a_list_such_a_mark_leads_nowhere(plain: Atlas) -> None:
    root = drawn(plain, mark("a", -48, -123), mark("b", -48, -123.001), more=None)
    assert not list(root.iter(f"{SVG}a"))
    (several,) = classed(root, "map-mark")
    assert several.get("role") == "img"


def test_what_a_record_is_called_is_text(plain: Atlas) -> None:
    name = '<b> & "x" \u202e\x07'
    text = svg(plain, MapPlace("a", name, Disc(-48, -123, 10), 'a"b.html'))
    assert "<b>" not in text
    root = ElementTree.fromstring(text)
    assert {each.text for each in classed(root, "map-name")} == {'<b> & "x" \u202e'}


def test_there_is_no_style_and_no_script_in_a_map(plain: Atlas) -> None:
    text = svg(plain, mark("a", -48, -123), mark("b", 48, 123, 900_000), mark("c", 5, 5))
    root = ElementTree.fromstring(text)
    for each in root.iter():
        assert not {"style", "fill", "stroke", "font-size"} & set(each.attrib)
        assert not any(key.startswith("on") for key in each.attrib)
        assert each.tag not in {f"{SVG}script", f"{SVG}style", f"{SVG}image", f"{SVG}use"}


def test_a_map_of_one_place_is_small(plain: Atlas) -> None:
    text = draw_map(plain, [mark("a", 35.3, 40.1)], prefix="where", title="Where")
    assert len(text) < 8_000


# -- the same bytes


MANY = [mark(f"p{n}", (n * 37) % 140 - 70, (n * 71) % 360 - 180, 10 ** (n % 6)) for n in range(40)]


def test_the_order_of_marks_makes_no_difference(plain: Atlas) -> None:
    assert svg(plain, *MANY) == svg(plain, *reversed(MANY))


def test_what_was_drawn_before_makes_no_difference(graph: Graph) -> None:
    used = Atlas(graph)
    svg(used, *MANY)
    svg(used, MANY[0])
    for marks in ([MANY[3]], MANY[:5]):
        assert svg(used, *marks) == svg(Atlas(graph), *marks)


def test_hashing_makes_no_difference() -> None:
    code = (
        "from tests.maps.test_maps import MANY, draw_map, Atlas, Graph\n"
        "from sourcebook.site import _PLACEHOLDER\n"
        "atlas = Atlas(Graph(_PLACEHOLDER, {}, {}, {}, {}, {}))\n"
        "print(draw_map(atlas, MANY, prefix='m', title='t'))\n"
        "print(draw_map(atlas, MANY[:3], prefix='m', title='t'))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1
    assert outputs.pop().count(b"<svg") > 2


# -- names keep clear of each other


def text_boxes(root: ElementTree.Element, *, narrow: bool) -> list[tuple[str, Box]]:
    """Every name of a map with the box that it fills, as map.css letters it."""
    hidden = classed(root, "map-wide" if narrow else "map-narrow")
    unseen = {text for group in hidden for text in group.iter(f"{SVG}text")}
    found = []
    for text in root.iter(f"{SVG}text"):
        look = text.get("class", "")
        level = look in STYLES and look != "map-foot" and text.get("transform") is None
        if level and text not in unseen:
            found.append((look, text_box(text, look, narrow=narrow)))
    return found


def text_box(text: ElementTree.Element, look: str, *, narrow: bool) -> Box:
    lines = [span.text or "" for span in text] or [text.text or ""]
    size = STYLES[look].narrow if narrow else STYLES[look].wide
    wide = TextBlock(tuple(lines), look, narrow).width
    x, y = float(text.get("x", "")), float(text.get("y", ""))
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[text.get("text-anchor", "start")]
    baseline = y + float(text.get("dy", "0em").removesuffix("em")) * size
    bottom = baseline + (len(lines) - 1) * LEADING * size
    return left, baseline - 0.72 * size, left + wide, bottom + 0.2 * size


CROWDED = [
    mark(f"the old mill of ward {n}", 35 + (n % 5) / 7, 40 + (n // 5) / 6, 400.0 + 900 * n)
    for n in range(15)
]


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("marks", [CROWDED, MANY, [CROWDED[0]], MANY[:4]])
def test_no_name_covers_another(plain: Atlas, marks: list[MapPlace], narrow: bool) -> None:
    boxes = text_boxes(drawn(plain, *marks), narrow=narrow)
    assert boxes
    for number, (one_look, one) in enumerate(boxes):
        for other_look, other in boxes[:number]:
            assert not meet(one, other), (one_look, one, other_look, other)


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("marks", [CROWDED, [CROWDED[0]], MANY[:4]])
def test_no_name_is_cut_by_the_edge_or_the_small_map(
    plain: Atlas, marks: list[MapPlace], narrow: bool
) -> None:
    root = drawn(plain, *marks)
    width, height = (float(classed(root, "map-body")[0].get(k, "")) for k in ("width", "height"))
    small = [
        tuple(float(each.get(key, "")) for key in ("x", "y", "width", "height"))
        for each in classed(root, "map-inset")
    ]
    for look, box in text_boxes(root, narrow=narrow):
        assert box[0] >= 0, look
        assert box[1] >= -1, look
        assert box[2] <= width, look
        assert box[3] <= height + 1, look
        assert not any(meet(box, (x, y, x + w, y + h)) for x, y, w, h in small), look


@given(st.lists(st.tuples(st.integers(0, 640), st.integers(0, 440)), max_size=30))
def test_placed_names_have_room_of_their_own(points: list[tuple[int, int]]) -> None:
    for narrow in (False, True):
        labels = Labels(640, 440, narrow)
        placed = [labels.beside(x, y, 6, ("Ash Ford", "within"), "map-name") for x, y in points]
        boxes = [box for each in placed if each for box in each.boxes]
        assert not any(meet(one, other) for n, one in enumerate(boxes) for other in boxes[:n])


def test_a_long_name_is_broken_in_lines_of_about_one_length() -> None:
    assert split_evenly("Ash Ford", 20) == ("Ash Ford",)
    assert split_evenly("The old mill of the upper ward", 20) == (
        "The old mill of",
        "the upper ward",
    )
    assert split_evenly("Ash\u00a0Ford upper mill, west", 16) == (
        "Ash\u00a0Ford upper",
        "mill, west",
    )


# -- words


def test_places_in_words() -> None:
    rivals = (
        OtherPosition(Disc(-48.3, -123, 5000)),
        OtherPosition(Disc(-48, -122, 900), "Elm Gate", ("Ann", "Bo")),
    )
    one = mark("mill", -48, -123, 25_000, rings=(1000.0,), others=rivals)
    other = mark("weir", -48, -123, 4500, near=Near("Ash Ford"))
    assert uncertainty(ENGLISH, one) == "within 1 km or 25 km"
    assert [describe_other(ENGLISH, one, each) for each in rivals] == [
        "also placed at 48.30° S, 123.00° W, 33 km away, within 5 km",
        "also placed at Elm Gate by Ann and Bo, 74 km away, within 900 m",
    ]
    assert uncertainty(ENGLISH, other) == "about 4.5 km from Ash Ford"


# -- from the graph


def page(name: str) -> str:
    return f"{name}.html"


def test_a_location_is_marked_with_its_rival_positions(graph: Graph) -> None:
    (harbour,) = map_items(graph, ["testhaven"], page, here="testhaven").places
    assert (harbour.label, harbour.href, harbour.kind) == ("Testhaven", None, "location")
    assert (harbour.disc, len(harbour.others)) == (
        Disc(-48.5, -123.25, 800),
        1,
    )


def test_a_location_known_by_a_distance_is_marked_round_the_other(graph: Graph) -> None:
    (village,) = map_items(graph, ["test-village"], page).places
    assert village.disc == Disc(-48.5, -123.25, 4500)
    assert village.near == Near("Testhaven", "north")


def test_incidents_at_a_place_are_one_mark(graph: Graph) -> None:
    (harbour,) = map_items(graph, ["testhaven-rockets", "harbour-alarm"], page).places
    assert harbour.href == "testhaven.html"
    assert [event.href for event in harbour.incidents] == [
        "harbour-alarm.html",
        "testhaven-rockets.html",
    ]
    (alone,) = map_items(graph, ["testhaven-rockets"], page).places
    assert alone.href == "testhaven-rockets.html"
    assert alone.disc.radius == 3000


def test_an_incident_is_as_uncertain_as_its_precision_or_its_place(graph: Graph) -> None:
    (strike,) = map_items(graph, ["depot-nine-strike"], page).places
    assert strike.disc.radius == 25_000
    (drone,) = map_items(graph, ["village-drone"], page).places
    assert (drone.disc.radius, drone.near) == (4500, Near("Testhaven", "north"))


def test_what_has_no_point_is_listed_with_the_reason(graph: Graph) -> None:
    names = ["convoy-mine", "lost-patrol", "salt-flat-clash", "salt-flat", "quellmark-land"]
    places = map_items(graph, names, page)
    assert not places.places
    assert {each.id: (each.href, each.why) for each in places.unlocated} == {
        "convoy-mine": (
            "convoy-mine.html",
            "known only to North Quell, of which there is no outline",
        ),
        "lost-patrol": ("lost-patrol.html", "its place is not known"),
        "quellmark-land": ("quellmark-land.html", "no coordinates of Quellmark are given"),
        "salt-flat": ("salt-flat.html", "no coordinates of Salt Flat are given"),
        "salt-flat-clash": (
            "salt-flat-clash.html",
            "known only to Salt Flat, of which there is no outline",
        ),
    }
    labels = [each.label for each in places.unlocated]
    assert labels == sorted(labels)


def test_every_incident_is_marked_or_listed(graph: Graph) -> None:
    incidents = [name for name, record in graph.records.items() if record.kind == "incident"]
    places = map_items(graph, incidents, page)
    marked = sum(len(each.incidents) for each in places.places)
    assert marked + len(places.unlocated) == len(incidents)


def test_the_page_of_an_incident_leads_to_its_place(graph: Graph) -> None:
    places = map_items_of_incident(graph, "testhaven-rockets", page)
    (harbour,) = places.places
    assert (harbour.href, harbour.incidents) == ("testhaven.html", ())
    assert not places.unlocated


def test_the_dataset_names_its_own_towns_and_draws_each_of_its_places(
    graph: Graph, atlas: Atlas
) -> None:
    everything = map_items(graph, graph.records, page)
    root = drawn(atlas, *everything.places)
    shown = {text.text for text in root.iter(f"{SVG}text")}
    shown |= {span.text for span in root.iter(f"{SVG}tspan")}
    assert {"Depot Nine", "Testhaven"} & shown
    lone = drawn(atlas, mark("weir", -48.7, -122.9, 10))
    assert "Testhaven" in [each.text for each in classed(lone, "map-town")]


def test_only_an_incident_has_the_map_of_an_incident(graph: Graph) -> None:
    with pytest.raises(TypeError, match="testhaven is no incident"):
        map_items_of_incident(graph, "testhaven", page)


# -- areas, where no more is known than a country or a division


RING = [(-124.5, -49.5), (-121.5, -49.5), (-121.5, -47.5), (-123.0, -46.8), (-124.5, -47.5)]


def area_row(
    code: str, country: str, *names: str, ids: tuple[str, int] = ("", 0), reach: float = 1
) -> list[object]:
    ring = [(-123 + (lon + 123) * reach, -48 + (lat + 48) * reach) for lon, lat in RING]
    return [code, country, [*names], *ids, 100, [encode([*ring, ring[0]], 100)]]


@pytest.fixture
def outlines(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Lets a test say which outlines the basemap has."""

    def have(*rows: list[object]) -> None:
        outline_data._known.cache_clear()
        outline_data._outline.cache_clear()
        monkeypatch.setitem(vars(BUILT_IN), "area_rows", rows)

    have()
    yield have
    outline_data._known.cache_clear()
    outline_data._outline.cache_clear()


def location(name: str, kind: str, **more: object) -> Location:
    return Location(id=name, names={"en": name.title()}, type=kind, **more)


def world_of(*places: Location) -> Graph:
    records = {place.id: place for place in places}
    return Graph(_PLACEHOLDER, records, {}, {}, {}, {})


def test_what_is_known_to_a_division_is_an_area_and_never_a_point(
    graph: Graph, outlines: Callable[..., None], plain: Atlas
) -> None:
    outlines(area_row("QM-NQ", "QM", "Quell, northern part"))
    places = map_items(graph, ["convoy-mine", "salt-flat-clash"], page)
    (area,) = places.areas
    assert (area.id, area.label, area.kind) == ("north-quell", "North Quell", "incident")
    assert area.href == "convoy-mine.html"
    assert [event.title for event in area.incidents] == ["A mine under the convoy"]
    assert not places.places
    assert [each.id for each in places.unlocated] == ["salt-flat-clash"]
    root = drawn(plain, areas=places.areas)
    assert not [*classed(root, "map-sign"), *classed(root, "map-badge"), *classed(root, "map-area")]
    (link,) = (each for each in root.iter(f"{SVG}a"))
    assert link.get("href") == "convoy-mine.html"
    assert link.get("aria-label") == "Somewhere in North Quell: 1 incident"
    assert len(classed(link, "map-somewhere")) == 1
    words = {" ".join("".join(each.itertext()).split()) for each in classed(link, "map-name")}
    assert words == {"Somewhere in North Quell: 1 incident"}
    (legend,) = classed(root, "map-legend")
    assert "".join(legend.itertext()) == " Somewhere in North Quell: A mine under the convoy"


def test_the_outline_is_drawn_where_it_is(
    graph: Graph, outlines: Callable[..., None], plain: Atlas
) -> None:
    outlines(area_row("QM-NQ", "QM", "North Quell"))
    (area,) = map_items(graph, ["convoy-mine"], page).areas
    view = view_of(area.outline.spots)
    (path,) = classed(drawn(plain, areas=(area,)), "map-somewhere")[:1]
    corners = list(points_of(path.get("d", "")))
    for lon, lat in RING:
        x, y = view.at(lat, lon)
        assert min(hypot(a / 2 - x, b / 2 - y) for a, b in corners) < 1


def test_the_page_of_an_incident_shows_its_area(
    graph: Graph, outlines: Callable[..., None], plain: Atlas
) -> None:
    outlines(area_row("QM-NQ", "QM", "North Quell"))
    places = map_items_of_incident(graph, "convoy-mine", page)
    (area,) = places.areas
    assert (area.href, area.incidents) == ("north-quell.html", ())
    root = drawn(plain, areas=places.areas)
    assert [link.get("aria-label") for link in root.iter(f"{SVG}a")] == ["Somewhere in North Quell"]
    assert "Somewhere in North Quell, outlined." in "".join(root.itertext())


def test_an_area_is_shown_on_its_own_page_without_a_link(
    graph: Graph, outlines: Callable[..., None], plain: Atlas
) -> None:
    outlines(area_row("QM-NQ", "QM", "North Quell"))
    places = map_items(graph, ["north-quell", "testhaven"], page, here="north-quell")
    (area,) = places.areas
    assert (area.kind, area.href) == ("location", None)
    root = drawn(plain, *places.places, areas=places.areas)
    assert [link.get("href") for link in root.iter(f"{SVG}a")] == ["testhaven.html"]
    assert classed(root, "map-somewhere--location")


@pytest.mark.parametrize(
    ("place", "rows", "found"),
    [
        ({"iso_3166": "QM-1"}, [("QM-1", "QM", "Else")], True),
        ({"iso_3166": "QM-2"}, [("QM-1", "QM", "Ash")], True),
        ({"wikidata": "Q12"}, [("", "", "Else", ("Q12", 0))], True),
        ({"geonames": 77}, [("", "", "Else", ("", 77))], True),
        ({}, [("QM-1", "QM", "ÁSH  Governorate")], True),
        ({}, [("QM-1", "QN", "Ash")], False),
        ({}, [("QM-1", "QM", "Ash"), ("QM-2", "QM", "ash")], False),
        ({"iso_3166": "QM-1"}, [("QM-1", "QM", "B"), ("QM-1", "QM", "C")], False),
        ({}, [("QM-1", "QM", "Beech")], False),
        ({}, [], False),
    ],
)
def test_an_area_is_found_by_its_identifiers_or_its_name_in_its_country(
    outlines: Callable[..., None],
    place: dict[str, object],
    rows: list[tuple[object, ...]],
    found: bool,
) -> None:
    made = [
        area_row(*map(str, row[:3]), ids=row[3] if len(row) > 3 else ("", 0))  # type: ignore[arg-type]
        for row in rows
    ]
    outlines(*made)
    country = location("quellmark", "country", iso_3166="QM")
    ash = location("ash", "governorate", within="quellmark", **place)
    assert (outline_of(world_of(country, ash), ash) is not None) == found


def test_a_town_with_the_name_of_its_division_is_no_area(outlines: Callable[..., None]) -> None:
    outlines(area_row("QM-1", "QM", "Ash"))
    country = location("quellmark", "country", iso_3166="QM")
    town = location("ash", "town", within="quellmark")
    assert outline_of(world_of(country, town), town) is None


def test_of_many_areas_the_rest_are_listed(
    graph: Graph, outlines: Callable[..., None], plain: Atlas
) -> None:
    outlines(area_row("QM-NQ", "QM", "North Quell"))
    (area,) = map_items(graph, ["convoy-mine"], page).areas
    several = [replace(area, id=f"a{n}", label=f"Ward {n}") for n in range(9)]
    root = drawn(plain, areas=several)
    outlined = {each.get("aria-label") for each in classed(root, "map-mark")}
    assert len(outlined) == 6
    words = " ".join("".join(row.itertext()) for row in classed(root, "map-legend"))
    for n in range(9):
        assert f"Ward {n}" in words
    assert "Not outlined" in words


def test_an_area_that_would_dwarf_the_marks_is_cut(
    graph: Graph, outlines: Callable[..., None], plain: Atlas
) -> None:
    outlines(area_row("QM-NQ", "QM", "North Quell", reach=4))
    (area,) = map_items(graph, ["convoy-mine"], page).areas
    near = [mark("a", -48, -123, 10), mark("b", -48.01, -123.05, 10)]
    alone, together = drawn(plain, *near), drawn(plain, *near, areas=(area,))
    assert width_of(alone) == width_of(together)
    far = [mark("a", -48, -123, 10), mark("b", -54, -115, 10)]
    assert width_of(drawn(plain, *far)) != width_of(drawn(plain, *far, areas=(area,)))


def width_of(root: ElementTree.Element) -> str:
    words = next(each.text or "" for each in root.iter(f"{SVG}desc"))
    return words.partition(".")[0]


# -- many marks


def scattered(count: int) -> list[MapPlace]:
    events = (LinkedIncident("Raid", "raid.html"),)
    return [
        mark(f"p{n}", 35 + (n * 37 % 101) / 60, 40 + (n * 71 % 103) / 50, 10.0, incidents=events)
        for n in range(count)
    ]


def test_of_many_marks_the_numbers_are_told_square_by_square(plain: Atlas) -> None:
    root = drawn(plain, *scattered(300))
    counts = [int(each.text or "") for each in classed(root, "map-count")]
    assert sum(counts) == 300
    assert 1 < len(counts) < 180
    assert not classed(root, "map-area")
    badges = classed(root, "map-badge")
    spots = [[float(each.get(key, "")) for key in ("cx", "cy", "r")] for each in badges]
    for n, (x, y, reach) in enumerate(spots):
        for a, b, other in spots[:n]:
            assert hypot(x - a, y - b) > reach + other
    for link in root.iter(f"{SVG}a"):
        words = link.get("aria-label", "")
        alone = words.startswith("P")
        assert (link.get("href") != "#list") == alone, words
        assert alone or re.fullmatch(r"\d+ incidents at \d+ places", words)


def test_few_marks_are_drawn_one_by_one(plain: Atlas) -> None:
    root = drawn(plain, *scattered(40))
    assert {each.get("href") for each in root.iter(f"{SVG}a")} & {"p3.html", "p17.html"}
    names = {each.text for each in classed(root, "map-name")}
    assert names


def test_the_work_grows_with_the_marks_and_the_bytes_do_not(plain: Atlas) -> None:
    calls, sizes = [], []
    for count in (1500, 3000):
        marks = scattered(count)
        svg(plain, *marks)
        profile = Profile()
        with profile:
            text = svg(plain, *marks)
        calls.append(sum(entry.callcount for entry in profile.getstats()))
        sizes.append(len(text))
    assert calls[1] < 2.2 * calls[0]
    assert sizes[1] < 1.1 * sizes[0] < 40_000


def test_large_numbers_are_short_number() -> None:
    numbers = (7, 999, 1000, 1249, 9949, 9950, 123_456)
    assert [short_number(n) for n in numbers] == ["7", "999", "1k", "1.2k", "9.9k", "10k", "123k"]


def test_the_order_of_many_marks_makes_no_difference(plain: Atlas) -> None:
    marks = scattered(400)
    assert svg(plain, *marks) == svg(plain, *reversed(marks))


@given(st.lists(DISCS, min_size=200, max_size=260))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_of_many_is_to_be_shown_is_in_the_picture(discs: list[Disc]) -> None:
    view = view_of(discs)
    for disc in discs:
        assert view.holds(*view.at(disc.lat, disc.lon), 8)


@pytest.mark.parametrize("middle", [(35, 40), (-17, 179.9), (84, 10), (0, 0)])
@pytest.mark.parametrize("spread", [0.3, 3.0, 20.0])
def test_many_places_of_a_region_are_in_the_picture(
    middle: tuple[float, float], spread: float
) -> None:
    steps = [(a / 9 - 1, b / 9 - 1) for a in range(19) for b in range(19)]
    lat, lon = middle
    discs = [Disc(min(lat + up * spread, 89.5), lon + right * spread, 10) for up, right in steps]
    view = view_of(discs)
    for disc in discs:
        assert view.holds(*view.at(disc.lat, disc.lon), 8)


def test_indexes_have_a_map_that_leads_to_their_list(small_site: Path) -> None:
    for name in ("incidents/index.html", "locations/index.html"):
        text = (small_site / name).read_text("utf-8")
        assert 'class="map-picture"' in text, name
        assert text.count('id="list"') == 1, name


# -- phones


def test_the_style_sheet_letters_as_names_are_placed() -> None:
    sheet = (REPOSITORY / "sourcebook/theme/styles/map.css").read_text("utf-8")
    wide, _, narrow = sheet.partition("@container map")
    narrow = narrow.partition("@media print")[0]
    for name, look in STYLES.items():
        for text, size in ((wide, look.wide), (narrow, look.narrow)):
            rules = re.findall(rf"\.{name}(?=[ ,])[^{{}}]*\{{[^}}]*font-size: ([\d.]+)px", text)
            if name != "map-division-name" or text is wide:
                assert [float(each) for each in rules] == [size], name


def test_names_can_be_read_on_a_phone() -> None:
    room = 390 - 2 * 16  # the margins of an article
    for name, look in STYLES.items():
        assert look.narrow * room / 640 >= 11, name


def test_without_a_style_sheet_the_names_for_phones_are_hidden(plain: Atlas) -> None:
    root = drawn(plain, mark("weir", 35.3, 40.1, 10))
    assert {each.get("display") for each in classed(root, "map-narrow")} == {"none"}
    assert {each.get("display") for each in classed(root, "map-wide")} == {None}


def test_each_room_has_its_names_once(plain: Atlas) -> None:
    root = drawn(plain, *MANY[:4], mark("weir", 35.3, 40.1, 10))
    for narrow in (False, True):
        hidden = classed(root, "map-wide" if narrow else "map-narrow")
        unseen = {text for group in hidden for text in group.iter(f"{SVG}text")}
        names = [
            "".join(text.itertext())
            for look in ("map-name", "map-town", "map-country")
            for text in classed(root, look)
            if text not in unseen
        ]
        assert len(names) == len(set(names))
        assert names
