"""The commands: what a person types, and what is printed back."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from sourcebook import __version__, site
from sourcebook.capture import CaptureFault
from sourcebook.checks.listing import UnknownRuleError, explained, listed, listed_as_json
from sourcebook.frames import FrameError
from sourcebook.link import Graph
from sourcebook.load import read_dataset
from sourcebook.models import Episode
from sourcebook.moving import facts_command
from sourcebook.outputs import PackFault, PdfFault, pack_name, pdf, write_pack
from sourcebook.problems import Format, Severity, did_you_mean, failed, quoted, render
from sourcebook.progress import progress
from sourcebook.publish import PublishFault, published, replacing
from sourcebook.quoting import capture_command, quotes_command
from sourcebook.render import TemplateFault
from sourcebook.workers import WorkerFault


class _Default(click.Group):
    """A group whose command, when none is given, is `build`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "--version"}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = ["build", *args]
        return super().parse_args(ctx, args)


_FAULTS = (CaptureFault, FrameError, PackFault, PdfFault, PublishFault, TemplateFault, WorkerFault)
"""What stands in the way of a command and is mended outside the program."""


def main(root: Path) -> None:
    """Run the command line for the project in `root`."""
    try:
        commands(obj=root)
    except _FAULTS as fault:
        click.echo(f"error: {fault}", err=True)
        sys.exit(1)


