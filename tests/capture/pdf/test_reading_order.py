"""Lines as they are seen, read: back comes what was written, or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.capture.pdf.bidi import LEFT, RIGHT, bidi_levels, shown_order
from sourcebook.capture.pdf.reading_order import readings


def shown(text: str, paragraph: int = RIGHT) -> list[str]:
    """The characters of a text from left to right, as a page shows them."""
    return [text[index] for index in shown_order(bidi_levels(text, paragraph))]


def read(seen: list[str], paragraph: int = RIGHT, before: tuple[str, ...] = ("",)) -> set[str]:
    found = readings(seen, paragraph, before, ("",))
    return {"".join(seen[index] for index in one.places) for one in found}


SURE = """\
قتل 45 شخصا في القرية يوم 24 أيار 2033، بينهم ٤٥ مدنيا (لا أكثر).
قتل بين 45-50 شخصا في 2033-05-24 الساعة 12:30 من طراز F-15E، أي 1,200 رجل.
بين ٤٥-٥٠ و ٤٥ - ٥٠ شخصا، أي ٤٥٪ أو 45% أو $45
قال إنه «لا يوجد» قتلى في قرية الأهالي [3].
نسبة 3.5 في 24/5/2033 و 08.09.2033
قالت Orlen Post إن 5 قتلوا
طائرة F-16 رقم 3
شخصا 45
רקטות 45-50 נפלו ב-24.5.2033 (F-15) "לא" 12:30
۴۵ نفر در ۱۲:۳۰ کشته شدند، ۴۵-۵۰ زخمی
""".splitlines()


@pytest.mark.parametrize("text", SURE)
def test_a_line_is_read_as_it_was_written(text: str) -> None:
    assert read(shown(text)) == {text}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("قتل 12 Orlen هنا", "قتل Orlen 12 هنا"),
        ("في Group 9 هنا", "في 9 Group هنا"),
    ],
)
def test_what_looks_the_same_is_not_read(one: str, other: str) -> None:
    assert shown(one) == shown(other)
    assert read(shown(one)) == {one, other}


def test_what_no_text_looks_like_has_no_order() -> None:
    assert read([*"123 abc ", "ا"]) == set()


def test_what_is_before_a_line_decides_its_first_numbers() -> None:
    text = "45-50 شخصا"
    assert read(shown(text)) == {text}
    assert read(shown(text), before=("", "ا")) == {text, "50-45 شخصا"}


@pytest.mark.parametrize(
    "text", ["The word سلام means peace.", "Page 12 of كتاب الطبخ, 2033", "a سلام 45 b"]
)
def test_words_among_latin_ones(text: str) -> None:
    assert text in read(shown(text, LEFT), LEFT)


@given(st.text("اבa12٣ .,-/:()%", min_size=1, max_size=10), st.sampled_from([LEFT, RIGHT]))
def test_each_reading_is_shown_so(text: str, paragraph: int) -> None:
    seen = shown(text.strip() or "a", paragraph)
    for one in read(seen, paragraph):
        assert shown(one, paragraph) == seen
