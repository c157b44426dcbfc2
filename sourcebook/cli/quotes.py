"""The commands about quotations: `capture` files a source's text, `quotes` writes the lock."""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from sourcebook import capture as filing
from sourcebook.capture import CaptureRequest, RefreshedLock, refresh
from sourcebook.checks import apply_excuses
from sourcebook.cli.options import CAPTURES_HELP
from sourcebook.language import FOR_EDITORS
from sourcebook.problems import Problem, blocks_publication, format_problems, quoted
from sourcebook.quotes import LOCK_NAME, LockedQuotation

_CONTENT = click.option("--content", type=click.Path(path_type=Path), help="Folder of the records.")
_CAPTURES = click.option("--captures", type=click.Path(path_type=Path), help=CAPTURES_HELP)
_QUIET = click.option("-q", "--quiet", is_flag=True, help="Print problems only.")


@click.command()
@click.argument("source_id", metavar="SOURCE")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--date", help="The day it was captured, as in 2031-05-02; today unless given.")
@click.option("--encoding", help="How its characters are written, where it does not say so.")
@_CONTENT
@_CAPTURES
@_QUIET
@click.pass_obj
def capture(
    root: Path, source_id: str, file: Path, date: str | None, encoding: str | None,
    content: Path | None, captures: Path | None, quiet: bool,
) -> None:  # fmt: skip
    """File the text of a SOURCE from a FILE (text, HTML or PDF), and check what is quoted of it.

    The text goes into the folder of captures, which is not published; its SHA-256 into the record.
    """
    content = _folder(root, content)
    filed = filing.capture(CaptureRequest(content, source_id, file, captures, date, encoding))
    done = refresh(content, captures)
    if not quiet:
        kind = filed.capture.media_type
        shown = filed.file.relative_to(root) if filed.file.is_relative_to(root) else filed.file
        click.echo(f"{shown}: {filed.characters:,} characters of {file.name} ({kind})")
        for line in _quoted_from(source_id, done.verification.lines):
            click.echo(f"  {line.verdict.partition(':')[0]}: {quoted(line.quoted_text.words)}")
    _report(done, quiet=quiet)


@click.command()
@_CONTENT
@_CAPTURES
@_QUIET
@click.pass_obj
def quotes(root: Path, content: Path | None, captures: Path | None, quiet: bool) -> None:
    """Check every quotation against its source's capture, and write content/quotes.lock.

    A quotation whose capture is not at hand keeps the line that it has.
    """
    _report(refresh(_folder(root, content), captures), quiet=quiet)


def _folder(root: Path, content: Path | None) -> Path:
    content = content or root / "content"
    if not content.is_dir():
        raise click.UsageError(f"there is no folder {content}; name one with --content")
    return content


def _report(refreshed: RefreshedLock, *, quiet: bool) -> None:
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


def _quoted_from(source: str, lines: Iterable[LockedQuotation]) -> list[LockedQuotation]:
    return sorted(
        (line for line in lines if source in line.source_ids), key=lambda line: line.lock_line
    )


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
