"""Looked up in this run, trusted by its line, or never checked: told apart wherever it is told."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sourcebook import cli
from sourcebook.language import FOR_EDITORS
from sourcebook.quotes import CheckState, QuotationCounts, count_states, describe_quotations
from sourcebook.site import build, prepare
from tests.conftest import SMALL, lay_out

PAGE = "incidents/depot-nine-strike.html"
LOOKED_UP = "found by this build in the capture of 1 March 2032 (sha256 bd0e3c61…)"
TRUSTED = "quotes.lock says that it was found in the capture of 1 March 2032 (sha256 bd0e3c61…)"
NEVER = "no captured text of the source is on record"


@pytest.fixture(scope="module")
def looked_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small dataset, built where its captures are at hand."""
    root = lay_out(tmp_path_factory.mktemp("captured"))
    shutil.copytree(SMALL.parent / "captures", root / "captures")
    build(prepare(root), root / "site")
    return root / "site"


def text_of(site: Path, path: str) -> str:
    return " ".join((site / path).read_text("utf-8").split())


def check(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli.commands, ("check", *words), obj=root)


def test_each_state_has_a_word_of_its_own_on_a_page(looked_up: Path, small_site: Path) -> None:
    for path in (PAGE, "briefings/salt-month.html"):
        here, elsewhere = text_of(looked_up, path), text_of(small_site, path)
        assert LOOKED_UP in here
        assert 'badge badge--checked">looked up<' in here
        assert TRUSTED not in here
        assert TRUSTED in elsewhere
        assert 'badge badge--trusted">trusted<' in elsewhere
        assert LOOKED_UP not in elsewhere
        assert NEVER in here
        assert NEVER in elsewhere


def test_a_source_counts_its_quotations(looked_up: Path, small_site: Path) -> None:
    path = "sources/command-statement-mirror.html"
    start = "2 quotations of it on this site:"
    assert f"{start} 2 looked up, 0 trusted by quotes.lock, 0 never checked" in text_of(
        looked_up, path
    )
    assert f"{start} 0 looked up, 2 trusted by quotes.lock, 0 never checked" in text_of(
        small_site, path
    )
    never = text_of(small_site, "sources/brigade-post.html")
    assert "none on record: 1 quotation of it on this site: 0 looked up, 0 trusted" in never


def test_the_page_of_data_counts_them(looked_up: Path, small_site: Path) -> None:
    here, elsewhere = text_of(looked_up, "data.html"), text_of(small_site, "data.html")
    for page in (here, elsewhere):
        assert "<p>Of 4 quotations on this site</p>" in page
        assert "2 were <strong>never checked</strong>" in page
    assert "2 were <strong>looked up</strong>" in here
    assert "0 were <strong>trusted</strong>" in here
    assert "2 were <strong>trusted</strong>" in elsewhere


def test_the_export_has_the_state_of_each(looked_up: Path, small_site: Path) -> None:
    for site, found in ((looked_up, "looked-up"), (small_site, "trusted")):
        whole = json.loads((site / "dataset.json").read_bytes())
        strike = next(row for row in whole["incidents"] if row["id"] == "depot-nine-strike")
        assert {one["quote"]: one["state"] for one in strike["computed"]["quotations"]} == {
            "our aircraft struck the depot": found,
            "two or three of them": found,
            "no fewer than six": "never-checked",
            "لم يصب أحد": "never-checked",
        }


def test_the_last_line_of_check_counts_them(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "content")
    assert check(tmp_path).output.splitlines()[-1] == (
        "4 quotations: 0 looked up, 2 trusted by quotes.lock, 2 never checked"
    )
    captures = str(SMALL.parent / "captures")
    assert check(tmp_path, "--captures", captures).output.splitlines()[-1] == (
        "4 quotations: 2 looked up, 0 trusted by quotes.lock, 2 never checked"
    )


def test_nothing_to_check_does_not_read_like_all_checked() -> None:
    assert describe_quotations(QuotationCounts(), FOR_EDITORS) == "no quotation to look up"


def test_states_are_counted_as_often_as_they_are_given() -> None:
    states = [CheckState.TRUSTED, CheckState.LOOKED_UP, CheckState.TRUSTED]
    assert count_states(states) == QuotationCounts(1, 2, 0)
    assert count_states(states).total == 3
