"""The single-file briefing of each episode: one HTML file with everything inside it."""

from collections.abc import Mapping

from sourcebook.exports.table import Work
from sourcebook.models import Episode
from sourcebook.pages import Page, briefing_url
from sourcebook.render import Renderer


def briefings(work: Work) -> Mapping[str, bytes]:
    """The briefing of each episode by the name of its file."""
    episodes = work.graph.of(Episode)
    return {f"{episode.id}.html": briefing(work.renderer, episode) for episode in episodes}


def briefing(renderer: Renderer, episode: Episode) -> bytes:
    """One HTML file that loads nothing and leads nowhere but into itself and to sources."""
    page = Page(briefing_url(episode.id), episode.title, "briefing", "", episode.id)
    return f"{renderer.render(page).article}\n".encode()
