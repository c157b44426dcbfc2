"""What the pages of a site are made from; a page reads it through its view, and by no other way."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from sourcebook.charts.relations import RelationIndex
from sourcebook.derive import Derived
from sourcebook.derive.changed_sources import affected_records
from sourcebook.derive.origins import chain
from sourcebook.link import Graph
from sourcebook.maps import Atlas
from sourcebook.models import Actor, Episode, Incident, Location, Source
from sourcebook.pages import year_of
from sourcebook.render.directory import Directory, directory_of


class SiteData:
    """A graph, what follows from it, and what is worked out once for all of its pages.

    The renderer makes one, and it goes when the renderer goes. `recording` gives one for a single
    page that writes down what is read of it.
    """

    def __init__(self, graph: Graph, derived: Derived) -> None:
        self.graph, self.derived = graph, derived

    @cached_property
    def directory(self) -> Directory:
        """Labels, publishers and addresses of all records."""
        return directory_of(self.graph)

    @cached_property
    def atlas(self) -> Atlas:
        """The backgrounds of all maps."""
        return Atlas(self.graph)

    @cached_property
    def relations(self) -> RelationIndex:
        """The relations of all actors, for the figures of them."""
        return RelationIndex(self.graph)

    @cached_property
    def changed_sources(self) -> Mapping[str, tuple[Source, ...]]:
        """The sources that were retracted or corrected, by the id of each record they affect."""
        return affected_records(self.graph, self.derived.changed_sources)

    @cached_property
    def episodes_showing(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the episodes whose page shows the claims of a record, by its id."""
        found: dict[str, set[str]] = defaultdict(set)
        for incident in self.graph.all_of(Incident):
            if incident.episode is not None:
                found[incident.id].add(incident.episode)
        for episode in self.graph.all_of(Episode):
            asked = [path for question in episode.questions for path in question.see]
            for path in (*asked, *episode.key_figures):
                found[path.partition(".")[0]].add(episode.id)
        return {record_id: tuple(sorted(episodes)) for record_id, episodes in found.items()}

    @cached_property
    def speakers(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the other actors whose words count as those of an actor, by its id."""
        found: dict[str, list[str]] = defaultdict(list)
        for actor in self.graph.all_of(Actor):
            for above in chain(self.graph, actor.id)[1:]:
                found[above].append(actor.id)
        return {actor_id: tuple(actors) for actor_id, actors in found.items()}

    @cached_property
    def listed(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """The ids of all incidents or locations, by kind and part of the index.

        A part is `index`, which has all of them, or a year.
        """
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for kind in (Incident, Location):
            for record in self.graph.all_of(kind):
                found[kind.kind, "index"].append(record.id)
                found[kind.kind, year_of(record)].append(record.id)
        return {part: tuple(ids) for part, ids in found.items()}
