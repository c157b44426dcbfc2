"""What is published as fact, and where in a record it comes from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.language import Language
from sourcebook.load.yaml import ValuePath
from sourcebook.models import When

BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a fact, and the value that they come from, `line` lines down in it if a text."""

    words: str
    path: ValuePath = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of a record under the name that it has there, as pieces; each may move alone."""

    record: str
    name: str
    pieces: tuple[Piece, ...]

    @property
    def key(self) -> str:
        """The fact's name in the dataset."""
        return f"{self.record}.{self.name}"

    @property
    def words(self) -> str:
        """All that it says."""
        return BETWEEN.join(piece.words for piece in self.pieces)


def told(record: str, name: str, pieces: Iterable[Piece]) -> Iterator[Told]:
    """The fact that some pieces make, unless nothing is said."""
    said = tuple(
        Piece(words, piece.path, piece.line)
        for piece in pieces
        if piece.words
        for words in " ".join(piece.words.split()).split(BETWEEN)
    )
    if said:
        yield Told(record, name, said)


def behind(language: Language, before: str, value: object) -> str:
    """A value in words, behind the words that tell what it is; empty where there is none."""
    if isinstance(value, tuple):
        value = ", ".join(value)
    words = language.date(value) if isinstance(value, When) else str(value or "")
    return f"{before} {words}".strip() if words else ""
