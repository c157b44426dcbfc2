"""What a change adds to the policy by which it is judged, for whoever reviews it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sourcebook.ledger import read_lock as read_facts
from sourcebook.link import Graph
from sourcebook.load import FileLocation
from sourcebook.models import Dataset
from sourcebook.policy.policy import Policy, policy_fields
from sourcebook.problems import RULES, Problem, quoted
from sourcebook.quotes import LockedQuotation, Verification


@dataclass(frozen=True, slots=True)
class PolicyReport:
    """What a reviewer has to agree to, and what is told beside it.

    `additions` are settings and excuses that take effect once they are merged; `moves` the lines of
    `facts.lock` that are not those of the revision, in words; `unseen` lines of `quotes.lock` that
    are new and that this run did not look up.
    """

    policy: Policy
    additions: tuple[Problem, ...]
    moves: tuple[str, ...]
    unseen: tuple[LockedQuotation, ...]


def policy_report(
    policy: Policy, graph: Graph, own: Dataset | None, content: Path, verified: Verification
) -> PolicyReport:
    """What a dataset adds to a policy; `own` is its description as it is written."""
    place = FileLocation(content / "dataset.yml", f"{content.name}/dataset.yml")
    additions = (
        *(_changed_settings(policy, own, place) if own else ()),
        *_new_excuses(policy, graph),
    )
    now = {key: fact.text for key, fact in read_facts(content).facts.items()}
    return PolicyReport(
        policy, tuple(sorted(additions)), tuple(_moves(policy.facts, now)), verified.unconfirmed
    )


def _changed_settings(policy: Policy, own: Dataset, place: FileLocation) -> Iterator[Problem]:
    for name in policy_fields():
        before, after = policy.settings[name], getattr(own, name)
        if isinstance(before, Mapping) and isinstance(after, Mapping):
            for key in sorted({*before, *after}):
                if before.get(key) != after.get(key):
                    yield _setting(place, (name, key), before.get(key), after.get(key))
        elif before != after:
            yield _setting(place, (name,), before, after)


def _setting(place: FileLocation, path: tuple[str, ...], before: object, after: object) -> Problem:
    was, now = (_words(value, path) for value in (before, after))
    message = f"the setting {'.'.join(path)} was {was} and is now {now}"
    where = path if after is not None else ()
    return place.problem("SB711", f"{message}: {_ONCE_MERGED}", where)


_ONCE_MERGED = "it takes effect once a reviewer agrees and it is merged"


def _words(value: object, path: tuple[str, ...]) -> str:
    """A setting in words; a severity that is not set is that of the rule."""
    if value is None and path[-1] in RULES:
        return f"the usual '{RULES[path[-1]].severity}'"
    return "not set" if value is None else quoted(str(value).lower())


def _new_excuses(policy: Policy, graph: Graph) -> Iterator[Problem]:
    for record in graph.records.values():
        known = policy.excuses_of(record)
        for number, excuse in enumerate(record.excused):
            if excuse not in known:
                message = (
                    f"a new excuse from {excuse.rule}, by {quoted(excuse.by)}: "
                    f"{quoted(excuse.why)}; {_ONCE_MERGED}"
                )
                yield graph.problem(record.id, ("excused", number, "rule"), "SB711", message)


def _moves(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for key in sorted({*before, *after}):
        was, now = before.get(key), after.get(key)
        if was is None:
            yield f"{key} is new: {quoted(now or '')}"
        elif now is None:
            yield f"{key} is gone; it was {quoted(was)}"
        elif was != now:
            yield f"{key} was {quoted(was)} and is now {quoted(now)}"
