"""Words that are written onto others: a quotation may begin behind one, or end before one.

Arabic writes "and", "so", "in", "to", "like" and the article onto the next word, Hebrew the like;
Korean writes particles and "is" behind a word. At the first word of a quotation, and in Korean at
its last, they may be left off. What is left has to be long enough to be a word by itself.
"""

import re
import unicodedata

_BEFORE = re.compile(
    "[\u0648\u0641]?(?:\u0644\u0644|[\u0628\u0643\u0644]?(?:\u0627\u0644)?)"  # Arabic
    "|\u05d5?(?:\u05db?\u05e9)?[\u05d1\u05d4\u05db\u05dc\u05de]?\u05d4?"  # Hebrew
)
_BEHIND = re.compile(
    "(?:은|는|이|가|을|를|의|와|과|도|만|로|에|에게|에서|으로|까지|부터|보다|처럼|마다|뿐|밖에|조차|이나|인)"
    "(?:는|도|만|의)?"
    "|이?라(?:고|며|는)|이(?:다|며|고|었다|었으며|었고)|였(?:다|으며|고)|입니다|이라고(?:는|도)?"
)
_HANGUL = re.compile("[\uac00-\ud7a3]*")
_SHORTEST = 3
"""How many letters a word has at least from which a particle may be left off."""
_LONGEST = 5


def begins_behind_particle(text: str, start: int, words: str) -> int | None:
    """Where the word begins whose end a quotation begins with; None where it is another word.

    `start` is where the quotation `words` is found in a text.
    """
    begin = start
    while begin and start - begin <= 2 * _LONGEST and _is_letter(text[begin - 1]):
        begin -= 1
    written = _letters(text[begin:start])
    first = _letters(words.split(" ", 1)[0])
    fits = written and _BEFORE.fullmatch(written) and _of_one_script(written[-1], first[:1])
    return begin if fits and len(first) >= _SHORTEST else None


def ends_before_particle(text: str, end: int) -> bool:
    """Whether what stands right behind a place is nothing but a particle."""
    match = _HANGUL.match(text, end)
    return match is not None and bool(match[0]) and _BEHIND.fullmatch(match[0]) is not None


def _is_letter(character: str) -> bool:
    return character.isalpha() or unicodedata.category(character) == "Mn"


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalpha() and c != "\u0640")


def _of_one_script(one: str, other: str) -> bool:
    return bool(other) and unicodedata.bidirectional(one) == unicodedata.bidirectional(other)
