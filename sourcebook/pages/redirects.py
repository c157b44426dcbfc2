"""Redirects: the pages of former ids, whose addresses lead on to the record.

A former id is an alias, which is named in the record's own file.
"""

from collections.abc import Iterator

from sourcebook.link import Graph
from sourcebook.pages.page import Page, record_url, section_of


def redirect_pages(graph: Graph) -> Iterator[Page]:
    """A page for each former id of a record, which leads to it."""
    for alias, owner in sorted(graph.aliases.items()):
        record = graph.records[owner]
        url = record_url(record).replace(f"{owner}.html", f"{alias}.html")
        yield Page(url, f"{record.label} has moved", "redirect", section_of(record), owner)
