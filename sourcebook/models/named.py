"""What actors and locations have in common: names in several languages."""

from typing import Annotated

from pydantic import Field

from sourcebook.models.base import Lang, Record, Text

Names = Annotated[dict[Lang, Text], Field(min_length=1)]


class NamedRecord(Record):
    """A record that is called by its names, the English one first."""

    names: Names
    variants: tuple[Text, ...] = ()

    @property
    def label(self) -> str:
        """The English name, or the first one there is."""
        return self.names.get("en") or next(iter(self.names.values()))
