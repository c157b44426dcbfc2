"""Quotations found in a text: as they stand, after harmless changes, and not after others."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.quotes.alike import compose
from sourcebook.quotes.editorial_marks import words_of_source
from sourcebook.quotes.nearest_passage import nearest_passage
from sourcebook.quotes.normalize import STEPS, normalize
from sourcebook.quotes.source_text import QuotedText, SourceText
from tests.conftest import REPOSITORY
from tests.strategies import bounded

TEXT = """\
The register of Harrow Vale, spring edition.

The watch said that “at least six barns” were under water on Monday; the mill-race had risen by
two or three feet — more than in 1,204 weeks. At least six barns had been emptied before.

Nobody was hurt. Nobody was asked. The bridge was closed, the watch said, and the upper bridge
was closed too.
"""


def found(words: str, prefix: str = "", suffix: str = "", text: str = TEXT) -> tuple[int, int]:
    """How often a quotation is in the text, and how often between prefix and suffix."""
    result = SourceText(text).find(QuotedText(words, prefix, suffix))
    return result.count, result.fitting


def steps(words: str, text: str = TEXT) -> tuple[str, ...] | None:
    """What had to be made alike before a quotation was found; None where it was not."""
    result = SourceText(text).find(QuotedText(words))
    return result.steps if result.fitting else None


@pytest.mark.parametrize(
    ("words", "text", "needed"),
    [
        ("two or three feet", TEXT, ()),
        ("had risen by two or three feet", TEXT, ("white space",)),
        ('said that "at least six barns" were', TEXT, ("quotation marks",)),
        ("two or three feet - more", TEXT, ("dashes",)),
        ("two or three feet–more", TEXT, ("dashes",)),
        ("the mill‑race", TEXT, ("dashes",)),
        ("Smith & Sons", "the firm Smith &amp; Sons sank", ("entities",)),
        ("a café", "in a cafe\u0301 there", ("composed letters",)),
        ("the harbour", "the har\u00adbour wall", ("invisible characters",)),
        ("the harbour", "the har\u200bbour wall", ("invisible characters",)),
        ("the harbour wall", "the har-\nbour wall", ("divided words",)),
        ("five fields", "the \ufb01ve \ufb01elds lay", ("letter forms",)),
        ("مدينة", "في مد\u0640\u0640ينة هنا", ("letter forms",)),
        ("and so on ... and on", "and so on… and on", None),
        ("wait... what", "wait… what is it", ("dots",)),
        ("it’s ‘here’", "it's 'here' now", ("quotation marks",)),
        ("l'eau", "de l’eau claire", ("quotation marks",)),
        ("«so»", "he said “so” then", ("quotation marks",)),
        ("six  barns", "“six\u00a0barns”", ("white space",)),
    ],
)
def test_what_may_differ(words: str, text: str, needed: tuple[str, ...] | None) -> None:
    if needed is not None:
        assert steps(words, text) == needed


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("at least seven barns", TEXT),
        ("At Least Six", TEXT),
        ("least si", TEXT),  # half a word
        ("ridge was closed", TEXT),
        ("in 1", TEXT),  # part of a number
        ("204 weeks", TEXT),
        ("6", "between 6-7 barns"),
        ("7 barns", "between 6–7 barns"),
        ("1", "it rose by 1.5 feet"),
        ("5", "it rose by 1.5 feet"),
        ("cafe", "in a cafe\u0301 there"),
        ("not hurt", TEXT),
        ("", TEXT),
    ],
)
def test_what_is_missing(words: str, text: str) -> None:
    assert steps(words, text) is None


@pytest.mark.parametrize(
    ("words", "text", "needed"),
    [
        ("六人死亡", "据报道六人死亡，三人受伤。", ()),
        ("45人死亡", "空袭造成45人死亡", ()),
        ("45人が死亡した", "空爆で45人が死亡した。", ()),
        ("CNN报道", "据CNN报道称", ()),
        ("空袭造成", "空袭\n造成45人", ("line ends",)),
        ("ข่าว", "อ่านข่าวเช้า", ()),
        ("45คน", "มีผู้เสียชีวิต 45คนในวันนี้", ()),
        ("ဒဏ်ရာရသည်", "သူ ဒဏ်ရာရသည်", ()),
        ("사망자가 45명", "사망자가 45명이다", ("joined particles",)),
        ("قوات الشمال قصفت", "قتلوا وقوات الشمال قصفت القرية", ("joined particles",)),
        ("قوات الشمال", "قتلوا بالقوات الشمال", ("joined particles",)),
        ("ממשלה הודיעה", "והממשלה הודיעה כי", ("joined particles",)),
    ],
)
def test_words_end_where_their_script_ends_them(
    words: str, text: str, needed: tuple[str, ...]
) -> None:
    assert steps(words, text) == needed


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("45", "增至45万人"),
        ("3万", "达13万人"),
        ("五人", "三十五人死亡"),
        ("十人", "数十人死亡"),
        ("二十", "二十多人"),
        ("45人", "造成145人"),
        ("200 people", "1\u202f200 people"),
        ("200 people", "1 200 people"),
        ("16 jets", "two F-16 jets"),
        ("year-old girl", "a 3-year-old girl"),
        ("45", "case_45"),
        ("ဏ်ရာရသည်", "ဒဏ်ရာရသည်"),  # within a syllable
        ("ะนั้น", "ฉะนั้น"),
        ("ミサ", "ミサイル攻撃"),
        ("명이다", "45명이다"),
        ("45명", "45명쯤이다"),
        ("لد هنا", "ولد هنا"),  # a boy is not "and"
        ("الشمال قوات", "الشمال وقوات"),  # only at the first word
        ("شمال قصفت", "القشمال قصفت"),
    ],
)
def test_nothing_is_found_within_a_word_or_figure(words: str, text: str) -> None:
    assert steps(words, text) is None


@pytest.mark.parametrize(
    ("words", "text", "needed"),
    [
        ("well-known man", "a well-\nknown man", ("dashes",)),
        ("resigned then", "he re-\nsigned then", ("divided words",)),
        (
            "well-known re-elected resigned man",
            "a well-\nknown re-\nelected re-\nsigned man",
            ("divided words",),
        ),
        ("12-15 men", "between 12-\n15 men", ("divided words",)),
        ("Al-Tanf base", "at Al-\nTanf base", ("dashes",)),
        ("two - more", "two—more", ("dashes",)),
        ("45 - they", "killed 45—they said", ("dashes",)),
        ("-5", "it was −5 today", ("dashes",)),
        ("AT&T", "the AT&amp;T firm", ("entities",)),
        ("fell ‘like rain’ there", "shells fell “like rain” there", ("quotation marks",)),
        ("fell “like rain” there", "shells fell ‘like rain’ there", ("quotation marks",)),
        ("dit “mots ici” là", "il dit « mots ici » là", ("quotation marks",)),
        ("don't go", "they don’t go", ("quotation marks",)),
        ("We counted 21", "We counted \u202e21\u202c", ("invisible characters",)),
        ("struck […] dawn", "struck the depot at dawn", ("words left out",)),
        ("[t]he shells fell", "The shells fell", ("changed capital",)),
        ("[T]he shells fell", "and the shells fell", ("changed capital",)),
        ("he recieved [sic] it", "he recieved it", ("editorial brackets",)),
        ("[The brigade] struck the depot", "They struck the depot", ("editorial brackets",)),
        ("struck [the place] at dawn", "struck it at dawn", ("editorial brackets",)),
        ("It was [not] so", "It was [not] so", ()),  # the source's own brackets
    ],
)
def test_both_readings_are_tried(words: str, text: str, needed: tuple[str, ...]) -> None:
    assert steps(words, text) == needed


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("signed then", "he re-\nsigned then"),
        ("he re", "he re-\nsigned then"),
        ("1215", "12-\n15 men"),
        ("AlTanf", "at Al-\nTanf"),
        ("3-4 men", "3 - 4 men"),
        ("5 degrees", "it was -\n"),
        ("AT&amp;T", "the AT&T firm"),  # what is seen is what is compared
        ("We had &#50;1", "We had 21"),
        ("[seven]", "They struck"),
        ("[seven] […]", "They struck"),
        ("[They] fled", "They struck"),
        ("attack[ed] it", "they attack it"),
        ("[t]hey fell", "The shells fell"),
    ],
)
def test_no_reading_makes_words_that_the_source_does_not_have(words: str, text: str) -> None:
    assert steps(words, text) is None


def test_what_is_put_in_vouches_for_nothing() -> None:
    assert words_of_source("[Seven] men […] were [sic] there") == "men […] were there"
    assert words_of_source("[t]he men") == "[t]he men"
    assert words_of_source("six men") == "six men"


def test_what_stands_twice_is_told_apart_by_what_is_around_it() -> None:
    assert found("the watch said") == (1, 1)
    assert found("bridge was closed") == (2, 2)
    assert found("bridge was closed", prefix="the upper") == (2, 1)
    assert found("bridge was closed", suffix=", the watch") == (2, 1)
    assert found("bridge was closed", prefix="The", suffix="too") == (2, 0)
    assert found("Nobody was", suffix="asked") == (2, 1)
    assert found("At least six barns") == (1, 1)  # the other begins with a small letter


@pytest.mark.parametrize("gap", ["…", "...", "[…]", "(...)", " … ", " [...] "])
def test_words_may_be_left_out(gap: str) -> None:
    assert steps(f"at least six barns{gap}were under water") is not None
    assert steps(f"the mill-race{gap}1,204 weeks") is not None
    assert steps(f"1,204 weeks{gap}the mill-race") is None  # the other way round
    assert steps(f"the mill-race{gap}1,204 years") is None


def test_what_was_left_out_has_bounds() -> None:
    assert steps("first … last", f"first {'word ' * 900}last") is not None
    assert steps("first … last", f"first {'word ' * 1100}last") is None
    assert found("first … last", text="first a, first b, last") == (1, 1)


def test_each_step_leaves_what_it_has_made() -> None:
    for name, step in STEPS.items():
        once = step.apply(TEXT + "a\u0301\ufb01&amp;‑ – \u00ad“x”…")
        assert step.apply(once) == once, name


WORDS = st.lists(
    st.text(
        st.characters(categories=("Ll", "Lu", "Nd"), max_codepoint=0x6FF), min_size=1, max_size=8
    ),
    min_size=3,
    max_size=60,
)


@bounded(60)
@given(WORDS, st.data())
def test_whatever_stands_there_is_found_word_for_word(
    words: list[str], data: st.DataObject
) -> None:
    text = normalize(" ".join(words), ("composed letters",))
    words = text.split(" ")
    start = data.draw(st.integers(0, len(words) - 1))
    stop = data.draw(st.integers(start + 1, len(words)))
    result = SourceText(text).find(QuotedText(" ".join(words[start:stop])))
    assert result.fitting >= 1
    assert result.steps == ()


@bounded(60)
@given(st.permutations(TEXT.split()), st.data())
def test_harmless_changes_are_seen_through(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(words) - 4))
    quotation = " ".join(words[start : start + data.draw(st.integers(3, 9))])
    changes = {" ": ["  ", "\n", "\u00a0"], "-": ["\u2010", "\u2011"], "—": ["–", "-"], "“": ['"']}
    changed = re.sub("[ —“-]", lambda m: data.draw(st.sampled_from(changes[m[0]])), quotation)
    assert SourceText(text).find(QuotedText(changed)).fitting >= 1


@bounded(60)
@given(st.data())
def test_a_changed_letter_is_missed(data: st.DataObject) -> None:
    words = TEXT.split()
    start = data.draw(st.integers(0, len(words) - 5))
    quotation = list(" ".join(words[start : start + 5]))
    place = data.draw(st.sampled_from([i for i, c in enumerate(quotation) if c.isalnum()]))
    others = [letter for letter in "qzx7" if letter != quotation[place]]
    quotation[place] = data.draw(st.sampled_from(others))
    assert steps("".join(quotation)) is None


@pytest.mark.parametrize(
    ("quotation", "passage"),
    [
        ("at least seven barns were under water", "“at least six barns” were under water"),
        ("the upper bridge was open too", "the upper bridge was closed too."),
        ("Nobady", "Nobody"),
        ("rose by two or three yards", "risen by two or three feet"),
        ("entirely other words elsewhere", ""),
    ],
)
def test_the_nearest_passage_is_shown(quotation: str, passage: str) -> None:
    assert nearest_passage(TEXT, quotation) == passage


@pytest.mark.parametrize(
    ("quotation", "text", "passage"),
    [
        ("46人死亡", "据报道空袭造成45人死亡，三人受伤。昨天", "45人死亡"),
        ("قوات الجنوب قصفت القرية", "قال إن وقوات الشمال قصفت القرية", "وقوات الشمال قصفت القرية"),
        ("ผู้เสียชีวิต 46 คน", "มีผู้เสียชีวิต 45 คนในวันนี้", "ผู้เสียชีวิต 45 คน"),
        ("사망자가 46명이다", "어제 사망자가 45명이다", "사망자가 45명이다"),
    ],
)
def test_the_nearest_passage_is_shown_in_other_scripts(
    quotation: str, text: str, passage: str
) -> None:
    assert nearest_passage(text, quotation) == passage


def test_marks_beyond_any_language_are_left_in_their_order() -> None:
    text = "a" + "\u0301\u0323" * 30 + "e\u0301"
    composed = compose(text)
    assert composed.endswith("é")
    assert composed.startswith("ạ")
    assert len(composed) < len(text)
    usual = "e\u0301 o\u0323\u0302 \u1112\u1161"
    assert compose(usual) == unicodedata.normalize("NFC", usual)


def test_a_long_passage_is_cut() -> None:
    text = " ".join(f"word{number}" for number in range(500))
    near = nearest_passage(text, text.replace("word7 ", "ward7 "))
    assert near.startswith("word0 word1 ")
    assert near.endswith(" …")
    assert len(near) < 210


def test_much_white_space_and_many_marks_take_no_square_of_time() -> None:
    text = " \n" * 100_000 + "-" * 100_000 + " ." * 100_000 + "'" * 100_000 + "&#" * 100_000
    assert found("nothing", text=text) == (0, 0)


@bounded(100)
@given(WORDS, st.data())
def test_another_word_is_never_found(words: list[str], data: st.DataObject) -> None:
    """One word changed, or one put in, in any passage of any text of any script."""
    text = normalize(" ".join(words), ("composed letters",))
    words = text.split(" ")
    start = data.draw(st.integers(0, len(words) - 2))
    passage = words[start : start + data.draw(st.integers(2, 6))]
    place = data.draw(st.integers(0, len(passage) - 1))
    other = data.draw(st.sampled_from(["zzqx", "98765", "цвжъ"]))
    changed = [*passage[:place], other, *passage[place + data.draw(st.integers(0, 1)) :]]
    assert SourceText(text).find(QuotedText(" ".join(changed))).fitting == 0


def test_every_step_is_in_the_manual() -> None:
    manual = (REPOSITORY / "docs" / "quotations.md").read_text("utf-8")
    for name, step in STEPS.items():
        side = "source" if step.of_source else "both"
        assert f"| {name} | {step.meaning} | {side} |" in manual
