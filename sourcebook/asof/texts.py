"""A text without the paragraphs that rest on what is not known."""

import re
from collections.abc import Callable, Iterator

from sourcebook.markdown import Hole, parse

Known = Callable[[Hole], bool]
_HEADING = re.compile(r"(#{1,6})\s")


def stands(text: str, known: Known) -> bool:
    """Whether all that a phrase or sentence refers to is known."""
    return all(map(known, parse(text, inline=True).holes))


def kept(body: str, known: Known, *, bare: bool) -> str:
    """The paragraphs of a text that refer to nothing unknown, and the headings above them.

    A paragraph that refers to nothing has no date: it stays only where `bare` ones do.
    """
    holes = parse(body).holes
    unknown = {hole.line for hole in holes if not known(hole)}
    told = {hole.line for hole in holes}
    blocks = [
        text
        for lines, text in _blocks(body)
        if not unknown & lines and (bare or _level(text) or told & lines)
    ]
    return "\n\n".join(_headed(blocks))


def _blocks(body: str) -> Iterator[tuple[frozenset[int], str]]:
    """The paragraphs of a text with the numbers of their lines, from 0."""
    lines: list[str] = []
    for number, line in enumerate([*body.splitlines(), ""]):
        if line.strip():
            lines.append(line)
        elif lines:
            yield frozenset(range(number - len(lines), number)), "\n".join(lines)
            lines = []


def _headed(blocks: list[str]) -> list[str]:
    """The blocks without headings that have nothing below them any more."""
    found: list[str] = []
    for block in reversed(blocks):
        level = _level(block)
        below = _level(found[-1]) if found else 1
        if not level or (found and not 0 < below <= level):
            found.append(block)
    return found[::-1]


def _level(block: str) -> int:
    match = _HEADING.match(block)
    return len(match[1]) if match else 0
