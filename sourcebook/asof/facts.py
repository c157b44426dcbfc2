"""What a record may still name once what came later is left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sourcebook.asof.texts import kept, stands
from sourcebook.derive import Derived
from sourcebook.derive.matrix import successors
from sourcebook.link import Graph
from sourcebook.markdown import Cited, FactUse, Hole, Mention
from sourcebook.models import Claim, ClaimRef, FactRef, Judgement, Mark, Markup, Model, Page, Record


@dataclass(frozen=True)
class Then:
    """What is left of a dataset, and which claims others replaced before and replace now."""

    graph: Graph
    derived: Derived
    before: Mapping[str, str]
    now: Mapping[str, str] = field(init=False)
    claims: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Count the claims that are left."""
        claims = frozenset(f"{record.id}.{claim.id}" for record, claim in self.graph.claims())
        object.__setattr__(self, "now", successors(self.graph))
        object.__setattr__(self, "claims", claims)

    def fact(self, name: str, fact: str) -> bool:
        """Whether a record, or the one at hand, still has a fact."""
        return fact in self.derived.facts(name)

    def hole(self, hole: Hole) -> bool:
        """Whether what a text refers to is there."""
        if isinstance(hole, Cited):
            return all(source in self.graph.records for source, _ in hole.items)
        if isinstance(hole, FactUse):
            return self.fact(hole.id, hole.fact)
        return not isinstance(hole, Mention) or self._there(hole.id)

    def _there(self, name: str) -> bool:
        return self.graph.aliases.get(name, name) in self.graph.records


class Tied:
    """Keeps of one record the claims, facts and texts of which all that they name is there."""

    def __init__(self, then: Then, record: Record) -> None:
        self._then, self._record = then, record.id

    def keeps(self, mark: Mark, value: str) -> bool:
        """Whether what is named is there."""
        if isinstance(mark, Markup):
            return stands(value, self._then.hole)
        if isinstance(mark, FactRef):
            name, _, fact = value.partition(".")
            return self._then.fact(name, fact)
        return not isinstance(mark, ClaimRef) or self._whole(value) in self._then.claims

    def settles(self, was: Model, now: Model) -> Model | None:
        """A claim that was replaced later stands again; a judgement keeps its whole basis."""
        if isinstance(now, Claim):
            return self._again(now)
        if isinstance(was, Judgement) and isinstance(now, Judgement):
            return now if len(now.rests_on) == len(was.rests_on) else None
        return self._told(now) if isinstance(now, Record) and now.body else now

    def _told(self, record: Record) -> Record:
        """A body without what rests on the later, or (a page of the site aside) on nothing."""
        body = kept(record.body, self._then.hole, bare=isinstance(record, Page))
        return record if body == record.body else record.model_copy(update={"body": body})

    def _again(self, claim: Claim) -> Claim:
        name = self._whole(claim.id)
        if (
            claim.status == "superseded"
            and name in self._then.before.keys() - self._then.now.keys()
        ):
            return claim.model_copy(update={"status": "accepted"})
        return claim

    def _whole(self, claim: str) -> str:
        return claim if "." in claim else f"{self._record}.{claim}"
