"""The command `seal`: words of a source vouched for by place and hash, and not reproduced."""

import sys
from pathlib import Path
from typing import TextIO

import click

from sourcebook.capture import refresh
from sourcebook.checks import apply_excuses
from sourcebook.citations import CitationError, Sealed, SealRequest, seal_citation
from sourcebook.cli.options import CAPTURES_HELP
from sourcebook.language import FOR_EDITORS
from sourcebook.problems import blocks_publication, format_problems
from sourcebook.quotes import LOCK_NAME


@click.command()
@click.argument("record_id", metavar="RECORD")
@click.argument("place", metavar="CLAIM")
@click.argument("source_id", metavar="[SOURCE]", required=False)
@click.argument("words", required=False)
@click.option(
    "--words-from",
    type=click.File("r", encoding="utf-8"),
    help="A file with the words, or - for what is piped in: they then stand in no history.",
)
@click.option("--sentence", is_flag=True, help="Seal the whole sentence around the words.")
@click.option("--locator", help="Where in the source, if the claim cites it twice: 'para 2'.")
@click.option("--at", "first_word", type=int, help="The first word, if the words occur twice.")
@click.option("--dry-run", is_flag=True, help="Show what was found, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask before writing.")
@click.option("--content", type=click.Path(path_type=Path), help="Folder of the records.")
@click.option("--captures", type=click.Path(path_type=Path), help=CAPTURES_HELP)
@click.option("-q", "--quiet", is_flag=True, help="Print problems only, and no words.")
@click.pass_obj
def seal(
    root: Path, record_id: str, place: str, source_id: str | None, words: str | None,
    words_from: TextIO | None, sentence: bool, locator: str | None,
    first_word: int | None, dry_run: bool, yes: bool, content: Path | None,
    captures: Path | None, quiet: bool,
) -> None:  # fmt: skip
    """Seal the WORDS that a CLAIM of a RECORD cites a SOURCE for: place and hash, not the words.

    Without WORDS those of the citation's own quotation are sealed. They are looked up in the
    captured text, shown, and replaced in the record's file, in which all else stays as it is.
    CLAIM may be roles, responds_to or relations for a citation there.
    """
    content = content or root / "content"
    if not content.is_dir():
        raise click.UsageError(f"there is no folder {content}; name one with --content")
    given = _read_words(words, words_from)
    made = seal_citation(
        SealRequest(
            content, record_id, place, source_id, given, locator, sentence, first_word, captures
        )
    )
    if not quiet:
        _show(made)
    if dry_run or not (yes or quiet or _agreed()):
        return
    made.write()
    _check_again(content, captures, made, quiet=quiet)


def _read_words(words: str | None, file: TextIO | None) -> str | None:
    if file is None:
        return words
    if words is not None:
        raise click.UsageError("give the words once: behind the source, or with --words-from")
    try:
        return file.read()
    except UnicodeDecodeError:
        raise CitationError("the words are not UTF-8 text: save the file as UTF-8") from None


def _show(made: Sealed) -> None:
    """The words under the seal, for who is about to write it."""
    source, words = made.place.citation.source, made.passage.words
    count = FOR_EDITORS.count(words.count, "word")
    but = f", but for {FOR_EDITORS.join_list(made.found.steps)}" if made.found.steps else ""
    click.echo(f"{source}, words {words} ({count}){but}:")
    click.echo(f"  “{' '.join(made.found.text.split())}”")


def _agreed() -> bool:
    return not sys.stdin.isatty() or click.confirm("Seal these words?", default=True)


def _check_again(content: Path, captures: Path | None, made: Sealed, *, quiet: bool) -> None:
    """Write the lock, and print what is wrong with the quotations of the record."""
    done = refresh(content, captures)
    counted = apply_excuses(done.graph, done.verification.quotation_problems)
    problems = [
        one
        for one in counted.problems
        if one.code.startswith("SB5") and one.record_id == made.place.record.id
    ]
    click.echo(format_problems(problems), nl=False, err=True)
    if not quiet:
        state = "written" if done.changed else "unchanged"
        click.echo(f"{made.file.name}: the passage is sealed; {LOCK_NAME} is {state}")
    if blocks_publication(problems):
        sys.exit(1)
