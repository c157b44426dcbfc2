"""The notes of one page: numbered in order of first use, each knowing every place that cites it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Use:
    """One place on the page that cites a source: its anchor, and where in the source it points."""

    anchor: str
    at: str | None


@dataclass(slots=True)
class Note:
    """A cited source on one page: its number from 1, its id, and its uses in order."""

    number: int
    source: str
    uses: list[Use] = field(default_factory=list)


class NoteBook:
    """Gives out note numbers while a page is rendered."""

    def __init__(self) -> None:
        self._notes: dict[str, Note] = {}

    def cite(self, source: str, at: str | None) -> tuple[Note, Use]:
        """The note of a source, and this use of it."""
        note = self._notes.setdefault(source, Note(len(self._notes) + 1, source))
        use = Use(f"ref-{note.number}-{len(note.uses) + 1}", at)
        note.uses.append(use)
        return note, use

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes so far, in order of number."""
        return tuple(self._notes.values())
