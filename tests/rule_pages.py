"""The pages of the rules: their parts, and what their examples come to when they are tried.

`python -m tests.rule_pages` writes anew what follows from the table of rules and from the
examples: the line under each title, each message, and the index. Read the diff as an editor would.
"""

import os
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sourcebook.capture import CaptureError, refresh
from sourcebook.ledger import (
    EDITION_LOCK_NAME,
    format_edition_lock,
    format_lock,
    next_edition,
    published_facts,
)
from sourcebook.ledger import LOCK_NAME as FACTS
from sourcebook.load.text import MAX_RECORD
from sourcebook.local_links import MOST_PICTURE_BYTES
from sourcebook.policy import read_policy
from sourcebook.problems import format_problems
from sourcebook.quotes import LOCK_NAME
from sourcebook.rules import RULES, Rule, Severity
from sourcebook.site import prepare
from sourcebook.theme import RULE_PAGES
from tests.repositories import commit

BASE = Path(__file__).parent / "examples"
SECTIONS = ("What", "Why", "Example", "How to fix it")
INDEX = RULE_PAGES / "README.md"

_SECTION = re.compile(r"^## (.+)\n", re.M)
_FILE = re.compile(r"^```\w+ (?P<path>content/\S+)\n(?P<text>.*?)^```$", re.S | re.M)
_TOLD = re.compile(r"^```text\n(?P<told>.*?)^```$", re.S | re.M)


@dataclass(frozen=True)
class RulePage:
    """A page as its parts: title, the line that says how grave the rule is, and its sections."""

    title: str
    standing: str
    sections: dict[str, str]

    @property
    def told(self) -> str:
        """What the check prints, as the page has it."""
        match = _TOLD.search(self.sections["Example"])
        return "" if match is None else match["told"]


def read(code: str) -> RulePage:
    """The page of a rule."""
    head, *parts = _SECTION.split((RULE_PAGES / f"{code}.md").read_text("utf-8"))
    title, _, standing = head.strip().partition("\n\n")
    return RulePage(title, standing, dict(zip(parts[::2], parts[1::2], strict=True)))


def standing(rule: Rule) -> str:
    """How grave a rule is, and what a dataset or record may do about it."""
    other = "a warning" if rule.severity is Severity.ERROR else "an error"
    level = "An **error**" if rule.severity is Severity.ERROR else "A **warning**"
    if rule.editorial:
        return (
            f"{level}. This rule is editorial: a dataset may make it {other}, and a record may be\n"
            "excused from it."
        )
    if rule.severity is Severity.WARNING:
        return f"{level}; a dataset may make it {other}. No record can be excused from it."
    return f"{level}, always: no dataset can lower it, and no record can be excused from it."


def _large(content: Path) -> None:
    (content / "pages" / "about.md").write_bytes(b"x" * (MAX_RECORD + 1))


def _photographed(content: Path) -> None:
    (content / "pages" / "mill.png").write_bytes(b"x" * (MOST_PICTURE_BYTES + 1))


def _linked(content: Path) -> None:
    (content / "actors" / "mill-owner.md").symlink_to("vale-watch.md")


def _undescribed(content: Path) -> None:
    (content / "dataset.yml").unlink()


def _pipe(content: Path) -> None:
    os.mkfifo(content / "actors" / "ferryman.md")


def _damaged(content: Path) -> None:
    for file in (content.parent / "captures").iterdir():
        file.write_bytes(file.read_bytes().replace(b"four", b"five"))


def _published(content: Path) -> None:
    """The last edition had the records as they were before the page changed one."""
    with TemporaryDirectory() as folder:
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        graph = prepare(Path(folder)).graph
    text = format_edition_lock(graph.dataset, next_edition(graph, ()))
    (content / EDITION_LOCK_NAME).write_text(text, "utf-8")


def _lock_facts(content: Path) -> None:
    """Write the lock of facts, as `build.py facts` does it."""
    found = prepare(content.parent)
    if found.graph.dataset.keeps_facts_lock:
        told = published_facts(found.graph, found.derived)
        (content / FACTS).write_text(format_lock(told.values()), "utf-8")


def _moved(content: Path) -> None:
    """The lock tells of the records as they were before the page changed one."""
    now = {file: file.read_text("utf-8") for file in (content / "incidents").iterdir()}
    shutil.copytree(BASE / "content", content, dirs_exist_ok=True)
    _lock_facts(content)
    for file, text in now.items():
        file.write_text(text, "utf-8")


