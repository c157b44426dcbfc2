"""What is not known, not said or not checked: gaps are content."""

from collections.abc import Iterator

from sourcebook.derive.matrix import Scope
from sourcebook.derive.origins import Origins, principal
from sourcebook.link import Graph
from sourcebook.models import Actor, Incident, Location, Record, Source
from sourcebook.quotes import CheckedQuotations
from sourcebook.vocabulary import Population


def gaps(
    graph: Graph,
    record: Record,
    scopes: tuple[Scope, ...],
    found: Origins,
    quotes: CheckedQuotations,
) -> Iterator[str]:
    """Each gap in what is known of a record, in a sentence."""
    if isinstance(record, Incident):
        yield from _incident(graph, record, scopes)
    if isinstance(record, Location):
        yield from _location(record)
    if isinstance(record, Actor):
        yield from _actor(graph, record)
    if isinstance(record, Incident) and not found.reports:
        yield "No source is cited for it."
    yield from _single(graph, scopes)
    yield from _sources(graph, found)
    yield from _quotations(record, quotes)


def _incident(graph: Graph, incident: Incident, scopes: tuple[Scope, ...]) -> Iterator[str]:
    if not any(scope.measure.harm for scope in scopes):
        yield "No claim about anyone killed or wounded was found."
    place = graph.records.get(incident.location)
    if isinstance(place, Location) and place.coordinates is None:
        yield f"No coordinates of {place.label} were found in any source that was read."
    start = incident.date.start
    if start is None or start.hour is None:
        yield "The hour is not known."
    yield from _unheard(graph, incident, scopes)


def _unheard(graph: Graph, incident: Incident, scopes: tuple[Scope, ...]) -> Iterator[str]:
    """Who is said to have taken part, but is not heard on it."""
    heard = {principal(graph, by) for scope in scopes for e in scope.claims for by in e.claim.by}
    heard |= {principal(graph, by) for role in incident.roles for by in role.by}
    unheard: dict[str, list[str]] = {}
    for role in incident.roles:
        actor = graph.records.get(role.actor)
        named = actor is not None and role.role in ("attacker", "target")
        if actor is not None and named and principal(graph, actor.id) not in heard:
            unheard.setdefault(role.role, []).append(actor.label)
    for role_name, labels in unheard.items():
        yield f"Not heard, though named as {role_name}: {'; '.join(labels)}."


def _actor(graph: Graph, actor: Actor) -> Iterator[str]:
    """An actor that is said to have attacked, and of which no word is on record."""
    accused = {
        link.record_id
        for link in graph.backlinks_to(actor.id, "roles")
        if graph.linking_element(link).role == "attacker"
    }
    if accused and not graph.backlinks_to(actor.id, "statements"):
        count = f"{len(accused):,} incident{'' if len(accused) == 1 else 's'}"
        yield f"Said to have attacked in {count}, and not heard itself on any."


def _location(place: Location) -> Iterator[str]:
    if place.coordinates is None:
        yield "Its coordinates were not found in any source that was read."
    elif place.rival_coordinates:
        yield "Sources place it at different points."


def _single(graph: Graph, scopes: tuple[Scope, ...]) -> Iterator[str]:
    """What depends on one origin alone, by origin."""
    points: dict[str, list[str]] = {}
    for scope in scopes:
        if scope.agreement == "single":
            for origin in scope.origins.origins[:1]:
                points.setdefault(origin, []).append(_point(graph, scope))
    for origin, labels in sorted(points.items()):
        who = graph.records.get(origin)
        if who is not None:
            yield f"On the word of one origin alone ({who.label}): {'; '.join(labels)}."


def _point(graph: Graph, scope: Scope) -> str:
    whom = graph.dataset.label(Population, scope.of)
    label = scope.measure.label[:1].lower() + scope.measure.label[1:]
    return f"{label}, {whom}" if whom else label


def _sources(graph: Graph, found: Origins) -> Iterator[str]:
    sources = [s for cited in found.reports if isinstance(s := graph.records.get(cited), Source)]
    partly = sum(source.read != "whole" for source in sources)
    if partly:
        yield f"{_of(partly, len(sources))} read only in part."
    bare = sum(source.archive is None for source in sources)
    if bare:
        yield f"{_of(bare, len(sources))} left without an archived copy on record."


def _quotations(record: Record, quotes: CheckedQuotations) -> Iterator[str]:
    """What is quoted in a record and was not found in a captured text."""
    if not quotes.verdicts:
        return
    stated = (
        item
        for field in ("claims", "roles", "responds_to", "relations")
        for item in getattr(record, field, ())
    )
    found = [
        one
        for item in stated
        for cite in item.cites
        if (one := quotes.of_citation(cite)) is not None
    ]
    unchecked = sum(not one.found for one in found)
    if unchecked:
        share = _of(unchecked, len(found), "quotation")
        yield f"{share} left unchecked: no captured text of the source is on record."


def _of(some: int, of: int, noun: str = "source") -> str:
    """So many of a kind, with the verb: "2 of its 3 sources were", "Its one source was"."""
    if of == 1:
        return f"Its one {noun} was"
    if some == of:
        return f"All of its {of} {noun}s were"
    return f"{some} of its {of} {noun}s {'was' if some == 1 else 'were'}"
