"""The analysis of one record: what follows from it and from what is claimed of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sourcebook.derive.attribution import Attribution
from sourcebook.derive.grade import Grade
from sourcebook.derive.locations import ClaimedPlace
from sourcebook.derive.matrix import ClaimInScope, Scope
from sourcebook.derive.origins import Origins
from sourcebook.vocabulary import ClaimStatusTerm, built_in

AGREEMENTS: Mapping[str, str] = {
    term.id: term.definition for term in built_in(ClaimStatusTerm).values() if not term.is_outdated
}
"""How the claims of a scope agree: code and meaning."""


@dataclass(frozen=True, slots=True)
class RecordAnalysis:
    """What follows for one record: its matrix, origins and gaps; of incidents also the rest."""

    scopes: tuple[Scope, ...]
    origins: Origins
    attributions: tuple[Attribution, ...]
    claimed_places: tuple[ClaimedPlace, ...]
    grade: Grade | None
    gaps: tuple[str, ...]

    @property
    def disputed(self) -> bool:
        """Whether any of its scopes is."""
        statuses = built_in(ClaimStatusTerm)
        return any(statuses[scope.agreement].is_dispute for scope in self.scopes)

    def find_claim(self, record_id: str, claim_id: str) -> tuple[Scope, ClaimInScope] | None:
        """A claim with its scope, by the record whose file it is in and by its id."""
        for scope in self.scopes:
            for entry in scope.claims:
                if entry.record_id == record_id and entry.claim.id == claim_id:
                    return scope, entry
        return None


def claim_status(scope: Scope, entry: ClaimInScope) -> str:
    """The status of a claim: superseded or withdrawn, or else its scope's agreement."""
    return scope.agreement if entry.current else entry.status
