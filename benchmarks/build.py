"""What a build costs, step by step: `python -m benchmarks.build N [N ...]`.

Prints pages a second, peak memory and the share of each step, for each size in one run, so that
the ratios hold on a noisy machine.
"""

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import click

from benchmarks.generate import write
from sourcebook import site
from sourcebook.checks import run_checks
from sourcebook.derive import derive
from sourcebook.frames import load_shell
from sourcebook.link import link
from sourcebook.load import load
from sourcebook.pages import frame_stubs, plan_pages
from sourcebook.render import PAGE_KINDS

ROOT = Path(__file__).resolve().parent.parent


def steps(content: Path, out: Path, cache: Path) -> Iterator[tuple[str, float, int]]:
    """Each step's name, seconds and number of things made, over the dataset in `content`."""
    start = perf_counter()
    loaded = load(content)
    if loaded.dataset is None or loaded.problems:
        raise click.ClickException("the dataset does not load")
    yield "load", perf_counter() - start, len(loaded.records)
    start = perf_counter()
    graph, broken = link(loaded, loaded.dataset)
    yield "link", perf_counter() - start, len(graph.records)
    start = perf_counter()
    derived = derive(graph)
    yield "derive", perf_counter() - start, len(derived.analyses)
    start = perf_counter()
    problems = [*broken, *run_checks(graph, derived)]
    yield "check", perf_counter() - start, len(problems)
    start = perf_counter()
    pages, _ = plan_pages(graph, PAGE_KINDS)
    yield "plan", perf_counter() - start, len(pages)
    start = perf_counter()
    shell = load_shell(ROOT, content, frame_stubs(pages), cache)
    yield "frames", perf_counter() - start, len(shell.frames)
    start = perf_counter()
    prepared = site.Prepared(ROOT, content, graph, derived, pages, tuple(problems), start)
    report = site.publish(prepared, shell, out)
    yield "pour and write", perf_counter() - start, report.files


@click.command()
@click.argument("sizes", type=click.IntRange(min=1), nargs=-1, required=True)
@click.option("--one", is_flag=True, hidden=True)
def main(sizes: tuple[int, ...], one: bool) -> None:
    """Build datasets of SIZES incidents, each in a process of its own, and print what it costs."""
    if not one:
        for size in sizes:
            command = [sys.executable, "-m", "benchmarks.build", "--one", str(size)]
            subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603
        return
    with TemporaryDirectory() as folder:
        _measure(sizes[0], Path(folder))


def _measure(size: int, folder: Path) -> None:
    write(size, folder / "content")
    made = list(steps(folder / "content", folder / "site", folder / "cache"))
    seconds = sum(time for _, time, _ in made)
    pages = next(count for name, _, count in made if name == "plan")
    print(f"\n{size:,} incidents, {pages:,} pages: {seconds:.2f} s, {pages / seconds:,.0f} pages/s")
    for name, time, count in made:
        print(f"  {name:15} {time:7.2f} s  {time / seconds:4.0%}  {count:,}")
    print(f"  peak memory     {_peak(resource.RUSAGE_SELF):,} MB; largest worker "
          f"{_peak(resource.RUSAGE_CHILDREN):,} MB")  # fmt: skip


def _peak(who: int) -> int:
    """The largest resident set in MB; Linux counts in kB, macOS in bytes."""
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    return resource.getrusage(who).ru_maxrss // unit


if __name__ == "__main__":
    main()
