"""One problem of a dataset, and whether such problems keep it from being published."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sourcebook.rules import RULES, Severity


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong in the dataset: where it is, which rule found it, and what to do.

    `line` counts from 1; 0 stands for the file as a whole. `record` is the id of the record that
    it is in and `at` the way to the value in it, where they are known. `level` is how grave the
    dataset takes it to be, and `excuse` why it does not count: the reason, by whom, and when.
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
        """How grave it is: as the dataset has it, or else as the rule has."""
        return self.level or RULES[self.code].severity


def blocks_publication(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Whether nothing may be published; `strict` counts warnings as errors."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)
