"""What a text says, once parsed: HTML with holes, its sentences and headings, its problems."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """`[[id|label]]`: a link to a record. Lines count from 0 at the first line of the text."""

    line: int
    id: str
    label: str | None


@dataclass(frozen=True, slots=True)
class Cited:
    """`[@source, locator; …]`: `items` are pairs of source and locator, in order.

    `number` counts the citations of one text from 1, so that each can be pointed to.
    """

    line: int
    number: int
    items: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class FactUse:
    """`{{id.fact}}`: a fact of a record; `alone` if it is a paragraph of its own.

    `words` are those of `{{id.fact|words}}`: they are shown in place of the fact, and say the same.
    """

    line: int
    id: str
    fact: str
    alone: bool = False
    words: str = ""

    def shown(self, text: str) -> str:
        """What is read in its place, where the fact itself is this text."""
        return self.words or text


class Verbatim(str):
    """Words of a sentence that state nothing of their own: a marked name, code, an address."""

    __slots__ = ()


Hole = Mention | Cited | FactUse
Part = str | Hole
Fill = Callable[[Hole], str]

_SPACE_BEFORE_STOP = re.compile(r"\s+(?=[.,;:!?…])")
"""What a citation leaves that stood before a full stop."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as plain text and holes, and the line on which it begins.

    `lines` gives the line of each part, from 0; no part of plain text goes over two lines.
    `paragraph` counts the paragraphs of a text from 0, `block` its block quotes from 1: 0 is none.
    """

    line: int
    parts: tuple[Part, ...]
    lines: tuple[int, ...] = ()
    paragraph: int = 0
    block: int = 0

    @property
    def citations(self) -> tuple[Cited, ...]:
        """The citations in it or after its full stop."""
        return tuple(part for part in self.parts if isinstance(part, Cited))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text: level 2 to 6, the id it has on the page, its words."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class TextProblem:
    """What is wrong with a text: line from 0, code of the rule, message."""

    line: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class NearReference:
    """What is nearly a reference to a record: its line, the id and kind (None: any), as written.

    `message` says what is wrong with it, if there is such a record; `{written}` stands for itself.
    """

    line: int
    id: str
    kind: str | None
    written: str
    message: str


@dataclass(frozen=True, slots=True)
class Address:
    """What a text names by its address: where a link leads or, `picture`, what is shown there."""

    line: int
    url: str
    picture: bool


@dataclass(frozen=True, slots=True)
class Prose:
    """A parsed text. `parts` is its HTML, with a hole wherever the dataset has a say.

    `labels` are texts over or beside others: headings, heads of columns, and what is said of a
    picture. `addresses` are those of links and pictures that lead to no other host.
    """

    parts: tuple[Part, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    headings: tuple[Heading, ...] = ()
    problems: tuple[TextProblem, ...] = ()
    labels: tuple[Sentence, ...] = ()
    addresses: tuple[Address, ...] = ()
    near_references: tuple[NearReference, ...] = ()

    @property
    def holes(self) -> tuple[Hole, ...]:
        """Every mention, citation and fact, in order."""
        return tuple(part for part in self.parts if not isinstance(part, str))

    @property
    def holds_more_than_words(self) -> bool:
        """Whether a fact is stated or a name marked in it."""
        parts = (part for sentence in self.sentences for part in sentence.parts)
        return any(isinstance(part, Verbatim) or not isinstance(part, str) for part in parts)

    def html(self, fill: Fill) -> str:
        """The text as HTML; `fill` gives the HTML of each hole, called in order."""
        return "".join(part if isinstance(part, str) else fill(part) for part in self.parts)


def plain_text(
    parts: Iterable[Part], link_text: Callable[[Mention], str], fact_text: Callable[[FactUse], str]
) -> str:
    """Parts of a text as they are read, without HTML and without citations."""

    def text_of(part: Part) -> str:
        if isinstance(part, Mention):
            return link_text(part)
        if isinstance(part, FactUse):
            return fact_text(part)
        return "" if isinstance(part, Cited) else part

    text = "".join(map(text_of, parts))
    return _SPACE_BEFORE_STOP.sub("", " ".join(text.split()))
