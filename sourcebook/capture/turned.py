"""Letters that run against their own direction: what is written 54 and seen as 45.

An override (Unicode Standard Annex 9, 2.2) turns letters and digits round; they are filed in the
order in which they are seen.
"""

import re
import unicodedata

_OVERRIDDEN = re.compile("\u202e([^\u202a-\u202e\n]*)(?:\u202c|$)", re.MULTILINE)
_OF_RIGHT_TO_LEFT = ("R", "AL")


def turned(text: str) -> str:
    """A text as it is seen from right to left; itself where its letters run so by themselves."""
    own = any(unicodedata.bidirectional(one) in _OF_RIGHT_TO_LEFT for one in text)
    return text if own or "⟦" in text else text[::-1]


def turn_overridden(text: str) -> str:
    """A text in which what stands between overriding characters is as it is seen."""
    return _OVERRIDDEN.sub(lambda match: turned(match[1]), text)
