"""What is published as fact, and where in a record it comes from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.language import Language
from sourcebook.load.yaml import ValuePath
from sourcebook.models import When

SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class FactPart:
    """Words of a fact, and the value that they come from, `line` lines down in it if a text."""

    text: str
    path: ValuePath = ()
    line_offset: int = 0


@dataclass(frozen=True, slots=True)
class PublishedFact:
    """A fact of a record under the name that it has there, as pieces; each may move alone."""

    record_id: str
    name: str
    parts: tuple[FactPart, ...]

    @property
    def key(self) -> str:
        """The fact's name in the dataset."""
        return f"{self.record_id}.{self.name}"

    @property
    def text(self) -> str:
        """All that it says."""
        return SEPARATOR.join(piece.text for piece in self.parts)


def published_fact(record_id: str, name: str, parts: Iterable[FactPart]) -> Iterator[PublishedFact]:
    """The fact that some pieces make, unless nothing is said."""
    nonempty = tuple(
        FactPart(words, piece.path, piece.line_offset)
        for piece in parts
        if piece.text
        for words in " ".join(piece.text.split()).split(SEPARATOR)
    )
    if nonempty:
        yield PublishedFact(record_id, name, nonempty)


def prefixed(language: Language, prefix: str, value: object) -> str:
    """A value in words, after a prefix that says what it is; empty where there is no value."""
    if isinstance(value, tuple):
        value = ", ".join(value)
    words = language.date(value) if isinstance(value, When) else str(value or "")
    return f"{prefix} {words}".strip() if words else ""
