"""A text in which quotations are looked for: word for word, or after steps of `normalize`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from sourcebook.quotes import asides
from sourcebook.quotes.find_spans import WAYS, Span, WayToFind
from sourcebook.quotes.normalize import ALL_STEPS, normalize


@dataclass(frozen=True, slots=True)
class QuotedText:
    """The words of a quotation, and those right before and after it where these say the place."""

    words: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Matches:
    """How often a quotation is found in a text.

    `places` counts all of them, `fitting` those between the given prefix and suffix; `steps` are
    those without which it would not be found, none where it is found word for word.
    """

    count: int
    fitting: int
    steps: tuple[str, ...] = ()


@dataclass(eq=False)
class SourceText:
    """The filed text of a source, and its forms, each made when it is first asked for.

    What it sets apart (`asides`) is read with it first, and then passed over.
    """

    text: str
    _forms: dict[tuple[str, ...], str] = field(default_factory=dict)

    def normalized(self, steps: tuple[str, ...] = ALL_STEPS) -> str:
        """The text after some steps."""
        if steps not in self._forms:
            self._forms[steps] = normalize(asides.read(self.text, steps), steps, marked=True)
        return self._forms[steps]

    @cached_property
    def running(self) -> str:
        """The text without what it sets apart: what a figure may be read out of."""
        return asides.running(self.text)

    @cached_property
    def _readings(self) -> tuple[tuple[str, ...], ...]:
        """The steps of each reading: with what is set apart, and past it where there is any.

        The last is the text as it stands, for words that a step would make others.
        """
        past = ((*asides.SKIPS, *ALL_STEPS),) if asides.has_asides(self.text) else ()
        return (ALL_STEPS, *past, () if not past else tuple(asides.SKIPS))

    def kind_of_aside(self, holds: Callable[["SourceText"], bool]) -> str | None:
        """The first kind of aside that, read into the running text, makes it hold something."""
        kinds = asides.count_asides(self.text)
        shown = ((kind, SourceText(asides.showing(self.text, kind))) for kind in kinds)
        return next((kind for kind, text in shown if holds(text)), None)

    def find(self, quoted_text: QuotedText, *, in_running_text: bool = False) -> Matches:
        """Where a quotation is found: only where it begins and ends with whole words.

        `in_running_text`: only past what the text sets apart, as for the words of a figure.
        """
        readings = self._readings[-2:] if in_running_text else self._readings
        best = Matches(0, 0)
        for way in WAYS:
            for steps in readings if not best.count else ():
                found = self._matches(quoted_text, steps, way)
                if found.fitting:
                    return found
                best = found if not best.count else best
        return best

    def _matches(self, quoted_text: QuotedText, steps: tuple[str, ...], way: WayToFind) -> Matches:
        places = self._spans(quoted_text, steps, way)
        fitting = [span for span in places if self._is_between(span, quoted_text, steps)]
        if not fitting:
            return Matches(len(places), 0)
        needed = self._needed_steps(quoted_text, steps, way)
        return Matches(len(places), len(fitting), (*way.steps(quoted_text.words), *needed))

    def _needed_steps(
        self, quoted_text: QuotedText, steps: tuple[str, ...], way: WayToFind
    ) -> tuple[str, ...]:
        if self._spans(quoted_text, (), way):
            return ()
        needed = steps
        for step in steps:
            fewer = tuple(one for one in needed if one != step)
            if self._spans(quoted_text, fewer, way):
                needed = fewer
        return needed

    def _spans(self, quoted_text: QuotedText, steps: tuple[str, ...], way: WayToFind) -> list[Span]:
        words = normalize(quoted_text.words, steps, quoted=True)
        return list(way.find(self.normalized(steps), words))

    def _is_between(self, span: Span, quoted_text: QuotedText, steps: tuple[str, ...]) -> bool:
        start, end = span
        text = self.normalized(steps)
        prefix, suffix = (
            normalize(words, steps, quoted=True).strip()
            for words in (quoted_text.prefix, quoted_text.suffix)
        )
        before = text[max(0, start - len(prefix) - 1) : start].rstrip()
        behind = text[end : end + len(suffix) + 1].lstrip()
        return before.endswith(prefix) and behind.startswith(suffix)
