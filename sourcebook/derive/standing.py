"""What follows for one record."""

from collections.abc import Mapping
from dataclasses import dataclass

from sourcebook.derive.grade import Grade
from sourcebook.derive.matrix import Position, Scope
from sourcebook.derive.origins import Origins

STANDINGS: Mapping[str, str] = {
    "agreed": "several apparent origins say the same",
    "compatible": "the accounts differ, but can all be true",
    "disputed": "the accounts contradict each other",
    "differing": "the accounts are in words and differ",
    "single": "nobody else gives a value",
    "silent": "nobody gives a value",
}
"""How the claims of a scope relate."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What follows for one record: its matrix, sourcing, grade (of incidents) and gaps."""

    scopes: tuple[Scope, ...]
    origins: Origins
    grade: Grade | None
    gaps: tuple[str, ...]

    @property
    def disputed(self) -> bool:
        """Whether any of its scopes is."""
        return any(scope.standing in ("disputed", "differing") for scope in self.scopes)

    def claim(self, holder: str, name: str) -> tuple[Scope, Position] | None:
        """A claim by the record that holds it and its id, in its scope."""
        for scope in self.scopes:
            for position in scope.positions:
                if position.holder == holder and position.claim.id == name:
                    return scope, position
        return None


def word(scope: Scope, position: Position) -> str:
    """How a claim stands: superseded or withdrawn, or else as its scope does."""
    return scope.standing if position.current else position.status
