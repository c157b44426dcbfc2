"""What contexts count and choose, so that templates only show."""

from sourcebook.derive import derive
from sourcebook.link import Graph
from sourcebook.models import Incident
from sourcebook.pages import plan_pages
from sourcebook.render import PAGE_KINDS
from sourcebook.render.contexts.home import home_context
from sourcebook.render.contexts.incident import incident_context
from sourcebook.render.contexts.index import IndexContext, index_context
from sourcebook.render.contexts.kind_counts import count_kinds
from sourcebook.render.site_data import SiteData
from sourcebook.render.view import View
from tests.graphs import CITED, claim, graph, record


def seen(found: Graph, url: str) -> View:
    page = next(page for page in plan_pages(found, PAGE_KINDS)[0] if page.url == url)
    return View(SiteData(found, derive(found)), page)


def role(actor: str, name: str) -> dict[str, object]:
    return {"actor": actor, "role": name, "by": ["ann"], "cites": [CITED]}


def world() -> Graph:
    first = record(
        "incident", "first", roles=[role("ann", "attacker")], claims=[claim("a", "ann", "6")]
    )
    second = record(
        "incident",
        "second",
        date="2032",
        roles=[role("ann", "attacker"), role("ann", "target")],
        claims=[claim("b", "ann", "7"), claim("c", "ann", "2", supersedes="b")],
    )
    return graph(first, second, record("actor", "ann"))


def index(url: str) -> IndexContext:
    return index_context(seen(world(), url))


def test_a_noun_goes_with_its_number() -> None:
    counts = {
        count.kind: (count.count, count.noun) for count in count_kinds(seen(world(), "404.html"))
    }
    assert counts["actor"] == (1, "actor")
    assert counts["incident"] == (2, "incidents")
    assert counts["episode"] == (0, "episodes")


def test_an_actor_is_counted_once_in_an_incident_and_each_claim_counts() -> None:
    (row,) = index("actors/index.html").actors
    assert (row.incident_count, row.claim_count) == (2, 3)


def test_incidents_of_a_year_are_listed_by_month_the_unknown_last() -> None:
    found = index("incidents/2032.html")
    assert [month.key for month in found.months][-1] == "unknown"
    assert found.incidents == ()
    assert {row.incident.id for month in found.months for row in month.incidents} <= {
        "first",
        "second",
    }
    whole = index("incidents/index.html")
    assert whole.months == ()
    assert {row.incident.id for row in whole.incidents} == {"first", "second"}


def test_without_an_episode_the_first_page_has_the_latest_incidents() -> None:
    found = home_context(seen(world(), "index.html"))
    assert found.latest is None
    assert {row.incident.id for row in found.incidents} == {"first", "second"}


def test_who_did_it_is_apart_from_the_other_scopes() -> None:
    blame = claim("d", "ann", ["ann"], measure="responsibility", stance="claims", of=None)
    strike = record("incident", "strike", claims=[claim("a", "ann", "6"), blame])
    found = incident_context(seen(graph(strike, record("actor", "ann")), "incidents/strike.html"))
    assert [scope.measure.id for scope in found.responsibility] == ["responsibility"]
    assert [scope.measure.id for scope in found.scopes] == ["killed"]
    assert isinstance(found.record, Incident)
