"""The command `quotes` checks every quotation and writes the lock; and what is told of that."""

import sys
from pathlib import Path

import click

from sourcebook.capture import RefreshedLock, refresh
from sourcebook.checks import apply_excuses
from sourcebook.cli.options import CAPTURES_HELP
from sourcebook.cli.quotation_report import describe_refreshed
from sourcebook.problems import Problem, blocks_publication, format_problems

CONTENT = click.option("--content", type=click.Path(path_type=Path), help="Folder of the records.")
CAPTURES = click.option("--captures", type=click.Path(path_type=Path), help=CAPTURES_HELP)
QUIET = click.option("-q", "--quiet", is_flag=True, help="Print problems only.")


@click.command()
@click.option(
    "--prune", is_flag=True, help="Take out lines of quotations that are gone, unseen texts too."
)
@CONTENT
@CAPTURES
@QUIET
@click.pass_obj
def quotes(
    root: Path, prune: bool, content: Path | None, captures: Path | None, quiet: bool
) -> None:
    """Look every quotation up in its source's captured text, and write content/quotes.lock.

    A quotation whose captured text is not at hand keeps the line that it has, and no line is thrown
    away because its text is elsewhere: --prune does that, once a quotation is gone on purpose.
    """
    report_quotations(refresh(content_folder(root, content), captures, prune=prune), quiet=quiet)


def content_folder(root: Path, content: Path | None) -> Path:
    """The folder of the records, which has to be there."""
    content = content or root / "content"
    if not content.is_dir():
        raise click.UsageError(f"there is no folder {content}; name one with --content")
    return content


def report_quotations(refreshed: RefreshedLock, *, quiet: bool) -> None:
    """Print what is wrong with quotations, and how they stand; exit with 1 on an error."""
    problems = _problems(refreshed)
    click.echo(format_problems(problems), nl=False, err=True)
    if not quiet:
        for line in describe_refreshed(refreshed):
            click.echo(line)
    if blocks_publication(problems):
        sys.exit(1)


def _problems(refreshed: RefreshedLock) -> list[Problem]:
    found = apply_excuses(refreshed.graph, refreshed.verification.quotation_problems)
    return [one for one in found.problems if one.code.startswith("SB5")]
