"""The sentences of a dataset as a rule about words reads them.

A sentence is its words, with the label of each link in its place and a mark for each fact. What
is quoted, marked as a name, code, an address or a place in a text is not the editor's own words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from sourcebook.checks import lexicon
from sourcebook.checks.find_typed import blank_out, lower_case_words
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.markdown import Cited, FactUse, Hole, Mention, Part, Sentence, Verbatim
from sourcebook.markdown.quotation_marks import find_quotation_marks
from sourcebook.models import Record, Source
from sourcebook.problems import Problem

FACT = "\ufffc"
"""Stands for a fact in the words of a passage."""

_NOT_OWN = re.compile(
    r"https?://\S+|\bwww\.\S+"
    rf"|\b(?:{'|'.join(lexicon.PARTS_OF_TEXTS)})\s+\d+(?:\s*(?:,|and|or|to|–|-)\s*\d+)*",
    re.I,
)
_PLAIN = ("title", "summary", "ask")
"""Fields that hold words with facts and names, and without links and citations."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, its place, and whether it is `plain`: of a title, a summary or a question.

    `part_texts` are its parts as they are read, `text` all of them together, `tokens` its words
    in lower case, and `ends` says where in `text` each part ends.
    """

    record: Record
    path: ValuePath
    sentence: Sentence
    plain: bool
    part_texts: tuple[str, ...]
    text: str
    tokens: frozenset[str]
    ends: tuple[int, ...]

    @property
    def own_words(self) -> str:
        """What of it is in the editor's own words: as long, with a filler for all other."""
        spared = [(one.start, one.end) for one in find_quotation_marks(self.text).spans]
        spared += [match.span() for match in _NOT_OWN.finditer(self.text)]
        start = 0
        for part, text in zip(self.sentence.parts, self.part_texts, strict=True):
            if isinstance(part, Verbatim):
                spared.append((start, start + len(text)))
            start += len(text)
        return blank_out(self.text, spared) if spared else self.text

    @property
    def record_ids(self) -> tuple[str, ...]:
        """The records that it links to or states a fact of, in order."""
        holes = (part for part in self.sentence.parts if isinstance(part, Mention | FactUse))
        return tuple(dict.fromkeys(hole.id for hole in holes))

    @property
    def facts(self) -> tuple[FactUse, ...]:
        """The facts in it."""
        if FACT not in self.text:
            return ()
        return tuple(part for part in self.sentence.parts if isinstance(part, FactUse))

    def part_at(self, place: int) -> tuple[Part, int]:
        """The part in which a place of its words lies, and the line of that part."""
        index = min(bisect_right(self.ends, place), len(self.ends) - 1)
        return self.sentence.parts[index], self.sentence.lines[index]


def read_passage(record: Record, path: ValuePath, sentence: Sentence) -> Passage:
    """A sentence of a record as rules about words read it."""
    texts = tuple([part if isinstance(part, str) else _text(part) for part in sentence.parts])
    words, ends = "".join(texts), tuple(accumulate(map(len, texts)))
    return Passage(
        record, path, sentence, path[-1] in _PLAIN, texts, words,
        frozenset(lower_case_words(words)), ends,
    )  # fmt: skip


def _text(hole: Hole) -> str:
    if isinstance(hole, Cited):
        return ""
    return hole.label or FACT if isinstance(hole, Mention) else FACT


def editor_passages(graph: Graph) -> Iterator[Passage]:
    """Every sentence of the editor's own; what describes a source is left out: that is its text."""
    for (record_id, path), prose in graph.prose.items():
        record = graph.records[record_id]
        if not isinstance(record, Source):
            for sentence in (*prose.labels, *prose.sentences):
                yield read_passage(record, path, sentence)


def problem_in_passage(
    graph: Graph, where: Passage, place: int, code: str, message: str
) -> Problem:
    """A problem at a place of a passage's words, on its own line of the file."""
    record_id, path = where.record.id, where.path
    _, line = where.part_at(place)
    found = graph.problem(record_id, path, code, message, line)
    here = where.text[place : place + 40].split(FACT)[0]
    exact = graph.file_locations[record_id].line_of_text(path, line, here.split("\ufffd")[0][:20])
    return replace(found, line=exact)
