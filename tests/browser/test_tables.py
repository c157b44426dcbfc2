"""Tables that sort and filter: what is shown, told and kept in the address, and what it costs."""

import pytest

from tests.browser.conftest import OpenWindow


def test_rows_are_loaded_when_they_are_asked_for(home: str, window: OpenWindow) -> None:
    opened = window(home)
    page = opened.open("index.html")
    found = page.evaluate("sourcebookData.rows({episode: 'salt-month'})")
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
    "{part: '2032', text: ''}": 4,
}


@pytest.mark.parametrize("wanted", FILTERS)
def test_rows_are_filtered(served: str, window: OpenWindow, wanted: str) -> None:
    page = window(served).open("index.html")
    assert len(page.evaluate(f"sourcebookData.rows({wanted})")) == FILTERS[wanted]
