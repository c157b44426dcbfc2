"""The command about facts: `facts` writes the lock, and says what changed and where it is read."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from sourcebook import site
from sourcebook.atomic_file import write_if_changed
from sourcebook.derive.facts import DATASET
from sourcebook.derive.prose_text import prose_text
from sourcebook.language import FOR_EDITORS
from sourcebook.ledger import (
    LOCK_NAME,
    FactChange,
    FactsLock,
    SentencesByFact,
    compare_facts,
    file_location_of,
    format_lock,
    group_by_record,
    published_facts,
    read_lock,
    sentences_by_fact,
    text_field_name,
)
from sourcebook.problems import Problem, Severity, format_problems

_BEFORE = ("SB0", "SB1", "SB2", "SB3")
"""Rules about files, fields and references: what breaks one leaves facts out, or out of place."""
_MOST = 12
"""How many pages are named."""


@click.command()
@click.option("--content", type=click.Path(path_type=Path), help="Folder of the records.")
@click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
@click.pass_obj
def facts(root: Path, content: Path | None, quiet: bool) -> None:
    """Write content/facts.lock, and print which facts changed and which sentences state them.

    A reviewer sees in that file what a change to the records means. Without it nothing is compared.
    """
    content = content or root / "content"
    if not content.is_dir():
        raise click.UsageError(f"there is no folder {content}; name one with --content")
    prepared = site.prepare(root, content)
    _stop_on_unreadable(prepared.problems)
    lock, stands = read_lock(content), published_facts(prepared.graph, prepared.derived)
    found = compare_facts(lock, stands) if lock.exists else ()
    changed = write_if_changed(content / LOCK_NAME, format_lock(stands.values()).encode())
    if not quiet:
        for line in _describe_changes(prepared, lock, found):
            click.echo(line)
        state = "written" if changed else "unchanged"
        facts = FOR_EDITORS.count(len(stands), "fact")
        click.echo(f"{facts}, {len(found):,} changed; {LOCK_NAME} is {state}")


def _stop_on_unreadable(problems: Iterable[Problem]) -> None:
    """Write nothing while a record cannot be read or names what is not there."""
    errors = [one for one in problems if _blocks_the_lock(one)]
    if errors:
        click.echo(format_problems(errors), nl=False, err=True)
        click.echo(f"correct this first; {LOCK_NAME} is unchanged", err=True)
        sys.exit(1)


def _blocks_the_lock(problem: Problem) -> bool:
    """Whether it has to be corrected first; what is wrong with the lock goes when it is written."""
    grave = problem.severity is Severity.ERROR and problem.code.startswith(_BEFORE)
    return grave and Path(problem.path).name != LOCK_NAME


def _describe_changes(
    prepared: site.Prepared, lock: FactsLock, found: Iterable[FactChange]
) -> Iterator[str]:
    """What changed, record by record, and the pages on which it shows."""
    sentences = sentences_by_fact(prepared.graph)
    grouped = group_by_record(found)
    for name, some in grouped.items():
        if name not in prepared.graph.records and name != DATASET:
            yield f"{name} is gone: {FOR_EDITORS.count(len(some), 'fact')}"
        elif name not in lock.record_ids:
            yield f"{name} is new: {FOR_EDITORS.count(len(some), 'fact')}"
        else:
            for move in some:
                yield from _describe_change(prepared, move, sentences)
    pages = [page.url for page in prepared.pages if page.subject in grouped]
    if pages:
        more = f" and {len(pages) - _MOST:,} more" if len(pages) > _MOST else ""
        yield f"pages: {', '.join(sorted(pages)[:_MOST])}{more}"


def _describe_change(
    prepared: site.Prepared, move: FactChange, sentences: SentencesByFact
) -> Iterator[str]:
    """A fact that changed, at its place, and the sentences of the text that states it."""
    graph, piece = prepared.graph, move.changed_part
    place = file_location_of(graph, prepared.content, move.record_id)
    line = place.line_at_offset(piece.path, piece.line_offset)
    yield f"{place.display_path}:{line}: {move.key} {move.description}"
    where, _, fact = move.key.partition(" states ")
    for record, path, sentence in sentences.get(fact, ()):
        if f"{record}.{text_field_name(graph, record, path)}" == where:
            yield f"    “{prose_text(graph, prepared.derived, sentence.parts)}”"
