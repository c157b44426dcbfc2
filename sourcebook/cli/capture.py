"""The command `capture` files the text of a source, and says what it made of the file."""

from collections.abc import Iterator
from pathlib import Path

import click

from sourcebook import capture as filing
from sourcebook.capture import CaptureRequest, FiledCapture, refresh
from sourcebook.cli.quotation_report import verdict_of
from sourcebook.cli.quotes import (
    CAPTURES,
    CONTENT,
    QUIET,
    content_folder,
    report_quotations,
)
from sourcebook.problems import quoted
from sourcebook.quotes import ASIDE_KINDS, LockedQuotation, count_asides


@click.command()
@click.argument("source_id", metavar="SOURCE")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--date", help="The day it was captured, as in 2031-05-02; today unless given.")
@click.option("--encoding", help="How its characters are written, where it does not say so.")
@click.option("--holds", help="How much of the source is in it: whole, opening or part.")
@click.option("--read-by", help="How a picture or recording became text: ocr, speech or typed.")
@click.option("--compared-by", help="Who compared a text that a machine read with the picture.")
@click.option("--address", help="Which page of a web archive (WARC) it is.")
@CONTENT
@CAPTURES
@QUIET
@click.pass_obj
def capture(
    root: Path, source_id: str, file: Path, date: str | None, encoding: str | None,
    holds: str | None, read_by: str | None, compared_by: str | None, address: str | None,
    content: Path | None, captures: Path | None, quiet: bool,
) -> None:  # fmt: skip
    """File the text of a SOURCE from a FILE, and check what is quoted of it.

    The FILE is a page (HTML, MHTML), a PDF, a document, a mail, captions, a chat, a web archive or
    a text; what is none of these is refused with what to do. The text goes into the folder of
    captures, which is not published; its SHA-256 into the record.
    """
    content = content_folder(root, content)
    filed = filing.capture(
        CaptureRequest(
            content, source_id, file, captures, date, encoding, holds, read_by, compared_by, address
        )
    )
    done = refresh(content, captures)
    if not quiet:
        shown = filed.file.relative_to(root) if filed.file.is_relative_to(root) else filed.file
        made = filed.converted
        size = f"{len(made.text):,} characters of {file.name}"
        click.echo(f"{shown}: {size} ({filed.capture.media_type})")
        for words in _what_was_made(filed):
            click.echo(f"  {words}")
        for line in _quoted_from(source_id, done.verification.lines):
            click.echo(f"  {verdict_of(line)}: {quoted(line.quoted_text.words)}")
    report_quotations(done, quiet=quiet)


def _what_was_made(filed: FiledCapture) -> Iterator[str]:
    """What was counted in a file, set apart in its text, left out of it; and who read it."""
    read = filed.converted.read
    counted = count_asides(filed.converted.text)
    apart = [f"{ASIDE_KINDS[kind].words} ({count})" for kind, count in counted.items()]
    for what, words in (("found", read.found), ("set apart", apart), ("left out", read.left_out)):
        if words:
            yield f"{what}: {', '.join(words)}"
    method = filed.capture.read_by
    if method is not None:
        sure = filed.capture.confidence
        share = "" if sure is None else f", with a mean confidence of {sure:g} %"
        who = filed.capture.compared_by
        wanted = f"compared by {who}" if who else "each figure in it wants who compared it (SB515)"
        yield f"made by {method}{share}; {wanted}"


def _quoted_from(source: str, lines: tuple[LockedQuotation, ...]) -> list[LockedQuotation]:
    return sorted(
        (line for line in lines if source in line.source_ids), key=lambda line: line.lock_line
    )
