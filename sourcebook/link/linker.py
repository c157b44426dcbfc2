"""Every reference of a record, in its fields and its prose, resolved or reported."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from sourcebook.link.graph import Link
from sourcebook.link.marked_values import MarkedValue, marked_values
from sourcebook.link.nearest_id import NearestId
from sourcebook.load import FileLocation, LoadedRecord
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import Cited, Hole, Mention, Prose, Sentence, parse
from sourcebook.models import Markup, Model, Quoted, Ref
from sourcebook.problems import Problem, quoted

_BODY: ValuePath = ("body",)
_QUOTES = '“«"'


class Linker:
    """Resolves the references of one record after another; what leads nowhere is a problem."""

    def __init__(
        self,
        entries: dict[str, LoadedRecord],
        aliases: dict[str, str],
        unloadable_ids: frozenset[str],
    ) -> None:
        self.records, self.aliases, self.unloadable_ids = entries, aliases, unloadable_ids
        self.nearest_of_kind = {
            kind: NearestId(entry.record.id for entry in group)
            for kind, group in groupby(
                sorted(entries.values(), key=lambda entry: entry.record.kind),
                key=attrgetter("record.kind"),
            )
        }
        self.nearest_of_all = NearestId(entries)
        self.quotation_paths: list[tuple[str, ValuePath]] = []
        self.prose: dict[tuple[str, ValuePath], Prose] = {}
        self.problems: list[Problem] = []

    def links(self, entry: LoadedRecord) -> Iterator[Link]:
        """Every link of a record, those of its prose last."""
        for found in marked_values(entry.record, Ref, Markup, Quoted):
            if isinstance(found.mark, Ref):
                yield from self._field_link(entry, found, found.mark)
            elif isinstance(found.mark, Markup):
                yield from self._text_links(entry, found.path, found.value)
            elif isinstance(found.mark, Quoted):
                self.quotation_paths.append((entry.record.id, found.path))
        yield from self._text_links(entry, _BODY, entry.record.body)

    def check_references(self, model: Model, place: FileLocation) -> None:
        """Report unknown references of a model that is no record, such as the dataset itself."""
        for found in marked_values(model, Ref):
            if isinstance(found.mark, Ref):
                self._resolves(place, found, found.mark)

    def _field_link(self, entry: LoadedRecord, found: MarkedValue, ref: Ref) -> Iterator[Link]:
        if self._resolves(entry.file_location, found, ref) and self._known(found.value, ref.kind):
            yield Link(entry.record.id, found.path, found.value, ref.reverse)

    def _resolves(self, place: FileLocation, found: MarkedValue, ref: Ref) -> bool:
        wrong = self._problem_of(found.value, ref.kind)
        if wrong is not None:
            self._add_problem(place, place.line(found.path), *wrong)
        return wrong is None

    def _known(self, record_id: str, kind: str | None) -> bool:
        target = self.records.get(record_id)
        return target is not None and kind in (None, target.record.kind)

    def _problem_of(self, record_id: str, kind: str | None) -> tuple[str, str] | None:
        """What is wrong with naming `name` where a record of `kind` (None: any) is wanted."""
        if record_id in self.unloadable_ids or self._known(record_id, kind):
            return None
        if record_id in self.records:
            return "SB202", _wrong_kind_message(
                record_id, self.records[record_id].record.kind, kind or ""
            )
        if record_id in self.aliases:
            return "SB201", f"{quoted(record_id)} is an old id: write '{self.aliases[record_id]}'"
        nearest = (
            self.nearest_of_all if kind is None else self.nearest_of_kind.get(kind, NearestId(()))
        )
        hint = nearest(record_id) or ": no record has this id"
        return "SB201", f"unknown {kind or 'id'} {quoted(record_id)}{hint}"

    def _text_links(self, entry: LoadedRecord, path: ValuePath, text: str) -> Iterator[Link]:
        prose = parse(text, inline=path != _BODY)
        if any(mark in text for mark in _QUOTES):
            self.quotation_paths.append((entry.record.id, path))
        if prose.parts:
            self.prose[entry.record.id, path] = prose
        for problem in prose.problems:
            line = entry.file_location.line_at_offset(path, problem.line)
            where = (entry.record.id, path)
            self._add_problem(entry.file_location, line, problem.code, problem.message, *where)
        sentences = {id(hole): sentence for sentence in prose.sentences for hole in sentence.parts}
        for hole in prose.holes:
            yield from self._hole_links(entry, path, hole, sentences.get(id(hole)))

    def _hole_links(
        self, entry: LoadedRecord, path: ValuePath, hole: Hole, sentence: Sentence | None
    ) -> Iterator[Link]:
        for name, kind, code, reverse in _targets(hole):
            wrong = self._problem_of(name, kind)
            if wrong is not None:
                line = entry.file_location.line_at_offset(path, hole.line)
                self._add_problem(
                    entry.file_location, line, code if wrong[0] == "SB201" else wrong[0], wrong[1]
                )
            elif self._known(name, kind):
                yield Link(entry.record.id, path, name, reverse, hole, sentence)

    def _add_problem(
        self, place: FileLocation, line: int, code: str, message: str,
        record_id: str = "", value_path: ValuePath = (),
    ) -> None:  # fmt: skip
        self.problems.append(
            Problem(
                place.display_path, line, code, message, record_id=record_id, value_path=value_path
            )
        )


def _wrong_kind_message(record_id: str, actual: str, wanted: str) -> str:
    kind = _with_article(actual)
    return f"{quoted(record_id)} is {kind}, but {_with_article(wanted)} is wanted here"


def _with_article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeio' else 'a'} {kind}"


def _targets(hole: Hole) -> Iterator[tuple[str, str | None, str, str]]:
    """What a hole names: id, kind wanted, code of the problem where it is unknown, back-list."""
    if isinstance(hole, Mention) and hole.id:
        yield hole.id, None, "SB301", "mentions"
    elif isinstance(hole, Cited):
        for name, _ in hole.items:
            yield name, "source", "SB302", "citations"
