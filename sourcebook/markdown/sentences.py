"""The sentences of a paragraph, good enough to show one and to ask whether it cites."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from sourcebook.markdown.inline import HOLES
from sourcebook.markdown.prose import Hole, Part, Sentence

_MARK = re.compile("[\0\1](\\d+)[\0\1]")
_CITES = "(?:\\s?\1\\d+\1)*"
_ABBREVIATED = re.compile(
    r"(?:\b(?:Gen|Col|Maj|Brig|Lt|Capt|Sgt|Adm|Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|No|vs|c|al|"
    r"U\.S|U\.N|a\.m|p\.m|e\.g|i\.e|[A-Z]))\.$"
)
_LONGEST = 8
"""An abbreviation is no longer than this; to look further back would cost the square."""


Placed = Sequence[tuple[Token, int]]
"""The parts of a paragraph, each with its line."""


def sentences(placed: Placed, holes: Sequence[Hole]) -> Iterator[Sentence]:
    """The sentences of a paragraph whose holes are known, in order."""
    flat, starts = _flat(placed)
    for start, end in _spans(flat):
        text = flat[start:end]
        begin = start + len(text) - len(text.lstrip())
        parts = tuple(_parts(text.strip(), holes))
        if parts:
            yield Sentence(placed[bisect_right(starts, begin) - 1][1], parts)


def _flat(placed: Placed) -> tuple[str, list[int]]:
    """Plain text, and where in it each part begins.

    Hole n stands as its number between two NULs, or where it is a citation between two U+0001.
    """
    pieces, starts, length = [], [], 0
    for child, _ in placed:
        starts.append(length)
        pieces.append(_words(child))
        length += len(pieces[-1])
    return "".join(pieces), starts


def _words(child: Token) -> str:
    if child.type in HOLES:
        mark = "\1" if child.type == "citation" else "\0"
        return f"{mark}{child.meta['hole']}{mark}"
    if child.type in ("softbreak", "hardbreak"):
        return "\n"
    return "" if child.type == "image" else child.content


def _spans(flat: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(rf"[.!?…][\"'”’)\]]*(?P<cites>{_CITES})(?=\s|$)", flat):
        stop = match.start() + 1
        if not match["cites"] and _ABBREVIATED.search(flat, max(start, stop - _LONGEST), stop):
            continue
        yield start, match.end()
        start = match.end()
    if flat[start:].strip():
        yield start, len(flat)


def _parts(text: str, holes: Sequence[Hole]) -> Iterator[Part]:
    for index, piece in enumerate(_MARK.split(text)):
        if index % 2:
            yield holes[int(piece)]
        elif piece:
            yield piece.replace("\n", " ")
