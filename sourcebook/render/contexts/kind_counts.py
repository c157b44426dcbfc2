"""How many records of each kind there are."""

from dataclasses import dataclass

from sourcebook.models import Record
from sourcebook.pages import INDEXES
from sourcebook.render.view import View


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many records of a kind there are: the number, and the noun that goes with it.

    `url` is that of the kind's index, from the root of the site.
    """

    kind: str
    title: str
    url: str
    count: int
    noun: str


def count_kinds(view: View) -> tuple[KindCount, ...]:
    """Each kind that has an index, with the number of its records."""
    return tuple(_count(view, kind, title) for kind, title in INDEXES.items())


def _count(view: View, kind: type[Record], title: str) -> KindCount:
    count = len(view.all_of(kind))
    noun = view.language.plural(count, kind.kind)
    return KindCount(kind.kind, title, f"{kind.folder}/index.html", count, noun)
