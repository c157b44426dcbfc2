"""The command `quotes` checks every quotation and writes the lock; and what is told of that."""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from sourcebook.capture import RefreshedLock, refresh
from sourcebook.checks import apply_excuses
from sourcebook.cli.options import CAPTURES_HELP
from sourcebook.language import FOR_EDITORS
from sourcebook.problems import Problem, blocks_publication, format_problems
from sourcebook.quotes import LOCK_NAME, LockedQuotation

CONTENT = click.option("--content", type=click.Path(path_type=Path), help="Folder of the records.")
CAPTURES = click.option("--captures", type=click.Path(path_type=Path), help=CAPTURES_HELP)
QUIET = click.option("-q", "--quiet", is_flag=True, help="Print problems only.")


@click.command()
@CONTENT
@CAPTURES
@QUIET
@click.pass_obj
def quotes(root: Path, content: Path | None, captures: Path | None, quiet: bool) -> None:
    """Check every quotation against its source's capture, and write content/quotes.lock.

    A quotation whose capture is not at hand keeps the line that it has.
    """
    report_quotations(refresh(content_folder(root, content), captures), quiet=quiet)


def content_folder(root: Path, content: Path | None) -> Path:
    """The folder of the records, which has to be there."""
    content = content or root / "content"
    if not content.is_dir():
        raise click.UsageError(f"there is no folder {content}; name one with --content")
    return content


def report_quotations(refreshed: RefreshedLock, *, quiet: bool) -> None:
    """Print what is wrong with quotations, and how many were checked; exit with 1 on an error."""
    problems = _problems(refreshed)
    click.echo(format_problems(problems), nl=False, err=True)
    if not quiet:
        state = "written" if refreshed.changed else "unchanged"
        click.echo(f"{_count_quotations(refreshed.verification.lines)}; {LOCK_NAME} is {state}")
    if blocks_publication(problems):
        sys.exit(1)


def _problems(refreshed: RefreshedLock) -> list[Problem]:
    found = apply_excuses(refreshed.graph, refreshed.verification.quotation_problems)
    return [one for one in found.problems if one.code.startswith("SB5")]


def _count_quotations(lines: Iterable[LockedQuotation]) -> str:
    """How many quotations there are, by verdict."""
    counted = Counter(line.verdict.partition(":")[0] for line in lines)
    figures = counted.pop("figure", 0)
    words = {
        "exact": "word for word",
        "normalised": "but for spaces, dashes and the like",
        "sealed": "sealed",
        "unchecked": "not checked, since no capture is on record",
    }
    counts = [f"{counted[one]} {what}" for one, what in words.items() if counted[one]]
    whole = FOR_EDITORS.count(counted.total(), "quotation")
    more = f"; {figures} figures were found in their sources" if figures else ""
    return f"{whole}{': ' if counts else ''}{', '.join(counts)}{more}"
