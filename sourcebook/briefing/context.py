"""What the template of an episode's single file reads."""

from collections.abc import Mapping
from dataclasses import dataclass

from sourcebook.briefing.annex import NumberedScope
from sourcebook.briefing.view import BriefingView
from sourcebook.models import Actor, Episode, Incident, Location, Relation
from sourcebook.pages.sections import BRIEFING_SECTIONS
from sourcebook.render.contexts.episode import EpisodeOverview
from sourcebook.render.view import View
from sourcebook.vocabulary import Confidence, Likelihood, RelationType


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor that is named in the file, and its relations by which it speaks with another."""

    actor: Actor
    one_voice: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class BriefingContext:
    """What `briefing.html` reads.

    `titles` are those of its sections by their anchors, `gaps` those of each incident that has
    any, `annex` the scopes by the record that they are of. `years` says how many sources are of
    which year, `likelihoods` and `confidences` what their words mean.
    """

    record: Episode
    overview: EpisodeOverview
    titles: Mapping[str, str]
    gaps: tuple[tuple[Incident, tuple[str, ...]], ...]
    annex: tuple[tuple[str, tuple[NumberedScope, ...]], ...]
    actors: tuple[NamedActor, ...]
    locations: tuple[Location, ...]
    years: tuple[tuple[str, int], ...]
    edition: str
    marking: str
    likelihoods: Mapping[str, str]
    confidences: Mapping[str, str]


def briefing_context(view: View) -> BriefingContext:
    """What a single file shows. Raises TypeError where the view is of no file."""
    if not isinstance(view, BriefingView):
        raise TypeError("a briefing is seen by a BriefingView")
    contents, dataset = view.contents, view.dataset
    incidents = (row.incident for row in contents.overview.incidents)
    return BriefingContext(
        record=contents.episode,
        overview=contents.overview,
        titles=_titles(view),
        gaps=tuple((i, gaps) for i in incidents if (gaps := view.analysis(i.id).gaps)),
        annex=contents.groups,
        actors=tuple(_named(view, actor) for actor in contents.actors),
        locations=contents.locations,
        years=contents.years,
        edition=f"Edition {dataset.edition}, {view.language.day(dataset.edition_date)}",
        marking=dataset.term_of(contents.episode, "marking").definition,
        likelihoods={t.label: t.percent for t in dataset.terms(Likelihood).values()},
        confidences={t.label: t.definition for t in dataset.terms(Confidence).values()},
    )


def _named(view: View, actor: Actor) -> NamedActor:
    types = view.dataset.terms(RelationType)
    current = (relation for relation in actor.relations if not relation.until)
    return NamedActor(actor, tuple(r for r in current if types[r.type].one_voice))


def _titles(view: BriefingView) -> dict[str, str]:
    """The sections of the file that have something in them: their titles by their anchors."""
    contents = view.contents
    episode, found = contents.episode, contents.overview
    filled: Mapping[str, object] = {
        "bottom-line": True,
        "judgements": episode.judgements,
        "figures": found.figures,
        "incidents": found.incidents,
        "contested": found.points,
        "assessment": episode.judgements,
        "assumptions": episode.assumptions,
        "gaps": episode.unknowns or found.incidents,
        "sourcing": contents.sources,
        "narrative": episode.body,
        "claims": contents.annex.scopes,
        "named": contents.actors or contents.locations,
        "sources": contents.sources,
    }
    return {anchor: BRIEFING_SECTIONS[anchor].title for anchor, there in filled.items() if there}
