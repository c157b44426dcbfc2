"""The known id that was probably meant, found without comparing each with all."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from sourcebook.language import FOR_EDITORS

_MOST = 50
_SHORT = 8
_NEAR = 0.6
"""The least likeness, from 0 to 1, that is worth a guess."""
_MONTHS = {FOR_EDITORS.month_name(number).lower(): number for number in range(1, 13)}


class NearestId:
    """Answers `; did you mean 'x'?` among many ids, by the three-letter pieces they share.

    Ids with other dates are those of other events and other texts, however like their letters are:
    they are never offered. Nor is one of several that differ in nothing but their dates.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = sorted(ids)
        self._pieces: dict[str, list[int]] = {}

    def __call__(self, written: str) -> str:
        """The hint for an id that nobody has, or nothing."""
        shared: Counter[int] = Counter()
        for piece in _pieces(written):
            shared.update(self._index().get(piece, ()))
        near = sorted(shared, key=lambda number: (-shared[number], number))[:_MOST]
        hint = _hint(written, [self._ids[number] for number in near])
        return hint or _hint(written, self._short(len(written)))

    def _short(self, length: int) -> list[str]:
        """Ids about as long as a short one, where two swapped letters leave no piece whole."""
        if length > _SHORT:
            return []
        return [name for name in self._ids if abs(len(name) - length) <= 1]

    def _index(self) -> dict[str, list[int]]:
        if not self._pieces:
            pieces = defaultdict(list)
            for number, name in enumerate(self._ids):
                for piece in _pieces(name):
                    pieces[piece].append(number)
            self._pieces = dict(pieces)
        return self._pieces


def _hint(written: str, known: Iterable[str]) -> str:
    dates = _dates(written)
    fitting = [name for name in sorted(known) if _dates(name)[: len(dates)] == dates]
    found = get_close_matches(written, fitting, n=2, cutoff=_NEAR)
    if len(found) > 1 and _letters(found[0]) == _letters(found[1]) and found[0] != written:
        return ""
    return f"; did you mean '{found[0]}'?" if found else ""


def _dates(name: str) -> list[int]:
    """The numbers and months of an id, in order."""
    return [
        int(step) if step.isdecimal() else _MONTHS[step]
        for step in re.split(r"[-_ .]", name.lower())
        if step.isdecimal() or step in _MONTHS
    ]


def _letters(name: str) -> list[str]:
    steps = name.lower().split("-")
    return [step for step in steps if not step.isdecimal() and step not in _MONTHS]


def _pieces(name: str) -> Iterator[str]:
    padded = f" {name} "
    return (piece for piece in sorted({padded[i : i + 3] for i in range(len(padded) - 2)}))
