"""What each step of `normalize` makes alike; each keeps what it has made."""

import html
import re
import unicodedata
from functools import cache

from sourcebook.quotes.word_boundaries import UNSPACED

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PRESENTED = re.compile(
    "[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufdff\ufe70-\ufefc\u0640]+"
)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]"
)
_MARK = re.compile(
    "(?P<apostrophe>(?<=\\w)['\u2018\u2019\u201b\u2032\u02bc\u02bb\u00b4`](?=\\w))"
    "|[\u00ab\u2039]\\s*|(?<!\\s)\\s*[\u00bb\u203a]|''|``|,,(?=\\w)"
    "|[\"'\u2018-\u201f\u300c-\u300f\ufe41-\ufe44\uff62\uff63\uff02\uff07\u301d-\u301f"
    "\u2032\u2033\u2035\u2036\u275b-\u275e\u00b4`\u02bc\u05f4]"
)
_DASHES = "\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d-"
_DASH = re.compile(rf"(?<!\s)(\s*)([{_DASHES}][\s{_DASHES}]*)")
_LONG_DASHES = ("\u2014", "\u2015", "--")
_DOTS = re.compile(r"[\u2026\u22ef]+|\.(?:\s?\.){2,}")
_HYPHEN = re.compile(r"(?<=\w)[-\u2010][^\S\n]*\n\s*(?=\w)")
_SOFT = re.compile(r"(?<=\w)\u00ad[^\S\n]*\n\s*(?=\w)")
_LINE_END = re.compile(rf"(?<={UNSPACED.pattern})\s*\n\s*(?={UNSPACED.pattern})")
_SPACE = re.compile(r"\s+")
_MOST_MARKS = 30
"""So many marks are on one letter in any language: the bound of stream-safe text (UAX 15)."""


def resolve_entities(text: str) -> str:
    """The characters for what HTML calls by name or number."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def join_divided_words(text: str, joint: str = "") -> str:
    """Words that a line's end divides in one piece, with a joint where their hyphen may belong.

    What goes on with a figure or a capital is not one word, and keeps its hyphen.
    """

    def join(match: re.Match[str]) -> str:
        before, behind = text[match.start() - 1], text[match.end()]
        one_word = before.isalpha() and behind.isalpha() and not behind.isupper()
        return joint if one_word else "-"

    text = _SOFT.sub("", text)
    return _HYPHEN.sub(join, text)


def plain_letters(text: str) -> str:
    """Ligatures and the shapes of Arabic letters as plain letters; no tatweel."""
    return _PRESENTED.sub(
        lambda match: unicodedata.normalize("NFKC", match[0]).replace("\u0640", ""), text
    )


def compose(text: str) -> str:
    """A text in NFC, but for the marks on one letter that are more than any language has.

    To put marks in order takes the square of their number.
    """
    parts, end = [], 0
    for run in _many_marks().finditer(text) if not text.isascii() else ():
        cut = run.start() + _MOST_MARKS
        parts += [unicodedata.normalize("NFC", text[end:cut]), text[cut : run.end()]]
        end = run.end()
    return "".join([*parts, unicodedata.normalize("NFC", text[end:])])


@cache
def _many_marks() -> re.Pattern[str]:
    marks = (chr(point) for point in range(0x300, 0x1E94B) if unicodedata.combining(chr(point)))
    return re.compile(f"[{''.join(marks)}]{{{_MOST_MARKS + 1},}}")


def one_quotation_mark(text: str) -> str:
    """All quotation marks, single and double, as one; apostrophes within words as another."""
    return _MARK.sub(lambda match: "'" if match["apostrophe"] else '"', text)


def one_dash(text: str) -> str:
    """All dashes as one, without spaces; beside a figure, where it may be a minus, with its own."""

    def fold(match: re.Match[str]) -> str:
        start, end = match.span()
        if not (text[start - 1 : start].isdigit() or text[end : end + 1].isdigit()):
            return "-"
        dash = match[2].rstrip()
        if dash.startswith(_LONG_DASHES):
            return " - "
        return f"{' ' * bool(match[1])}-{' ' * (dash != match[2])}"

    return _DASH.sub(fold, text)


def drop_invisible(text: str) -> str:
    """A text without what nobody sees."""
    return _INVISIBLE.sub("", text)


def three_dots(text: str) -> str:
    """All ellipses as three dots."""
    return _DOTS.sub("...", text)


def join_unspaced_lines(text: str) -> str:
    """No end of a line between two characters of a script without spaces."""
    return _LINE_END.sub("", text)


def one_space(text: str) -> str:
    """Spaces and ends of lines as one space."""
    return _SPACE.sub(" ", text).strip()
