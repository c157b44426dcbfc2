"""The command about facts: `facts` writes the lock, and says what changed and where it is read."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from sourcebook import site
from sourcebook.atomic_file import write_if_changed
from sourcebook.cli.correct import (
    HOW_TO_CORRECT,
    NOTHING_MOVED,
    signed_entry,
    uncorrected,
    write_corrections,
    write_edition,
)
from sourcebook.cli.fact_report import describe_changes
from sourcebook.derive.facts import DATASET
from sourcebook.language import FOR_EDITORS
from sourcebook.ledger import (
    EDITION_LOCK_NAME,
    LOCK_NAME,
    Comparison,
    FactsLock,
    PublishedFact,
    compare_facts,
    format_lock,
    published_facts,
    read_lock,
)
from sourcebook.models import Dataset
from sourcebook.problems import Problem, Severity, format_problems

_BEFORE = ("SB0", "SB1", "SB2", "SB3")
"""Rules about files, fields and references: what breaks one leaves facts out, or out of place."""
_EDITION = f"{DATASET}.edition"


@click.command()
@click.option("--content", type=click.Path(path_type=Path), help="Folder of the records.")
@click.option(
    "--correct",
    metavar="WHY",
    help="Write a correction for each figure that moved since the last edition.",
)
@click.option(
    "--entry-error", is_flag=True, help="It was typed wrongly, and never so in its source."
)
@click.option("--by", metavar="NAME", help="Who corrects; the name that git knows unless given.")
@click.option(
    "--date", "day", help="The day of the correction, as in 2031-05-02; today unless given."
)
@click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
@click.pass_obj
def facts(
    root: Path, content: Path | None, correct: str | None, entry_error: bool, by: str | None,
    day: str | None, quiet: bool,
) -> None:  # fmt: skip
    """Write content/facts.lock, and print which facts changed and which sentences state them.

    A reviewer sees in that file what a change to the records means. It has to be there, unless
    `dataset.yml` says that none is kept.
    What claims say in an edition is kept in content/edition.lock, which is written when `edition`
    or `edition_date` of the dataset changes.
    """
    content = content or root / "content"
    if not content.is_dir():
        raise click.UsageError(f"there is no folder {content}; name one with --content")
    if correct is None and (entry_error or by or day):
        raise click.UsageError("--entry-error, --by and --date go with --correct")
    prepared = site.prepare(root, content)
    _stop_without_lock(prepared.graph.dataset)
    _stop_on_unreadable(prepared.problems)
    if correct is not None:
        signed = signed_entry(correct, by, day, content)
        told = list(
            write_corrections(
                prepared.graph, uncorrected(prepared), signed, entry_error=entry_error
            )
        )
        click.echo("\n".join(told) or NOTHING_MOVED)
        prepared = site.prepare(root, content)
        _stop_on_unreadable(prepared.problems)
    write_edition(prepared)
    _write_facts(prepared, quiet=quiet)
    left = uncorrected(prepared)
    if left and not quiet:
        figures = FOR_EDITORS.count(len(left), "claim")
        click.echo(f"{figures} of the last edition moved without a correction: {HOW_TO_CORRECT}")


def _write_facts(prepared: site.Prepared, *, quiet: bool) -> None:
    content, lock = prepared.content, read_lock(prepared.content)
    now = _facts_to_write(prepared, lock)
    found = compare_facts(lock, now, prepared.graph.aliases) if lock.exists else Comparison()
    changed = write_if_changed(content / LOCK_NAME, format_lock(now.values()).encode())
    if not quiet:
        for line in describe_changes(prepared, lock, found):
            click.echo(line)
        state = "written" if changed else "unchanged"
        facts = FOR_EDITORS.count(len(now), "fact")
        click.echo(f"{facts}, {len(found.changes):,} changed; {LOCK_NAME} is {state}")


def _facts_to_write(prepared: site.Prepared, lock: FactsLock) -> Mapping[str, PublishedFact]:
    """Every fact; with those records that went since the edition began, until the next begins."""
    graph, derived = prepared.graph, prepared.derived
    facts = published_facts(graph, derived)
    gone = lock.record_ids - {fact.record_id for fact in facts.values()}
    before = lock.facts.get(_EDITION)
    if not gone or before is None or before.text != facts[_EDITION].text:
        return facts
    return published_facts(graph, derived, {name: lock.kind_of(name) for name in sorted(gone)})


def _stop_without_lock(dataset: Dataset) -> None:
    if not dataset.keeps_facts_lock:
        message = (
            f"dataset.yml says `locks: {dataset.locks}`: delete that line to keep a {LOCK_NAME}"
        )
        click.echo(f"error: {message}", err=True)
        sys.exit(1)


def _stop_on_unreadable(problems: Iterable[Problem]) -> None:
    """Write nothing while a record cannot be read or names what is not there."""
    errors = [one for one in problems if _blocks_the_lock(one)]
    if errors:
        click.echo(format_problems(errors), nl=False, err=True)
        click.echo(f"correct this first; {LOCK_NAME} is unchanged", err=True)
        sys.exit(1)


def _blocks_the_lock(problem: Problem) -> bool:
    """Whether it has to be corrected first; what is wrong with the lock goes when it is written.

    What the last edition said nothing can work out again.
    """
    grave = problem.severity is Severity.ERROR and problem.code.startswith(_BEFORE)
    name = Path(problem.path).name
    return (grave and name != LOCK_NAME) or name == EDITION_LOCK_NAME
