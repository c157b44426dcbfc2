"""PDFs written by hand, so that a test says what is drawn where."""

from collections.abc import Sequence

FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
PICTURE = (
    "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
    "/Length 1>>stream\n0\nendstream"
)


def line(text: str, x: float = 50, y: float = 700, size: float = 12, more: str = "") -> str:
    """What draws a line of text; `more` are operators before it."""
    return f"BT {more} /F {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"


def handmade(
    *pages: str, notes: Sequence[str] = (), catalog: str = "", trailer: str = "", page: str = ""
) -> bytes:
    """A PDF of 600 by 800 points with these contents of pages, in Helvetica.

    `notes` are annotations of the first page; the others are entries of dictionaries.
    """
    first = 5 + len(notes)
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [f"<</Type/Catalog/Pages 2 0 R{catalog}>>"]
    objects += [f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>", FONT, PICTURE, *notes]
    for number, drawn in enumerate(pages):
        uses = "/Resources<</Font<</F 3 0 R>>/XObject<</P 4 0 R>>>>/MediaBox[0 0 600 800]"
        refers = " ".join(f"{5 + index} 0 R" for index in range(len(notes))) if not number else ""
        annotated = f"/Annots[{refers}]" if refers else ""
        content = f"/Contents {first + 1 + 2 * number} 0 R{page}"
        objects.append(f"<</Type/Page/Parent 2 0 R{uses}{annotated}{content}>>")
        objects.append(f"<</Length {len(drawn.encode('cp1252'))}>>stream\n{drawn}\nendstream")
    return _written(objects, trailer)


def _written(objects: Sequence[str], more: str) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    head = f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    tail = f"trailer\n<</Size {size}/Root 1 0 R{more}>>\nstartxref\n{len(out)}\n%%EOF"
    return out + (head + tail).encode()
