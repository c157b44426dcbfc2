"""What an editor puts into the words of a source, each in one form.

`[…]` or `…` for words left out, `[t]he` for a letter that was a capital or becomes one, `[sic]` for
a fault that is the source's own, `[The brigade]` for words put in or in the place of others. What
is put in is no word of the source: it vouches for nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(
    r"(?P<out>\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,})\s*)"
    r"|(?P<sic>\s*\[\s*(?:sic|sic!|!)\s*\])"
    r"|(?<!\w)\[(?P<letter>[^\W\d_])\](?=\w)"
    r"|(?P<put>\s*(?<!\w)\[[^\[\]]+\](?!\w)\s*)"
)
_PUT_IN = re.compile(r"(?<!\w)\[(?!\s*(?:…|\.{3})\s*\])[^\[\]]{2,}\](?!\w)|\[(?!…)[^\[\]]\](?!\w)")
_LEFT_OUT = 5000
"""How many characters may have been left out in one place."""
_REPLACED = 80
"""How many characters words in brackets may stand for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the source, and how many characters of it may lie between the last ones and these.

    `changed` are places of letters in `words` that may be capitals in the source, or none.
    """

    words: str
    skip: int = 0
    changed: tuple[int, ...] = ()


def split_at_gaps(words: str) -> list[str]:
    """The parts of a quotation between which something was left out; itself where nothing was."""
    return [piece.words for piece in source_pieces(words)[0]] or [words]


def words_of_source(words: str) -> str:
    """A quotation without what its editor put in: what a figure may be read out of."""
    return " ".join(_PUT_IN.sub(" ", words).split()) if "[" in words else words


def source_pieces(words: str) -> tuple[list[Piece], tuple[str, ...]]:
    """The words of a quotation that are the source's, and the steps that its marks stand for."""
    pieces, steps, text, changed, skip, end = [], [], "", [], 0, 0
    for match in _MARK.finditer(words):
        text += words[end : match.start()]
        end = match.end()
        steps.append(_STEPS[match.lastgroup or ""])
        if match["letter"]:
            changed.append(len(text))
            text += match["letter"]
        elif match["out"] or match["put"]:
            pieces += [Piece(text.strip(), skip, tuple(changed))] if text.strip() else []
            skip = max(_LEFT_OUT if match["out"] else _REPLACED, skip if not text.strip() else 0)
            text, changed = "", []
    text += words[end:]
    pieces += [Piece(text.strip(), skip, tuple(changed))] if text.strip() else []
    return pieces, tuple(dict.fromkeys(steps))


_STEPS = {
    "out": "words left out",
    "sic": "editorial brackets",
    "letter": "changed capital",
    "put": "editorial brackets",
}


def forms_of(piece: Piece) -> Iterator[str]:
    """A piece as it may stand in the source: with the letters that were changed, or others."""
    yield piece.words
    if piece.changed:
        letters = list(piece.words)
        for place in piece.changed:
            letters[place] = letters[place].swapcase()
        yield "".join(letters)
