"""What a map can show of a dataset: places, areas, and what it has no place for."""

from dataclasses import dataclass
from typing import Literal

from sourcebook.derive.areas import Outline
from sourcebook.derive.locations import Near
from sourcebook.geo.disc import Disc

Kind = Literal["incident", "location", "claimed"]


@dataclass(frozen=True, slots=True)
class Rival:
    """Another position of the same: where, and if a claim gives it, which place and by whom."""

    disc: Disc
    label: str = ""
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """An incident at a marked place: its title and its page."""

    title: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Marked:
    """A place to be marked.

    `disc` holds all points where it can be: with `near` it lies round the place that it is near.
    `rings` are the radii of lesser discs round the same point. `claimed` is a place that only a
    claim names.
    """

    id: str
    label: str
    disc: Disc
    href: str | None = None
    kind: Kind = "incident"
    events: tuple[Event, ...] = ()
    rings: tuple[float, ...] = ()
    rivals: tuple[Rival, ...] = ()
    near: Near | None = None

    @property
    def discs(self) -> tuple[Disc, ...]:
        """All that a map of it must show."""
        return (self.disc, *(rival.disc for rival in self.rivals))


@dataclass(frozen=True, slots=True)
class Somewhere:
    """What is known only to a country or a division: its outline is drawn, and never a point.

    Of the kind `incident` it holds incidents, of the kind `location` it is itself what is shown.
    """

    id: str
    label: str
    outline: Outline
    href: str | None = None
    kind: Kind = "location"
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What no map marks, and why: it is to be listed beside the map."""

    id: str
    label: str
    href: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Places:
    """What a map marks, and what it does not. What is in `areas` is in neither of the others."""

    marks: tuple[Marked, ...]
    unplaced: tuple[Unplaced, ...]
    areas: tuple[Somewhere, ...] = ()
