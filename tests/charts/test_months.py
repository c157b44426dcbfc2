"""A long time in one picture: how much happened and was said in each month, and where it leads."""

import re
from itertools import pairwise
from typing import Any

import pytest

from sourcebook.charts import months as density
from sourcebook.charts.figure import NARROW
from sourcebook.charts.months.counts import Count, Table, table
from sourcebook.derive import derive
from sourcebook.link import Graph
from sourcebook.models import Incident, Record
from sourcebook.pages import plan_pages
from sourcebook.render import PAGE_KINDS
from sourcebook.render.contexts.timeline import timeline_pictures, url_for_month
from sourcebook.render.site_data import SiteData
from sourcebook.render.view import View
from tests.drawn import Drawn, read
from tests.graphs import ENGLISH, claim, graph, record


def blows(*dates: str, **fields: Any) -> list[Record]:
    return [record("incident", f"blow-{n}", date=d, **fields) for n, d in enumerate(dates)]


def counts(found: Table) -> list[tuple[str, int, int]]:
    return [(c.key, c.incidents, c.claims) for row in found.rows for c in row.counts]


def draw(*dates: str, width: str = "wide", **fields: Any) -> Drawn:
    found = blows(*dates, **fields)
    drawn = density.draw(
        ENGLISH, table(found), title="all", prefix="d", url_for_month=lambda key: f"{key}.html"
    )
    return read(drawn)[width]


def test_incidents_are_counted_where_they_begin_and_claims_where_they_are_made() -> None:
    said = [claim("one", "watch", 1, said="2033-01-02"), claim("two", "watch", 2, said="2032")]
    found = table(
        [*blows("2032-02-10", "2032-02-28/2032-03-02", "2032-02?", claims=[]),
         record("incident", "late", date="2032-05-01T10:00Z", claims=said)]
    )  # fmt: skip
    assert counts(found) == [
        ("2032", 0, 1), ("2032-02", 3, 0), ("2032-05", 1, 0), ("2033-01", 0, 1)
    ]  # fmt: skip
    assert [(row.key, row.incidents, row.claims, row.gap) for row in found.rows] == [
        ("2032", 4, 1, 0), ("2033", 0, 1, 0)
    ]  # fmt: skip


def test_what_is_known_of_a_year_is_put_into_no_month() -> None:
    drawn = draw("2032", "2032-01-05")
    assert {"Jan", "month not known: 1 incident, 0 claims"} <= set(drawn.words())
    assert {"2032.html", "2032-01.html"} == drawn.links()
    titles = {e.text for e in drawn if e.tag == "title"}
    assert "January 2032: 1 incident, 0 claims" in titles
    assert "month not known" not in " ".join(draw("2032-01-05").words())
    assert "month not known: 2 incidents, 0 claims" in draw("2032", "2032").words()


def test_what_has_no_beginning_is_counted_apart() -> None:
    found = table(blows("../2032-02-10", "2032-02-10"))
    assert found.undated == (1, 0)
    assert counts(found) == [("2032-02", 1, 0)]


def test_bars_are_as_high_as_their_counts() -> None:
    drawn = draw(*["2032-01-01"] * 4, *["2032-02-01"] * 2, "2032-03-01")
    (bars,) = [e.get("d", "") for e in drawn.shapes("draw-count") if e.get("d", "").count("M") > 1]
    assert [float(high) for high in re.findall(r"v-([\d.]+)", bars)] == [36, 18, 9]
    assert {"4", "2", "1"} <= set(drawn.words())


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_every_month_of_a_year_has_a_place_that_a_finger_hits(width: str) -> None:
    drawn = draw(*(f"2032-{month:02}-01" for month in range(1, 13)), width=width)
    places = sorted(
        (float(e.get("x", "")), float(e.get("width", ""))) for e in drawn.shapes("draw-target")
    )
    assert len(places) == 12
    assert all(wide >= 24 for _, wide in places)
    for (x, wide), (after, _) in pairwise(places):
        assert x + wide <= after + 0.2
    assert places[-1][0] + places[-1][1] <= (760 if width == "wide" else NARROW) + 0.2


def test_large_numbers_keep_to_their_month() -> None:
    found = [Count(f"2032-{m:02}", 123_456, 0) for m in range(1, 13)]
    assert density._short(ENGLISH, found[0].incidents, 25) == "123k"
    assert density._short(ENGLISH, 1234, 59) == "1,234"
    assert density._short(ENGLISH, 1234, 26) == "1234"


def test_many_years_are_decades_and_the_earliest_are_left_out() -> None:
    drawn = draw(*(f"{year}-03-01" for year in range(1900, 1999, 2)))
    assert {"1900s", "1990s", "0", "8"} <= set(drawn.words())
    assert "1914.html" in drawn.links()
    found = table(blows(*(f"{year:04}" for year in range(1000, 2000, 10))))
    assert (len(found.rows), found.earlier, found.rows[0].key) == (60, 40, "1400")


def test_empty_years_take_a_line_of_words() -> None:
    drawn = draw("1990-01-01", "2032-01-01", "2034-01-01")
    assert "41 years without an entry" in drawn.words()
    assert "1 year without an entry" in drawn.words()
    assert drawn.height < 400


def test_nothing_gives_nothing() -> None:
    assert density.draw(ENGLISH, table([]), title="x", prefix="d", url_for_month=str) == ""


def test_the_picture_tells_its_years() -> None:
    told = draw("2032-01-01", "2033-01-01", "2033-02-01").slices[0][1].text
    assert told == "2032: 1 incident, 0 claims; 2033: 2 incidents, 0 claims."


# ---- on the page of all records


def seen(found: Graph) -> View:
    pages, _ = plan_pages(found, PAGE_KINDS)
    page = next(page for page in pages if page.kind == "timeline")
    return View(SiteData(found, derive(found)), page)


def test_few_are_drawn_one_by_one_and_many_are_counted() -> None:
    few = timeline_pictures(seen(graph(*blows(*["2032-02-10"] * 60))))
    assert few.timeline
    assert few.counted is None
    many = timeline_pictures(seen(graph(*blows(*["2032-02-10"] * 61))))
    assert many.counted is not None
    assert not many.timeline
    assert [(c.key, c.incidents, c.claims) for c in many.counted.counts] == [("2032-02", 61, 0)]


@pytest.mark.parametrize(
    ("number", "key", "url"),
    [
        (61, "2032-02", "incidents/2032.html#month-2"),
        (61, "2032", "incidents/2032.html#month-unknown"),
        (501, "2032-02", "incidents/2032-02.html"),
        (501, "2032", "incidents/2032-01.html#month-unknown"),
    ],
)
def test_a_month_leads_to_the_page_that_has_it(number: int, key: str, url: str) -> None:
    found = graph(*blows(*["2032-02-10"] * number, "2032"))
    assert url_for_month(seen(found))(key) == url
    pages, _ = plan_pages(found, PAGE_KINDS)
    assert url.partition("#")[0] in {page.url for page in pages}
    assert sum(isinstance(one, Incident) for one in found.records.values()) == number + 1
