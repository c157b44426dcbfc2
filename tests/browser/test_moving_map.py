"""The map that moves: opened on demand, by pointer and keyboard, from a host and from the disk."""

import json
import math
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sourcebook.site import build, prepare
from tests.browser.audit import axe, sideways
from tests.browser.conftest import OpenWindow, Scheme
from tests.browser.markup import Document
from tests.browser.server import serve
from tests.conftest import lay_out
from tests.outlined import NORTH_QUELL, area, outlined

INDEX = "incidents/index.html"
MARK = ".moving-mark"
POPUP = ".leaflet-popup"
SCALE = ".leaflet-control-scale-line"
STATUS = ".moving-status"
LOST = ".moving-lost:not(.moving-away)"
AREA = ".moving-place .map-somewhere"
OUTLINED = ".moving-outlined .map-legend"
SOMEWHERE = "Somewhere in North Quell: 1 incident"
OPEN = "Move and zoom the map"
# The colours of the middle tile, as the reader sees it.
COLOURS = """() => {
    const tile = document.querySelector('canvas.leaflet-tile');
    return [...tile.getContext('2d').getImageData(128, 128, 1, 1).data].slice(0, 3);
}"""
FILTER = """async (filter) => {
    const rows = await sourcebook['table/data'].data.rows(filter);
    document.dispatchEvent(new CustomEvent('sourcebook:filter', {detail: {rows, total: 10}}));
}"""


@pytest.fixture(scope="module")
def episode(site: Path) -> str:
    """The page of an episode with a map."""
    pages = sorted((site / "episodes").glob("*.html"))
    return next(
        page.relative_to(site).as_posix() for page in pages if "data-episode" in page.read_text()
    )


def opened(page: Page) -> Page:
    """The page, with its map open."""
    page.get_by_role("button", name=OPEN).click()
    expect(page.locator("canvas.leaflet-tile").first).to_be_visible()
    expect(page.locator(MARK).first).to_be_visible()
    return page


def press(page: Page, key: str) -> None:
    page.locator(".moving-place").focus()
    page.keyboard.press(key)


def changed(page: Page, what: Callable[[], object], act: Callable[[], object]) -> None:
    """Do something, and wait until it has changed something else."""
    before = what()
    act()
    for _ in range(50):
        if what() != before:
            return
        page.wait_for_timeout(40)
    raise AssertionError(f"{before} did not change")


def faults_of_the_map(page: Page) -> list[str]:
    """What axe finds in the map; the rest of each page is looked at in test_pages.py."""
    return axe(page, "[class*=moving], [class*=leaflet]")


def far_out(page: Page) -> None:
    """Zoom out until all marks are one."""
    for _ in range(9):
        press(page, "-")
    expect(page.locator(MARK)).to_have_count(1)


# -- until it is asked for


def test_the_drawn_map_stands_until_the_other_is_asked_for(
    home: str, window: OpenWindow, episode: str
) -> None:
    opening = window(home)
    loaded: list[str] = []
    opening.page.on("request", lambda request: loaded.append(request.url))
    page = opening.open(episode)
    page.wait_for_load_state("networkidle")
    expect(page.locator("figure.plate .map").first).to_be_visible()
    assert [url for url in loaded if "leaflet" in url or "ground" in url or "rows/" in url] == []


@pytest.mark.parametrize("path", [INDEX, "episode"])
def test_it_takes_the_place_of_the_drawn_one_and_gives_it_back(
    home: str, window: OpenWindow, episode: str, path: str
) -> None:
    opening = window(home)
    page = opening.open(episode if path == "episode" else path)
    drawn = page.locator("figure.plate:has(.map)").first
    opened(page)
    expect(drawn).to_be_hidden()
    expect(page.locator(".moving-place")).to_be_focused()
    page.get_by_role("button", name="Back to the drawn map").click()
    expect(drawn).to_be_visible()
    expect(page.locator(".moving-place")).to_have_count(0)
    expect(page.get_by_role("button", name=OPEN)).to_be_focused()
    opened(page)
    expect(drawn).to_be_hidden()
    assert opening.watch.problems() == []


