"""What stands in a paraphrase is a report's words: marked so, and shown after the originals."""

import json
import re
import shutil
from pathlib import Path

import pytest

from sourcebook.site import build, prepare
from tests.conftest import SMALL, lay_out

STRIKE = "content/incidents/depot-nine-strike.md"
ORIGINAL = '{source: ember-log-2032, at: row 7, quote: "no fewer than six"'
OWN = "the report's words and not the speaker's"


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, in which the mirror is a copy of what rewords a statement.

    The claim of Ember Watch cites it, looked up, before the log that nobody looked up.
    """
    root = lay_out(tmp_path_factory.mktemp("reworded"))
    shutil.copytree(SMALL.parent / "captures", root / "captures")
    edit(root, "content/dataset.yml", "locks: quotes", "locks: none")
    (root / "content" / "quotes.lock").unlink()
    reworded = "derived_from: [{source: brigade-post, relation: paraphrase}]\n"
    statement = root / "content" / "sources" / "command-statement.md"
    text = statement.read_text("utf-8")
    statement.write_text(text.replace("\ntype:", f"\n{reworded}type:", 1), "utf-8")
    cited = (
        '{source: command-statement-mirror, at: para 2, quote: "dead", as: six, note: Reworded.}'
    )
    edit(root, STRIKE, f"[{ORIGINAL}", f"[{cited}, {ORIGINAL}")
    found = prepare(root)
    assert not [one for one in found.problems if one.code.startswith(("SB1", "SB2"))]
    build(found, root / "site")
    return root / "site"


def page(site: Path) -> str:
    return " ".join((site / "incidents" / "depot-nine-strike.html").read_text("utf-8").split())


def test_a_paraphrase_carries_no_mark_beside_a_speaker(site: Path) -> None:
    """Not where it was looked up, and not in a copy of it."""
    text = page(site)
    shown = re.search(r"in this report’s words:</span> <q>two or three of them</q>(.{0,250})", text)
    assert shown is not None
    assert 'badge badge--paraphrase">paraphrase, looked up<' in shown[1]
    assert OWN.replace("'", "&#39;") in shown[1]
    assert "badge--checked" not in text


def test_an_original_stands_before_a_paraphrase_that_was_looked_up(site: Path) -> None:
    text = page(site)
    row = text[text.index('id="claim-killed-ember"') :]
    original, reworded = row.index("no fewer than six</q>"), row.index("<q>dead</q>")
    assert original < reworded
    assert row.index("The log counts by") < row.index("Reworded.")


def test_so_it_is_in_the_briefing_and_the_export(site: Path) -> None:
    briefing = (site / "briefings" / "salt-month.html").read_text("utf-8")
    assert "paraphrase, looked up" in briefing
    whole = json.loads((site / "dataset.json").read_bytes())
    strike = next(row for row in whole["incidents"] if row["id"] == "depot-nine-strike")
    reworded = {one["quote"]: one["paraphrase"] for one in strike["computed"]["quotations"]}
    assert reworded["two or three of them"] is True
    assert reworded["no fewer than six"] is False


def test_what_reports_or_repeats_is_no_paraphrase(small_site: Path) -> None:
    assert "paraphrase" not in page(small_site)
