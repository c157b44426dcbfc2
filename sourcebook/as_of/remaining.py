"""What a record may still name once what came later is left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sourcebook.as_of.known_paragraphs import known_paragraphs, refers_to_known_only
from sourcebook.derive import Derived, derive
from sourcebook.derive.matrix import successors
from sourcebook.link import Graph
from sourcebook.markdown import Cited, FactUse, Hole, Mention, parse_plain, without_words
from sourcebook.models import (
    Claim,
    ClaimRef,
    ClaimStatus,
    FactRef,
    HandwrittenPage,
    Judgement,
    Mark,
    Markup,
    Model,
    PlainMarkup,
    Record,
)


@dataclass(frozen=True)
class Remaining:
    """What is left of a dataset when what came later is taken out.

    `replaced_before` are the claims of the `whole` dataset that others replace, as `record.claim`.
    """

    graph: Graph
    derived: Derived
    replaced_before: Mapping[str, str]
    whole: Graph

    @cached_property
    def later(self) -> Derived:
        """What follows from the whole dataset."""
        return derive(self.whole)

    @cached_property
    def replaced_now(self) -> Mapping[str, str]:
        """As `record.claim`, each claim that another of those left replaces; and that other."""
        return successors(self.graph)

    @cached_property
    def claims(self) -> frozenset[str]:
        """The claims that are left, each as `record.claim`."""
        return frozenset(f"{record.id}.{claim.id}" for record, claim in self.graph.claims())

    def has_fact(self, record_id: str, fact: str) -> bool:
        """Whether a record, or the one at hand, still has a fact."""
        return fact in self.derived.facts(record_id)

    def is_known(self, hole: Hole) -> bool:
        """Whether what a text refers to is there."""
        if isinstance(hole, Cited):
            return all(source in self.graph.records for source, _ in hole.items)
        if isinstance(hole, FactUse):
            return self.has_fact(hole.id, hole.fact) and not self._says_another(hole)
        return not isinstance(hole, Mention) or self._has_record(hole.id)

    def _says_another(self, use: FactUse) -> bool:
        """Whether words that stand for a fact say what it was only later."""
        if not use.words:
            return False
        then, later = (known.facts(use.id)[use.fact] for known in (self.derived, self.later))
        return then.text != later.text

    def _has_record(self, record_id: str) -> bool:
        return self.graph.aliases.get(record_id, record_id) in self.graph.records


class RemainingPolicy:
    """Keeps of one record the claims, facts and texts of which all that they name is there."""

    def __init__(self, remaining: Remaining, record: Record) -> None:
        self._remaining, self._record = remaining, record.id

    def keep_value(self, mark: Mark, value: str) -> bool:
        """Whether what is named is there."""
        if isinstance(mark, Markup):
            return refers_to_known_only(value, self._remaining.is_known)
        if isinstance(mark, PlainMarkup):
            return mark.kept or all(map(self._remaining.is_known, parse_plain(value).holes))
        if isinstance(mark, FactRef):
            name, _, fact = value.partition(".")
            return self._remaining.has_fact(name, fact)
        return (
            not isinstance(mark, ClaimRef) or self._full_claim_id(value) in self._remaining.claims
        )

    def rebuild(self, was: Model, now: Model) -> Model | None:
        """A claim that was replaced later is accepted again; a judgement keeps its whole basis."""
        if isinstance(now, Claim):
            return self._accepted_again(now)
        if isinstance(was, Judgement) and isinstance(now, Judgement):
            return now if len(now.rests_on) == len(was.rests_on) else None
        if not isinstance(now, Record):
            return now
        now = self._with_known_words(now)
        return self._with_known_body(now) if now.body else now

    def _with_known_words(self, record: Record) -> Record:
        """Titles that stay without the words that say what a fact was only later."""
        changed: dict[str, str] = {}
        for field in ("title", "summary"):
            text = getattr(record, field, None) or ""
            known = without_words(text, self._remaining.is_known) if "{{" in text else text
            changed |= {field: known} if known != text else {}
        return record.model_copy(update=changed) if changed else record

    def _with_known_body(self, record: Record) -> Record:
        """A body without what refers to the later, or (a page of the site aside) to nothing."""
        body = known_paragraphs(
            record.body,
            self._remaining.is_known,
            keep_unreferenced=isinstance(record, HandwrittenPage),
        )
        return record if body == record.body else record.model_copy(update={"body": body})

    def _accepted_again(self, claim: Claim) -> Claim:
        name = self._full_claim_id(claim.id)
        if (
            claim.status is ClaimStatus.SUPERSEDED
            and name in self._remaining.replaced_before.keys() - self._remaining.replaced_now.keys()
        ):
            return claim.model_copy(update={"status": ClaimStatus.ACCEPTED})
        return claim

    def _full_claim_id(self, claim: str) -> str:
        return claim if "." in claim else f"{self._record}.{claim}"
