"""Characters that change how a text looks, but not what a program reads in it.

After Unicode Technical Report 36 (security) and Standard Annexes 9 (direction), 31 (joiners) and
44 (default ignorable): what nobody sees, what turns the order of what is seen, and what each font
draws otherwise. Joiners and marks of direction stand only where a script needs them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sourcebook.load.character_places import (
    behind_what_it_varies,
    beside_right_to_left,
    between_letters_that_join,
)

_NEAR = 20
"""How many characters are shown before an invisible one."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of such characters: which, what to do, and where it may stand all the same."""

    characters: str
    advice: str
    allowed: Callable[[str, int], bool] = lambda _text, _place: False
    noun: str = "an invisible character"


_DELETE = "delete it"
_KINDS = (
    _Kind(
        # controls that HTML and XML have no place for, two ends of a line that some programs
        # take for one and others do not, halves of characters, and what is none
        r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
        + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17)),
        _DELETE,
    ),
    _Kind(
        r"\u202a-\u202e\u2066-\u2069",
        "delete it, for it turns the order of what is seen; the direction of a text follows from "
        "its letters",
    ),
    _Kind(
        r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u2800\u3164"
        r"\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
        r"\U000e0000-\U000e00ff\U000e01f0-\U000e0fff",
        "delete it; where words are apart, type a space",
    ),
    _Kind(
        r"\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
        "write what it stands for, for each font shows it otherwise",
        noun="a character for private use",
    ),
    _Kind(
        r"\u200c\u200d",
        "delete it: it stands between letters of scripts that join them, such as Arabic or Hindi",
        between_letters_that_join,
    ),
    _Kind(
        r"\u061c\u200e\u200f",
        "delete it: it stands beside right-to-left letters only, and never within a number",
        beside_right_to_left,
    ),
    _Kind(
        r"\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef",
        "delete it: the character before it has no other form",
        behind_what_it_varies,
    ),
)
_EACH = tuple((re.compile(f"[{kind.characters}]"), kind) for kind in _KINDS)
_BEYOND = re.compile(r"\\U[0-9a-f]{8}(?:-\\U[0-9a-f]{8})?")
_BASIC = _BEYOND.sub("", "".join(kind.characters for kind in _KINDS))
_SUSPECT = re.compile(rf"[{_BASIC}\U00010000-\U0010ffff]")
"""Each of these, and all beyond the basic plane: a search for many ranges there takes tenfold."""
_SUSPECT_ASCII = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class HiddenCharacter:
    """A character that may not be where it is in a text: at `place`, from 0."""

    place: int
    character: str
    before: str
    kind: _Kind

    @property
    def label(self) -> str:
        """Its code point and name: U+202E (right-to-left override)."""
        name = unicodedata.name(self.character, "").lower()
        return f"U+{ord(self.character):04X}" + (f" ({name})" if name else "")

    @property
    def message(self) -> str:
        """What is wrong and what to do, with the words that it stands behind."""
        where = f"behind '{self.before}'" if self.before else "at the beginning"
        return f"{self.kind.noun}, {self.label}, is here, {where}: {self.kind.advice}"


def find_hidden(text: str) -> Iterator[HiddenCharacter]:
    """Each character of a text that may not be where it is."""
    for match in (_SUSPECT_ASCII if text.isascii() else _SUSPECT).finditer(text):
        place, character = match.start(), match[0]
        kind = next((kind for pattern, kind in _EACH if pattern.match(character)), None)
        if kind is not None and not kind.allowed(text, place):
            yield HiddenCharacter(place, character, _before(text, place), kind)


def first_hidden(text: str) -> HiddenCharacter | None:
    """The first character of a text that may not be where it is."""
    return next(find_hidden(text), None)


def _before(text: str, place: int) -> str:
    """The visible characters of its line right before a place."""
    line = text[max(0, place - _NEAR) : place].rpartition("\n")[2]
    return "".join(c for c in line if not any(pattern.match(c) for pattern, _ in _EACH))
