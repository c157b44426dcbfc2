"""Where a script needs a character that nobody sees: joiners, marks of direction, selectors."""

import re
import unicodedata
from collections.abc import Iterable

_VIRAMA = 9
"""The combining class of what silences a vowel: behind it a joiner chooses a form of a letter."""
_NEAR = 20
"""How many characters are searched for a letter with a direction."""
_JOINING = re.compile(
    "[\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff"  # Arabic
    "\u0710-\u074f\u0750-\u077f\u07ca-\u07f5\u0840-\u085b\u0860-\u086a\u0870-\u0887\u0889-\u08e1"
    "\u08e3-\u0963\u0966-\u0dff\u0f00-\u0fff\u1000-\u109f\u1780-\u17d3\u1807\u1820-\u18aa"
    "\u1a20-\u1aad\u1b00-\u1bff\ua800-\ua82c\ua840-\ua873\ua880-\ua8c5\ua8e0-\ua8ff"
    "\ua980-\ua9c0\uaae0-\uaaf6\uabc0-\uabed\U00010a00-\U00010a48\U00011000-\U00011fff"
    "\U0001e900-\U0001e943]"
)
"""Letters and vowel signs of scripts whose letters join, or melt into one another."""
_ENDS_IN_DIGIT = re.compile(r"\d[\W_]{0,3}$")
_BEGINS_WITH_DIGIT = re.compile(r"[\W_]{0,3}\d")


def between_letters_that_join(text: str, place: int) -> bool:
    """Whether a joiner at a place is between letters that it keeps apart or joins."""
    before, behind = text[place - 1 : place], text[place + 1 : place + 2]
    if not before or before in "\u200c\u200d":
        return False
    if unicodedata.combining(before) == _VIRAMA:
        return True
    if text[place] == "\u200d" and _is_emoji(before) and _is_emoji(behind):
        return True
    return bool(_JOINING.match(before)) and (
        bool(_JOINING.match(behind)) or (text[place] == "\u200d" and not behind.isalnum())
    )


def beside_right_to_left(text: str, place: int) -> bool:
    """Whether a mark of direction has a right-to-left letter beside it, and is within no number."""
    before, behind = text[max(0, place - _NEAR) : place], text[place + 1 : place + 1 + _NEAR]
    if _ENDS_IN_DIGIT.search(before) and _BEGINS_WITH_DIGIT.match(behind):
        return False
    return _leans_right(reversed(before)) or _leans_right(behind)


def _leans_right(characters: Iterable[str]) -> bool:
    """Whether the first of some characters that has a direction is of a right-to-left script."""
    for character in characters:
        direction = unicodedata.bidirectional(character)
        if character == "\n" or direction == "L":
            return False
        if direction in ("R", "AL") and character.isalpha():
            return True
    return False


def behind_what_it_varies(text: str, place: int) -> bool:
    """Whether the character before a variation selector has forms to choose from."""
    before, selector = text[place - 1 : place], text[place]
    if selector in "\ufe0e\ufe0f":
        return bool(before) and (before in "#*0123456789" or _is_emoji(before))
    if "\u180b" <= selector <= "\u180f":
        return "\u1800" <= before <= "\u18aa"
    return bool(before) and unicodedata.name(before, "").startswith("CJK ")


def _is_emoji(character: str) -> bool:
    return character in ("\ufe0e", "\ufe0f", "\u203c", "\u2049") or unicodedata.category(
        character or " "
    ) in ("So", "Sk", "Sm")