def test_without_javascript_the_drawn_map_is_all(
    home: str, window: OpenWindow, episode: str
) -> None:
    page = window(home, javascript=False).open(episode)
    expect(page.locator("figure.plate .map").first).to_be_visible()
    expect(page.get_by_role("button", name=OPEN)).to_be_hidden()


def test_on_paper_the_drawn_map_is_printed(served: str, window: OpenWindow, episode: str) -> None:
    page = opened(window(served).open(episode))
    page.emulate_media(media="print")
    expect(page.locator("figure.plate .map").first).to_be_visible()
    expect(page.locator(".moving-place")).to_be_hidden()
    expect(page.get_by_role("button", name="Back to the drawn map")).to_be_hidden()


def test_what_is_missing_is_told(site: Path, tmp_path: Path, window: OpenWindow) -> None:
    shutil.copytree(site, tmp_path / "site")
    shutil.rmtree(tmp_path / "site" / "ground")
    page = window(f"{(tmp_path / 'site').as_uri()}/").open(INDEX)
    page.get_by_role("button", name=OPEN).click()
    expect(page.locator(STATUS)).to_have_text("The map could not be loaded.")
    expect(page.locator("figure.plate .map").first).to_be_visible()


# -- moving


def test_it_zooms_by_key_and_by_button(home: str, window: OpenWindow) -> None:
    opening = window(home)
    page = opened(opening.open(INDEX))
    scale = page.locator(SCALE)
    changed(page, scale.inner_text, lambda: press(page, "-"))
    changed(page, scale.inner_text, lambda: press(page, "+"))
    changed(page, scale.inner_text, page.get_by_role("button", name="Zoom out").click)
    changed(page, scale.inner_text, page.get_by_role("button", name="Zoom in").click)
    assert opening.watch.problems() == []


def test_it_pans_by_key_and_by_pointer(home: str, window: OpenWindow) -> None:
    page = opened(window(home).open(INDEX))
    mark = page.locator(MARK).first
    changed(page, mark.bounding_box, lambda: press(page, "ArrowRight"))
    box = page.locator(".moving-place").bounding_box()
    assert box
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.8

    def drag() -> None:
        page.mouse.move(*middle)
        page.mouse.down()
        page.mouse.move(middle[0] + 60, middle[1], steps=4)
        page.mouse.up()

    changed(page, mark.bounding_box, drag)
    page.get_by_role("button", name="All marks").click()
    expect(mark).to_be_visible()


def test_any_place_on_earth_has_ground(served: str, window: OpenWindow) -> None:
    """Far from the dataset, where only the coarse part is, and over the edge of the Earth."""
    opening = window(served)
    page = opened(opening.open(INDEX))
    far_out(page)
    for _ in range(12):
        press(page, "ArrowRight")
    for _ in range(3):
        press(page, "+")
    expect(page.locator("canvas.leaflet-tile").first).to_be_visible()
    assert opening.watch.problems() == []


def test_marks_that_are_near_are_one_until_it_is_opened(home: str, window: OpenWindow) -> None:
    page = opened(window(home).open(INDEX))
    several = page.locator(MARK).count()
    assert several > 1
    far_out(page)
    together = page.locator(MARK)
    assert "incidents" in (together.get_attribute("aria-label") or "")
    changed(page, page.locator(MARK).count, together.click)
    assert page.locator(MARK).count() > 1
    expect(page.locator(POPUP)).to_have_count(0)


# -- what it says


def test_every_incident_with_a_position_is_in_it(site: Path, window: OpenWindow) -> None:
    page = opened(window(f"{site.as_uri()}/").open(INDEX))
    rows = page.evaluate("async () => await sourcebook['table/data'].data.rows()")
    placed = [row for row in rows if row["marks"] and row["marks"][0]["kind"] != "claimed"]
    assert 0 < len(placed) < len(rows)
    expect(page.locator(STATUS)).to_contain_text(f"The map shows {len(placed)} incidents")
    lost = len(rows) - len(placed)
    expect(page.locator(f"{LOST} summary")).to_contain_text(f"{lost} of {len(rows)} incidents")
    page.locator(f"{LOST} summary").click()
    links = page.locator(f"{LOST} a")
    assert links.count() == lost
    titles = {row["title"] for row in rows if row not in placed}
    assert set(links.all_inner_texts()) == titles


