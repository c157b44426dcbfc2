"""What a ZIP file is by what is in it: documents and books are packed so, too."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from sourcebook.capture.errors import CaptureError
from sourcebook.capture.file_kinds import WORD, FileKind
from sourcebook.problems import quoted

_MOST_NAMED = 5
_SHEET = "a spreadsheet: save it as PDF, or the sheet as CSV"
_TYPES = {
    "application/epub+zip": "a book (EPUB): open it and save the chapter as PDF or HTML",
    "application/vnd.oasis.opendocument.text": "a document of LibreOffice: save it as .docx or PDF",
    "application/vnd.oasis.opendocument.spreadsheet": _SHEET,
    "application/vnd.oasis.opendocument.presentation": "a presentation: save it as PDF",
}
"""What the file called `mimetype` says (Open Document 1.3, part 2; EPUB 3.3, 4.2)."""
_HOLDS = {
    "xl/workbook.xml": _SHEET,
    "ppt/presentation.xml": "a presentation: save it as PDF",
    "datapackage.json": "a web archive (WACZ): take the .warc out of it, or save the page as HTML",
    "Index/Document.iwa": "a document of Pages: export it as .docx or PDF",
    "META-INF/MANIFEST.MF": "a program",
}
"""What a packed file with this name in it is."""


def kind_of_zip(data: bytes) -> FileKind:
    """The kind of a packed file.

    Raises:
        CaptureError: nothing is read of it; the message says what to do with it.
    """
    try:
        with ZipFile(BytesIO(data)) as packed:
            names = packed.namelist()
            declared = _declared(packed, names)
    except (BadZipFile, NotImplementedError, OSError, ValueError, RuntimeError):
        raise CaptureError("it is a damaged ZIP file: fetch it again") from None
    if any(name.lower().startswith("word/") and name.endswith(".xml") for name in names):
        return WORD
    what = _TYPES.get(declared) or next((_HOLDS[one] for one in _HOLDS if one in names), None)
    if what is None:
        named = ", ".join(quoted(name) for name in names[:_MOST_NAMED])
        what = f"a ZIP file: unpack it and capture the file in it ({named or 'it is empty'})"
    raise CaptureError(f"it is {what}")


def _declared(packed: ZipFile, names: list[str]) -> str:
    if "mimetype" not in names or packed.getinfo("mimetype").file_size > 200:
        return ""
    return packed.read("mimetype").decode("ascii", "replace").strip()
