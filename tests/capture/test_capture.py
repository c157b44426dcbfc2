"""Files turned into text and filed: what comes of each kind, and what is refused."""

import json
import re
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sourcebook import cli
from sourcebook.capture import CaptureError
from sourcebook.capture.convert import convert_file
from sourcebook.capture.front_matter import with_capture
from sourcebook.models import Capture
from tests.conftest import SMALL

PAGE = """\
<!doctype html><html><head><meta charset="{charset}"><title>A page</title>
<style>p {{}}</style><script>var no = 1</script></head>
<body><!-- no --><nav>Menu</nav><h1>The  mill</h1><p>Three <b>b</b>arns,<br>a caf\u00e9 &amp; more.
<div hidden>no</div><div style="display: none">no <span>no</span></div><ul><li>one<li>two</ul>
<table><tr><td>a<td>b</table><pre>x
  y</pre><noscript>no</noscript></body></html>
"""
LINES = ["A page", "Menu", "The mill", "Three barns,", "a caf\u00e9 & more."]


def pdf(*pages: str, extra: str = "") -> bytes:
    """A PDF with a line of text on each page."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>")
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    for number, text in enumerate(pages):
        fonts = "/Resources<</Font<</F 3 0 R>>>>/MediaBox[0 0 600 800]"
        objects.append(f"<</Type/Page/Parent 2 0 R{fonts}/Contents {5 + 2 * number} 0 R>>")
        drawn = f"BT /F 12 Tf 50 700 Td ({text}) Tj ET"
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    trailer = (
        f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{extra}>>\nstartxref\n{len(out)}\n%%EOF"
    )
    return (out + head + trailer).encode()


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("windows-1252", "cp1252")],
)
def test_a_page_is_read_whole_and_only_what_is_seen(charset: str, encoding: str) -> None:
    made = convert_file(PAGE.format(charset=charset).encode(encoding), "page.html")
    assert made.kind.media_type == "text/html"
    lines = made.text.splitlines()
    assert lines[:5] == LINES
    assert lines[5:] == ["one", "two", "a", "b", "x", "y"]


def test_a_page_is_known_by_its_beginning() -> None:
    for start in (
        "<!DOCTYPE html>",
        "\ufeff <html>",
        "<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>",
        "<!-- x --><html>",
    ):
        assert convert_file(f"{start}<p>Text.".encode(), "saved").kind.media_type == "text/html"


def test_text_stays_as_it_is() -> None:
    made = convert_file(b"\xef\xbb\xbfOne  line. \r\n\r\n  Two\x07.\r", "notes.txt")
    assert made.text == "One  line.\n\n  Two.\n"
    assert made.kind.media_type == "text/plain"
    assert convert_file("النص".encode("utf-16"), "a.txt").text == "النص\n"
    assert convert_file("النص".encode("cp1256"), "a.txt", "windows-1256").text == "النص\n"


def test_a_pdf_gives_the_text_of_its_pages() -> None:
    made = convert_file(
        pdf("Three barns were lost that day.", "A bridge was lost, too, they say."), "x"
    )
    assert made.kind.media_type == "application/pdf"
    assert "Three barns were lost that day." in made.text
    assert made.text.index("barns") < made.text.index("bridge")


def test_a_page_saved_with_all_its_parts() -> None:
    saved = (
        'From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
        "--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: "
        "quoted-printable\n\n<html><p>Three=20caf=C3=A9s</html>\n--b--\n"
    )
    assert convert_file(saved.encode(), "page.mhtml").text == "Three caf\u00e9s\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "it is empty"),
        (b" \n\t", "it is empty"),
        (b"<html><script>no</script></html>", "there is no text in it"),
        (b"PK\x03\x04rest", "a damaged ZIP file"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\x1f\x8bxx", "a compressed file"),
        (b"abc\0def", "it is no text"),
        (
            "caf\u00e9".encode("cp1252"),
            r"it is not utf-8 text \(0xe9 at byte 4\): name its encoding",
        ),
        (b'<meta charset="martian"><html>x', None),
        (b"%PDF-1.4 and no more", "the PDF cannot be read"),
        (pdf("", ""), "the 2 pages of the PDF hold pictures and no text"),
    ],
)
def test_what_is_refused(data: bytes, message: str | None) -> None:
    if message is None:  # what nobody knows is not declared
        assert convert_file(data, "x").text
        return
    with pytest.raises(CaptureError, match=message):
        convert_file(data, "source")


def test_an_unknown_encoding_is_told() -> None:
    with pytest.raises(CaptureError, match="nobody knows the encoding 'martian'"):
        convert_file(b"text", "a.txt", "martian")


def test_an_encrypted_pdf_is_refused() -> None:
    code = (
        "/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<"
        + "00" * 32
        + ">/U<"
        + "11" * 32
        + ">>>"
    )
    with pytest.raises(CaptureError, match="the PDF is encrypted"):
        convert_file(pdf("Text.", extra=f"{code}/ID[<00><00>]"), "x.pdf")


def test_a_file_may_be_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sourcebook.capture.convert.MAX_CAPTURE", 10)
    with pytest.raises(CaptureError, match="it has 11 bytes, but may have 10"):
        convert_file(b"x" * 11, "a.txt")


NEW = Capture.model_validate({"sha256": "a" * 64, "captured": "2032-03-01"})
BLOCK = f"capture:\n  sha256: {'a' * 64}\n  captured: 2032-03-01\n"
OLD = "capture:\n  sha256: old\n  captured: 2030\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: 1\n---\nbody\n", f"---\na: 1\n{BLOCK}---\nbody\n"),
        (f"---\na: 1\n{OLD}b: 2\n---\n", f"---\na: 1\n{BLOCK}b: 2\n---\n"),
        (f"---\n{OLD}# note\n\nb: 2\n---\n", f"---\n{BLOCK}# note\n\nb: 2\n---\n"),
        (f"---\nb: 2\n{OLD}---\n--- x\n", f"---\nb: 2\n{BLOCK}---\n--- x\n"),
        ("---\ncapture: {sha256: old, captured: 2030}\nb: 2\n---\n", f"---\n{BLOCK}b: 2\n---\n"),
        ("---\nb: {capture: 1}  # x\n---", f"---\nb: {{capture: 1}}  # x\n{BLOCK}---"),
        ("---\nb:\n  - 'x:   y'\n---\n", f"---\nb:\n  - 'x:   y'\n{BLOCK}---\n"),
    ],
)
def test_all_other_bytes_of_a_record_stay(text: str, expected: str) -> None:
    for end in ("\n", "\r\n"):
        assert with_capture(text.replace("\n", end), NEW) == expected.replace("\n", end)
    assert with_capture(expected, NEW) == expected


# ---- the command


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small dataset, in which no text is captured."""
    shutil.copytree(SMALL, tmp_path / "content")
    return tmp_path


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli.commands, words, obj=root)


