"""The commands that check records and make the site."""

from datetime import datetime
from pathlib import Path

import click

from sourcebook import site
from sourcebook.cli.options import (
    as_of,
    common_options,
    count_problems,
    prepare,
    print_result,
    print_rule_hint,
    quotations_in_words,
    stop_on_errors,
)
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


@click.command()
@click.option("-v", "--verbose", is_flag=True, help="Print what is excused, too, and why.")
@common_options
def check(
    root: Path, content: Path | None, verbose: bool, strict: bool, quiet: bool, form: str
) -> None:
    """Check every record without building."""
    prepared = prepare(root, content)
    stop_on_errors(prepared, strict, form, verbose=verbose)
    if not quiet:
        print_rule_hint(prepared, form)
        figures = f"{len(prepared.graph.records)} records, {count_problems(prepared)}"
        print_result(figures, form)
        print_result(quotations_in_words(prepared), form)


def _figures(report: site.Report, prepared: site.Prepared) -> str:
    changed = f"{report.changed} written, {report.removed} removed"
    return (
        f"{report.records} records, {report.pages} pages, {report.files} files ({changed}), "
        f"{report.seconds:.2f} s, {count_problems(prepared)}"
    )
