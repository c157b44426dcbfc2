"""Problems as lines: for a person, for GitHub; or as a whole file for a machine."""

from collections.abc import Iterable
from enum import StrEnum

from sourcebook.problems.messages import escape_unprintable
from sourcebook.problems.problem import Problem
from sourcebook.problems.sarif import format_sarif


class Format(StrEnum):
    """How a list of problems is printed."""

    TEXT = "text"
    GITHUB = "github"
    SARIF = "sarif"


def format_problems(problems: Iterable[Problem], output_format: Format = Format.TEXT) -> str:
    """All problems, sorted, one to a line, each line ended; or one SARIF file of them.

    What cannot be printed, be it in a message or in a file's name, is shown as its escape.
    """
    ordered = sorted(problems)
    if output_format is Format.SARIF:
        return format_sarif(ordered)
    return "".join(f"{_LINES[output_format](problem)}\n" for problem in ordered)


def _text(problem: Problem) -> str:
    path, message = escape_unprintable(problem.path), escape_unprintable(problem.message)
    if problem.excuse:
        excuse = escape_unprintable(problem.excuse)
        return f"{path}:{problem.line}: excused {problem.code} {message}; why: {excuse}"
    return f"{path}:{problem.line}: {problem.severity} {problem.code} {message}"


def _github(problem: Problem) -> str:
    """A workflow command of GitHub Actions, which shows the message beside the changed line."""
    where = f"file={_property(problem.path)},line={max(problem.line, 1)}"
    excuse = f"; excused: {problem.excuse}" if problem.excuse else ""
    level = "notice" if excuse else problem.severity
    return f"::{level} {where},title={problem.code}::{_data(problem.message + excuse)}"


def _data(text: str) -> str:
    return escape_unprintable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_LINES = {Format.TEXT: _text, Format.GITHUB: _github}
