"""What is not known, not said or not checked: gaps are content."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sourcebook.derive.attribution import Attribution
from sourcebook.derive.matrix import Scope
from sourcebook.derive.origins import Origins, principal
from sourcebook.language import Language
from sourcebook.link import Graph
from sourcebook.models import Absent, Actor, Incident, Location, Record, Source
from sourcebook.quotes import CheckedQuotations, holds_whole
from sourcebook.vocabulary import Reading, RoleType


@dataclass(frozen=True, slots=True)
class Evidence:
    """What gaps are looked for in: a graph, and what follows from it for one record.

    `accused_in` holds, by the id of an actor, the ids of the incidents that it is said to have
    attacked in.
    """

    graph: Graph
    scopes: tuple[Scope, ...]
    origins: Origins
    attributions: tuple[Attribution, ...]
    quotes: CheckedQuotations
    accused_in: Mapping[str, Collection[str]]


def gaps(found: Evidence, record: Record) -> Iterator[str]:
    """Each gap in what is known of a record, in a sentence."""
    if isinstance(record, Incident):
        yield from _incident(found, record)
    if isinstance(record, Location):
        yield from _location(record)
    if isinstance(record, Actor):
        yield from _actor(found, record)
    if isinstance(record, Incident) and not found.origins.reports:
        yield "No source is cited for it."
    yield from _single(found.graph, found.scopes)
    yield from _silences(found.graph, found.scopes)
    yield from _sources(found.graph, found.origins)
    yield from _quotations(found.graph.language, record, found.quotes)


def _incident(found: Evidence, incident: Incident) -> Iterator[str]:
    if not any(scope.measure.harm for scope in found.scopes):
        yield "No claim about anyone killed or wounded was found."
    place = found.graph.records.get(incident.location)
    if isinstance(place, Location) and place.coordinates is None:
        yield f"No coordinates of {place.label} were found in any source that was read."
    start = incident.date.start
    if start is None or start.hour is None:
        yield "The hour is not known."
    yield from _unheard(found, incident)


def _unheard(found: Evidence, incident: Incident) -> Iterator[str]:
    """Who is said to have taken part, but is not heard on it."""
    graph = found.graph
    heard = {by for scope in found.scopes for entry in scope.claims for by in entry.claim.by}
    heard |= {by for role in incident.roles for by in role.by}
    groups = {principal(graph, by) for by in heard}
    named = {
        role_type.label: [each.actor_id for each in found.attributions]
        if role_type.attacks
        else [role.actor for role in incident.roles if role.role == role_type.id]
        for role_type in graph.dataset.terms(RoleType).values()
        if role_type.should_be_heard
    }
    for role_name, actors in named.items():
        unheard = [actor_id for actor_id in actors if principal(graph, actor_id) not in groups]
        if unheard:
            labels = "; ".join(map(graph.label, unheard))
            yield f"Not heard, though named as {role_name}: {labels}."


def _actor(found: Evidence, actor: Actor) -> Iterator[str]:
    """An actor that is said to have attacked, and of which no word is on record."""
    accused = len(found.accused_in.get(actor.id, ()))
    if accused and not found.graph.backlinks_to(actor.id, "statements"):
        count = found.graph.language.count(accused, "incident")
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
        if scope.has_one_origin:
            for origin in scope.origins.origins[:1]:
                points.setdefault(origin, []).append(_point(graph, scope))
    for origin, labels in sorted(points.items()):
        who = graph.records.get(origin)
        if who is not None:
            yield f"On the word of one origin alone ({who.label}): {'; '.join(labels)}."


def _point(graph: Graph, scope: Scope) -> str:
    return graph.subject_in_sentence(scope.measure.id, scope.of)


def _silences(graph: Graph, scopes: tuple[Scope, ...]) -> Iterator[str]:
    """Silences that were looked for in no whole text, each source once."""
    silent = [
        (scope, citation.source)
        for scope in scopes
        for entry in scope.claims
        if isinstance(entry.claim.value, Absent) and not entry.claim.value.counts_as_zero
        for citation in entry.claim.cites
    ]
    for source_id in dict.fromkeys(source for _, source in silent):
        source = graph.records.get(source_id)
        if isinstance(source, Source) and not holds_whole(graph, source):
            points = dict.fromkeys(
                _point(graph, scope) for scope, one in silent if one == source_id
            )
            yield (
                f"{source.label} was not read whole: what it does not state may be in the rest "
                f"({'; '.join(points)})."
            )


def _sources(graph: Graph, found: Origins) -> Iterator[str]:
    sources = [s for cited in found.reports if isinstance(s := graph.records.get(cited), Source)]
    readings = graph.dataset.terms(Reading)
    partly = sum(not readings[source.read].is_whole for source in sources)
    if partly:
        yield f"{_of(graph.language, partly, len(sources))} read only in part."
    bare = sum(source.archive is None for source in sources)
    if bare:
        yield f"{_of(graph.language, bare, len(sources))} left without an archived copy on record."


def _quotations(language: Language, record: Record, quotes: CheckedQuotations) -> Iterator[str]:
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
        share = _of(language, unchecked, len(found), "quotation")
        yield f"{share} left unchecked: no captured text of the source is on record."


def _of(language: Language, some: int, of: int, noun: str = "source") -> str:
    """So many of a kind, with the verb: "2 of its 3 sources were", "Its one source was"."""
    if of == 1:
        return f"Its one {noun} was"
    if some == of:
        return f"All of its {language.count(of, noun)} were"
    verb = language.plural(some, "was", "were")
    return f"{language.number(some)} of its {language.count(of, noun)} {verb}"
