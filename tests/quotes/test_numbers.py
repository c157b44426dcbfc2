"""The numbers that a text names, and whether the value of a claim stands in its quotation."""

import pytest

from sourcebook.models import Citation, Claim
from sourcebook.quotes import missing_value
from sourcebook.quotes.counts import Counted, find_counts
from sourcebook.quotes.numerals import find_numbers, mentions_none, mentions_vague_quantity
from sourcebook.vocabulary import Measure, Population, built_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two or three barns", {2, 3}),
        ("6 barns, 12 sheds", {6, 12}),
        ("at least 6,438 sheep", {6438}),
        ("1,234,567.5 litres", {1234567.5}),
        ("1.500 or 12.5", {1500, 1.5, 12.5}),
        ("in 2031 500 sheep", {2031, 500}),
        ("15 500 sheep", {15500}),
        ("12\u202f000 sheep", {12000}),
        ("twenty-one and thirty two", {21, 32}),
        ("two hundred and six", {206}),
        ("ten thousand two hundred", {10200}),
        ("one hundred thousand", {100000}),
        ("a hundred", {100}),
        ("2.5 million", {2500000}),
        ("three million and four", {3000004}),
        ("a dozen, two dozen, half a dozen", {12, 24, 6}),
        ("six seven", {6, 7}),
        ("two or three thousand", {2000, 3000}),
        ("several hundred, two thirds, the twenty-first", set()),
        ("2½ million and ½", {2_500_000, 0.5}),
        ("45k, 1.5m, 1.5K, 3bn", {45_000, 1_500_000, 1500, 3_000_000_000}),
        ("1,50,000 and 3 lakh and 2 crore", {150_000, 300_000, 20_000_000}),
        ("2²", {2}),
        ("the 22nd, a couple and both", {22, 2}),
        ("the HV-15 and X9", set()),
        ("on 15, 16 and 17 May", {15, 16, 17}),
        ("no one and not a single one", {1}),
        ("no-one", set()),
        ("someone, often, tense", set()),
        ("٦ حظائر و١٢ خروفا", {6, 12}),
        ("۱٬۲۰۰ گوسفند", {1200}),
        ("١٬٢٠٠ خروف", {1200}),
        ("４５頭", {45}),
    ],
)
def test_numbers_in_english_and_in_digits(text: str, expected: set[float]) -> None:
    assert find_numbers(text, "en") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "dix-sept granges et une vache", {17, 1}),
        ("de", "zwölf Scheunen und eine Kuh", {12, 1}),
        ("es", "dieciséis graneros", {16}),
        ("ar", "ستة حظائر وثلاثة أشخاص", {6, 3}),
        ("ar-SY", "ثلاثة عشر خروفا", {13}),
        ("ar", "عشرة خراف وعشرون بقرة", {10, 20}),
        ("fa", "سه نفر و بیست گاو", {3, 20}),
        ("tr", "altı ahır 7", {6, 7}),
        ("fr", "six sheep", {6}),
        ("en", "dix", set()),
    ],
)
def test_numbers_in_other_languages(language: str, text: str, expected: set[float]) -> None:
    assert find_numbers(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("No one was hurt", "en", True),
        ("nobody drowned", "en", True),
        ("with zero losses", "en", True),
        ("0 sheep", "en", True),
        ("none", "en", True),
        ("Somebody was hurt", "en", False),
        ("a notice of losses", "en", False),
        ("aucun blessé", "fr", True),
        ("لم يصب أحد", "ar", True),
        ("kimse ölmedi", "tr", True),
        ("kimse", "cs", False),
        ("no fewer than six were hurt", "en", False),
        ("ما لا يقل عن ستة أشخاص", "ar", False),
        ("pas moins de six", "fr", False),
        ("не менее шести человек", "ru", False),
        ("无人死亡", "zh", True),
    ],
)
def test_words_for_nothing(text: str, language: str, expected: bool) -> None:
    assert mentions_none(text, language) is expected


