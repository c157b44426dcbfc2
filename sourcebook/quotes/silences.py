"""SB524: claims that somebody said nothing, looked up in the texts that are cited for it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sourcebook.link import Graph
from sourcebook.models import Absent, Claim, Figure, References, Source, claims_of
from sourcebook.models.named import NamedRecord
from sourcebook.problems import Problem
from sourcebook.quotes.counts import Count, counted_by, find_counts
from sourcebook.quotes.silence import figures_of_harm, passages_of_claiming
from sourcebook.vocabulary import CaptureExtent, Measure, Reading, Stance

_DIGITS = re.compile(r"\d+")
TextOf = Callable[[Source], str | None]
"""The captured text of a source, where it is at hand."""


def is_silent(claim: Claim) -> bool:
    """Whether a claim records that its claimant gave no value, or that there was nothing."""
    value = claim.value
    if isinstance(value, Absent):
        return not value.term.is_unknown
    return isinstance(value, Figure) and value.high == 0


def holds_whole(graph: Graph, source: Source) -> bool:
    """Whether all of a source was read, and its captured text holds all of it."""
    capture = source.capture
    if not graph.dataset.terms(Reading)[source.read].is_whole:
        return False
    if capture is None or capture.holds is None:
        return True
    return graph.dataset.terms(CaptureExtent)[capture.holds].is_whole


@dataclass
class Silences:
    """The silent claims of a dataset, and what its other claims have of each source."""

    graph: Graph
    text_of: TextOf

    def problems(self) -> Iterator[Problem]:
        """A problem at each citation of a silent claim whose text is not silent."""
        for record in self.graph.records.values():
            for index, claim in enumerate(claims_of(record)):
                for number, source in self._sources(claim):
                    passage = self._broken_by(claim, source)
                    if passage:
                        path = ("claims", index, "cites", number)
                        message = _message(claim, source, passage)
                        yield self.graph.problem(record.id, path, "SB524", message)

    def _sources(self, claim: Claim) -> Iterator[tuple[int, Source]]:
        if self._looks_for_figures(claim) or self._looks_for_claiming(claim):
            for number, citation in enumerate(claim.cites):
                source = self.graph.records.get(citation.source)
                if isinstance(source, Source):
                    yield number, source

    def _measure(self, claim: Claim) -> Measure:
        return self.graph.dataset.terms(Measure)[claim.measure]

    def _looks_for_figures(self, claim: Claim) -> bool:
        return self._measure(claim).harm and is_silent(claim)

    def _looks_for_claiming(self, claim: Claim) -> bool:
        if not self._measure(claim).says_who_attacked:
            return False
        stances = self.graph.dataset.terms(Stance)
        silent = claim.stance is not None and stances[claim.stance].is_silent
        return silent or isinstance(claim.value, Absent)

    def _broken_by(self, claim: Claim, source: Source) -> str:
        """The passage of a source that breaks a silence; empty where none does, or no text is."""
        text = self.text_of(source)
        if text is None:
            return ""
        if self._looks_for_figures(claim):
            told = self._told_figures[source.id]
            plain = self._without_numbered_names(text)
            found = figures_of_harm(plain, source.language, counted_by(self.graph, claim))
            return next((passage for one, passage in found if not _is_told(one, told)), "")
        if source.id in self._told_claiming:
            return ""
        return next(passages_of_claiming(text, source.language), "")

    def _without_numbered_names(self, text: str) -> str:
        """A text without the digits in names of actors and places: Brigade 24 counts nothing."""
        names = self._numbered_names
        return names.sub(lambda match: _DIGITS.sub("", match[0]).strip(), text) if names else text

    @cached_property
    def _numbered_names(self) -> re.Pattern[str] | None:
        records = self.graph.records.values()
        named = (record for record in records if isinstance(record, NamedRecord))
        names = {name for one in named for name in (*one.names.values(), *one.variants)}
        numbered = sorted(filter(_DIGITS.search, names), key=lambda name: (-len(name), name))
        return re.compile("|".join(map(re.escape, numbered))) if numbered else None

    @cached_property
    def _told_figures(self) -> dict[str, set[float]]:
        """The figures of harm that claims have of each source: these break no other's silence."""
        told: dict[str, set[float]] = defaultdict(set)
        for record in self.graph.records.values():
            for claim in claims_of(record):
                if self._measure(claim).harm and isinstance(claim.value, Figure):
                    bounds = {claim.value.low, claim.value.high} - {None, 0}
                    for citation in claim.cites:
                        told[citation.source] |= {float(one) for one in bounds if one is not None}
                        told[citation.source] |= self._told_in_words(claim, citation.as_ or "")
        return told

    def _told_in_words(self, claim: Claim, words: str) -> set[float]:
        counts = find_counts(words, "en", counted_by(self.graph, claim)) if words else ()
        return {bound for count in counts for bound in (count.low, count.high)}

    @cached_property
    def _told_claiming(self) -> set[str]:
        """The sources of which a claim has that an attacker names itself."""
        return {
            citation.source
            for record in self.graph.records.values()
            for claim in claims_of(record)
            if self._measure(claim).says_who_attacked
            and isinstance(claim.value, References)
            and set(claim.by) & set(claim.value.ids)
            for citation in claim.cites
        }


def _is_told(count: Count, told: set[float]) -> bool:
    return count.low in told or count.high in told


def _message(claim: Claim, source: Source, passage: str) -> str:
    said = claim.stance or claim.value.text
    return (
        f"claim '{claim.id}' says {said}, but '{source.id}' has “{passage}”: record what it says, "
        "by whom, or say in a note why this is no answer, and excuse the rule"
    )