def _without_quotes(content: Path) -> None:
    (content / LOCK_NAME).unlink()


def _without_facts(content: Path) -> None:
    (content / FACTS).unlink()


SPOILT: dict[str, Callable[[Path], None]] = {
    "SB002": _large,
    "SB004": _linked,
    "SB011": _undescribed,
    "SB012": _pipe,
    "SB308": _photographed,
    "SB506": _damaged,
    "SB535": _without_quotes,
    "SB701": _moved,
    "SB703": _published,
    "SB710": _without_facts,
}
"""What breaks the rules that no text on a page can break."""


def tried(section: str, spoil: Callable[[Path], None] | None = None) -> str:
    """What is told of the files that a section shows, among the records of `examples/`.

    Both locks are written before, as `build.py quotes` and `facts` do it, unless it shows one.
    """
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        (content / "pages").mkdir()
        _write_files(section, Path(folder))
        if not (content / LOCK_NAME).is_file():
            with suppress(CaptureError):
                refresh(content)
        if not (content / FACTS).is_file():
            _lock_facts(content)
        if spoil is not None:
            spoil(content)
        return format_problems(prepare(Path(folder)).problems)


def _write_files(section: str, folder: Path) -> None:
    for match in _FILE.finditer(section):
        file = folder / match["path"]
        file.parent.mkdir(exist_ok=True)
        file.write_text(match["text"].replace("␇", "\a"), "utf-8")


def _judged(section: str) -> str:
    """What a change to the records of `examples/` adds to the policy that they had before."""
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        commit(Path(folder))
        _write_files(section, Path(folder))
        report = prepare(Path(folder), policy=read_policy(content, "HEAD")).policy
        return format_problems(report.additions if report else ())


def example(code: str) -> str:
    """What is told of the example of a rule."""
    if code == "SB711":
        return _judged(read(code).sections["Example"])
    return tried(read(code).sections["Example"], SPOILT.get(code))


_GROUPS = {
    "0": "Files",
    "1": "Fields",
    "2": "References",
    "3": "Prose",
    "4": "Evidence",
    "5": "Quotations",
    "6": "Words",
    "7": "What is published",
}

_ABOUT = """\
# Rules

Every record is checked by these rules. Each has a page that says what it asks for and why, with an
example and how to fix it; `python build.py rules SB407` prints the same page.

A rule that is not kept is an **error**, and nothing is published, or a **warning**, which is
counted. A star marks rules that are editorial: `dataset.yml` may say how grave they are, and a
record may be excused from them ([how](../../EDITING.md#problems)).

The examples stand in an invented register of a valley called Harrow, with the sources `watch-log`
and `harrow-letter` (whose text is captured), the actors `vale-watch` and `mill-guild`, the place
`harrow` and the incident `bridge-fire`.
"""


def index() -> str:
    """The list of all pages, from the table of rules."""
    parts = [_ABOUT]
    for group, title in _GROUPS.items():
        rules = [rule for code, rule in RULES.items() if code[2] == group]
        if rules:
            parts.append(f"\n## {title}\n\n| rule | what it asks | |\n|---|---|---|\n")
            parts += [_row(rule) for rule in rules]
    return "".join(parts)


def _row(rule: Rule) -> str:
    asks = rule.asks.replace("|", "\\|")
    star = "\\*" if rule.editorial else ""
    return f"| [{rule.code}]({rule.code}.md) {rule.name} | {asks} | {rule.severity}{star} |\n"


_EMPTY = "".join(f"## {name}\n\n" for name in SECTIONS).replace("## How", "```text\n```\n\n## How")
"""A page that is to be written."""


def renew() -> None:
    """Write anew what follows from the rules and the examples."""
    for code, rule in RULES.items():
        file = RULE_PAGES / f"{code}.md"
        text = file.read_text("utf-8") if file.is_file() else _EMPTY
        head = f"# {code}: {rule.name}\n\n{standing(rule)}\n\n"
        text = head + text[text.index("## What") :]
        match = _TOLD.search(text)
        if match is not None:
            text = text[: match.start("told")] + example(code) + text[match.end("told") :]
        file.write_text(text, "utf-8")
    INDEX.write_text(index(), "utf-8")


if __name__ == "__main__":
    renew()
