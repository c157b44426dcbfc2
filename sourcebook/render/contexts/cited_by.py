"""Every claim, statement and sentence that cites a source."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from sourcebook.link import Link
from sourcebook.markdown import Cited
from sourcebook.models import Citation, Claim, Relation, Response, Role
from sourcebook.render.view import View

_BARE = "a citation without words of its own"


@dataclass(frozen=True, slots=True)
class CitingElement:
    """Something that cites a source: its record and anchor, what it says, where it points.

    `form` is claim, role, relation, response, place or sentence; `also` are the other records
    whose pages show it.
    """

    record_id: str
    anchor: str
    form: str
    text: str
    at: str | None
    citation: Citation | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citing:
    """What cites a source in one record: its claims and fields, then its sentences.

    `also` are the other records whose pages show these claims.
    """

    record_id: str
    claims: tuple[CitingElement, ...]
    sentences: tuple[CitingElement, ...]
    also: tuple[str, ...]


def citing_of(view: View, source_id: str) -> tuple[Citing, ...]:
    """All that cites a source, by record."""
    found = [
        each for link in view.backlinks_to(source_id, "citations") for each in _elements(view, link)
    ]
    found.sort(key=attrgetter("record_id"))
    groups = groupby(found, key=attrgetter("record_id"))
    return tuple(_citing(view, record_id, tuple(each)) for record_id, each in groups)


def _citing(view: View, record_id: str, elements: tuple[CitingElement, ...]) -> Citing:
    also = {other for each in elements for other in each.also} | {*view.episodes_showing(record_id)}
    return Citing(
        record_id,
        tuple(dict.fromkeys(each for each in elements if each.form != "sentence")),
        tuple(dict.fromkeys(each for each in elements if each.form == "sentence")),
        tuple(sorted(also - {record_id})),
    )


def _elements(view: View, link: Link) -> Iterator[CitingElement]:
    if isinstance(link.hole, Cited):
        parts = link.sentence.parts if link.sentence else ()
        prefix = "cite" if link.path == ("body",) else "cite-" + "-".join(map(str, link.path))
        locators = [at for name, at in link.hole.items if name == link.target_id]
        anchor, text = f"{prefix}-{link.hole.number}", view.sentence(parts).strip() or _BARE
        for at in dict.fromkeys(locators):
            yield CitingElement(link.record_id, anchor, "sentence", text, at)
        return
    citation = view.linking_element(link, len(link.path) - 1)
    if isinstance(citation, Citation):
        yield _field(view, link, citation)


def _field(view: View, link: Link, citation: Citation) -> CitingElement:
    part = view.linking_element(link)
    form, anchor, text = _part(view, part)
    if isinstance(part, Claim) and not view.claim_in_scope(link.record_id, part).current:
        text += f" ({view.claim_in_scope(link.record_id, part).status})"
    also = part.covers if isinstance(part, Claim) else ()
    return CitingElement(link.record_id, anchor, form, text, citation.at, citation, also)


def _part(view: View, part: object) -> tuple[str, str, str]:
    if isinstance(part, Claim):
        return "claim", f"claim-{part.id}", view.claim_sentence(part)
    if isinstance(part, Role):
        role = view.dataset.term_of(part, "role").label
        return "role", "roles", f"{view.record(part.actor).label} as {role}"
    if isinstance(part, Relation):
        words = f"{view.dataset.term_of(part, 'type').label} {view.record(part.actor).label}"
        return "relation", "relations", words
    if isinstance(part, Response):
        return "response", "chain", f"in answer to “{view.record(part.incident).label}”"
    return "place", "place", "where it lies"
