"""What the sections of an episode are called: on its page, in its briefing, in lists of links."""

import re

from sourcebook.models import Episode
from sourcebook.pages.sections import BRIEFING_SECTIONS, PAGE_SECTIONS
from sourcebook.prepared import Prepared
from sourcebook.render.contexts.episode import jumps
from tests.readers.published import Published, plain

HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.S)


def headings(html: str) -> dict[str, str]:
    return {anchor: plain(title) for anchor, title in HEADING.findall(html)}


def test_a_section_has_one_title(small_prepared: Prepared) -> None:
    site = Published(small_prepared.graph)
    for episode in small_prepared.graph.all_of(Episode):
        page, briefing = headings(site.article(episode.id)), headings(site.briefing(episode.id))
        titles = {anchor: section.title for anchor, section in PAGE_SECTIONS.items()}
        shared = page.keys() & titles.keys()
        assert shared
        assert [page[anchor] for anchor in shared] == [titles[anchor] for anchor in shared]
        for anchor, title in briefing.items():
            section = BRIEFING_SECTIONS[anchor]
            assert title == section.title
            assert page.get(section.page, title) == title
        for anchor, link_text in jumps(site.view(episode.id), episode):
            assert page[anchor].startswith(link_text) or link_text == PAGE_SECTIONS[anchor].short
