"""Tables that sort and filter: what is shown, told and kept in the address, and what it costs."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from benchmarks.generate import write
from sourcebook.site import build, prepare
from tests.browser.audit import axe, sideways
from tests.browser.conftest import OpenWindow, Scheme
from tests.browser.server import serve
from tests.conftest import lay_out

INCIDENTS = "incidents/index.html"
STATUS = "[data-filter=status]"
FORM = "form[data-filter]"
PATROL, CLASH, ALARM = "The lost patrol", "The clash on the Salt Flat", "The alarm in the harbour"
DRONE, DEPOT = "طائرة فوق قرية الاختبار", "The strike on Depot Nine"
ROCKETS, MINE = "Rockets on Testhaven", "A mine under the convoy"
BY_DATE = [PATROL, CLASH, ALARM, DRONE, DEPOT, ROCKETS, MINE]


def titles(page: Page) -> list[str]:
    """What the rows that are seen are called, in their order."""
    return page.locator("article .rows tbody tr:visible th a").all_inner_texts()


def field(page: Page, label: str) -> Locator:
    """A field of the form by its label."""
    return page.locator(FORM).get_by_label(label, exact=True)


def told(page: Page, text: str) -> None:
    """Wait until the form says so, which it does when the rows are as they are to be."""
    expect(page.locator(STATUS)).to_have_text(text)


def wait_until(page: Page, script: str) -> None:
    """Wait until a script is true; the page's own policy keeps the usual way from evaluating it."""
    for _ in range(100):
        if page.evaluate(script):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never true: {script}")


# -- the data


def test_rows_are_loaded_when_they_are_asked_for(home: str, window: OpenWindow) -> None:
    opened = window(home)
    page = opened.open("index.html")
    found = page.evaluate("sourcebook['table/data'].data.rows({episode: 'salt-month'})")
    assert [row["id"] for row in found] == [
        "salt-flat-clash",
        "depot-nine-strike",
        "testhaven-rockets",
    ]
    depot = found[1]
    assert depot["url"] == f"{home}incidents/depot-nine-strike.html"
    assert depot["place"] == "Depot Nine"
    assert depot["attackers"] == [
        {
            "id": "quellmark-command",
            "label": "Quellmark Joint Command",
            "word": "acknowledged",
            "denied": False,
        }
    ]
    assert depot["marks"][1] == {"lat": -48.5, "lon": -123.25, "radius": 4500, "kind": "claimed"}
    assert opened.watch.problems() == []


FILTERS = {
    "{}": 7,
    "{type: 'airstrike'}": 1,
    "{actor: 'pinecone-brigade'}": 3,
    "{location: 'north-quell'}": 5,
    "{from: '2031-11-06', to: '2031-11-21'}": 2,
    "{grade: 'contested', disputed: 'yes'}": 1,
    "{disputed: 'no'}": 5,
    "{text: 'Testhaven ROCK'}": 1,
    "{text: 'قرية'}": 1,
    "{text: 'قریه'}": 1,  # typed on a Persian keyboard
    "{part: '2032', text: ''}": 4,
}


def test_rows_are_filtered(served: str, window: OpenWindow, subtests: pytest.Subtests) -> None:
    page = window(served).open("index.html")
    for wanted, count in FILTERS.items():
        with subtests.test(wanted):
            assert len(page.evaluate(f"sourcebook['table/data'].data.rows({wanted})")) == count


def test_a_map_is_told_what_the_table_shows(home: str, window: OpenWindow) -> None:
    page = window(home).open(INCIDENTS)
    wait_until(page, "sourcebook['table/data'].data.shown")
    assert page.evaluate("sourcebook['table/data'].data.shown.total") == 7
    assert (
        page.evaluate("sourcebook['table/data'].data.shown.rows.map(row => row.title)") == BY_DATE
    )
    page.evaluate(
        "document.addEventListener('sourcebook:filter', ({detail}) => { window.heard = detail })"
    )
    field(page, "Grade").select_option("contested")
    wait_until(page, "window.heard")
    assert page.evaluate("heard.rows.map(row => row.title)") == [CLASH, ROCKETS]
    assert page.evaluate("heard === sourcebook['table/data'].data.shown && heard.total") == 7


