"""PDFs that are broken, locked or no text: each is refused in plain words."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from sourcebook.capture import CaptureError
from sourcebook.capture.pdf import read_pdf
from tests.capture.pdf.handmade import handmade, line

SOUND = handmade(line("Three barns were lost that day, and nobody was hurt."))


def encrypted(user: str, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(SOUND))
    writer.encrypt(user, "owner", algorithm=algorithm)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_password_keeps_out_and_a_permission_does_not(algorithm: str) -> None:
    assert "Three barns" in read_pdf(encrypted("", algorithm)).text
    with pytest.raises(CaptureError, match="the PDF is encrypted: print it into a new PDF"):
        read_pdf(encrypted("secret", algorithm))


def test_an_attachment_is_no_text() -> None:
    writer = PdfWriter(clone_from=BytesIO(SOUND))
    writer.add_attachment("other.txt", b"Forty were hurt.")
    out = BytesIO()
    writer.write(out)
    assert "Forty" not in read_pdf(out.getvalue()).text


def test_a_form_for_one_program_is_refused() -> None:
    with pytest.raises(CaptureError, match="a form that only Adobe's programs show"):
        read_pdf(handmade(line("Please wait."), catalog="/AcroForm<</XFA(x)/Fields[]>>"))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4 and no more",
        b"%PDF-1.4\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
        SOUND.replace(b"/Type/Page/", b"/Type/Nope/"),
        SOUND[: len(SOUND) // 3],
    ],
)
def test_a_broken_one_is_refused(data: bytes) -> None:
    with pytest.raises(CaptureError, match="PDF"):
        read_pdf(data)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_is_broken_ends_in_a_text_or_an_error(data: st.DataObject) -> None:
    broken = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    with suppress(CaptureError):
        read_pdf(bytes(broken))