def test_an_area_has_its_true_radius(served: str, window: OpenWindow) -> None:
    """That of Depot Nine is 25 km: measured by the scale bar, which has that of the latitude."""
    page = opened(window(served).open(INDEX))
    page.evaluate(FILTER, {"text": "depot nine"})
    page.get_by_role("button", name="All marks").click()
    area = page.locator(".moving .map-area").first.bounding_box()
    found = re.fullmatch(r"(\d+) km", page.locator(SCALE).inner_text())
    bar = page.locator(SCALE).bounding_box()
    assert area
    assert found
    assert bar
    assert area["width"] / 2 * int(found[1]) / bar["width"] == pytest.approx(25, rel=0.05)


def test_rival_positions_are_joined(served: str, window: OpenWindow) -> None:
    page = opened(window(served).open(INDEX))
    page.evaluate(FILTER, {"text": "rockets on testhaven"})
    expect(page.locator(".moving .map-between")).to_have_count(1)
    expect(page.locator(".moving .map-rival")).to_have_count(1)
    expect(page.locator(".moving .map-area--rival")).to_have_count(1)


def test_what_is_only_known_to_be_near_a_place_is_a_ring(served: str, window: OpenWindow) -> None:
    page = opened(window(served).open(INDEX))
    page.evaluate(FILTER, {"type": "drone_strike"})
    page.get_by_role("button", name="All marks").click()
    expect(page.locator(".moving .map-ring")).to_have_count(1)
    expect(page.locator(MARK)).to_have_text("4.5 km")


def told(page: Page) -> tuple[str, str]:
    """The address and the words of the first link of what is told of a mark."""
    link = page.locator(f"{POPUP} a[href$='.html']").first
    expect(link).to_be_visible()
    return str(link.get_attribute("href")), link.inner_text()


def test_a_mark_leads_to_its_incident(home: str, site: Path, window: OpenWindow) -> None:
    opening = window(home)
    page = opened(opening.open(INDEX))
    page.locator(MARK, has=page.locator(".moving-sign--small, .moving-sign--bare")).first.click()
    address, title = told(page)
    document = Document.read(site, address.removeprefix(home))
    assert document.select("h1")[0].text.split() == title.split()
    page.locator(f"{POPUP} a[href$='.html']").first.click()
    page.wait_for_url(address)
    expect(page.locator("article h1")).to_have_text(title)
    assert opening.watch.problems() == []


def test_it_tells_when_what_by_whom_and_how_well_it_is_known(
    served: str, window: OpenWindow
) -> None:
    page = opened(window(served).open(INDEX))
    rows = page.evaluate("async () => await sourcebook['table/data'].data.rows()")
    rockets = next(row for row in rows if row["id"] == "testhaven-rockets")
    page.evaluate(FILTER, {"text": rockets["title"]})
    expect(page.locator(MARK)).to_have_count(1)
    page.locator(MARK).click()
    words = page.locator(POPUP).inner_text()
    for part in (
        rockets["title"],
        "10 February 2032 · Rocket attack",
        "Testhaven, within 3 km",
        "Also placed at one other point",
        "Alleged attacker: Pinecone Brigade (denies it)",
        "Contested: two or more actors are accused, or one is accused and denies it",
    ):
        assert part in words


def test_keys_open_a_mark_and_escape_leads_back(home: str, window: OpenWindow) -> None:
    page = opened(window(home).open(INDEX))
    mark = page.locator(MARK, has=page.locator(".moving-sign--small, .moving-sign--bare")).first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{POPUP} a[href$='.html']").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(POPUP)).to_have_count(0)
    expect(mark).to_be_focused()


