"""Every reference of a record, in its fields and its prose, resolved or reported."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from sourcebook.link.called_ids import CalledIds
from sourcebook.link.graph import Link
from sourcebook.link.marked_values import MarkedValue, marked_values
from sourcebook.link.nearest_id import NearestId
from sourcebook.load import FileLocation, LoadedRecord
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import Cited, Hole, Mention, Prose, Sentence, parse_plain, parse_prose
from sourcebook.markdown.quotation_marks import MAY_QUOTE
from sourcebook.models import Markup, Model, PlainMarkup, Quoted, Ref
from sourcebook.problems import Problem, quoted

_BODY: ValuePath = ("body",)


class Linker:
    """Resolves the references of one record after another; what leads nowhere is a problem."""

    def __init__(
        self,
        records: dict[str, LoadedRecord],
        aliases: dict[str, str],
        unloadable_ids: frozenset[str],
    ) -> None:
        self.records, self.aliases, self.unloadable_ids = records, aliases, unloadable_ids
        self.nearest_of_kind = {
            kind: NearestId(loaded.record.id for loaded in group)
            for kind, group in groupby(
                sorted(records.values(), key=lambda loaded: loaded.record.kind),
                key=attrgetter("record.kind"),
            )
        }
        self.nearest_of_all = NearestId(records)
        self.called = CalledIds([loaded.record for loaded in records.values()])
        self.quotation_paths: list[tuple[str, ValuePath]] = []
        self.bound_texts: dict[tuple[str, ValuePath], str] = {}
        self.prose: dict[tuple[str, ValuePath], Prose] = {}
        self.problems: list[Problem] = []

    def links(self, loaded: LoadedRecord) -> Iterator[Link]:
        """Every link of a record, those of its prose last."""
        for found in marked_values(loaded.record, Ref, Markup, PlainMarkup, Quoted):
            if isinstance(found.mark, Ref):
                yield from self._field_link(loaded, found, found.mark)
            elif isinstance(found.mark, Markup):
                yield from self._text_links(loaded, found.path, found.value)
            elif isinstance(found.mark, PlainMarkup):
                self._plain_text(loaded, found.path, found.value)
            elif isinstance(found.mark, Quoted):
                self.quotation_paths.append((loaded.record.id, found.path))
        yield from self._text_links(loaded, _BODY, loaded.record.body)

    def check_references(self, model: Model, file_location: FileLocation) -> None:
        """Report unknown references of a model that is no record, such as the dataset itself."""
        for found in marked_values(model, Ref):
            if isinstance(found.mark, Ref):
                self._resolves(file_location, found, found.mark)

    def _field_link(self, loaded: LoadedRecord, found: MarkedValue, ref: Ref) -> Iterator[Link]:
        if self._resolves(loaded.file_location, found, ref) and self._known(found.value, ref.kind):
            yield Link(loaded.record.id, found.path, found.value, ref.reverse)

    def _resolves(self, file_location: FileLocation, found: MarkedValue, ref: Ref) -> bool:
        wrong = self._problem_of(found.value, ref.kind)
        if wrong is not None:
            self._add_problem(file_location, file_location.line(found.path), *wrong)
        return wrong is None

    def _known(self, record_id: str, kind: str | None) -> bool:
        target = self.records.get(record_id)
        return target is not None and kind in (None, target.record.kind)

    def _exists(self, record_id: str, kind: str | None) -> bool:
        """Whether there is a record of this id, also one that cannot be read or had it before."""
        others = {"dataset", *self.aliases, *self.unloadable_ids} if kind is None else ()
        return self._known(record_id, kind) or record_id in others

    def _problem_of(self, record_id: str, kind: str | None) -> tuple[str, str] | None:
        """Code and message of what is wrong with an id where a `kind` (None: any) is wanted."""
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
        hint = self.called(record_id, kind) or nearest(record_id) or ": no record has this id"
        return "SB201", f"unknown {kind or 'id'} {quoted(record_id)}{hint}"

    def _text_links(self, loaded: LoadedRecord, path: ValuePath, text: str) -> Iterator[Link]:
        prose = parse_prose(text, inline=path != _BODY)
        if MAY_QUOTE.search(text):
            self.quotation_paths.append((loaded.record.id, path))
        self._keep_prose(loaded, path, prose)
        sentences = {id(hole): sentence for sentence in prose.sentences for hole in sentence.parts}
        for hole in prose.holes:
            yield from self._hole_links(loaded, path, hole, sentences.get(id(hole)))

    def _plain_text(self, loaded: LoadedRecord, path: ValuePath, text: str) -> None:
        """A title or summary; what names a record there is a fact, and checked as one."""
        prose = parse_plain(text)
        if prose.holds_more_than_words:
            self.bound_texts[loaded.record.id, path] = text
        self._keep_prose(loaded, path, prose)

    def _keep_prose(self, loaded: LoadedRecord, path: ValuePath, prose: Prose) -> None:
        if prose.parts:
            self.prose[loaded.record.id, path] = prose
        for problem in prose.problems:
            line = loaded.file_location.line_at_offset(path, problem.line)
            where = (loaded.record.id, path)
            self._add_problem(loaded.file_location, line, problem.code, problem.message, *where)
        for near in prose.near_references:
            if self._exists(near.id, near.kind):
                line = loaded.file_location.line_at_offset(path, near.line)
                message = near.message.replace("{written}", quoted(near.written))
                where = (loaded.record.id, path)
                self._add_problem(loaded.file_location, line, "SB309", message, *where)

    def _hole_links(
        self, loaded: LoadedRecord, path: ValuePath, hole: Hole, sentence: Sentence | None
    ) -> Iterator[Link]:
        for target in _targets(hole):
            wrong = self._problem_of(target.record_id, target.kind)
            if wrong is not None:
                code, message = wrong
                line = loaded.file_location.line_at_offset(path, hole.line)
                code = target.unknown_code if code == "SB201" else code
                self._add_problem(loaded.file_location, line, code, message)
            elif self._known(target.record_id, target.kind):
                yield Link(loaded.record.id, path, target.record_id, target.reverse, hole, sentence)

    def _add_problem(
        self, file_location: FileLocation, line: int, code: str, message: str,
        record_id: str = "", value_path: ValuePath = (),
    ) -> None:  # fmt: skip
        self.problems.append(
            Problem(
                file_location.display_path,
                line,
                code,
                message,
                record_id=record_id,
                value_path=value_path,
            )
        )


def _wrong_kind_message(record_id: str, actual: str, wanted: str) -> str:
    kind = _with_article(actual)
    return f"{quoted(record_id)} is {kind}, but {_with_article(wanted)} is wanted here"


def _with_article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeio' else 'a'} {kind}"


class _Target(NamedTuple):
    """What a hole names: an id, the kind wanted (None: any) and the list of its back-links.

    `unknown_code` is the rule that is broken where nothing has the id.
    """

    record_id: str
    kind: str | None
    unknown_code: str
    reverse: str


def _targets(hole: Hole) -> Iterator[_Target]:
    if isinstance(hole, Mention) and hole.id:
        yield _Target(hole.id, None, "SB301", "mentions")
    elif isinstance(hole, Cited):
        for source_id, _ in hole.items:
            yield _Target(source_id, "source", "SB302", "citations")
