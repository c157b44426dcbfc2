"""Static maps: places of a dataset, drawn on Natural Earth with no network and no script.

atlas = Atlas(graph)
items = map_items(graph, ids, href)
svg = draw_map(atlas, items.places, prefix="map", title="Where", areas=items.areas)

`items.areas` is what is known only to a country or a division. No point stands for it, so that
who draws `places` in another way has to list the areas, or to draw their outlines.
"""

from sourcebook.derive.locations import Near
from sourcebook.geo.disc import Disc
from sourcebook.maps.atlas import Atlas
from sourcebook.maps.items import (
    LinkedIncident,
    MapArea,
    MapItems,
    MapPlace,
    OtherPosition,
    Unlocated,
    map_items,
    map_items_of_incident,
)
from sourcebook.maps.picture import draw_map

__all__ = [
    "Atlas",
    "Disc",
    "LinkedIncident",
    "MapArea",
    "MapItems",
    "MapPlace",
    "Near",
    "OtherPosition",
    "Unlocated",
    "draw_map",
    "map_items",
    "map_items_of_incident",
]
