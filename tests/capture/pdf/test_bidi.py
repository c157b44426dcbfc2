"""The order in which characters are shown, against another implementation."""

from bidi import get_display  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.capture.pdf.bidi import LEFT, RIGHT, bidi_levels, shown_order

ALPHABET = 'abאבش١٢س12 .,-()[]%$:/+"«۱ُ'


@given(st.text(ALPHABET, max_size=12), st.sampled_from([LEFT, RIGHT]))
def test_what_is_shown_is_what_another_library_shows(text: str, paragraph: int) -> None:
    shown = "".join(text[index] for index in shown_order(bidi_levels(text, paragraph)))
    assert shown == get_display(text, base_dir="R" if paragraph == RIGHT else "L")
