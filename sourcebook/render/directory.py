"""What all records are called and where their pages are, made once for all pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from sourcebook.link import Graph
from sourcebook.models import Record, Source
from sourcebook.pages import record_url

_OTHER_SCRIPTS = {"ar", "el", "fa", "he", "ja", "ko", "ru", "uk", "ur", "zh"}
_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "ku-Arab", "ckb", "ps", "yi"}


def name_html(lang: str, text: str) -> Markup:
    """A name, marked with its language and direction."""
    direction = "rtl" if lang in _RIGHT_TO_LEFT or lang[:2] in _RIGHT_TO_LEFT else "ltr"
    return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(lang, direction, text)


def label_html(record: Record) -> Markup:
    """What a record is called; the title of a source is in its language, if in its script."""
    if isinstance(record, Source) and record.language != "en" and _as_written(record):
        return name_html(record.language, record.title)
    return escape(record.label)


def _as_written(source: Source) -> bool:
    """Whether a title is not put into Latin letters by the editor, as far as one can see."""
    return source.language[:2] not in _OTHER_SCRIPTS or not source.title.isascii()


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
    return Directory(
        {record_id: label_html(record) for record_id, record in graph.records.items()},
        {source.id: _publisher(source.publisher) for source in graph.all_of(Source)},
        {record_id: record_url(record) for record_id, record in graph.records.items()},
    )
