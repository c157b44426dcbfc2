"""What may differ between a quotation and its source without a word being another.

Each step is a function on texts, and has a name that is recorded where it was needed. Letters,
digits, their case and the other punctuation stay as they are: no step makes one word of another.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sourcebook.quotes.alike import (
    compose,
    drop_invisible,
    join_divided_words,
    join_unspaced_lines,
    one_dash,
    one_quotation_mark,
    one_space,
    plain_letters,
    resolve_entities,
    three_dots,
)
from sourcebook.quotes.word_boundaries import DIVIDED


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what it makes of a text, in words too; and whether only of the text of a source.

    `mark` leaves the mark of a division where two readings are possible.
    """

    apply: Callable[[str], str]
    meaning: str
    of_source: bool = False
    mark: Callable[[str], str] | None = None


STEPS: dict[str, Step] = {
    "entities": Step(resolve_entities, "`&amp;` in the source is &", of_source=True),
    "divided words": Step(
        join_divided_words,
        "a word that the end of a line divides is one, with its hyphen or without",
        of_source=True,
        mark=lambda text: join_divided_words(text, DIVIDED),
    ),
    "letter forms": Step(
        plain_letters, "ligatures and shapes of letters are the letters, without tatweel"
    ),
    "invisible characters": Step(drop_invisible, "what nobody sees is passed over"),
    "composed letters": Step(compose, "a letter and its marks are one letter (NFC of UAX 15)"),
    "quotation marks": Step(
        one_quotation_mark, "single, double and other quotation marks are alike, apostrophes too"
    ),
    "dots": Step(three_dots, "… is three dots"),
    "line ends": Step(
        join_unspaced_lines,
        "a line may end between two characters of a script without spaces",
        of_source=True,
    ),
    "dashes": Step(one_dash, "hyphens and dashes are alike, with spaces or without"),
    "white space": Step(one_space, "spaces and ends of lines are one space"),
}
"""The steps by name, in the order in which they are taken."""

ALL_STEPS = tuple(STEPS)


def normalize(
    text: str, steps: Iterable[str] = ALL_STEPS, *, quoted: bool = False, marked: bool = False
) -> str:
    """A text after some of the steps, which are given in their order; those on asides are none.

    `quoted` leaves out the steps that are for the text of a source. `marked`: what may be read in
    two ways is marked, for `find_spans`.
    """
    for name in steps:
        step = STEPS.get(name)
        if step is not None and not (quoted and step.of_source):
            text = (step.mark if marked and step.mark else step.apply)(text)
    return text
