"""The quotations of a text: between marks, over several paragraphs, or as a block that cites.

What it cites is what its sentence cites; or its paragraph; or a paragraph right behind that begins
with a citation or a dash, or right before that ends with a colon. A paragraph of a block that
begins with a dash says who is quoted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.markdown import Cited, Prose
from sourcebook.quotes.prose_paragraphs import Paragraph, paragraphs_of
from sourcebook.quotes.word_boundaries import UNSPACED

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 3
"""Fewer words between quotation marks may be a name, or a word held at arm's length."""
_CHARACTERS_A_WORD = 1.5
"""How many characters count as a word in scripts without spaces: five are enough."""


@dataclass(frozen=True, slots=True)
class QuotedProse:
    """Words that a text quotes, the line on which they begin, and the citations nearest to them."""

    words: str
    line: int
    citations: tuple[Cited, ...]
    is_block: bool = False


@dataclass(frozen=True, slots=True)
class OddMark:
    """A quotation mark that pairs with no other, or that no rule knows; and its line."""

    mark: str
    line: int
    known: bool


def is_long_enough(words: str) -> bool:
    """Whether so much between quotation marks is a quotation, and no name."""
    unspaced = len(UNSPACED.findall(words))
    spaced = len(_WORD.findall(UNSPACED.sub(" ", words)))
    return spaced + unspaced / _CHARACTERS_A_WORD >= _FEWEST_WORDS - 1e-9


def quoted_prose(prose: Prose) -> Iterator[QuotedProse]:
    """Each quotation of a text that is long enough to be one, in order."""
    paragraphs = paragraphs_of(prose)
    for number, paragraph in enumerate(paragraphs):
        found = (
            _in_block(paragraphs, number) if paragraph.block else _in_paragraph(paragraphs, number)
        )
        yield from (one for one in found if is_long_enough(one.words))


def odd_marks(prose: Prose) -> Iterator[OddMark]:
    """Each quotation mark of a text that makes no quotation of anything."""
    paragraphs = paragraphs_of(prose)
    for number, one in enumerate(paragraphs):
        for place in one.marks.unknown:
            yield OddMark(one.text[place], one.line_at(place), known=False)
        unpaired = [*one.marks.unpaired]
        if one.marks.open_at is not None and not _goes_on(paragraphs, number):
            unpaired.append(one.marks.open_at)
        for place in sorted(unpaired):
            yield OddMark(one.text[place], one.line_at(place), known=True)


def _in_paragraph(paragraphs: list[Paragraph], number: int) -> Iterator[QuotedProse]:
    here = paragraphs[number]
    for span in here.marks.spans:
        cited = here.citations_at(span.start, span.end) or _near(paragraphs, number)
        words = here.text[span.words_start : span.words_end].strip()
        yield QuotedProse(words, here.line_at(span.start), cited)
    start = here.marks.open_at
    if start is not None and _goes_on(paragraphs, number):
        cited = here.citations_at(start, len(here.text)) or _near(paragraphs, number)
        later = number
        while not cited and _goes_on(paragraphs, later):
            later += 1
            cited = paragraphs[later].citations
        yield QuotedProse(here.text[start + 1 :].strip(), here.line_at(start), cited)


def _in_block(paragraphs: list[Paragraph], number: int) -> Iterator[QuotedProse]:
    here, block = paragraphs[number], paragraphs[number].block
    inside = [n for n, one in enumerate(paragraphs) if one.block == block]
    cited = tuple(c for n in inside for c in paragraphs[n].citations)
    cited = cited or _near(paragraphs, inside[0]) or _near(paragraphs, inside[-1])
    if not cited:
        found = list(_in_paragraph(paragraphs, number))
        yield from found or [QuotedProse(here.text.strip(), here.line_at(0), (), is_block=True)]
    elif number == inside[0] or not here.begins_with_source():
        words, end = here.quoted_lines()
        yield QuotedProse(_without_marks(words, here, end), here.line_at(0), cited, is_block=True)


def _without_marks(words: str, here: Paragraph, end: int) -> str:
    """The words of a paragraph of a block, without marks around all of them."""
    for span in here.marks.spans:
        if not words[: span.start].strip() and not words[span.end : end].strip(" .,;:!?…"):
            return words[span.words_start : span.words_end].strip()
    opened = here.marks.open_at
    return (
        words[opened + 1 :] if opened is not None and not words[:opened].strip() else words
    ).strip()


def _near(paragraphs: list[Paragraph], number: int) -> tuple[Cited, ...]:
    """What is cited for all of a paragraph: in it, right behind it, or in what announces it."""
    here, more = paragraphs[number], paragraphs[number + 1 : number + 2]
    if here.citations:
        return here.citations
    if more and more[0].begins_with_source():
        return more[0].citations
    before = paragraphs[number - 1] if number else None
    return before.citations if before and before.text.rstrip().endswith(":") else ()


def _goes_on(paragraphs: list[Paragraph], number: int) -> bool:
    """Whether the next paragraph opens again the quotation that a paragraph leaves open."""
    here, more = paragraphs[number], paragraphs[number + 1 : number + 2]
    if not more or here.marks.open_at is None:
        return False
    return more[0].text.lstrip().startswith(here.text[here.marks.open_at])
