"""What is filed of a page: what a reader with a browser sees, with what is set apart marked."""

import re

import pytest

from sourcebook.capture.convert import convert_file
from sourcebook.quotes.source_text import QuotedText, SourceText
from tests.capture.page_cases import PageCase, page_cases

CASES = page_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_text_of_a_page(case: PageCase) -> None:
    page = f"<!doctype html><meta charset=utf-8>{case.page}"
    assert convert_file(page.encode(), "page.html").text == f"{case.text}\n"


def filed(page: str) -> SourceText:
    return SourceText(convert_file(f"<!doctype html><body>{page}".encode(), "page.html").text)


@pytest.mark.parametrize(
    ("page", "words", "found"),
    [
        ("killed 3<sup>1</sup> people", "killed 3 people", True),
        ("killed 3<sup>1</sup> people", "killed 31 people", False),
        ("killed 3<sup>1</sup> people", "killed 3 1 people", False),
        ("10<sup>6</sup> people", "106 people", False),
        ("10<sup>6</sup> people", "10 people", False),
        ("3<sub>1</sub> people", "31 people", False),
        ("<del>45</del> 54 killed", "45", False),
        ("<del>45</del> 54 killed", "54 killed", True),
        ("12<img>3 killed", "123 killed", False),
        ("<table><td>3<td>1</table>", "31", False),
        ("<table><td>3<td>100</table>", "3 100", False),
        ("<table><td>killed<td>3</table>", "killed 3", True),
        ("3<span class=sr-only> of 100</span> people", "3 people", True),
    ],
)
def test_what_can_be_quoted_of_a_page(page: str, words: str, found: bool) -> None:
    assert (filed(page).find(QuotedText(words), in_running_text=True).fitting > 0) is found


def test_a_page_may_be_deep_and_large() -> None:
    assert convert_file(b"<html>" + b"<div>" * 100_000 + b"deep", "x.html").text == "deep\n"
    many = b"<style>" + b"@media screen{" * 5000 + b"</style><p>seen"
    assert convert_file(b"<html>" + many, "x.html").text == "seen\n"


def test_a_saved_page_shows_its_frames_where_they_stand() -> None:
    part = "--b\nContent-Type: text/html; charset=utf-8\n"
    saved = (
        "From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
        ' boundary="b"\n\n'
        f'{part}Content-Location: https://a.example/\n\n<html><p>One<iframe src="cid:f@x"></iframe>'
        f"<iframe src='https://a.example/g'></iframe><p>Four\n{part}Content-ID: <f@x>\n\n<p>Two\n"
        f"{part}Content-Location: https://a.example/g\n\n<p>Three\n--b--\n"
    )
    read = convert_file(saved.encode(), "page.mht")
    assert read.text.split() == ["One", "Two", "Three", "Four"]
    assert read.kind.media_type == "multipart/related"


def test_a_page_may_show_itself() -> None:
    part = "--b\nContent-Type: text/html\nContent-Location: https://a.example/\n\n"
    frames = "<iframe src='https://a.example/'></iframe>" * 100
    saved = (
        "From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
        f' boundary="b"\n\n{part}<p>One{frames}\n{part}<p>Two{frames}\n--b--\n'
    )
    assert convert_file(saved.encode(), "page.mht").text.startswith("One\nTwo")


def test_what_overriding_characters_turn_is_filed_as_it_is_seen() -> None:
    text = "The toll is \u202e54\u202c people.\n\u202eשלום\u202c\n"
    assert convert_file(text.encode(), "a.txt").text == "The toll is 45 people.\nשלום\n"


def test_what_is_left_out_of_a_page_is_counted() -> None:
    page = "<html><p hidden>a<p hidden>b<p>c<iframe src=x></iframe>"
    assert convert_file(page.encode(), "x.html").read.left_out == (
        "passages that the page hides (2)",
        "frames that are pages of their own (1)",
    )


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<meta charset=windows-1256>\u0627\u0644\u0646\u0635", "\u0627\u0644\u0646\u0635"),
        (
            "<!-- <meta charset=utf-8> --><META content='text/html; charset=cp1256'>\u0646",
            "\u0646",
        ),
    ],
)
def test_the_encoding_that_a_page_declares(page: str, text: str) -> None:
    made = convert_file(f"<html>{page}".encode("cp1256"), "x.html")
    assert re.sub(r"\s", "", made.text) == text
