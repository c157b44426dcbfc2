"""The quotations in the prose of records, and the sources in which each is looked up.

These are what is cited nearest to it: for its sentence, its paragraph, or else for the citation,
claim or record that the text belongs to. The words of a source in another language are translated
in prose, and so are not looked up; in their own script they are.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import Prose, Sentence
from sourcebook.markdown.quotation_marks import MAY_QUOTE
from sourcebook.models import Citation, Claim, Episode, Record, Source
from sourcebook.quotes.prose_paragraphs import FACT
from sourcebook.quotes.quoted_prose import OddMark, QuotedProse, odd_marks, quoted_prose

_OWN_LANGUAGE = "en"
"""What the prose of records is written in: the words of other languages are translated in it."""
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_PLAIN = ("title", "summary")
"""Fields of words without citations, of every kind of record but sources: a title is that of a
work."""
_BEYOND = ("page",)
"""Kinds of records that speak of words rather than quote them, where they cite nothing."""


@dataclass(frozen=True, slots=True)
class FoundInProse:
    """A quotation in a text of a record, and the ids of the sources that it can be from.

    There are none where `lost` says why it cannot be looked up; or where it is a translation.
    `cited` is whether they are cited for it, and not for the record as a whole.
    """

    record_id: str
    path: ValuePath
    words: str
    line: int
    source_ids: tuple[str, ...]
    lost: str = ""
    cited: bool = True


@dataclass(eq=False)
class ProseQuotations:
    """Finds what the prose of a graph quotes."""

    graph: Graph

    def __iter__(self) -> Iterator[FoundInProse]:
        for record_id, path, prose in self._quoting():
            for one in quoted_prose(prose):
                yield from self._found(record_id, path, one)

    def odd_marks(self) -> Iterator[tuple[str, ValuePath, OddMark]]:
        """Each mark that makes no quotation, with the record and the field that it is in."""
        for record_id, path, prose in self._quoting():
            yield from ((record_id, path, mark) for mark in odd_marks(prose))

    def _quoting(self) -> Iterator[tuple[str, ValuePath, Prose]]:
        """The texts that may quote something."""
        for record_id, path in self.graph.quotation_paths:
            if path[-1] != "quote" and (record_id, path) in self.graph.prose:
                yield record_id, path, self.graph.prose[record_id, path]
        seen = set(self.graph.quotation_paths)
        for record in self.graph.records.values():
            for path, text in _plain_texts(record):
                if MAY_QUOTE.search(text) and (record.id, path) not in seen:
                    yield record.id, path, Prose(sentences=(Sentence(0, (text,), (0,)),))

    def _found(self, record_id: str, path: ValuePath, one: QuotedProse) -> Iterator[FoundInProse]:
        cited = [name for citation in one.citations for name, _ in citation.items]
        if one.is_block and not cited:
            lost = "" if self._kind(record_id) in _BEYOND else "this block quote cites nothing"
            if lost:
                yield FoundInProse(record_id, path, one.words, one.line, (), lost)
            return
        reach = self._sources(cited) or self._sources(self._cited_around(record_id, path))
        if not reach and (self._kind(record_id) in _BEYOND or cited):
            return
        names = tuple(one_id for one_id in reach if self._may_have(one_id, one.words))
        lost = "" if reach else "no source is cited with it"
        lost = "it holds a fact, which no source has" if FACT in one.words else lost
        if names or lost:
            ids = () if lost else names
            yield FoundInProse(record_id, path, one.words, one.line, ids, lost, bool(cited))

    def _kind(self, record_id: str) -> str:
        return self.graph.records[record_id].kind

    def _sources(self, record_ids: Iterable[str]) -> list[str]:
        records = self.graph.records
        return [one for one in dict.fromkeys(record_ids) if isinstance(records.get(one), Source)]

    def _may_have(self, source_id: str, words: str) -> bool:
        """Whether a source can have these words: they are of its language, or of its script."""
        source = self.graph.records[source_id]
        own = isinstance(source, Source) and source.language.partition("-")[0] == _OWN_LANGUAGE
        return own or not _LATIN.search(words)

    def _cited_around(self, record_id: str, path: ValuePath) -> Iterator[str]:
        """What the citation, claim or record cites that a text belongs to."""
        if isinstance(self.graph.records[record_id], Source):
            yield record_id
            return
        for depth in range(len(path) - 1, 0, -1):
            element = self.graph.element_at(record_id, path[:depth])
            if isinstance(element, Citation):
                yield element.source
                return
            cites = getattr(element, "cites", ())
            if isinstance(element, Claim) or cites:
                yield from (citation.source for citation in cites)
                return
        yield from self._cited_by_record.get(record_id, ())

    @cached_property
    def _cited_by_record(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for source in self.graph.all_of(Source):
            for link in self.graph.backlinks_to(source.id, "citations"):
                found.setdefault(link.record_id, []).append(source.id)
        return found


def _plain_texts(record: Record) -> Iterator[tuple[ValuePath, str]]:
    if isinstance(record, Source):
        return
    for name in _PLAIN:
        text = getattr(record, name, None)
        if isinstance(text, str):
            yield (name,), text
    if isinstance(record, Episode):
        for number, question in enumerate(record.questions):
            yield ("questions", number, "ask"), question.ask
