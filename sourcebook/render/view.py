"""How a page shows dates, values, claims and words, beside links and prose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from sourcebook.derive import ClaimInScope, Scope
from sourcebook.derive.coverage import NeedyRecord, StateCounts, standing_verdict
from sourcebook.derive.coverage_words import describe_counts, describe_needy, describe_verdicts
from sourcebook.derive.rewording import is_reworded
from sourcebook.geo.distance import great_circle
from sourcebook.models import (
    Actor,
    Basis,
    Citation,
    Claim,
    Coordinates,
    Incident,
    Location,
    Record,
    References,
    Source,
    When,
)
from sourcebook.models.when import parse_date
from sourcebook.render.digests import outcome
from sourcebook.render.html_values import UNDATED, clock_html, day_html, value_html, when_html
from sourcebook.render.quotations import Check, check_of
from sourcebook.render.texts import Texts
from sourcebook.vocabulary import Measure, Population, Reading, SourceStatus, Stance, Verdict

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Replacement:
    """What replaced a claim: where it is, its value in words, and when it was said."""

    url: str
    value: str
    said: When | None


class View(Texts):
    """What a page may read and show: its templates are handed it as `v`.

    Templates ask it for links, prose, citations, dates, values and words (what `Links`, `Texts`
    and this class define); what they show of records is in their context. Contexts and pictures
    read here too, by the methods of `PageReads`.
    """

    # -- dates and places

    def when(self, date: When | None) -> Markup:
        """A date in words, with the time of day, and the date elsewhere where it differs."""
        return UNDATED if date is None else when_html(date, self._graph)

    def day(self, date: When | None) -> Markup:
        """A date in words without the time of day."""
        return UNDATED if date is None else day_html(self.language, date)

    def clock(self, date: When) -> Markup:
        """The time of day of a date, below a heading that names the day."""
        return clock_html(date, self._graph)

    def period(self, text: str) -> Markup:
        """A date that is given as text."""
        return day_html(self.language, parse_date(text))

    def zone(self, zone: str) -> str:
        """Whose calendar a time zone is: the dataset's own word for it, or the zone's city."""
        return self.language.calendar_of(zone, self.dataset)

    def apart(self, one: Coordinates, other: Coordinates) -> str:
        """How far two points are from each other."""
        return self.language.distance(great_circle((one.lat, one.lon), (other.lat, other.lon)))

    # -- words

    def population(self, population_id: str) -> str:
        """The label of whom or what a figure counts."""
        return self.dataset.label(Population, population_id)

    def kind(self, record: Record) -> str:
        """What a record is: its type, or its kind where that has no types."""
        code = getattr(record, "type", None)
        return record.kind if code is None else self.dataset.term_of(record, "type").label

    def other_names(self, record: Actor | Location) -> tuple[tuple[str, str], ...]:
        """The names of a record but the one that it is called by, by their language."""
        names = sorted(record.names.items(), key=lambda item: item[0].lower())
        return tuple((lang, name) for lang, name in names if name != record.label)

    def told_apart(self, record: Actor | Incident | Source) -> tuple[tuple[str, str], ...]:
        """The records that a record is like and is not, with the reason, whichever says so."""
        own = [(other.record_id, other.why) for other in record.not_same_as]
        links = self.backlinks_to(record.id, "told_apart")
        theirs = [(link.record_id, self.linking_element(link).why) for link in links]
        return tuple(dict([*theirs, *own]).items())

    # -- claims

    def value(self, claim: Claim) -> Markup:
        """What a claim says, in words."""
        if isinstance(claim.value, References):
            return self.language.join_list_html(map(self.link, claim.value.ids))
        return value_html(claim, self._graph)

    def value_text(self, claim: Claim) -> str:
        """What a claim says, as plain text."""
        return self.language.value(claim.value, self._graph.label)

    def measure(self, claim: Claim) -> str:
        """What a claim is about: its measure, and whom it counts."""
        return self._graph.subject(claim.measure, claim.of)

    def check(self, citation: Citation) -> Check | None:
        """How far what a citation quotes was checked; None where it quotes nothing."""
        return check_of(self._graph, self._derived, citation)

    def originals_first(self, cites: Sequence[Citation]) -> tuple[tuple[int, Citation], ...]:
        """Citations with their numbers: those in a speaker's own words before paraphrases of them.

        What was looked up in a paraphrase does not outshine an original that nobody looked up.
        """
        return tuple(sorted(enumerate(cites), key=lambda one: self._is_reworded(one[1])))

    def _is_reworded(self, citation: Citation) -> bool:
        return is_reworded(self._graph, citation.source)

    def assessment(self, claim: Claim, citation: Citation) -> str:
        """What a person found who read a passage under a claim; empty where nobody did."""
        if citation.assessed is None:
            return ""
        who = f"{citation.assessed.by}, {self.language.day(citation.assessed.date)}"
        verdict = standing_verdict(self._graph, claim, citation)
        if verdict is None:
            return f"to be read again: it changed since it was read by {who}"
        return f"{verdict.read_as} by {who}"

    def counts_in_words(self, counts: StateCounts, noun: str) -> str:
        """How many claims or figures are vouched for."""
        return describe_counts(counts, noun, self.language)

    def verdicts_in_words(self, verdicts: Mapping[str, int]) -> str:
        """How many claims a person read beside a passage, and what was found."""
        return describe_verdicts(verdicts, self.dataset.terms(Verdict), self.language)

    def need_in_words(self, record: NeedyRecord) -> str:
        """How many claims of a record nothing vouches for."""
        return describe_needy(record, self.language)

    def outcome(self, scope: Scope) -> str:
        """What the claims of a scope come to, in short; empty where that is long."""
        return outcome(self._graph, scope)

    def says_who_attacked(self, claim: Claim) -> bool:
        """Whether a claim is shown as a sentence with its stance, and not as a value."""
        return self.dataset.terms(Measure)[claim.measure].says_who_attacked

    def status(self, source: Source) -> SourceStatus:
        """What became of a source since it was published."""
        return self.dataset.terms(SourceStatus)[source.status]

    def reading(self, source: Source) -> Reading:
        """How much of a source was read."""
        return self.dataset.terms(Reading)[source.read]

    def stance(self, claim: Claim) -> tuple[str, str]:
        """What a claimant says of who did it: before a name, and where it gives none."""
        if claim.stance is None:
            return "names", "does not say who did it"
        term = self.dataset.terms(Stance)[claim.stance]
        return term.naming, term.alone

    def claim_text(self, claim: Claim) -> str:
        """What a claim says, as plain text: its measure and value, or its stance."""
        if not self.says_who_attacked(claim):
            about = self._graph.subject_in_sentence(claim.measure, claim.of)
            return f"{about}: {self.value_text(claim)}"
        naming, alone = self.stance(claim)
        named = isinstance(claim.value, References)
        return f"{naming} {self.value_text(claim)}" if named else alone

    def claim_sentence(self, claim: Claim) -> str:
        """Who says what, as plain text."""
        who = self.language.join_list(self.record(by).label for by in claim.by)
        return f"{who} – {self.claim_text(claim)}"

    def outdated(self, record_id: str, basis: Basis) -> str:
        """That a claim stands otherwise than when a judgement on it was written; else nothing."""
        now = self._derived.claim_status(record_id, basis.claim)
        if basis.standing in (None, now) or self.as_of is not None:
            return ""
        return f"{basis.standing} when this was written, {now} now: to be read again"

    def claim_prose(self, found: ClaimInScope, *path: str | int) -> Markup:
        """The prose of a claim at a path in it."""
        place = self._graph.claim_path(found.record_id, found.claim)
        return self.prose(found.record_id, *place, *path)

    def replacement(self, found: ClaimInScope) -> Replacement:
        """What replaced a claim. Raises ValueError where nothing did."""
        if found.replaced_by is None:
            raise ValueError(f"nothing replaces {found.claim.id}")
        owner, claim = self.claim(found.record_id, found.replaced_by)
        url = self.url(owner, f"claim-{claim.id}")
        return Replacement(url, self.value_text(claim), claim.said)

    def claim_link(self, record_id: str, path: str) -> Markup:
        """A link to a claim by its path, in words: who says what."""
        owner, claim = self.claim(record_id, path)
        return self.link(owner, self.claim_sentence(claim), f"claim-{claim.id}")
