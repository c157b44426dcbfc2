"""The style sheets of the site and of the briefing, joined from one file for each component.

Both are two faces of one report: they share the tokens (inks and sizes, with today's values for a
light and a dark ground and for paper) and what looks the same in both.
"""

from pathlib import Path

STYLES = Path(__file__).parent / "styles"
"""The folder of the components: those of the site, of the briefing, and of both."""

_SITE = (
    "palette", "text", "head", "badges", "facts", "tables", "claims", "episode", "story",
    "timeline", "lists", "notes", "prose_tables", "phone", "wide", "paper", "pictures",
)  # fmt: skip
_BRIEFING = (
    "palette", "page", "text", "head", "badges", "tables", "story", "pictures", "lists",
    "paper", "screen", "wide", "phone",
)  # fmt: skip

SHEETS = {
    "assets/frame.css": ("tokens", "site/frame"),
    "assets/search.css": ("site/search",),
    "assets/sourcebook.css": tuple(f"site/{name}" for name in _SITE),
    "assets/table.css": ("site/table",),
    "assets/map.css": ("map",),
    "assets/draw.css": ("draw",),
    "assets/moving-map.css": ("site/moving-map",),
    "briefing.css": ("tokens", *(f"briefing/{name}" for name in _BRIEFING)),
}
"""The style sheets by path, and their components in the order in which they hold."""


def joined_style(path: str) -> str | None:
    """A style sheet by its path; None for one that is not joined."""
    names = SHEETS.get(path)
    if names is None:
        return None
    return "\n".join((STYLES / f"{name}.css").read_text("utf-8") for name in names)
