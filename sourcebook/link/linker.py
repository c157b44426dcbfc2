"""Every reference of a record, in its fields and its prose, resolved or reported."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from sourcebook.link.graph import Link
from sourcebook.link.nearest import Nearest
from sourcebook.link.references import Found, found_in
from sourcebook.load import Entry, Place
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import Cited, Hole, Mention, Prose, Sentence, parse
from sourcebook.models import Markup, Model, Quoted, Ref
from sourcebook.problems import Problem, quoted

_BODY: ValuePath = ("body",)
_QUOTES = '“«"'


class Linker:
    """Resolves the references of one record after another; what leads nowhere is a problem."""

    def __init__(
        self, entries: dict[str, Entry], aliases: dict[str, str], unloadable_ids: frozenset[str]
    ) -> None:
        self.entries, self.aliases, self.unloadable_ids = entries, aliases, unloadable_ids
        self.nearest = {
            kind: Nearest(entry.record.id for entry in group)
            for kind, group in groupby(
                sorted(entries.values(), key=lambda entry: entry.record.kind),
                key=attrgetter("record.kind"),
            )
        }
        self.anything = Nearest(entries)
        self.quotation_paths: list[tuple[str, ValuePath]] = []
        self.prose: dict[tuple[str, ValuePath], Prose] = {}
        self.problems: list[Problem] = []

    def links(self, entry: Entry) -> Iterator[Link]:
        """Every link of a record, those of its prose last."""
        for found in found_in(entry.record):
            if isinstance(found.mark, Ref):
                yield from self._reference(entry, found, found.mark)
            elif isinstance(found.mark, Markup):
                yield from self._text(entry, found.path, found.value)
            elif isinstance(found.mark, Quoted):
                self.quotation_paths.append((entry.record.id, found.path))
        yield from self._text(entry, _BODY, entry.record.body)

    def check_references(self, model: Model, place: Place) -> None:
        """Report what something that is no record, such as the dataset itself, names in vain."""
        for found in found_in(model):
            if isinstance(found.mark, Ref):
                self._resolves(place, found, found.mark)

    def _reference(self, entry: Entry, found: Found, ref: Ref) -> Iterator[Link]:
        if self._resolves(entry.place, found, ref) and self._known(found.value, ref.kind):
            yield Link(entry.record.id, found.path, found.value, ref.reverse)

    def _resolves(self, place: Place, found: Found, ref: Ref) -> bool:
        wrong = self._wrong(found.value, ref.kind)
        if wrong is not None:
            self._problem(place, place.line(found.path), *wrong)
        return wrong is None

    def _known(self, name: str, kind: str | None) -> bool:
        target = self.entries.get(name)
        return target is not None and kind in (None, target.record.kind)

    def _wrong(self, name: str, kind: str | None) -> tuple[str, str] | None:
        """What is wrong with naming `name` where a record of `kind` (None: any) is wanted."""
        if name in self.unloadable_ids or self._known(name, kind):
            return None
        if name in self.entries:
            return "SB202", _wrong_kind(name, self.entries[name].record.kind, kind or "")
        if name in self.aliases:
            return "SB201", f"{quoted(name)} is an old id: write '{self.aliases[name]}'"
        nearest = self.anything if kind is None else self.nearest.get(kind, Nearest(()))
        hint = nearest(name) or ": no record has this id"
        return "SB201", f"unknown {kind or 'id'} {quoted(name)}{hint}"

    def _text(self, entry: Entry, path: ValuePath, text: str) -> Iterator[Link]:
        prose = parse(text, inline=path != _BODY)
        if any(mark in text for mark in _QUOTES):
            self.quotation_paths.append((entry.record.id, path))
        if prose.parts:
            self.prose[entry.record.id, path] = prose
        for problem in prose.problems:
            line = entry.place.text_line(path, problem.line)
            where = (entry.record.id, path)
            self._problem(entry.place, line, problem.code, problem.message, *where)
        sentences = {id(hole): sentence for sentence in prose.sentences for hole in sentence.parts}
        for hole in prose.holes:
            yield from self._hole(entry, path, hole, sentences.get(id(hole)))

    def _hole(
        self, entry: Entry, path: ValuePath, hole: Hole, sentence: Sentence | None
    ) -> Iterator[Link]:
        for name, kind, code, reverse in _names(hole):
            wrong = self._wrong(name, kind)
            if wrong is not None:
                line = entry.place.text_line(path, hole.line)
                self._problem(
                    entry.place, line, code if wrong[0] == "SB201" else wrong[0], wrong[1]
                )
            elif self._known(name, kind):
                yield Link(entry.record.id, path, name, reverse, hole, sentence)

    def _problem(
        self, place: Place, line: int, code: str, message: str,
        record: str = "", at: ValuePath = (),
    ) -> None:  # fmt: skip
        self.problems.append(Problem(place.shown, line, code, message, record=record, at=at))


def _wrong_kind(name: str, actual: str, wanted: str) -> str:
    return f"{quoted(name)} is {_a(actual)}, but {_a(wanted)} is wanted here"


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeio' else 'a'} {kind}"


def _names(hole: Hole) -> Iterator[tuple[str, str | None, str, str]]:
    """What a hole names: id, kind wanted, code of the problem where it is unknown, back-list."""
    if isinstance(hole, Mention) and hole.id:
        yield hole.id, None, "SB301", "mentions"
    elif isinstance(hole, Cited):
        for name, _ in hole.items:
            yield name, "source", "SB302", "citations"
