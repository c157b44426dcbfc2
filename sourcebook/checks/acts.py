"""What a sentence tells of who did it: that an actor claimed, denied, blamed or attacked.

Only plain grammar is read, so that what is found is meant: "Reds claimed the attack", "the attack
was claimed by Reds", "nobody claimed it", "Blues blamed Reds", "Reds fighters fired rockets".
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from sourcebook.checks import act_patterns as patterns
from sourcebook.checks.act_subjects import (
    Named,
    Verb,
    agents,
    blamed,
    clause_start,
    is_passive,
    nobody_before,
    says_itself,
    somebody_before,
    subjects,
    unknown_names,
)
from sourcebook.checks.named_actors import NamedActor
from sourcebook.checks.passages import Passage

FindActors = Callable[[str], Iterable[NamedActor]]


class ActKind(Enum):
    """What somebody is said to have done."""

    CLAIMED = auto()
    NOT_CLAIMED = auto()
    DENIED = auto()
    NOT_DENIED = auto()
    BLAMED = auto()
    ATTACKED = auto()


@dataclass(frozen=True, slots=True)
class Act:
    """Something told of who did it, in these words.

    `actors` has for each actor those whom its name may mean; it is empty where nobody is said to
    have done so. `blamed` are those that are blamed, where they are known; `unknown` is a name
    that no actor on record has.
    """

    kind: ActKind
    start: int
    words: str
    actors: tuple[frozenset[str], ...] = ()
    blamed: frozenset[str] = frozenset()
    unknown: str = ""


_KINDS = {
    "claimed": (ActKind.CLAIMED, ActKind.NOT_CLAIMED),
    "denied": (ActKind.DENIED, ActKind.NOT_DENIED),
    "blamed": (ActKind.BLAMED, None),
    "attacked": (ActKind.ATTACKED, None),
}
"""What a verb tells, and what it tells after "not" or "nobody"; None where that is not read."""
_CALLED = (ActKind.CLAIMED, ActKind.DENIED)
"""The acts of which an actor that is not on record is told."""


def acts_in(passage: Passage, find_actors: FindActors) -> Iterator[Act]:
    """What a sentence tells of who did it, in its own words; each thing once."""
    if patterns.TRIGGERS.isdisjoint(passage.tokens):
        return
    text = passage.own_words
    named = tuple(find_actors(text))
    found = dict.fromkeys(_acts(text, named))
    apart = patterns.WHICH.sub(lambda match: " " * len(match[0]), text)
    if apart != text:
        left = tuple(one for one in named if apart[one.start : one.end].strip())
        found |= dict.fromkeys(_acts(apart, left))
    yield from found


def _acts(text: str, named: Named) -> Iterator[Act]:
    yield from _in_nouns(text, named)
    for verb in patterns.PASSIVE.finditer(text):
        yield from _passive(text, named, verb)
    for verb in patterns.ACTIVE.finditer(text):
        if not text[verb.end() :].lstrip().startswith("by "):
            yield from _active(text, named, verb)


def _in_nouns(text: str, named: Named) -> Iterator[Act]:
    """What is told without a verb: an unclaimed attack, "the Reds attack on"."""
    for match in patterns.UNCLAIMED.finditer(text):
        if not _asks(text, clause_start(text, match.start()), match):
            yield Act(ActKind.NOT_CLAIMED, match.start(), match[0])
    for one in named:
        noun = patterns.NOUN.match(text, one.end)
        if noun:
            yield Act(ActKind.ATTACKED, one.start, text[one.start : noun.end()], (one.ids,))
        verb = patterns.ITS_VERB.match(text, one.end)
        if verb and patterns.ATTACK_THAT.search(text[: one.start]):
            told, _ = _KINDS[verb["verb"].lower()]
            yield Act(told, one.start, text[one.start : verb.end()], (one.ids,))


def _active(text: str, named: Named, verb: Verb) -> Iterator[Act]:
    """An act whose actor stands before its verb."""
    start = clause_start(text, verb.start())
    nobody = nobody_before(text, start, verb)
    told, otherwise = _KINDS[verb.lastgroup or ""]
    negated = nobody is not None or patterns.NEGATED.search(text, start, verb.start())
    kind = otherwise if negated else told
    actors = () if nobody else subjects(text, named, start, verb)
    if kind is None or _asks(text, start, verb):
        return
    if nobody is None and not actors:
        yield from _of_others(text, start, verb, kind) if kind in _CALLED else ()
    elif not actors or not is_passive(text, actors[-1], verb):
        first = nobody.start() if nobody else actors[0].start
        yield _told(text, named, verb, kind, first, actors)


def _of_others(text: str, start: int, verb: Verb, kind: ActKind) -> Iterator[Act]:
    """An act of a name that nobody on record has, or of somebody who is not named."""
    somebody = somebody_before(text, start, verb)
    if somebody is not None:
        yield Act(kind, somebody.start(), text[somebody.start() : verb.end()])
    for name in unknown_names(text, start, verb):
        words = text[name.start() : verb.end()]
        yield Act(kind, name.start(), words, unknown=name[0].removeprefix("The "))


def _told(text: str, named: Named, verb: Verb, kind: ActKind, first: int, actors: Named) -> Act:
    """An act of actors; who says that it attacked has claimed it."""
    if kind is ActKind.ATTACKED and says_itself(text, actors[-1], verb):
        kind = ActKind.CLAIMED
    whom = blamed(text, named, verb) if kind is ActKind.BLAMED else frozenset()
    words = text[first : verb.end()].strip()
    return Act(kind, first, words, tuple(one.ids for one in actors), whom)


def _passive(text: str, named: Named, verb: Verb) -> Iterator[Act]:
    """An act whose actor stands behind "by"."""
    start = clause_start(text, verb.start())
    before = text[start : verb.start()]
    about = verb.lastgroup == "attacked" or patterns.ABOUT_ATTACK.search(before)
    nobody = patterns.NOBODY.match(text, verb.end())
    told, otherwise = _KINDS[verb.lastgroup or ""]
    kind = otherwise if nobody or patterns.NEGATED.search(before) else told
    if kind is None or _asks(text, start, verb) or (before.strip() and not about):
        return
    actors = agents(text, named, verb.end())
    name = patterns.PROPER.match(text, verb.end()) if kind in _CALLED else None
    if nobody or actors:
        end = nobody.end() if nobody else actors[-1].end
        yield Act(kind, verb.start(), text[verb.start() : end], tuple(one.ids for one in actors))
    elif name:
        yield Act(
            kind,
            verb.start(),
            text[verb.start() : name.end()],
            unknown=name[0].removeprefix("The "),
        )


def _asks(text: str, start: int, verb: Verb) -> bool:
    """Whether a clause asks or supposes, and states nothing."""
    return bool(patterns.OPENING.search(text, start, verb.start()))
