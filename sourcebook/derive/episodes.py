"""Which incidents an episode consists of."""

from sourcebook.link import Graph


def incident_ids_of(graph: Graph, episode_id: str) -> tuple[str, ...]:
    """The ids of the incidents of an episode, sorted: those that name it."""
    return tuple(link.record_id for link in graph.backlinks_to(episode_id, "incidents"))
