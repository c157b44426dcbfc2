"""One quotation after another: looked up in its capture, or trusted as the lock has it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sourcebook.link import Graph
from sourcebook.models import Absent, Claim, Source
from sourcebook.problems import Problem, quoted
from sourcebook.quotes.captures import Captures, DamagedCaptureError
from sourcebook.quotes.check_states import CheckState
from sourcebook.quotes.checked_quotations import MACHINE_READING
from sourcebook.quotes.claim_values import missing_value
from sourcebook.quotes.counts import counted_by
from sourcebook.quotes.landing import Landing, landing_of
from sourcebook.quotes.outcome import Outcome, figure_missing, not_found, uncaptured
from sourcebook.quotes.quotation import Quotation
from sourcebook.quotes.quotes_lock import (
    EXACT,
    FIGURE,
    NO_CAPTURE,
    NORMALISED,
    SILENT,
    SILENT_IN_PART,
    UNCHECKED,
    LockedQuotation,
    Proof,
    QuotesLock,
)
from sourcebook.quotes.sealed_lookup import look_up_sealed
from sourcebook.quotes.silences import holds_whole
from sourcebook.quotes.source_text import SourceText
from sourcebook.vocabulary import CaptureMethod, Measure

_ONE = "1"
"""A figure that any text can say without a word for it: a soldier was treated."""


@dataclass
class QuotationVerifier:
    """Judges quotations by the captures that are at hand, and else by the lock.

    `confirmed` is what lines that were there before vouch for, where lines that are new are not to
    be trusted in this run; None where all are.
    """

    graph: Graph
    captures: Captures
    lock: QuotesLock
    confirmed: frozenset[Proof] | None = None
    damaged: dict[str, str] = field(default_factory=dict)
    _trusted: dict[Proof, LockedQuotation] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for line in self.lock.lines:
            self._trusted.update(dict.fromkeys(line.proofs, line))

    def verify(self, quotation: Quotation) -> Outcome:
        """Whether a quotation is in its source, or in one of several."""
        sources = tuple(self._sources(quotation))
        outcomes = [
            self._look_up(quotation, one, text) for one, text in self._readable_sources(sources)
        ]
        trusted = [
            self._trusted_outcome(quotation, one) for one in sources if one.capture is not None
        ]
        found = next((one for one in (*outcomes, *trusted) if one and one.line), None)
        if found is not None:
            return found
        if not all(source.capture for source in sources):
            line = self._lock_line(quotation, quotation.source_ids, NO_CAPTURE, UNCHECKED)
            return uncaptured(line, quotation, sources) if outcomes else Outcome(line)
        if len(outcomes) == len(sources):
            return outcomes[0]
        if not self.lock.is_kept:
            return Outcome()
        return Outcome(None, "SB504", self._unverified_message(quotation, sources))

    def capture_problems(self) -> Iterator[Problem]:
        """SB506: what is wrong with captures."""
        for source, message in sorted(self.damaged.items()):
            yield self.graph.problem(source, ("capture", "sha256"), "SB506", message)

    def text_of(self, source: Source) -> str | None:
        """The captured text of a source; None where it is not at hand."""
        found = self._captured_text(source)
        return None if found is None else found.running

    def _sources(self, quotation: Quotation) -> Iterator[Source]:
        for record_id in quotation.source_ids:
            source = self.graph.records[record_id]
            if isinstance(source, Source):
                yield source

    def _readable_sources(self, sources: tuple[Source, ...]) -> Iterator[tuple[Source, SourceText]]:
        for source in sources:
            text = self._captured_text(source)
            if text is not None:
                yield source, text

    def _captured_text(self, source: Source) -> SourceText | None:
        if source.capture is None or source.id in self.damaged:
            return None
        try:
            return self.captures.text_of(source.capture.sha256)
        except DamagedCaptureError as error:
            file = self.captures.path_of(source.capture.sha256).name
            self.damaged[source.id] = (
                f"the capture {file} is damaged: {error}; put the file back as it was, or capture "
                f"the source again with `python build.py capture {source.id} FILE`"
            )
            return None

    def _look_up(self, quotation: Quotation, source: Source, text: SourceText) -> Outcome:
        if quotation.passage is not None:
            return self._look_up_sealed(quotation, source, text)
        if quotation.is_figure:
            return self._look_up_figure(quotation, source, text)
        found = text.find(quotation.quoted_text, in_running_text=self._has_value(quotation))
        single = found.fitting == 1 or (quotation.in_prose and found.fitting)
        if not single:
            return not_found(quotation, source, text, found)
        machine = (MACHINE_READING,) if self._read_by_machine(source) else ()
        steps = ",".join(step.replace(" ", "-") for step in (*machine, *found.steps))
        verdict = f"{NORMALISED}:{steps}" if steps else EXACT
        landing = landing_of(source, text.text, quotation.quoted_text)
        return self._found_outcome(quotation, source, verdict, CheckState.LOOKED_UP, landing)

    def _look_up_sealed(self, quotation: Quotation, source: Source, text: SourceText) -> Outcome:
        looked_up = look_up_sealed(self.graph, quotation, source, text.running)
        digest = source.capture.sha256 if source.capture else NO_CAPTURE
        line = self._lock_line(quotation, (source.id,), digest, looked_up.verdict)
        state, code = CheckState.LOOKED_UP, looked_up.code
        return Outcome(line if looked_up.verdict else None, code, looked_up.message, state)

    def _read_by_machine(self, source: Source) -> bool:
        """Whether the captured text is what a machine made of a picture or a recording."""
        method = source.capture.read_by if source.capture else None
        return bool(method and self.graph.dataset.terms(CaptureMethod)[method].by_machine)

    def _look_up_figure(self, quotation: Quotation, source: Source, text: SourceText) -> Outcome:
        claim, citation = (
            quotation.claim,
            self.graph.element_at(quotation.record_id, quotation.path),
        )
        if claim is None:
            return Outcome()
        counted = counted_by(self.graph, claim)

        def lacks(words: str) -> str:
            return missing_value(counted, claim, citation, words, source.language)

        if lacks(text.running) in ("", _ONE):
            verdict = self._verdict_on(claim, source)
            return self._found_outcome(quotation, source, verdict, CheckState.LOOKED_UP)
        return figure_missing(claim, source, text, lacks)

    def _verdict_on(self, claim: Claim, source: Source) -> str:
        """That a figure is there; or that a claimant is silent, in the whole text or in a part."""
        if not isinstance(claim.value, Absent) or claim.value.counts_as_zero:
            return FIGURE
        return SILENT if holds_whole(self.graph, source) else SILENT_IN_PART

    def _has_value(self, quotation: Quotation) -> bool:
        """Whether the value of a claim is read out of what is quoted."""
        claim = self.graph.element_at(quotation.record_id, quotation.path[:2])
        if quotation.in_prose or not isinstance(claim, Claim) or claim.derivation is not None:
            return False
        return self.graph.dataset.terms(Measure)[claim.measure].kind in ("figure", "date")

    def _trusted_outcome(self, quotation: Quotation, source: Source) -> Outcome | None:
        """What the lock says of it, where the capture is not at hand."""
        if source.capture is None or self._captured_text(source) is not None:
            return None
        digest = source.capture.sha256
        key = (source.id, digest, quotation.quoted_text, quotation.is_figure)
        line = self._trusted.get(key)
        if line is None:
            return None
        is_new = self.confirmed is not None and key not in self.confirmed
        state = CheckState.NEVER_CHECKED if is_new else CheckState.TRUSTED
        return self._found_outcome(quotation, source, line.verdict, state, line.landing)

    def _found_outcome(
        self,
        quotation: Quotation,
        source: Source,
        verdict: str,
        state: CheckState,
        landing: Landing | None = None,
    ) -> Outcome:
        digest = source.capture.sha256 if source.capture else NO_CAPTURE
        line = self._lock_line(quotation, (source.id,), digest, verdict, landing)
        return Outcome(line, state=state)

    def _lock_line(
        self,
        quotation: Quotation,
        sources: tuple[str, ...],
        digest: str,
        verdict: str,
        landing: Landing | None = None,
    ) -> LockedQuotation:
        return LockedQuotation(
            quotation.record_id,
            quotation.field_name,
            sources,
            digest,
            verdict,
            quotation.quoted_text,
            landing,
        )

    def _unverified_message(self, quotation: Quotation, sources: tuple[Source, ...]) -> str:
        source = next(source for source in sources if source.capture)
        words = quoted(quotation.quoted_text.words)
        what = f"the figure {words} was" if quotation.is_figure else f"the words {words} were"
        what = what if quotation.passage is None else "this sealed passage was"
        before = self._checked_before(quotation)
        return (
            f"{what} not checked against '{source.id}', "
            f"whose capture is not at hand{before}: take the change back, or run "
            "`python build.py quotes` where the text is "
            f"(`python build.py capture {source.id} FILE` files it anew), and commit "
            "content/quotes.lock"
        )

    def _checked_before(self, quotation: Quotation) -> str:
        """What the lock has at the place of a quotation, of the same source."""
        where = (quotation.record_id, quotation.field_name)
        if quotation.passage is not None:
            return ""
        for line in self.lock.lines:
            if line.where == where and set(line.source_ids) & set(quotation.source_ids):
                return f" (checked were {quoted(line.quoted_text.words)})"
        return ""
