"""Every order of reading in which a text would be shown as it is seen."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, product
from math import prod

from sourcebook.capture.pdf.bidi import RIGHT, bidi_class, bidi_levels, shown_order

Order = tuple[int, ...]
Strongs = tuple[str, ...]
_MOST = 4096
"""More ways to read a part of a line are not tried."""


@lru_cache(maxsize=4096)
def shown_orders(
    shown: str, paragraph: int, before: Strongs, behind: Strongs
) -> tuple[tuple[Order, Order], ...]:
    """Every order in which a text may be read that is shown so, and the levels seen then."""
    pieces = [
        _piece_levels(shown, paragraph, start, end, before, behind)
        for start, end in _stretches(shown, paragraph)
    ]
    found = _confirmed(shown, paragraph, before, behind, pieces)
    if found:
        return found
    whole = [[(level,) for level in _choices(one, paragraph)] for one in shown]
    return _confirmed(shown, paragraph, before, behind, whole)


def _confirmed(
    shown: str, paragraph: int, before: Strongs, behind: Strongs, pieces: Sequence[Sequence[Order]]
) -> tuple[tuple[Order, Order], ...]:
    """The orders by levels of the pieces, such that the text is shown as it is seen."""
    if prod(map(len, pieces)) > _MOST:
        return ()
    levels = (tuple(chain.from_iterable(one)) for one in product(*pieces))
    orders = dict.fromkeys(tuple(shown_order(one)) for one in levels)
    tried = (
        (order, _shown_levels(shown, order, paragraph, product(before, behind))) for order in orders
    )
    return tuple((order, seen) for order, seen in tried if seen is not None)


def _stretches(shown: str, paragraph: int) -> list[tuple[int, int]]:
    """Where a text is cut: each letter of its own direction alone, and what is between."""
    own = ("R", "AL") if paragraph == RIGHT else ("L",)
    cuts: list[tuple[int, int]] = []
    for index, character in enumerate(shown):
        if bidi_class(character) in own or not cuts or cuts[-1][1] < 0:
            cuts.append((index, -1 if bidi_class(character) in own else index + 1))
        else:
            cuts[-1] = (cuts[-1][0], index + 1)
    return [(start, start + 1 if end < 0 else end) for start, end in cuts]


def _piece_levels(
    shown: str, paragraph: int, start: int, end: int, before: Strongs, behind: Strongs
) -> list[Order]:
    """The levels that a stretch can have beside its neighbours, given one for each character."""
    choices = [_choices(one, paragraph) for one in shown[start:end]]
    if prod(map(len, choices)) > _MOST:
        return []
    left, right = shown[max(0, start - 1) : start], shown[end : end + 1]
    if paragraph == RIGHT:
        around = [
            (one, two)
            for one in ((right,) if right else before)
            for two in ((left,) if left else behind)
        ]
    else:
        around = [
            (one, two)
            for one in ((left,) if left else before)
            for two in ((right,) if right else behind)
        ]
    piece = shown[start:end]
    return [
        levels
        for levels in product(*choices)
        if _shown_levels(piece, tuple(shown_order(levels)), paragraph, around) is not None
    ]


def _choices(character: str, paragraph: int) -> Order:
    """The levels that a character can have in a paragraph."""
    kind = bidi_class(character)
    if kind in ("R", "AL"):
        return (1,)
    if paragraph == RIGHT:
        return (2,) if kind in ("L", "EN", "AN") else (1, 2)
    return {"L": (0,), "AN": (2,), "EN": (0, 2)}.get(kind, (0, 1, 2))


def _shown_levels(
    shown: str, order: Order, paragraph: int, around: Iterable[tuple[str, str]]
) -> Order | None:
    """The levels of what is seen, if a text, read in an order, is shown so between neighbours."""
    text = "".join(shown[index] for index in order)
    for before, behind in around:
        levels = bidi_levels(f"{before}{text}{behind}", paragraph)
        levels = levels[len(before) : len(before) + len(text)]
        seen = shown_order(levels)
        if [order[index] for index in seen] == list(range(len(text))):
            return tuple(levels[index] for index in seen)
    return None
