"""The sentences of a paragraph, good enough to show one and to ask whether it cites."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from sourcebook.markdown.inline import HOLES
from sourcebook.markdown.prose import Hole, Part, Sentence, Verbatim
from sourcebook.markdown.quotation_marks import find_quotation_marks

_PIECE = re.compile("([\0\1\2])(\\d+)[\0\1\2]|[^\0\1\2\n]*\n|[^\0\1\2\n]+")
_CITES = "(?:\\s?\1\\d+\1)*"
_STOP = re.compile(rf"[.!?…][\"'”’)\]]*(?P<cites>{_CITES})(?=\s|$)")
_VERBATIM = ("name", "code_inline")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Gen|Col|Maj|Brig|Lt|Capt|Sgt|Adm|Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|No|vs|c|al|"
    r"U\.S|U\.N|a\.m|p\.m|e\.g|i\.e|[A-Z]))\.$"
)
_LONGEST = 8
"""An abbreviation is no longer than this; to look further back would cost the square."""


TokensWithLines = Sequence[tuple[Token, int]]
"""The parts of a paragraph, each with its line."""


def split_sentences(
    placed: TokensWithLines, holes: Sequence[Hole], paragraph: int = 0, block: int = 0
) -> Iterator[Sentence]:
    """The sentences of a paragraph whose holes are known, in order; a quotation is not divided.

    `paragraph` and `block` are kept with each of them.
    """
    flat, starts = _flat(placed)
    for start, end in _spans(flat):
        text = flat[start:end]
        begin = start + len(text) - len(text.lstrip())
        found = list(_PIECE.finditer(flat, begin, begin + len(text.strip())))
        if found:
            parts = tuple([_part(match, placed, holes) for match in found])
            lines = tuple([placed[bisect_right(starts, one.start()) - 1][1] for one in found])
            yield Sentence(lines[0], parts, lines, paragraph, block)


def picture_descriptions(placed: TokensWithLines) -> Iterator[Sentence]:
    """What is said of each picture of a paragraph."""
    for child, line in placed:
        if child.type == "image" and child.content:
            yield Sentence(line, (child.content,), (line,))


def _flat(placed: TokensWithLines) -> tuple[str, list[int]]:
    """Plain text, and where in it each part begins.

    Hole n is its number between two NULs, or for a citation between two U+0001;
    part n, where it is verbatim, between two U+0002.
    """
    pieces, starts, length = [], [], 0
    for number, (child, _) in enumerate(placed):
        starts.append(length)
        pieces.append(f"\2{number}\2" if child.type in _VERBATIM else _words(child))
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
    inside = _quoted(flat)
    for match in _STOP.finditer(flat):
        stop = match.start() + 1
        if not match["cites"] and _ABBREVIATED.search(flat, max(start, stop - _LONGEST), stop):
            continue
        if match.end("cites") in inside:
            continue
        yield start, match.end()
        start = match.end()
    if flat[start:].strip():
        yield start, len(flat)


def _quoted(flat: str) -> frozenset[int]:
    """Every place inside a quotation, which ends after its last sentence."""
    spans = find_quotation_marks(flat).spans
    return frozenset(place for one in spans for place in range(one.start + 1, one.end))


def _part(match: re.Match[str], placed: TokensWithLines, holes: Sequence[Hole]) -> Part:
    """A piece of a paragraph: a hole, words of no statement of their own, or plain text."""
    mark, number = match.groups()
    if mark is None:
        return match[0].replace("\n", " ")
    return Verbatim(placed[int(number)][0].content) if mark == "\2" else holes[int(number)]
