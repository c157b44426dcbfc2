"""Whose a verb is: the actors right before it, or behind its "by"; and names that nobody has."""

import re
from collections.abc import Iterator

from sourcebook.checks import act_patterns as patterns
from sourcebook.checks import who_words as words
from sourcebook.checks.named_actors import NamedActor

Named = tuple[NamedActor, ...]
Verb = re.Match[str]


def clause_start(text: str, place: int) -> int:
    """Where the clause begins in which a place is."""
    return max((match.end() for match in patterns.BREAK.finditer(text, 0, place)), default=0)


def subjects(text: str, named: Named, start: int, verb: Verb) -> Named:
    """The actors that a verb is told of: the one right before it, and those in a list with it."""
    found: list[NamedActor] = []
    for one in reversed([each for each in named if start <= each.start < verb.start()]):
        if found and not patterns.LIST.fullmatch(text, one.end, found[0].start):
            break
        if not found and not (
            is_tail(text, _behind(text, one), verb) or says_itself(text, one, verb)
        ):
            return ()
        found.insert(0, one)
    return tuple(found)


def nobody_before(text: str, start: int, verb: Verb) -> re.Match[str] | None:
    """The word for nobody whose a verb is."""
    found = patterns.NOBODY.finditer(text, start, verb.start())
    return next((one for one in found if is_tail(text, one.end(), verb)), None)


def somebody_before(text: str, start: int, verb: Verb) -> re.Match[str] | None:
    """The words for somebody not named whose a verb is."""
    found = patterns.SOMEBODY.finditer(text, start, verb.start())
    return next((one for one in found if is_tail(text, one.end(), verb)), None)


def agents(text: str, named: Named, place: int) -> Named:
    """The actors named from a place on, one after the other: by Reds and Blues."""
    found: list[NamedActor] = []
    for one in named:
        owner = found[-1] if found else None
        if owner and one.start == _behind(text, owner) + 1 and _behind(text, owner) > owner.end:
            found[-1] = one  # Reds' Northern Brigade: not Reds, but the brigade of theirs
        elif one.start == place or (owner and patterns.AND.fullmatch(text, owner.end, one.start)):
            found.append(one)
    whole = not found or _behind(text, found[-1]) == found[-1].end
    return tuple(found) if whole or patterns.FORCE.match(text, _behind(text, found[-1])) else ()


def blamed(text: str, named: Named, verb: Verb) -> frozenset[str]:
    """Whom a sentence says was blamed, where that is an actor on record."""
    for one in named:
        if one.start >= verb.end() and patterns.TO_WHOM.fullmatch(text, verb.end(), one.start):
            return one.ids
    return frozenset()


def unknown_names(text: str, start: int, verb: Verb) -> Iterator[re.Match[str]]:
    """A name right before a verb, where no actor on record is called so."""
    for proper in patterns.PROPER.finditer(text, start, verb.start()):
        if is_tail(text, proper.end(), verb) and not _is_first_word(text, proper):
            yield proper


def is_tail(text: str, end: int, verb: Verb) -> bool:
    """Whether nothing but adverbs, auxiliaries and forces stands between a name and its verb."""
    rest = text[end : verb.start()]
    bare = patterns.NOT_DONE.sub(" ", rest)
    return bool(patterns.TAIL.fullmatch(bare)) and not rest[:1].isalnum()


def says_itself(text: str, subject: NamedActor, verb: Verb) -> bool:
    """Whether an actor is told to have said that it did a thing."""
    return bool(patterns.SELF.fullmatch(text, subject.end, verb.start()))


def is_passive(text: str, subject: NamedActor, verb: Verb) -> bool:
    """Whether a thing was done to an actor, and not by it: "the Reds were hit"."""
    being = patterns.BEING.search(text, subject.end, verb.start())
    return bool(being) and not verb[0].lower().startswith(("behind", "responsible", "to"))


def _behind(text: str, one: NamedActor) -> int:
    """The place behind a name and its genitive."""
    genitive = re.match(r"['’]s?", text[one.end : one.end + 2])
    return one.end + (genitive.end() if genitive else 0)


def _is_first_word(text: str, proper: re.Match[str]) -> bool:
    """Whether a single word has its capital letter, it may be, from its place alone."""
    before = text[: proper.start()].rstrip()
    begins = not before or before[-1] in ".!?:"
    return begins and proper[0].lower() in words.PRONOUNS
