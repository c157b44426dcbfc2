"""A text without the paragraphs that refer to what is not known."""

import re
from collections.abc import Callable, Iterator

from sourcebook.markdown import Hole, parse_prose

IsKnown = Callable[[Hole], bool]
_HEADING = re.compile(r"(#{1,6})\s")


def refers_to_known_only(text: str, known: IsKnown) -> bool:
    """Whether all that a phrase or sentence refers to is known."""
    return all(map(known, parse_prose(text, inline=True).holes))


def known_paragraphs(body: str, known: IsKnown, *, keep_unreferenced: bool) -> str:
    """The paragraphs of a text that refer to nothing unknown, and the headings above them.

    A paragraph that refers to nothing has no date: it stays only where `bare` ones do.
    """
    holes = parse_prose(body).holes
    unknown = {hole.line for hole in holes if not known(hole)}
    referring = {hole.line for hole in holes}
    blocks = [
        text
        for lines, text in _blocks(body)
        if not unknown & lines and (keep_unreferenced or _heading_level(text) or referring & lines)
    ]
    return "\n\n".join(_without_empty_headings(blocks))


def _blocks(body: str) -> Iterator[tuple[frozenset[int], str]]:
    """The paragraphs of a text with the numbers of their lines, from 0."""
    lines: list[str] = []
    for number, line in enumerate([*body.splitlines(), ""]):
        if line.strip():
            lines.append(line)
        elif lines:
            yield frozenset(range(number - len(lines), number)), "\n".join(lines)
            lines = []


def _without_empty_headings(blocks: list[str]) -> list[str]:
    """The blocks without headings that have nothing below them any more."""
    found: list[str] = []
    for block in reversed(blocks):
        level = _heading_level(block)
        below = _heading_level(found[-1]) if found else 1
        if not level or (found and not 0 < below <= level):
            found.append(block)
    return found[::-1]


def _heading_level(block: str) -> int:
    match = _HEADING.match(block)
    return len(match[1]) if match else 0
