"""`content/quotes.lock`: which quotations were found in which bytes, a line each, by record.

    # raid
    raid claims.killed-watch watch-log 3f2a… exact "at least three" before "people were"

Record and place, source, SHA-256 of its capture (`-` where none is on record), verdict, the words
and what is around them. A checkout without captures trusts the lines that are there; so each
says all that the verdict depends on, and an edit to a quotation leaves it without one. Where a
browser would not find the words of a quotation, `at`, `to` and `behind` say how it finds them.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from sourcebook.load.locks import LockKind, format_groups, read_lock_lines
from sourcebook.problems import Problem, quoted
from sourcebook.quotes.landing import Landing
from sourcebook.quotes.source_text import QuotedText

LOCK_NAME = "quotes.lock"
UNCHECKED, EXACT, NORMALISED, FIGURE = "unchecked", "exact", "normalised", "figure"
SILENT, SILENT_IN_PART = "silent", "silent:part"
"""Nothing was found in a whole text, or in a part of one: absence counts in the former only."""
FIGURES = frozenset((FIGURE, SILENT, SILENT_IN_PART))
"""The verdicts on claims that are cited without a quotation."""
SEALED = "sealed"
NO_CAPTURE = "-"

_HEAD = (
    "# Written by `python build.py quotes`, not by hand: the quotations of the records, and the\n"
    "# SHA-256 of the captured text in which each was found.\n"
)
_SEAL = re.compile(r"\d+ words \S+ [0-9a-f]{64}(?: with .*)?", re.S)
_TEXT = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(
    r"(?P<record>[a-z0-9-]+) (?P<place>\S+) (?P<sources>[a-z0-9,-]+) (?P<digest>[0-9a-f]{64}|-) "
    r"(?P<verdict>exact|normalised:[a-z,-]+|unchecked|figure|silent(?::part)?"
    r"|sealed(?::[a-z,-]+)?) "
    rf"(?P<words>{_TEXT})"
    rf"(?: after (?P<prefix>{_TEXT}))?(?: before (?P<suffix>{_TEXT}))?"
    rf"(?: at (?P<start>{_TEXT})(?: to (?P<end>{_TEXT}))?(?: behind (?P<behind>{_TEXT}))?)?"
)


Proof = tuple[str, str, QuotedText, bool]
"""A source, the SHA-256 of its capture, what was found there, and whether that is a figure."""


@dataclass(frozen=True, slots=True)
class LockedQuotation:
    """One line of the lock.

    `verdict` is exact, normalised:steps, sealed or unchecked of a quotation; figure, silent or
    silent:part of a claim that is cited without one.
    """

    record_id: str
    field_name: str
    source_ids: tuple[str, ...]
    digest: str
    verdict: str
    quoted_text: QuotedText
    landing: Landing | None = None

    @property
    def lock_line(self) -> str:
        """The line as it is written."""
        parts = [
            self.record_id,
            self.field_name,
            ",".join(self.source_ids),
            self.digest,
            self.verdict,
        ]
        parts.append(_json_string(self.quoted_text.words))
        parts += ["after", _json_string(self.quoted_text.prefix)] if self.quoted_text.prefix else []
        parts += (
            ["before", _json_string(self.quoted_text.suffix)] if self.quoted_text.suffix else []
        )
        for name, words in _landing_words(self.landing):
            parts += [name, _json_string(words)] if words else []
        return " ".join(parts)

    @property
    def shown_words(self) -> str:
        """Its words in quotation marks, for a message; a seal is no words to show."""
        sealed = _SEAL.fullmatch(self.quoted_text.words)
        return "this sealed passage" if sealed else quoted(self.quoted_text.words)

    @property
    def was_found(self) -> bool:
        """Whether it says that the words are in a captured text."""
        return self.digest != NO_CAPTURE

    @property
    def proofs(self) -> tuple["Proof", ...]:
        """What it vouches for, wherever it is quoted; one for each source."""
        figure = self.verdict in FIGURES
        return tuple((source, self.digest, self.quoted_text, figure) for source in self.source_ids)

    @property
    def where(self) -> tuple[str, str]:
        """The record and the place in it."""
        return self.record_id, self.field_name


@dataclass(frozen=True, slots=True)
class QuotesLock:
    """What a lock says, each line with its number in the file from 1; and what is wrong with it.

    `exists` is whether there is such a file, `is_kept` whether the dataset keeps one.
    """

    lines: dict[LockedQuotation, int]
    problems: tuple[Problem, ...] = ()
    exists: bool = True
    is_kept: bool = True

    @property
    def is_readable(self) -> bool:
        """Whether there is a file, and what it says is known but for single lines."""
        return self.exists and all(one.code == _KIND.code for one in self.problems)


NOT_KEPT = QuotesLock({}, exists=False, is_kept=False)
"""The lock of a dataset that keeps none."""


def read_lock(content: Path) -> QuotesLock:
    """The lock of a dataset; an empty one where there is no file."""
    found = read_lock_lines(content, _KIND)
    lines: dict[LockedQuotation, int] = {}
    for number, line in found.lines:
        lines.setdefault(line, number)
    return QuotesLock(lines, found.problems, found.exists)


def format_lock(lines: Iterable[LockedQuotation]) -> str:
    """The text of a lock with these lines."""
    ordered = sorted(set(lines), key=lambda line: (line.record_id, line.lock_line))
    groups = groupby(ordered, key=attrgetter("record_id"))
    return format_groups(
        _HEAD, ((f"# {name}", *(line.lock_line for line in some)) for name, some in groups)
    )


def _parse_line(text: str) -> LockedQuotation | None:
    match = _LINE.fullmatch(text)
    if match is None:
        return None
    try:
        words, prefix, suffix, start, end, behind = (
            json.loads(match[name] or '""')
            for name in ("words", "prefix", "suffix", "start", "end", "behind")
        )
    except ValueError:
        return None
    sources = tuple(match["sources"].split(","))
    sought = QuotedText(words, prefix, suffix)
    return LockedQuotation(
        match["record"],
        match["place"],
        sources,
        match["digest"],
        match["verdict"],
        sought,
        Landing(start, end, behind) if start else None,
    )


def _landing_words(landing: Landing | None) -> tuple[tuple[str, str], ...]:
    if landing is None:
        return ()
    return ("at", landing.start), ("to", landing.end), ("behind", landing.before)


def _json_string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


_KIND = LockKind(LOCK_NAME, _parse_line, "quotes", "SB508")
