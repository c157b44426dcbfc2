"""The record that is called so: `CENTCOM` and `US Central Command` for `centcom`."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from sourcebook.language import FOR_EDITORS
from sourcebook.models import Record
from sourcebook.models.named import NamedRecord

_MOST = 3
"""How many records a message offers."""


class CalledIds:
    """Answers `; did you mean 'x'?` for an id that is written as a name."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = records

    def __call__(self, written: str, kind: str | None) -> str:
        """The hint for the records of a kind (None: any) that have this id or name, or nothing."""
        found = [
            record.id
            for record in self._by_name.get(_folded(written), ())
            if kind in (None, record.kind)
        ]
        listed = FOR_EDITORS.join_list((f"'{name}'" for name in found[:_MOST]), "or")
        return f"; did you mean {listed}?" if found else ""

    @cached_property
    def _by_name(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self._records:
            for name in {_folded(each) for each in _names(record)} - {""}:
                found[name].append(record)
        return found


def _names(record: Record) -> tuple[str, ...]:
    if isinstance(record, NamedRecord):
        return (record.id, *record.names.values(), *record.variants)
    return (record.id,)


def _folded(name: str) -> str:
    """A name without what an id cannot hold: capitals, spaces, points."""
    return re.sub(r"[\W_]+", "", name).casefold().removeprefix("the")
