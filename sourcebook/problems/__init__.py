"""What is wrong with a dataset and where: the problem, its rules, and how problems print."""

from sourcebook.problems.found import Problem, failed
from sourcebook.problems.printing import Format, render
from sourcebook.problems.wording import did_you_mean, quoted
from sourcebook.rules import RULES, Severity

__all__ = ["RULES", "Format", "Problem", "Severity", "did_you_mean", "failed", "quoted", "render"]
