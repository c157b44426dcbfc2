"""What is read off the pages of a PDF: what a reader sees, and what is set apart."""

import pytest

from sourcebook.capture import CaptureError
from sourcebook.capture.pdf import read_pdf
from tests.capture.pdf.handmade import handmade, line

BODY = line("The brigade said that the bridge was closed at noon on Monday.", y=600)


def lines(*drawn: str, **more: str) -> list[str]:
    return read_pdf(handmade("".join(drawn), **more)).text.split("\n")


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        (
            "(killed 3) Tj 7 0 0 7 87.5 704 Tm (1) Tj 12 0 0 12 91.5 700 Tm ( people) Tj",
            "killed 3⟦note 1⟧ people",
        ),
        ("(killed 3) Tj 4 Ts 7 0 0 7 87.5 700 Tm (1, 2) Tj 0 Ts", "killed 3⟦note 1, 2⟧"),
        ("(people) Tj 8 0 0 8 86.2 705 Tm ([3]) Tj", "people⟦note 3⟧"),
        ("(people) Tj 8 0 0 8 86.2 705 Tm (*) Tj", "people⟦note *⟧"),
        ("(H) Tj 8 0 0 8 60 697 Tm (2) Tj 12 0 0 12 64.5 700 Tm (O) Tj", "H2O"),
        ("(the 1) Tj 8 0 0 8 77 704 Tm (st) Tj", "the 1st"),
        ("(45) Tj 12 0 0 12 68 700 Tm (46) Tj", "45 46"),
        ("[(of) 40 (fi) -20 (ce) -300 (work)] TJ", "office work"),
    ],
)
def test_a_line(drawn: str, read: str) -> None:
    page = f"BT /F 1 Tf 12 0 0 12 50 700 Tm {drawn} ET\n"
    assert lines(page, BODY)[0] == read


WHITE, BLACK, GRAY = "1 g", "0 g", "0.5 g"
BOX = "40 690 200 30 re f"


@pytest.mark.parametrize(
    ("drawn", "seen"),
    [
        (line("killed 45", more="3 Tr") + "0 Tr\n", False),
        (line("killed 45", more="7 Tr") + "0 Tr\n", False),
        (line("killed 45", more="1 g") + "0 g\n", False),
        (line("killed 45", more="1 1 1 rg") + "0 g\n", False),
        (line("killed 45", more="0 0 0 0 k") + "0 g\n", False),
        (f"0 g {BOX}\n" + line("killed 45", more="1 g") + "0 g\n", True),
        (line("killed 45") + f"0 g {BOX}\n", False),
        (line("killed 45") + f"1 g {BOX} 0 g\n", False),
        (line("killed 45") + f"1 1 0 rg {BOX} 0 g\n", True),
        (f"1 g {BOX} 0 g\n" + line("killed 45"), True),
        (line("killed 45", x=-300), False),
        (line("killed 45", y=900), False),
        (line("killed 45", size=0.5), False),
        (line("killed 45", more="1 Tr"), True),
    ],
)
def test_only_what_is_seen_is_read(drawn: str, seen: bool) -> None:
    assert ("killed 45" in lines(drawn, BODY)) is seen


@pytest.mark.parametrize(
    ("stroke", "struck"),
    [
        ("50 704 m 150 704 l S", True),
        ("50 703.5 100 1 re f", True),
        ("50 698 m 150 698 l S", False),
        ("50 714 m 150 714 l S", False),
        ("20 600 m 20 800 l S", False),
    ],
)
def test_what_is_struck_out_is_marked(stroke: str, struck: bool) -> None:
    read = lines(line("at least 45"), stroke + "\n", BODY)
    assert read[0] == ("⟦struck at least 45⟧" if struck else "at least 45")


