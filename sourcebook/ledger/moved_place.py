"""How far a point moved, in words: two numbers say little."""

import re

from sourcebook.geo.distance import great_circle
from sourcebook.language import FOR_EDITORS
from sourcebook.ledger.fact_change import FactChange
from sourcebook.ledger.facts_lock import LockedFact
from sourcebook.ledger.published_fact import PublishedFact
from sourcebook.link import Graph
from sourcebook.models import Location

_COORDINATES = re.compile(r"(?:latitude|longitude) (-?[\d.]+(?:e-?\d+)?)")


def distance_moved(graph: Graph, move: FactChange) -> str:
    """“, 29 km away, more than the 2 km that it may be off by”; empty where no point moved."""
    before, after = _point(move.before), _point(move.after)
    if before is None or after is None or before == after:
        return ""
    distance = round(great_circle(before, after))
    words = f", {FOR_EDITORS.distance(distance)} away" if distance else ", less than a metre away"
    radius = _radius(graph, move)
    if radius is None:
        return words
    than = "more than" if distance > radius else "within"
    return f"{words}, {than} the {FOR_EDITORS.distance(radius)} that it may be off by"


def _point(fact: LockedFact | PublishedFact | None) -> tuple[float, float] | None:
    found = _COORDINATES.findall(fact.text) if fact else []
    return (float(found[0]), float(found[1])) if len(found) == 2 else None


def _radius(graph: Graph, move: FactChange) -> int | None:
    location = graph.records.get(move.record_id)
    if not isinstance(location, Location) or location.coordinates is None:
        return None
    return location.coordinates.uncertainty_m if move.key.endswith(".coordinates") else None
