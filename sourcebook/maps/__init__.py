"""Static maps: places of a dataset, drawn on Natural Earth with no network and no script.

atlas = Atlas(graph)
places = places_of(graph, ids, href)
svg = draw_map(atlas, places.marks, prefix="map", title="Where", areas=places.areas)

`places.areas` is what is known only to a country or a division. No point stands for it, so that
who draws `marks` in another way has to list the areas, or to draw their outlines.
"""

from sourcebook.derive.locations import Near
from sourcebook.geo.disc import Disc
from sourcebook.maps.atlas import Atlas
from sourcebook.maps.finder import places_of, places_of_incident
from sourcebook.maps.items import Event, Marked, Places, Rival, Somewhere, Unplaced
from sourcebook.maps.picture import draw_map

__all__ = [
    "Atlas",
    "Disc",
    "Event",
    "Marked",
    "Near",
    "Places",
    "Rival",
    "Somewhere",
    "Unplaced",
    "draw_map",
    "places_of",
    "places_of_incident",
]
