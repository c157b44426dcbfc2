"""Who is who in an episode: on its page, in its file, and as a picture."""

from typing import Any

from sourcebook.derive import derive
from sourcebook.link import Graph
from sourcebook.models import Incident, Record
from sourcebook.pages import plan_pages
from sourcebook.render import PAGE_KINDS
from sourcebook.render.participants import Participants, PartTaken, participants_of
from sourcebook.render.site_data import SiteData
from sourcebook.render.view import View
from tests.browser.markup import Document
from tests.graphs import CITED, ENGLISH, claim, graph, record


def role(actor: str, name: str, *by: str) -> dict[str, Any]:
    said = {"by": list(by), "cites": [CITED]} if by else {"inferred": True}
    return {"actor": actor, "role": name} | said


def blow(name: str, *roles: dict[str, Any], **fields: Any) -> Record:
    return record("incident", name, episode="chain", roles=list(roles), **fields)


def world(*records: Record) -> Graph:
    named = ("arm", "band", "realm", "watch")
    there = {one.id for one in records}
    actors = (record("actor", name) for name in named if name not in there)
    return graph(*records, *actors, record("episode", "chain"))


def participants_in(found: Graph) -> Participants:
    pages, _ = plan_pages(found, PAGE_KINDS)
    page = next(page for page in pages if page.subject == "chain")
    return participants_of(View(SiteData(found, derive(found)), page), found.all_of(Incident))


def test_actors_stand_by_the_weight_of_their_part() -> None:
    found = participants_in(
        world(
            blow("one", role("arm", "attacker", "arm"), role("band", "target", "watch")),
            blow("two", role("arm", "attacker", "watch"), role("realm", "territory_authority")),
            blow("three", role("band", "attacker", "arm"), role("watch", "claimant", "watch")),
        )
    )
    assert [(m.actor_id, m.parts) for m in found.members] == [
        (
            "arm",
            (PartTaken("attacker", ("acknowledged",), 1), PartTaken("attacker", ("alleged",), 1)),
        ),
        ("band", (PartTaken("attacker", ("alleged",), 1), PartTaken("target", (), 1))),
        ("realm", (PartTaken("in control of the area", (), 1),)),
    ], "who only speaks has no part"
    assert found.parts(ENGLISH)["arm"] == "attacker, acknowledged and alleged"
    assert found.parts(ENGLISH)["band"] == "attacker, alleged; target"
    assert found.left_out == ()


def test_whoever_is_accused_by_a_claim_has_a_part_and_may_deny_it() -> None:
    named = claim("who", "watch", ["arm"], measure="responsibility", stance="attributes")
    denied = claim("not", "arm", ["arm"], measure="responsibility", stance="denies")
    found = participants_in(world(blow("one", claims=[named, denied])))
    assert found.parts(ENGLISH) == {"arm": "attacker, alleged and denied"}
    assert found.members[0].parts[0].words == "attacker, alleged, denied"


def test_those_behind_stand_last_with_their_ties() -> None:
    said = {"by": ["watch"], "cites": [CITED]}
    arm = record("actor", "arm", relations=[{"type": "part-of", "actor": "realm"} | said])
    found = participants_in(world(arm, blow("one", role("arm", "target", "watch"))))
    assert [m.actor_id for m in found.members] == ["arm", "realm"]
    assert [(t.label, t.target, t.by) for t in found.members[0].ties] == [
        ("is part of", "realm", ("watch",))
    ]
    assert found.members[1].parts == ()


def test_many_stand_in_the_list_all_the_same() -> None:
    names = [f"guard{n:02}" for n in range(25)]
    found = participants_in(
        world(
            *(record("actor", name) for name in names),
            blow("one", *(role(name, "target", "watch") for name in names)),
        )
    )
    assert [m.actor_id for m in found.members] == names
    assert found.left_out == tuple(names[20:])


def test_the_page_shows_the_cast_as_a_picture_and_in_words(documents: dict[str, Document]) -> None:
    page = documents["episodes/salt-month.html"]
    drawn = page.select(".draw-relations")
    assert len(drawn) == 1
    rows = page.select("table.cast tbody tr")
    words = {" ".join(row.text.split()).partition(" (")[0] for row in rows}
    assert "Duskland in control of the area in 1 incident backs Pinecone Brigade" in words
    shown = {name for text in drawn[0].select("a text") if (name := " ".join(text.text.split()))}
    assert {"Pinecone Brigade", "victim"} <= shown
    assert documents["episodes/quiet-year.html"].select("#who") == []
