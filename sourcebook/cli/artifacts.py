"""The commands that make a file to take away: a briefing, or the whole site."""

from datetime import datetime
from pathlib import Path

import click

from sourcebook import site
from sourcebook.atomic_file import replace_file
from sourcebook.briefing import pdf
from sourcebook.cli.options import (
    as_of,
    common_options,
    prepare,
    print_result,
    stop_on_errors,
)
from sourcebook.cli.progress import progress_display
from sourcebook.language import FOR_EDITORS
from sourcebook.link import Graph
from sourcebook.models import Episode
from sourcebook.outputs import pack_name, write_pack
from sourcebook.problems import did_you_mean, quoted
from sourcebook.publish import published_paths


@click.command("brief")
@click.argument("episode")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="File to write.")
@click.option("--pdf", "as_pdf", is_flag=True, help="Write a PDF; this needs WeasyPrint.")
@as_of
@common_options
def briefing(
    root: Path, content: Path, episode: str, out: Path | None, as_pdf: bool,
    day: datetime | None, strict: bool, quiet: bool, form: str,
) -> None:  # fmt: skip
    """Write the briefing of an EPISODE as one file, which needs no network and no other file.

    Without a name it is EPISODE.html in the folder that you are in.
    """
    if as_pdf:
        pdf.library()  # said at once, and not after all the work
    prepared = prepare(root, content, day)
    stop_on_errors(prepared, strict, form)
    record = _find_episode(prepared.graph, episode)
    target = out or Path(f"{record.id}.{'pdf' if as_pdf else 'html'}")
    with replace_file(target) as draft:
        made = site.briefing(prepared, record)
        draft.write_bytes(pdf.pdf(made) if as_pdf else made)
    if not quiet:
        print_result(f"{target}: {_format_size(target)}", form)


@click.command()
@click.option("-o", "--out", type=click.Path(path_type=Path), help="ZIP file to write.")
@as_of
@common_options
def pack(
    root: Path, content: Path, out: Path | None, day: datetime | None,
    strict: bool, quiet: bool, form: str,
) -> None:  # fmt: skip
    """Build the site and pack it with its briefings for a memory stick, with checksums.

    Without a name the ZIP file is called after the dataset and its edition.
    """
    prepared = prepare(root, content, day)
    stop_on_errors(prepared, strict, form)
    site.build(prepared, root / "site", None if quiet else progress_display())
    dataset = prepared.graph.dataset
    target = out or Path(f"{pack_name(dataset)}.zip")
    with replace_file(target) as draft:
        write_pack(draft, root / "site", published_paths(root / "site"), dataset)
    if not quiet:
        files = FOR_EDITORS.count(len(published_paths(root / "site")), "file")
        print_result(f"{target}: {files}, {_format_size(target)}", form)


def _find_episode(graph: Graph, episode_id: str) -> Episode:
    record = graph.records.get(graph.aliases.get(episode_id, episode_id))
    if isinstance(record, Episode):
        return record
    known = [episode.id for episode in graph.all_of(Episode)]
    kind = f" ({quoted(episode_id)} is of the kind {record.kind})" if record else ""
    hint = did_you_mean(episode_id, known) or f"; there is {', '.join(known) or 'none'}"
    raise click.UsageError(f"there is no episode {quoted(episode_id)}{kind}{hint}")


def _format_size(path: Path) -> str:
    return f"{path.stat().st_size / 1000:,.0f} kB"
