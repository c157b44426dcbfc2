"""Asides: what a source sets apart from its running text, marked in the filed text of it.

A raised note number, struck words, what is there for screen readers alone, a running head: gluing
it to the text makes words and figures that nobody wrote, leaving it out loses it. In a filed text
an aside stands between marks, with its kind: `killed 3⟦note 1⟧ people`. Whoever writes or reads
one asks here. A source's own ⟦ and ⟧ are filed as 〚 and 〛.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

_OPEN, _CLOSE = "⟦", "⟧"
_ESCAPED = str.maketrans({_OPEN: "〚", _CLOSE: "〛"})


@dataclass(frozen=True, slots=True)
class AsideKind:
    """A kind of aside.

    `step` names the step that passes over it, empty where a quotation cannot do so. `shown` is
    how it stands in the literal reading, empty where it vouches for nothing. `divides`: the words
    on either side of it are not of one text. `words` says what it is, in messages.
    """

    step: str = ""
    shown: str = ""
    divides: bool = False
    words: str = ""


KINDS: dict[str, AsideKind] = {
    "note": AsideKind("note marks", "[{}]", words="a note mark"),
    "hidden": AsideKind("hidden words", " {} ", words="words that readers do not see"),
    "page": AsideKind("running heads", " {} ", words="a running head or foot"),
    "ruby": AsideKind("ruby", "({})", words="the reading of a character"),
    "number": AsideKind("list numbers", " {} ", words="the number of a list"),
    "struck": AsideKind(words="words that the source struck out"),
    "quoted": AsideKind(words="words of others that the mail quotes"),
    "message": AsideKind(shown=" {} ", divides=True, words="the head of a message"),
}
"""The kinds of asides, by the name that stands in their marks."""

SKIPS = {kind.step: name for name, kind in KINDS.items() if kind.step}
"""The steps that pass over asides, each with the kind that it passes over."""

_ASIDE = re.compile(rf"⟦(?P<kind>{'|'.join(KINDS)})(?: (?P<text>[^⟦⟧]*))?⟧")
_RUN = re.compile(rf"(?<![^\S\n])[^\S\n]*(?:⟦(?:{'|'.join(KINDS)})(?: [^⟦⟧]*)?⟧[^\S\n]*)+")
_PLAIN_NOTE = re.compile(
    r"(?<=[\w.,;:!?%”’»\"')\]])\[(?:\d{1,3}|[*†‡§¶]{1,3})\](?!\w)"
    r"|(?:(?<=[^\W\d_]{3})|(?<=\d)(?<!10))[⁰¹²³⁴-⁹]{1,3}(?!\w)"
)
"""A note mark in plain text: a short one in brackets, with no space before it, or raised digits.