def test_a_page_of_the_last_edition_loads_the_new_rows(project: Path, window: OpenWindow) -> None:
    with serve(project / "site") as address:
        page = window(address).open("index.html")
        page.evaluate("sourcebook['table/data'].data.manifest()")
        file = project / "content" / "incidents" / "village-drone.md"
        file.write_text(file.read_text("utf-8").replace("drone_strike", "artillery"), "utf-8")
        build(prepare(project), project / "site")
        found = page.evaluate("sourcebook['table/data'].data.rows({type: 'artillery'})")
        assert [row["id"] for row in found] == ["village-drone"]


# -- filtering what is in the page

Act = Callable[[Page], object]
FIELDS: dict[str, tuple[Act, list[str], str]] = {
    "text": (
        lambda page: field(page, "Words in the title").fill("the STRIKE"),
        [DEPOT],
        "?text=the+STRIKE",
    ),
    "Arabic": (lambda page: field(page, "Words in the title").fill("قرية"), [DRONE], ""),
    "type": (
        lambda page: field(page, "Type").select_option("rocket_attack"),
        [ROCKETS],
        "?type=rocket_attack",
    ),
    "actor": (
        lambda page: field(page, "Actor").select_option(label="Pinecone Brigade (3)"),
        [CLASH, DEPOT, ROCKETS],
        "?actor=pinecone-brigade",
    ),
    "place": (
        lambda page: field(page, "Place").select_option(label="North Quell (5)"),
        [ALARM, DRONE, DEPOT, ROCKETS, MINE],
        "?location=north-quell",
    ),
    "grade": (
        lambda page: field(page, "Grade").select_option("weak"),
        [ALARM, MINE],
        "?grade=weak",
    ),
    "disputed": (
        lambda page: field(page, "Accounts").select_option("yes"),
        [DEPOT, ROCKETS],
        "?disputed=yes",
    ),
    "from": (
        lambda page: field(page, "From").fill("2032-02-11"),
        [DRONE, MINE],
        "?from=2032-02-11",
    ),
    "to": (
        lambda page: field(page, "To").fill("2031-11-20"),
        [PATROL, CLASH, ALARM],
        "?to=2031-11-20",
    ),
}


def test_each_field_filters_and_is_in_the_address(
    home: str, window: OpenWindow, subtests: pytest.Subtests
) -> None:
    opened = window(home)
    for name, (act, expected, query) in FIELDS.items():
        with subtests.test(name):
            page = opened.open(INCIDENTS)
            told(page, "7 incidents")
            assert titles(page) == BY_DATE
            act(page)
            told(page, f"{len(expected)} of 7 incidents")
            assert titles(page) == expected
            assert page.url.endswith(query)
            page.reload()
            told(page, f"{len(expected)} of 7 incidents")
            assert titles(page) == expected
            page.get_by_role("button", name="Clear the filter").click()
            told(page, "7 incidents")
            expect(field(page, "Words in the title")).to_be_focused()
            expect(page.get_by_role("button", name="Clear the filter")).to_be_hidden()
            assert page.url == home + INCIDENTS
            assert titles(page) == BY_DATE
            assert opened.watch.problems() == []


def test_nothing_found_is_told(home: str, window: OpenWindow) -> None:
    page = window(home).open(f"{INCIDENTS}?text=xylophone")
    told(page, "None of 7 incidents")
    assert titles(page) == []
    assert page.locator(STATUS).get_attribute("role") == "status"


