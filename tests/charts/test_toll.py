"""The toll over time: who gave which figure when."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest

from sourcebook.charts import toll
from sourcebook.charts.toll import MOST
from sourcebook.derive import derive
from tests.graphs import claim, graph, record


def scope_of(*claims: dict[str, Any]) -> tuple[Any, Any]:
    speakers = ([c["by"]] if isinstance(c["by"], str) else c["by"] for c in claims)
    names = {name for several in speakers for name in several}
    made = graph(
        record("incident", "strike", claims=claims), *(record("actor", n) for n in sorted(names))
    )
    (scope,) = derive(made).analyses["strike"].scopes
    return made, scope


def said(name: str, by: str, value: Any, day: str | None, **fields: Any) -> dict[str, Any]:
    return claim(name, by, value, of="people", said=day, **fields)


def drawn(*claims: dict[str, Any]) -> str:
    made, scope = scope_of(*claims)
    return toll.draw(
        made, "strike", scope, prefix="t", href=lambda name, anchor="": f"{name}#{anchor}"
    )


def told(*claims: dict[str, Any]) -> list[str]:
    made, scope = scope_of(*claims)
    return [line.full for line in toll.lines(made, scope)]


TWO = (said("a", "watch", 2, "2032-02-10"), said("b", "watch", 4, "2032-02-12"))


def test_a_line_has_each_figure_of_its_claimant_in_order() -> None:
    assert told(*reversed(TWO)) == ["Watch: 2 (10 February 2032), then 4 (12 February 2032)"]


def test_the_greatest_last_figure_comes_first() -> None:
    assert told(said("a", "watch", 2, "2032-02-10"), said("b", "gazette", ">=3", "2032-02-11")) == [
        "Gazette: at least 3 (11 February 2032)",
        "Watch: 2 (10 February 2032)",
    ]


def test_what_was_taken_back_says_so() -> None:
    (line,) = told(TWO[0], said("b", "watch", 4, "2032-02-12", status="withdrawn"))
    assert line.endswith("then 4 (12 February 2032), later withdrawn")


@pytest.mark.parametrize("value", ["unknown", "not stated"])
def test_no_figure_is_no_step(value: str) -> None:
    assert told(TWO[0], said("b", "watch", value, "2032-02-12")) == ["Watch: 2 (10 February 2032)"]


def test_none_is_nought() -> None:
    (line,) = told(said("a", "watch", "none", "2032-02-10"), TWO[1])
    assert line.startswith("Watch: none (10 February 2032), then 4")


def test_a_vague_day_has_no_place() -> None:
    assert told(said("a", "watch", 2, "2032-02"), TWO[1]) == ["Watch: 4 (12 February 2032)"]


def test_what_was_said_on_one_day_is_not_drawn() -> None:
    assert drawn(TWO[0], said("b", "gazette", 3, "2032-02-10")) == ""


def test_each_line_is_a_link_that_says_it_in_full() -> None:
    picture = ET.fromstring(drawn(*TWO, said("c", "gazette", "2-3", "2032-02-11")))
    links = picture.findall(".//{*}a") or picture.findall(".//a")
    assert {link.get("href") for link in links} == {"strike#claim-b", "strike#claim-c"}
    words = "".join(picture.itertext())
    assert "Watch: 2 (10 February 2032), then 4 (12 February 2032)" in words
    assert "Gazette: 2 to 3 (11 February 2032)" in words


def test_a_long_list_is_cut_and_says_so() -> None:
    many = [said(f"c{n}", f"actor-{n:02}", n, f"2032-02-{n + 1:02}") for n in range(MOST + 3)]
    picture = drawn(*many)
    assert "and 3 more claimants" in picture
    assert picture.count("draw-toll") >= MOST


def test_the_same_bytes_in_any_order() -> None:
    assert drawn(*TWO) == drawn(*reversed(TWO))


def test_the_page_of_an_incident_has_it(small_site: Any) -> None:
    page = (small_site / "incidents/depot-nine-strike.html").read_text()
    assert 'id="toll"' in page
    assert "Dora Sample: 2 to 3 (10 February 2032), then 4 (11 February 2032)" in page
