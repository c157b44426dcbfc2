"""What was checked of a quotation, in words, and the address of the passage in its source."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from sourcebook.derive import Derived
from sourcebook.derive.rewording import is_reworded
from sourcebook.link import Graph
from sourcebook.models import Citation, Source
from sourcebook.quotes import CheckedQuotation, CheckState, Landing, split_at_gaps
from sourcebook.vocabulary import CaptureMethod

_SHORT = 8
"""So many hexadecimal digits of a SHA-256 are shown beside a quotation; its source has them all."""
_LONGEST = 300
"""A longer passage is pointed to by its beginning and its end."""
_ENDS = 6
"""How many words these have."""


_PAGE = re.compile(r"\b(?:p\.?|pages?)\s*([0-9]+)", re.I)
"""The page in a locator. RFC 8118, section 3: `#page=` opens a PDF at it."""


@dataclass(frozen=True, slots=True)
class Check:
    """How far a quotation was checked: in a word, how or why not, and where the passage is.

    `badge` is the ink of the word. `passage` is empty where the source has no address that can
    point into it; `original` is the language that the words are in, and `lang` its tag where that
    is not English. `sealed` says in words what is not reproduced, `sealed_briefly` without its
    place; both are empty where the words are.
    `reworded` is whether they are words of a report about a speaker, and not the speaker's.
    """

    word: str
    badge: str
    how: str
    passage: str
    original: str
    lang: str
    sealed: str = ""
    reworded: bool = False
    sealed_briefly: str = ""


def check_of(graph: Graph, derived: Derived, citation: Citation) -> Check | None:
    """What is said of a citation's quotation or sealed passage; None if it has neither."""
    source, checked = graph.records.get(citation.source), derived.quotes.of_citation(citation)
    if not isinstance(source, Source) or (citation.quote is None and citation.passage is None):
        return None
    if citation.quote is None:
        return _sealed(graph, source, citation, checked)
    found = checked is not None and (checked.exact or checked.landing is not None)
    passage = address(source, citation, checked.landing if checked else None) if found else ""
    tag = citation.language or source.language
    lang = tag if graph.language.is_foreign(tag) else ""
    language, reworded = graph.language.language_name(tag), is_reworded(graph, source.id)
    words = _words(graph, source, checked)
    if checked is not None and checked.by_machine:
        words = _words_of_machine(graph, source, citation, words)
    if derived.quotes.has_figure_in_translation(citation):
        words = (*words[:2], f"{words[2]}; its figure was read in the translation")
    words = _of_paraphrase(words, reworded=reworded)
    return Check(*words, passage, language, lang, reworded=reworded)


_NEVER = ("never checked", "unchecked", "no captured text of the source is on record")
"""What is said of a quotation that nobody could look up."""


def _words(graph: Graph, source: Source, checked: CheckedQuotation | None) -> tuple[str, str, str]:
    """The word, its ink, and how it was checked or why not."""
    capture = source.capture
    if checked is None or not checked.found or capture is None:
        return _NEVER
    which = f"of {graph.language.day(capture.captured)} (sha256 {capture.sha256[:_SHORT]}…)"
    alike = f", but for {graph.language.join_list(checked.steps)}" if checked.steps else ""
    if checked.state is CheckState.LOOKED_UP:
        return "looked up", "checked", f"found by this build in the capture {which}{alike}"
    told = "quotes.lock says that it was found in the capture"
    return "trusted", "trusted", f"{told} {which}{alike}, which this build did not have"


def _of_paraphrase(words: tuple[str, str, str], *, reworded: bool) -> tuple[str, str, str]:
    """The same where what was looked up are a report's own words: no mark beside a speaker."""
    if not reworded:
        return words
    word, _, how = words
    return f"paraphrase, {word}", "paraphrase", f"the report's words and not the speaker's; {how}"


def _sealed(
    graph: Graph, source: Source, citation: Citation, checked: CheckedQuotation | None
) -> Check:
    """A sealed passage: that it was found, where, and no word of it."""
    words = citation.passage.words if citation.passage else None
    count = graph.language.count(words.count if words else 0, "word")
    brief = f"a passage of {count}, not reproduced"
    said = f"{brief} here (words {words} of the text as captured)"
    how = _words(graph, source, checked)
    if checked is not None and checked.found:
        how = _words_of_machine(graph, source, citation, how)
    reworded = is_reworded(graph, source.id)
    shown = _of_paraphrase(how, reworded=reworded)
    return Check(*shown, _page_address(source, citation), "", "", said, reworded, brief)


def _page_address(source: Source, citation: Citation) -> str:
    """The url of the page of a PDF that a citation names; no address holds sealed words."""
    page = _PAGE.search(citation.at or "")
    return f"{source.url}#page={page[1]}" if source.url and page and _is_pdf(source) else ""


def _words_of_machine(
    graph: Graph, source: Source, citation: Citation, words: tuple[str, str, str]
) -> tuple[str, str, str]:
    """The same of words that a machine read: never word for word, and who compared them."""
    capture, method = source.capture, None
    if capture is not None and capture.read_by is not None:
        method = graph.dataset.terms(CaptureMethod)[capture.read_by]
    if capture is None or method is None or not method.by_machine:
        return words
    by, day = citation.compared_by, citation.compared_on
    if by is None:
        by, day = capture.compared_by, capture.compared_on
    compared = f"{by} compared it with the {method.source}" if by else "nobody compared it with it"
    on = f" on {graph.language.day(day)}" if by and day else ""
    return (
        "machine reading",
        "unchecked" if by is None else words[1],
        f"found in what a machine read from a {method.source}; {compared}{on}; {words[2]}",
    )


def address(source: Source, citation: Citation, landing: Landing | None = None) -> str:
    """The url of a source with a text fragment for a quotation; empty where it can have none.

    After "URL Fragment Text Directives" (WICG): `#:~:text=prefix-,start,end,-suffix`. A `landing`
    has the words by which browsers find it where they would not find it by its own.
    """
    if _is_pdf(source):
        return _page_address(source, citation)
    url = source.url or source.archive
    if not url or citation.quote is None:
        return ""
    before, words, behind = citation.prefix, _range(citation.quote), citation.suffix
    if landing is not None:
        words = tuple(_encoded(part) for part in (landing.start, landing.end) if part)
        before, behind = landing.before, None
    parts = [f"{_encoded(before)}-"] if before else []
    parts += [*words, *([f"-{_encoded(behind)}"] if behind else [])]
    return f"{url}{'' if '#' in url else '#'}:~:text={','.join(parts)}"


def _range(quotation: str) -> tuple[str, ...]:
    """The passage, or where it is long or something was left out of it, its beginning and end."""
    parts = [part.split() for part in split_at_gaps(quotation)]
    if len(parts) == 1 and len(quotation) <= _LONGEST:
        return (_encoded(" ".join(parts[0])),)
    return _encoded(" ".join(parts[0][:_ENDS])), _encoded(" ".join(parts[-1][-_ENDS:]))


def _encoded(words: str) -> str:
    """Percent-encoded as the directive asks: the hyphen, too, which has a meaning in it."""
    return quote(words, safe="").replace("-", "%2D")


def _is_pdf(source: Source) -> bool:
    kind = source.capture.media_type if source.capture else None
    return kind == "application/pdf" or urlsplit(source.url or "").path.lower().endswith(".pdf")
