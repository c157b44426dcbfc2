"""The form over an index: its choices, how many fall under each, and the attributes of the rows."""

from collections.abc import Callable

import pytest

from sourcebook.models import Actor, Episode, Incident, Location, Record, Source
from sourcebook.pages import Page
from sourcebook.render.facets import Form, form
from sourcebook.render.site_data import SiteData
from sourcebook.render.view import View
from sourcebook.site import Prepared
from tests.browser.markup import Document

Make = Callable[[type[Record]], Form]


@pytest.fixture(scope="module")
def make(small_prepared: Prepared) -> Make:
    """The form over all records of a kind."""

    def made(kind: type[Record]) -> Form:
        found = form(
            view(small_prepared, kind), kind, small_prepared.graph.all_of(kind), whole=True
        )
        assert found is not None
        return found

    return made


def view(prepared: Prepared, kind: type[Record], name: str = "index") -> View:
    page = Page(f"{kind.folder}/{name}.html", "", "index", "", f"{kind.kind} {name}")
    return View(SiteData(prepared.graph, prepared.derived), page)


def options(made: Form) -> dict[str, dict[str, int]]:
    """How many records fall under each code, by the name of the choice."""
    return {f.name: {o.code: o.count for o in several} for f, several in made.choices}


def test_incidents_are_chosen_by_what_is_said_of_them(make: Make) -> None:
    found = options(make(Incident))
    assert list(found) == ["type", "actor", "location", "grade", "disputed"]
    assert found["grade"] == {"confirmed": 1, "contested": 2, "fair": 1, "weak": 2, "unassessed": 1}
    assert list(found["grade"]) == ["confirmed", "contested", "fair", "weak", "unassessed"]
    assert found["disputed"] == {"yes": 2, "no": 5}
    assert found["actor"]["pinecone-brigade"] == 3


def test_a_place_holds_what_happened_in_its_parts(make: Make) -> None:
    found = options(make(Incident))["location"]
    assert found["depot-nine"] == 1
    assert found["north-quell"] == 5
    assert found["quellmark-land"] >= found["north-quell"]


def test_a_row_says_what_it_falls_under(make: Make, small_prepared: Prepared) -> None:
    made = make(Incident)
    attributes = made.attributes(small_prepared.graph.records["depot-nine-strike"])
    assert ' data-type="airstrike"' in attributes
    assert ' data-actor="duskland pinecone-brigade quellmark-command"' in attributes
    assert ' data-location="depot-nine north-quell quellmark-land"' in attributes
    assert ' data-grade="confirmed" data-disputed="yes"' in attributes


def test_codes_are_single_words(make: Make) -> None:
    for kind in (Incident, Actor, Location, Source):
        for name, codes in options(make(kind)).items():
            assert [code for code in codes if not code or len(code.split()) != 1] == [], name


def test_the_other_kinds_have_choices_of_their_own(make: Make) -> None:
    assert list(options(make(Actor))) == ["type", "incidents"]
    assert list(options(make(Location))) == ["type", "within"]
    assert list(options(make(Source))) == ["type", "publisher", "language", "read"]
    assert [make(kind).dated for kind in (Incident, Source, Actor)] == [True, True, False]


def test_a_choice_that_leaves_nothing_out_is_not_offered(
    small_prepared: Prepared, make: Make
) -> None:
    graph = small_prepared.graph
    both = [graph.records[name] for name in ("depot-nine-strike", "testhaven-rockets")]
    made = form(view(small_prepared, Incident, "2032"), Incident, both, whole=True)
    assert made is not None
    assert "disputed" not in options(made), "both are"
    assert made.part == "2032"
    assert make(Incident).part == ""


def test_one_record_or_none_has_no_form(small_prepared: Prepared) -> None:
    for records in ([], [small_prepared.graph.records["depot-nine-strike"]]):
        assert form(view(small_prepared, Incident), Incident, records, whole=True) is None
    episodes = small_prepared.graph.all_of(Episode)
    assert form(view(small_prepared, Episode), Episode, episodes, whole=True) is None


def test_every_code_of_the_form_is_on_as_many_rows(documents: dict[str, Document]) -> None:
    for kind in (Incident, Actor, Location, Source):
        page = documents[f"{kind.folder}/index.html"]
        rows = page.select("article tbody tr")
        for choice in page.select("form[data-filter] select[id]"):
            name = str(choice.attr("name"))
            for option in choice.select("option"):
                code, text = option.attr("value"), option.text
                if not code:
                    continue
                count = sum(str(code) in str(row.attr(f"data-{name}")).split() for row in rows)
                assert text.endswith(f"({count})"), (kind.kind, name, code)
