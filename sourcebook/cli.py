"""The commands: what a person types, and what is printed back."""

import sys
from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from sourcebook import __version__, site
from sourcebook.frames import FrameError
from sourcebook.problems import Format, Severity, failed, render
from sourcebook.publish import PublishFault
from sourcebook.render import TemplateFault
from sourcebook.workers import WorkerFault


class _Default(click.Group):
    """A group whose command, when none is given, is `build`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "--version"}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = ["build", *args]
        return super().parse_args(ctx, args)


def main(root: Path) -> None:
    """Run the command line for the project in `root`."""
    try:
        commands(obj=root)
    except (FrameError, PublishFault, TemplateFault, WorkerFault) as fault:
        click.echo(f"error: {fault}", err=True)
        sys.exit(1)


@click.group(cls=_Default, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sourcebook")
def commands() -> None:
    """Turn a curated event dataset into a static report site.

    Without a command, the site is built.
    """


_OPTIONS = (
    click.option("--content", type=click.Path(path_type=Path), help="Folder of the records."),
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


def _prepare(root: Path, content: Path | None) -> site.Prepared:
    content = content or root / "content"
    if not content.is_dir():
        raise click.UsageError(f"there is no folder {content}; name one with --content")
    return site.prepare(root, content)


@commands.command()
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Folder of the site.")
@_common
def build(
    root: Path, content: Path, out: Path | None, strict: bool, quiet: bool, form: str
) -> None:
    """Check every record and build the site; an error leaves the old site as it was."""
    prepared = _prepare(root, content)
    _stop_on_errors(prepared, strict, form)
    report = site.build(prepared, out or root / "site", None if quiet else _progress())
    if not quiet:
        click.echo(_figures(report, prepared))


@commands.command()
@_common
def check(root: Path, content: Path | None, strict: bool, quiet: bool, form: str) -> None:
    """Check every record without building."""
    prepared = _prepare(root, content)
    _stop_on_errors(prepared, strict, form)
    if not quiet:
        click.echo(f"{len(prepared.graph.records)} records, {_count(prepared)}")


def _stop_on_errors(prepared: site.Prepared, strict: bool, form: str) -> None:
    click.echo(render(prepared.problems, Format(form)), nl=False, err=form == "text")
    if failed(prepared.problems, strict=strict):
        click.echo(f"{_count(prepared)}; nothing was published", err=True)
        sys.exit(1)


def _figures(report: site.Report, prepared: site.Prepared) -> str:
    changed = f"{report.changed} written, {report.removed} removed"
    return (
        f"{report.records} records, {report.pages} pages, {report.files} files ({changed}), "
        f"{report.seconds:.2f} s, {_count(prepared)}"
    )


def _count(prepared: site.Prepared) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in prepared.problems)
    warnings = len(prepared.problems) - errors
    return f"{_plural(errors, 'error')}, {_plural(warnings, 'warning')}"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")


def _progress() -> site.Progress | None:
    """A bar on a terminal; a line for each tenth of long work elsewhere."""
    console = Console(stderr=True)
    return _bar(console) if console.is_terminal else _lines


def _lines(step: str, done: int, total: int) -> None:
    if total >= 1000 and done * 10 // total > (done - 1) * 10 // total:
        click.echo(f"{step}: {done:,} of {total:,}", err=True)


def _bar(console: Console) -> site.Progress:
    # without a refreshing thread: the workers are forked while the bar is shown
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=console, auto_refresh=False, transient=True)
    task = bar.add_task("pages")

    def show(step: str, done: int, total: int) -> None:
        bar.update(task, description=step, completed=done, total=total)
        if done == total:
            bar.stop()
        elif done % 64 == 1:
            bar.start()
            bar.refresh()

    return show
