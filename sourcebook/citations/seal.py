"""A citation's words looked up in the capture of their source, and a seal put in their place."""

from dataclasses import dataclass
from pathlib import Path

from sourcebook.atomic_file import write_if_changed
from sourcebook.capture.refresh import load_graph
from sourcebook.citations.errors import CitationError
from sourcebook.citations.find_citation import CitationPlace, find_citation
from sourcebook.citations.find_passage import WordsToSeal, find_passage
from sourcebook.citations.record_text import RecordText
from sourcebook.link import Graph
from sourcebook.models import Claim, SealedPassage, Source
from sourcebook.quotes import (
    Captures,
    DamagedCaptureError,
    captures_folder,
    counted_by,
    missing_value,
)
from sourcebook.quotes.sealed_passage import PassageInText, seal

_REPRODUCES = ("quote", "prefix", "suffix", "translation")
"""Fields of a citation that hold words of the source, or say them again."""


@dataclass(frozen=True, slots=True)
class SealRequest:
    """Which citation is sealed: `place` is a claim's id or a field such as `roles`.

    `words` are those of the citation's own quotation unless given; `first_word` says which is
    meant where they occur twice, `sentence` that the whole sentence around them is sealed.
    """

    content: Path
    record_id: str
    place: str
    source_id: str | None = None
    words: str | None = None
    locator: str | None = None
    sentence: bool = False
    first_word: int | None = None
    captures: Path | None = None


@dataclass(frozen=True, slots=True)
class Sealed:
    """A seal and the words under it, and the text of the record's file that holds it."""

    place: CitationPlace
    passage: SealedPassage
    found: PassageInText
    file: Path
    text: str

    def write(self) -> bool:
        """Write the record; whether that changed it.

        Raises:
            FileWriteError: the file cannot be written.
        """
        return write_if_changed(self.file, self.text.encode())


def seal_citation(request: SealRequest) -> Sealed:
    """The seal of a citation's words, not written yet.

    Raises:
        CaptureError: a record cannot be read.
        CapturesFolderError: the folder of captured texts is not there, or is published.
        CitationError: there is no such citation or no capture, the words are not in it or in two
            places, are too few, or do not hold the figure of their claim.
    """
    graph = load_graph(request.content)
    place = find_citation(
        graph, request.record_id, request.place, request.source_id, request.locator
    )
    source = graph.records[place.citation.source]
    if not isinstance(source, Source) or source.capture is None:
        raise CitationError(
            f"no text of '{place.citation.source}' is captured: capture it first, with "
            f"`python build.py capture {place.citation.source} FILE`"
        )
    text = _captured_text(source, request)
    found = find_passage(text, _asked(place, request))
    _refuse_without_figure(graph, place, source, found)
    passage = seal(text, source.capture.sha256, found)
    location = graph.file_locations[place.record.id]
    record_text = RecordText(location.file.read_bytes().decode(), location.table_line)
    fields = {"passage": passage.model_dump(mode="json")}
    new = record_text.with_fields(place.path, fields, _REPRODUCES)
    return Sealed(place, passage, found, location.file, new)


def _asked(place: CitationPlace, request: SealRequest) -> WordsToSeal:
    """The words that are to be sealed: those given, or those that the citation quotes."""
    words = request.words or place.citation.quote
    if words is None or not words.strip():
        raise CitationError(
            "there are no words to seal: give them behind the source, or in a file with "
            "--words-from FILE (- for what is typed or piped in), so that they stand in no history"
        )
    return WordsToSeal(words.strip(), request.sentence, request.first_word)


def _captured_text(source: Source, request: SealRequest) -> str:
    captures = Captures(captures_folder(request.content, request.captures))
    digest = source.capture.sha256 if source.capture else ""
    try:
        text = captures.text_of(digest)
    except DamagedCaptureError as error:
        raise CitationError(f"the capture of '{source.id}' is damaged: {error}") from None
    if text is None:
        raise CitationError(
            f"the captured text of '{source.id}' is not at hand: name its folder with --captures, "
            f"or capture it again with `python build.py capture {source.id} FILE`"
        )
    return text.running


def _refuse_without_figure(
    graph: Graph, place: CitationPlace, source: Source, found: PassageInText
) -> None:
    """The value of a claim is in the words that are sealed for it, as in those quoted."""
    claim = graph.element_at(place.record.id, place.path[:2])
    if not isinstance(claim, Claim):
        return
    language = place.citation.language or source.language
    lacks = missing_value(counted_by(graph, claim), claim, place.citation, found.text, language)
    if lacks:
        raise CitationError(
            f"claim '{claim.id}' says {claim.value.text}, but {lacks} is not in “{found.text}”: "
            "seal the words that say it, or say in derivation how the value was worked out"
        )
