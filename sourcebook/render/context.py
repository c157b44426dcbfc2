"""What each kind of page shows beside its record: computed here, so that templates only show."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sourcebook.derive.matrix import RANGE_RULE, Scope
from sourcebook.derive.origins import parents, roots
from sourcebook.derive.summary import summarise
from sourcebook.derive.timeline import timeline
from sourcebook.models import Episode, Incident, Location, Record, Source
from sourcebook.pages import INDEXES, MOST_ROWS, date_of
from sourcebook.render.uses import rests_on
from sourcebook.render.view import View


def _record(view: View) -> dict[str, Any]:
    name = view.page.subject
    return {
        "record": view.record(name),
        "standing": view.standing(name),
        "file": view.graph.places[name].shown,
        "range_rule": RANGE_RULE,
    }


def _incident(view: View) -> dict[str, Any]:
    name = view.page.subject
    answers = [view.record(link.source) for link in view.back(name, "answered_by")]
    return _record(view) | {"answered_by": _by_date(answers)}


def _actor(view: View) -> dict[str, Any]:
    name = view.page.subject
    roles = [(view.record(link.source), view.holder(link)) for link in view.back(name, "roles")]
    statements = _claims(view, view.back(name, "statements"))
    related = [(view.record(link.source), view.holder(link)) for link in view.back(name, "related")]
    return _record(view) | {
        "roles": sorted(roles, key=lambda pair: (date_of(pair[0]), pair[0].id)),
        "statements": statements,
        "said_of": _claims(view, view.back(name, "named_in")),
        "related": sorted(related, key=lambda pair: (pair[1].type, pair[0].label)),
        "published": [view.record(link.source) for link in view.back(name, "published")],
        "mentions": _mentions(view, name),
    }


def _claims(view: View, links: Iterable[Any]) -> list[tuple[Record, Any]]:
    """The claims that hold links, with their records, each once, by date and record."""
    found = {
        (link.source, link.claim): (view.record(link.source), view.holder(link))
        for link in links
        if link.claim is not None
    }
    return sorted(found.values(), key=lambda pair: (date_of(pair[0]), pair[0].id, pair[1].id))


def _mentions(view: View, name: str) -> list[Record]:
    return [view.record(other) for other in sorted({k.source for k in view.back(name, "mentions")})]


def _location(view: View) -> dict[str, Any]:
    name = view.page.subject
    return _record(view) | {
        "incidents": _by_date(view.record(link.source) for link in view.back(name, "incidents")),
        "contains": [view.record(link.source) for link in view.back(name, "contains")],
        "nearby": [view.record(link.source) for link in view.back(name, "nearby")],
        "above": _above(view, name),
        "said_of": _claims(view, view.back(name, "named_in")),
        "mentions": _mentions(view, name),
    }


def _above(view: View, name: str) -> list[Record]:
    """What a location lies in, the largest first."""
    chain: list[Record] = []
    record: Any = view.record(name)
    while isinstance(record, Location) and record.within and record not in chain:
        record = view.record(record.within)
        chain.append(record)
    return chain[::-1]


def _source(view: View) -> dict[str, Any]:
    name = view.page.subject
    source = view.record(name)
    above = parents(source) if isinstance(source, Source) else ()
    below = [link for kind in ("copies", "derivatives") for link in view.back(name, kind)]
    return _record(view) | {
        "rests": rests_on(view, name),
        "roots": [root for root in roots(view.graph, name) if root != name],
        "goes_back": above,
        "leads_to": sorted({link.source for link in below}),
    }


def _episode(view: View) -> dict[str, Any]:
    return _record(view) | episode_context(view, view.page.subject)


def episode_context(view: View, name: str) -> dict[str, Any]:
    """What an episode adds up to: its incidents, timeline, contested points and sources."""
    incidents = _by_date(view.record(link.source) for link in view.back(name, "incidents"))
    everything = [*incidents, view.record(name)]
    cited = {source for record in everything for source in view.standing(record.id).origins.reports}
    return {
        "incidents": incidents,
        "events": timeline(everything),
        "summary": summarise(view.graph, cited),
        "sources": [view.record(source) for source in sorted(cited)],
        "scope_of": lambda fact: _scopes(view, fact),
    }


def _scopes(view: View, fact: str) -> tuple[str, list[Scope]]:
    """The record and the scopes that a fact's path names."""
    name, _, rest = fact.partition(".")
    measure, _, of = rest.partition(".")
    scopes = view.standing(name).scopes
    claimed = {p.claim.id: scope for scope in scopes for p in scope.positions}
    if rest in claimed:
        return name, [claimed[rest]]
    found = [s for s in scopes if s.measure.id == measure and (not of or s.of == of)]
    return name, found or [s for s in scopes if s.measure.id == measure]


def _by_date(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda record: (date_of(record), record.id))


def _home(view: View) -> dict[str, Any]:
    graph = view.graph
    episodes = graph.of(Episode)
    named = [e for e in episodes if e.id == graph.dataset.latest_episode]
    newest = sorted(episodes, key=lambda e: e.as_of.earliest)[-1:]
    latest = next(iter(named or newest), None)
    return {
        "latest": latest,
        "counts": _counts(view),
        "claims": len(graph.claims()),
        "context": episode_context(view, latest.id) if latest else {},
    }


def _counts(view: View) -> list[tuple[str, str, int]]:
    """Title, url and number of records of each kind that has an index."""
    return [
        (title, f"{view.page.root}{kind.folder}/index.html", len(view.graph.of(kind)))
        for kind, title in INDEXES.items()
    ]


def _index(view: View) -> dict[str, Any]:
    return {
        "kind": view.page.subject.partition(" ")[0],
        "rows": [view.record(row) for row in view.page.rows],
        "parts": [(title, view.page.root + url, n) for title, url, n in view.page.parts],
    }


def _timeline(view: View) -> dict[str, Any]:
    incidents = view.graph.of(Incident)
    short = len(incidents) <= MOST_ROWS
    records: list[Record] = [*incidents, *view.graph.of(Episode)] if short else []
    return {"events": timeline(records), "short": short}


def _data(view: View) -> dict[str, Any]:
    return {"counts": _counts(view), "claims": len(view.graph.claims())}


def _moved(view: View) -> dict[str, Any]:
    return {"record": view.record(view.page.subject)}


def _lost(view: View) -> dict[str, Any]:
    return {"counts": _counts(view)}


CONTEXTS: Mapping[str, Callable[[View], Mapping[str, Any]]] = {
    "home": _home,
    "incident": _incident,
    "actor": _actor,
    "location": _location,
    "source": _source,
    "episode": _episode,
    "page": _record,
    "index": _index,
    "part": _index,
    "timeline": _timeline,
    "data": _data,
    "redirect": _moved,
    "404": _lost,
}
"""By the kind of page."""
