"""What `check --policy-from` prints for a reviewer, and how it ends."""

import sys
from collections.abc import Iterator

import click

from sourcebook import site
from sourcebook.cli.options import count_problems, print_result, quotations_in_words
from sourcebook.language import FOR_EDITORS
from sourcebook.ledger import LOCK_NAME as FACTS
from sourcebook.policy import PolicyReport
from sourcebook.problems import Format, blocks_publication, format_problems, quoted
from sourcebook.quotes import LOCK_NAME as QUOTES

WAITS_FOR_REVIEWER = 3
"""The exit code where nothing is wrong but what is new needs somebody's agreement."""
_MOST = 500
"""So many facts that moved are listed; git has them all."""


def print_policy(report: PolicyReport, form: str) -> None:
    """List what is new since the revision, for whoever reviews the change."""
    for line in _lines(report):
        print_result(line, form)
    if form != Format.SARIF:
        printed = format_problems(report.additions, Format(form))
        click.echo(printed, nl=False, err=form == Format.TEXT)


def stop_for_reviewer(judged: site.Prepared, own: site.Prepared, strict: bool, form: str) -> None:
    """End with 3 where only the additions to the policy are in the way, and go on where more is.

    `own` is the same dataset by its own settings and excuses: what is wrong by these, too, is so
    whatever a reviewer agrees to.
    """
    if is_blocked(own, strict):
        return
    printed = format_problems(judged.problems, Format(form))
    click.echo(printed, nl=False, err=form == Format.TEXT)
    new = FOR_EDITORS.count(len(judged.policy.additions) if judged.policy else 0, "addition")
    revision = judged.policy.policy.revision if judged.policy else ""
    words = f"{count_problems(judged)} by the policy of {revision}"
    click.echo(f"{words}; {new} to it, to which a reviewer has to agree", err=True)
    click.echo(quotations_in_words(judged), err=True)
    sys.exit(WAITS_FOR_REVIEWER)


def is_blocked(prepared: site.Prepared, strict: bool) -> bool:
    """Whether an error keeps a dataset from being published."""
    return blocks_publication(prepared.problems, strict=strict)


def _lines(report: PolicyReport) -> Iterator[str]:
    revision = report.policy.revision
    yield f"judged by the settings and excuses of {revision}"
    if report.moves:
        count = FOR_EDITORS.count(len(report.moves), "line")
        yield f"{FACTS}: {count} moved since {revision}:"
        yield from (f"  {move}" for move in report.moves[:_MOST])
        if len(report.moves) > _MOST:
            yield f"  and {len(report.moves) - _MOST:,} more"
    if report.unseen:
        count = FOR_EDITORS.count(len(report.unseen), "line")
        yield (
            f"{QUOTES}: {count} new since {revision}, not looked up in this run; what they say "
            "counts as never checked:"
        )
        for line in report.unseen:
            words = quoted(line.quoted_text.words)
            yield f"  {line.record_id} {line.field_name}: {words} of {','.join(line.source_ids)}"
