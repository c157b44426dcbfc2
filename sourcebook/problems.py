"""What is wrong with a dataset and where: the problem, its rules, and how problems print."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from sourcebook.rules import RULES, Severity

__all__ = ["RULES", "Format", "Problem", "Severity", "did_you_mean", "failed", "quoted", "render"]

_LONGEST = 60
"""How much of a value a message repeats."""


class Format(StrEnum):
    """How a list of problems is printed."""

    TEXT = "text"
    GITHUB = "github"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of the dataset: where it is, which rule found it, and what to do.

    `line` counts from 1; 0 stands for the file as a whole.
    """

    path: str
    line: int
    code: str
    message: str

    @property
    def severity(self) -> Severity:
        """How grave the rule is that found it."""
        return RULES[self.code].severity


def failed(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Whether nothing may be published; `strict` counts warnings as errors."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


def render(problems: Iterable[Problem], form: Format = Format.TEXT) -> str:
    """All problems, sorted, one to a line, each line ended.

    What cannot be printed, be it in a message or in a file's name, is shown as its escape.
    """
    return "".join(f"{_LINES[form](problem)}\n" for problem in sorted(problems))


def did_you_mean(word: str, known: Iterable[str], *, near: float = 0.6, before: str = "") -> str:
    """`; did you mean 'x'?` where a known word is near to the one written, else nothing.

    `near` is the least likeness, from 0 to 1, that is worth a guess; `before` is what stands
    before the word, in the guess too.
    """
    found = get_close_matches(word, sorted(known), n=1, cutoff=near)
    return f"; did you mean '{before}{found[0]}'?" if found else ""


def quoted(value: object) -> str:
    """What an editor wrote, as a message repeats it: in quotation marks, on one line, cut."""
    if isinstance(value, dict | list | tuple):
        return "a list" if isinstance(value, list | tuple) else "a mapping"
    text = str(value)
    return f"'{_printable(text[:_LONGEST])}{'…' if len(text) > _LONGEST else ''}'"


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _text(problem: Problem) -> str:
    path, message = _printable(problem.path), _printable(problem.message)
    return f"{path}:{problem.line}: {problem.severity} {problem.code} {message}"


def _github(problem: Problem) -> str:
    """A workflow command of GitHub Actions, which shows the message beside the changed line."""
    where = f"file={_property(problem.path)},line={max(problem.line, 1)}"
    return f"::{problem.severity} {where},title={problem.code}::{_data(problem.message)}"


def _data(text: str) -> str:
    return _printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_LINES = {Format.TEXT: _text, Format.GITHUB: _github}
