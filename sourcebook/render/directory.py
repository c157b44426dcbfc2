"""What all records are called and where their pages are, made once for all pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from sourcebook.language import Language
from sourcebook.link import Graph
from sourcebook.models import Record, Source
from sourcebook.pages import record_url


def name_html(language: Language, tag: str, text: str) -> Markup:
    """A name, marked with its own language, by its tag, and its direction."""
    html = Markup('<bdi lang="{}" dir="{}">{}</bdi>')
    return html.format(tag, language.direction(tag), text)


def label_html(language: Language, record: Record) -> Markup:
    """What a record is called; the title of a source is in its language, if in its script."""
    if isinstance(record, Source) and _is_foreign(language, record):
        return name_html(language, record.language, record.title)
    return escape(record.label)


def _is_foreign(language: Language, source: Source) -> bool:
    """Whether a title is in another language, and not put into Latin letters by the editor."""
    as_written = language.script(source.language) == "Latn" or not source.title.isascii()
    return as_written and language.is_foreign(source.language)


def _publisher(name: str) -> str:
    return "Unknown publisher" if name.casefold() == "unknown" else name


@dataclass(frozen=True, slots=True)
class Directory:
    """The labels, as HTML, and the urls of all records, and the publishers of sources, by id."""

    labels: Mapping[str, Markup]
    publishers: Mapping[str, str]
    urls: Mapping[str, str]
    _links: dict[tuple[str, str], Markup] = field(default_factory=dict)

    def link(self, root: str, record_id: str) -> Markup:
        """A link to a record's page from a page whose way to the site's root is `root`."""
        made = self._links.get((root, record_id))
        if made is None:
            # The parts are an id of our own and a text that is escaped.
            html = f'<a href="{root}{self.urls[record_id]}">{self.labels[record_id]}</a>'
            self._links[root, record_id] = made = Markup(html)  # noqa: S704
        return made


def directory_of(graph: Graph) -> Directory:
    """The directory of a graph."""
    language = graph.language
    return Directory(
        {record_id: label_html(language, record) for record_id, record in graph.records.items()},
        {source.id: _publisher(source.publisher) for source in graph.all_of(Source)},
        {record_id: record_url(record) for record_id, record in graph.records.items()},
    )