@click.group(cls=_Default, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sourcebook")
def commands() -> None:
    """Turn a curated event dataset into a static report site.

    Without a command, the site is built.
    """


commands.add_command(capture_command)
commands.add_command(quotes_command)
commands.add_command(facts_command)


_CAPTURES = "sourcebook.captures"
_OPTIONS = (
    click.option("--content", type=click.Path(path_type=Path), help="Folder of the records."),
    click.option(
        "--captures",
        type=click.Path(path_type=Path),
        expose_value=False,
        callback=lambda ctx, _, folder: ctx.meta.update({_CAPTURES: folder}),
        help="Folder of the captured texts.",
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


def _common(command: Callable[..., None]) -> Callable[..., None]:
    """The options that every command takes, and the root of the project before them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def _prepare(root: Path, content: Path | None, day: datetime | None = None) -> site.Prepared:
    content = content or root / "content"
    if not content.is_dir():
        raise click.UsageError(f"there is no folder {content}; name one with --content")
    captures = click.get_current_context().meta.get(_CAPTURES)
    return site.prepare(root, content, day.date() if day else None, captures)


_as_of = click.option(
    "--as-of",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Leave out what could not be known at the end of this day (2022-08-24).",
)


@commands.command()
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Folder of the site.")
@_as_of
@_common
def build(
    root: Path, content: Path, out: Path | None, day: datetime | None,
    strict: bool, quiet: bool, form: str,
) -> None:  # fmt: skip
    """Check every record and build the site; an error leaves the old site as it was."""
    prepared = _prepare(root, content, day)
    _stop_on_errors(prepared, strict, form)
    report = site.build(prepared, out or root / "site", None if quiet else progress())
    if not quiet:
        _say(_figures(report, prepared), form)


@commands.command()
@click.option("-v", "--verbose", is_flag=True, help="Print what is excused, too, and why.")
@_common
def check(
    root: Path, content: Path | None, verbose: bool, strict: bool, quiet: bool, form: str
) -> None:
    """Check every record without building."""
    prepared = _prepare(root, content)
    _stop_on_errors(prepared, strict, form, verbose=verbose)
    if not quiet:
        _explain(prepared, form)
        figures = f"{len(prepared.graph.records)} records, {_count(prepared)}"
        _say(figures, form)


@commands.command()
@click.argument("code", required=False)
@click.option("--content", type=click.Path(path_type=Path), help="Folder of the records.")
@click.option("--json", "as_json", is_flag=True, help="Print the list for a program.")
@click.pass_obj
def rules(root: Path, code: str | None, content: Path | None, as_json: bool) -> None:
    """List the rules that records are checked by, or explain the one with the CODE."""
    if code is not None:
        click.echo(_page_of(code), nl=False)
        return
    dataset, _ = read_dataset(content or root / "content")
    click.echo(listed_as_json(dataset) if as_json else listed(dataset), nl=False)


def _page_of(code: str) -> str:
    try:
        return explained(code)
    except UnknownRuleError as error:
        raise click.UsageError(str(error)) from None


@commands.command()
@click.argument("episode")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="File to write.")
@click.option("--pdf", "as_pdf", is_flag=True, help="Write a PDF; this needs WeasyPrint.")
@_as_of
@_common
def brief(
    root: Path, content: Path, episode: str, out: Path | None, as_pdf: bool,
    day: datetime | None, strict: bool, quiet: bool, form: str,
) -> None:  # fmt: skip
    """Write the briefing of an EPISODE as one file, which needs no network and no other file.

    Without a name it is EPISODE.html in the folder that you are in.
    """
    if as_pdf:
        pdf.library()  # said at once, and not after all the work
    prepared = _prepare(root, content, day)
    _stop_on_errors(prepared, strict, form)
    record = _episode(prepared.graph, episode)
    target = out or Path(f"{record.id}.{'pdf' if as_pdf else 'html'}")
    with replacing(target) as draft:
        made = site.brief(prepared, record)
        draft.write_bytes(pdf.pdf(made) if as_pdf else made)
    if not quiet:
        _say(f"{target}: {_size(target)}", form)


@commands.command()
@click.option("-o", "--out", type=click.Path(path_type=Path), help="ZIP file to write.")
@_as_of
@_common
def pack(
    root: Path, content: Path, out: Path | None, day: datetime | None,
    strict: bool, quiet: bool, form: str,
) -> None:  # fmt: skip
    """Build the site and pack it with its briefings for a memory stick, with checksums.

    Without a name the ZIP file is called after the dataset and its edition.
    """
    prepared = _prepare(root, content, day)
    _stop_on_errors(prepared, strict, form)
    site.build(prepared, root / "site", None if quiet else progress())
    dataset = prepared.graph.dataset
    target = out or Path(f"{pack_name(dataset)}.zip")
    with replacing(target) as draft:
        write_pack(draft, root / "site", published(root / "site"), dataset)
    if not quiet:
        files = _plural(len(published(root / "site")), "file")
        _say(f"{target}: {files}, {_size(target)}", form)


def _episode(graph: Graph, name: str) -> Episode:
    record = graph.records.get(graph.aliases.get(name, name))
    if isinstance(record, Episode):
        return record
    known = [episode.id for episode in graph.of(Episode)]
    kind = f" ({quoted(name)} is of the kind {record.kind})" if record else ""
    hint = did_you_mean(name, known) or f"; there is {', '.join(known) or 'none'}"
    raise click.UsageError(f"there is no episode {quoted(name)}{kind}{hint}")


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1000:,.0f} kB"


def _stop_on_errors(
    prepared: site.Prepared, strict: bool, form: str, *, verbose: bool = False
) -> None:
    excused = prepared.excused if verbose or form == Format.SARIF else ()
    told = render([*prepared.problems, *excused], Format(form))
    click.echo(told, nl=False, err=form == Format.TEXT)
    if failed(prepared.problems, strict=strict):
        _explain(prepared, form)
        click.echo(f"{_count(prepared)}; nothing was published", err=True)
        sys.exit(1)


def _say(figures: str, form: str) -> None:
    """Print what came of a command; a SARIF file stands alone on the standard output."""
    click.echo(figures, err=form == Format.SARIF)


def _explain(prepared: site.Prepared, form: str) -> None:
    """Say how to learn more of a rule, at the example of the first that is broken."""
    if prepared.problems and form == Format.TEXT:
        first = min(prepared.problems, key=lambda problem: problem.severity)
        click.echo(f"`python build.py rules {first.code}` explains a rule", err=True)


def _figures(report: site.Report, prepared: site.Prepared) -> str:
    changed = f"{report.changed} written, {report.removed} removed"
    return (
        f"{report.records} records, {report.pages} pages, {report.files} files ({changed}), "
        f"{report.seconds:.2f} s, {_count(prepared)}"
    )


def _count(prepared: site.Prepared) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in prepared.problems)
    warnings = len(prepared.problems) - errors
    excused = f", {len(prepared.excused)} excused" if prepared.excused else ""
    return f"{_plural(errors, 'error')}, {_plural(warnings, 'warning')}{excused}"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
