"""What a machine read is filed as such, shown as such, and vouches for no figure by itself."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sourcebook import cli
from sourcebook.capture import CaptureError
from sourcebook.capture.convert import convert_file
from sourcebook.render import Renderer
from sourcebook.site import prepare
from tests.conftest import SMALL

COLUMNS = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
)
HOCR = """<!DOCTYPE html><html><head><meta name="ocr-system" content="x"></head><body>
<div class="ocr_page"><span class="ocr_line"><span class="ocrx_word" title="x_wconf 96">No</span>
<span class="ocrx_word" title="x_wconf 54"><strong>6</strong></span></span><span class="ocr_line">
<span class="ocrx_word" title="x_wconf 90">here</span></span></div></body></html>"""
ALTO = """<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page>
<TextLine><String CONTENT="No" WC="0.96"/><SP/><String CONTENT="6" WC="0.54"/></TextLine>
<TextLine><String CONTENT="here" WC="0.9"/></TextLine></Page></Layout></alto>"""
WORDS = [(1, 1, 96, "No"), (1, 2, 54, "6"), (1, 3, -1, ""), (2, 1, 90, "here")]
TABLE = f"{COLUMNS}\n" + "".join(
    f"5\t1\t1\t1\t{line}\t{word}\t0\t0\t1\t1\t{sure}\t{text}\n" for line, word, sure, text in WORDS
)


@pytest.mark.parametrize(
    ("data", "name"), [(HOCR, "a.hocr"), (ALTO, "a.xml"), (TABLE, "a.tsv")], ids=lambda one: one[:5]
)
def test_what_programs_write_that_read_pictures(data: str, name: str) -> None:
    made = convert_file(data.encode(), name)
    assert made.text == "No 6\nhere\n"
    assert (made.read.read_by, made.read.confidence) == ("ocr", 80.0)
    assert made.read.found == ("3 words", "1 figure, read with a confidence of 54 to 54 %")


# ---- the command, the check and the pages

LOG = "Row 7. The watch counted no fewer than six at the depot; seven at the salt flat.\n"
RECORD = "content/sources/ember-log-2032.md"
STRIKE = "content/incidents/depot-nine-strike.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small dataset, with the text of a log that a machine read."""
    shutil.copytree(SMALL, tmp_path / "content")
    (tmp_path / "log.txt").write_text(LOG, "utf-8")
    return tmp_path


def capture(root: Path, *words: str, source: str = "ember-log-2032") -> Result:
    command = ("capture", source, str(root / "log.txt"), "--date", "2032-04-01", *words)
    return CliRunner().invoke(cli.commands, command, obj=root)


def codes(root: Path) -> list[str]:
    return sorted({one.code for one in prepare(root).problems if one.code in ("SB514", "SB515")})


def told(root: Path) -> str:
    return " ".join(one.message for one in prepare(root).problems if one.code == "SB515")


def test_a_figure_that_a_machine_read_wants_a_person(root: Path) -> None:
    result = capture(root, "--read-by", "ocr", "--holds", "part")
    assert "  made by ocr; each figure in it wants who compared it (SB515)" in result.output
    assert "  machine reading: 'no fewer than six'" in result.output
    assert "1 found in what a machine read" in result.output
    assert "normalised:machine-reading" in (root / "content/quotes.lock").read_text("utf-8")
    record = (root / RECORD).read_text("utf-8")
    assert "  holds: part\n  read_by: ocr\n" in record
    assert codes(root) == ["SB515"]
    text = (root / STRIKE).read_text("utf-8")
    compared = 'quote: "no fewer than six", compared_by: A. Reader, compared_on: 2032-04-02'
    assert "killed-ember" in told(root)
    (root / STRIKE).write_text(text.replace('quote: "no fewer than six"', compared), "utf-8")
    assert "killed-ember" not in told(root)


def test_the_whole_text_may_be_compared(root: Path) -> None:
    capture(root, "--read-by", "ocr", "--compared-by", "A. Reader: of the desk")
    record = (root / RECORD).read_text("utf-8")
    assert '  compared_by: "A. Reader: of the desk"\n  compared_on: 2032-04-01\n' in record
    assert codes(root) == []


def test_readers_are_told_that_a_machine_read_it(root: Path) -> None:
    capture(root, "--read-by", "ocr", "--holds", "part")
    ready = prepare(root)
    shown = dict.fromkeys(("site_name", "site_url", "urlpath", "repo_url", "edit_uri"), "")
    renderer = Renderer(root, ready.graph, ready.derived, shown | {"exports": ()})
    pages = {page.url: page for page in ready.pages}
    source = renderer.render(pages["sources/ember-log-2032.html"]).article
    assert "holds a part of it" in source
    assert "read by a machine (OCR)" in source
    strike = re.sub(r"\s+", " ", renderer.render(pages["incidents/depot-nine-strike.html"]).article)
    assert "machine reading" in strike
    assert "found in what a machine read from a picture; nobody compared it with it" in strike


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("--read-by", "orc"),
            "--read-by: 'orc' is none of ocr, speech, typed",
        ),
        (("--holds", "most"), "--holds: 'most' is none of whole, part, opening"),
    ],
)
def test_unknown_words_are_told(words: tuple[str, ...], message: str, root: Path) -> None:
    result = capture(root, *words)
    assert isinstance(result.exception, CaptureError)
    assert message in str(result.exception)


def test_eastern_digits_that_a_machine_read_are_refused(root: Path) -> None:
    (root / "log.txt").write_text("قتل ٤٥ شخصا\n", "utf-8")
    record = (root / RECORD).read_text("utf-8")
    (root / RECORD).write_text(record.replace("language: en", "language: ar"), "utf-8")
    result = capture(root, "--read-by", "ocr")
    assert "a machine read digits such as ٤ in it" in str(result.exception)
    assert "--compared-by NAME" in str(result.exception)
    capture(root, "--read-by", "ocr", "--compared-by", "A. Reader")
    assert "compared_by: A. Reader" in (root / RECORD).read_text("utf-8")


def test_the_page_data_counts_what_is_captured(root: Path) -> None:
    capture(root, "--read-by", "ocr", "--holds", "part")
    ready = prepare(root)
    shown = dict.fromkeys(("site_name", "site_url", "urlpath", "repo_url", "edit_uri"), "")
    renderer = Renderer(root, ready.graph, ready.derived, shown | {"exports": ()})
    (data,) = (page for page in ready.pages if page.url == "data.html")
    article = renderer.render(data).article
    for words in (
        "2 sources with a captured text",
        "1 of which the text holds the whole of it",
        "1 of which the text holds a part of it",
        "1 read by a machine (OCR)",
    ):
        assert f"<li>{words}</li>" in article
