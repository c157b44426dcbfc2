"""Characters of a PDF as plain text: forms of letters, mirrored characters, marks."""

import re
import unicodedata
from collections import Counter

_FORMS = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]+")
_PAIRS = "()[]{}<>«»‹›⟨⟩≤≥"
MIRRORED = {
    **dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)),
    **dict(zip(_PAIRS[1::2], _PAIRS[::2], strict=True)),
}
"""What is seen the other way round in text that runs from right to left (BidiMirroring.txt)."""


_ONE_SHAPE = str.maketrans("ەہھيىكۀ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "هههییکه01234567890123456789")
"""Letters and digits of Arabic, Persian, Kurdish and Urdu that fonts draw by one glyph."""


def plain_letters(text: str) -> str:
    """Ligatures and the shapes of Arabic and Hebrew letters as plain letters, in NFC."""
    folded = _FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]).strip(), text)
    return unicodedata.normalize("NFC", folded)


def is_mark(text: str) -> bool:
    """Whether a text is marks only, such as the vowels of Arabic."""
    return bool(text) and all(unicodedata.category(one) in ("Mn", "Me") for one in text)


def runs_from_right(text: str) -> bool:
    """Whether a text begins with a letter of a script that runs from right to left."""
    return unicodedata.bidirectional(text[:1] or " ") in ("R", "AL")


def same_characters(text: str, other: str) -> bool:
    """Whether two texts have the same characters, in any order, however these are shaped."""
    return _characters(text) == _characters(other)


def has_characters(text: str, some: str) -> bool:
    """Whether a text has at least some characters, however these are shaped."""
    return not Counter(_characters(some)) - Counter(_characters(text))


def _characters(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text).replace(" ", "").translate(_ONE_SHAPE)
    return sorted(min(one, MIRRORED.get(one, one)) for one in folded)
