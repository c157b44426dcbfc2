"""A fact: what `{{record.name}}` stands for."""

from dataclasses import dataclass

DATASET = "dataset"
"""The id under which facts of the dataset as a whole are asked for."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as text, where on the record's page it is shown, and by which rule it was found.

    `anchor` is the place of the claim or scope that it is drawn from, empty where it is drawn from
    none; `section` is then the part of the page that shows it, empty for the page as a whole.
    `table` is what it is in full, its heads first, where it is more than a few words.
    """

    text: str
    record_id: str
    anchor: str
    rule: str
    section: str = ""
    table: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> str:
        """Where on the record's page it is shown."""
        return self.anchor or self.section
