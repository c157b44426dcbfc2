"""Why a fact has no name of its own: its measure has several scopes, which are never added up."""

from collections.abc import Iterator

from sourcebook.derive import Derived, Scope
from sourcebook.language import FOR_EDITORS

_MOST = 3
"""How many scopes a message lists."""


def several_scopes_message(derived: Derived, record_id: str, fact: str) -> str:
    """What scopes a fact could mean, and what to write; empty where that is not the cause."""
    analysis = derived.analyses.get(record_id)
    scopes = [scope for scope in analysis.scopes if fact in _names(scope)] if analysis else []
    if len(scopes) < 2:
        return ""
    listed = "; ".join(_told(scope, record_id) for scope in scopes[:_MOST])
    more = "; and more" if len(scopes) > _MOST else ""
    return (
        f"several scopes have claims of it, which no one figure covers ({listed}{more}): name the "
        "claim that is meant, or give claims of one thing the same of, covers and period"
    )


def _names(scope: Scope) -> Iterator[str]:
    """The names that a scope would give its facts, were it the only one."""
    measure = scope.measure.id
    yield measure
    if scope.of:
        yield f"{measure}.{scope.of}"
    for entry in scope.claims:
        if entry.current:
            yield from (f"{measure}.{claimant}" for claimant in entry.claim.by)


def _told(scope: Scope, record_id: str) -> str:
    """A scope by what sets it apart, and its first claim as a fact."""
    first = scope.claims[0]
    apart = [f"of {scope.of}"] if scope.of else []
    others = [each for each in scope.covers if each != record_id]
    apart += [f"covers {FOR_EDITORS.join_list(others)}"] if others else []
    apart += [f"period {scope.period}"] if scope.period else []
    words = FOR_EDITORS.join_list(apart) or "of this alone"
    return f"{{{{{first.record_id}.{first.claim.id}}}}}, {words}"
