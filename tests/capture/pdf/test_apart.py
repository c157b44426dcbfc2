"""A PDF read in a process of its own, within bounds."""

import zlib

import pytest

from sourcebook.capture import CaptureError
from sourcebook.capture.pdf import read_pdf
from sourcebook.capture.pdf.apart import read_apart
from tests.capture.pdf.handmade import handmade, line

SOUND = handmade(line("Three barns were lost that day, and nobody was hurt."))


def unpacking(size: int) -> bytes:
    """A small PDF whose page unpacks to so many bytes."""
    packed = zlib.compress(b" " * size, 9)
    length = f"<</Filter/FlateDecode/Length {len(packed)}>>".encode()
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        page,
        length + b"stream\n" + packed + b"\nendstream",
    ]
    numbered = enumerate(objects, 1)
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in numbered)
    return b"%PDF-1.4\n" + body + b"trailer\n<</Size 5/Root 1 0 R>>\n%%EOF"


def test_what_is_read_is_the_same() -> None:
    assert read_apart(SOUND) == read_pdf(SOUND)


def test_what_is_wrong_is_told_the_same() -> None:
    with pytest.raises(CaptureError, match="the PDF cannot be read"):
        read_apart(b"%PDF-1.4 and no more")


def test_time_is_bounded() -> None:
    with pytest.raises(CaptureError, match=r"takes longer than 0\.01 seconds: divide it"):
        read_apart(SOUND, seconds=0.01)


def test_memory_is_bounded() -> None:
    pytest.importorskip("resource")
    with pytest.raises(CaptureError, match="more memory than there is"):
        read_apart(unpacking(400_000_000), memory=350_000_000)
