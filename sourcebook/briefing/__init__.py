"""The single-file briefing of each episode: one HTML file with everything inside it."""

from collections.abc import Mapping
from functools import partial

from sourcebook.briefing.context import BriefingContext, briefing_context
from sourcebook.briefing.figures import BriefingFigures, briefing_figures
from sourcebook.briefing.inline_images import AssetReader
from sourcebook.briefing.view import BriefingView
from sourcebook.exports.output import OutputContext
from sourcebook.models import Episode
from sourcebook.pages import Page, briefing_url
from sourcebook.render import PageKind, Renderer
from sourcebook.render.kinds import no_pages

__all__ = ["AssetReader", "BriefingView", "briefing_kind", "render_briefing", "render_briefings"]


def briefing_kind(assets: AssetReader) -> PageKind[BriefingContext, BriefingFigures]:
    """The row of the briefing; `assets` reads the published files whose bytes it takes along."""
    return PageKind(
        "briefing",
        no_pages,
        BriefingContext,
        briefing_context,
        briefing_figures,
        partial(BriefingView, assets),
        holds_notices=True,
    )


def render_briefings(context: OutputContext) -> Mapping[str, bytes]:
    """The briefing of each episode by the name of its file."""
    episodes = context.graph.all_of(Episode)
    return {
        f"{episode.id}.html": render_briefing(context.renderer, episode) for episode in episodes
    }


def render_briefing(renderer: Renderer, episode: Episode) -> bytes:
    """One HTML file that loads nothing and leads nowhere but into itself and to sources."""
    page = Page(briefing_url(episode.id), episode.title, "briefing", "", episode.id)
    return f"{renderer.render(page).article}\n".encode()
