"""The commands that check records and make the site."""

from datetime import datetime
from pathlib import Path

import click

from sourcebook import site
from sourcebook.cli.options import (
    as_of,
    common_options,
    count_problems,
    coverage_in_words,
    prepare,
    print_result,
    print_rule_hint,
    quotations_in_words,
    stop_on_errors,
)
from sourcebook.cli.policy import is_blocked, print_policy, stop_for_reviewer
from sourcebook.cli.progress import progress_display


@click.command()
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Folder of the site.")
@as_of
@common_options
def build(
    root: Path, content: Path, out: Path | None, day: datetime | None,
    strict: bool, quiet: bool, form: str,
) -> None:  # fmt: skip
    """Check every record and build the site; an error leaves the old site as it was."""
    prepared = prepare(root, content, day)
    stop_on_errors(prepared, strict, form)
    report = site.build(prepared, out or root / "site", None if quiet else progress_display())
    if not quiet:
        print_result(_figures(report, prepared), form)
        print_result(quotations_in_words(prepared), form)


@click.command(
    epilog="Exit codes: 0, nothing is in the way; 1, there are errors; 2, the command is not typed "
    "right; 3, with --policy-from: settings or excuses are new, and a reviewer has to agree."
)
@click.option("-v", "--verbose", is_flag=True, help="Print what is excused, too, and why.")
@click.option(
    "--policy-from",
    "revision",
    metavar="REV",
    help="Judge by the settings, severities and excuses of a revision of git, such as origin/main.",
)
@common_options
def check(
    root: Path, content: Path | None, verbose: bool, revision: str | None,
    strict: bool, quiet: bool, form: str,
) -> None:  # fmt: skip
    """Check every record without building.

    The last line says how many quotations were looked up, trusted, and never checked.
    """
    prepared = prepare(root, content, revision=revision)
    if prepared.policy is not None:
        print_policy(prepared.policy, form)
        if prepared.policy.additions:
            own = prepare(root, content)
            stop_for_reviewer(prepared, own, strict, form)
            prepared = prepared if is_blocked(prepared, strict) else own
    stop_on_errors(prepared, strict, form, verbose=verbose)
    if not quiet:
        print_rule_hint(prepared, form)
        figures = f"{len(prepared.graph.records)} records, {count_problems(prepared)}"
        print_result(figures, form)
        print_result(coverage_in_words(prepared), form)
        print_result(quotations_in_words(prepared), form)


def _figures(report: site.Report, prepared: site.Prepared) -> str:
    changed = f"{report.changed} written, {report.removed} removed"
    return (
        f"{report.records} records, {report.pages} pages, {report.files} files ({changed}), "
        f"{report.seconds:.2f} s, {count_problems(prepared)}"
    )
