"""`facts --correct`: a correction in the record of each figure that moved since an edition."""

import json
import subprocess
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import click
from pydantic_core import PydanticCustomError

from sourcebook import site
from sourcebook.atomic_file import write_if_changed
from sourcebook.ledger import (
    EDITION_LOCK_NAME,
    MovedClaim,
    format_edition_lock,
    last_edition,
    moved_claims,
    next_edition,
    read_edition_lock,
    read_lock,
    with_correction,
    with_correction_in_row,
)
from sourcebook.link import Graph
from sourcebook.load import FileLocation
from sourcebook.load.yaml import YamlError, read_yaml
from sourcebook.models.when import parse_date

HOW_TO_CORRECT = '`python build.py facts --correct "why"` writes one'
NOTHING_MOVED = "no figure of the last edition moved without a correction: nothing is corrected"


def uncorrected(prepared: site.Prepared) -> tuple[MovedClaim, ...]:
    """The claims that say something else than in the last edition, without a correction."""
    lock, facts = read_edition_lock(prepared.content), read_lock(prepared.content)
    return tuple(moved_claims(prepared.graph, last_edition(prepared.graph, lock, facts)))


def write_edition(prepared: site.Prepared) -> bool:
    """Write what claims say in an edition when it begins; whether that was so.

    What is not corrected yet stays as it was: a new edition does not make it right.
    """
    dataset = prepared.graph.dataset
    if read_edition_lock(prepared.content).is_of(dataset):
        return False
    records = next_edition(prepared.graph, uncorrected(prepared))
    text = format_edition_lock(dataset, records)
    return write_if_changed(prepared.content / EDITION_LOCK_NAME, text.encode())


def signed_entry(why: str, by: str | None, day: str | None, content: Path) -> dict[str, str]:
    """What each correction says, by whom and when: `by` whoever git says commits here.

    Raises:
        click.UsageError: there is no reason, no name or no date in it.
    """
    if not why.strip() or not why.isprintable():
        raise click.UsageError("--correct wants the reason in words, on one line")
    _refuse_invisible("--correct", why)
    name = (by or _committer(content)).strip()
    if not name or not name.isprintable():
        raise click.UsageError("say by --by who corrects: a person's name, which readers see")
    _refuse_invisible("--by", name)
    try:
        when = str(parse_date(day)) if day else date.today().isoformat()
    except PydanticCustomError as error:
        raise click.UsageError(f"--date: {error.message()}") from None
    return {"date": when, "what": why.strip(), "by": name}


def _refuse_invisible(option: str, words: str) -> None:
    """What no record may hold is not written into one."""
    try:
        read_yaml(json.dumps(words, ensure_ascii=False))
    except YamlError as error:
        raise click.UsageError(f"{option}: {error}") from None


def _committer(content: Path) -> str:
    """The name with which git would sign a commit; empty without git or a name."""
    command = ["git", "-C", str(content), "config", "user.name"]
    try:
        done = subprocess.run(  # noqa: S603 - no word of it comes from a record
            command, capture_output=True, text=True, check=False
        )
        return done.stdout
    except OSError:
        return ""


def write_corrections(
    graph: Graph, moved: Iterable[MovedClaim], signed: dict[str, str], *, entry_error: bool
) -> Iterator[str]:
    """Write one into the record of each claim that moved; yields a line for each."""
    by_record = groupby(moved, key=attrgetter("record.id"))
    for record_id, some in by_record:
        place = graph.file_locations[record_id]
        for one in some:
            _add(place, signed | _about(one, entry_error=entry_error))
            now = f"now {one.now}" if one.claim else "gone"
            yield f"{place}: {record_id}.{one.claim_id}: corrected, was {one.was}, {now}"


def _about(moved: MovedClaim, *, entry_error: bool) -> dict[str, str]:
    entry = {"about": moved.claim_id, "was": moved.was}
    if moved.claim is not None:
        entry["now"] = moved.now
    return entry | ({"entry_error": "true"} if entry_error else {})


def _add(place: FileLocation, entry: dict[str, str]) -> None:
    text = place.file.read_bytes().decode()
    if place.table_line:
        lines = text.split("\n")
        lines[place.table_line - 1] = with_correction_in_row(lines[place.table_line - 1], entry)
        text = "\n".join(lines)
    else:
        text = with_correction(text, entry)
    write_if_changed(place.file, text.encode())
