"""A page to its body: the only module that knows Jinja."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
)

from sourcebook.derive import Derived
from sourcebook.derive.analysis import AGREEMENTS
from sourcebook.derive.grade import GRADES, LADDER_VERSION
from sourcebook.derive.matrix import RANGE_RULE
from sourcebook.language import Language
from sourcebook.link import Graph
from sourcebook.pages import Page
from sourcebook.pages.sections import PAGE_SECTIONS
from sourcebook.render.kinds import PAGE_KINDS, PageKind
from sourcebook.render.notices import notices
from sourcebook.render.pictures import chart_of
from sourcebook.render.recording import ReadLog, recording
from sourcebook.render.site_data import SiteData
from sourcebook.render.view import View
from sourcebook.rules import RULES
from sourcebook.theme import shown_path, template_folders
from sourcebook.theme.styles import joined_style

__all__ = ["PAGE_KINDS", "Body", "PageKind", "PageTemplateError", "Renderer"]

_HEADING = re.compile(r'<h2[^>]*\bid="([^"]+)"[^>]*>(.*?)</h2>', re.S)
_TAG = re.compile(r"<sup.*?</sup>|<[^>]+>", re.S)


_WORDS: Mapping[str, Any] = {
    "agreements": AGREEMENTS,
    "grades": GRADES,
    "ladder_version": LADDER_VERSION,
    "range_rule": RANGE_RULE,
    "episode_sections": PAGE_SECTIONS,
    "rule_names": {code: rule.name for code, rule in RULES.items()},
}
"""The words for codes, which parts of templates share."""


class PageTemplateError(Exception):
    """A template is missing or cannot be rendered; the message names it and the page."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is poured into a page's frame: an article, its headings, its description and head."""

    article: str
    headings: tuple[tuple[str, str], ...]
    description: str
    head: str


class Renderer:
    """Renders any page of a graph, each alone and in any order.

    `templates` is the folder of the project's own, which stand for those of the same name that
    come with the program. `template_globals` are what every template may use: the site's
    name and addresses, and the list of exports. `kinds` are the rows of what can be rendered.
    """

    def __init__(
        self,
        templates: Path,
        graph: Graph,
        derived: Derived,
        template_globals: Mapping[str, Any],
        kinds: Iterable[PageKind[Any, Any]] = PAGE_KINDS,
    ) -> None:
        self._site = SiteData(graph, derived)
        self._kinds, self._templates = {kind.name: kind for kind in kinds}, templates
        self.environment = _environment(templates, graph.language)
        own = {"dataset": graph.dataset, "language": graph.language, "chart_of": chart_of}
        self.environment.globals.update(_WORDS, **own, **template_globals)

    def render(self, page: Page, log: ReadLog | None = None) -> Body:
        """The body of a page; `log` notes all that is read for it. Raises PageTemplateError."""
        kind = self._kinds[page.kind]
        view = kind.view(recording(self._site, log) if log else self._site, page)
        names = _names(kind, view)
        try:
            module = self.environment.get_template(kind.template).make_module(names)
        except TemplateError as error:
            raise PageTemplateError(_message(error, page, self._templates)) from error
        article = ("" if kind.holds_notices else str(names["notices"])) + str(module).strip()
        extra: Mapping[str, Any] = module.__dict__
        return Body(
            article=article,
            headings=tuple(_headings(article)),
            description=str(extra.get("description", "")),
            head=str(extra.get("head", "")),
        )


def _environment(templates: Path, language: Language) -> Environment:
    """What templates are compiled by; they may mark their sentences for a catalogue."""
    environment = Environment(
        loader=ChoiceLoader(
            [FileSystemLoader(template_folders(templates)), FunctionLoader(joined_style)]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # a renderer renders one build, and templates do not change in it
        extensions=["jinja2.ext.i18n"],
    )
    # The extension adds the method when it is loaded.
    environment.install_gettext_translations(language.translations, newstyle=True)  # type: ignore[attr-defined]
    environment.filters["join_list"] = language.join_list_html
    return environment


def _names(kind: PageKind[Any, Any], view: View) -> dict[str, Any]:
    """What a template reads: the fields of its context, and what every page has."""
    context = kind.make(view)
    given = {field.name: getattr(context, field.name) for field in fields(context)}
    shared = {"page": view.page, "v": view, "notices": notices(view)}
    return given | shared | {"pictures": kind.pictures(view)}


def _headings(article: str) -> Iterable[tuple[str, str]]:
    for anchor, text in _HEADING.findall(article):
        yield anchor, unescape(_TAG.sub("", text)).strip()


def _message(error: TemplateError, page: Page, templates: Path) -> str:
    name = getattr(error, "name", None) or f"{page.kind}.html"
    line = getattr(error, "lineno", None)
    where = shown_path(name, templates) + (f":{line}" if line else "")
    return f"{where}: {error.message or type(error).__name__} (page {page.url})"
