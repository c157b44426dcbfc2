"""What could be known on a day: sources by when they appeared, claims by when they were made."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sourcebook.models import (
    Claim,
    Correction,
    Episode,
    Excuse,
    Incident,
    Mark,
    Model,
    Record,
    Ref,
    Relation,
    Source,
    Stated,
    When,
)
from sourcebook.models.when import parse_date


def known_sources(records: Mapping[str, Record], day: date) -> frozenset[str]:
    """The sources that had appeared; a copy appeared with what it copies, if not earlier.

    A source without a date is not known to have appeared.
    """
    found = (record for record in records.values() if isinstance(record, Source))
    return frozenset(source.id for source in found if _appeared(records, source, day))


def _appeared(records: Mapping[str, Record], source: Source, day: date) -> bool:
    seen: set[str] = set()
    here: Record | None = source
    while isinstance(here, Source) and here.id not in seen:
        if here.last_changed is not None and is_over(here.last_changed, day):
            return True
        seen.add(here.id)
        here = records.get(here.copy_of or "")
    return False


def is_over(when: When, day: date) -> bool:
    """Whether a date surely lies on a day or before it, by its own calendar."""
    return when.end is not None and when.latest.date() <= day


def has_begun(when: When, day: date) -> bool:
    """Whether a date may have begun by a day."""
    return when.earliest.date() <= day


class KnownByDayPolicy:
    """Keeps what could be known on a day: references to what had happened and appeared."""

    def __init__(self, day: date, gone: frozenset[str]) -> None:
        self._day, self._gone = day, gone

    def keep_value(self, mark: Mark, value: str) -> bool:
        """Whether what is named was there."""
        return not (isinstance(mark, Ref) and value in self._gone)

    def rebuild(self, was: Model, now: Model) -> Model | None:
        """A claim made by then and carried by something; who states the rest, if anything does."""
        if isinstance(now, Claim) and isinstance(was, Claim):
            return self._claim(was, now)
        if isinstance(now, Stated) and not now.cites and not now.inferred:
            return _without_author(now)
        if isinstance(now, Correction | Excuse):
            return now if is_over(now.date, self._day) else None
        return _as_it_was(now, self._day)

    def _claim(self, was: Claim, now: Claim) -> Claim | None:
        later = now.said is not None and not is_over(now.said, self._day)
        return None if later or len(was.covers) > len(now.covers) else now


def _without_author(stated: Stated) -> Stated | None:
    """A relation of actors is kept, as an inference, whoever wrote it down later; a role is not."""
    if isinstance(stated, Relation):
        return stated.model_copy(update={"by": (), "inferred": True})
    return None


def _as_it_was(record: Model, day: date) -> Model:
    """A source before it was changed; an account that has not looked beyond the day."""
    if isinstance(record, Source) and record.status_date and not is_over(record.status_date, day):
        before = {"status": "live", "status_date": None, "status_note": None}
        return record.model_copy(update=before)
    if isinstance(record, Episode):
        late = {name for name in ("as_of", "cut_off") if not is_over(getattr(record, name), day)}
        return record.model_copy(update=dict.fromkeys(late, parse_date(day.isoformat())))
    return record


def unmentioned(records: Iterable[Record]) -> Iterator[str]:
    """The incidents that nobody reports, and the episodes of which no incident is left."""
    left = tuple(records)
    episodes = {record.episode for record in left if isinstance(record, Incident)}
    for record in left:
        untold = isinstance(record, Incident) and not record.claims and not record.roles
        if untold or (isinstance(record, Episode) and record.id not in episodes):
            yield record.id
