"""A dataset made ready to be published, and the figures of one build."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.pages import Page, frame_stubs
from sourcebook.policy import PolicyReport
from sourcebook.problems import Problem, blocks_publication
from sourcebook.quotes import NO_QUOTATIONS, QuotationCounts


@dataclass(frozen=True, slots=True)
class Prepared:
    """A dataset read, linked, derived and checked: its pages, and everything wrong with it.

    `excused` are the problems that its records give a reason for; they do not count. `captures` is
    the folder of captured texts, which are never published. `quotations` counts what is quoted by
    how it was checked, `figures` what is cited of a captured source without a quotation.
    `policy` is what it adds to the policy of a revision, where it was judged by that.
    """

    root: Path
    content: Path
    graph: Graph
    derived: Derived
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    started: float
    excused: tuple[Problem, ...] = ()
    captures: Path | None = None
    quotations: QuotationCounts = NO_QUOTATIONS
    figures: QuotationCounts = NO_QUOTATIONS
    policy: PolicyReport | None = None

    @property
    def failed(self) -> bool:
        """Whether an error keeps it from being published."""
        return blocks_publication(self.problems)

    @property
    def stubs(self) -> Mapping[str, str]:
        """The sections that frames are needed for."""
        return frame_stubs(self.pages)


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one build."""

    records: int
    pages: int
    files: int
    changed: int
    removed: int
    problems: int
    seconds: float
