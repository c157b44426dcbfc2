"""Hints at another measure or another population in the words of a passage."""

from collections.abc import Iterator

from sourcebook.link import Graph
from sourcebook.models import Claim, Figure
from sourcebook.support.hint_words import entries
from sourcebook.support.passage_words import NumberInPassage, PassageWords
from sourcebook.support.terms_in_passage import (
    OTHER,
    TermInPassage,
    article_before,
    counted_by,
    counted_people,
    find_terms,
    measure_words,
)
from sourcebook.vocabulary import Measure, Population, Vocabulary


def counted_numbers(passage: PassageWords, claim: Claim) -> tuple[NumberInPassage, ...]:
    """The places at which a passage gives the figure of a claim."""
    if not isinstance(claim.value, Figure):
        return ()
    wanted = {claim.value.low, claim.value.high}
    return tuple(one for one in passage.numbers if one.value in wanted and one.value)


def measure_terms(graph: Graph, passage: PassageWords) -> tuple[TermInPassage, ...]:
    """The words of measures in a passage."""
    measures = graph.dataset.terms(Measure)
    return find_terms(passage, measure_words({m.id: m.words for m in measures.values() if m.words}))


def measure_hints(graph: Graph, claim: Claim, passage: PassageWords) -> Iterator[str]:
    """That the figure of a claim belongs to the word of another measure."""
    measures, terms = graph.dataset.terms(Measure), measure_terms(graph, passage)
    if not measures[claim.measure].words:
        return
    numbers = counted_numbers(passage, claim)
    found = [one for number in numbers if (one := counted_by(passage, number, terms))]
    if found and not any(_fits(measures, claim.measure, one, terms) for one in found):
        other = measures[found[0].term_id].label.lower() if found[0].term_id else ""
        word = passage.tokens[found[0].at]
        what = f" ({other})" if other and other != word else ""
        yield f"the figure stands with “{word}”{what}, and not with what is {_label(graph, claim)}"


def population_hints(graph: Graph, claim: Claim, passage: PassageWords) -> Iterator[str]:
    """That the figure of a claim counts people of another population."""
    populations = graph.dataset.terms(Population)
    if not claim.of or not populations[claim.of].words:
        return
    words = {p.id: entries(p.words) for p in populations.values() if p.words}
    terms = find_terms(passage, words)
    numbers = counted_numbers(passage, claim)
    one = isinstance(claim.value, Figure) and claim.value.low == claim.value.high == 1
    lone = article_before(passage, terms) if one and not numbers else None
    found = [
        term
        for number in (*numbers, *([lone] if lone else []))
        if (term := counted_people(passage, number, terms))
    ]
    if found and not any(_same_people(populations, claim.of, one.term_id) for one in found):
        word, label = passage.tokens[found[0].at], populations[claim.of].label
        yield f"the figure counts “{word}”, and not {label}"


def _same_people(populations: Vocabulary[Population], of: str, found: str) -> bool:
    return of in populations.broader(found)


def _fits(
    measures: Vocabulary[Measure],
    wanted: str,
    found: TermInPassage,
    terms: tuple[TermInPassage, ...],
) -> bool:
    """Whether a word says a measure; its parts say the whole where there are several of them."""
    if found.term_id in (wanted, OTHER):
        return found.term_id == wanted
    parts = {one.term_id for one in terms if wanted in measures.broader(one.term_id)}
    return found.term_id in parts and len(parts) > 1


def _label(graph: Graph, claim: Claim) -> str:
    return graph.dataset.label(Measure, claim.measure).lower()
