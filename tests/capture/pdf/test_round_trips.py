"""Sentences printed into PDFs by several programs, and read back: right, or refused."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.enums import TextMode
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from playwright.sync_api import sync_playwright

from sourcebook.capture import CaptureError
from sourcebook.capture.pdf import read_pdf
from sourcebook.capture.pdf.read_pdf import UNREAD
from tests.browser import chromium
from tests.capture.pdf.sentences import (
    LAYOUTS,
    TABLE,
    in_one_line,
    random_sentence,
    sentence_page,
)

MADE = Path(__file__).parent / "made"
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
NOT_SURE = {"weasyprint-justified": [TABLE["ar"][2]]}
"""WeasyPrint lays out each line alone, so that a date at the start of one may be turned round."""
SENTENCES = [sentence for several in TABLE.values() for sentence in several]


def wrong_parts(written: list[str], data: bytes) -> list[str]:
    """What a PDF is read as saying that was not written."""
    try:
        read = read_pdf(data).text
    except CaptureError:
        return []
    whole = "\n".join(written)
    parts = [part.strip() for line in read.splitlines() for part in line.split(UNREAD)]
    return [part for part in parts if part and part not in whole]


@pytest.mark.parametrize("file", sorted(MADE.glob("*.pdf")), ids=lambda file: file.stem)
def test_what_programs_printed_is_read_right(file: Path) -> None:
    read = in_one_line(read_pdf(file.read_bytes()).text)
    missing = [sentence for sentence in SENTENCES if sentence not in read]
    assert missing == NOT_SURE.get(file.stem, [])
    assert (UNREAD in read) is (file.stem in NOT_SURE)


def printed(pages: list[str]) -> list[bytes]:
    """Pages of HTML as the machine's Chromium prints them.

    In a thread of its own: another test of this process may have a browser open already.
    """
    program = chromium.find_or_skip()
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_printed, program, pages).result()


def _printed(program: Path, pages: list[str]) -> list[bytes]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=chromium.FLAGS)
        window = browser.new_page()
        files = []
        for page in pages:
            window.set_content(page)
            files.append(window.pdf())
        browser.close()
    return files


def test_what_chromium_prints_is_read_right_or_not_at_all() -> None:
    if not FONT.is_file():
        pytest.skip("no DejaVu Sans: apt install fonts-dejavu-core")
    pages = [sentence_page(TABLE, layout) for layout in LAYOUTS]
    drawn = {f"s{seed}": random_sentence(seed) for seed in range(60)}
    files = printed([*pages, sentence_page({"ar": tuple(drawn.values())})])
    for file in files[:-1]:
        read = in_one_line(read_pdf(file).text)
        assert [sentence for sentence in SENTENCES if sentence not in read] == []
    assert wrong_parts(list(drawn.values()), files[-1]) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=4, unique=True))
def test_what_fpdf_writes_is_read_right_or_not_at_all(seeds: list[int]) -> None:
    if not FONT.is_file():
        pytest.skip("no DejaVu Sans: apt install fonts-dejavu-core")
    sentences = [random_sentence(seed) for seed in seeds]
    assert wrong_parts(sentences, fpdf_pages(sentences, shaping=True)) == []


@pytest.mark.parametrize("language", ["ar", "he", "fa"])
def test_letters_that_are_drawn_back_to_front_are_refused(language: str) -> None:
    if not FONT.is_file():
        pytest.skip("no DejaVu Sans: apt install fonts-dejavu-core")
    with pytest.raises(CaptureError, match="back to front"):
        read_pdf(fpdf_pages(list(TABLE[language]), shaping=False))


def test_arabic_that_a_machine_read_off_a_picture_is_refused() -> None:
    if not FONT.is_file():
        pytest.skip("no DejaVu Sans: apt install fonts-dejavu-core")
    with pytest.raises(CaptureError, match="a program read page 1 of the PDF off a picture"):
        read_pdf(fpdf_pages(list(TABLE["ar"]), shaping=True, scanned=True))


def fpdf_pages(sentences: list[str], *, shaping: bool, scanned: bool = False) -> bytes:
    """A PDF of lines by fpdf2, whose letters are joined and in order only with `shaping`.

    `scanned`: they lie unseen over a picture of the page.
    """
    document = FPDF(orientation="landscape", format=(1200, 300))
    document.add_page()
    document.add_font("dejavu", fname=FONT)
    document.set_font("dejavu", size=12)
    if scanned:
        document.image(Image.new("L", (8, 8), 200), 0, 0, document.w, document.h)
        document.text_mode = TextMode.INVISIBLE
    document.set_text_shaping(shaping, direction="rtl" if shaping else None)
    for sentence in sentences:
        document.cell(0, 10, sentence, align="R", new_x="LMARGIN", new_y="NEXT")
    return bytes(document.output())
