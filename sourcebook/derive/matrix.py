"""The claim matrix: claims of equal scope side by side, and the range that they form."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import inf

from sourcebook.derive.origins import Origins, origins
from sourcebook.derive.values import compatible, same
from sourcebook.language import Language
from sourcebook.link import Graph
from sourcebook.models import (
    Absent,
    Agreement,
    Claim,
    ClaimStatus,
    Dataset,
    Figure,
    Record,
    Wording,
    claims_of,
)
from sourcebook.vocabulary import Measure, Stance

RANGE_RULE = (
    "from the lowest lower bound to the highest upper bound of the current claims of equal "
    "scope; “none” counts as 0; what is superseded, withdrawn, unknown, not stated or only put "
    "in words does not count"
)
RANGE_VERSION = "1"
"""Which rule it is; another way to form ranges is a new one."""


@dataclass(frozen=True, slots=True)
class ClaimInScope:
    """A claim in its scope: the record that it is written in, its status, its origins.

    `status` is accepted, superseded or withdrawn; `replaced_by` is `record.claim` of what
    supersedes it. `anchor` is its place on the page of the matrix: a claim of another record,
    which covers this one too, may have the id of one of its own. `stance` is the term of the
    claim's stance; where it has none, a term without flags.
    """

    record_id: str
    claim: Claim
    status: ClaimStatus
    replaced_by: str | None
    origins: Origins
    anchor: str
    stance: Stance

    @property
    def current(self) -> bool:
        """Whether its claimant still holds it: neither superseded nor withdrawn."""
        return self.status is ClaimStatus.ACCEPTED

    @property
    def has_value(self) -> bool:
        """Whether it is current and gives a value that can be compared."""
        value = self.claim.value
        stated = self.current and not self.stance.is_silent
        return stated and not (isinstance(value, Absent) and not value.counts_as_zero)


@dataclass(frozen=True, slots=True)
class Range:
    """What the claims of a scope span; `high` is None where it is open above.

    `form` is that of a figure, where all claims give the same: "about 6" stays about.
    """

    low: float
    high: float | None
    form: str = "range"

    def describe(self, language: Language) -> str:
        """The range as a reader sees it; "at least 0" would say nothing in the form of a figure."""
        if self.high is None:
            form = "at_least" if self.low else "open"
        else:
            form = self.form if self.low < self.high or self.form == "about" else "exact"
        return language.figure(Figure("", form, self.low, self.high))


@dataclass(frozen=True, slots=True)
class Scope:
    """All claims that answer one question: equal measure, population, incidents and period.

    `origins` are those of all its current claims, and `value_origins` of those that give a value.
    """

    anchor: str
    measure: Measure
    of: str | None
    covers: tuple[str, ...]
    period: str | None
    claims: tuple[ClaimInScope, ...]
    agreement: Agreement
    range: Range | None
    origins: Origins
    value_origins: Origins

    @property
    def has_one_origin(self) -> bool:
        """Whether all claims with a value have one origin and say the same."""
        return self.agreement is Agreement.SINGLE


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
    groups: dict[tuple[str, ...], list[ClaimInScope]] = defaultdict(list)
    for record_id, claim in _claims(graph, record):
        covers = tuple(sorted({record_id, *claim.covers})) if claim.covers else (record.id,)
        key = (claim.measure, claim.of or "", str(claim.period or ""), *covers)
        groups[key].append(_in_scope(graph, record.id, record_id, claim, replaced))
    order = graph.dataset.terms(Measure).order
    keys = sorted(groups, key=lambda key: (order(key[0]), key[1:]))
    return tuple(_scope(graph, key, groups[key], number) for number, key in enumerate(keys, 1))


def _claims(graph: Graph, record: Record) -> Iterator[tuple[str, Claim]]:
    for claim in claims_of(record):
        yield record.id, claim
    covering = {
        (link.record_id, link.claim): link for link in graph.backlinks_to(record.id, "covered_by")
    }
    for (record_id, _), link in covering.items():
        if record_id != record.id:
            yield record_id, graph.linking_element(link)


def _in_scope(
    graph: Graph, page_id: str, record_id: str, claim: Claim, replaced: Mapping[str, str]
) -> ClaimInScope:
    """A claim of a record, in the matrix of the same or of another that it covers."""
    successor = replaced.get(f"{record_id}.{claim.id}")
    accepted = claim.status is ClaimStatus.ACCEPTED
    status = ClaimStatus.SUPERSEDED if successor and accepted else claim.status
    found = origins(graph, [(claim.by, claim.cites)])
    anchor = f"claim-{claim.id}" if record_id == page_id else f"claim-{record_id}.{claim.id}"
    stance = graph.dataset.terms(Stance)[claim.stance or ""]
    return ClaimInScope(record_id, claim, status, successor, found, anchor, stance)


def _scope(graph: Graph, key: tuple[str, ...], claims: list[ClaimInScope], number: int) -> Scope:
    measure, of, period, *covers = key
    known = graph.dataset.terms(Measure)[measure]
    valued = [entry.claim for entry in claims if entry.has_value]
    value_origins = origins(graph, [(claim.by, claim.cites) for claim in valued])
    current = [p for p in claims if p.current] or claims
    found = origins(graph, [(p.claim.by, p.claim.cites) for p in current])
    return Scope(
        anchor=f"scope-{number}-{measure}",
        measure=known,
        of=of or None,
        covers=tuple(covers),
        period=period or None,
        claims=tuple(sorted(claims, key=lambda p: (p.status, p.claim.by, p.claim.id))),
        agreement=_agreement(valued, len(value_origins.origins), graph.dataset),
        range=_range(valued) if known.kind == "figure" else None,
        origins=found,
        value_origins=value_origins,
    )


def _agreement(claims: list[Claim], count: int, dataset: Dataset) -> Agreement:
    if not claims:
        return Agreement.SILENT
    pairs = list(combinations(claims, 2))
    if all(same(*pair, dataset) for pair in pairs):
        return Agreement.AGREED if count > 1 else Agreement.SINGLE
    if any(isinstance(claim.value, Wording) for claim in claims):
        return Agreement.DIFFERING
    agree = all(compatible(*pair, dataset) for pair in pairs)
    return Agreement.COMPATIBLE if agree else Agreement.DISPUTED


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
