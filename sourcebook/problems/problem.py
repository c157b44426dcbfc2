"""One problem of a dataset, and whether such problems keep it from being published."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sourcebook.rules import RULES, Severity


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong in the dataset: where it is, which rule found it, and what to do.

    `line` counts from 1; 0 means the file as a whole. `record_id` is the id of the record that
    it is in and `value_path` the way to the value in it, where they are known. `level` is the
    severity that the dataset gives it, and `excuse` why it does not count: reason, author, date.
    """

    path: str
    line: int
    code: str
    message: str
    record_id: str = field(default="", compare=False, kw_only=True)
    value_path: tuple[str | int, ...] = field(default=(), compare=False, kw_only=True)
    level: Severity | None = field(default=None, compare=False, kw_only=True)
    excuse: str = field(default="", compare=False, kw_only=True)

    @property
    def severity(self) -> Severity:
        """Its severity: that of the dataset, or else that of the rule."""
        return self.level or RULES[self.code].severity


def blocks_publication(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Whether nothing may be published; `strict` counts warnings as errors."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)
