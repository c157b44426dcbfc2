"""The claim matrix: claims of equal scope side by side, and the range that they form."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import inf

from sourcebook.derive.origins import Origins, origins
from sourcebook.derive.values import compatible, figure_words, number, same
from sourcebook.link import Graph
from sourcebook.models import SILENT, Absent, Claim, Figure, Measure, Record, Wording

RANGE_RULE = (
    "from the lowest lower bound to the highest upper bound of the current claims of equal "
    "scope; “none” counts as 0; what is superseded, withdrawn, unknown, not stated or only put "
    "in words does not count"
)
RANGE_VERSION = "1"
"""Which rule it is; another way to form ranges is a new one."""


@dataclass(frozen=True, slots=True)
class Position:
    """One claim in a matrix: the record that holds it, how it stands, how it is sourced.

    `anchor` is its place on the page of the matrix, where a claim of another record, which covers
    this one too, may have the id of one of its own.
    """

    holder: str
    claim: Claim
    status: str
    replaced_by: str | None
    origins: Origins
    anchor: str

    @property
    def current(self) -> bool:
        """Whether its claimant still stands by it."""
        return self.status == "accepted"

    @property
    def speaks(self) -> bool:
        """Whether it gives a value that can be compared, and takes a stand on it."""
        value = self.claim.value
        stands = self.current and self.claim.stance not in SILENT
        return stands and not (isinstance(value, Absent) and value.text != "none")


@dataclass(frozen=True, slots=True)
class Range:
    """What the claims of a scope span; `high` is None where it is open above.

    `form` is that of a figure, where all claims give the same: "about 6" stays about.
    """

    low: float
    high: float | None
    form: str = "range"

    @property
    def words(self) -> str:
        """The range as a reader sees it; "at least 0" would say nothing in the form of a figure."""
        if self.high is None:
            return f"at least {number(self.low)}" if self.low else "none to an unstated number"
        form = self.form if self.low < self.high or self.form == "about" else "exact"
        return figure_words(Figure("", form, self.low, self.high))


@dataclass(frozen=True, slots=True)
class Scope:
    """All claims that answer one question: equal measure, population, incidents and period.

    `standing` is agreed, compatible, disputed, differing (in words, which no rule can weigh),
    single (one origin) or silent (no value). `origins` are those of all its current claims, and
    `voices` of those that give a value.
    """

    anchor: str
    measure: Measure
    of: str | None
    covers: tuple[str, ...]
    period: str | None
    positions: tuple[Position, ...]
    standing: str
    range: Range | None
    origins: Origins
    voices: Origins


def successors(graph: Graph) -> Mapping[str, str]:
    """Each claim that another replaces, and that one: both as `record.claim`."""
    found: dict[str, str] = {}
    for record, claim in graph.claims():
        if claim.supersedes is not None:
            whole = "." in claim.supersedes
            old = claim.supersedes if whole else f"{record.id}.{claim.supersedes}"
            found.setdefault(old, f"{record.id}.{claim.id}")
    return found


def matrix(graph: Graph, record: Record, replaced: Mapping[str, str]) -> tuple[Scope, ...]:
    """The scopes of a record: those of its own claims, and those of claims that cover it.

    `replaced` is what `successors` finds in the graph.
    """
    groups: dict[tuple[str, ...], list[Position]] = defaultdict(list)
    for holder, claim in _claims(graph, record):
        covers = tuple(sorted({holder, *claim.covers})) if claim.covers else (record.id,)
        key = (claim.measure, claim.of or "", str(claim.period or ""), *covers)
        groups[key].append(_position(graph, record.id, holder, claim, replaced))
    order = {name: index for index, name in enumerate(graph.dataset.all_measures)}
    keys = sorted(groups, key=lambda key: (order[key[0]], key[1:]))
    return tuple(_scope(graph, key, groups[key], number) for number, key in enumerate(keys, 1))


def _claims(graph: Graph, record: Record) -> Iterator[tuple[str, Claim]]:
    for claim in getattr(record, "claims", ()):
        yield record.id, claim
    covering = {(link.source, link.claim): link for link in graph.back(record.id, "covered_by")}
    for (holder, _), link in covering.items():
        if holder != record.id:
            yield holder, graph.holder(link)


def _position(
    graph: Graph, record: str, holder: str, claim: Claim, replaced: Mapping[str, str]
) -> Position:
    successor = replaced.get(f"{holder}.{claim.id}")
    status = "superseded" if successor and claim.status == "accepted" else claim.status
    found = origins(graph, [(claim.by, claim.cites)])
    anchor = f"claim-{claim.id}" if holder == record else f"claim-{holder}.{claim.id}"
    return Position(holder, claim, status, successor, found, anchor)


def _scope(graph: Graph, key: tuple[str, ...], positions: list[Position], number: int) -> Scope:
    measure, of, period, *covers = key
    known = graph.dataset.all_measures[measure]
    speaking = [position.claim for position in positions if position.speaks]
    voices = origins(graph, [(claim.by, claim.cites) for claim in speaking])
    current = [p for p in positions if p.current] or positions
    found = origins(graph, [(p.claim.by, p.claim.cites) for p in current])
    return Scope(
        anchor=f"scope-{number}-{measure}",
        measure=known,
        of=of or None,
        covers=tuple(covers),
        period=period or None,
        positions=tuple(sorted(positions, key=lambda p: (p.status, p.claim.by, p.claim.id))),
        standing=_standing(speaking, len(voices.origins), graph.dataset.time_zone),
        range=_range(speaking) if known.kind == "figure" else None,
        origins=found,
        voices=voices,
    )


def _standing(claims: list[Claim], count: int, zone: str) -> str:
    if not claims:
        return "silent"
    pairs = list(combinations(claims, 2))
    if all(same(*pair, zone) for pair in pairs):
        return "agreed" if count > 1 else "single"
    if any(isinstance(claim.value, Wording) for claim in claims):
        return "differing"
    return "compatible" if all(compatible(*pair, zone) for pair in pairs) else "disputed"


def _range(claims: list[Claim]) -> Range | None:
    if not any(isinstance(claim.value, Figure) for claim in claims):
        return None  # "none" beside no figure is a word, not a nought
    bounds = [bound for bound in map(_bounds, claims) if bound is not None]
    if not bounds:
        return None
    high = max(high for _, high in bounds)
    forms = {claim.value.form for claim in claims if isinstance(claim.value, Figure)} - {"words"}
    form = forms.pop() if len(set(bounds)) == len(forms) == 1 else "range"
    return Range(min(low for low, _ in bounds), None if high == inf else high, form)


def _bounds(claim: Claim) -> tuple[float, float] | None:
    value = claim.value
    if isinstance(value, Absent):
        return 0, 0
    if not isinstance(value, Figure) or value.form == "words":
        return None
    return value.low or 0, inf if value.high is None else value.high