def test_fields_work_together_and_back_leads_back(home: str, window: OpenWindow) -> None:
    page = window(home).open(INCIDENTS)
    field(page, "Accounts").select_option("no")
    told(page, "5 of 7 incidents")
    field(page, "Words in the title").press_sequentially("the sa")
    told(page, "1 of 7 incidents")
    assert titles(page) == [CLASH]
    page.go_back()
    told(page, "5 of 7 incidents")
    expect(field(page, "Words in the title")).to_have_value("")
    page.go_back()
    told(page, "7 incidents")
    page.go_forward()
    told(page, "5 of 7 incidents")
    expect(field(page, "Accounts")).to_have_value("no")


def test_a_link_and_back_keeps_the_filter(home: str, window: OpenWindow) -> None:
    page = window(home).open(INCIDENTS)
    field(page, "Type").select_option("airstrike")
    page.locator(".rows").get_by_role("link", name=DEPOT).click()
    page.wait_for_url("**/depot-nine-strike.html")
    page.go_back()
    told(page, "1 of 7 incidents")
    expect(field(page, "Type")).to_have_value("airstrike")


def test_what_the_address_asks_and_there_is_not_is_left_out(home: str, window: OpenWindow) -> None:
    opened = window(home)
    page = opened.open(f"{INCIDENTS}?type=earthquake&sort=colour&from=soon")
    told(page, "7 incidents")
    assert titles(page) == BY_DATE
    assert opened.watch.problems() == []


def test_the_keyboard_is_enough(home: str, window: OpenWindow) -> None:
    page = window(home).open(INCIDENTS)
    told(page, "7 incidents")
    page.locator("article").focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "text":
            break
    page.keyboard.type("the")
    told(page, "5 of 7 incidents")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("air s")
    told(page, "1 of 7 incidents")
    assert titles(page) == [DEPOT]
    clear = page.get_by_role("button", name="Clear the filter")
    for _ in range(20):
        page.keyboard.press("Tab")
        if clear.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Space")
    told(page, "7 incidents")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Incident":
            break
    page.keyboard.press("Enter")
    told(page, "7 incidents, sorted by Incident, ascending")


# -- sorting


def test_a_head_sorts_and_says_so(home: str, window: OpenWindow) -> None:
    opened = window(home)
    page = opened.open(INCIDENTS)
    date = page.get_by_role("columnheader", name="Date")
    place = page.get_by_role("columnheader", name="Place")
    assert date.get_attribute("aria-sort") == "ascending"
    page.get_by_role("button", name="Date").click()
    told(page, "7 incidents, sorted by Date, descending")
    # The time of day counts, though it is not shown.
    assert titles(page) == [MINE, ROCKETS, DEPOT, DRONE, ALARM, CLASH, PATROL]
    assert date.get_attribute("aria-sort") == "descending"
    assert page.url.endswith("?sort=-date")
    page.get_by_role("button", name="Place").click()
    told(page, "7 incidents, sorted by Place, ascending")
    assert titles(page) == [DEPOT, MINE, PATROL, CLASH, DRONE, ALARM, ROCKETS]
    assert place.get_attribute("aria-sort") == "ascending"
    assert date.get_attribute("aria-sort") is None
    page.go_back()
    told(page, "7 incidents, sorted by Date, descending")
    page.go_back()
    told(page, "7 incidents")
    assert titles(page) == BY_DATE
    assert opened.watch.problems() == []


def test_what_is_empty_comes_last_either_way(home: str, window: OpenWindow) -> None:
    for sort in ("attacker", "-attacker"):
        page = window(home).open(f"{INCIDENTS}?sort={sort}")
        told(page, f"7 incidents, sorted by Attacker, {'de' if '-' in sort else 'a'}scending")
        assert set(titles(page)[:3]) == {CLASH, DEPOT, ROCKETS}, sort


def test_numbers_are_sorted_as_numbers_the_highest_first(home: str, window: OpenWindow) -> None:
    page = window(home).open("actors/index.html")
    page.get_by_role("button", name="Incidents").click()
    expect(page.locator(STATUS)).to_contain_text("sorted by Incidents, descending")
    cells = page.locator("td[data-label=Incidents]").all_inner_texts()
    numbers = [int(text.rpartition(" ")[2].replace("–", "0")) for text in cells]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > 0


