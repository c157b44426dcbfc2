"""What multiplies digits in a language: its words for thousand and million as CLDR writes them.

The compact forms of numbers in CLDR ("3 thousand", "elfu 3", "3 लाख") say the words and whether
they stand behind the digits or before them; what CLDR leaves out is in rows here.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sourcebook.numbers.grammar import Grammar, Phrases

_PATTERN = re.compile(r"(?P<before>[^0;]*)(?P<zeros>0+)(?P<behind>[^;]*)")
_LETTERS = re.compile(r"[^\W\d_]")

_MORE: dict[str, dict[str, float]] = {
    "hi": {"हजार": 1e3, "हज़ार": 1e3, "लाख": 1e5, "करोड़": 1e7, "अरब": 1e9, "सौ": 100},
    "ur": {"ہزار": 1e3, "لاکھ": 1e5, "کروڑ": 1e7, "ارب": 1e9, "سو": 100},
    "bn": {"হাজার": 1e3, "লাখ": 1e5, "লক্ষ": 1e5, "কোটি": 1e7},
    "id": {"ratus": 100, "ribu": 1e3, "juta": 1e6, "miliar": 1e9},
    "ms": {"ratus": 100, "ribu": 1e3, "juta": 1e6, "bilion": 1e9},
    "vi": {"trăm": 100, "nghìn": 1e3, "ngàn": 1e3, "triệu": 1e6, "tỷ": 1e9},
    "th": {"ร้อย": 100, "พัน": 1e3, "หมื่น": 1e4, "แสน": 1e5, "ล้าน": 1e6},
    "ja": {"百": 100, "千": 1e3, "万": 1e4, "億": 1e8},
    "ko": {"백": 100, "천": 1e3, "만": 1e4, "억": 1e8},
    "am": {"ሺ": 1e3, "ሺህ": 1e3, "ሚሊዮን": 1e6, "መቶ": 100},
    "ti": {"ሽሕ": 1e3, "ሚልዮን": 1e6},
    "ps": {"زره": 1e3, "زرو": 1e3, "ميليون": 1e6, "میلیون": 1e6, "لکه": 1e5, "سوه": 100},
    "it": {"cento": 100, "mila": 1e3, "mille": 1e3, "milione": 1e6, "milioni": 1e6,
           "miliardo": 1e9, "miliardi": 1e9},
    "pt": {"mil": 1e3, "milhão": 1e6, "milhões": 1e6, "milhares": 1e3, "bilhões": 1e9},
    "so": {"kun": 1e3, "milyan": 1e6, "boqol": 100},
    "sr": {"хиљада": 1e3, "хиљаде": 1e3, "хиљаду": 1e3, "hiljada": 1e3, "hiljade": 1e3,
           "милион": 1e6, "милиона": 1e6, "milion": 1e6, "miliona": 1e6},
    "ku": {"hezar": 1e3}, "kmr": {"hezar": 1e3},
}  # fmt: skip


def with_multipliers(grammar: Grammar, language: str) -> Grammar:
    """A grammar with what CLDR says multiplies digits in its language."""
    behind: dict[str, float] = {}
    before: dict[str, float] = {}
    for word, size, leads in (*_of_cldr(language), *_of_rows(language)):
        table = before if leads else behind
        table.setdefault(grammar.fold(word), size)
    if not behind and not grammar.scales:
        behind = dict(all_multipliers())
    stems = () if grammar.scales else tuple({word[:4] for word in behind if len(word) > 4})
    return replace(grammar, scales=behind | dict(grammar.scales), before=before, stems=stems)


def _of_rows(language: str) -> Iterator[tuple[str, float, bool]]:
    yield from ((word, size, False) for word, size in _MORE.get(language, {}).items())


def _of_cldr(language: str) -> Iterator[tuple[str, float, bool]]:
    """Words of the compact forms, what they multiply by, and whether they stand before digits."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only where a text is read

    try:
        forms = Locale.parse(language).compact_decimal_formats
    except (UnknownLocaleError, ValueError):
        return
    for plurals in (*forms.get("long", {}).values(), *forms.get("short", {}).values()):
        for least, pattern in plurals.items():
            match = _PATTERN.match(pattern.pattern)
            if match is not None:
                size = 10.0 ** (len(least) - len(match["zeros"]))
                yield from _words(match, size)


def _words(match: re.Match[str], size: float) -> Iterator[tuple[str, float, bool]]:
    for part in ("before", "behind"):
        word = re.sub(r"[.'\s\u00a0\u200e\u200f]+", " ", match[part]).strip()
        if _LETTERS.search(word) and " " not in word and (len(word) > 1 or not word.isascii()):
            yield word, size, part == "before"


@cache
def all_multipliers() -> Phrases:
    """The multipliers of many languages, for a text whose language CLDR does not know."""
    found: dict[str, float] = {}
    for language in ("en", "fr", "es", "ar", "ru", "fa", *_MORE):
        found |= {word.casefold(): size for word, size, _ in _of_cldr(language)}
        found |= {word.casefold(): size for word, size, _ in _of_rows(language)}
    return found
