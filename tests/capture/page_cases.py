"""Pages and the text that is filed of each, from `pages/cases.txt`."""

from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parent / "pages" / "cases.txt"


class PageCase(NamedTuple):
    """A page, the text that is filed of it, and whether a browser calls that its text, too."""

    title: str
    page: str
    text: str
    as_browser: bool


def page_cases() -> list[PageCase]:
    """Every case of the file."""
    blocks = "\n".join(
        line for line in FILE.read_text("utf-8").split("\n") if not line.startswith("#")
    ).split("\n.\n")
    found = []
    for first, text in zip(blocks[::2], blocks[1::2], strict=False):
        title, _, page = first.lstrip("\n").partition("\n")
        found.append(PageCase(title.lstrip("!"), page, text, not title.startswith("!")))
    return found
