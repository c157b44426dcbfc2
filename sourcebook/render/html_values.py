"""Dates and values as HTML: readable by machines, and never broken inside a date or figure."""

from functools import lru_cache

from markupsafe import Markup, escape

from sourcebook.language import Language
from sourcebook.link import Graph
from sourcebook.models import Absent, Claim, Figure, When

_WHEN = ' class="when"'
UNDATED = Markup('<span class="absent">not dated</span>')


def when_html(when: When, graph: Graph) -> Markup:
    """A date with its time of day, and what date it was elsewhere where that differs."""
    return _time(graph.language, when, graph.language.date(when, graph.dataset))


@lru_cache(maxsize=4096)
def day_html(language: Language, when: When) -> Markup:
    """A date without its time of day."""
    return _time(language, when, language.day(when))


def clock_html(when: When, graph: Graph) -> Markup:
    """A date without its day, where that stands above it; a period keeps both of its days."""
    language = graph.language
    words, day = language.date(when, graph.dataset), language.day(when)
    return _time(language, when, words.removeprefix(f"{day}, ")) if words != day else Markup("")


def _time(language: Language, when: When, words: str) -> Markup:
    start = when.start
    if start is None or when.is_period or when.choices or start.day is None:
        return _marked(language, "span", words, _WHEN)
    stamp = when.earliest.replace(tzinfo=start.zone).isoformat("T", "minutes")
    if start.hour is None:
        stamp = stamp[:10]
    return _marked(language, "time", words, f' datetime="{stamp}"')


def _marked(language: Language, tag: str, words: str, attributes: str) -> Markup:
    """Words in which each date and each time of day stays in one line."""
    text = str(escape(words))
    if not language.unbroken.fullmatch(text):
        text = language.unbroken.sub(r'<span class="nb">\g<0></span>', text)
    return Markup(f"<{tag}{attributes}>{text}</{tag}>")  # noqa: S704 - escaped before


def value_html(claim: Claim, graph: Graph) -> Markup:
    """What a claim says, where it names no records: a figure, a date, words, or no value."""
    value = claim.value
    words = graph.language.value(value, graph.label)
    if isinstance(value, Absent):
        kind, meaning = "figure" if value.counts_as_zero else "absent", value.term.definition
        return Markup(f'<span class="{kind}" title="{meaning}">{words}</span>')  # noqa: S704
    if isinstance(value, When):
        return _time(graph.language, value, words)
    kind = "figure" if isinstance(value, Figure) else "wording"
    return Markup(f'<span class="{kind}">{escape(words)}</span>')  # noqa: S704 - escaped