LOG = "Row 7. The watch counted no fewer than six at the depot; seven at the salt flat.\n"


def test_a_source_is_captured_and_its_quotations_checked(root: Path) -> None:
    (root / "log.txt").write_text(LOG, "utf-8")
    before = (root / "content" / "sources" / "ember-log-2032.md").read_text("utf-8")
    words = ("capture", "ember-log-2032", str(root / "log.txt"), "--date", "2032-04-01")
    result = run(root, *words)
    digest = sha256(LOG.encode()).hexdigest()
    assert result.exit_code in (0, 1)
    assert f"captures/{digest}.txt: {len(LOG)} characters of log.txt (text/plain)" in result.output
    assert "  exact: 'no fewer than six'" in result.output
    assert (root / "captures" / f"{digest}.txt").read_text("utf-8") == LOG
    after = (root / "content" / "sources" / "ember-log-2032.md").read_text("utf-8")
    assert re.sub(r"capture:\n(  .*\n){4}", "", after) == before
    assert f"claims.killed-ember ember-log-2032 {digest} exact" in lock(root)
    files = {p: p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}
    assert run(root, *words[:3]).exit_code == result.exit_code
    assert {p: p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()} == files


def lock(root: Path) -> str:
    return (root / "content" / "quotes.lock").read_text("utf-8")


def test_the_folder_of_captures_can_be_named(root: Path, tmp_path: Path) -> None:
    (root / "log.txt").write_text(LOG, "utf-8")
    private = tmp_path / "private"
    run(root, "capture", "ember-log-2032", str(root / "log.txt"), "--captures", str(private))
    assert len(list(private.glob("*.txt"))) == 1
    assert not (root / "captures").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("ember-log-2023", "log.txt"),
            "there is no source 'ember-log-2023'; did you mean 'ember-log-2032'?",
        ),
        (("ember-watch", "log.txt"), "there is no source 'ember-watch'"),
        (("ember-log-2032", "nowhere.txt"), "nowhere.txt: cannot be read"),
        (("ember-log-2032", "empty.txt"), "empty.txt: it is empty"),
        (("ember-log-2032", "log.txt", "--date", "soon"), "--date: 'soon' is not a date"),
    ],
)
def test_what_cannot_be_captured_changes_nothing(
    words: tuple[str, ...], message: str, root: Path
) -> None:
    (root / "log.txt").write_text(LOG, "utf-8")
    (root / "empty.txt").write_bytes(b"")
    files = {p: p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}
    result = run(root, "capture", words[0], str(root / words[1]), *words[2:])
    assert isinstance(result.exception, CaptureError)
    assert message in str(result.exception)
    assert {p: p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()} == files


def test_a_source_in_a_table_is_written_by_hand(root: Path) -> None:
    (root / "log.txt").write_text(LOG, "utf-8")
    fields = {"title": "T", "publisher": "P", "type": "article", "language": "en", "read": "whole"}
    row = json.dumps({"id": "row"} | fields)
    (root / "content" / "sources.jsonl").write_text(row, "utf-8")
    result = run(root, "capture", "row", str(root / "log.txt"))
    assert '"capture": {"sha256": "' in str(result.exception)
    assert not (root / "captures").exists()
