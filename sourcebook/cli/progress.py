"""How far long work has come, for who waits at a terminal or reads a log."""

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from sourcebook import site


def progress_display() -> site.Progress | None:
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
