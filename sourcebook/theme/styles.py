"""The style sheets of the site and of the briefing, joined from one file for each component.

Both are two faces of one report: they share the tokens (inks and sizes, with today's values for a
light and a dark ground and for paper) and what looks the same in both.
"""

from pathlib import Path

FOLDER = Path(__file__).parent / "styles"
"""The folder of the components: those of the site, of the briefing, and of both."""

_SITE = (
    "site/palette", "shared", "site/text", "site/head", "site/badges", "badge_kinds", "site/facts",
    "site/tables", "site/claims", "site/episode", "site/story", "site/timeline", "site/lists",
    "site/notes", "site/prose_tables", "site/phone", "site/wide", "site/paper", "site/pictures",
)  # fmt: skip
_BRIEFING = (
    "tokens", "briefing/palette", "shared", "briefing/page", "briefing/text", "briefing/head",
    "briefing/badges", "badge_kinds", "briefing/tables", "briefing/story", "briefing/pictures",
    "briefing/lists", "briefing/paper", "briefing/screen", "briefing/wide", "briefing/phone",
)  # fmt: skip

SHEETS = {
    "assets/frame.css": ("tokens", "site/frame"),
    "assets/search.css": ("site/search",),
    "assets/sourcebook.css": _SITE,
    "assets/table.css": ("site/table",),
    "assets/map.css": ("map",),
    "assets/draw.css": ("draw",),
    "assets/moving-map.css": ("site/moving-map", "site/moving-popup", "site/moving-panel"),
    "briefing.css": _BRIEFING,
}
"""The style sheets by path, and their components in the order in which they hold."""


def joined_style(path: str) -> str | None:
    """A style sheet by its path; None for one that is not joined."""
    names = SHEETS.get(path)
    if names is None:
        return None
    return "\n".join((FOLDER / f"{name}.css").read_text("utf-8") for name in names)
