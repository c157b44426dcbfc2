"""Pictures on their pages: their links land, they say what they are, and words say the same."""

import json
from pathlib import Path

import pytest

from sourcebook.site import prepare
from tests.browser.markup import Document
from tests.conftest import SMALL
from tests.rendering import bodies

WORDS = {
    "timeline": ".timeline .event__title",
    "relations": "table.relations, table.cast",
    "chart": ".scope table",
    "lineage": "#lineage, #shared",
    "density": "details table",
}
"""What says the same as a picture of each kind, on the page where it stands."""


@pytest.mark.parametrize("kind", ["timeline", "relations", "chart", "lineage"])
def test_every_picture_is_named_and_stands_in_words_too(
    documents: dict[str, Document], kind: str
) -> None:
    pages = [page for page in documents.values() if page.select(f".draw-{kind}")]
    assert pages
    for page in pages:
        assert page.select(WORDS[kind]), page.path
        for drawn in page.select(f".draw-{kind}"):
            assert len(drawn.select("desc")) == 1, "it is told once"
            named = {e.attr("id") for e in drawn.select("svg > title")}
            told = {e.attr("aria-labelledby") for e in drawn.select("svg[role=group]")}
            assert told <= named, page.path


def test_every_link_in_a_picture_lands(documents: dict[str, Document]) -> None:
    seen = 0
    for page in documents.values():
        for path, fragment in page.links(".draw a[href]"):
            assert path in documents, (page.path, path)
            assert not fragment or fragment in documents[path].ids, (page.path, path, fragment)
            seen += 1
    assert seen > 100


def test_the_counts_of_a_long_time_lead_to_months_that_are_there(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    described = (SMALL / "dataset.yml").read_text("utf-8")
    (content / "dataset.yml").write_text(described.replace("latest_episode: salt-month\n", ""))
    place = {"id": "town", "names": {"en": "Town"}, "type": "town"}
    (content / "locations.jsonl").write_text(json.dumps(place) + "\n")
    least = {"title": "A blow", "type": "mixed", "location": "town"}
    least["location_precision"] = "settlement"
    days = ["2031", *(f"2032-{n % 12 + 1:02}-03" for n in range(60)), *["2033-04"] * 501]
    rows = [{"id": f"blow-{n}", "date": day} | least for n, day in enumerate(days)]
    (content / "incidents.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    found = bodies(prepare(tmp_path))
    page = Document("timeline.html", found["timeline.html"].article)
    links = [*page.links(".draw a[href]"), *page.links("details a[href]")]
    assert len(links) == 3 * 14, "two widths and the table"
    for path, fragment in links:
        target = Document(path, found[path].article)
        assert not fragment or target.select(f"#{fragment}"), (path, fragment)
    assert page.select(WORDS["density"])
