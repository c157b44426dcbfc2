"""The kinds of terms: a class for each vocabulary, with the flags that its terms can have.

A flag is named for what it says of a term, and is off unless a row says otherwise.
"""

from collections.abc import Mapping
from typing import ClassVar, Literal

from sourcebook.vocabulary.term import Term

MeasureKind = Literal["figure", "date", "actor", "location", "incident", "text"]
"""What the value of a claim is: the measure that it is about says so."""


class EventType(Term):
    """What kind of event an incident was."""

    vocabulary: ClassVar[str] = "event type"
    file: ClassVar[str] = "event_types"


class PlacePrecision(Term):
    """How closely the place of an incident is known.

    `radius_m` is how far off it may be, in metres, where that is no area; `area_type` the type of
    the location that it is known to, where that is one.
    """

    vocabulary: ClassVar[str] = "place precision"
    file: ClassVar[str] = "place_precisions"

    radius_m: int | None = None
    area_type: str = ""
    is_unknown: bool = False


class RoleType(Term):
    """What an actor was in an incident.

    `attacks`: it is who did it. `acts`: it did something in it, whatever that was. `is_harmed`: it
    is whom it was done to. `only_speaks`: it had no part in it but to speak of it.
    `should_be_heard`: where no word of it is on record, that is a gap.
    """

    vocabulary: ClassVar[str] = "role"
    file: ClassVar[str] = "incident_roles"

    attacks: bool = False
    acts: bool = False
    is_harmed: bool = False
    only_speaks: bool = False
    should_be_heard: bool = False


class ActorType(Term):
    """What an actor is. `is_person`: a single human being."""

    vocabulary: ClassVar[str] = "actor type"
    file: ClassVar[str] = "actor_types"

    is_person: bool = False


class RelationType(Term):
    """How one actor stands to another.

    `one_voice`: what both say counts as one origin. `stands`: where a picture has the actor that
    has the relation, from the other. `sets_apart`: it does not make the two belong together.
    """

    vocabulary: ClassVar[str] = "relation type"
    file: ClassVar[str] = "actor_relations"

    one_voice: bool = False
    stands: Literal["above", "beside", "below"] = "beside"
    sets_apart: bool = False


class LocationType(Term):
    """What a location is.

    `is_area`: it is known by its outline, `is_country`: and that is a country's. `map_rank` is how
    large it counts among towns, from 0, the largest, where the basemap does not know it.
    """

    vocabulary: ClassVar[str] = "location type"
    file: ClassVar[str] = "location_types"

    is_area: bool = False
    is_country: bool = False
    map_rank: int | None = None


class SourceType(Term):
    """What a source is."""

    vocabulary: ClassVar[str] = "source type"
    file: ClassVar[str] = "source_types"


class DerivationType(Term):
    """How one text goes back to another.

    `same_text`: nothing was changed in it. `rewords`: it says in other words what the other said,
    so that its words are nobody's but its own.
    """

    vocabulary: ClassVar[str] = "derivation"
    file: ClassVar[str] = "derivations"

    same_text: bool = False
    rewords: bool = False


class SourceStatus(Term):
    """What became of a source since it was published.

    `changed_by_publisher`: it says something else now, or nothing. `is_corrected`, `is_retracted`:
    what is cited of it has to be looked at again, or to go. `is_usual`: not worth saying.
    """

    vocabulary: ClassVar[str] = "source status"
    file: ClassVar[str] = "source_statuses"

    changed_by_publisher: bool = False
    is_corrected: bool = False
    is_retracted: bool = False
    is_usual: bool = False
    is_unknown: bool = False


class Reading(Term):
    """How much of a source was read. `is_whole`: all of it; `is_unread`: nothing."""

    vocabulary: ClassVar[str] = "reading"
    file: ClassVar[str] = "readings"

    is_whole: bool = False
    is_unread: bool = False


class CaptureExtent(Term):
    """How much of a source its captured text holds. `is_whole`: all of it."""

    vocabulary: ClassVar[str] = "extent of a capture"
    file: ClassVar[str] = "capture_extents"

    is_whole: bool = False


