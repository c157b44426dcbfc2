"""A built page as a document: what is wrong with its markup, and where its links lead."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import turbohtml
from turbohtml.conformance import check

VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905
)
# Elements that hold text and what stands in a line of text, but no blocks (HTML, 3.2.5.2.5).
INLINE_ONLY = ", ".join(
    f"{inline} {block}"
    for inline in ("p", "h1", "h2", "h3", "h4", "span", "label", "button", "summary")
    for block in ("div", "p", "ul", "ol", "dl", "table", "section", "figure", "details")
)
NESTED = "a a, a button, button a, button button, label label, a input, button input"


class _Written(HTMLParser):
    """The nesting of the elements as it is written, without a browser's repairs."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[str] = []
        self.lines: list[int] = []
        self.problems: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag)
        if "svg" not in self.open and tag not in {*VOID, "svg"}:
            self.open.append(tag)

    def _note(self, tag: str) -> None:
        self.found.append(" > ".join([*self.open, tag]))
        self.lines.append(self.getpos()[0])

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
            return
        line, _ = self.getpos()
        self.problems.append(f"{line}: </{tag}> where {' > '.join(self.open[-2:])} is open")
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]


def _path(element: turbohtml.Element) -> str:
    parent = element.parent
    before = f"{_path(parent)} > " if isinstance(parent, turbohtml.Element) else ""
    return before + element.tag.lower()


@dataclass(frozen=True)
class Document:
    """A page by its path in the site."""

    path: str
    text: str

    @classmethod
    def read(cls, site: Path, path: str) -> "Document":
        """Read it from the built site."""
        return cls(path, (site / path).read_text("utf-8"))

    @cached_property
    def tree(self) -> turbohtml.Document:
        """The page as a browser without scripts parses it."""
        return turbohtml.parse(self.text)

    def select(self, selector: str) -> list[turbohtml.Element]:
        """The elements that a CSS selector names, in order."""
        return self.tree.select(selector)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id of the page."""
        return frozenset(element.attr("id") or "" for element in self.select("[id]"))

    def links(self, selector: str = "a[href]") -> Iterator[tuple[str, str]]:
        """Page and fragment of each link that stays in the site, from the site's root."""
        for link in self.select(selector):
            url = urlsplit(link.attr("href") or "")
            if url.scheme or url.netloc:
                continue
            path = normpath(join("/", dirname(self.path), url.path)) if url.path else self.path
            path += "/index.html" if url.path.endswith("/") else ""
            yield unquote(path).lstrip("/"), unquote(url.fragment)

    def faults(self) -> list[str]:
        """What is wrong with the markup, with the line where that is known."""
        parse = [f"{error.line}: {error.code}" for error in self.tree.errors]
        rules = [f"{told.line}: {told.message}" for told in check(self.tree).errors]
        misplaced = self.select(INLINE_ONLY) + self.select(NESTED)
        nested = [f"{e.source_line}: misplaced {_path(e)}" for e in misplaced]
        return sorted({*parse, *rules, *nested, *self._repairs()})

    def _repairs(self) -> list[str]:
        """Where the parser had to build something else than what is written; the first place."""
        written = _Written()
        written.feed(self.text)
        written.close()
        built = [_path(element) for element in self.select("*")]
        if written.problems or written.found == built:
            return written.problems
        triples = zip_longest(written.found, built, written.lines, fillvalue="nothing")
        was, became, line = next(triple for triple in triples if triple[0] != triple[1])
        return [f"{line}: {was} was read as {became}"]


def text(document: Document, selector: str) -> str:
    """The words of the first element that a selector names."""
    return " ".join(document.select(selector)[0].text.split())


def links(document: Document, selector: str = "article a[href]") -> set[str]:
    """The pages that a page's article leads to."""
    return {path for path, _ in document.links(selector)}
