"""What is found: the pages of the site, each with what it shows and the texts it is found by."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

from sourcebook.derive.attribution import involved_actors
from sourcebook.derive.prose_text import prose_text
from sourcebook.exports.output import OutputContext
from sourcebook.models import Actor, Episode, Incident, Location, Record, Source, When
from sourcebook.pages import INDEXES, Page

TextInLanguage = str | tuple[str, str]
"""A text, or a text in another language: the language's tag and the text."""

GROUPS: tuple[str, ...] = (*INDEXES.values(), "Pages")
"""What is found is shown in these groups."""

_LEFT_OUT = {"404", "home", "redirect"}
_ENGLISH = "en"
_LINE = 80


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page as it is found.

    `line` is one short line that sets it apart from others of the same title. `names` are its
    title and other texts by which it is known; `texts` are texts about it, which count for less;
    `whole_names` are the names that readers type as a whole, which count for most.
    """

    group: str
    title: TextInLanguage
    url: str
    line: tuple[TextInLanguage, ...]
    names: tuple[str, ...]
    texts: tuple[str, ...]
    whole_names: tuple[str, ...] = ()

    @property
    def sort_key(self) -> tuple[int, int, str, str]:
        """Its place in the order: by group, the shorter title first, then by title."""
        title = self.title if isinstance(self.title, str) else self.title[1]
        return GROUPS.index(self.group), len(title), title, self.url


def search_entries(context: OutputContext) -> Iterator[SearchEntry]:
    """An entry for each page that says something of its own."""
    for page in context.pages:
        record = context.graph.records.get(page.subject)
        if record is not None and record.kind == page.kind:
            yield _record_entry(context, page, record)
        elif page.kind not in _LEFT_OUT:
            yield _page_entry(context, page)


def _page_entry(context: OutputContext, page: Page) -> SearchEntry:
    line = (context.graph.language.count(page.total, "entry", "entries"),) if page.total else ()
    return SearchEntry("Pages", page.title, page.url, line, (page.title,), ())


def _record_entry(context: OutputContext, page: Page, record: Record) -> SearchEntry:
    first = getattr(record, "summary", None) or _first_sentence(context, record)
    line = tuple(piece for piece in _line(context, record, first) if piece)
    return SearchEntry(
        group=INDEXES.get(type(record), "Pages"),
        title=_in_language(record.language, record.title)
        if isinstance(record, Source)
        else record.label,
        url=page.url,
        line=line,
        names=(record.label, *_names(record), *record.aliases),
        texts=(first, *map(_text, line), *_texts(context, record)),
        whole_names=tuple(_names(record)),
    )


def _first_sentence(context: OutputContext, record: Record) -> str:
    sentences = context.graph.prose_at(record.id, "body").sentences
    parts = sentences[0].parts if sentences else ()
    return prose_text(context.graph, context.derived, parts)


def _type_label(context: OutputContext, record: Incident | Source | Actor | Location) -> str:
    return context.graph.dataset.term_of(record, "type").label


def _line(context: OutputContext, record: Record, first: str) -> Iterator[TextInLanguage]:
    """What is shown below the title."""
    match record:
        case Incident():
            yield from (
                context.graph.language.day(record.date),
                _type_label(context, record),
            )
            yield context.graph.records[record.location].label
        case Source():
            yield from (
                record.publisher,
                _day(context, record.published),
                _type_label(context, record),
            )
        case Actor() | Location():
            yield _type_label(context, record)
            yield from (
                _in_language(*name) for name in record.names.items() if name[1] != record.label
            )
            yield _short(first)
        case Episode():
            yield from (f"as of {context.graph.language.day(record.as_of)}", _short(first))
        case _:
            yield _short(first)


def _texts(context: OutputContext, record: Record) -> Iterator[str]:
    """Texts that a record is found by and that its line does not show."""
    yield record.id.replace("-", " ")  # editors know records by their ids
    yield getattr(record, "type", "")  # and write `airstrike` where a page has "air strike"
    for record_id in sorted(_related_ids(context, record)):
        yield from _names(context.graph.records[record_id])
    if isinstance(record, Incident):
        yield _date_prefix(record.date)
    elif isinstance(record, Source):
        yield _date_prefix(record.published)
        yield from record.author


def _related_ids(context: OutputContext, record: Record) -> set[str]:
    """The actors and locations by whose names a record is found, too."""
    if isinstance(record, Incident):
        found = context.derived.analyses[record.id].attributions
        return {record.location, *involved_actors(record, found)}
    other = record.issued_by if isinstance(record, Source) else getattr(record, "within", None)
    return {other} if other else set()


def _names(record: Record) -> Iterator[str]:
    """The names of an actor or a location in every script, and other ways to write them."""
    if isinstance(record, Actor | Location):
        yield from record.names.values()
        yield from record.variants


def _short(text: str) -> str:
    return shorten(text, _LINE, placeholder=" …", break_on_hyphens=False)


def _day(context: OutputContext, date: When | None) -> str:
    return "" if date is None else context.graph.language.day(date)


def _date_prefix(date: When | None) -> str:
    """The day, month or year that a date begins in, as it is written: 2022-08-24."""
    return "" if date is None or date.start is None else date.start.iso_date


def _in_language(language: str, text: str) -> TextInLanguage:
    return text if language == _ENGLISH else (language, text)


def _text(piece: TextInLanguage) -> str:
    return piece if isinstance(piece, str) else piece[1]
