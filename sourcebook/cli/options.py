"""What several commands share: their options, and how problems and figures are printed."""

import gc
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from sourcebook import site
from sourcebook.derive.coverage_words import coverage_lines
from sourcebook.language import FOR_EDITORS
from sourcebook.policy import read_policy
from sourcebook.problems import Format, Severity, blocks_publication, format_problems
from sourcebook.quotes import describe_figures, describe_quotations
from sourcebook.vocabulary import Verdict

_CAPTURES = "sourcebook.captures"
CAPTURES_HELP = (
    "Folder of the captured texts; else that of SOURCEBOOK_CAPTURES, else captures/ beside the "
    "records."
)
_OPTIONS = (
    click.option("--content", type=click.Path(path_type=Path), help="Folder of the records."),
    click.option(
        "--captures",
        type=click.Path(path_type=Path),
        expose_value=False,
        callback=lambda ctx, _, folder: ctx.meta.update({_CAPTURES: folder}),
        help=CAPTURES_HELP,
    ),
    click.option("--strict", is_flag=True, help="Count warnings as errors."),
    click.option("-q", "--quiet", is_flag=True, help="Print problems only."),
    click.option(
        "--format",
        "form",
        type=click.Choice([form.value for form in Format]),
        default=Format.TEXT.value,
        show_default=True,
        help="How problems are printed.",
    ),
    click.pass_obj,
)


def common_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that every command takes, and the root of the project before them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def prepare(
    root: Path, content: Path | None, day: datetime | None = None, revision: str | None = None
) -> site.Prepared:
    """The dataset of a folder, ready to be published; judged by the policy of a `revision`.

    Raises:
        click.UsageError: there is no such folder.
        RevisionError: the revision cannot be read.
    """
    content = content or root / "content"
    if not content.is_dir():
        raise click.UsageError(f"there is no folder {content}; name one with --content")
    captures = click.get_current_context().meta.get(_CAPTURES)
    policy = read_policy(content, revision) if revision is not None else None
    prepared = site.prepare(root, content, day.date() if day else None, captures, policy)
    gc.freeze()  # it stays until the command ends: no collection needs to look through it
    return prepared


_OF_LINKS = "SB2"
"""The rules before this code are about files and fields, without which a record does not load."""
_MOST = 5
"""How many files are named that are to be mended first."""

as_of = click.option(
    "--as-of",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Leave out what could not be known at the end of this day (2022-08-24).",
)


def stop_on_errors(
    prepared: site.Prepared, strict: bool, form: str, *, verbose: bool = False
) -> None:
    """Print the problems, and end with exit code 1 where they keep anything from being made."""
    excused = prepared.excused if verbose or form == Format.SARIF else ()
    printed = format_problems([*prepared.problems, *excused], Format(form))
    click.echo(printed, nl=False, err=form == Format.TEXT)
    if blocks_publication(prepared.problems, strict=strict):
        print_rule_hint(prepared, form)
        print_first_to_mend(prepared)
        click.echo(f"{count_problems(prepared)}; nothing was published", err=True)
        click.echo(quotations_in_words(prepared), err=True)
        sys.exit(1)


def print_first_to_mend(prepared: site.Prepared) -> None:
    """Say which files to mend first, where what depends on their records was not looked at."""
    ids = prepared.graph.unloadable_ids
    first = [one for one in prepared.problems if one.code < _OF_LINKS] if ids else []
    if first:
        paths = list(dict.fromkeys(one.path for one in first))
        listed = ", ".join(paths[:_MOST]) + (" and more" if len(paths) > _MOST else "")
        message = "first mend these; what depends on their records was not looked at yet"
        click.echo(f"{message}: {listed}", err=True)


def print_result(figures: str, form: str) -> None:
    """Print the result of a command; a SARIF file is alone on the standard output."""
    click.echo(figures, err=form == Format.SARIF)


def print_rule_hint(prepared: site.Prepared, form: str) -> None:
    """Say how to learn more of a rule, at the example of the first that is broken."""
    if prepared.problems and form == Format.TEXT:
        first = min(prepared.problems, key=lambda problem: problem.severity)
        click.echo(f"`python build.py rules {first.code}` explains a rule", err=True)


def count_problems(prepared: site.Prepared) -> str:
    """How many problems there are, in words."""
    errors = sum(problem.severity is Severity.ERROR for problem in prepared.problems)
    warnings = len(prepared.problems) - errors
    excused = f", {len(prepared.excused)} excused" if prepared.excused else ""
    count = FOR_EDITORS.count
    return f"{count(errors, 'error')}, {count(warnings, 'warning')}{excused}"


def coverage_in_words(prepared: site.Prepared) -> str:
    """How much is vouched for, a line for each thing."""
    verdicts = prepared.graph.dataset.terms(Verdict)
    return "\n".join(coverage_lines(prepared.derived.coverage, verdicts, FOR_EDITORS))


def quotations_in_words(prepared: site.Prepared) -> str:
    """How many quotations this run looked up, took on trust, or could not check."""
    figures = prepared.figures
    more = f"; {describe_figures(figures, FOR_EDITORS)}" if figures.total else ""
    return f"{describe_quotations(prepared.quotations, FOR_EDITORS)}{more}"
