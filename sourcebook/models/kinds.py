"""The table of the kinds of record."""

from sourcebook.models.actor import Actor
from sourcebook.models.base import Record
from sourcebook.models.episode import Episode
from sourcebook.models.incident import Incident
from sourcebook.models.location import Location
from sourcebook.models.page import HandwrittenPage
from sourcebook.models.source import Source

KINDS: dict[str, type[Record]] = {
    model.kind: model for model in (Incident, Actor, Location, Source, Episode, HandwrittenPage)
}
"""Every kind of record by its name, in the order in which the site shows them."""
