"""The one reader of all languages that say numbers in parts from left to right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf

from sourcebook.numbers.grammar import Grammar, Phrases, Piece, Reading


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the numbers that begin at places of a row of pieces."""

    grammar: Grammar
    pieces: Sequence[Piece]

    def number(self, at: int) -> Reading | None:
        """The whole number that begins at a piece; None where there is none that can be read."""
        grammar, first_piece = self.grammar, self.pieces[at]
        if first_piece.text not in grammar.openers and not first_piece.values:
            return None
        counted = self._phrase((grammar.counted,), at)
        if counted is not None:
            return replace(counted, noun=True)
        first = self._fraction(at) or self._first(at)
        if first is None:
            return None
        found = self._rest(*first)
        if self._text(found.end) in grammar.portions:
            return Reading((), found.end + 1)
        if self._is_part(at, found):
            return Reading((), found.end)
        return None if self._means_something_else(at, found.end) else found

    def _first(self, at: int) -> tuple[Reading, float] | None:
        """The first group with its scale, and that scale."""
        if (before := self.grammar.before.get(self._text(at))) is not None:
            digits = self._digits(at + 1)
            return (digits.times(before, at + 2), 1) if digits else (Reading((), at + 1), 1)
        alone = self._phrase((self.grammar.alone,), at)
        group = self._group(at)
        if alone is not None and (group is None or alone.end > group.end):
            return self._alone(alone, at)
        return self._scaled(group, inf) if group is not None else self._round_alone(at)

    def _alone(self, alone: Reading, at: int) -> tuple[Reading, float]:
        if at and self.pieces[at].joined and self.pieces[at - 1].text in self.grammar.vague:
            return Reading((), alone.end), 1
        scale = max(
            (one for one in self.grammar.scales.values() if one <= alone.values[0]), default=1
        )
        if self._half(alone.end):
            end = self._behind_half(alone.end)
            return alone.plus((scale / 2,), end), 1
        return self._larger(alone, scale)

    def _round_alone(self, at: int) -> tuple[Reading, float] | None:
        text = self._text(at)
        if text not in self.grammar.round_alone:
            return None
        if at and self.pieces[at].joined and self.pieces[at - 1].text in self.grammar.vague:
            return Reading((), at + 1), 1
        return Reading((self.grammar.rounds[text],), at + 1, approximate=True), 1

    def _scaled(self, group: Reading, below: float) -> tuple[Reading, float] | None:
        """A group with the scale behind it, which has to be below another; and that scale."""
        half = self._half(group.end)
        if half:
            group = group.plus((0.5,), group.end + half)
        rounds = self._phrase((self.grammar.rounds,), group.end)
        if rounds is not None and rounds.values[0] < below and self._joined(group.end):
            size = rounds.values[0]
            return group.times(size, rounds.end, approximate=True), 1
        word = self._text(group.end) if self._joined(group.end) else ""
        scale = self.grammar.scales.get(word)
        if scale is None:
            unread = bool(self.grammar.stems) and word.startswith(self.grammar.stems)
            return (Reading((), group.end + 1) if unread else group), 1
        if scale >= below:
            return None
        found = group.times(scale, group.end + 1)
        if self._half(found.end):
            found = found.plus((scale / 2,), self._behind_half(found.end))
        return self._larger(found, scale)

    def _larger(self, found: Reading, scale: float) -> tuple[Reading, float]:
        """With a larger scale right behind: three thousand million."""
        larger = self.grammar.scales.get(self._text(found.end), 0)
        if larger > scale and self._joined(found.end):
            return found.times(larger, found.end + 1), larger
        return found, scale

    def _rest(self, found: Reading, scale: float) -> Reading:
        """A number with the groups that follow its first one."""
        while scale > 1 and not found.approximate:
            at = self._behind_joiner(found.end)
            group = self._group(at) if at is not None else None
            if group is None or at is None:
                alone = self._phrase((self.grammar.alone,), at) if at is not None else None
                if alone is None or alone.values[0] >= scale:
                    break
                found, scale = found.plus(alone.values, alone.end), alone.values[0]
                continue
            scaled = self._scaled(group, scale)
            if scaled is None or scaled[0].approximate:
                break
            if max(scaled[0].values, default=inf) >= scale:
                break
            found, scale = found.plus(scaled[0].values, scaled[0].end), scaled[1]
        return found

    def _group(self, at: int) -> Reading | None:
        """A number below a thousand (or some hundreds), or digits."""
        if (digits := self._digits(at)) is not None:
            return digits
        hundreds = self._phrase((self.grammar.hundreds,), at)
        small = self._phrase((self.grammar.small,), at)
        if hundreds is None or (small is not None and small.end > hundreds.end):
            return small
        behind = self._behind_joiner(hundreds.end)
        more = self._phrase((self.grammar.small,), behind) if behind is not None else None
        if more is None or not more.values[0]:
            spaced = hundreds.end > at + 1
            return replace(hundreds, scale=100) if spaced else hundreds
        return hundreds.plus(more.values, more.end)

    def _digits(self, at: int) -> Reading | None:
        values = self.pieces[at].values if at < len(self.pieces) else ()
        return Reading(values, at + 1) if values else None

    def _phrase(self, tables: Iterable[Phrases], at: int) -> Reading | None:
        """The longest phrase of some tables that begins at a piece."""
        last = at
        while last < min(at + self.grammar.longest, len(self.pieces)) and (
            last == at or self.pieces[last].joined
        ):
            last += 1
        for end in range(last, at, -1):
            words = " ".join(piece.text for piece in self.pieces[at:end])
            for table in tables:
                if words in table:
                    article = end == at + 1 and words in self.grammar.articles
                    return Reading((table[words],), end, article=article)
        return None

    def _behind_joiner(self, at: int) -> int | None:
        """Where the next part begins, as the language joins them."""
        if not self._joined(at):
            return None
        joiner = self._text(at) in self.grammar.joiners
        if joiner and self.grammar.joining != "never":
            return at + 1 if self._joined(at + 1) else None
        return None if joiner or self.grammar.joining == "always" else at

    def _half(self, at: int) -> int:
        """How many pieces say "and a half" at a place."""
        for count in range(3, 0, -1):
            pieces = self.pieces[at : at + count]
            words = " ".join(piece.text for piece in pieces)
            if words in self.grammar.halves and all(piece.joined for piece in pieces):
                return len(pieces)
        return 0

    def _behind_half(self, at: int) -> int:
        """The end of "and a half", which may name its scale again: a million and half a million."""
        end = at + self._half(at)
        again = self._text(end) in self.grammar.scales and self._joined(end)
        return end + again

    def _fraction(self, at: int) -> tuple[Reading, float] | None:
        """A part of a scale: half a million."""
        start = at + (self._text(at) in self.grammar.articles)
        part = self.grammar.fractions.get(self._text(start))
        if part is None:
            return None
        end = start + 1
        while self._text(end) in self.grammar.fillers and self._joined(end):
            end += 1
        word = self._text(end) if self._joined(end) else ""
        scale = self.grammar.scales.get(word) or self.grammar.rounds.get(word)
        if scale is None:
            hundred = self.grammar.hundreds.get(word)
            return (Reading((), end + 1), 1) if hundred else None
        approximate = word in self.grammar.rounds
        return Reading((round(scale * part, 6),), end + 1, approximate=approximate), 1

    def _means_something_else(self, at: int, end: int) -> bool:
        alone = end == at + 1 and self._text(at) in self.grammar.ambiguous
        return alone and self._text(end) not in self.grammar.classifiers

    def _is_part(self, at: int, found: Reading) -> bool:
        """Whether a number is part of an ordinal, or goes on in a form that is not known."""
        if self._is_ordinal(at - 1, at) or (
            at > 1 and self._text(at - 1) in self.grammar.joiners and self._is_ordinal(at - 2, at)
        ):
            return True
        if not found.values or found.values[0] < 20 or found.values[0] % 10:
            return False
        joiner = self._text(found.end) in self.grammar.joiners and self._joined(found.end)
        behind = found.end + joiner
        if self._is_ordinal(behind, behind):
            return True
        return self._joined(behind) and self._looks_like_number(behind)

    def _is_ordinal(self, at: int, joined: int) -> bool:
        pattern = self.grammar.ordinals
        if pattern is None or at < 0 or not self._joined(joined):
            return False
        return bool(pattern.fullmatch(self._text(at)))

    def _looks_like_number(self, at: int) -> bool:
        """Whether a word that is no number word begins as one."""
        word = self._text(at)
        return (
            word.startswith(self.grammar.beginnings)
            and self._phrase((self.grammar.small, self.grammar.hundreds), at) is None
        )

    def _text(self, at: int) -> str:
        return self.pieces[at].text if at < len(self.pieces) else ""

    def _joined(self, at: int) -> bool:
        return at < len(self.pieces) and self.pieces[at].joined
