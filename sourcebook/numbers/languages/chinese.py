"""Numbers in Chinese characters, simplified, traditional and formal; and in those of Japanese.

These scripts do not divide words, so a number is a run of characters; what else such a run may be
(第三 is "third", 周三 "Wednesday", 万一 "in case") is told by the characters around it.
"""

import re
from collections.abc import Iterator, Sequence

from sourcebook.numbers.digits import Digits
from sourcebook.numbers.found import Found

_DIGITS = {
    character: value
    for value, characters in enumerate(
        (
            "〇零○",
            "一壹弌壱",
            "二两兩贰貳弐",
            "三叁參参",
            "四肆",
            "五伍",
            "六陆陸",
            "七柒",
            "八捌",
            "九玖",
        )
    )
    for character in characters
}
_UNITS = {
    "十": 10, "拾": 10, "百": 100, "佰": 100, "陌": 100, "千": 1000, "仟": 1000, "阡": 1000,
}  # fmt: skip
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_ALL = "".join((*_DIGITS, *_UNITS, *_LARGE, "廿卅"))
_RUN = re.compile(f"[{_ALL}]+")
_NOT_BEFORE = re.compile("(?:[第周週初几幾数數好上]|星期|礼拜|禮拜|分之|之)$")
_NOT_BEHIND = re.compile("[几幾数數]|分之|[曜]")
_COUNTED = re.compile(
    r"[人名个個位具死伤傷架枚辆輛艘座栋棟发發次起处處所间間家户戶批组組支头頭只隻件把颗顆门門台匹つ軒機発棟戸]"
)
"""What is counted with a single character: 两人, 三名."""
_MORE = re.compile("[多余餘]")


def find_chinese(text: str, digits: Sequence[Digits], *, tenths: bool) -> Iterator[Found]:
    """The numbers in characters, and in digits with characters behind them (3万).

    `tenths`: a last digit without a unit counts tenths of the one before it (一百二 is 120), as in
    Chinese but not in Japanese.
    """
    taken = 0
    for one in digits:
        yield from _runs(text, taken, one.start, tenths)
        found = with_characters(text, one)
        yield found
        taken = max(taken, found.end)
    yield from _runs(text, taken, len(text), tenths)


def _runs(text: str, start: int, end: int, tenths: bool) -> Iterator[Found]:
    for match in _RUN.finditer(text, start, max(start, end)):
        if not _is_word(text, match, tenths):
            values = _read(match[0], tenths)
            high = values[1] if len(values) > 1 else None
            yield Found(*match.span(), values[:1], high)


def _is_word(text: str, match: re.Match[str], tenths: bool) -> bool:
    """Whether a run is no number but a word, a part of one, or vague."""
    run = match[0]
    if _NOT_BEFORE.search(text[max(0, match.start() - 2) : match.start()]):
        return True
    if _NOT_BEHIND.match(text, match.end()):
        return True
    if len(run) > 1 or run in "十拾":
        return False
    return (tenths and run in "百千佰仟") or run in _LARGE or not _COUNTED.match(text, match.end())


def _read(run: str, tenths: bool) -> tuple[float, ...]:
    """The value of a run, two for a range (两三, two or three), none where it is no number."""
    run = run.replace("廿", "二十").replace("卅", "三十")
    if all(character in _DIGITS for character in run) and len(run) > 2:
        return (float("".join(str(_DIGITS[character]) for character in run)),)
    pair = re.search(f"([{''.join(_DIGITS)}])([{''.join(_DIGITS)}])", run.replace("零", ""))
    if pair is not None and "零" not in run and "〇" not in run:
        low, high = _DIGITS[pair[1]], _DIGITS[pair[2]]
        ends = (run[: pair.start()] + one + run[pair.end() :] for one in pair.groups())
        values = tuple(value for end in ends for value in _read(end, tenths)[:1])
        return values if high == low + 1 and len(values) == 2 else ()
    value = _value(run, tenths)
    return () if value is None else (value,)


def _value(run: str, tenths: bool) -> float | None:
    """The value of a run: parts below 10,000, each before its larger unit."""
    total, last = 0.0, 10.0**16
    while run:
        at = next((i for i, character in enumerate(run) if character in _LARGE), len(run))
        size = float(_LARGE[run[at]]) if at < len(run) else 1.0
        part = _part(run[:at], last / 10 if total and size == 1 else 0, tenths)
        if part is None or size >= last or (not part and (size > 1 or total)):
            return None
        total, last, run = total + part * size, size, run[at + 1 :]
        while run[:1] in _LARGE and run:
            total, last, run = total * _LARGE[run[0]], last, run[1:]
    return total


def _part(run: str, tail: float, tenths: bool) -> float | None:
    """A number below 10,000; `tail` is what a digit alone counts."""
    read = _units(run, tenths)
    if read is None:
        return None
    total, digit, unit, skipped = read
    if digit is None:
        return total
    if tenths and not skipped and total and unit > 10:
        return total + digit * unit / 10
    if tenths and not skipped and not total and tail >= 1000:
        return digit * tail
    return total + digit


def _units(run: str, tenths: bool) -> tuple[float, int | None, int, bool] | None:
    """What a run says up to its last unit, the digit behind that, the unit, and whether 零 is."""
    total, digit, unit, skipped = 0.0, None, 10_000, False
    for character in run:
        size = _UNITS.get(character)
        if size is None:
            if digit is not None:
                return None
            value = _DIGITS[character]
            digit, skipped = (value if value or run == character else None), skipped or not value
        else:
            if size >= unit or (tenths and digit is None and size > 10) or digit == 0:
                return None
            total, unit, digit, skipped = total + (digit or 1) * size, size, None, False
    return total, digit, unit, skipped


def with_characters(text: str, digits: Digits) -> Found:
    """Digits with the characters that multiply them, and what follows: 3万, 3万5千."""
    size, end = 1.0, digits.end
    blank = re.compile(" ?")
    while not digits.name and digits.values:
        at = blank.match(text, end).end()  # type: ignore[union-attr]
        unit = _UNITS.get(text[at : at + 1]) or _LARGE.get(text[at : at + 1])
        if unit is None:
            break
        size, end = size * unit, at + 1
    values = tuple(round(value * size, 6) for value in digits.values)
    return Found(digits.start, end, values, name=digits.name, worded=False, scale=size)
