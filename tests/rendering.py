"""Datasets of rows, and the bodies of their pages."""

import json
from pathlib import Path
from typing import Any

from sourcebook.briefing import briefing_kind
from sourcebook.render import PAGE_KINDS, Body, Renderer
from sourcebook.site import Prepared, prepare
from tests.conftest import REPOSITORY, SMALL

SHOWN = {
    "site_name": "Sourcebook",
    "site_url": "",
    "urlpath": "",
    "repo_url": "",
    "edit_uri": "",
    "exports": [],
}
Row = dict[str, Any]


class Tables(dict[str, list[Row]]):
    """Rows of records by the name of their table; said in short, as a failure prints them."""

    def __repr__(self) -> str:
        return f"{sum(map(len, self.values()))} rows"


def renderer(prepared: Prepared, templates: Path = REPOSITORY / "templates") -> Renderer:
    """Renders any page of a dataset, of a site without an address."""
    kinds = (*PAGE_KINDS, briefing_kind(lambda _: None))
    return Renderer(templates, prepared.graph, prepared.derived, SHOWN, kinds)


def bodies(prepared: Prepared) -> dict[str, Body]:
    """Every page's body by its url."""
    rendering = renderer(prepared)
    return {page.url: rendering.render(page) for page in prepared.pages}


def write(folder: Path, tables: Tables) -> Prepared:
    """A dataset of rows, a table of each kind, read and linked."""
    content = folder / "content"
    content.mkdir(exist_ok=True)
    described = (SMALL / "dataset.yml").read_text("utf-8").replace("locks: quotes", "locks: none")
    (content / "dataset.yml").write_text(described.replace("latest_episode: salt-month\n", ""))
    for name, rows in tables.items():
        text = "".join(f"{json.dumps(row)}\n" for row in rows)
        (content / f"{name}.jsonl").write_text(text, "utf-8")
    return prepare(folder)


PLACE = {"id": "hill", "names": {"en": "Hill"}, "type": "region"}
LEAST = Tables(
    {
        "incidents": [
            {
                "id": "flood",
                "title": "Flood",
                "type": "unknown",
                "date": "2032",
                "location": "hill",
                "location_precision": "unknown",
            }
        ],
        "actors": [{"id": "miller", "names": {"ar": "الطحان"}, "type": "person"}],
        "locations": [PLACE],
        "sources": [
            {
                "id": "chronicle",
                "title": "Chronicle",
                "publisher": "Abbey",
                "type": "document",
                "language": "la",
                "read": "whole",
            }
        ],
        "episodes": [
            {
                "id": "wet-year",
                "title": "Wet year",
                "summary": "It rained.",
                "marking": "TLP:CLEAR",
                "as_of": "2033",
                "cut_off": "2033",
                "bottom_line": ["It rained."],
            }
        ],
        "pages": [{"id": "about", "title": "About", "body": "Text."}],
    }
)
