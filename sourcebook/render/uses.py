"""Every claim, statement and sentence that rests on a source."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from sourcebook.link import Link
from sourcebook.markdown import Cited
from sourcebook.models import Citation, Claim, Relation, Response, Role
from sourcebook.render.view import View
from sourcebook.render.words import RELATIONS

_BARE = "a citation without words of its own"


@dataclass(frozen=True, slots=True)
class Rest:
    """Something that rests on a source: where it stands, what it says, where it points.

    `form` is claim, role, relation, response, place or sentence; `also` are the other records
    whose pages show it.
    """

    record: str
    anchor: str
    form: str
    text: str
    at: str | None
    citation: Citation | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rests:
    """What rests on a source in one record: its claims and fields, then its sentences."""

    record: str
    claims: tuple[Rest, ...]
    sentences: tuple[Rest, ...]
    also: tuple[str, ...]


def rests_on(view: View, source: str) -> tuple[Rests, ...]:
    """All that rests on a source, by record."""
    found = [rest for link in view.backlinks_to(source, "citations") for rest in _rest(view, link)]
    found.sort(key=attrgetter("record"))
    groups = groupby(found, key=attrgetter("record"))
    return tuple(_group(view, name, tuple(rests)) for name, rests in groups)


def _group(view: View, name: str, rests: tuple[Rest, ...]) -> Rests:
    also = {other for rest in rests for other in rest.also} | {*view.episodes_showing(name)}
    return Rests(
        name,
        tuple(dict.fromkeys(rest for rest in rests if rest.form != "sentence")),
        tuple(dict.fromkeys(rest for rest in rests if rest.form == "sentence")),
        tuple(sorted(also - {name})),
    )


def _rest(view: View, link: Link) -> Iterator[Rest]:
    if isinstance(link.hole, Cited):
        parts = link.sentence.parts if link.sentence else ()
        prefix = "cite" if link.path == ("body",) else "cite-" + "-".join(map(str, link.path))
        locators = [at for name, at in link.hole.items if name == link.target_id]
        anchor, text = f"{prefix}-{link.hole.number}", view.sentence(parts).strip() or _BARE
        for at in dict.fromkeys(locators):
            yield Rest(link.record_id, anchor, "sentence", text, at)
        return
    citation = view.linking_element(link, len(link.path) - 1)
    if isinstance(citation, Citation):
        yield _field(view, link, citation)


def _field(view: View, link: Link, citation: Citation) -> Rest:
    part = view.linking_element(link)
    form, anchor, text = _part(view, part)
    if isinstance(part, Claim) and not view.claim_in_scope(link.record_id, part).current:
        text += f" ({view.claim_in_scope(link.record_id, part).status})"
    also = part.covers if isinstance(part, Claim) else ()
    return Rest(link.record_id, anchor, form, text, citation.at, citation, also)


def _part(view: View, part: object) -> tuple[str, str, str]:
    if isinstance(part, Claim):
        return "claim", f"claim-{part.id}", view.claim_sentence(part)
    if isinstance(part, Role):
        return "role", "roles", f"{view.record(part.actor).label} as {view.words(part.role)}"
    if isinstance(part, Relation):
        words = f"{RELATIONS[part.type][0]} {view.record(part.actor).label}"
        return "relation", "relations", words
    if isinstance(part, Response):
        return "response", "chain", f"in answer to “{view.record(part.incident).label}”"
    return "place", "place", "where it lies"
