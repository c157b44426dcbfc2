"""Local links of prose: the pictures and pages they lead to are there when the site is built."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import dirname, relpath, splitext

from sourcebook.link import Graph
from sourcebook.markdown import Address
from sourcebook.models import Episode
from sourcebook.pages import Page, briefing_url, record_url
from sourcebook.pages.prose_addresses import path_in_site
from sourcebook.problems import Problem, did_you_mean, quoted

MOST_PICTURE_BYTES = 400_000
"""The most bytes of a picture that travels in a briefing."""

_PAGE = {"", ".htm", ".html", ".md"}
"""How the address of a page ends; other files may be made with the site."""
_MADE = ("assets/", "briefings/")
"""Folders of the site that are made, and not written in the dataset."""


def check_local_links(graph: Graph, pages: Iterable[Page], content: Path) -> Iterator[Problem]:
    """SB307: a local link leads to a page or file. SB308: a picture is not too large.

    An address is read from the page of the record whose text names it, as a browser does.
    """
    folder = content / "pages"
    named = {key: prose.addresses for key, prose in graph.prose.items() if prose.addresses}
    if not named:
        return
    files = dict(_published_files(folder))
    known = {page.url for page in pages} | {briefing_url(e.id) for e in graph.all_of(Episode)}
    for (record_id, path), addresses in named.items():
        for address in addresses:
            page = record_url(graph.records[record_id])
            found = _broken_rule(page, address, files, known)
            if found:
                yield graph.problem(record_id, path, *found, address.line)


def _published_files(folder: Path) -> Iterator[tuple[str, int]]:
    """The files that are published with the pages, and how many bytes each has."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix != ".md":
            yield file.relative_to(folder).as_posix(), file.stat().st_size


def _broken_rule(
    page: str, address: Address, files: dict[str, int], known: set[str]
) -> tuple[str, str] | None:
    """The code of the rule that an address on a page breaks, and the message; None where none."""
    target = path_in_site(page, address.url)
    if not target or target in known:
        return None
    if target in files:
        return _too_large(address, files[target]) if address.picture else None
    if target.startswith(_MADE) or not (address.picture or splitext(target)[1] in _PAGE):
        return None
    what = "is no picture beside the pages" if address.picture else "leads to no page of this site"
    there = (relpath(each, dirname(page) or ".") for each in (files if address.picture else known))
    return "SB307", f"{quoted(address.url)} {what}{did_you_mean(address.url, there)}"


def _too_large(address: Address, size: int) -> tuple[str, str] | None:
    if size <= MOST_PICTURE_BYTES:
        return None
    message = (
        f"the picture {quoted(address.url)} has {size:,} bytes: with more than "
        f"{MOST_PICTURE_BYTES:,} it is not shown in a briefing, which shows its text instead; "
        "make it smaller"
    )
    return "SB308", message
