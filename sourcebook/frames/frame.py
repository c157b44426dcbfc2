"""A frame: the page that Material drew around the article, split where an article is poured in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from sourcebook.frames.errors import FrameError

# Private-use characters, which no theme and no configuration has a reason to contain.
_OPEN, _CLOSE = "\ue0f0", "\ue0f1"
_MARKER = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_WITH_TOC = re.compile(f"{_OPEN}if toc{_CLOSE}(.*?){_OPEN}end toc{_CLOSE}", re.DOTALL)


def slot(name: str) -> str:
    """Mark the place of a slot in a template.

    The slots "if toc" and "end toc" enclose what a page without headings lacks.
    """
    return f"{_OPEN}{name}{_CLOSE}"


@dataclass(frozen=True, slots=True)
class Frame:
    """A page of the theme with holes.

    `parts` is literal, slot name, literal, slot name, … literal; `bare` is the same for a page
    that has no table of contents, without the boxes that would hold it.
    """

    parts: tuple[str, ...]
    bare: tuple[str, ...]

    @classmethod
    def split(cls, html: str) -> "Frame":
        """The frame of a drawn page.

        Raises:
            FrameError: the page has no place for an article, or an optional part is not closed.
        """
        full = tuple(_MARKER.split(_WITH_TOC.sub(r"\1", html)))
        if "article" not in full[1::2]:
            raise FrameError("templates/material: the page has no {{ slot('article') }}")
        if {"if toc", "end toc"} & set(full[1::2]):
            message = "slot('if toc') and slot('end toc') do not pair up"
            raise FrameError(f"templates/material: {message}")
        return cls(full, tuple(_MARKER.split(_WITH_TOC.sub("", html))))

    @property
    def slots(self) -> frozenset[str]:
        """The names of the slots."""
        return frozenset(self.parts[1::2])

    def pour(self, slots: Mapping[str, str]) -> str:
        """The whole page, from HTML for each slot.

        Values go in as they are: the caller has escaped `title`, `document_title`, `description`
        and `canonical` for use in text and in a quoted attribute; `head`, `toc` and `article` are
        HTML. `Shell.slots` makes such a mapping from plain text.

        Raises:
            KeyError: a slot of the frame, or `toc`, has no value.
        """
        page = list(self.parts if slots["toc"] else self.bare)
        page[1::2] = [slots[name] for name in page[1::2]]
        return "".join(page)


def toc_html(entries: Iterable[tuple[str, str]]) -> str:
    """The items of a table of contents, as Material marks them up; nothing for no entries.

    `entries` are pairs of the id of a heading and its text, which is plain and is escaped here.
    """
    return "".join(
        f'<li class="md-nav__item"><a href="#{escape(anchor)}" class="md-nav__link">'
        f'<span class="md-ellipsis">{escape(text)}</span></a></li>'
        for anchor, text in entries
    )
