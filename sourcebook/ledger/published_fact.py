"""What is published as fact, and where in a record it comes from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from sourcebook.language import Language
from sourcebook.load.yaml import ValuePath
from sourcebook.models import When

SEPARATOR = "; "
_LONGEST = 400
"""A text of more characters is its beginning, and a digest of the whole."""
_SHOWN = 60
"""So many characters of it are shown, cut at a word."""


@dataclass(frozen=True, slots=True)
class FactPart:
    """Words of a fact, and the value that they come from, `line` lines down in it if a text."""

    text: str
    path: ValuePath = ()
    line_offset: int = 0


@dataclass(frozen=True, slots=True)
class PublishedFact:
    """A fact of a record under the name that it has there, as pieces; each may move alone.

    The one without a name says of what kind the record is. A `computed` one follows from facts that
    are stated, whatever it is.
    """

    record_id: str
    name: str
    parts: tuple[FactPart, ...]
    computed: bool = False

    @property
    def key(self) -> str:
        """The fact's name in the dataset."""
        return f"{self.record_id}.{self.name}" if self.name else self.record_id

    @property
    def texts(self) -> list[str]:
        """What it says, piece by piece."""
        return [piece.text for piece in self.parts]

    @property
    def text(self) -> str:
        """All that it says."""
        return SEPARATOR.join(self.texts)


def published_fact(
    record_id: str, name: str, parts: Iterable[FactPart], *, computed: bool = False
) -> Iterator[PublishedFact]:
    """The fact that some pieces make, unless nothing is said."""
    nonempty = tuple(
        FactPart(words, piece.path, piece.line_offset)
        for piece in parts
        if piece.text
        for words in " ".join(piece.text.split()).split(SEPARATOR)
    )
    if nonempty:
        yield PublishedFact(record_id, name, nonempty, computed)


def prefixed(language: Language, prefix: str, value: object) -> str:
    """A value in words, after a prefix that says what it is; empty where there is no value."""
    if isinstance(value, tuple):
        value = ", ".join(value)
    words = language.date(value) if isinstance(value, When) else str(value or "")
    return f"{prefix} {words}".strip() if words else ""


def words_of(text: str | None) -> str:
    """The words of a text, however it is broken into lines: all of them, where they are few.

    Of many it is the beginning, their number and eight digits of the SHA-256 of all, so that any
    other word moves it and a line stays one that can be read.
    """
    words = (text or "").split()
    whole = " ".join(words)
    if len(whole) <= _LONGEST:
        return whole
    digest = sha256(whole.encode()).hexdigest()[:8]
    return f"{whole[:_SHOWN].rpartition(' ')[0]} … ({len(words)} words, {digest})"
