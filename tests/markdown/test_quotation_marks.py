"""Quotation marks of all kinds, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.markdown.quotation_marks import find_quotation_marks
from tests.strategies import bounded


def quoted(text: str) -> list[str]:
    return [text[one.words_start : one.words_end] for one in find_quotation_marks(text).spans]


PAIRS = [
    "“”", "„“", "„”", "‚‘", "‘’", "«»", "»«", "»»", "‹›", "›‹", "「」", "『』", "””", '""', "''",
    "＂＂", "〝〞", "❝❞", "｢｣", "״״",
]  # fmt: skip


@pytest.mark.parametrize("pair", PAIRS)
def test_each_pair_of_marks_quotes(pair: str) -> None:
    text = f"They wrote {pair[0]}the guns fired all day{pair[1]}, and went."
    assert quoted(text) == ["the guns fired all day"]
    found = find_quotation_marks(text)
    assert (found.open_at, found.unpaired, found.unknown) == (None, [], [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“the shells fell ‘like rain’ there”", ["the shells fell ‘like rain’ there"]),
        ("‘the shells fell “like rain” there’", ["the shells fell “like rain” there"]),
        ("“the guns fired “all” day long”", ["the guns fired “all” day long"]),
        ("“a” and “b”, (“c”)", ["a", "b", "c"]),
        ("``the guns fired'' so", ["the guns fired"]),
        ("`the guns fired' so", ["the guns fired"]),
        (",,the guns fired'' so", ["the guns fired"]),
        ("<<the guns fired>>", ["the guns fired"]),
        ("« les canons »", [" les canons "]),
        ("‘the workers’ party fell’ he said", ["the workers’ party fell"]),
        ("‘the guns fired at barns’ was written", ["the guns fired at barns"]),
        ("'the guns don't fire' they said", ["the guns don't fire"]),
        ("“It’s the boys’ fault” they said", ["It’s the boys’ fault"]),
        ("’the guns fired all day’", ["the guns fired all day"]),
    ],
)
def test_marks_may_stand_in_each_other(text: str, words: list[str]) -> None:
    assert quoted(text) == words
    assert find_quotation_marks(text).unpaired == []


@pytest.mark.parametrize(
    "text",
    [
        "the workers' party and the boys' club",
        "don’t say the ’90s were ’em",
        "'twas the guns' fault",
        "Sana‘a and ‘Abd al-Rahman of Ma’rib",
        "6' 5\" tall, at 33°18'44\" north",
        'צה"ל הודיע',
        "a < b, c > d, 1 << 2",
        "no marks at all",
    ],
)
def test_what_is_no_mark_quotes_nothing(text: str) -> None:
    found = find_quotation_marks(text)
    assert (found.spans, found.open_at, found.unpaired, found.unknown) == ([], None, [], [])


@pytest.mark.parametrize(
    ("text", "open_at", "unpaired", "unknown"),
    [
        ("he said “so it was", 8, [], []),
        ("so it was” he said", None, [9], []),
        ("⹂so it was⹂", None, [], [0, 10]),
        ("«so “it was»", None, [4], []),
    ],
)
def test_marks_without_a_partner_are_told(
    text: str, open_at: int | None, unpaired: list[int], unknown: list[int]
) -> None:
    found = find_quotation_marks(text)
    assert (found.open_at, found.unpaired, found.unknown) == (open_at, unpaired, unknown)


@bounded(200)
@given(st.text("“”‘’'\"«»„‚`, ab.s5", max_size=40))
def test_quotations_stand_one_behind_the_other(text: str) -> None:
    end = 0
    for one in find_quotation_marks(text).spans:
        assert end <= one.start < one.words_start <= one.words_end < one.end <= len(text)
        end = one.end


def test_many_marks_take_no_square_of_time() -> None:
    for piece in ("“", "'a ", "s' a ", "“a” ", "„“", "<<", "a “b ‘", "”"):
        find_quotation_marks(piece * 20_000)
