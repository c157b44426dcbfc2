"""What a quotation counts, and whether it is the figure of a claim, worked out by hand.

`tests/cases/figures.tsv` has a case a line: whether the text supports the value, the value, the
language, the measure, the population, and the text.
"""

import csv

import pytest

from sourcebook.models import Citation, Claim
from sourcebook.quotes import is_in_translation, missing_value, unsupported_words
from sourcebook.quotes.counts import Counted
from sourcebook.vocabulary import Measure, Population, built_in
from tests.conftest import REPOSITORY

FILE = REPOSITORY / "tests/cases/figures.tsv"
with FILE.open(encoding="utf-8", newline="") as handle:
    CASES = list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))


def claim(value: str, *citations: Citation, measure: str = "killed", **more: str) -> Claim:
    fields = {"id": "c", "by": "w", "measure": measure, "value": value, "cites": citations}
    return Claim.model_validate(fields | more).read(built_in(Measure)[measure])


def citation(text: str | None = None, **more: str) -> Citation:
    return Citation.model_validate({"source": "log", "quote": text, **more})


def counted(measure: str, population: str = "") -> Counted:
    of = Population(id=population, label=population) if population else None
    return Counted(built_in(Measure)[measure], of)


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{one['language']}-{one['value']}-{one['text']}" for one in CASES]
)
def test_a_figure_is_in_its_words_or_not(case: dict[str, str]) -> None:
    cited = citation(case["text"])
    one = claim(case["value"], cited, measure=case["measure"])
    of = counted(case["measure"], case["population"])
    lacks = missing_value(of, one, cited, case["text"], case["language"])
    assert (lacks == "") == (case["supports"] == "yes")


def test_there_are_cases_of_each_kind_in_each_language() -> None:
    for language in ("en", "ar", "fa", "fr", "es", "de", "ru", "tr", "he", "zh"):
        kinds = {one["supports"] for one in CASES if one["language"] == language}
        assert kinds == {"yes", "no"}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("6", ["at least six"]),
        (">=6", ["at least six", "seven"]),
        (">=6", ["more than five"]),
        ("2-3", ["between two and three"]),
        ("dozens", ["dozens"]),
        ("0", ["nobody"]),
        ("7", ["several", "many"]),
        ("7", []),
    ],
)
def test_a_value_that_one_of_its_carriers_has(value: str, words: list[str]) -> None:
    cites = [citation(**{"as": one}) for one in words] or [citation()]
    assert unsupported_words(counted("killed"), claim(value, *cites), {"log": "en"}) == ()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("7", ["at least six"]),
        ("7", ["at least six", "six", "5"]),
        ("<=6", ["at least six"]),
        ("6", ["six or seven"]),
        ("24", ["dozens"]),
        ("3", ["nobody"]),
        ("0", ["three"]),
    ],
)
def test_a_value_that_has_left_its_words(value: str, words: list[str]) -> None:
    cites = [citation(**{"as": one}) for one in words]
    left = unsupported_words(counted("killed"), claim(value, *cites), {"log": "en"})
    assert set(left) == set(words)


def test_things_that_add_up_are_their_sum_and_people_are_not() -> None:
    two_kinds = citation(**{"as": "two biplanes and three kites"})
    assert (
        unsupported_words(counted("launched"), claim("5", two_kinds, measure="launched"), {}) == ()
    )
    hurt = citation(**{"as": "six killed and ten wounded"})
    assert unsupported_words(counted("killed"), claim("16", hurt), {})


AMHARIC = "ሦስት ሰዎች ሞቱ"
"""Three people died."""


def test_a_figure_in_the_translation_of_a_language_that_is_not_read() -> None:
    cited = citation(AMHARIC, translation="three people died")
    assert is_in_translation(counted("killed"), claim("3", cited), cited, AMHARIC, "am")
    assert not is_in_translation(counted("killed"), claim("4", cited), cited, AMHARIC, "am")
    assert not is_in_translation(counted("killed"), claim("3", cited), cited, AMHARIC, "")


def test_a_translation_does_not_speak_against_the_digits_of_its_text() -> None:
    text = "45 ሰዎች ሞቱ"
    cited = citation(text, translation="54 people died")
    assert not is_in_translation(counted("killed"), claim("54", cited), cited, text, "am")


def test_a_translation_of_a_language_that_is_read_does_not_count() -> None:
    cited = citation("trois personnes", translation="four people")
    assert not is_in_translation(
        counted("killed"), claim("4", cited), cited, "trois personnes", "fr"
    )
