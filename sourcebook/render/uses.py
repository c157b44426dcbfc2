"""Every claim, statement and sentence that rests on a source."""

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.link import Link
from sourcebook.markdown import Cited
from sourcebook.models import Citation, Claim, Relation, Response, Role
from sourcebook.render.view import View


@dataclass(frozen=True, slots=True)
class Rest:
    """Something that rests on a source: where it stands, what it says, where it points.

    `form` is claim, role, relation, response, place or sentence.
    """

    record: str
    anchor: str
    form: str
    text: str
    at: str | None
    quote: str | None = None


def rests_on(view: View, source: str) -> tuple[Rest, ...]:
    """All that rests on a source, by record, claims before sentences."""
    found = (rest for link in view.back(source, "citations") for rest in _rest(view, link))
    return tuple(sorted(found, key=lambda rest: (rest.record, rest.form == "sentence")))


def _rest(view: View, link: Link) -> Iterator[Rest]:
    if isinstance(link.hole, Cited):
        parts = link.sentence.parts if link.sentence else ()
        prefix = "cite" if link.path == ("body",) else "cite-" + "-".join(map(str, link.path))
        locator = next((at for name, at in link.hole.items if name == link.target), None)
        anchor = f"{prefix}-{link.hole.number}"
        yield Rest(link.source, anchor, "sentence", view.sentence(parts), locator)
        return
    citation = view.holder(link, len(link.path) - 1)
    if isinstance(citation, Citation):
        form, anchor, text = _field(view, link)
        yield Rest(link.source, anchor, form, text, citation.at, citation.quote)


def _field(view: View, link: Link) -> tuple[str, str, str]:
    part = view.holder(link)
    if isinstance(part, Claim):
        who = " and ".join(view.record(by).label for by in part.by)
        label = view.graph.dataset.all_measures[part.measure].label
        return "claim", f"claim-{part.id}", f"{who}: {label.lower()}, {view.value(part)}"
    if isinstance(part, Role):
        return "role", "roles", f"{view.record(part.actor).label} as {view.words(part.role)}"
    if isinstance(part, Relation):
        words = f"{view.words(part.type)} {view.record(part.actor).label}"
        return "relation", "relations", words
    if isinstance(part, Response):
        return "response", "chain", f"in answer to {view.record(part.incident).label}"
    return "place", "place", "where it is"