def test_a_table_without_a_form_sorts_too(home: str, window: OpenWindow) -> None:
    opened = window(home)
    page = opened.open("locations/testhaven.html")
    head = page.get_by_role("columnheader", name="Incident")
    head.get_by_role("button").click()
    assert titles(page) == [ROCKETS, ALARM]
    assert head.get_attribute("aria-sort") == "ascending"
    assert opened.watch.problems() == []


def test_months_without_a_row_go_and_sorted_rows_leave_them(home: str, window: OpenWindow) -> None:
    page = window(home).open("incidents/2031.html")
    expect(page.locator("article h2:visible")).to_have_count(1)
    told(page, "2 incidents")
    field(page, "Words in the title").fill("xylophone")
    told(page, "None of 2 incidents")
    expect(page.locator("article h2:visible")).to_have_count(0)
    field(page, "Words in the title").fill("")
    page.get_by_role("button", name="Date").first.click()
    told(page, "2 incidents, sorted by Date, descending")
    assert titles(page) == [ALARM, CLASH]
    expect(page.locator("article h2:visible")).to_have_count(0)
    page.get_by_role("button", name="Date").first.click()
    told(page, "2 incidents")
    assert titles(page) == [CLASH, ALARM]
    expect(page.locator("article h2:visible")).to_have_count(1)


# -- the other indexes


def test_every_index_filters_by_what_tells_its_records_apart(home: str, window: OpenWindow) -> None:
    opened = window(home)
    fields = {
        INCIDENTS: "text type actor location grade disputed from to sort",
        "actors/index.html": "text type incidents sort",
        "locations/index.html": "text type within sort",
        "sources/index.html": "text type publisher language read from to sort",
    }
    for path, names in fields.items():
        page = opened.open(path)
        found = page.locator(f"{FORM} [name]").evaluate_all("all => all.map(each => each.name)")
        assert found == names.split(), path
        for name in found[1:-1]:
            choice = page.locator(f"{FORM} [name={name}]")
            if name in ("from", "to"):
                continue
            text = choice.locator("option").nth(1).inner_text()
            choice.select_option(index=1)
            count = int(text.rpartition("(")[2].rstrip(")"))
            expect(page.locator(STATUS)).to_contain_text(f"{count} of ")
            assert len(titles(page)) == count, (path, name)
            choice.select_option(index=0)
    assert opened.open("episodes/index.html").locator(FORM).count() == 0
    assert opened.watch.problems() == []


# -- for every reader


