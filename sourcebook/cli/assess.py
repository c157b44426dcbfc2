"""The command `assess`: a person's verdict on whether a passage says what its claim says."""

from pathlib import Path

import click

from sourcebook.citations import Assessed, AssessRequest, assess_citation
from sourcebook.language import FOR_EDITORS
from sourcebook.vocabulary import Verdict


@click.command()
@click.argument("record_id", metavar="RECORD")
@click.argument("claim_id", metavar="CLAIM")
@click.argument("source_and_verdict", metavar="[SOURCE] VERDICT", nargs=-1, required=True)
@click.option("--by", required=True, help="Who read it: a person's name.")
@click.option("--on", "day", help="The day it was read, as in 2031-05-02; today unless given.")
@click.option("--locator", help="Where in the source, if the claim cites it twice: 'para 2'.")
@click.option("--content", type=click.Path(path_type=Path), help="Folder of the records.")
@click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
@click.pass_obj
def assess(
    root: Path, record_id: str, claim_id: str, source_and_verdict: tuple[str, ...], by: str,
    day: str | None, locator: str | None, content: Path | None, quiet: bool,
) -> None:  # fmt: skip
    """Write what a person found who read a passage under its CLAIM: the VERDICT.

    It is one of supports, in_part, contradicts and context. It is shown beside the passage, and
    falls open when passage or claim changes. SOURCE is needed where a claim cites several.
    """
    content = content or root / "content"
    if not content.is_dir():
        raise click.UsageError(f"there is no folder {content}; name one with --content")
    if len(source_and_verdict) > 2:
        raise click.UsageError("behind the claim come one source and one verdict at the most")
    *source, verdict = source_and_verdict
    made = assess_citation(
        AssessRequest(
            content, record_id, claim_id, source[0] if source else None, verdict, by, day, locator
        )
    )
    made.write()
    if not quiet:
        _show(made)


def _show(made: Assessed) -> None:
    """The claim, the passage and the verdict, so that a slip in one of them is seen."""
    graph, claim, citation = made.graph, made.claim, made.place.citation
    who = FOR_EDITORS.join_list(map(graph.label, claim.by))
    about = graph.subject_in_sentence(claim.measure, claim.of)
    words = f"“{citation.quote}”"
    if citation.quote is None and citation.passage is not None:
        words = f"sealed, words {citation.passage.words}"
    read_as = graph.dataset.terms(Verdict)[made.assessment.verdict].read_as
    click.echo(f"{who} – {about}: {claim.value.text}")
    click.echo(f"{citation.source}: {words}")
    click.echo(f"{read_as} by {made.assessment.by}, {FOR_EDITORS.day(made.assessment.date)}")
