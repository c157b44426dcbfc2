"""A small graph as every reader publishes it: pages, briefing, figures, rows, search, exports."""

import json
import re
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any

from sourcebook.briefing import briefing_kind
from sourcebook.checks import run_checks
from sourcebook.derive import derive
from sourcebook.derive.filled_texts import with_filled_texts
from sourcebook.exports.output import OutputContext
from sourcebook.ledger import published_facts
from sourcebook.link import Graph
from sourcebook.outputs import OUTPUTS
from sourcebook.pages import Page, plan_pages
from sourcebook.render import PAGE_KINDS, Renderer
from sourcebook.render.site_data import SiteData
from sourcebook.render.view import View
from sourcebook.web.search.entries import search_entries

_TAG = re.compile(r"<[^>]+>")
_SHOWN = {"site_name": "Register", "site_url": "", "urlpath": "", "repo_url": "", "edit_uri": ""}


def plain(html: str) -> str:
    """The words of a piece of HTML."""
    return " ".join(unescape(_TAG.sub("", html)).split())


class Published:
    """What is published of a graph, made when it is first asked for."""

    def __init__(self, graph: Graph) -> None:
        self.graph, self.derived = with_filled_texts(graph, derive(graph))
        self.pages = plan_pages(self.graph, PAGE_KINDS)[0]
        shown: dict[str, Any] = _SHOWN | {"exports": [each for each in OUTPUTS if each.title]}
        kinds = (*PAGE_KINDS, briefing_kind(lambda _: None))
        self.renderer = Renderer(Path("no-templates"), self.graph, self.derived, shown, kinds)
        self.context = OutputContext(self.graph, self.derived, self.pages, "", self.renderer)

    def page_of(self, record_id: str) -> Page:
        """The page of a record."""
        kind = self.graph.records[record_id].kind
        return next(p for p in self.pages if (p.subject, p.kind) == (record_id, kind))

    def view(self, record_id: str) -> View:
        """What the template of a record's page may ask."""
        return View(SiteData(self.graph, self.derived), self.page_of(record_id))

    def article(self, record_id: str) -> str:
        """The page of a record, as HTML without its frame."""
        return self.renderer.render(self.page_of(record_id)).article

    def url(self, url: str) -> str:
        """The page at an address, as HTML without its frame."""
        return self.renderer.render(next(p for p in self.pages if p.url == url)).article

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file of the site that is no page, by its path."""
        left_out = ("ground/", "assets/")
        made = (each for each in OUTPUTS if not each.path.startswith(left_out))
        return {path: data for each in made for path, data in each.files(self.context)}

    def briefing(self, episode_id: str) -> str:
        """The briefing of an episode as HTML."""
        return self.files[f"briefings/{episode_id}.html"].decode()

    @cached_property
    def dataset(self) -> dict[str, Any]:
        """The export of the whole dataset, as who downloads it reads it."""
        found: dict[str, Any] = json.loads(self.files["dataset.json"])
        return found

    @cached_property
    def rows(self) -> dict[str, dict[str, Any]]:
        """The rows of the table and of the moving map, by the id of the incident."""
        calls = (data.decode() for path, data in self.files.items() if path.startswith("rows/"))
        parts = [json.loads(f"[{call[call.index('(') + 1 : call.rindex(')')]}]") for call in calls]
        fields = next(part[-1]["fields"] for part in parts if isinstance(part[-1], dict))
        rows = (row for part in parts if isinstance(part[-1], list) for row in part[-1])
        return {row[0]: dict(zip(fields, row, strict=True)) for row in rows}

    @cached_property
    def ledger(self) -> dict[str, str]:
        """The published facts in words, by record and name."""
        return {key: fact.text for key, fact in published_facts(self.graph, self.derived).items()}

    @cached_property
    def found_by(self) -> dict[str, tuple[str, ...]]:
        """The texts that the page at an address is found by in the search."""
        return {each.url: (*each.names, *each.texts) for each in search_entries(self.context)}

    @cached_property
    def problems(self) -> tuple[str, ...]:
        """What the checks say, each with its code."""
        return tuple(f"{each.code} {each.message}" for each in run_checks(self.graph, self.derived))
