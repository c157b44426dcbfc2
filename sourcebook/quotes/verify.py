"""All quotations of a dataset against their captures, and against what the lock says of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sourcebook.link import Graph
from sourcebook.load import FileLocation
from sourcebook.problems import Problem, quoted
from sourcebook.quotes.collect import Quotation, quotations
from sourcebook.quotes.judge import Judge, Outcome
from sourcebook.quotes.lock import NAME, NO_CAPTURE, Line, Lock, read_lock
from sourcebook.quotes.store import Captures
from sourcebook.quotes.verdicts import Checked, Key, Quotes

_MEND = "run `python build.py quotes` and commit the file"


@dataclass(frozen=True, slots=True)
class Verified:
    """The verdicts, the lines that the lock is to have, and what is wrong.

    `quotation_problems` are wrong in the quotations themselves, `lock_problems` in the lock, which
    can be written again.
    """

    quotes: Quotes
    lines: tuple[Line, ...]
    quotation_problems: tuple[Problem, ...]
    lock_problems: tuple[Problem, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong."""
        return (*self.quotation_problems, *self.lock_problems)


def captures_of(graph: Graph, content: Path, folder: Path | None = None) -> Captures:
    """The captures of a dataset: in the folder that is given, or in its own, beside `content`."""
    return Captures(folder or content.parent / graph.dataset.captures)


def verify(graph: Graph, content: Path, captures: Captures) -> Verified:
    """Every quotation checked, by its capture where that is at hand and else by the lock."""
    lock = read_lock(content)
    judge = Judge(graph, captures, lock)
    found = sorted(quotations(graph), key=lambda one: one.sources)
    outcomes = [(quotation, judge.judge(quotation)) for quotation in found]
    lines = dict.fromkeys(outcome.line for _, outcome in outcomes if outcome.line)
    problems = [
        *judge.problems(),
        *_quotation_problems(graph, outcomes),
        *_inside(content, captures),
    ]
    shown = f"{content.name}/{NAME}"
    outdated = [*lock.problems, *_new(graph, outcomes, lock), *_stale(graph, outcomes, lock, shown)]
    verdicts = dict(_verdicts(outcomes))
    return Verified(Quotes(verdicts), tuple(lines), tuple(problems), tuple(outdated))


_Outcomes = Iterable[tuple[Quotation, Outcome]]


def _quotation_problems(graph: Graph, outcomes: _Outcomes) -> Iterator[Problem]:
    for one, outcome in outcomes:
        if outcome.code:
            yield graph.problem(one.record, one.path, outcome.code, outcome.message, one.offset)


def _inside(content: Path, captures: Captures) -> Iterator[Problem]:
    """SB512: what copyright keeps out of the site does not lie among what is published."""
    folder = captures.folder.resolve()
    if folder.is_relative_to(content.resolve()):
        message = (
            f"the folder of captures lies within {content.name}/, which is published: name one "
            "outside, such as captures"
        )
        place = FileLocation(content / "dataset.yml", f"{content.name}/dataset.yml")
        yield Problem(place.display_path, place.line(("captures",)), "SB512", message)


def _new(graph: Graph, outcomes: _Outcomes, lock: Lock) -> Iterator[Problem]:
    """SB505: quotations that the lock does not have, or not so."""
    for one, outcome in outcomes:
        if outcome.line is not None and outcome.line not in lock.lines:
            words = quoted(one.sought.words)
            message = f"quotes.lock does not hold {words} as it stands here: {_MEND}"
            yield graph.problem(one.record, one.path, "SB505", message, one.offset)


def _stale(graph: Graph, outcomes: _Outcomes, lock: Lock, shown: str) -> Iterator[Problem]:
    """SB505: lines of quotations that are no more, unless something else is wrong there."""
    wanted = {outcome.line for _, outcome in outcomes if outcome.line}
    told = {(one.record, one.place) for one, outcome in outcomes if outcome.line not in lock.lines}
    for line, number in lock.lines.items():
        unread = graph.unloadable_ids & {line.record, *line.sources}
        if line not in wanted and line.where not in told and not unread:
            message = f"this line tells of a quotation that '{line.record}' does not have: {_MEND}"
            yield Problem(shown, number, "SB505", message)


def _verdicts(outcomes: _Outcomes) -> Iterator[tuple[Key, Checked]]:
    for one, outcome in outcomes:
        line = outcome.line
        if one.claim is None:
            yield (one.sources, one.sought), _checked(line)


def _checked(line: Line | None) -> Checked:
    if line is None:
        return Checked("missing")
    if line.digest == NO_CAPTURE:
        return Checked(line.verdict)
    return Checked(line.verdict, line.sources[0], line.digest)
