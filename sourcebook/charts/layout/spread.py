"""Where the nodes of ordered layers stand from left to right: near to what they hang from."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sourcebook.charts.layout.grid import THROUGH, gap

_ROUNDS, _STRAIGHT = 4, 3
"""How often nodes are moved towards their neighbours, and then lines made straight."""
_STIFF = 8.0
"""How much more a line that goes through keeps its place than a node does."""

Near = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Row:
    """A layer: its places, how far each is at least from the first, and where that one may be.

    `weights` say how much each keeps to where it wants to be.
    """

    places: Sequence[str]
    offsets: Sequence[float]
    weights: Sequence[float]
    low: float
    high: float

    def placed(self, wanted: Sequence[float]) -> dict[str, float]:
        """Centres as near as can be to the wanted ones, in order, apart, and on the sheet."""
        squeeze, high = 1.0, self.high
        if high < self.low:  # more than the sheet holds: closer together than they ought to be
            room = max(self.offsets[-1] + high - self.low, 0.0)
            squeeze, high = room / (self.offsets[-1] or 1.0), self.low
        free = [want - offset for want, offset in zip(wanted, self.offsets, strict=True)]
        level = _rising(free, self.weights)
        return {
            place: min(max(value, self.low), high) + offset * squeeze
            for place, value, offset in zip(self.places, level, self.offsets, strict=True)
        }


def spread(
    layers: Sequence[Sequence[str]], wide: Mapping[str, float], near: tuple[Near, Near], room: float
) -> dict[str, float]:
    """The centre of each place between 0 and `room`; `near` are the neighbours above and below."""
    rows = [_row(layer, wide, room) for layer in layers if layer]
    x: dict[str, float] = {}
    for row in rows:
        x |= row.placed([room / 2 + offset - row.offsets[-1] / 2 for offset in row.offsets])
    for turn in range(_ROUNDS):
        down = turn % 2 == 0
        towards = near[0] if down else near[1]
        for row in rows if down else reversed(rows):
            x |= row.placed([_middle(place, x, (towards,)) for place in row.places])
    for _ in range(_STRAIGHT):
        trunks = _trunks(x)
        for row in rows:
            x |= row.placed([trunks(place) or _middle(place, x, near) for place in row.places])
    return _centred(_straight(rows, x, wide), wide, room)


def _straight(
    rows: Sequence[_Row], x: Mapping[str, float], wide: Mapping[str, float]
) -> dict[str, float]:
    """The same places, with each line that goes through upright where its neighbours let it."""
    found = dict(x)
    trunks: dict[str, list[tuple[_Row, int]]] = defaultdict(list)
    for row in rows:
        for number, place in enumerate(row.places):
            if place[:1] == THROUGH:
                trunks[_trunk(place)].append((row, number))
    for places in trunks.values():
        limits = [_limits(row, number, found, wide) for row, number in places]
        low, high = max(low for low, _ in limits), min(high for _, high in limits)
        names = [row.places[number] for row, number in places]
        mean = sum(found[name] for name in names) / len(names)
        if low <= high:
            found |= dict.fromkeys(names, min(max(mean, low), high))
    return found


def _limits(
    row: _Row, number: int, x: Mapping[str, float], wide: Mapping[str, float]
) -> tuple[float, float]:
    """How far a place can move between its neighbours in the layer."""
    own = row.places[number]
    low, high = row.low, row.high + row.offsets[-1]
    if number:
        left = row.places[number - 1]
        low = x[left] + (wide[left] + wide[own]) / 2 + gap(left, own)
    if number + 1 < len(row.places):
        right = row.places[number + 1]
        high = x[right] - (wide[right] + wide[own]) / 2 - gap(own, right)
    return low, high


def _centred(x: Mapping[str, float], wide: Mapping[str, float], room: float) -> dict[str, float]:
    """The same places in the middle of the sheet."""
    left = min((value - wide[place] / 2 for place, value in x.items()), default=0.0)
    right = max((value + wide[place] / 2 for place, value in x.items()), default=room)
    return {place: value + (room - left - right) / 2 for place, value in x.items()}


def _row(layer: Sequence[str], wide: Mapping[str, float], room: float) -> _Row:
    offsets = [0.0]
    for left, right in pairwise(layer):
        offsets.append(offsets[-1] + (wide[left] + wide[right]) / 2 + gap(left, right))
    weights = [_STIFF if place[:1] == THROUGH else 1.0 for place in layer]
    high = room - wide[layer[-1]] / 2 - offsets[-1]
    return _Row(layer, offsets, weights, wide[layer[0]] / 2, high)


def _middle(place: str, x: Mapping[str, float], near: Sequence[Near]) -> float:
    """The mean of a place's neighbours; its own where it has none."""
    others = [x[other] for towards in near for other in towards.get(place, ())]
    return sum(others) / len(others) if others else x[place]


def _trunks(x: Mapping[str, float]) -> Callable[[str], float | None]:
    """For each place that a line goes through, the mean of all those of that line."""
    found: dict[str, list[float]] = defaultdict(list)
    for place, value in x.items():
        if place[:1] == THROUGH:
            found[_trunk(place)].append(value)
    means = {trunk: sum(values) / len(values) for trunk, values in found.items()}
    return lambda place: means.get(_trunk(place)) if place[:1] == THROUGH else None


def _trunk(place: str) -> str:
    return place.rpartition(THROUGH)[0]


def _rising(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The rising sequence that is nearest by weighted least squares (pool adjacent violators)."""
    blocks: list[tuple[float, float, int]] = []
    for value, weight in zip(values, weights, strict=True):
        blocks.append((value, weight, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (one, m, i), (other, n, j) = blocks[-2:]
            blocks[-2:] = [((one * m + other * n) / (m + n), m + n, i + j)]
    return [mean for mean, _, count in blocks for _ in range(count)]
