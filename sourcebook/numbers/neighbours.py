"""What two numbers beside each other are: a range, one number said twice, or nothing to be read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sourcebook.numbers.found import Found

_TO = (
    "to till until through|à jusqu'à|a hasta|bis|até|إلى الى حتى|تا الی|ila|до|עד|بۆ|heta|से|至 到|"
    "から|ถึง|sampai hingga"
)
_OR = "or|ou|o u|oder|أو او|یا|veya yahut|или либо|або чи|או|یان|an yan|या|或|か|หรือ|atau"
"""What stands between two bounds, by language."""
_TO_PATTERN = "|".join(
    sorted(map(re.escape, re.split(r"[ |]", f"{_TO}|{_OR}")), key=len, reverse=True)
)
_DASHES = "[-\u2010-\u2015\u2212~\u301c\uff5e/]"
_RANGE = re.compile(rf"[-\u2010]?\s*(?:{_DASHES}|{_TO_PATTERN})\s*(?:ל-?)?", re.I)
_AND = re.compile(r"\s*(?:and|et|y|und|и|і|та|й|و|ו|û|ile|and)?\s*(?:ל-?)?", re.I)
_BETWEEN = re.compile(
    r"(?:between|entre|zwischen|между|між|ما بين|بین|بين|בין|نێوان|navbera|di navbera)\s+$", re.I
)
_RISEN = re.compile(
    r"(?:\b(?:rose|risen|rises|rising|climbed|increased|jumped|grew|went up|revised|raised|fell)\s"
    r"(?:\w+\s){0,3}from\s+$|\bpass\w+ de\s+$|\b(?:subió|aumentó|pasó) de\s+$"
    r"|(?:ارتفع|ارتفعت|زاد)[^.]{0,40}من\s+$|(?:вырос|увеличил|возрос)\w*\s(?:\w+\s){0,3}с\s+$)",
    re.I,
)
"""What makes of "from 3 to 5" no range but a number that was another before."""
_REACH = 12
_BLANK = re.compile(r"[\s\u200c\u2010\u2011-]+")


def settle(found: Sequence[Found], text: str) -> Iterator[Found]:
    """Numbers with their neighbours looked at: ranges made, what cannot be read emptied."""
    done: list[Found] = []
    for one in found:
        if done and (joined := _joined(done[-1], one, text)) is not None:
            done[-1:] = joined
        else:
            done.append(one)
    yield from done


def _joined(first: Found, second: Found, text: str) -> list[Found] | None:
    """The two as one range or number, or emptied; None where neither has to do with the other."""
    gap = text[first.end : second.start]
    if len(gap) > _REACH or first.name or second.name or first.high is not None:
        return None
    if not first.values or not second.values:
        return _both_unread(first, second) if _BLANK.fullmatch(gap) else None
    if _RANGE.fullmatch(gap) or (_AND.fullmatch(gap) and gap.strip() and _is_between(first, text)):
        rose = _RISEN.search(text[max(0, first.start - 60) : first.start])
        return [replace(first, values=()), second] if rose else _range(first, second)
    if _BLANK.fullmatch(gap) and first.worded and second.worded:
        return _side_by_side(first, second)
    return None


def _is_between(first: Found, text: str) -> bool:
    return bool(_BETWEEN.search(text[max(0, first.start - _REACH) : first.start]))


def _side_by_side(first: Found, second: Found) -> list[Found]:
    """Two numbers in words with only a blank between: iki üç, شخصين اثنين."""
    low, high = first.values[0], second.values[0]
    if low == high:
        return [replace(first, end=second.end, article=False)]
    if low + 1 == high and high < 100:
        return _range(first, second)
    return _both_unread(first, second)


def _both_unread(first: Found, second: Found) -> list[Found]:
    return [replace(first, values=()), replace(second, values=())]


def _range(first: Found, second: Found) -> list[Found]:
    """A range, for each way in which its bounds can be read; 2 to 3 million begins at 2 million."""
    ways = range(max(len(first.values), len(second.values)))
    return [_one_range(first, second, way) for way in ways]


def _one_range(first: Found, second: Found, way: int) -> Found:
    low, high = first.values[min(way, len(first.values) - 1)], second.high
    high = high or second.values[min(way, len(second.values) - 1)]
    if first.scale == 1 and second.scale > 1 and low * second.scale <= high:
        low *= second.scale
    low, high = min(low, high), max(low, high)
    return Found(
        first.start, second.end, (low,), high, first.approximate or second.approximate,
        worded=first.worded and second.worded,
    )  # fmt: skip