def test_a_title_is_never_markup(project: Path, window: OpenWindow) -> None:
    title = "<img src=x onerror=alert(1)> & <b>bold</b>"
    table = project / "content" / "incidents" / "testhaven-rockets.md"
    text = table.read_text("utf-8")
    table.write_text(text.replace("title: Rockets on Testhaven", f"title: '{title}'"), "utf-8")
    build(prepare(project), project / "site")
    opening = window(f"{(project / 'site').as_uri()}/")
    page = opened(opening.open(INDEX))
    page.evaluate(FILTER, {"text": "onerror"})
    page.locator(MARK).first.click()
    assert page.locator(f"{POPUP} .moving-card__title").inner_text() == title
    assert page.locator(f"{POPUP} :is(img, b)").count() == 0
    assert opening.watch.problems() == []


# -- what is known only to an area


@pytest.fixture(scope="module")
def areas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small dataset, where the basemap has the one area that it needs."""
    root = lay_out(tmp_path_factory.mktemp("areas") / "project")
    with outlined(area(NORTH_QUELL, "North Quell")):
        build(prepare(root), root / "site")
    return root / "site"


@pytest.fixture(scope="module", params=["http", "file"])
def outlined_home(request: pytest.FixtureRequest, areas: Path) -> Iterator[str]:
    """The address of that site, on a host and then from the disk."""
    if request.param == "file":
        yield f"{areas.as_uri()}/"
    else:
        with serve(areas) as address:
            yield address


def test_an_area_is_outlined_and_told_and_not_counted_as_lost(
    outlined_home: str, window: OpenWindow
) -> None:
    opening = window(outlined_home)
    page = opened(opening.open(INDEX))
    expect(page.locator(AREA)).to_have_count(1)
    expect(page.locator(AREA)).to_have_attribute("aria-label", SOMEWHERE)
    rows = page.evaluate("async () => await sourcebook['table/data'].data.rows()")
    placed = [row for row in rows if row["marks"] and row["marks"][0]["kind"] != "claimed"]
    expect(page.locator(STATUS)).to_have_text(
        f"The map shows {len(placed) + 1} incidents, 1 of them as an outlined area."
    )
    lost = len(rows) - len(placed) - 1
    expect(page.locator(f"{LOST} summary")).to_contain_text(f"{lost} of {len(rows)} incidents")
    assert "A mine under the convoy" not in page.locator(f"{LOST} a").all_text_contents()
    expect(page.locator(OUTLINED)).to_have_text(
        " 1 is known only to North Quell: A mine under the convoy"
    )
    page.locator(f"{OUTLINED} a").click()
    expect(page.locator("article h1")).to_have_text("A mine under the convoy")
    assert opening.watch.problems() == []


def test_an_outline_lies_where_the_area_is(outlined_home: str, window: OpenWindow) -> None:
    """Three degrees wide, from the 49th parallel and a half on: by the bar of the scale."""
    page = opened(window(outlined_home).open(INDEX))
    page.evaluate(FILTER, {"text": "mine under"})
    page.get_by_role("button", name="All marks").click()
    box = page.locator(AREA).bounding_box()
    found = re.fullmatch(r"(\d+) km", page.locator(SCALE).inner_text())
    bar = page.locator(SCALE).bounding_box()
    assert box
    assert found
    assert bar
    wide = box["width"] * int(found[1]) / bar["width"]
    assert wide == pytest.approx(3 * 111.195 * math.cos(math.radians(48.15)), rel=0.03)


def test_an_area_tells_its_incidents_by_pointer_and_by_key(
    outlined_home: str, window: OpenWindow
) -> None:
    opening = window(outlined_home)
    page = opened(opening.open(INDEX))
    page.evaluate(FILTER, {"text": "mine under"})
    shape = page.locator(AREA)
    shape.click()
    expect(page.locator(f"{POPUP} .moving-card__title")).to_have_text("A mine under the convoy")
    expect(page.locator(f"{POPUP} .moving-card__where")).to_have_text("Somewhere in North Quell")
    page.keyboard.press("Escape")
    expect(page.locator(POPUP)).to_have_count(0)
    shape.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{POPUP} a[href$='convoy-mine.html']")).to_be_focused()
    page.keyboard.press("Escape")
    expect(shape).to_be_focused()
    assert opening.watch.problems() == []


def test_an_area_follows_the_filter(outlined_home: str, window: OpenWindow) -> None:
    page = opened(window(outlined_home).open(INDEX))
    page.evaluate(FILTER, {"type": "rocket_attack"})
    expect(page.locator(AREA)).to_have_count(0)
    expect(page.locator(OUTLINED)).to_have_count(0)
    expect(page.locator(STATUS)).not_to_contain_text("outlined")
    page.evaluate(FILTER, {"type": "ied"})
    expect(page.locator(AREA)).to_have_count(1)
    expect(page.locator(STATUS)).to_have_text(
        "The map shows 1 incident, as an outlined area; 1 of 10 fit the filter."
    )
    expect(page.locator(MARK)).to_have_count(0)


def test_an_area_out_of_the_picture_is_not_in_reach(areas: Path, window: OpenWindow) -> None:
    page = opened(window(f"{areas.as_uri()}/").open(INDEX))
    expect(page.locator(f"{AREA}[tabindex='0']")).to_have_count(1)
    far_out(page)
    expect(page.locator(f"{AREA}[tabindex='0']")).to_have_count(0)
    page.get_by_role("button", name="All marks").click()
    expect(page.locator(f"{AREA}[tabindex='0']")).to_have_count(1)


def test_without_the_outlines_their_incidents_are_listed(
    areas: Path, tmp_path: Path, window: OpenWindow
) -> None:
    shutil.copytree(areas, tmp_path / "site")
    (tmp_path / "site" / "ground" / "outlines.js").unlink()
    page = opened(window(f"{(tmp_path / 'site').as_uri()}/").open(INDEX))
    expect(page.locator(AREA)).to_have_count(0)
    assert "A mine under the convoy" in page.locator(f"{LOST} a").all_text_contents()


def test_areas_that_would_hide_each_other_are_told(project: Path, window: OpenWindow) -> None:
    content, names = project / "content", [f"quell-{n}" for n in range(1, 9)]
    table = content / "incidents.jsonl"
    lines = table.read_text("utf-8").splitlines()
    mine = json.loads(next(line for line in lines if '"convoy-mine"' in line)) | {"aliases": []}
    for n, name in enumerate(names, 1):
        place = f"---\nnames: {{en: Quell {n}}}\ntype: governorate\nwithin: quellmark-land\n"
        text = f"{place}iso_3166: QM-{n}\n---\n"
        (content / "locations" / f"{name}.md").write_text(text, "utf-8")
        own = {"id": f"mine-{n}", "title": f"Mine {'ABCDEFGH'[n - 1]}", "location": name}
        lines.append(json.dumps(mine | own))
    table.write_text("\n".join([*lines, ""]), "utf-8")
    rows = [area(f"QM-{n}", f"Quell {n}", east=n / 2, share=0.15) for n in range(1, 9)]
    with outlined(*rows):
        prepared = prepare(project)
        assert not prepared.failed, prepared.problems
        build(prepared, project / "site")
    page = opened(window(f"{(project / 'site').as_uri()}/").open(INDEX))
    expect(page.locator(AREA)).to_have_count(6)
    expect(page.locator(OUTLINED)).to_have_count(6)
    away = page.locator(".moving-away")
    expect(away.locator("summary")).to_have_text(
        "2 are known only to 2 areas not outlined, as they would hide each other"
    )
    assert away.locator("a").all_text_contents() == ["Mine G", "Mine H"]


@pytest.mark.parametrize("width", [1440, 390, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_area_is_accessible(areas: Path, window: OpenWindow, scheme: Scheme, width: int) -> None:
    opening = window(f"{areas.as_uri()}/", scheme=scheme, width=width)
    page = opened(opening.open(INDEX))
    assert faults_of_the_map(page) == []
    page.locator(AREA).focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    assert faults_of_the_map(page) == []
    page.locator(".moving-place").evaluate("place => place.replaceChildren()")  # it cuts off
    assert sideways(page) == []
    assert opening.watch.problems() == []


# -- filters


def test_the_map_shows_what_the_table_shows(home: str, window: OpenWindow) -> None:
    page = opened(window(home).open(INDEX))
    marks = page.locator(MARK).count()
    page.evaluate(FILTER, {"type": "rocket_attack"})
    expect(page.locator(STATUS)).to_have_text("The map shows 1 incident; 1 of 10 fit the filter.")
    assert page.locator(MARK).count() == 1 < marks
    page.evaluate(FILTER, {"text": "no such incident"})
    expect(page.locator(STATUS)).to_have_text("No incident fits the filter.")
    expect(page.locator(MARK)).to_have_count(0)
    expect(page.locator(LOST)).to_be_hidden()


def test_the_form_above_the_table_filters_the_map(home: str, window: OpenWindow) -> None:
    page = opened(window(home).open(INDEX))
    page.locator("form[data-filter] [name=text]").fill("rockets on testhaven")
    expect(page.locator(STATUS)).to_contain_text("The map shows 1 incident")
    page.locator("form[data-filter] [name=text]").fill("")
    expect(page.locator(STATUS)).not_to_contain_text("fit the filter")


def test_an_episode_has_a_filter_of_its_own(home: str, window: OpenWindow, episode: str) -> None:
    page = opened(window(home).open(episode))
    form = page.get_by_role("form", name="Filter of the map")
    everything = page.locator(STATUS).inner_text()
    for name in ("actor", "type"):
        options = form.locator(f"[name={name}] option")
        assert options.count() > 1
        form.locator(f"[name={name}]").select_option(index=options.count() - 1)
        expect(page.locator(STATUS)).not_to_have_text(everything)
        form.get_by_role("button", name="All").click()
        expect(page.locator(STATUS)).to_have_text(everything)
    form.get_by_label("From").fill("2099-01-01")
    expect(page.locator(STATUS)).to_have_text("No incident fits the filter.")


# -- for every reader


@pytest.mark.parametrize("width", [1440, 390, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(
    served: str, window: OpenWindow, episode: str, scheme: Scheme, width: int
) -> None:
    opening = window(served, scheme=scheme, width=width)
    for path in (INDEX, episode):
        page = opened(opening.open(path))
        page.locator(f"{LOST} summary").click()
        assert faults_of_the_map(page) == []
        page.locator(MARK).last.focus()
        page.keyboard.press("Enter")
        page.wait_for_timeout(100)
        assert faults_of_the_map(page) == []
        page.locator(".moving-place").evaluate("place => place.replaceChildren()")  # it cuts off
        assert sideways(page) == []
        assert opening.watch.problems() == []


def test_it_takes_the_colours_of_the_page(served: str, window: OpenWindow) -> None:
    page = opened(window(served).open(INDEX))
    toggle = "document.body.setAttribute('data-md-color-scheme', 'slate')"
    changed(page, lambda: page.evaluate(COLOURS), lambda: page.evaluate(toggle))
    assert sum(page.evaluate(COLOURS)) < 3 * 80


def test_marks_are_in_reach_of_the_keyboard_and_have_names(served: str, window: OpenWindow) -> None:
    page = opened(window(served).open(INDEX))
    for mark in page.locator(MARK).all():
        assert mark.get_attribute("role") == "button"
        assert mark.get_attribute("tabindex") == "0"
        assert mark.get_attribute("aria-label")


def test_nothing_moves_for_those_who_ask_for_stillness(served: str, window: OpenWindow) -> None:
    """All windows of these tests ask for it."""
    page = opened(window(served).open(INDEX))
    assert page.locator(".leaflet-zoom-anim, .leaflet-fade-anim").count() == 0
    assert json.loads(
        page.evaluate("JSON.stringify(matchMedia('(prefers-reduced-motion)').matches)")
    )
