"""The known id that was probably meant, found without comparing each with all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from sourcebook.problems import did_you_mean

_MOST = 50
_SHORT = 8


class NearestId:
    """Answers `; did you mean 'x'?` among many ids, by the three-letter pieces they share."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = sorted(ids)
        self._pieces: dict[str, list[int]] = {}

    def __call__(self, written: str) -> str:
        """The hint for an id that nobody has, or nothing."""
        shared: Counter[int] = Counter()
        for piece in _pieces(written):
            shared.update(self._index().get(piece, ()))
        near = sorted(shared, key=lambda number: (-shared[number], number))[:_MOST]
        hint = did_you_mean(written, [self._ids[number] for number in near])
        return hint or did_you_mean(written, self._short(len(written)))

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


def _pieces(name: str) -> Iterator[str]:
    padded = f" {name} "
    return (piece for piece in sorted({padded[i : i + 3] for i in range(len(padded) - 2)}))
