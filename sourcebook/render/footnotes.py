"""The notes of one page: numbered in order of first use, each knowing every place that cites it."""

from dataclasses import dataclass, field
from string import ascii_lowercase

from sourcebook.models import Source


@dataclass(frozen=True, slots=True)
class Reference:
    """One place on the page that cites a source: its anchor, and where in the source it points.

    `number` counts the uses of the note from 1.
    """

    anchor: str
    at: str | None
    number: int

    @property
    def letter(self) -> str:
        """The use as a letter: a to z, then aa, ab and so on."""
        letters, rest = "", self.number
        while rest:
            rest, digit = divmod(rest - 1, len(ascii_lowercase))
            letters = ascii_lowercase[digit] + letters
        return letters


@dataclass(slots=True)
class Note:
    """A cited source on one page: its number from 1, and its uses in order."""

    number: int
    source: Source
    uses: list[Reference] = field(default_factory=list)

    @property
    def places(self) -> tuple[tuple[str | None, tuple[Reference, ...]], ...]:
        """The uses by the place in the source that they point to."""
        groups: dict[str | None, list[Reference]] = {}
        for use in self.uses:
            groups.setdefault(use.at, []).append(use)
        return tuple((at, tuple(uses)) for at, uses in groups.items())


class Footnotes:
    """Gives out note numbers while a page is rendered."""

    def __init__(self) -> None:
        self._notes: dict[str, Note] = {}

    def cite(self, source: Source, at: str | None) -> tuple[Note, Reference]:
        """The note of a source, and this use of it."""
        note = self._notes.setdefault(source.id, Note(len(self._notes) + 1, source))
        number = len(note.uses) + 1
        use = Reference(f"ref-{note.number}-{number}", at, number)
        note.uses.append(use)
        return note, use

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes so far, in order of number."""
        return tuple(self._notes.values())
