"""Whether a claim's figure is in the words that are given for any of its carriers."""

from sourcebook.models import Absent, Citation, Claim, Figure
from sourcebook.numbers import primary_language, reads_words
from sourcebook.quotes.claim_values import OWN_LANGUAGE, missing_of_value
from sourcebook.quotes.counts import Counted, find_counts, sum_of_things, supports
from sourcebook.quotes.editorial_marks import words_of_source
from sourcebook.quotes.numerals import find_vague_quantity, mentions_none


def unsupported_words(counted: Counted, claim: Claim, languages: dict[str, str]) -> tuple[str, ...]:
    """The words of carriers that a claim's figure has left: none of them says it.

    Empty where one does, or where none of them gives a figure. `languages` are those of sources.
    """
    value = claim.value
    if claim.derivation is not None or counted.measure.kind != "figure":
        return ()
    if not isinstance(value, Figure) and not (isinstance(value, Absent) and value.counts_as_zero):
        return ()
    others = []
    for citation in claim.cites:
        for words, language in _words_of(citation, languages.get(citation.source, "")):
            if not missing_of_value(counted, claim, words, language):
                return ()
            if citation.as_ is not None and _is_sum(counted, claim, words):
                return ()
            if _gives_figure(counted, words, language):
                others.append(words)
    return tuple(dict.fromkeys(others))


def _is_sum(counted: Counted, claim: Claim, words: str) -> bool:
    """Whether a figure is what the counts in `as` come to: two biplanes and two kites are 4."""
    sums = sum_of_things(words, OWN_LANGUAGE, counted)
    return isinstance(claim.value, Figure) and any(supports(claim.value, one) for one in sums)


def _words_of(citation: Citation, language: str) -> tuple[tuple[str, str], ...]:
    """The words in which a citation gives the value, each with its language."""
    if citation.as_ is not None:
        return ((citation.as_, OWN_LANGUAGE),)
    if citation.quote is None:
        return ()
    quoted = ((words_of_source(citation.quote), citation.language or language),)
    unread = not reads_words(primary_language(quoted[0][1]))
    return (
        (*quoted, (citation.translation, OWN_LANGUAGE))
        if citation.translation and unread
        else quoted
    )


def _gives_figure(counted: Counted, words: str, language: str) -> bool:
    vague = find_vague_quantity(words) is not None
    return bool(find_counts(words, language, counted)) or vague or mentions_none(words, language)
