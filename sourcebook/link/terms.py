"""The words of lists resolved to terms, and the values of claims read as their measures ask."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic_core import PydanticCustomError

from sourcebook.link.marked_values import MarkedValue, marked_fields, marked_values
from sourcebook.load import FileLocation, LoadedDataset, LoadedRecord, RefusedRecord
from sourcebook.load.fields import field_name
from sourcebook.load.validation_messages import type_problem
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Absent, Claim, Dataset, RawValue, TermRef, Value, claims_of
from sourcebook.models.values import as_written, read_value
from sourcebook.problems import Problem, did_you_mean, quoted
from sourcebook.vocabulary import Measure, Term, Vocabulary

_NEAR = 0.75
"""How like a word of a closed list has to be to be offered."""
_NOTHING = Absent("not stated")
"""What a value that cannot be read is taken for, so that no rule finds more fault with it."""


@dataclass(frozen=True, slots=True)
class ResolvedTerms:
    """Records whose values have been read, and what is wrong with their words and values.

    `incomplete_ids` are those of records of which something could not be resolved.
    """

    records: tuple[LoadedRecord, ...]
    problems: tuple[Problem, ...]
    incomplete_ids: frozenset[str]


def resolve_terms(loaded: LoadedDataset, dataset: Dataset) -> ResolvedTerms:
    """Every word of a list and every value of the records that were loaded, and those refused."""
    resolver = _Resolver(dataset, certain=loaded.dataset is not None)
    records = tuple(map(resolver.record, loaded.records))
    for refused in loaded.refused:
        resolver.refused(refused)
    return ResolvedTerms(records, tuple(resolver.problems), frozenset(resolver.incomplete_ids))


class _Resolver:
    """Resolves one record after another.

    Without the dataset's description it is not certain which measures there are.
    """

    def __init__(self, dataset: Dataset, *, certain: bool) -> None:
        self.dataset, self.certain = dataset, certain
        self.measures = dataset.terms(Measure)
        self.problems: list[Problem] = []
        self.incomplete_ids: set[str] = set()
        self._written: dict[type[Term], frozenset[str]] = {}

    def record(self, loaded: LoadedRecord) -> LoadedRecord:
        """A record with its values read."""
        words = marked_values(loaded.record, TermRef)
        self._check_words(words, loaded.file_location, loaded.record.id)
        claims = claims_of(loaded.record)
        if not any(isinstance(claim.value, RawValue) for claim in claims):
            return loaded
        read = tuple(self._claim(loaded, number, claim) for number, claim in enumerate(claims))
        return replace(loaded, record=loaded.record.model_copy(update={"claims": read}))

    def refused(self, refused: RefusedRecord) -> None:
        """Report what is wrong with the words and values of a record that its class refused."""
        place = refused.file_location
        self._check_words(marked_fields(refused.kind, refused.fields, TermRef), place, "")
        for path, measure, value in _written_values(refused.fields):
            try:
                read_value(value, self.measures[measure])
            except PydanticCustomError as error:
                if self._is_known(measure):
                    self._add(place, path, _unreadable(error, path), "")

    def _claim(self, loaded: LoadedRecord, number: int, claim: Claim) -> Claim:
        try:
            return claim.read(self.measures[claim.measure])
        except PydanticCustomError as error:
            path, record_id = ("claims", number, "value"), loaded.record.id
            if self._is_known(claim.measure):
                self._add(loaded.file_location, path, _unreadable(error, path), record_id)
            self.incomplete_ids.add(record_id)
            return claim.model_copy(update={"value": _NOTHING})

    def _is_known(self, measure: str) -> bool:
        """Whether it is certain how the values of a measure are read."""
        return self.certain or measure in self.measures

    def _check_words(
        self, found: Iterable[MarkedValue], place: FileLocation, record_id: str
    ) -> None:
        for each in found:
            mark = each.mark
            if isinstance(mark, TermRef) and each.value not in self._words(mark.kind):
                self._unknown(each, self.dataset.terms(mark.kind), place, record_id)

    def _words(self, kind: type[Term]) -> frozenset[str]:
        """The words of a list that can be written."""
        if kind not in self._written:
            self._written[kind] = frozenset(self.dataset.terms(kind).written())
        return self._written[kind]

    def _unknown(
        self, found: MarkedValue, vocabulary: Vocabulary[Term], place: FileLocation, record_id: str
    ) -> None:
        if self.certain or not vocabulary.kind.declared:
            self._add(place, found.path, _unknown(found, vocabulary), record_id)
        else:
            self.incomplete_ids.add(record_id)

    def _add(
        self, place: FileLocation, path: ValuePath, wrong: tuple[str, str], record_id: str
    ) -> None:
        self.incomplete_ids.add(record_id)
        line = place.line(path)
        self.problems.append(
            Problem(place.display_path, line, *wrong, record_id=record_id, value_path=path)
        )


def _unreadable(error: PydanticCustomError, path: ValuePath) -> tuple[str, str]:
    return type_problem(error.type, error.message(), path)


def _unknown(found: MarkedValue, vocabulary: Vocabulary[Term]) -> tuple[str, str]:
    """What is wrong with a word that is no term, or is not written."""
    kind, written = vocabulary.kind, quoted(found.value)
    words = vocabulary.written()
    if kind.declared:
        declare = f"; declare it under {kind.declared} in dataset.yml"
        hint = did_you_mean(found.value, words) or declare
        return "SB114", f"unknown {kind.vocabulary} {written}{hint}"
    hint = did_you_mean(found.value, words, near=_NEAR) or f"; write one of: {', '.join(words)}"
    return "SB104", f"{written} is not a word for '{field_name(found.path)}'{hint}"


def _written_values(fields: Mapping[str, Any]) -> Iterator[tuple[ValuePath, str, RawValue]]:
    """The values of the claims of a record that its class refused, with their measures."""
    claims = fields.get("claims")
    for number, claim in enumerate(claims if isinstance(claims, list) else ()):
        measure = claim.get("measure") if isinstance(claim, dict) else None
        value = _written(claim.get("value")) if isinstance(measure, str) else None
        if isinstance(measure, str) and isinstance(value, RawValue):
            yield ("claims", number, "value"), measure, value


def _written(value: Any) -> Value | None:
    """A value as it is written; None where that was refused already."""
    try:
        return as_written(value)
    except PydanticCustomError:
        return None
