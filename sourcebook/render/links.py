"""What records are called and where their pages are, as HTML, seen from one page."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from markupsafe import Markup, escape

from sourcebook.derive.origins import chain
from sourcebook.link import Graph
from sourcebook.models import Actor, Episode, Incident, Record, Source
from sourcebook.pages import Page, record_url

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


class Names:
    """Labels and addresses of all records, made once for all pages."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.label = {name: label_html(record) for name, record in graph.records.items()}
        self.publisher = {
            source.id: _publisher(source.publisher) for source in graph.all_of(Source)
        }
        self.url = {name: record_url(record) for name, record in graph.records.items()}
        self._links: dict[tuple[str, str], Markup] = {}

    def link(self, root: str, name: str) -> Markup:
        """A link to a record's page from a page whose way to the site's root is `root`."""
        made = self._links.get((root, name))
        if made is None:
            # The parts are an id of our own and a text that is escaped.
            made = Markup(f'<a href="{root}{self.url[name]}">{self.label[name]}</a>')  # noqa: S704
            self._links[root, name] = made
        return made

    @cached_property
    def briefed_in(self) -> Mapping[str, tuple[str, ...]]:
        """The episodes whose page shows the claims of a record."""
        found: dict[str, list[str]] = defaultdict(list)
        for incident in self.graph.all_of(Incident):
            if incident.episode is not None:
                found[incident.id].append(incident.episode)
        for episode in self.graph.all_of(Episode):
            asked = [path for question in episode.questions for path in question.see]
            for name in {path.partition(".")[0] for path in (*asked, *episode.key_figures)}:
                found[name].append(episode.id)
        return {name: tuple(sorted(set(episodes))) for name, episodes in found.items()}

    @cached_property
    def spoken_for_by(self) -> Mapping[str, tuple[str, ...]]:
        """The actors whose words count as those of an actor, beside its own."""
        found: dict[str, list[str]] = defaultdict(list)
        for actor in self.graph.all_of(Actor):
            for above in chain(self.graph, actor.id)[1:]:
                found[above].append(actor.id)
        return {name: tuple(actors) for name, actors in found.items()}


class Links:
    """Links from one page to others."""

    def __init__(self, names: Names, page: Page) -> None:
        self.names, self.page = names, page
        self.root = page.root

    def url(self, name: str, anchor: str = "") -> str:
        """The way from this page to a record's page, or to a place on it."""
        if name == self.page.subject and anchor:
            return f"#{anchor}"
        target = self.root + self.names.url[name]
        return f"{target}#{anchor}" if anchor else target

    def link(self, name: str, label: str | None = None, anchor: str = "") -> Markup:
        """A link to a record's page; plain text where that is this page."""
        own = name == self.page.subject and not anchor
        if label is None and not anchor:
            return self.names.label[name] if own else self.names.link(self.root, name)
        text = self.names.label[name] if label is None else escape(label)
        if own:
            return text
        # The parts are an id and an anchor of our own and a text that is escaped.
        return Markup(f'<a href="{self.url(name, anchor)}">{text}</a>')  # noqa: S704

    def links(self, names: Iterable[str]) -> Markup:
        """Links to several records."""
        return Markup(", ").join(map(self.link, names))

    def name(self, lang: str, text: str) -> Markup:
        """A name, marked with its language and direction."""
        return name_html(lang, text)
