"""Hints at another speaker: who says it in the passage is not the claimant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sourcebook.derive.origins import chain
from sourcebook.language import FOR_EDITORS
from sourcebook.link import Graph
from sourcebook.models import Actor, Claim
from sourcebook.support.hint_words import hint_words, match_length
from sourcebook.support.passage_words import PassageWords

_LONGEST = 8
"""The longest name that is looked for, in words."""
_ARTICLES = ("the", "a", "an")
_RESPONSIBILITY = "responsibility"
_FAR = 6
"""How far behind "said" a speaker may be named: said an observer of …"""


@dataclass(frozen=True)
class ActorNames:
    """The names of a dataset's actors as tokens, each with those that are called so."""

    graph: Graph

    @cached_property
    def by_name(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """The ids of actors by their English names and variants, without an article."""
        found: dict[tuple[str, ...], tuple[str, ...]] = {}
        for actor in self.graph.all_of(Actor):
            for name in (*actor.names.values(), *actor.variants):
                tokens = _without_article(PassageWords(name).tokens)
                if tokens:
                    found[tokens] = (*found.get(tokens, ()), actor.id)
        return found

    def ending_at(self, tokens: tuple[str, ...], behind: int) -> tuple[str, ...]:
        """The ids of the actor whose name ends before a token."""
        for first in range(max(0, behind - _LONGEST), behind):
            name = _without_article(tokens[first:behind])
            if name in self.by_name:  # "as he says" is said of something else
                return () if tokens[first - 1 : first] == ("as",) else self.by_name[name]
        return ()

    def within(self, tokens: tuple[str, ...], first: int, behind: int) -> tuple[str, ...]:
        """The ids of the first actor that is named between two tokens."""
        for start in range(first, behind):
            for end in range(min(behind, start + _LONGEST), start, -1):
                name = _without_article(tokens[start:end])
                if name in self.by_name:
                    return self.by_name[name]
        return ()


def speaker_hints(names: ActorNames, claim: Claim, passage: PassageWords) -> Iterator[str]:
    """That somebody else says it in the passage than the claimant, or one of its voice."""
    graph = names.graph
    said_by = list(dict.fromkeys(who for some in speakers(names, passage) for who in some))
    voices = {voice for by in claim.by for voice in chain(graph, by)}
    if said_by and not any(voices & {*chain(graph, who)} for who in said_by):
        who = FOR_EDITORS.join_list(map(graph.label, said_by), "or")
        by = FOR_EDITORS.join_list(map(graph.label, claim.by))
        yield f"in these words {who} says it, and the claim is by {by}"


def speakers(names: ActorNames, passage: PassageWords) -> Iterator[tuple[str, ...]]:
    """Who says something in a passage, as far as a name stands where a speaker does."""
    tokens, asserts = passage.tokens, hint_words("asserts")
    for at in range(len(tokens)):
        if tokens[at : at + 2] == ("according", "to"):
            yield from _found(names.within(tokens, at + 2, min(at + 2 + _FAR, _clause(tokens, at))))
        if tokens[at : at + 2] == ("as", "saying"):
            yield from _found(names.ending_at(tokens, at))
        if match_length(tokens, at, asserts) and _RESPONSIBILITY not in tokens[at + 1 : at + 3]:
            before = names.ending_at(tokens, at) or _spoken_for(names, tokens, at)
            yield from _found(before or _inverted(names, tokens, at))


def _spoken_for(names: ActorNames, tokens: tuple[str, ...], at: int) -> tuple[str, ...]:
    """Whose spokesman says it: the name stands right before the office."""
    if at and match_length(tokens, at - 1, hint_words("spokesperson")):
        return names.ending_at(tokens, at - 1)
    return ()


def _inverted(names: ActorNames, tokens: tuple[str, ...], at: int) -> tuple[str, ...]:
    """Who stands behind the verb where a point is before it: as in “Six,” said an observer."""
    inverts = match_length(tokens, at, hint_words("inverts"))
    if not inverts or at == 0 or tokens[at - 1] not in ",!?":
        return ()
    return names.within(tokens, at + 1, min(at + 1 + _FAR, _clause(tokens, at)))


def _clause(tokens: tuple[str, ...], at: int) -> int:
    """The place of the next point."""
    return next((n for n in range(at + 1, len(tokens)) if tokens[n] in ".,;:!?"), len(tokens))


def _found(some: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if some:
        yield some


def _without_article(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tokens[1:] if tokens[:1] and tokens[0] in _ARTICLES else tokens
