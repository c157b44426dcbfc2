"""The text of a Word document, as it is printed with all changes accepted (ECMA-376, part 1, 17).

Written here because what reads .docx elsewhere loses one of these in silence: the result of a
field, the paragraph around a text box, a deletion that then reads as text.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sourcebook.capture.raised import lowered, raised
from sourcebook.capture.word.numbering import Numbering, roman
from sourcebook.capture.word.package import Package
from sourcebook.capture.word.styles import WordStyles
from sourcebook.capture.xml_tree import Element, attribute, child, local_name
from sourcebook.quotes import asides

_PLAIN = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011",
          "softHyphen": "\u00ad"}  # fmt: skip
"""What stands for characters that have elements of their own."""
_UNREAD = {
    "altChunk": "parts from other files",
    "chart": "charts",
    "relIds": "diagrams",
    "OLEObject": "embedded objects",
    "pic": "pictures",
    "imagedata": "pictures",
    "subDoc": "parts from other files",
    "control": "form controls",
}
"""What may hold words that are not read, and what it is called."""
_SKIPPED = frozenset(
    ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "instrText",
     "delInstrText", "ffData", "docPr", "rubyPr", "tblGrid", "fldData", "rPrChange")
)  # fmt: skip
_BEFORE = 24


@dataclass
class WordText:
    """The text of a document as it is put together, a line for each paragraph and cell."""

    package: Package
    styles: WordStyles
    numbering: Numbering
    unread: Counter[str] = field(default_factory=Counter)
    notes: dict[tuple[str, str], int] = field(default_factory=dict)
    _parts: list[str] = field(default_factory=list)
    _boxes: list[str] = field(default_factory=list)
    _fields: list[bool] = field(default_factory=list)
    _paragraph: Element | None = None
    _struck: int = 0

    def read(self, tree: Iterable[Element]) -> str:
        """The text of some elements and what is in them, in lines."""
        kept, self._parts = self._parts, []
        for element in tree:
            self._visit(element)
        text, self._parts = "".join(self._parts), kept
        return text

    def _visit(self, element: Element) -> None:
        name = local_name(element)
        if name in _UNREAD:
            self.unread[_UNREAD[name]] += 1
        if name in _SKIPPED:
            return
        visit = _VISITS.get(name)
        if visit is None:
            self._visit_all(element)
        else:
            visit(self, element)

    def _visit_all(self, elements: Iterable[Element]) -> None:
        for element in elements:
            self._visit(element)

    def _say(self, words: str) -> None:
        if all(self._fields):
            self._parts.append(words)

    def _paragraph_of(self, paragraph: Element) -> None:
        outer, self._paragraph, boxes, self._boxes = self._paragraph, paragraph, self._boxes, []
        place = self.styles.list_place(paragraph)
        label = self.numbering.label(place) if place is not None else ""
        line = self.read(paragraph)
        mark = asides.mark("number", asides.escape(label)) + " " if label.strip() else ""
        joined = child(paragraph, "pPr", "rPr", "del") is not None
        self._parts.append(f"{mark}{line}" + ("" if joined else "\n"))
        self._parts += self._boxes
        self._paragraph, self._boxes = outer, boxes

    def _run(self, run: Element) -> None:
        look = self.styles.run_look(run, self._paragraph)
        words = self.read(run)
        if look.position == "superscript":
            before = "".join(self._parts[-3:])[-_BEFORE:]
            words = raised(before, words, is_note=False)
        elif look.position == "subscript":
            words = lowered(words)
        if look.hidden:
            words = asides.mark("hidden", words)
        if look.struck and not self._struck:
            words = _struck(words)
        self._parts.append(words)

    def _text(self, element: Element) -> None:
        self._say(asides.escape(element.text or ""))

    def _sign(self, element: Element) -> None:
        self._say(_PLAIN[local_name(element)])

    def _symbol(self, element: Element) -> None:
        code = int(attribute(element, "char") or "0", 16)
        if 0xE000 <= code <= 0xF8FF or not code:
            self.unread["signs of symbol fonts"] += 1
            self._say(" ")
        else:
            self._say(asides.escape(chr(code)))

    def _field_mark(self, element: Element) -> None:
        """A field is an instruction and then its result, which alone is shown."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields and not self._fields.pop():
            self.unread["fields without a result"] += 1

    def _deleted(self, element: Element) -> None:
        self._struck += 1
        words = self.read(element)
        self._struck -= 1
        self._parts.append(_struck(words) if not self._struck else words)

    def _row(self, row: Element) -> None:
        deleted = child(row, "trPr", "del") is not None
        words = self.read(row)
        self._parts.append(_struck(words) + "\n" if deleted else words)

    def _alternatives(self, element: Element) -> None:
        """What stands there in two forms is read once, in the first that has words."""
        for one in element:
            words = self.read(one)
            if words.strip() or self._boxes:
                break
        else:
            words = ""
        self._parts.append(words)

    def _box(self, element: Element) -> None:
        """A text box is drawn beside the paragraph, and stands behind it."""
        fields, self._fields = self._fields, []
        words = self.read(element)
        self._fields = fields
        self._boxes.append(words if words.endswith("\n") else f"{words}\n")

    def _drawn_words(self, element: Element) -> None:
        self._boxes.append(asides.escape(attribute(element, "string") or "") + "\n")

    def _note(self, element: Element) -> None:
        kind = local_name(element).removesuffix("Reference")
        key = (kind, attribute(element, "id") or "")
        self.notes.setdefault(key, 1 + sum(one == kind for one, _ in self.notes))
        own_mark = (attribute(element, "customMarkFollows") or "0") not in ("0", "false", "off")
        if not own_mark:
            self._say(asides.mark("note", note_mark(kind, self.notes[key])))

    def _reading(self, element: Element) -> None:
        self._parts.append(asides.mark("ruby", self.read(element)))

    def _power(self, element: Element) -> None:
        self._visit_all(one for one in element if local_name(one) not in ("sup", "sub"))
        for one in element:
            if local_name(one) == "sup":
                self._parts.append(raised("10", self.read(one), is_note=False))
            elif local_name(one) == "sub":
                self._parts.append(lowered(self.read(one)))

    def _fraction(self, element: Element) -> None:
        parts = (child(element, "num"), child(element, "den"))
        self._parts.append("/".join(self.read([one]) if one is not None else "" for one in parts))

    def _end_line(self, element: Element) -> None:
        self._visit_all(element)
        if self._parts and not self._parts[-1].endswith("\n"):
            self._parts.append("\n")


