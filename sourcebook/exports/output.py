"""What an output is: a row with its path, and how its bytes are made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.pages import Page
from sourcebook.render import Renderer


@dataclass(frozen=True, slots=True)
class OutputContext:
    """What outputs are made from. `site_url` ends in a slash, or is empty."""

    graph: Graph
    derived: Derived
    pages: Sequence[Page]
    site_url: str
    renderer: Renderer


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site that is no page; one with a title is listed on the data page.

    A path that ends in a slash is a folder, and an empty one is the site's own: then `make` gives
    the bytes of its files by name.
    """

    path: str
    media_type: str
    make: Callable[[OutputContext], bytes | Mapping[str, bytes]]
    title: str = ""
    about: str = ""

    def files(self, context: OutputContext) -> Iterator[tuple[str, bytes]]:
        """The path and the bytes of each file."""
        made = self.make(context)
        if isinstance(made, bytes):
            yield self.path, made
        else:
            yield from ((self.path + name, data) for name, data in made.items())
