"""A location, and how closely it is known where that is."""

from typing import Annotated, ClassVar

from pydantic import Field

from sourcebook.models.base import Model, PlainText, ProseText, Ref, TermRef, Text
from sourcebook.models.evidence import Citation, Claim
from sourcebook.models.named import NamedRecord
from sourcebook.vocabulary import LocationType


class Coordinates(Model):
    """A point in WGS 84 degrees, the radius in metres that it may be off by, and who gives it."""

    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]
    uncertainty_m: Annotated[int, Field(gt=0, le=5_000_000)]
    cites: Annotated[tuple[Citation, ...], Field(min_length=1)]
    note: ProseText | None = None


class Near(Model):
    """Where only this is known: a place it lies near, how far off in metres and which way."""

    location: Annotated[str, Ref("location", "nearby")]
    distance_m: Annotated[int, Field(gt=0, le=5_000_000)]
    direction: Text | None = None
    cites: Annotated[tuple[Citation, ...], Field(min_length=1)]
    note: ProseText | None = None


class Location(NamedRecord):
    """A place: its names, what it lies in, and where, as far as that was read."""

    kind: ClassVar[str] = "location"
    folder: ClassVar[str] = "locations"

    type: Annotated[str, TermRef(LocationType)]
    summary: PlainText | None = None
    within: Annotated[str, Ref("location", "contains")] | None = None
    coordinates: Coordinates | None = None
    rival_coordinates: tuple[Coordinates, ...] = ()
    near: Near | None = None
    geonames: Annotated[int, Field(gt=0)] | None = None
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = None
    iso_3166: Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")] | None = None
    claims: tuple[Claim, ...] = ()
