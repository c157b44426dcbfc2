"""Hints at another time or event in the words of a passage."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from sourcebook.language import FOR_EDITORS
from sourcebook.link import Graph
from sourcebook.models import Claim, Incident, Record, When
from sourcebook.support.counted import counted_numbers, measure_terms
from sourcebook.support.hint_words import hint_words, match_length
from sourcebook.support.passage_words import PassageWords

_BEFORE, _AFTER = timedelta(days=2), timedelta(days=31)
"""A date so far before or after an event may be that of a report of it."""


def time_hints(graph: Graph, record: Record, claim: Claim, passage: PassageWords) -> Iterator[str]:
    """That the words which give a figure also give a date which is not the event's."""
    if not isinstance(record, Incident) or claim.period is not None or claim.as_of is not None:
        return
    sentence = _sentence(graph, claim, passage)
    if sentence is None:
        return
    near = _near(graph, record, claim)
    found = [one for one in _dates(sentence, near) if one]
    if found and not any(fits for _, fits in found):
        yield f"“{found[0][0]}” is in the words, which is not when it happened"
    other = _other_time(PassageWords(sentence).tokens)
    if other and not found:
        yield f"“{other}” is in the words: it may be another event"


def _other_time(tokens: tuple[str, ...]) -> str:
    """The first words that speak of another time or event; empty where there are none."""
    for at in range(len(tokens)):
        size = match_length(tokens, at, hint_words("other_times"))
        if size:
            return " ".join(tokens[at : at + size])
    return ""


def _sentence(graph: Graph, claim: Claim, passage: PassageWords) -> str | None:
    """The sentence that gives the figure of a claim, or else what was done."""
    places = [one.first for one in counted_numbers(passage, claim)]
    terms = measure_terms(graph, passage)
    places = places or [one.at for one in terms if one.term_id == claim.measure]
    if not places:
        return None
    return passage.text_of(passage.sentence(places[0]))


def _near(graph: Graph, record: Incident, claim: Claim) -> tuple[tuple[date, date], ...]:
    """The days that the words may name: those of the incidents, and of what was said."""
    covered = [graph.records.get(each) for each in claim.covers]
    whens: list[When | None] = [record.date, claim.said]
    whens += [each.date for each in covered if isinstance(each, Incident)]
    return tuple(
        (when.earliest.date() - _BEFORE, when.latest.date() + _AFTER)
        for when in whens
        if when is not None and when.start is not None and when.end is not None
    )


def _dates(text: str, near: tuple[tuple[date, date], ...]) -> Iterator[tuple[str, bool]]:
    """The dates in a text, and whether each may be one of those that are near."""
    for match in _pattern().finditer(text):
        yield match[0], _may_be(match, near)


def _may_be(match: re.Match[str], near: tuple[tuple[date, date], ...]) -> bool:
    named = match["month"] or match["month2"] or match["month3"]
    month = _months().get(named.lower().rstrip(".")) if named else None
    day = int(match["day"] or match["day2"] or 0)
    year = int(match["year"] or match["year2"] or match["year3"] or match["year4"] or 0)
    return any(
        _within(first + timedelta(days=n), day, month, year)
        for first, last in near
        for n in range(min((last - first).days, 400) + 1)
    )


def _within(one: date, day: int, month: int | None, year: int) -> bool:
    return day in (0, one.day) and month in (None, one.month) and year in (0, one.year)


@cache
def _months() -> dict[str, int]:
    wide = {FOR_EDITORS.month_name(n).lower(): n for n in range(1, 13)}
    return wide | {FOR_EDITORS.month_name(n, "abbreviated").lower(): n for n in range(1, 13)}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    year = r"(?:19|20)\d\d"
    return re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{names})\b\.?(?:,?\s+(?P<year>{year}))?"
        rf"|\b(?P<month2>{names})\b\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year2>{year}))?"
        rf"|\b(?P<month3>{names})\b\.?,?\s+(?P<year3>{year})"
        rf"|\b[Ii]n\s+(?P<year4>{year})\b",
        re.I,
    )
