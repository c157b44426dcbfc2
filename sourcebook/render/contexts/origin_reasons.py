"""Why two count as one: who speaks for whom, and how one text came out of another."""

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.derive.origins import parents
from sourcebook.models import Incident, Record, Source, When
from sourcebook.render.view import View
from sourcebook.vocabulary import DerivationType, RelationType

_FURTHER = "at second hand in"
"""How a text is listed that is derived from another through a third."""


@dataclass(frozen=True, slots=True)
class SharedText:
    """A text, and the sources that are derived from it by the way in which they are."""

    root: str
    published: When | None
    ways: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A principal, and each step by which the words of another count as its own."""

    principal: str
    ties: tuple[tuple[str, str, str], ...]


def shared_texts(
    view: View, groups: Iterable[tuple[str, tuple[str, ...]]]
) -> tuple[SharedText, ...]:
    """Texts with the sources that go back to each, by how they do."""
    return tuple(
        SharedText(root, view.record_of(Source, root).published, _ways(view, root, members))
        for root, members in groups
    )


def _ways(
    view: View, root: str, members: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = {}
    for member in members:
        if member != root:
            found.setdefault(_how(view, root, member), []).append(member)
    terms = view.dataset.terms(DerivationType)
    order = [*(term.inverse for term in terms.values()), _FURTHER]
    return tuple((way, tuple(found[way])) for way in order if way in found)


def _how(view: View, root: str, member: str) -> str:
    source = view.record(member)
    if not isinstance(source, Source) or root not in parents(source):
        return _FURTHER
    terms = view.dataset.terms(DerivationType)
    if source.copy_of == root:
        return terms.of_field("copy_of").inverse
    return next(terms[d.relation].inverse for d in source.derived_from if d.source == root)


def voices_of(view: View, records: Iterable[Record]) -> tuple[Voice, ...]:
    """The principals behind all that is said of records, where several speak for one."""
    said = {by for record in records for by in _speakers(view, record)}
    groups: dict[str, set[str]] = {}
    for by in said:
        groups.setdefault(view.principal(by), set()).add(by)
    return tuple(
        Voice(name, tuple(sorted({tie for by in group for tie in _ties(view, by)})))
        for name, group in sorted(groups.items())
        if len(group) > 1
    )


def _speakers(view: View, record: Record) -> set[str]:
    """Everyone who claims or states something on a record."""
    claimed = [p.claim.by for scope in view.analysis(record.id).scopes for p in scope.claims]
    if isinstance(record, Incident):
        claimed += [each.by for each in (*record.roles, *record.responds_to)]
    return {by for several in claimed for by in several}


def _ties(view: View, actor_id: str) -> Iterable[tuple[str, str, str]]:
    relations = view.dataset.terms(RelationType)
    return ((a, relations[how].label, b) for a, how, b in view.steps_to_principal(actor_id))
