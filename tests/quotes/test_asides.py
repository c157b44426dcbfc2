"""What a source sets apart from its running text: neither glued to it nor lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.quotes import asides
from sourcebook.quotes.source_text import QuotedText, SourceText
from tests.strategies import bounded

FEET = (
    "Three sheds⟦note 2⟧ burnt and 12⟦note 3⟧ carts. It was ⟦struck 45⟧ 54 loads⟦hidden  of hay⟧."
)
PAGED = "Nobody saw\n⟦page Ferry Post, page 9⟧\nthe boat."
MAIL = "Six were lost.\n⟦quoted On Monday you wrote: 54 were lost⟧\nNobody else."


def steps(words: str, text: str, *, running: bool = False) -> tuple[str, ...] | None:
    found = SourceText(text).find(QuotedText(words), in_running_text=running)
    return found.steps if found.fitting else None


@pytest.mark.parametrize(
    ("words", "text", "needed"),
    [
        ("Three sheds[2] burnt", FEET, ()),
        ("Three sheds burnt and 12 carts", FEET, ("note marks",)),
        ("12 carts", FEET, ("note marks",)),
        ("54 loads of hay.", FEET, ()),
        ("54 loads.", FEET, ("hidden words",)),
        ("It was 54 loads", FEET, ()),
        ("Nobody saw the boat", PAGED, ("running heads", "white space")),
        ("Ferry Post, page 9", PAGED, ()),
        ("Three sheds burnt", "Three sheds[12] burnt", ("note marks",)),
        ("Three sheds burnt", "Three sheds¹ burnt", ("note marks",)),
        ("Three sheds burnt", "Three sheds [12] burnt", None),
        ("10 carts", "10⁶ carts", None),
        ("km of road", "3 km² of road", None),
        ("1232 carts", "12⟦note 3⟧2 carts", None),
        ("122 carts", "12⟦note 3⟧2 carts", None),
        ("46 carts", "4⟦struck 5⟧6 carts", None),
        ("organization", "organi⟦struck s⟧zation", ()),
        ("456 carts", "4⟦struck 5⟧6 carts", None),
        ("forty carts", "forty⟦note 1⟧carts", ("note marks",)),
        ("fortycarts", "forty⟦note 1⟧carts", None),
        ("It was 45", FEET, None),
        ("It was 45 54 loads", FEET, None),
        ("54 were lost", MAIL, None),
        ("Six were lost. Nobody else.", MAIL, ("white space",)),
        ("a ⟦struck b⟧ c", "a ⟦struck b⟧ c", None),
        ("killed 3 100 carts", "killed 3\n⟦page Post 7⟧\n100 carts", None),
        ("Six died None here", "Six died\n⟦message 4:10 · Bo⟧\nNone here", None),
    ],
)
def test_what_is_set_apart_is_read_with_it_first_and_then_passed_over(
    words: str, text: str, needed: tuple[str, ...] | None
) -> None:
    assert steps(words, text) == needed


def test_a_figure_is_looked_for_in_the_running_text_only() -> None:
    assert steps("sheds[2]", FEET, running=True) is None
    assert steps("page 9", PAGED, running=True) is None
    assert steps("12 carts", FEET, running=True) == ("note marks",)
    assert asides.running(FEET) == "Three sheds burnt and 12 carts. It was 54 loads."
    assert asides.running(MAIL) == "Six were lost.\n\nNobody else."
    assert asides.running("on 12[3] of 7⁵ days") == "on 12 of 7 days"


def test_an_aside_may_lie_between_a_prefix_and_the_words() -> None:
    found = SourceText("so 3⟦note 1⟧ people; 4 people").find(QuotedText("people", prefix="so 3"))
    assert found.fitting == 1


def test_the_aside_that_holds_the_words_is_named() -> None:
    text = SourceText(FEET)
    assert text.kind_of_aside(lambda shown: "45" in shown.text) == "struck"
    assert text.kind_of_aside(lambda shown: "sheds[2]" in shown.text) == "note"
    assert text.kind_of_aside(lambda shown: "a fable" in shown.text) is None


def test_a_source_has_no_marks_of_its_own() -> None:
    assert asides.escape("⟦struck 1⟧") == "〚struck 1〛"
    assert not asides.has_asides(asides.escape("⟦struck 1⟧"))
    assert asides.count_asides(asides.mark("note", asides.escape("⟦page 4⟧"))) == {"note": 1}


def test_an_aside_within_another_vouches_for_no_more_than_it_did() -> None:
    assert asides.mark("hidden", "so ⟦struck 45⟧ 54⟦note 1⟧") == (
        "⟦hidden so⟧ ⟦struck 45⟧ ⟦hidden 54⟧⟦hidden 1⟧"
    )
    assert asides.mark("struck", "so ⟦note 45⟧") == "⟦struck so⟧ ⟦struck 45⟧"
    assert asides.mark("note", " ") == " "


WORDS = st.text("ab1 2.\n⟦⟧[]", min_size=1, max_size=6).map(asides.escape)
PARTS = st.one_of(WORDS, st.builds(asides.mark, st.sampled_from(list(asides.KINDS)), WORDS))


@bounded(300)
@given(st.lists(PARTS, max_size=8).map("".join))
def test_nothing_set_apart_is_glued(text: str) -> None:
    runs = set(asides._RUN.sub("\0", text).replace("\n", "\0").split("\0"))
    figures = {figure for run in runs for figure in _figures(run)}
    assert set(_figures(asides.running(text))) <= figures
    assert asides.mark("note", "x") not in asides.read(text)


def _figures(text: str) -> list[str]:
    return "".join(one if one.isdigit() else " " for one in text).split()
