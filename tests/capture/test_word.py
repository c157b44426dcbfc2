"""Word documents: as LibreOffice writes one, and each part of one as Word may write it."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from sourcebook.capture import CaptureError
from sourcebook.capture.convert import convert_file

REPORT = Path(__file__).parent / "files" / "report.docx"
"""Written by LibreOffice 7.4 from an invented report, with changes tracked."""
EXPECTED = """\
⟦page Situation report 45⟧
At least ⟦struck three⟧six people were killed⟦note 1⟧ near the mill.
The toll was ⟦struck 12⟧ 21 on the 1st, as the town⟦note 2⟧ said ⟦hidden secretly⟧.
⟦number Incident 1:⟧ The quay was hit.
⟦number a)⟧ Two boats sank.
⟦number b)⟧ One burnt.
⟦number Incident 2:⟧ The mill was hit.
Before the box and behind it⟦note i⟧.
Map of the quay
killed
3
|
1
wounded
On 5/2/33, see this.
⟦note 1⟧ The ministry counted nine.
⟦note i⟧ See the log.
⟦page Page 1⟧
"""
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="urn:wps"'
)


def document(body: str, prolog: str = "") -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        text = f"{prolog}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        packed.writestr("word/document.xml", text)
    return file.getvalue()


def run(words: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*parts: str) -> str:
    return f"<w:p>{''.join(parts)}</w:p>"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


RAISED = '<w:vertAlign w:val="superscript"/>'
BOX = f"<w:txbxContent>{paragraph(run('In a box: 9'))}</w:txbxContent>"
CASES = {
    "the result of a field and not its instruction": (
        paragraph(
            run("At least "), mark("begin"), "<w:r><w:instrText>= 4+2</w:instrText></w:r>",
            mark("separate"), run("6"), mark("end"), run(" people")
        ),
        "At least 6 people",
    ),
    "a field within the instruction of another": (
        paragraph(
            mark("begin"), run("IF "), mark("begin"), run("99"), mark("separate"), run("98"),
            mark("end"), mark("separate"), run("six"), mark("end")
        ),
        "six",
    ),
    "a simple field": (
        paragraph(f'<w:fldSimple w:instr="=SUM(ABOVE)">{run("23")}</w:fldSimple>', run(" hurt")),
        "23 hurt",
    ),
    "deletions and insertions": (
        paragraph(
            run("At least "), "<w:del><w:r><w:delText>three</w:delText></w:r></w:del>",
            f"<w:ins>{run('six')}</w:ins>", f"<w:moveFrom>{run(' here')}</w:moveFrom>",
            f"<w:moveTo>{run(' there')}</w:moveTo>"
        ),
        "At least ⟦struck three⟧six ⟦struck here⟧ there",
    ),
    "a row that was deleted": (
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph(run("old")) + "</w:tc></w:tr>"
        "<w:tr><w:tc>" + paragraph(run("3")) + "</w:tc><w:tc>" + paragraph(run("1"))
        + "</w:tc></w:tr></w:tbl>",
        "⟦struck old⟧\n\n3\n|\n1",
    ),
    "struck, hidden and raised by their look": (
        paragraph(
            run("12", "<w:strike/>"), run(" 21", '<w:dstrike w:val="0"/>'),
            run(" no", "<w:vanish/>"), run(" towns"), run("2", RAISED), run(" 5 km"),
            run("2", RAISED), run(" CO"), run("2", RAISED.replace("super", "sub")),
            run(" now", "<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>")
        ),
        "⟦struck 12⟧ 21 ⟦hidden no⟧ towns⟦note 2⟧ 5 km² CO₂ now",
    ),
    "a box in two forms, once, behind its paragraph": (
        paragraph(
            run("Before "), f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{BOX}</wps:txbx>"
            f"</mc:Choice><mc:Fallback><v:textbox>{BOX}</v:textbox></mc:Fallback>"
            "</mc:AlternateContent></w:r>", run("after.")
        ),
        "Before after.\nIn a box: 9",
    ),
    "tabs, lines, hyphens and signs": (
        paragraph(
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
            '<w:sym w:font="Symbol" w:char="F0B1"/><w:sym w:font="x" w:char="00B1"/></w:r>'
        ),
        "a b\nc\u2011d ±",
    ),
    "a power and a fraction in a formula": (
        paragraph(
            "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r>"
            "</m:sup></m:sSup><m:f><m:num><m:r><m:t> 1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t>"
            "</m:r></m:den></m:f></m:oMath>"
        ),
        "10⁶ 1/2",
    ),
    "content controls and links": (
        "<w:sdt><w:sdtPr/><w:sdtContent>" + paragraph(f"<w:hyperlink>{run('six')}</w:hyperlink>")
        + "</w:sdtContent></w:sdt>",
        "six",
    ),
    "a paragraph whose end was deleted": (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("six ") + "</w:p>"
        + paragraph(run("people")),
        "six people",
    ),
}  # fmt: skip


def test_a_document_as_libreoffice_writes_it() -> None:
    made = convert_file(REPORT.read_bytes(), "report.docx")
    assert made.text == EXPECTED
    assert made.read.left_out == ("comments (1)",)
    assert made.kind.reader_version == "word 1"


@pytest.mark.parametrize("name", CASES)
def test_parts_of_a_document(name: str) -> None:
    body, text = CASES[name]
    assert convert_file(document(body), "a.docx").text == f"{text}\n"


def test_what_is_not_read_is_told() -> None:
    body = paragraph(
        run("Six"), "<w:r><w:drawing><pic:pic xmlns:pic='p'/></w:drawing></w:r>", mark("begin"),
        mark("end"), "<w:altChunk/>"
    )  # fmt: skip
    assert convert_file(document(body), "a.docx").read.left_out == (
        "fields without a result (1)",
        "parts from other files (1)",
        "pictures (1)",
    )


def test_lists_go_on_and_begin_again() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate([("decimal", "%1."), ("lowerLetter", "%1.%2")])
    )
    numbering = (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>'
    )
    items = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0)]
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        f"</w:pPr>{run('x')}</w:p>"
        for number, level in items
    )
    file = BytesIO(document(body))
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
    with ZipFile(file, "a") as packed:
        packed.writestr("word/numbering.xml", numbering)
        packed.writestr(
            "word/_rels/document.xml.rels",
            f'<R><Relationship Id="r" Type="{relation}" Target="numbering.xml"/></R>',
        )
    text = convert_file(file.getvalue(), "a.docx").text
    assert [line.split("⟧")[0] for line in text.splitlines()] == [
        f"⟦number {one}" for one in ("1.", "1.a", "1.b", "2.", "2.a", "7.")
    ]


def test_a_document_cannot_harm_its_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    with pytest.raises(CaptureError, match="declares a document type"):
        convert_file(document(paragraph(run("&b;")), doctype), "a.docx")
    with pytest.raises(CaptureError, match="XML is damaged"):
        convert_file(document("<w:p>"), "a.docx")
    with pytest.raises(CaptureError, match="so deeply nested cannot be read"):
        convert_file(document("<w:p>" * 5000 + "</w:p>" * 5000), "a.docx")
    monkeypatch.setattr("sourcebook.capture.word.package.MAX_CAPTURE", 1000)
    with pytest.raises(CaptureError, match="has more than 1,000 bytes"):
        convert_file(document(paragraph(run("x" * 1000))), "a.docx")
