"""The kinds of page: a row for each says which pages there are, what they show, and how."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sourcebook.link import Graph
from sourcebook.models import Actor, Episode, HandwrittenPage, Incident, Location, Source
from sourcebook.pages import (
    BRIEFINGS,
    Page,
    index_pages,
    record_pages,
    redirect_pages,
    single_page,
)
from sourcebook.render.contexts.actor import ActorContext, actor_context, actor_pictures
from sourcebook.render.contexts.corrections import CorrectionsContext, corrections_context
from sourcebook.render.contexts.episode import EpisodeContext, episode_context
from sourcebook.render.contexts.episode_pictures import episode_pictures
from sourcebook.render.contexts.home import HomeContext, home_context, home_pictures
from sourcebook.render.contexts.incident import (
    IncidentContext,
    incident_context,
    incident_pictures,
)
from sourcebook.render.contexts.index import IndexContext, index_context, index_pictures
from sourcebook.render.contexts.location import (
    LocationContext,
    location_context,
    location_pictures,
)
from sourcebook.render.contexts.other import (
    BriefingsContext,
    DataContext,
    NotFoundContext,
    RedirectContext,
    briefings_context,
    data_context,
    not_found_context,
    redirect_context,
)
from sourcebook.render.contexts.record import PageContext, page_context
from sourcebook.render.contexts.source import SourceContext, source_context, source_pictures
from sourcebook.render.contexts.timeline import (
    TimelineContext,
    timeline_context,
    timeline_pictures,
)
from sourcebook.render.pictures import no_pictures
from sourcebook.render.site_data import SiteData
from sourcebook.render.view import View

C = TypeVar("C")
P = TypeVar("P")


def no_pages(_: Graph) -> Iterable[Page]:
    """Of a kind whose pages are made elsewhere."""
    return ()


@dataclass(frozen=True, slots=True)
class PageKind(Generic[C, P]):
    """A row: the kind's name (= its template), its pages, what the template reads, its pictures.

    The template reads the fields of `context`, a dataclass that `make` makes; `pictures`; and the
    formatting functions of the view, which `view` makes. A kind that is a file of its own
    `holds_notices` itself; for the others they stand above the article.
    """

    name: str
    pages: Callable[[Graph], Iterable[Page]]
    context: type[C]
    make: Callable[[View], C]
    pictures: Callable[[View], P]
    view: Callable[[SiteData, Page], View] = View
    holds_notices: bool = False

    @property
    def template(self) -> str:
        """The name of the template."""
        return f"{self.name}.html"


PAGE_KINDS: tuple[PageKind[Any, Any], ...] = (
    PageKind(
        "home",
        single_page("index.html", "Home", "home"),
        HomeContext,
        home_context,
        home_pictures,
    ),
    PageKind("episode", record_pages(Episode), EpisodeContext, episode_context, episode_pictures),
    PageKind(
        "incident", record_pages(Incident), IncidentContext, incident_context, incident_pictures
    ),
    PageKind("actor", record_pages(Actor), ActorContext, actor_context, actor_pictures),
    PageKind(
        "location", record_pages(Location), LocationContext, location_context, location_pictures
    ),
    PageKind("source", record_pages(Source), SourceContext, source_context, source_pictures),
    PageKind("page", record_pages(HandwrittenPage), PageContext, page_context, no_pictures),
    PageKind("index", index_pages, IndexContext, index_context, index_pictures),
    PageKind("part", no_pages, IndexContext, index_context, index_pictures),
    PageKind(
        "briefings",
        single_page(f"{BRIEFINGS}index.html", "Briefings", "briefings"),
        BriefingsContext,
        briefings_context,
        no_pictures,
    ),
    PageKind(
        "timeline",
        single_page("timeline.html", "Timeline", "timeline"),
        TimelineContext,
        timeline_context,
        timeline_pictures,
    ),
    PageKind(
        "data", single_page("data.html", "Data", "data"), DataContext, data_context, no_pictures
    ),
    PageKind(
        "corrections",
        single_page("corrections.html", "Corrections", "corrections"),
        CorrectionsContext,
        corrections_context,
        no_pictures,
    ),
    PageKind(
        "404",
        single_page("404.html", "Page not found", "404", "404.html"),
        NotFoundContext,
        not_found_context,
        no_pictures,
    ),
    PageKind("redirect", redirect_pages, RedirectContext, redirect_context, no_pictures),
)
"""The kinds of page of a site. The parts of a long index come with the index."""
