"""What is wrong with a dataset and where: the problem, its rules, and how problems print."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from sourcebook.rules import RULES, Severity

__all__ = ["RULES", "Format", "Problem", "Severity", "did_you_mean", "failed", "render"]


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
    """All problems, sorted, one to a line, each line ended."""
    return "".join(f"{_LINES[form](problem)}\n" for problem in sorted(problems))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` where a known word is near to the one written, else nothing."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""


def _text(problem: Problem) -> str:
    return f"{problem.path}:{problem.line}: {problem.severity} {problem.code} {problem.message}"


def _github(problem: Problem) -> str:
    """A workflow command of GitHub Actions, which shows the message beside the changed line."""
    where = f"file={_property(problem.path)},line={max(problem.line, 1)}"
    message = _data(problem.message)
    return f"::{problem.severity} {where},title={problem.code}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_LINES = {Format.TEXT: _text, Format.GITHUB: _github}
