"""What a reader must know of a whole page before reading it: a line each, above the article."""

from collections.abc import Iterator

from markupsafe import Markup

from sourcebook.models import Source
from sourcebook.models.when import parse_date
from sourcebook.render.view import View


def notices(view: View) -> Markup:
    """The notices of a page as HTML; empty where there are none."""
    found = tuple(_notices(view))
    lines = Markup("").join(Markup("<p>{}</p>").format(line) for line in found)
    label = "Before you read"
    box = Markup('<aside class="notices" aria-label="{}">{}</aside>\n')
    return box.format(label, lines) if found else Markup("")


def _notices(view: View) -> Iterator[Markup]:
    yield from _as_of(view)
    for source in view.changed_sources(view.page.subject):
        own = source.id == view.page.subject
        which = (
            "This source"
            if own
            else Markup("A source of this page, {},").format(view.link(source.id))
        )
        day = f" on {view.language.day(source.status_date)}" if source.status_date else ""
        changed = view.dataset.term_of(source, "status").definition
        yield Markup("<strong>{}</strong> {} was {}{}. {}").format(
            f"{source.status.capitalize()}.",
            which,
            changed,
            day,
            _why(view, source),
        )


def _why(view: View, source: Source) -> Markup:
    return (
        view.prose_without_citations(source.id, "status_note") if source.status_note else Markup("")
    )


def _as_of(view: View) -> Iterator[Markup]:
    day = view.as_of
    if day is not None:
        words = view.language.day(parse_date(day.isoformat()))
        yield Markup(
            "<strong>As it could be known on {}.</strong> What happened, was said or appeared "
            "later is left out, and so is every paragraph that rests on it; titles and summaries "
            "are of today."
        ).format(words)
