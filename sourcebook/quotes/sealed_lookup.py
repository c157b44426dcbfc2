"""What comes of looking up a sealed passage, and the figure of its claim inside of it."""

from dataclasses import dataclass

from sourcebook.link import Graph
from sourcebook.models import Citation, Claim, SealedPassage, Source
from sourcebook.quotes.claim_values import missing_value
from sourcebook.quotes.counts import counted_by
from sourcebook.quotes.quotation import Quotation
from sourcebook.quotes.quotes_lock import SEALED
from sourcebook.quotes.sealed_passage import find_sealed


@dataclass(frozen=True, slots=True)
class SealedLookup:
    """What came of it: a verdict for the lock, or none; and the code and words of a problem."""

    verdict: str = ""
    code: str = ""
    message: str = ""


def look_up_sealed(graph: Graph, quotation: Quotation, source: Source, text: str) -> SealedLookup:
    """A sealed passage looked up in the text of its source.

    SB541: it is not there. SB542: the figure of its claim is not in it. SB543: it is elsewhere.
    """
    citation = graph.element_at(quotation.record_id, quotation.path[:-2])
    found = find_sealed(text, citation.passage)
    if found is None:
        return SealedLookup("", "SB541", _not_found(citation.passage, source))
    lacks = "" if quotation.claim is None else _lacks(graph, quotation.claim, citation, found.text)
    if lacks and quotation.claim is not None:
        message = (
            f"claim '{quotation.claim.id}' says {quotation.claim.value.text}, but {lacks} is not "
            f"in the sealed passage of '{source.id}': seal the words that say it, or say in "
            "derivation how the value was worked out"
        )
        return SealedLookup("", "SB542", message)
    steps = ",".join(step.replace(" ", "-") for step in found.steps)
    verdict = f"{SEALED}:{steps}" if steps else SEALED
    if found.words == citation.passage.words:
        return SealedLookup(verdict)
    message = (
        f"the sealed passage is at words {found.words} of the text of '{source.id}', and not at "
        f"{citation.passage.words}: write words: {found.words}"
    )
    return SealedLookup(verdict, "SB543", message)


def _lacks(graph: Graph, claim: Claim, citation: Citation, words: str) -> str:
    """What of a claim's value a sealed passage does not hold, in words."""
    source = graph.records[citation.source]
    language = citation.language or (source.language if isinstance(source, Source) else "")
    return missing_value(counted_by(graph, claim), claim, citation, words, language)


def _not_found(passage: SealedPassage, source: Source) -> str:
    return (
        f"no {passage.words.count} words in the text of '{source.id}' have this hash: seal the "
        "passage again, with `python build.py seal`, or cite what has it"
    )
