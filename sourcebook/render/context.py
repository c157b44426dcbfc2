"""What each kind of page shows beside its record: computed here, so that templates only show."""

from collections.abc import Iterable
from typing import Any

from sourcebook.derive.corrections import Change
from sourcebook.derive.timeline import timeline
from sourcebook.language import Language
from sourcebook.models import KINDS, Episode, Incident, Record
from sourcebook.models.when import parse
from sourcebook.pages import DATED, INDEXES, MOST_ROWS, year_of
from sourcebook.render.days import by_day
from sourcebook.render.episode import by_date, jumps, points
from sourcebook.render.facets import form
from sourcebook.render.fields import kinds_of_record
from sourcebook.render.view import View
from sourcebook.vocabulary import Measure

_NO_MONTH = "Month not known"


def home_context(view: View) -> dict[str, Any]:
    """The first page: the latest episode, and what is on record."""
    episodes = view.all_of(Episode)
    named = [e for e in episodes if e.id == view.dataset.latest_episode]
    newest = sorted(episodes, key=lambda e: e.as_of.earliest)[-1:]
    latest = next(iter(named or newest), None)
    about = view.find_record("about"), view.find_record("method")
    return {
        "latest": latest,
        "counts": _counts(view),
        "claims": view.claim_count(),
        "points": points(view, latest) if latest else (),
        "jumps": jumps(view, latest) if latest else (),
        "incidents": _incidents_of(view, latest),
        "others": [episode for episode in episodes if episode is not latest],
        "read_first": [record for record in about if record is not None],
    }


def _incidents_of(view: View, episode: Episode | None) -> list[Record]:
    """The incidents of the latest episode; where there is none, the latest incidents."""
    if episode is not None:
        return by_date(view.linking_records(episode.id, "incidents"))
    return by_date(view.all_of(Incident))[-10:]


def _counts(view: View) -> list[tuple[str, str, str, int]]:
    """Kind, title, url and number of records of each kind that has an index."""
    return [
        (kind.kind, title, f"{kind.folder}/index.html", len(view.all_of(kind)))
        for kind, title in INDEXES.items()
    ]


def index_context(view: View) -> dict[str, Any]:
    """An index, or a part of a long one: its rows, its parts, and its filter."""
    kind = view.page.subject.partition(" ")[0]
    rows = [view.record(row) for row in view.page.rows]
    dated = KINDS[kind] in DATED
    by_month = kind == Incident.kind and view.page.kind == "part"
    return {
        "form": form(view, KINDS[kind], rows or _led_to(view, kind), whole=bool(rows)),
        "kind": kind,
        "rows": by_date(rows) if dated else rows,
        "months": _months(view.language, rows) if by_month else (),
        "parts": [(title, view.page.root + url, n) for title, url, n in view.page.parts],
        "origins": lambda name: _origins(view, name),
    }


def _led_to(view: View, kind: str) -> list[Record]:
    """The incidents that a long index or a long year leads to; they can be loaded as data."""
    year = view.page.subject.partition(" ")[2]
    if kind != Incident.kind or not view.page.parts:
        return []
    return [each for each in view.all_of(Incident) if year in ("index", year_of(each))]


def _months(language: Language, records: Iterable[Record]) -> list[tuple[str, list[Record]]]:
    """Incidents by the month that each begins in; last those of which no month is known."""
    months: dict[str, list[Record]] = {}
    for record in by_date(records):
        if isinstance(record, Incident):
            months.setdefault(_month(language, record), []).append(record)
    return sorted(months.items(), key=lambda item: item[0] == _NO_MONTH)


def _month(language: Language, incident: Incident) -> str:
    start = incident.date.start
    if start is None:
        return ""
    if start.month is None:
        return _NO_MONTH
    return language.day(parse(incident.date.earliest.isoformat()[:7]))


def _origins(view: View, name: str) -> list[tuple[str, list[str]]]:
    """The publishers of the texts that a source goes back to, each with those texts."""
    texts: dict[str, list[str]] = {}
    for root in view.roots(name):
        texts.setdefault(view.publisher(root), []).append(root)
    return list(texts.items())


def timeline_context(view: View) -> dict[str, Any]:
    """The timeline: every event by day, where they are few enough for one page."""
    incidents = view.all_of(Incident)
    short = len(incidents) <= MOST_ROWS
    records = [*incidents, *view.all_of(Episode)] if short else []
    return {"days": by_day(timeline(records)), "short": short}


def data_context(view: View) -> dict[str, Any]:
    """The data page: the fields of every kind of record, and the measures."""
    dataset = view.dataset
    return {
        "counts": _counts(view),
        "claims": view.claim_count(),
        "kinds": kinds_of_record(),
        "measures": sorted(dataset.terms(Measure).values(), key=lambda measure: measure.id),
    }


def corrections_context(view: View) -> dict[str, Any]:
    """The latest changes by their form; `more` counts the claims that are left out."""
    found = view.corrections()
    forms: dict[str, list[Change]] = {"correction": [], "grade": [], "source": [], "claim": []}
    for change in found:
        forms[change.form].append(change)
    more = max(0, len(forms["claim"]) - MOST_ROWS)
    return forms | {"claim": forms["claim"][:MOST_ROWS], "more": more}


def briefings_context(view: View) -> dict[str, Any]:
    """The list of briefings, the newest first."""
    episodes = sorted(view.all_of(Episode), key=lambda e: (e.as_of.earliest, e.id), reverse=True)
    return {"episodes": episodes}


def redirect_context(view: View) -> dict[str, Any]:
    """Where a page has moved to."""
    return {"record": view.record(view.page.subject)}


def not_found_context(view: View) -> dict[str, Any]:
    """The ways on from a page that is not there."""
    return {"counts": _counts(view)}
