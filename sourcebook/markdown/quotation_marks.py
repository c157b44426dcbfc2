"""What stands between quotation marks, whichever of the marks of the world's typesetters they are.

A quotation in another may have the same marks. An apostrophe is no mark, nor are feet, inches,
minutes and seconds, nor what stands for a letter in a transcription (Sana‘a, ‘Abd).
"""

import re
from dataclasses import dataclass, field

_CLOSING = {
    "“": "”", "„": "“”‟", "‟": "”", "‚": "‘’", "‘": "’", "‛": "’", "”": "”", "’": "’",
    "«": "»", "»": "«»", "‹": "›", "›": "‹›", "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄",
    "｢": "｣", "〝": "〞〟", "❝": "❞", "❛": "❜", "״": "״", '"': '"', "＂": "＂", "'": "'",
    "＇": "＇", "´": "´", "`": ("'", "’", "´"), "``": ("''", "”", '"'), "''": ("''",),
    "<<": (">>",), ",,": ("''", "``", "“", "”", '"'),
}  # fmt: skip
"""Which marks close what each mark opens."""
_EITHER = frozenset("”’»›\"＂'＇´״")
"""Marks that may open and close; which, their neighbours say."""
_APOSTROPHES = frozenset("’'‘＇`´")
"""Marks that are something else where they pair with nothing."""
_UNKNOWN = "⸂⸃⸄⸅⸉⸊⸌⸍⸜⸝⸠⸡⹂❮❯❟❠🙶🙷🙸"
"""Marks that no rule knows."""

_MARK = re.compile(
    f"``|''|<<(?=\\S)|>>|,,(?=\\w)|[“”„‟‚‘’‛«»‹›「」『』﹁﹂﹃﹄｢｣〝〞〟❝❞❛❜״\"＂'＇´`{_UNKNOWN}]"
)
MAY_QUOTE = re.compile(
    f"[“”„‟‚‘‛«»‹›「」『』﹁﹂﹃﹄｢｣〝〞〟❝❞❛❜״＂＇&{_UNKNOWN}]"
    "|``|<<|,,|(?<!\\w)[\"'’´`]|^ {0,3}>",
    re.M,
)
"""What a text has that quotes anything; most have not."""
_BEFORE_OPENING = re.compile(r"[\s(\[{/—–-]|[“„‘‚«‹\"'（「『]|[\0-\2]")
_ELISION = re.compile(
    r"(?:\d\ds?|tis|twas|twere|em|til|till|cause|bout|round|n|neath|s|t)(?!\w)", re.I
)
"""What begins with an apostrophe."""
_DEEPEST = 8
"""So many quotations in each other are looked through for the one that a mark closes."""
_FAR = 30
"""So many marks are looked at for one that closes better."""
_POSSESSIVE = re.compile(r"s['’]\s+[a-z]")


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """A quotation in a text: where its mark opens, its words, and where they end and it ends."""

    start: int
    words_start: int
    words_end: int
    end: int


@dataclass(slots=True)
class QuotationMarks:
    """The quotations of a text, those within others left out; and the places of odd marks.

    `open_at` is where a quotation opens that this text does not close, or None; `unpaired` are
    marks that open or close nothing, `unknown` those that no rule knows.
    """

    spans: list[QuotedSpan] = field(default_factory=list)
    open_at: int | None = None
    unpaired: list[int] = field(default_factory=list)
    unknown: list[int] = field(default_factory=list)


def find_quotation_marks(text: str) -> QuotationMarks:
    """The quotations of one paragraph, and its marks that make none."""
    found = QuotationMarks()
    if MAY_QUOTE.search(text):
        _Reader(text, found).read()
    return found


class _Reader:
    """Goes through the marks of a text once, with those that are open on a stack."""

    def __init__(self, text: str, found: QuotationMarks) -> None:
        self.text, self.found = text, found
        self.open: list[re.Match[str]] = []
        self.marks = [*_MARK.finditer(text)]

    def read(self) -> None:
        for number, mark in enumerate(self.marks):
            if mark[0] in _UNKNOWN:
                self.found.unknown.append(mark.start())
            elif self._closes(mark, number):
                self._close(mark)
            elif self._opens(mark):
                self.open.append(mark)
            elif mark[0] not in _APOSTROPHES and not self._measures(mark):
                self.found.unpaired.append(mark.start())
        self._leave_open()

    def _closes(self, mark: re.Match[str], number: int) -> bool:
        """Whether a mark closes one that is open."""
        if not any(mark[0] in _CLOSING[one[0]] for one in self.open[-_DEEPEST:]):
            return False
        if mark[0] not in _EITHER or mark[0] in "»›":
            return mark[0] not in "“‘" or not self._opens_inside(mark)
        before, behind = self._around(mark)
        if before.isspace() or not before or behind.isalnum():
            return False
        return not (_POSSESSIVE.match(self.text, mark.start() - 1) and self._closed_later(number))

    def _opens_inside(self, mark: re.Match[str]) -> bool:
        """Whether a mark that could end „…“ begins another quotation in it."""
        before, behind = self._around(mark)
        return (not before or before.isspace()) and behind.isalnum()

    def _closed_later(self, number: int) -> bool:
        """Whether a later mark closes what this one, behind a plural s, might close."""
        this = self.marks[number][0]
        for later in self.marks[number + 1 : number + _FAR]:
            if later[0] in _CLOSING and later[0] not in _EITHER:
                return False
            before, behind = self._around(later)
            if later[0] == this and not before.isspace() and not behind.isalnum():
                return not _POSSESSIVE.match(self.text, later.start() - 1)
        return False

    def _close(self, mark: re.Match[str]) -> None:
        while mark[0] not in _CLOSING[self.open[-1][0]]:
            self._drop(self.open.pop())
        opening = self.open.pop()
        if not self.open:
            self.found.spans.append(
                QuotedSpan(opening.start(), opening.end(), mark.start(), mark.end())
            )

    def _opens(self, mark: re.Match[str]) -> bool:
        if mark[0] not in _CLOSING:
            return False
        before, behind = self._around(mark)
        if mark[0] not in _EITHER and mark[0] not in "‘`":
            return True
        if (before and not _BEFORE_OPENING.match(before)) or not behind or behind.isspace():
            return False
        return mark[0] not in _APOSTROPHES or not _ELISION.match(self.text, mark.end())

    def _measures(self, mark: re.Match[str]) -> bool:
        """Whether a mark behind a digit, or between letters, is none: 5", 33°18'44", צה"ל."""
        before, behind = self._around(mark)
        return mark[0] in '"＂״' and (before.isdigit() or (before.isalpha() and behind.isalpha()))

    def _around(self, mark: re.Match[str]) -> tuple[str, str]:
        return self.text[mark.start() - 1 : mark.start()], self.text[mark.end() : mark.end() + 1]

    def _leave_open(self) -> None:
        """What is open at the end opens nothing; of the first, another paragraph may decide."""
        for mark in self.open:
            if self.found.open_at is None and mark[0] not in _APOSTROPHES:
                self.found.open_at = mark.start()
            else:
                self._drop(mark)

    def _drop(self, mark: re.Match[str]) -> None:
        if mark[0] not in _APOSTROPHES:
            self.found.unpaired.append(mark.start())
