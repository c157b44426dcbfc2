"""The command that lists the rules, or explains one."""

from pathlib import Path

import click

from sourcebook.cli.rule_printing import UnknownRuleError, explain_rule, format_rules, rules_as_json
from sourcebook.load import read_dataset


@click.command()
@click.argument("code", required=False)
@click.option("--content", type=click.Path(path_type=Path), help="Folder of the records.")
@click.option("--json", "as_json", is_flag=True, help="Print the list for a program.")
@click.pass_obj
def rules(root: Path, code: str | None, content: Path | None, as_json: bool) -> None:
    """List the rules that records are checked by, or explain the one with the CODE."""
    if code is not None:
        click.echo(_page_of(code, root), nl=False)
        return
    dataset, _ = read_dataset(content or root / "content")
    click.echo(rules_as_json(dataset) if as_json else format_rules(dataset), nl=False)


def _page_of(code: str, root: Path) -> str:
    try:
        return explain_rule(code, root / "templates")
    except UnknownRuleError as error:
        raise click.UsageError(str(error)) from None
