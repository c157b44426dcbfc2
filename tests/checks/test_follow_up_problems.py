"""A record that does not load is told of, and not what follows from its not being there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from sourcebook import cli
from sourcebook.site import prepare
from tests.conftest import lay_out

Change = Callable[[Path], object]
STRIKE, LOG = "incidents/depot-nine-strike.md", "sources/ember-log-2032.md"
CAPITALS, BLANK = "incidents/Depot-Nine-Strike.md", "incidents/depot nine strike.md"
MARKDOWN, TEXT, ACTOR = LOG + "own", LOG + ".txt", "actors/ember-log-2032.md"


def rename(name: str, to: str) -> Change:
    return lambda content: (content / name).rename(content / to)


def rewrite(name: str, old: str, new: str) -> Change:
    def change(content: Path) -> None:
        text = (content / name).read_text("utf-8")
        assert old in text
        (content / name).write_text(text.replace(old, new, 1), "utf-8")

    return change


CHANGES: dict[str, tuple[Change, str]] = {
    "a tab in the fields": (rewrite(STRIKE, "type:", "\ttype:"), STRIKE),
    "an unknown field": (rewrite(STRIKE, "type:", "typ:"), STRIKE),
    "an empty quotation": (rewrite(STRIKE, "cites: [{", "cites: [{quote: '', "), STRIKE),
    "another ending": (rename(LOG, MARKDOWN), MARKDOWN),
    "two endings": (rename(LOG, TEXT), TEXT),
    "capitals": (rename(STRIKE, CAPITALS), CAPITALS),
    "a blank": (rename(STRIKE, BLANK), BLANK),
    "the wrong folder": (rename(LOG, ACTOR), ACTOR),
    "an unknown folder": (rename("sources", "source"), "source"),
    "no such zone": (rewrite("dataset.yml", "time_zone: ", "time_zone: Nowhere/"), "dataset.yml"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_only_the_cause_is_told(name: str, tmp_path: Path) -> None:
    change, path = CHANGES[name]
    change(lay_out(tmp_path) / "content")
    assert {problem.path for problem in prepare(tmp_path).problems} == {f"content/{path}"}


def test_it_is_said_what_to_mend_first(tmp_path: Path) -> None:
    content = lay_out(tmp_path) / "content"
    rename(STRIKE, CAPITALS)(content)
    rewrite("episodes/quiet-year.md", "Nothing happened", "Seven fires burnt")(content)
    found = CliRunner().invoke(cli.commands, ("check",), obj=tmp_path)
    assert found.exit_code == 1
    told = "first mend these; what depends on their records was not looked at yet: "
    assert f"{told}content/{CAPITALS}\n" in found.output
