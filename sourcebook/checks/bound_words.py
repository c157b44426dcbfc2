"""Words that stand for a fact: `{{strike.killed|Six}}` has to say what `strike.killed` says.

The words are the writer's, so that a sentence reads well; the figure in them is the fact's. When
the fact moves, the words no longer say it, and nothing is published until they do.
"""

import re
from collections.abc import Iterator

from sourcebook.checks import lexicon
from sourcebook.checks.find_typed import Key, find_typed, lower_case_words, wider_keys
from sourcebook.checks.passages import Passage
from sourcebook.checks.stems import same_stem
from sourcebook.derive import Derived
from sourcebook.language.number_words import find_spelled_numbers
from sourcebook.link import Graph
from sourcebook.markdown import FactUse
from sourcebook.problems import Problem, quoted

_ARTICLE = re.compile(r"\s*an?\b", re.I)
_LONGEST_DAY = 31
_COUNTS = frozenset(("sources", "publishers", "origins", "claimants", "claims", "incidents"))
"""Facts that count what is on record, of an incident, an episode or the dataset."""
_ALTERNATIVES = re.compile(r" / |,? or |, ")


def check_bound_words(graph: Graph, derived: Derived) -> Iterator[Problem]:
    """SB622: words that stand for a fact say the same as the fact."""
    for (record_id, path), prose in graph.prose.items():
        for hole in prose.holes:
            if isinstance(hole, FactUse) and hole.words:
                fact = derived.facts(hole.id).get(hole.fact)
                if fact is not None and not words_say(hole.words, fact.text):
                    message = _message(hole, fact.text)
                    yield graph.problem(record_id, path, "SB622", message, hole.line)


def check_settled_titles(graph: Graph, derived: Derived) -> Iterator[Problem]:
    """SB206: no title states the name of a record whose title, at length, states its own."""
    for record_id, path in graph.bound_texts:
        uses = (hole for hole in graph.prose_at(record_id, *path).holes)
        facts = (derived.facts(use.id).get(use.fact) for use in uses if isinstance(use, FactUse))
        if any("{{" in fact.text for fact in facts if fact is not None):
            message = (
                "what it states goes round in a circle: state no name of a record whose own title "
                "states this one's"
            )
            yield graph.problem(record_id, path, "SB206", message)


def check_counts(graph: Graph, passage: Passage) -> Iterator[Problem]:
    """SB622: what counts records says so in a title or summary: nine origins are no nine men."""
    for use in passage.facts if passage.plain else ():
        words = {*passage.tokens, *lower_case_words(use.words)}
        if use.fact in _COUNTS and not any(same_stem(word, use.fact) for word in words):
            message = (
                f"{use.id}.{use.fact} counts {use.fact}, and the sentence speaks of none: name the "
                "fact that says what is meant"
            )
            yield graph.problem(passage.record.id, passage.path, "SB622", message, use.line)


def _message(use: FactUse, text: str) -> str:
    name = f"{use.id}.{use.fact}"
    return (
        f"{quoted(use.words)} does not say {name}, which is {quoted(text)}: write words that say "
        f"it, or {{{{{name}}}}} alone"
    )


def words_say(words: str, text: str) -> bool:
    """Whether some words say what the text of a fact says, no more and no less.

    Of a date they may say a part. A figure keeps its bound: "six" does not say "at least 6".
    """
    wanted, given = _keys(text), _keys(words)
    numbers = {key for key in wanted if key[0] in ("number", "part")}
    dates = {wide for key in wanted if key[0] not in ("number", "part") for wide in wider_keys(key)}
    if dates and not numbers:
        in_part = all(key in dates or _is_day_of(key, dates) for key in given)
        return bool(given) and in_part and _digits(words) <= _digits(text)
    if numbers and not dates:
        return given == numbers and _bounds(words) == _bounds(text)
    return not given - wanted and words.casefold() in _same_words(text)


def _same_words(text: str) -> frozenset[str]:
    """What says the same as a fact without a figure, or with figures of several kinds."""
    plain = text.casefold()
    return frozenset({plain, *(lexicon.NONE_WORDS if plain in lexicon.NONE_WORDS else ())})


def _keys(text: str) -> frozenset[Key]:
    """What a text says in figures and dates; "a" alone is one, "nobody" none."""
    found = {one.key for one in find_typed(f"in {text}") if one.key[0] != "word"}
    if not any(key[0] in ("date", "clock", "weekday") for key in found):
        found |= {("number", number.value) for number in find_spelled_numbers(text)}
    if not lexicon.NONE_WORDS.isdisjoint(_ALTERNATIVES.split(text.casefold())):
        found.add(("number", 0.0))
    if not found and _ARTICLE.match(text):
        found.add(("number", 1.0))
    return frozenset(found)


def _is_day_of(key: Key, dates: set[Key]) -> bool:
    """Whether a bare number is the day of one of some dates: the 15 of "15 and 24 August"."""
    if key[0] != "number" or not isinstance(key[1], float) or not 0 < key[1] <= _LONGEST_DAY:
        return False
    return any(date[0] == "date" and date[1] == key[1] for date in dates)


def _digits(text: str) -> frozenset[int]:
    """Every number that is written in digits, so that each day of "24 and 25 August" counts."""
    return frozenset(map(int, re.findall(r"\d+", text)))


def _bounds(text: str) -> frozenset[str]:
    """How a figure is bounded or doubted in a text: at least, at most, about."""
    words, found = f" {' '.join(text.casefold().split())} ", set()
    for term, bound in _BOUNDS:
        if f" {term} " in words:
            words = words.replace(f" {term} ", " \ufffd ")
            found.add(bound)
    return frozenset(found)


_BOUNDS = sorted(
    ((term, bound) for bound, terms in lexicon.BOUNDS.items() for term in terms),
    key=lambda pair: -len(pair[0]),
)
"""Each term with what it says, the longest first: "no fewer than" is not "fewer than"."""
