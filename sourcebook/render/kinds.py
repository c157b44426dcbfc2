"""The kinds of page: a row for each says what it shows, its pictures, and how it is seen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sourcebook.pages import Page
from sourcebook.render import context, density, pictures, records
from sourcebook.render.reader import Reader
from sourcebook.render.view import View


def _nothing(_: View) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class RenderedKind:
    """A row: the kind's name (= its template), what its template reads, and its pictures.

    `view` makes what the template asks. A kind that is a file of its own `holds_notices` itself;
    for the others they stand above the article.
    """

    name: str
    context: Callable[[View], Mapping[str, Any]] = _nothing
    pictures: Callable[[View], Mapping[str, Any]] = _nothing
    view: Callable[[Reader, Page], View] = View
    holds_notices: bool = False


RENDERED: tuple[RenderedKind, ...] = (
    RenderedKind("home", context.home_context, pictures.home),
    RenderedKind("incident", records.incident_context, pictures.incident),
    RenderedKind("actor", records.actor_context, pictures.actor),
    RenderedKind("location", records.location_context, pictures.location),
    RenderedKind("source", records.source_context, pictures.source),
    RenderedKind("episode", records.episode_context, pictures.episode),
    RenderedKind("page", records.record_context),
    RenderedKind("index", context.index_context, pictures.index),
    RenderedKind("part", context.index_context, pictures.index),
    RenderedKind("timeline", context.timeline_context, density.whole),
    RenderedKind("data", context.data_context),
    RenderedKind("redirect", context.redirect_context),
    RenderedKind("404", context.not_found_context),
    RenderedKind("briefings", context.briefings_context),
    RenderedKind("corrections", context.corrections_context),
)
"""The kinds of page of the site."""
