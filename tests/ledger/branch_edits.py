"""Edits of the small dataset as branches make them, by kind: each on a record of its own."""

from collections.abc import Callable
from pathlib import Path

Edit = Callable[[Path], None]

_SOURCE = """---
title: Log of {name}
publisher: Ember Watch
published: 2032-02-20
type: report
language: en
read: whole
---
"""
_INCIDENT = """---
title: The {name}
type: ied
date: 2032-02-19
location: test-village
location_precision: locality
claims:
  - {{id: killed, by: ember-watch, measure: killed, of: people, value: {value},
     cites: [{{source: {source}, at: row 1}}]}}
---
It came to {{{{{id}.killed}}}} killed [@{source}, row 1].
"""
_CLAIM = """  - id: impacted-later
    by: quellmark
    measure: impacted
    value: 5
    cites: [{source: marrow-2032-02-11, at: para 9}]
---
Rockets came"""


def changed(file: Path, *pairs: tuple[str, str]) -> None:
    """Texts of a file replaced, each of which has to be there."""
    text = file.read_text("utf-8")
    for old, new in pairs:
        assert old in text, (file.name, old)
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


def everywhere(content: Path, *pairs: tuple[str, str]) -> None:
    """Texts replaced in all records that have them."""
    for file in sorted(content.glob("*/*.md")):
        text = file.read_text("utf-8")
        for old, new in pairs:
            text = text.replace(old, new)
        file.write_text(text, "utf-8")


def replaced(name: str, *pairs: tuple[str, str]) -> Edit:
    """An edit of one file."""
    return lambda content: changed(content / name, *pairs)


def new_incident(record_id: str, value: str) -> Edit:
    """A new incident with a new source, which sorts right behind it."""

    def edit(content: Path) -> None:
        name, source = record_id.replace("-", " "), f"{record_id}-log"
        (content / f"sources/{source}.md").write_text(_SOURCE.format(name=name), "utf-8")
        incident = _INCIDENT.format(id=record_id, name=name, source=source, value=value)
        (content / f"incidents/{record_id}.md").write_text(incident, "utf-8")

    return edit


def new_source(content: Path) -> None:
    """A source beside the new incidents."""
    (content / "sources/village-flood-film.md").write_text(_SOURCE.format(name="a film"), "utf-8")


def renamed(content: Path) -> None:
    """An actor that many name, with an alias."""
    (content / "actors/dora-sample.md").rename(content / "actors/dora-simple.md")
    everywhere(content, ("dora-sample", "dora-simple"))
    changed(content / "actors/dora-simple.md", ("---\nnames", "---\naliases: [dora-sample]\nnames"))


def deleted(content: Path) -> None:
    """An incident that nothing names."""
    (content / "incidents/lost-patrol.md").unlink()


def merged(content: Path) -> None:
    """One of two sources that were the same one."""
    (content / "sources/brigade-leaflet.md").unlink()
    everywhere(content, ("source: brigade-leaflet, at: side", "source: brigade-post, at: side"))
    post = content / "sources/brigade-post.md"
    changed(post, ("read: whole", "read: whole\naliases: [brigade-leaflet]"))


def new_page(content: Path) -> None:
    """A page."""
    (content / "pages/team.md").write_text("---\ntitle: Team\n---\nWho writes this.\n", "utf-8")


EDITS: dict[str, Edit] = {
    "a new incident": new_incident("village-fire", "2"),
    "a new incident beside it": new_incident("village-flood", "3"),
    "a new source": new_source,
    "a new claim": replaced("incidents/testhaven-rockets.md", ("---\nRockets came", _CLAIM)),
    "a record renamed": renamed,
    "a record deleted": deleted,
    "two records merged": merged,
    "a place moved": replaced("locations/testhaven.md", ("lat: -48.5,", "lat: -48.25,")),
    "a title changed that many cite": replaced(
        "sources/ember-log-2032.md", ("title: Log of the year", "title: The log of the year")
    ),
    "a source retracted": replaced(
        "sources/marrow-2032-02-11.md",
        (
            "read: opening",
            "read: opening\nstatus: retracted\nstatus_date: 2032-04-03\nstatus_note: Taken back.",
        ),
    ),
    "a date moved": replaced("incidents/depot-nine-strike.md", ("T04:00~", "T05:00~")),
    "whom an actor speaks for": replaced(
        "actors/quellmark-command.md", ("type: part-of", "type: speaks-for")
    ),
    "a quotation added": replaced(
        "incidents/village-drone.md",
        ("at: item 2}]\n---", 'at: item 2, quote: "three goats"}]\n---'),
    ),
    "prose changed": replaced(
        "actors/ember-watch.md", ("incidents and more", "incidents, goats and more")
    ),
    "a page added": new_page,
    "an episode's text": replaced(
        "episodes/salt-month.md", ("goats above all", "goats and {{village-drone.goats}} cows")
    ),
    "a measure added": replaced(
        "dataset.yml", ("measures:\n", "measures:\n  carts: {label: Carts burnt, kind: figure}\n")
    ),
    "a correction": replaced(
        "incidents/salt-flat-clash.md",
        (
            "location: salt-flat",
            "corrections:\n  - {date: 2032-04-05, what: The day was wrong., by: A. Editor}\n"
            "location: salt-flat",
        ),
    ),
}
"""By what is edited: a change to a copy of the content."""
