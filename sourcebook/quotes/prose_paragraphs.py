"""A paragraph of prose as it is read: its words, what it cites, and its quotation marks."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby

from sourcebook.markdown import Cited, FactUse, Mention, Part, Prose, Sentence
from sourcebook.markdown.quotation_marks import QuotationMarks, find_quotation_marks

FACT = "\0"
"""Stands for a fact in what is quoted."""
_DASH = re.compile(r"\s*(?:[—–―]|--)")


@dataclass(eq=False)
class Paragraph:
    """A paragraph as it is read, where its sentences and their parts begin, and its marks."""

    sentences: tuple[Sentence, ...]

    def __post_init__(self) -> None:
        self.texts, self.places, self.lines, length = [], [], [], 0
        for number, sentence in enumerate(self.sentences):
            for part, line in zip(sentence.parts, sentence.lines, strict=True):
                self.places.append((length, number))
                self.lines.append(line)
                self.texts.append(_part_text(part))
                length += len(self.texts[-1])
            self.texts[-1] += " "
            length += 1
        self.text = "".join(self.texts)
        self.marks: QuotationMarks = find_quotation_marks(self.text)

    @property
    def citations(self) -> tuple[Cited, ...]:
        """What its sentences cite."""
        return tuple(cited for sentence in self.sentences for cited in sentence.citations)

    @property
    def block(self) -> int:
        """The number of the block quote that it is in; 0 is none."""
        return self.sentences[0].block

    def line_at(self, place: int) -> int:
        """The line of a place of its words."""
        return self.lines[self._part_at(place)]

    def citations_at(self, start: int, end: int) -> tuple[Cited, ...]:
        """What the sentences cite that lie at least in part between two places."""
        first, last = (self.places[self._part_at(place)][1] for place in (start, end - 1))
        return tuple(c for one in self.sentences[first : last + 1] for c in one.citations)

    def _part_at(self, place: int) -> int:
        return max(0, bisect_right(self.places, (place, len(self.sentences))) - 1)

    def begins_with_source(self) -> bool:
        """Whether it says whence what stands before it was taken."""
        first = self.sentences[0].parts[0]
        return isinstance(first, Cited) or _DASH.match(self.text) is not None

    def quoted_lines(self) -> tuple[str, int]:
        """Its words up to a line that begins with a dash, and where they end in it."""
        end = 0
        for text, (place, _), line in zip(self.texts, self.places, self.lines, strict=True):
            if line > self.lines[0] and _DASH.match(text) and self.line_at(place - 1) < line:
                break
            end = place + len(text)
        return self.text[:end], end


def _part_text(part: Part) -> str:
    """A part of a sentence as it is read."""
    if isinstance(part, str):
        return part
    if isinstance(part, Mention):
        return part.label or part.id
    return FACT if isinstance(part, FactUse) else ""


def paragraphs_of(prose: Prose) -> list[Paragraph]:
    """The paragraphs of a text, and then what is over or beside them."""
    found = []
    for sentences in (prose.sentences, prose.labels):
        for _, group in groupby(sentences, key=lambda one: (one.paragraph, one.block)):
            found.append(Paragraph(tuple(group)))
    return found