Raised digits behind 10 or a unit (km²) are a power.
"""
_NEAR = 20
"""How many characters are looked at for what stands next to whole lines."""
_CLOSING = tuple(".,;:!?%)]}”’»،؛؟。，、")


@dataclass(frozen=True, slots=True)
class Aside:
    """An aside in a text: its kind, and what it says."""

    kind: str
    text: str


def escape(text: str) -> str:
    """A text in which nothing is taken for the mark of an aside."""
    return text.translate(_ESCAPED)


def mark(kind: str, text: str) -> str:
    """An aside of a kind as it stands in a filed text; asides within it keep what they are.

    `text` is escaped already. Space at its ends stays outside of the marks, and an aside in it that
    vouches for nothing stays one of its own kind.
    """
    parts, end = [], 0
    for inner in _ASIDE.finditer(text):
        parts += [_mark(kind, text[end : inner.start()])]
        outer = kind if KINDS[inner["kind"]].shown else inner["kind"]
        parts += [_mark(outer, inner["text"] or "")]
        end = inner.end()
    return "".join([*parts, _mark(kind, text[end:])])


def _mark(kind: str, text: str) -> str:
    words = text.strip(" []()" if kind == "note" else None)
    if not words:
        return text
    before, behind = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{_OPEN}{kind} {words}{_CLOSE}{behind}"


def find_asides(text: str) -> Iterator[Aside]:
    """The asides of a filed text, in order."""
    for match in _ASIDE.finditer(text):
        yield Aside(match["kind"], match["text"] or "")


def aside_spans(text: str) -> list[tuple[int, int]]:
    """Where the asides of a filed text begin and end, marks included, in order."""
    return [match.span() for match in _ASIDE.finditer(text)]


def count_asides(text: str) -> dict[str, int]:
    """How many asides of each kind a filed text has; only kinds that it has."""
    return dict(Counter(aside.kind for aside in find_asides(text)))


def has_asides(text: str) -> bool:
    """Whether a filed text sets anything apart: by marks, or by a note mark of its own."""
    return _OPEN in text or _PLAIN_NOTE.search(text) is not None


def running(text: str) -> str:
    """A filed text without any aside: what a figure may be read out of."""
    return _PLAIN_NOTE.sub("", _replace(text, lambda _kind: ""))


def showing(text: str, kind: str) -> str:
    """A filed text without any aside but those of a kind, also where that vouches for nothing."""
    form = KINDS[kind].shown or " {} "
    return _replace(text, lambda one: form if one == kind else "")


def read(text: str, steps: Collection[str] = ()) -> str:
    """A filed text as quotations are looked up in it, without what some of `SKIPS` pass over.

    What it then still sets apart is set apart by a space, note marks by brackets; what vouches
    for nothing is not in it.
    """
    skipped = {SKIPS[step] for step in steps if step in SKIPS}
    kept = _replace(text, lambda kind: "" if kind in skipped else KINDS[kind].shown)
    return _PLAIN_NOTE.sub("", kept) if "note" in skipped else kept


def _replace(text: str, shown: Callable[[str], str]) -> str:
    """A text with each run of asides as it is to be shown: by kind, a form with {} or nothing."""
    if _OPEN not in text:
        return text
    return _RUN.sub(lambda run: _join(run, shown), text)


def _join(run: re.Match[str], shown: Callable[[str], str]) -> str:
    """What stands for a run of asides, between the characters that it stands between."""
    left, right = run.string[: run.start()][-1:], run.string[run.end() : run.end() + 1]
    kinds = [aside.kind for aside in find_asides(run[0])]
    words = _ASIDE.sub(lambda one: shown(one["kind"]).format(one["text"] or ""), run[0])
    if not words.strip():
        if left in ("", "\n") and right in ("", "\n"):
            return _line_gap(run, kinds)
        return _gap(left, right, kinds, spaced=bool(words))
    words = re.sub(r"[^\S\n]{2,}", " ", words)
    words = words.lstrip() if left in ("", "\n") else words
    return words.rstrip() if right in ("", "\n", *_CLOSING) else words


def _line_gap(run: re.Match[str], kinds: list[str]) -> str:
    """What stands where whole lines were asides: a stroke, lest a quotation or a figure go on."""
    before = run.string[max(0, run.start() - _NEAR) : run.start()].rstrip()
    behind = run.string[run.end() : run.end() + _NEAR].lstrip()
    figures = before[-1:].isdigit() and behind[:1].isdigit()
    return "|" if figures or any(KINDS[kind].divides for kind in kinds) else ""


def _gap(left: str, right: str, kinds: list[str], *, spaced: bool) -> str:
    """What stands where asides were: enough to make no word or figure of two.

    What is hidden or struck out may stand in the middle of a word, but figures are never joined.
    """
    if left in ("", "\n") or right in ("", "\n", *_CLOSING):
        return ""
    within_word = all(kind in ("hidden", "struck") for kind in kinds)
    near = str.isdigit if within_word else str.isalnum
    return " " if spaced or (near(left) and near(right)) else ""
