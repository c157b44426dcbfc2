"""What the sections of an episode are called: one table for its page, its briefing and the home."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Section:
    """A section of an episode: its title, and its anchors on the page and in the briefing.

    An anchor is empty where there is no such section. `short` is the title in a list of links,
    where that is another.
    """

    title: str
    page: str = ""
    briefing: str = ""
    short: str = ""

    @property
    def link_text(self) -> str:
        """The title in a list of links."""
        return self.short or self.title


_ROWS = (
    Section("Bottom line", "bottom-line", "bottom-line"),
    Section("Key judgements", "judgements", "judgements"),
    Section("Key figures, and who gives them", "key-figures", "figures", "Key figures"),
    Section("What happened", "incidents", "incidents"),
    Section("Who is who", "who"),
    Section("Who says what", "contested", "contested"),
    Section("What was said first and later replaced", "replaced", "", "What was replaced"),
    Section("What the judgements rest on", "", "assessment"),
    Section("Assumptions", "assumptions", "assumptions"),
    Section("The account in full", "narrative", "narrative"),
    Section("Said of the episode as a whole", "claims"),
    Section("What nobody knows", "gaps", "gaps"),
    Section("How it is sourced", "source-summary", "sourcing"),
    Section("Counted as one voice", "voices"),
    Section("Reports that go back to one text", "shared"),
    Section("The claims", "", "claims"),
    Section("Who and what is named", "", "named"),
    Section("Sources", "", "sources"),
)
PAGE_SECTIONS: Mapping[str, Section] = MappingProxyType(
    {row.page: row for row in _ROWS if row.page}
)
"""The sections of the page of an episode, by their anchors."""
BRIEFING_SECTIONS: Mapping[str, Section] = MappingProxyType(
    {row.briefing: row for row in _ROWS if row.briefing}
)
"""The sections of a briefing, by their anchors."""