def note_mark(kind: str, number: int) -> str:
    """The mark of a note, as Word counts unless it is told otherwise: endnotes in small Romans."""
    return roman(number) if kind == "endnote" else str(number)


def _struck(words: str) -> str:
    """Words as struck out, each line for itself."""
    lines = (asides.mark("struck", line) if line.strip() else line for line in words.split("\n"))
    return "\n".join(lines)


_VISITS: Mapping[str, Callable[[WordText, Element], None]] = {
    "p": WordText._paragraph_of,
    "r": WordText._run,
    "t": WordText._text,
    "delText": WordText._text,
    "sym": WordText._symbol,
    "fldChar": WordText._field_mark,
    "del": WordText._deleted,
    "moveFrom": WordText._deleted,
    "tr": WordText._row,
    "tc": WordText._end_line,
    "AlternateContent": WordText._alternatives,
    "txbxContent": WordText._box,
    "textpath": WordText._drawn_words,
    "footnoteReference": WordText._note,
    "endnoteReference": WordText._note,
    "rt": WordText._reading,
    "sSup": WordText._power,
    "sSub": WordText._power,
    "sSubSup": WordText._power,
    "f": WordText._fraction,
} | dict.fromkeys(_PLAIN, WordText._sign)
"""What is done with each element; others are gone through for what is in them."""