def test_an_annotation_strikes_out_and_comments_are_no_text() -> None:
    quad = "/QuadPoints[95 712 109 712 95 697 109 697]"
    notes = [
        f"<</Type/Annot/Subtype/StrikeOut/Rect[95 697 120 712]{quad}/Contents(a comment)>>",
        "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(another comment)>>",
    ]
    read = read_pdf(handmade(line("at least 45 54") + BODY, notes=notes)).text
    assert read.startswith("at least ⟦struck 45⟧ 54\n")
    assert "comment" not in read


def test_the_values_of_a_form_are_read() -> None:
    notes = [
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(Seven were hurt)/Rect[0 0 9 9]>>",
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(b)/V(hidden)/F 2/Rect[0 0 9 9]>>",
        "<</Type/Annot/Subtype/Widget/FT/Btn/T(c)/V/Yes/Rect[0 0 9 9]>>",
    ]
    read = read_pdf(handmade(BODY, notes=notes)).text
    assert read.endswith("Monday.\nSeven were hurt")
    assert "hidden" not in read


def test_cells_and_columns_are_not_joined() -> None:
    row = line("Orlen", 50) + line("45", 150) + line("23", 200)
    assert lines(row, BODY)[:3] == ["Orlen", "45", "23"]
    left = "".join(line(f"left {number}", 50, 700 - 14 * number) for number in range(3))
    right = "".join(line(f"right {number}", 120, 700 - 14 * number) for number in range(3))
    assert lines(left, right)[:6] == ["left 0", "left 1", "left 2", "right 0", "right 1", "right 2"]


def test_turned_text_is_read() -> None:
    turned = "BT /F 12 Tf 0 1 -1 0 100 400 Tm (Turned words stand here) Tj ET\n"
    assert "Turned words stand here" in lines(turned, BODY)
    assert lines(line("Upright once more, and long enough"), page="/Rotate 90")


def test_what_is_drawn_twice_is_read_once() -> None:
    assert lines(line("killed 45"), line("killed 45", x=50.4), BODY)[0] == "killed 45"


def page(number: int, body: str) -> str:
    head = line("Quellmark Daily", 250, 780) + line(f"page {number + 6} of 30", 260, 20)
    return head + line(body, y=700) + line(f"Line {number * 7} of the page is its own.", y=680)


def test_running_heads_are_set_apart() -> None:
    bodies = ("The boat was hit when", "it left the harbour at", "noon, they said.")
    read = read_pdf(handmade(*(page(*one) for one in enumerate(bodies)))).text
    for number in (6, 7, 8):
        assert f"⟦page page {number} of 30⟧" in read
    assert read.count("⟦page Quellmark Daily⟧") == 3
    assert read.count("⟦") == 6


def test_what_differs_on_each_page_is_no_running_head() -> None:
    report = [line(f"Killed: {number * 3}", y=780) + BODY for number in range(3)]
    read = read_pdf(handmade(*report)).text
    assert "⟦page Killed" not in read
    assert "Killed: 3" in read


SCAN = "q 600 0 0 800 0 0 cm /P Do Q\n"


def test_scanned_pages_are_refused_or_named() -> None:
    with pytest.raises(CaptureError, match="the 2 pages of the PDF hold pictures and no text"):
        read_pdf(handmade(SCAN, SCAN))
    read = read_pdf(handmade(BODY * 4, SCAN + line("2", 300, 20)))
    assert read.pictures == (2,)
    assert read.text.endswith("\ufffd")


def test_the_layer_of_a_searchable_pdf_is_a_machine_reading() -> None:
    layer = SCAN + line("Seven people were hurt at the old bridge.", more="3 Tr")
    read = read_pdf(handmade(layer))
    assert read.machine_read
    assert "Seven people" in read.text
    under = line("Seven people were hurt at the old bridge.") + SCAN
    assert read_pdf(handmade(under)).machine_read
    assert not read_pdf(handmade(SCAN + BODY)).machine_read


def test_a_space_under_letters_is_none() -> None:
    covered = "BT /F 12 Tf 1 0 0 1 50 700 Tm (45) Tj 1 0 0 1 52 700 Tm ( ) Tj ET\n"
    assert lines(covered, BODY)[0] == "45"
