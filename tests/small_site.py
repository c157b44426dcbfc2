"""A small configuration of a site, wholly invented, on which frames and the plugin are tried."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from textwrap import dedent

STUBS = {
    "index.md": "Start",
    "floods/index.md": "Floods",
    "about.md": "About",
    "years/index.md": "Years",
    "404.html": "Not found",
}
CONFIGURATION = """\
    site_name: Register of Harrow Vale
    site_description: Floods of a valley that is on no map.
    nav:
      - Start: index.md
      - Floods: floods/index.md
      - About: about.md
    docs_dir: content/pages
    theme:
      name: material
      font: false
      favicon: assets/favicon.svg
      palette:
        - media: "(prefers-color-scheme: light)"
          primary: custom
          toggle: {{icon: material/weather-sunny, name: To dark}}
        - media: "(prefers-color-scheme: dark)"
          scheme: slate
          primary: custom
          toggle: {{icon: material/weather-night, name: To light}}
      features: [navigation.tabs]
    plugins: [sourcebook]
    extra_css: [assets/frame.css]
    extra_javascript: [assets/search.js]
"""


def lay_out(root: Path, more: str = "") -> Path:
    """Write the configuration and a hand-written page; `more` is added to mkdocs.yml."""
    (root / "content" / "pages").mkdir(parents=True)
    (root / "content" / "pages" / "about.md").write_text("---\ntitle: About\n---\n# *Read me*\n")
    (root / "templates").mkdir()
    configure(root, more)
    return root


def configure(root: Path, more: str = "", *, replace: tuple[str, str] = ("", "")) -> None:
    """Write mkdocs.yml, with some of its text replaced and something added at the end."""
    text = dedent(CONFIGURATION).format().replace(*replace)
    (root / "mkdocs.yml").write_text(f"{text}{more}", "utf-8")


@dataclass(frozen=True)
class Element:
    """A start tag of a page, and the text that follows it up to the next tag."""

    tag: str
    attrs: dict[str, str]
    text: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, ""))

    def handle_data(self, data: str) -> None:
        if self.elements and not self.elements[-1].text:
            last = self.elements[-1]
            self.elements[-1] = Element(last.tag, last.attrs, data)


def elements(html: str) -> list[Element]:
    """The start tags of a page, in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.elements


def tree(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below a folder, by path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def classes(html: str) -> set[str]:
    """Every class that a page uses."""
    return {name for value in re.findall(r'class="([^"]*)"', html) for name in value.split()}
