"""The words by which a browser finds a passage: the source's own, around what it cannot cross.

A link to a passage (`#:~:text=`, "URL Fragment Text Directives" of the WICG) lands where a browser
finds its words. Browsers forgive less than the gate: they find no words across a line end, a cell
or a note number, with another dash, or that begin within a word. So a passage that was found with
some forgiveness is pointed to by its beginning and its end, in the source's own characters and
whole words.
"""

from dataclasses import dataclass

from sourcebook.models import Source
from sourcebook.quotes import asides
from sourcebook.quotes.editorial_marks import split_at_gaps
from sourcebook.quotes.normalize import normalize
from sourcebook.quotes.raw_places import RawPlaces, Span, is_within_word, places_in
from sourcebook.quotes.source_text import QuotedText

_MOST_WORDS = 6
"""How many words the beginning and the end of a passage have at most."""
_LONGEST = 300
"""A longer passage is pointed to by its beginning and its end, in characters."""
_BEFORE = 4
"""How many words before a passage tell it from another that begins like it."""
_PAGES = (
    None,
    "text/plain",
    "text/html",
    "text/markdown",
    "multipart/related",
    "application/warc",
)
"""The media types of captures whose sources a browser shows as a page."""
_HYPHENS = ("-", "\u00ad", "\u2010")


@dataclass(frozen=True, slots=True)
class Landing:
    """The words of a link to a passage: its beginning, and its end unless it is one text.

    `before` is what stands right before it, where another passage begins like it.
    """

    start: str
    end: str = ""
    before: str = ""


def landing_of(source: Source, text: str, quoted_text: QuotedText) -> Landing | None:
    """Where the link to a quotation of a source leads; None where there is none into its text."""
    media_type = source.capture.media_type if source.capture else None
    linked = (source.url or source.archive) and media_type in _PAGES
    return find_landing(text, quoted_text) if linked else None


def find_landing(text: str, quoted_text: QuotedText) -> Landing | None:
    """Where the link to a quotation of a filed text leads; None where its own words will do."""
    places, words = places_in(text), quoted_text.words
    at = text.find(words)
    plain = at >= 0 and not any(is_within_word(text, one) for one in (at, at + len(words)))
    spans = None if plain else _find(places, quoted_text)
    if spans is None:
        return None
    first, last = (_pieces(places.text, *places.whole_words(*span)) for span in spans)
    if not first or not last:
        return None
    start, end = first[0], last[-1]
    if len(first) > 1 or len(start) > _LONGEST or spans[0] != spans[1]:
        start, end = _first_words(start), _last_words(end)
    elif _will_do(places.text, start, quoted_text.words):
        return None
    else:
        end = ""
    at = places.text.find(first[0], max(0, spans[0][0] - len(first[0])))
    return Landing(start, end, _before(places.text, at, start, quoted_text))


def _will_do(text: str, piece: str, words: str) -> bool:
    """Whether a browser finds the words of a quotation as they are."""
    return " ".join(piece.split()) == words or (piece in words and words in text)


def _find(places: RawPlaces, quoted_text: QuotedText) -> tuple[Span, Span] | None:
    """The places in the filed text of the first and the last part of a quotation."""
    first, *others = split_at_gaps(quoted_text.words)
    for start, end in places.spans(first):
        stop = -1 if others else end
        if not places.is_between(start, stop, quoted_text.prefix, quoted_text.suffix):
            continue
        last: Span | None = (start, end)
        for part in others:
            behind = last[1] if last else len(places.text)
            last = next((one for one in places.spans(part) if one[0] >= behind), None)
        if last is not None and (others or _says(places.text[start:end], first)):
            return (start, end), last
    return None


def _says(passage: str, words: str) -> bool:
    """Whether a part of a filed text is what a quotation says, but for what the gate forgives."""
    read = normalize(asides.read(passage, asides.SKIPS))
    return _letters(read) == _letters(normalize(words))


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum() or character == " ")


def _pieces(text: str, start: int, end: int) -> list[str]:
    """The parts of a passage that a browser finds as they are: of one line, without asides."""
    marks = [span for span in asides.aside_spans(text) if span[1] > start and span[0] < end]
    pieces: list[str] = []
    begin = start
    for stop, following in [*marks, (end, end)]:
        lines = text[begin:stop].split("\n")
        for number, line in enumerate(lines):
            cut = number == len(lines) - 1 and stop < end and not line.endswith(" ")
            glued = number == 0 and begin > start and not line.startswith(" ")
            glued = glued or (number > 0 and lines[number - 1].rstrip()[-1:] in _HYPHENS)
            pieces.append(_without_halves(line, glued=glued, cut=cut))
        begin = following
    return [piece for piece in pieces if any(map(str.isalnum, piece))]


def _without_halves(line: str, *, glued: bool, cut: bool) -> str:
    """A part of a line without the words that what is set apart, or a line end, divides."""
    words = line.split()
    if words and (cut or words[-1][-1] in _HYPHENS):
        words = words[:-1]
    if words and glued and words[0][:1].isalnum():
        words = words[1:]
    kept = line.strip()
    first = kept.find(words[0]) if words else 0
    return kept[first : kept.rfind(words[-1]) + len(words[-1])] if words else ""


def _first_words(piece: str) -> str:
    return " ".join(piece.split()[:_MOST_WORDS])


def _last_words(piece: str) -> str:
    return " ".join(piece.split()[-_MOST_WORDS:])


def _before(text: str, start: int, first: str, quoted_text: QuotedText) -> str:
    """The words before a passage, if the text has another place that begins like it before."""
    if text.casefold().find(first.casefold()) >= start and not quoted_text.prefix:
        return ""
    line = text[:start].rstrip().rpartition("\n")[2]
    if "⟧" in line:
        line = line.rpartition("⟧")[2]
    return " ".join(line.split()[-_BEFORE:])
