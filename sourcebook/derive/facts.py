"""The closed list of facts that prose can name: `{{record.fact}}`.

    name                          of any record
    date, day, weekday, month,    of an incident
      year, time, place, grade
    after.<incident>              how long after one that it answers an incident began
    start, end, days, month,      of an episode
      year, as-of, cut-off,
      incidents
    sources, publishers,          how many an incident or an episode has
      origins, claimants, claims
    published, day, weekday,      of a source
      month, year
    <role>.<actor>.claimants      how many say that an actor had a role in an incident
    near, apart                   of a location: from what it is near, and between rival points
    <relation>.<actor>            when the relation of an actor to another began
    <claim>                       the value of one claim, by its id
    <measure>                     what the current claims of its only scope say, as a range
    <measure>.<population>        the same where a measure has several scopes
    <measure>.<claimant>          what one claimant now says
    <measure>.answers             how many different answers that are no figures are given
    <claim>.count                 how many records a claim names
    <claim>.said, <claim>.as-of   when it was said, and as of when it holds
    <claim>.period                what its figure counts over
    <claim>.day, <claim>.weekday  of a date that is claimed

`dataset` stands for the dataset as a whole: {{dataset.incidents}} counts them, and
{{dataset.claims-vouched}} how many claims have a passage that was found in a captured text (see
`coverage`; likewise -unchecked, -without, claims-assessed, and figures, figures-vouched and so on);
{{dataset.grades}}, in a paragraph of its own, is the table of the rules: see `rulebook`.
"""

from collections.abc import Iterable, Iterator

from sourcebook.derive.counted_facts import answer_count, named_count
from sourcebook.derive.coverage import NOTHING_COVERED, Coverage, StateCounts
from sourcebook.derive.fact import DATASET, Fact
from sourcebook.derive.matrix import RANGE_VERSION, ClaimInScope, Scope
from sourcebook.derive.own_facts import Analyses, own_facts
from sourcebook.derive.rulebook import rulebook
from sourcebook.language import Language
from sourcebook.link import Graph
from sourcebook.models import KINDS, Record, When

__all__ = ["DATASET", "Fact", "dataset_facts", "record_facts"]


def record_facts(graph: Graph, record: Record, analyses: Analyses) -> dict[str, Fact]:
    """Every fact of a record by its name.

    What is true of the record itself comes before what is claimed of it, and its own claims before
    those of other records that cover it. A name that two claimed facts would share is none.
    """
    scopes = analyses[record.id].scopes
    claimed = [pair for scope in scopes for pair in _scope(graph, record.id, scope)]
    covering = [pair for scope in scopes for pair in _covering(graph, record.id, scope)]
    taken = {name for name, _ in claimed}
    found = {name: fact for name, fact in _clear(covering).items() if name not in taken}
    found |= _clear(claimed) | dict(own_facts(graph, record, analyses))
    return dict(sorted(found.items()))


def _clear(pairs: Iterable[tuple[str, Fact]]) -> dict[str, Fact]:
    """Facts by name, without the names under which several things are said."""
    found: dict[str, Fact] = {}
    shared: set[str] = set()
    for name, fact in pairs:
        if found.setdefault(name, fact).text != fact.text:
            shared.add(name)
    return {name: fact for name, fact in found.items() if name not in shared}


def dataset_facts(graph: Graph, covered: Coverage = NOTHING_COVERED) -> dict[str, Fact]:
    """How many there are of each kind, and of claims; and the rules that facts follow.

    How many are vouched for is the same in every checkout, whether it has the captures or not.
    """
    counts = {model.folder: len(graph.all_of(model)) for model in KINDS.values()}
    counts["claims"] = len(graph.claims())
    counts |= _covered("claims", covered.claims) | _covered("figures", covered.figures)
    counts |= {"figures": covered.figures.total, "claims-assessed": covered.assessed}
    words = ((name, graph.language.number(count)) for name, count in sorted(counts.items()))
    found = {name: Fact(text, DATASET, "", "counted") for name, text in words}
    return found | dict(rulebook(graph.dataset))


def _covered(what: str, counts: StateCounts) -> dict[str, int]:
    return {
        f"{what}-vouched": counts.vouched,
        f"{what}-unchecked": counts.never_checked,
        f"{what}-without": counts.without,
    }


def _scope(graph: Graph, record_id: str, scope: Scope) -> Iterator[tuple[str, Fact]]:
    whole = _whole(graph, record_id, scope)
    if whole is not None:
        yield scope.measure.id, whole
        if scope.of:
            yield f"{scope.measure.id}.{scope.of}", whole
        if scope.measure.kind != "figure":
            yield f"{scope.measure.id}.answers", answer_count(graph, record_id, scope)
    for entry in scope.claims:
        fact = _claimed(graph, record_id, entry)
        if entry.record_id == record_id:
            yield entry.claim.id, fact
            yield from _dated(graph.language, record_id, entry)
            yield from named_count(graph, record_id, entry)
        if entry.current:
            for claimant in entry.claim.by:
                yield f"{scope.measure.id}.{claimant}", fact


def _dated(language: Language, record_id: str, entry: ClaimInScope) -> Iterator[tuple[str, Fact]]:
    """The dates of a claim, each as `claim.date`."""
    claim = entry.claim
    dates = {"said": claim.said, "as-of": claim.as_of, "period": claim.period}
    words = {name: language.date(date) for name, date in dates.items() if date is not None}
    if isinstance(claim.value, When):
        words |= {"day": language.day(claim.value), "weekday": language.weekday(claim.value)}
    for name, text in words.items():
        if text:
            rule = f"{name.replace('-', ' ')}, of claim {claim.id}"
            yield f"{claim.id}.{name}", Fact(text, record_id, entry.anchor, rule)


def _covering(graph: Graph, record_id: str, scope: Scope) -> Iterator[tuple[str, Fact]]:
    for entry in scope.claims:
        if entry.record_id != record_id:
            yield entry.claim.id, _claimed(graph, record_id, entry)


def _claimed(graph: Graph, record_id: str, entry: ClaimInScope) -> Fact:
    words = graph.language.value(entry.claim.value, graph.label)
    return Fact(words, record_id, entry.anchor, f"claim {entry.claim.id}")


def _whole(graph: Graph, record_id: str, scope: Scope) -> Fact | None:
    """What a scope says in all: its range, or the value that all of its claims share."""
    current = (entry.claim.value for entry in scope.claims if entry.current)
    values = dict.fromkeys(graph.language.value(value, graph.label) for value in current)
    if scope.range is not None:
        count = sum(entry.has_value for entry in scope.claims)
        several = graph.language.count(count, "claim")
        rule = f"range over {several} of equal scope (range rule {RANGE_VERSION})"
        return Fact(scope.range.describe(graph.language), record_id, scope.anchor, rule)
    if not values:
        return None
    return Fact(" / ".join(values), record_id, scope.anchor, "every current position")
