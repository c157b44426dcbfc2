"""A passage that is vouched for and not reproduced: its words, its hash, where it is found."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sourcebook.models import SealedPassage, WordRange
from sourcebook.quotes.sealed_passage import (
    find_sealed,
    find_words,
    hash_words,
    seal,
    whole_sentence,
)
from sourcebook.quotes.word_places import readings, weight

TEXT = (
    "The gate\n\nTwo people were hurt when the gate of the mill fell on them, the watch said. "
    "“Nobody else was near,” it wrote on 2 May; 1,200 sacks were left.\n"
)
DIGEST = "ab" * 32
HURT = "Two people were hurt when the gate of the mill fell on them"


def sealed(text: str = TEXT, words: str = HURT) -> SealedPassage:
    return seal(text, DIGEST, find_words(text, words)[0])


def test_the_hash_of_a_passage_never_changes() -> None:
    """Every seal on record rests on it: who changes this line breaks them all."""
    assert sealed().model_dump(mode="json") == {
        "words": "3-15",
        "salt": "421199b3d41b8ea7",
        "sha256": "0dba52c16ed479b1ad96089e3f9f2d312627ff83c0d6241dff0829910454ae01",
    }
    by_hand = sha256(f"421199b3d41b8ea7 {HURT}".encode()).hexdigest()
    assert sealed().sha256 == by_hand


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“One–two”, said—he: it's 1,200!", ("One", "two", "said", "he", "it's", "1,200")),
        ("a­b ﬁve", ("ab", "five")),
        ("他说，三人死亡。", ("他", "说", "三", "人", "死", "亡")),
        ("قُتل ٤٥ شخصًا.", ("قُتل", "٤٥", "شخصًا")),
        ("… — !", ()),
    ],
)
def test_what_a_word_is(text: str, words: tuple[str, ...]) -> None:
    assert readings(text)[0].words == words


def test_a_word_divided_at_the_end_of_a_line_is_read_both_ways() -> None:
    text = "the detach-\nment of a well-known man"
    assert [one.steps for one in readings(text)] == [(), ("divided words",)]
    (found,) = find_words(text, "the detachment of a")
    assert found.steps == ("divided words",)
    assert find_words(text, "well-known")[0].steps == ()


def test_a_letter_of_a_script_without_spaces_counts_half() -> None:
    assert weight(readings("他说三人死亡四五")[0].words) == 4
    assert weight(readings("one two")[0].words) == 2


def test_it_is_found_where_the_text_is_captured_again() -> None:
    again = "A banner.\r\n" + TEXT.replace("\n", " ").replace("“", '"').replace(",", " ,")
    found = find_sealed(again, sealed())
    assert found is not None
    assert found.words == WordRange(5, 17)
    assert found.text.startswith("Two people")


@pytest.mark.parametrize(
    ("old", "new"), [("Two", "Ten"), ("hurt", "Hurt"), ("mill fell", "mill nearly fell")]
)
def test_one_other_word_is_another_passage(old: str, new: str) -> None:
    assert find_sealed(TEXT.replace(old, new), sealed()) is None


def test_of_two_the_one_at_its_place_is_found() -> None:
    text = f"{HURT}. Again: {HURT}."
    first, second = find_words(text, HURT)
    assert find_sealed(text, seal(text, DIGEST, second)) == second
    assert find_sealed(text, seal(text, DIGEST, first)) == first


def test_a_sentence_ends_at_its_point_its_quotation_mark_or_its_line() -> None:
    (found,) = find_words(TEXT, "the gate of")
    assert whole_sentence(TEXT, found).text == f"{HURT}, the watch said"
    (found,) = find_words(TEXT, "1,200 sacks")
    assert whole_sentence(TEXT, found).text.startswith("Nobody else")
    wrapped = "He said that it fell on the people who had been waiting there\nOn Monday. More."
    assert whole_sentence(wrapped, find_words(wrapped, "it fell")[0]).text.endswith("On Monday")


@given(st.text(max_size=200), st.data())
def test_what_was_sealed_is_found(text: str, data: st.DataObject) -> None:
    words = readings(text)[0].words
    if len(words) < 8:
        return
    first = data.draw(st.integers(1, len(words) - 7))
    at = find_words(text, " ".join(words[first - 1 : first + 7]))
    for one in at:
        assert find_sealed(text, seal(text, DIGEST, one)) == one


def test_the_salt_makes_equal_words_unlike() -> None:
    words = HURT.split()
    assert hash_words("a" * 16, words) != hash_words("b" * 16, words)


@pytest.mark.parametrize("words", ["3-9", "0-20", "9-3", "three", "3", "3-", "-9", "1-99999999999"])
def test_what_is_no_place_or_short_enough_to_guess_is_refused(words: str) -> None:
    with pytest.raises(ValidationError):
        SealedPassage.model_validate({"words": words, "salt": "0" * 16, "sha256": "0" * 64})


def test_a_place_may_be_written_with_a_dash() -> None:
    passage = {"words": "3 – 10", "salt": "0" * 16, "sha256": "0" * 64}
    assert str(SealedPassage.model_validate(passage).words) == "3-10"
