"""What is wrong with a dataset and where: the problem, its rules, and how problems print."""

from sourcebook.problems.messages import did_you_mean, quoted
from sourcebook.problems.printing import Format, format_problems
from sourcebook.problems.problem import Problem, blocks_publication
from sourcebook.rules import RULES, Severity

__all__ = [
    "RULES",
    "Format",
    "Problem",
    "Severity",
    "blocks_publication",
    "did_you_mean",
    "format_problems",
    "quoted",
]
