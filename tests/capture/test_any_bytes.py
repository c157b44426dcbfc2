"""Whatever the bytes and the name: a text is filed, or it is said in words why none is."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.capture import CaptureError
from sourcebook.capture.convert import convert_file
from sourcebook.quotes import asides
from tests.capture.test_wrappers import PAGE, REPLY, ROLLING, mail, warc
from tests.strategies import bounded

REPORT = (Path(__file__).parent / "files" / "report.docx").read_bytes()
ENDINGS = (
    "txt",
    "html",
    "mht",
    "eml",
    "vtt",
    "srt",
    "docx",
    "json",
    "warc",
    "csv",
    "md",
    "tsv",
    "x",
)
BEGINNINGS = (
    b"", b"<!doctype html><p>a<del>b<sup>1", b"WEBVTT\n\n00:01.000 --> 00:02.000\n",
    b"From: a@b.example\nMessage-ID: <1>\n\n", b"PK\x03\x04", b"%PDF-1.4\n", b"WARC/1.0\r\n",
    b"\x1f\x8b\x08", b"\xd0\xcf\x11\xe0", b'{"type": "x", "messages": [{"date": 1, "text": ',
    b"<?xml version='1.0'?><tt>", b"<?xml version='1.0'?><alto>", b"\xff\xfe",
    b"level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tconf\ttext\n",
    b"24/8/32, 4:10 PM - Ann: ",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n",
)  # fmt: skip
WHOLE = (
    REPORT,
    mail(REPLY).as_bytes(),
    ROLLING.encode(),
    warc(PAGE),
    json.dumps({"type": 1}).encode(),
)


def told(data: bytes, name: str) -> str:
    """The text that is filed, or why there is none; anything else is a fault."""
    try:
        return convert_file(data, name).text
    except CaptureError as error:
        return str(error)


@bounded(300)
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=200), st.sampled_from(ENDINGS))
def test_any_bytes_end_in_a_text_or_in_words(beginning: bytes, rest: bytes, ending: str) -> None:
    assert told(beginning + rest, f"source.{ending}")


@bounded(200)
@given(st.sampled_from(BEGINNINGS), st.text("<>&;/='\"a1 \n\t⟦⟧[]{}:,-", max_size=200))
def test_any_text_ends_in_a_text_or_in_words(beginning: bytes, rest: str) -> None:
    assert told(beginning + rest.encode(), "source")


@bounded(200)
@given(st.sampled_from(WHOLE), st.data())
def test_damaged_files_end_in_a_text_or_in_words(whole: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.binary(min_size=1, max_size=4))
    assert told(whole[:place] + other + whole[place + 1 :], "source.eml")
    assert told(whole[:place], "source")


@bounded(200)
@given(st.text("<>pdels ⟦⟧struck45/", min_size=1, max_size=60))
def test_no_source_makes_an_aside_by_itself(words: str) -> None:
    for name in ("a.txt", "a.md", "a.csv"):
        text = told(words.encode(), name)
        inside = [aside.text for aside in asides.find_asides(text)]
        assert all("⟦" not in one for one in inside)
        assert words.count("<") or name == "a.md" or not inside


@pytest.mark.parametrize(
    "data",
    [
        b"<p>" + b" " * 2_000_000 + b"x",
        b"24/8/32, 4:10 PM - Ann: x\n" * 20_000,
        b"From: a@b.example\nMessage-ID: <1>\n\n" + b"On 2 May 2033 x wrote:\n" * 5_000,
        b"From: a@b.example\nMessage-ID: <1>\n\n" + b"> x\nwrote:\n" * 20_000,
        b"<html>" + b"<sup>1</sup>" * 50_000,
        b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\nx\n\n" * 20_000,
    ],
)
def test_large_files_are_read_in_their_time(data: bytes) -> None:
    assert told(data, "source.html" if data.startswith(b"<") else "source")
