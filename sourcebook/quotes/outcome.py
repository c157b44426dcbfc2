"""What came of looking up a quotation; and why it was not found, in words."""

from collections.abc import Callable
from dataclasses import dataclass

from sourcebook.language import FOR_EDITORS
from sourcebook.models import Claim, Source
from sourcebook.problems import quoted
from sourcebook.quotes.asides import KINDS
from sourcebook.quotes.check_states import CheckState
from sourcebook.quotes.nearest_passage import nearest_passage
from sourcebook.quotes.quotation import Quotation
from sourcebook.quotes.quotes_lock import LockedQuotation
from sourcebook.quotes.source_text import Matches, SourceText

_SEEN = CheckState.LOOKED_UP


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a quotation: its line in the lock, or the code and words of a problem.

    `state` is whether this run looked it up; what it did not find was looked up, too.
    """

    line: LockedQuotation | None = None
    code: str = ""
    message: str = ""
    state: CheckState = CheckState.NEVER_CHECKED


def not_found(quotation: Quotation, source: Source, text: SourceText, found: Matches) -> Outcome:
    """SB501, SB502, SB511 or SB513: a quotation is not in a source, or more than once."""
    words = quoted(quotation.quoted_text.words)
    if found.fitting:
        message = (
            f"{words} occurs {found.fitting} times in the text of '{source.id}': say which is "
            "meant by prefix, the words right before it, or suffix, those right after it"
        )
        return Outcome(None, "SB502", message, _SEEN)
    if found.count:
        message = (
            f"{words} is in the text of '{source.id}', but not between the prefix and the "
            "suffix given: correct these"
        )
        return Outcome(None, "SB501", message, _SEEN)
    passage = nearest_passage(text.running, quotation.quoted_text.words)
    kind = text.kind_of_aside(lambda shown: shown.find(quotation.quoted_text).fitting > 0)
    if kind is not None:
        now = f", “{passage}”" if passage else ""
        message = (
            f"{words} is in the text of '{source.id}' only with {KINDS[kind].words}: quote what "
            f"its running text says{now}"
        )
        return Outcome(None, "SB513", message, _SEEN)
    hint = f"; the nearest passage is “{passage}”" if passage else ", nor anything like it"
    message = f"{words} is not in the text of '{source.id}'{hint}"
    return Outcome(None, "SB511" if quotation.in_prose else "SB501", message, _SEEN)


def uncaptured(line: LockedQuotation, quotation: Quotation, sources: tuple[Source, ...]) -> Outcome:
    """An unchecked quotation. SB532: it is cited of none, and not in those that can be read."""
    if quotation.cited:
        return Outcome(line)
    others = FOR_EDITORS.join_list(f"'{one.id}'" for one in sources if one.capture is None)
    message = (
        f"{quoted(quotation.quoted_text.words)} is in no captured text that this record cites; "
        f"no capture is on record of {others}: quote it in the text with its source right "
        "behind, or capture the one that has it"
    )
    return Outcome(line, "SB532", message)


def figure_missing(
    claim: Claim, source: Source, text: SourceText, lacks: Callable[[str], str]
) -> Outcome:
    """SB510 or SB513: a figure is not in the running text of a source.

    `lacks` says what of it a text does not hold.
    """
    kind = text.kind_of_aside(lambda shown: not lacks(shown.text))
    where = (
        "nowhere in its captured text" if kind is None else f"there only with {KINDS[kind].words}"
    )
    message = (
        f"claim '{claim.id}' cites '{source.id}', but {lacks(text.running)} is {where}: cite what "
        "has the figure, or say in derivation how it was worked out"
    )
    return Outcome(None, "SB510" if kind is None else "SB513", message, _SEEN)