def test_vague_quantities() -> None:
    assert mentions_vague_quantity("Dozens of sheep", "dozens", "en")
    assert mentions_vague_quantity("des dizaines de moutons", "dozens", "fr")
    assert not mentions_vague_quantity("a dozen sheep", "dozens", "en")


def lacks(
    value: object, text: str, language: str = "en", measure: str = "killed", **more: str
) -> str:
    as_ = {"as": more.pop("as_")} if "as_" in more else {}
    citation = Citation.model_validate({"source": "log", "quote": text} | as_)
    fields = {"id": "c", "by": "w", "measure": measure, "value": value, "cites": [citation]}
    of = more.pop("of", "")
    population = Population(id=of, label=of) if of else None
    known = built_in(Measure)[measure]
    claim = Claim.model_validate(fields | more).read(known)
    return missing_value(Counted(known, population), claim, citation, text, language)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("6", "at least six were lost"),
        (">=6", "at least six were lost"),
        ("<=10", "no more than ten"),
        ("~6", "about 6"),
        ("2-3", "two or three of them"),
        ("0", "no one was lost"),
        ("none", "nobody was lost"),
        ("dozens", "dozens were lost"),
        ("6438", "6,438 were lost"),
        ("2.5", "2.5 were lost"),
        ("unknown", "it cannot say"),
        ("not stated", "the river rose"),
    ],
)
def test_a_value_that_stands_in_its_quotation(value: str, text: str) -> None:
    assert lacks(value, text) == ""


@pytest.mark.parametrize(
    ("value", "text", "missing"),
    [
        ("7", "at least six were lost", "7"),
        ("2-4", "two or three of them", "2 to 4"),
        ("4-5", "two or three of them", "4 to 5"),
        ("6438", "there were losses", "6,438"),
        ("0", "some were lost", "a word for nobody or nothing"),
        ("none", "some were lost", "a word for nobody or nothing"),
        ("dozens", "a dozen were lost", "dozens"),
        ("16", "6 were lost", "16"),
        ("6", "16 were lost", "6"),
        ("1", "no one was lost", "1"),
    ],
)
def test_a_value_that_does_not(value: str, text: str, missing: str) -> None:
    assert lacks(value, text) == missing


def test_what_the_carrier_has_counts_where_it_has_it_otherwise() -> None:
    assert lacks("6", "at least seven were lost", as_="at least seven") == ""
    assert lacks("6", "at least six were lost", as_="at least seven") == "7"
    assert lacks("0", "nobody was lost", as_="no one") == ""
    assert lacks("0", "some were lost", as_="no one") == "a word for nobody or nothing"
    assert lacks("24", "dozens were lost", as_="dozens") == ""
    assert lacks("3", "a few were lost", as_="a few") == ""
    assert lacks("3", "many were lost", as_="a few") == "a few"
    assert lacks("10", "ضاعت عشرة", "ar", as_="at least ten") == ""
    assert lacks("3", "ضاع بعضها", "ar", as_="a few") == ""  # words of ours, not of the source


def test_a_value_that_was_derived_need_not_stand_there() -> None:
    assert lacks("9", "six and three were lost", derivation="six and three") == ""


def test_dates_and_other_values() -> None:
    assert lacks("2032-02-09", "on February 9, 2032", measure="occurred") == ""
    assert lacks("2032-02-09", "on the ninth", measure="occurred") == "the day (9)"
    assert lacks("2032-02-09", "on Monday", measure="occurred", as_="on Monday") == ""
    assert lacks("2032-02", "in February", measure="occurred") == ""
    assert lacks("2032-02-09/2032-02-11", "until the 11th", measure="occurred") == ""
    assert lacks("wet", "dry", measure="damage") == ""


def test_a_number_behind_a_date_is_no_day() -> None:
    """The month in "on 15 August, two drones" has its day already."""
    drones = Counted(built_in(Measure)["launched"])
    for text, value in (("On 15 August, two drones came", 2), ("on 3rd May three came", 3)):
        assert {count.low for count in find_counts(text, "en", drones)} == {value}
    assert not find_counts("On August 15 drones came", "en", drones)
