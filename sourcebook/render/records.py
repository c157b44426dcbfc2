"""What the page of a record shows beside it: computed here, so that templates only show."""

from collections.abc import Iterable, Iterator
from typing import Any

from sourcebook.derive.matrix import RANGE_RULE
from sourcebook.link import Link
from sourcebook.models import Claim, Location, Record
from sourcebook.pages import date_of
from sourcebook.render.actor import relations, roles, said, speakers
from sourcebook.render.episode import briefing, by_date
from sourcebook.render.merged import shared, voices
from sourcebook.render.positions import glance
from sourcebook.render.uses import rests_on
from sourcebook.render.view import View

_MANY = 4
"""From this many scopes on a page says first, in short, how they stand."""


def record_context(view: View) -> dict[str, Any]:
    """What every record's page shows."""
    name = view.page.subject
    analysis = view.analysis(name)
    digests = [view.digest(name, scope) for scope in analysis.scopes]
    return {
        "record": view.record(name),
        "analysis": analysis,
        "glance": glance(digests) if len(digests) >= _MANY else (),
        "mentions": _mentions(view, name, ()),
        "place": view.file_location(name),
        "range_rule": RANGE_RULE,
    }


def incident_context(view: View) -> dict[str, Any]:
    """An incident: who is said to have done it, what answered it, how its voices merge."""
    name = view.page.subject
    context = record_context(view)
    links = view.backlinks_to(name, "answered_by")
    answers = [(view.record(link.record_id), view.linking_element(link)) for link in links]
    groups = view.summary(context["analysis"].origins.reports).shared
    of = _claims(view, view.backlinks_to(name, "named_in"))
    shown = {record.id for record, _ in (*of, *answers)} | {context["record"].episode}
    return context | {
        "said_of": of,
        "mentions": _mentions(view, name, shown),
        "attributions": view.attributions(name),
        "answered_by": sorted(answers, key=lambda pair: (date_of(pair[0]), pair[0].id)),
        "voices": voices(view, [context["record"]]),
        "shared": shared(view, groups),
    }


def actor_context(view: View) -> dict[str, Any]:
    """An actor: its relations, its part in incidents, what it said and what is said of it."""
    name, context = view.page.subject, record_context(view)
    of, own = _claims(view, view.backlinks_to(name, "named_in")), said(view, name)
    by_role = roles(view, name)
    shown = {record.id for record, _ in of} | {each.record.id for each in own}
    shown |= {incident.id for _, pairs in by_role for incident, _ in pairs}
    return context | {
        "relations": relations(view, context["record"]),
        "roles": by_role,
        "said": own,
        "said_of": of,
        "speakers": speakers(view, name),
        "published": by_date(view.linking_records(name, "published")),
        "mentions": _mentions(view, name, shown),
    }


def _claims(view: View, links: Iterable[Link]) -> list[tuple[Record, Claim]]:
    """The claims that hold links, with their records, each once, by record."""
    found = {
        (link.record_id, link.claim): (view.record(link.record_id), view.linking_element(link))
        for link in links
        if link.claim is not None and link.record_id != view.page.subject
    }
    return [found[key] for key in sorted(found)]


def _mentions(view: View, name: str, shown: Iterable[str | None]) -> list[Record]:
    """The records whose prose names this one, without those that the page shows anyway."""
    others = {link.record_id for link in view.backlinks_to(name, "mentions")} - {name, *shown}
    return [view.record(other) for other in sorted(others)]


def location_context(view: View) -> dict[str, Any]:
    """A location: what lies around it and what happened there."""
    name = view.page.subject
    here = by_date(view.linking_records(name, "incidents"))
    of = _claims(view, view.backlinks_to(name, "named_in"))
    shown = {record.id for record in here} | {record.id for record, _ in of}
    return record_context(view) | {
        "incidents": here,
        "contains": list(view.linking_records(name, "contains")),
        "nearby": list(view.linking_records(name, "nearby")),
        "above": list(above(view, name)),
        "said_of": of,
        "mentions": _mentions(view, name, shown),
    }


def above(view: View, name: str) -> Iterator[Record]:
    """What a location lies in, the nearest first."""
    seen = {name}
    record: Any = view.record(name)
    while isinstance(record, Location) and record.within and record.within not in seen:
        seen.add(record.within)
        record = view.record(record.within)
        yield record


def source_context(view: View) -> dict[str, Any]:
    """A source: what rests on it, what it goes back to and what goes back to it."""
    name = view.page.subject
    copies = [(link.record_id, "copy", None) for link in view.backlinks_to(name, "copies")]
    links = view.backlinks_to(name, "derivatives")
    later = [(k.record_id, view.linking_element(k).relation, k.path[1]) for k in links]
    rests = rests_on(view, name)
    shown = {other for other, *_ in (*copies, *later)} | {rest.record for rest in rests}
    return record_context(view) | {
        "rests": rests,
        "checks": _checks(view, name),
        "mentions": _mentions(view, name, shown),
        "roots": view.roots(name),
        "leads_to": sorted(copies) + sorted(later),
    }


def _checks(view: View, source: str) -> str:
    """How many of the quotations of a source were checked, in words; empty where there are none."""
    found = view.quotations_of(source)
    if not found:
        return ""
    checked = sum(one.found for one in found)
    told = {0: "none of them", len(found): "all of them" if checked > 1 else "it"}
    share = told.get(checked, f"{checked} of them")
    verb = "was" if checked < 2 else "were"
    what = "checked against it" if checked else "checked"
    return (
        f"{view.language.count(len(found), 'quotation')} of it on this site; {share} {verb} {what}"
    )


def episode_context(view: View) -> dict[str, Any]:
    """An episode: what all of its incidents add up to."""
    name, context = view.page.subject, record_context(view)
    shown = {link.record_id for link in view.backlinks_to(name, "incidents")}
    mentions = _mentions(view, name, shown)
    return context | briefing(view, context["record"]) | {"mentions": mentions}
