"""What may differ between a quotation and its source without a word being another.

Each step is a function on texts, and has a name that is recorded where it was needed. Letters,
digits, their case and the other punctuation stay as they are: no step makes one word of another.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import partial

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PRESENTED = re.compile(
    "[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufdff\ufe70-\ufefc\u0640]+"
)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)
_DOUBLE = re.compile("[\u201c-\u201f\u00ab\u00bb\u300c-\u300f\u2033\u2036]|''|``")
_SINGLE = re.compile("[\u2018-\u201b\u2039\u203a\u2032\u2035\u00b4`\u02bc]")
_DASH = re.compile(
    r"(?<!\s)\s*[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d-][\s\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d-]*"
)
_DOTS = re.compile(r"\u2026|\.(?:\s?\.){2,}")
_DIVIDED = re.compile(r"(?<=\w)[-\u00ad\u2010][^\S\n]*\n\s*(?=\w)")
_SPACE = re.compile(r"\s+")


def _letters(text: str) -> str:
    """Ligatures and the shapes of Arabic letters as plain letters; no tatweel."""
    return _PRESENTED.sub(
        lambda match: unicodedata.normalize("NFKC", match[0]).replace("\u0640", ""), text
    )


def _dashes(text: str) -> str:
    return _DASH.sub("-", text)


STEPS: dict[str, Callable[[str], str]] = {
    "entities": lambda text: _ENTITY.sub(lambda match: html.unescape(match[0]), text),
    "divided words": lambda text: _DIVIDED.sub("", text),
    "letter forms": _letters,
    "invisible characters": lambda text: _INVISIBLE.sub("", text),
    "composed letters": partial(unicodedata.normalize, "NFC"),
    "quotation marks": lambda text: _SINGLE.sub("'", _DOUBLE.sub('"', text)),
    "dots": lambda text: _DOTS.sub("...", text),
    "dashes": _dashes,
    "white space": lambda text: _SPACE.sub(" ", text).strip(),
}
"""The steps by name, in the order in which they are taken.

Composed letters are NFC of Unicode Standard Annex 15. A word is divided by a hyphen at the end
of a line, as in what is made from a PDF.
"""

ALL_STEPS = tuple(STEPS)


def normalize(text: str, steps: Iterable[str] = ALL_STEPS) -> str:
    """A text after some of the steps, which are given in their order; those on asides are none."""
    for step in steps:
        text = STEPS.get(step, str)(text)
    return text
