"""Numbers in English words, put together: two hundred and six, two dozen, 1.5 million."""

import re
from collections.abc import Iterator

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS: dict[str, float] = {
    **{word: n for n, word in enumerate(_ONES.split())},
    **{word: 10 * n for n, word in enumerate(_TENS.split(), 2)},
    "single": 1,
    "couple": 2,
    "pair": 2,
    "both": 2,
    "once": 1,
    "twice": 2,
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}
_WITHIN = ("hundred", "dozen")
"""The scales that a greater one can still follow: two hundred thousand."""
_NOBODY = re.compile(r"\bno[\s-]+(?:one|single)\b")
_PIECE = re.compile(r"[a-z]+|\d+(?:,\d{3})*(?:\.\d+)?|[^\w\s-]")


def composed(text: str) -> Iterator[float]:
    """Each number of a text that is written in words, or in digits with a scale behind them."""
    plain = _NOBODY.sub(";", text.lower()).replace("half a dozen", "six")
    run: list[str] = []
    for piece in (*_PIECE.findall(plain), ""):
        if _goes_on(run, piece):
            run.append(piece)
            continue
        yield from _totals(run)
        run = [piece] if piece[:1].isdigit() else []


def _goes_on(run: list[str], piece: str) -> bool:
    if piece == "and":
        return bool(run) and run[-1] in _SCALES
    return piece in _WORDS or piece in _SCALES


def _totals(run: list[str]) -> Iterator[float]:
    """What number words in a row come to: one number, or several where they cannot be one."""
    words = [word for word in run if word != "and"]
    if len(words) == 1 and words[0] not in _WORDS and words[0] not in _SCALES:
        return  # digits alone, which are read elsewhere
    start = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or not _one_number(words[index - 1], words[index]):
            yield _total(words[start:index])
            start = index


def _one_number(word: str, following: str) -> bool:
    if word in _SCALES or following in _SCALES:
        return True
    return 20 <= _value(word) <= 90 and not word[:1].isdigit() and 0 < _value(following) < 10


def _total(words: list[str]) -> float:
    whole = part = 0.0
    for word in words:
        if word not in _SCALES:
            part += _value(word)
        elif word in _WITHIN:
            part = (part or 1) * _SCALES[word]
        else:
            whole, part = whole + (part or 1) * _SCALES[word], 0.0
    return whole + part


def _value(word: str) -> float:
    return float(word.replace(",", "")) if word[:1].isdigit() else _WORDS.get(word, 0)