@pytest.mark.parametrize("width", [1440, 390, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_form_is_accessible(
    served: str, window: OpenWindow, scheme: Scheme, width: int
) -> None:
    for path in (f"{INCIDENTS}?grade=weak&sort=-place", "sources/index.html?read=whole"):
        page = window(served, scheme=scheme, width=width).open(path)
        toggle = page.locator("[data-filter=toggle]")
        if toggle.is_visible():
            toggle.click()
        expect(field(page, "Type" if "inc" in path else "Kind")).to_be_visible()
        assert axe(page) == []
        assert sideways(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_the_form_is_folded_and_says_how_much_is_in_use(
    home: str, window: OpenWindow
) -> None:
    page = window(home, width=390).open(f"{INCIDENTS}?grade=contested&disputed=yes")
    toggle = page.get_by_role("button", name="Filter and sort (2 in use)")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(field(page, "Grade")).to_be_hidden()
    told(page, "1 of 7 incidents")
    assert titles(page) == [ROCKETS]
    toggle.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    field(page, "Grade").select_option("")
    told(page, "2 of 7 incidents")
    field(page, "Sort by").select_option("title")
    told(page, "2 of 7 incidents, sorted by Incident, ascending")
    assert titles(page) == [ROCKETS, DEPOT]


def test_without_javascript_tables_are_whole_and_there_is_no_form(
    home: str, window: OpenWindow
) -> None:
    page = window(home, javascript=False).open(f"{INCIDENTS}?type=airstrike")
    assert titles(page) == BY_DATE
    assert page.locator(FORM).is_hidden()
    assert page.locator("article button:visible").count() == 0
    assert page.get_by_role("columnheader", name="Date").get_attribute("aria-sort") == "ascending"


def test_on_paper_there_is_no_form(served: str, window: OpenWindow) -> None:
    page = window(served).open(f"{INCIDENTS}?grade=weak")
    told(page, "2 of 7 incidents")
    page.emulate_media(media="print")
    assert page.locator(FORM).is_hidden()
    assert titles(page) == [ALARM, MINE]


# -- an index that is too long for one page

SIZE = 560
RECORDS = ("incident", "source", "actor", "location")
MARKUP = "</script><img src=x onerror=alert(1)> & <b>bold</b>"


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The site of a dataset with more incidents than a page lists, without their own pages."""
    folder = tmp_path_factory.mktemp("long")
    write(SIZE - 1, folder / "content")
    last = json.loads((folder / "content" / "incidents.jsonl").read_text("utf-8").splitlines()[0])
    own: dict[str, Any] = last | {"id": "markup", "title": MARKUP, "date": "2018-05", "claims": []}
    with (folder / "content" / "incidents.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(own) + "\n")
    root = lay_out(folder / "project", folder / "content")
    prepared = prepare(root)
    lists = tuple(page for page in prepared.pages if page.kind not in RECORDS)
    build(replace(prepared, pages=lists), root / "site")
    yield root / "site"
    shutil.rmtree(folder)


@pytest.fixture(params=["http", "file"])
def long_home(request: pytest.FixtureRequest, long: Path) -> Iterator[str]:
    """Its address, on a host and then from the disk."""
    if request.param == "file":
        yield f"{long.resolve().as_uri()}/"
    else:
        with serve(long) as address:
            yield address


def test_a_long_index_loads_only_what_it_needs(long_home: str, window: OpenWindow) -> None:
    opened = window(long_home)
    loaded: list[str] = []
    opened.page.on(
        "request", lambda request: loaded.append(request.url) if "/rows/" in request.url else None
    )
    page = opened.open(INCIDENTS)
    told(page, "560 incidents. Filter to list them here, or choose a year above.")
    page.wait_for_load_state("networkidle")
    assert loaded == []
    assert titles(page) == []
    field(page, "From").fill("2020-03-01")
    field(page, "To").fill("2020-03-31")
    expect(page.locator(f"{FORM}[data-shown*='2020-03-31']")).to_have_count(1)
    expect(page.locator("article .date:visible").first).to_contain_text("March 2020")
    dates = page.locator("article .date:visible").all_inner_texts()
    assert {date.partition(" ")[2] for date in dates} == {"March 2020"}
    told(page, f"{len(dates)} of 560 incidents")
    names = {url.rpartition("/")[2].partition("?")[0] for url in loaded}
    assert "2020.js" in names
    assert "2019.js" not in names
    assert opened.watch.problems() == []


def test_a_long_list_is_shown_page_by_page(long_home: str, window: OpenWindow) -> None:
    opened = window(long_home)
    page = opened.open(f"{INCIDENTS}?from=2019-01-01")
    told(page, "559 of 560 incidents")
    assert len(titles(page)) == 100
    page.get_by_role("button", name="Show 100 of 459 more").press("Enter")
    assert len(titles(page)) == 200
    expect(page.locator("article tbody tr").nth(100).get_by_role("link").first).to_be_focused()
    for _ in range(3):
        page.get_by_role("button", name="Show 100 of").click()
    page.get_by_role("button", name="Show 59 more").click()
    assert len(titles(page)) == 559
    expect(page.locator("[data-filter=more]")).to_be_hidden()
    assert opened.watch.problems() == []


def test_a_long_list_sorts_and_goes_back_to_the_years(long_home: str, window: OpenWindow) -> None:
    opened = window(long_home)
    page = opened.open(f"{INCIDENTS}?type=airstrike")
    expect(page.locator(STATUS)).to_contain_text("of 560 incidents")
    page.get_by_role("button", name="Place").click()
    expect(page.locator(STATUS)).to_contain_text("sorted by Place, ascending")
    places = page.locator("td[data-label=Place]").all_inner_texts()
    assert places == sorted(places)
    assert len(places) > 20
    assert page.evaluate("sourcebook['table/data'].data.shown.rows[0].place") == places[0]
    page.go_back()
    ids = "sourcebook['table/data'].data.shown.rows.map(row => row.id)"
    wait_until(page, f"{ids}.length && !location.search.includes('sort')")
    upwards = page.evaluate(ids)
    page.get_by_role("button", name="Date").click()
    expect(page.locator(STATUS)).to_contain_text("sorted by Date, descending")
    assert page.evaluate(ids) == upwards[::-1]
    page.get_by_role("button", name="Clear the filter").click()
    expect(page.locator(STATUS)).to_have_text("560 incidents, sorted by Date, descending")
    page.get_by_role("button", name="Date").click()
    told(page, "560 incidents. Filter to list them here, or choose a year above.")
    assert titles(page) == []
    assert page.evaluate("sourcebook['table/data'].data.shown.rows") is None
    expect(page.get_by_role("link", name="2020", exact=True)).to_be_visible()
    assert opened.watch.problems() == []


def test_a_row_made_here_is_as_one_of_the_page(long_home: str, window: OpenWindow) -> None:
    page = window(long_home).open("incidents/2020.html")
    told_by_page = page.locator("article tbody tr").evaluate_all(LOOK)
    page = window(long_home).open(f"{INCIDENTS}?from=2020-01-01&to=2020-12-31")
    expect(page.locator("article tbody tr")).to_have_count(min(100, len(told_by_page)))
    made_here = page.locator("article tbody tr").evaluate_all(LOOK)
    assert made_here == told_by_page[: len(made_here)]


LOOK = """rows => rows.map(row => [...row.cells].map(cell => [
    cell.tagName, cell.className, cell.dataset.label ?? '', cell.innerText,
    ...[...cell.querySelectorAll('a')].map(link => link.href),
    ...[...cell.querySelectorAll('.badge')].map(badge => badge.className + badge.title),
]))"""


def test_data_of_rows_is_never_markup(long_home: str, window: OpenWindow) -> None:
    opened = window(long_home)
    page = opened.open(f"{INCIDENTS}?to=2018-12-31")
    told(page, "1 of 560 incidents")
    assert titles(page) == [MARKUP]
    assert page.locator("article :is(img, b)").count() == 0
    assert opened.watch.problems() == []


@pytest.mark.parametrize("width", [1440, 320])
def test_a_long_list_is_accessible(long: Path, window: OpenWindow, width: int) -> None:
    page = window(f"{long.resolve().as_uri()}/", width=width).open(f"{INCIDENTS}?type=ied")
    expect(page.locator(STATUS)).to_contain_text("of 560 incidents")
    if width < 700:
        page.locator("[data-filter=toggle]").click()
    assert axe(page) == []
    assert sideways(page) == []


def test_a_long_index_without_javascript_lists_the_years(long: Path, window: OpenWindow) -> None:
    page = window(f"{long.resolve().as_uri()}/", javascript=False).open(INCIDENTS)
    expect(page.get_by_role("link", name="2020", exact=True)).to_be_visible()
    assert page.locator(FORM).is_hidden()
    assert page.locator("article table:visible").count() == 0


def test_rows_that_are_not_there_are_told(long: Path, tmp_path: Path, window: OpenWindow) -> None:
    shutil.copytree(long, tmp_path / "site", ignore=shutil.ignore_patterns("rows", "search"))
    page = window(f"{(tmp_path / 'site').as_uri()}/").open(f"{INCIDENTS}?type=ied")
    told(page, "The data could not be loaded.")
