"""The levels of the characters of a line, and the order in which they are shown.

After the Unicode Bidirectional Algorithm (Unicode Standard Annex 9), rules W1 to W7, N0 to N2, I1,
I2, L1 and L2. What a PDF shows has no explicit embeddings, overrides or isolates left, so the
rules X1 to X10 have nothing to do.
"""

import unicodedata
from collections.abc import Sequence

LEFT, RIGHT = 0, 1
"""The level of a paragraph that runs from left to right, or from right to left."""
OPENING = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "⁅": "⁆"}
"""The paired brackets (BidiBrackets.txt) that text has."""
_CLOSING = {close: opening for opening, close in OPENING.items()}
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "BN"))
_AS_RIGHT = frozenset(("R", "AL", "EN", "AN"))


def bidi_class(character: str) -> str:
    """The class of a character, such as L, R, AL, EN, AN; that of a neutral where it has none."""
    return unicodedata.bidirectional(character) or "ON"


def bidi_levels(text: Sequence[str], paragraph: int) -> list[int]:
    """The level of each character of a paragraph whose own level is given."""
    types = [bidi_class(character) for character in text]
    outer = "R" if paragraph == RIGHT else "L"
    _weak(types, outer)
    _brackets(text, types, outer)
    _neutral(types, outer)
    levels = [_level(kind, paragraph) for kind in types]
    for index in range(len(text) - 1, -1, -1):
        if bidi_class(text[index]) not in ("WS", "S", "B"):
            break
        levels[index] = paragraph
    return levels


def shown_order(levels: Sequence[int]) -> list[int]:
    """The places of the characters of a line from left to right (L2).

    Given the levels as they are seen from left to right it tells the order of reading: turning
    round what lies between lower levels undoes itself.
    """
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def _weak(types: list[str], outer: str) -> None:
    """W1 to W7."""
    before = strong = outer
    for index, kind in enumerate(types):
        if kind == "NSM":
            types[index] = before
        elif kind == "EN" and strong == "AL":
            types[index] = "AN"
        before = types[index]
        strong = before if before in ("L", "R", "AL") else strong
    types[:] = ["R" if kind == "AL" else kind for kind in types]
    for index in range(1, len(types) - 1):
        around = types[index - 1]
        same = around == types[index + 1]
        if same and (
            (around == "EN" and types[index] in ("ES", "CS"))
            or (around == "AN" and types[index] == "CS")
        ):
            types[index] = around
    _terminators(types)
    strong = outer
    for index, kind in enumerate(types):
        strong = kind if kind in ("L", "R") else strong
        if kind == "EN" and strong == "L":
            types[index] = "L"


def _terminators(types: list[str]) -> None:
    """W5 and W6: what stands beside a European number belongs to it, else it is neutral."""
    start = 0
    while start < len(types):
        end = start
        while end < len(types) and types[end] == "ET":
            end += 1
        if end > start and "EN" in (*types[max(0, start - 1) : start], *types[end : end + 1]):
            types[start:end] = ["EN"] * (end - start)
        start = end + 1
    types[:] = ["ON" if kind in ("ET", "ES", "CS") else kind for kind in types]


def _brackets(text: Sequence[str], types: list[str], outer: str) -> None:
    """N0: both of a pair take the direction of what is in it, or before it."""
    for start, end in _pairs(text, types):
        inside = {_direction(kind) for kind in types[start + 1 : end]} - {""}
        if outer in inside:
            types[start] = types[end] = outer
        elif inside:
            before = (_direction(kind) for kind in reversed(types[:start]))
            other = next((one for one in before if one), outer)
            types[start] = types[end] = other if other in inside else outer


def _pairs(text: Sequence[str], types: Sequence[str]) -> list[tuple[int, int]]:
    stack: list[tuple[str, int]] = []
    pairs = []
    for index, character in enumerate(text):
        if types[index] != "ON":
            continue
        if character in OPENING:
            stack.append((character, index))
        elif character in _CLOSING:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == _CLOSING[character]:
                    pairs.append((stack[depth][1], index))
                    del stack[depth:]
                    break
    return sorted(pairs)


def _direction(kind: str) -> str:
    return "R" if kind in _AS_RIGHT else "L" if kind == "L" else ""


def _neutral(types: list[str], outer: str) -> None:
    """N1 and N2."""
    start = 0
    while start < len(types):
        end = start
        while end < len(types) and types[end] in _NEUTRAL:
            end += 1
        before = _direction(types[start - 1]) if start else outer
        behind = _direction(types[end]) if end < len(types) else outer
        types[start:end] = [before if before == behind else outer] * (end - start)
        start = end + 1


def _level(kind: str, paragraph: int) -> int:
    """I1 and I2."""
    if paragraph == RIGHT:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)
