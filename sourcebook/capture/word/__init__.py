"""Word documents (.docx) to their text, with notes, running heads, deletions and list numbers."""

from collections.abc import Iterator

from sourcebook.capture.boxes import apart
from sourcebook.capture.errors import CaptureError
from sourcebook.capture.read_text import ReadText
from sourcebook.capture.word.document import WordText, note_mark
from sourcebook.capture.word.numbering import Numbering
from sourcebook.capture.word.package import Package
from sourcebook.capture.word.styles import WordStyles
from sourcebook.capture.xml_tree import Element, attribute, local_name
from sourcebook.quotes import asides

__all__ = ["word_text"]


def word_text(data: bytes) -> ReadText:
    """The text of a Word document: running heads, the text, its notes, running feet.

    Raises:
        CaptureError: it is damaged or too large.
    """
    package = Package(data)
    main = package.tree(package.main)
    if main is None:
        raise CaptureError("there is no text in the Word document: save it anew as .docx or PDF")
    styles = WordStyles(package.part_of_main("styles"))
    text = WordText(package, styles, Numbering(package.part_of_main("numbering")))
    body = text.read(main)
    notes = "".join(_notes(text))
    heads, feet = (_running(text, main, kind) for kind in ("headerReference", "footerReference"))
    lines = apart(f"{heads}{body}{notes}{feet}".split("\n"))
    return ReadText("\n".join(lines), left_out=tuple(_left_out(text)))


def _notes(text: WordText) -> Iterator[str]:
    """The notes that the text refers to, in order, each behind its mark."""
    for kind, name in (("footnote", "footnotes"), ("endnote", "endnotes")):
        part = text.package.part_of_main(name)
        written = {attribute(one, "id"): one for one in part} if part is not None else {}
        for (one, note_id), number in [*text.notes.items()]:
            if one == kind and note_id in written:
                words = text.read([written[note_id]]).lstrip()
                yield f"{asides.mark('note', note_mark(kind, number))} {words}"


def _running(text: WordText, main: Element, kind: str) -> str:
    """The running heads or feet of all sections, each once, as asides."""
    relations = text.package.relations_of_main()
    names = (attribute(one, "id") for one in main.iter() if local_name(one) == kind)
    lines: dict[str, None] = {}
    for name in dict.fromkeys(names):
        part = text.package.tree(relations.get(name or "", ""))
        words = text.read(part) if part is not None else ""
        lines |= dict.fromkeys(" ".join(line.split()) for line in words.split("\n") if line.strip())
    return "".join(f"{asides.mark('page', line)}\n" for line in lines)


def _left_out(text: WordText) -> Iterator[str]:
    comments = text.package.part_of_main("comments")
    if comments is not None and len(comments):
        yield f"comments ({len(comments)})"
    if text.numbering.unknown:
        yield f"numbers of lists in other digits ({text.numbering.unknown})"
    for what, count in sorted(text.unread.items()):
        yield f"{what} ({count})"
