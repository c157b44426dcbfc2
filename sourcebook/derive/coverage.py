"""How much is vouched for: claims and figures by how far their passages were checked and read.

A claim is vouched for where words of one of its sources, quoted or sealed, were found in a captured
text: looked up by this run, or trusted as `quotes.lock` has it. What counts for a claim is the best
of its passages.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sourcebook.derive.analysis import RecordAnalysis
from sourcebook.link import Graph
from sourcebook.models import Absent, Citation, Claim, Record, claims_of
from sourcebook.quotes import CheckedQuotations, CheckState
from sourcebook.quotes.assessments import changed_parts, has_passage
from sourcebook.vocabulary import ClaimStatusTerm, Measure, Verdict, built_in

_BEST = (CheckState.LOOKED_UP, CheckState.TRUSTED, CheckState.NEVER_CHECKED)
MOST_NEEDY = 10
"""How many records are named of those that need passages most."""


@dataclass(frozen=True, slots=True)
class StateCounts:
    """Claims by their passages; `without` are those that have none."""

    looked_up: int = 0
    trusted: int = 0
    never_checked: int = 0
    without: int = 0

    @property
    def total(self) -> int:
        """How many there are."""
        return self.vouched + self.never_checked + self.without

    @property
    def vouched(self) -> int:
        """How many have a passage that was found in a captured text."""
        return self.looked_up + self.trusted

    @property
    def percent(self) -> int:
        """How many of a hundred are vouched for, rounded down; 0 where there is nothing."""
        return 100 * self.vouched // self.total if self.total else 0


@dataclass(frozen=True, slots=True)
class NeedyRecord:
    """A record with claims that nothing vouches for: how many, of harm, and disputed."""

    record_id: str
    claims: int
    harm: int
    disputed: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of some records is vouched for.

    `verdicts` counts claims by what a person found of their passages, by the id of the verdict;
    `needy` are the records that need passages most, the first the most.
    """

    claims: StateCounts = StateCounts()
    figures: StateCounts = StateCounts()
    verdicts: Mapping[str, int] = field(default_factory=dict)
    needy: tuple[NeedyRecord, ...] = ()

    @property
    def assessed(self) -> int:
        """How many claims have a passage that a person read under them, whatever was found."""
        return sum(self.verdicts.values())


NOTHING_COVERED = Coverage()
"""Where there are no claims."""


@dataclass(frozen=True, slots=True)
class _Covered:
    """A claim with the state of its best passage, None where it has none, and its verdict."""

    record_id: str
    state: CheckState | None
    figure: bool
    harm: bool
    disputed: bool
    verdict: str


def coverage(
    graph: Graph,
    analyses: Mapping[str, RecordAnalysis],
    quotes: CheckedQuotations,
    records: Iterable[Record] | None = None,
) -> Coverage:
    """How much of some records, or of all, is vouched for."""
    some = graph.records.values() if records is None else records
    found = [one for record in some for one in _of_record(graph, record, analyses, quotes)]
    verdicts = Counter(one.verdict for one in found if one.verdict)
    ordered = {each: verdicts[each] for each in graph.dataset.terms(Verdict) if verdicts[each]}
    return Coverage(
        _count(one.state for one in found),
        _count(one.state for one in found if one.figure),
        ordered,
        _needy(found),
    )


def standing_verdict(graph: Graph, claim: Claim, citation: Citation) -> Verdict | None:
    """The verdict on a passage as passage and claim are now; None where there is none."""
    if citation.assessed is None or not has_passage(citation) or changed_parts(claim, citation):
        return None
    return graph.dataset.terms(Verdict)[citation.assessed.verdict]


def _of_record(
    graph: Graph,
    record: Record,
    analyses: Mapping[str, RecordAnalysis],
    quotes: CheckedQuotations,
) -> Iterator[_Covered]:
    claims = claims_of(record)
    measures, disputed = graph.dataset.terms(Measure), set[str]()
    if claims:
        disputed = set(_disputed_ids(record.id, analyses.get(record.id)))
    for claim in claims:
        measure = measures[claim.measure]
        figure = measure.kind == "figure" and not _is_silent(claim)
        state, verdict = _best_state(claim, quotes), _best_verdict(graph, claim)
        yield _Covered(record.id, state, figure, measure.harm, claim.id in disputed, verdict)


def _is_silent(claim: Claim) -> bool:
    """Whether a claim gives no value, not even that there was nothing."""
    return isinstance(claim.value, Absent) and not claim.value.counts_as_zero


def _disputed_ids(record_id: str, analysis: RecordAnalysis | None) -> Iterator[str]:
    for scope in () if analysis is None else analysis.scopes:
        if built_in(ClaimStatusTerm)[scope.agreement].is_dispute:
            yield from (one.claim.id for one in scope.claims if one.record_id == record_id)


def _best_state(claim: Claim, quotes: CheckedQuotations) -> CheckState | None:
    passages = [one for one in claim.cites if has_passage(one)]
    found = {one.state for one in map(quotes.of_citation, passages) if one is not None}
    if passages and not found:
        return CheckState.NEVER_CHECKED
    return next((state for state in _BEST if state in found), None)


def _best_verdict(graph: Graph, claim: Claim) -> str:
    """The verdict that says most for a claim: the first of the list among those of its passages."""
    order = graph.dataset.terms(Verdict).order
    read = (standing_verdict(graph, claim, one) for one in claim.cites if one.assessed)
    return min((one.id for one in read if one is not None), key=order, default="")


def _count(states: Iterable[CheckState | None]) -> StateCounts:
    counted = Counter(states)
    return StateCounts(*(counted[state] for state in (*_BEST, None)))


def _needy(found: Iterable[_Covered]) -> tuple[NeedyRecord, ...]:
    """The records with most that nothing vouches for: disputed harm first, then harm, disputes."""
    bare: dict[str, list[_Covered]] = {}
    for one in found:
        if one.state not in (CheckState.LOOKED_UP, CheckState.TRUSTED):
            bare.setdefault(one.record_id, []).append(one)
    ranked = sorted(bare.items(), key=lambda item: (_need(item[1]), item[0]))
    return tuple(
        NeedyRecord(name, len(some), sum(o.harm for o in some), sum(o.disputed for o in some))
        for name, some in ranked[:MOST_NEEDY]
    )


def _need(some: list[_Covered]) -> tuple[int, ...]:
    both = sum(one.harm and one.disputed for one in some)
    return -both, -sum(one.harm for one in some), -sum(one.disputed for one in some), -len(some)