class CaptureMethod(Term):
    """How words came to be text. `by_machine`: a program made them out of a picture or a sound.

    `source` is what it made them out of, which a person can compare them with.
    """

    vocabulary: ClassVar[str] = "method of a capture"
    file: ClassVar[str] = "capture_methods"

    by_machine: bool = False
    source: str = ""


class Stance(Term):
    """Where a claimant stands on who did it: `naming` somebody, or `alone`, where it names nobody.

    `denies`: it was not the one who is named. `is_silent`: the claimant takes no stand, and neither
    accuses nor accepts nor contradicts.
    """

    vocabulary: ClassVar[str] = "stance"
    file: ClassVar[str] = "stances"

    naming: str = ""
    alone: str = ""
    denies: bool = False
    is_silent: bool = False


class Likelihood(Term):
    """A degree of likelihood. `percent` is what it means in per cent."""

    vocabulary: ClassVar[str] = "likelihood"
    file: ClassVar[str] = "likelihoods"

    percent: str = ""


class Confidence(Term):
    """How much confidence the basis of a judgement allows."""

    vocabulary: ClassVar[str] = "confidence"
    file: ClassVar[str] = "confidences"


class Absence(Term):
    """Why a claim has no value. `counts_as_zero`: its claimant says that there was nothing.

    `is_unknown`: its claimant says that it does not know.
    """

    vocabulary: ClassVar[str] = "absence"
    file: ClassVar[str] = "absences"

    counts_as_zero: bool = False
    is_unknown: bool = False


class Measure(Term):
    """What a claim can be about. `kind` says what its value is.

    `harm`: it counts people who were harmed. `says_who_attacked`, `says_where`, `says_when`: its
    value is the attackers, the place, or the date of an incident. `words` are English ones that
    say it in a passage (`kill*` is any word that begins so), from which hints are drawn.
    """

    vocabulary: ClassVar[str] = "measure"
    file: ClassVar[str] = "measures"
    declared: ClassVar[str] = "measures"

    kind: MeasureKind = "text"
    harm: bool = False
    says_who_attacked: bool = False
    says_where: bool = False
    says_when: bool = False
    words: tuple[str, ...] = ()


class Population(Term):
    """Whom or what a figure counts. `words` are English ones for it, as of a measure."""

    vocabulary: ClassVar[str] = "population"
    file: ClassVar[str] = "populations"
    declared: ClassVar[str] = "populations"

    words: tuple[str, ...] = ()


class Marking(Term):
    """With whom a briefing may be shared."""

    vocabulary: ClassVar[str] = "marking"
    file: ClassVar[str] = "markings"


class ClaimStatusTerm(Term):
    """How a claim stands. `is_dispute`: against others; `is_outdated`: its claimant gave it up."""

    vocabulary: ClassVar[str] = "claim status"
    file: ClassVar[str] = "claim_statuses"

    is_dispute: bool = False
    is_outdated: bool = False


class GradeTerm(Term):
    """How well an incident is established; `definition` is what the grade asks.

    `is_certain`: nothing more can be asked. `is_contested`: it is not agreed who attacked.
    `by_editor`: no rule gives it, only an editor.
    """

    vocabulary: ClassVar[str] = "grade"
    file: ClassVar[str] = "grades"

    is_certain: bool = False
    is_contested: bool = False
    by_editor: bool = False


class Verdict(Term):
    """What a person found of a passage under a claim. `read_as` says so beside the passage.

    `supports`: it says what the claim says, or a part of it.
    """

    vocabulary: ClassVar[str] = "verdict"
    file: ClassVar[str] = "verdicts"

    read_as: str = ""
    supports: bool = False


VOCABULARIES: tuple[type[Term], ...] = (
    EventType, PlacePrecision, RoleType, ActorType, RelationType, LocationType, SourceType,
    DerivationType, SourceStatus, Reading, CaptureExtent, CaptureMethod, Stance, Likelihood,
    Confidence, Absence, Measure, Population, Marking, ClaimStatusTerm, GradeTerm, Verdict,
)  # fmt: skip
"""Every vocabulary, by the class of its terms."""

BY_NAME: Mapping[str, type[Term]] = {kind.vocabulary: kind for kind in VOCABULARIES}
"""The same by what one of its terms is called."""
