"""Words for people: the interface of a language, and what is expected of CLDR."""

import doctest
import pickle
from gettext import NullTranslations
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

import sourcebook.language
from sourcebook.derive import derive
from sourcebook.language import Conjunction, Language, LocaleError, language_of
from sourcebook.models.when import parse_date
from sourcebook.pages import Page
from sourcebook.render import Renderer
from tests.graphs import ENGLISH, dataset, graph, record

MODULES = [module.name for module in iter_modules(sourcebook.language.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_are_true(name: str) -> None:
    assert doctest.testmod(import_module(f"sourcebook.language.{name}")).failed == 0


@pytest.mark.parametrize(
    ("items", "conjunction", "words"),
    [
        ([], "and", ""),
        (["A"], "and", "A"),
        (["A", "B"], "and", "A and B"),
        (["A", "B", "C"], "and", "A, B and C"),
        (["A", "B", "C", "D"], "and", "A, B, C and D"),
        (["0", "6", "10"], "or", "0, 6 or 10"),
        (["{0}", "{1}"], "or", "{0} or {1}"),
    ],
)
def test_a_list_has_no_comma_before_its_last(
    items: list[str], conjunction: Conjunction, words: str
) -> None:
    assert ENGLISH.join_list(items, conjunction) == words


def test_links_in_a_list_stay_links_and_text_is_escaped() -> None:
    link = Markup('<a href="x">X</a>')
    assert ENGLISH.join_list_html([link, "<b>"]) == Markup('<a href="x">X</a> and &lt;b&gt;')


@pytest.mark.parametrize(
    ("tag", "name", "direction"),
    [
        ("ar", "Arabic", "rtl"),
        ("ar-SY", "Arabic", "rtl"),
        ("ckb", "Central Kurdish", "rtl"),
        ("fa", "Persian", "rtl"),
        ("ku", "Kurdish", "ltr"),
        ("ku-Arab", "Kurdish", "rtl"),
        ("ar-Latn", "Arabic", "ltr"),
        ("zh-Hans", "Chinese", "ltr"),
        ("qaa", "qaa", "ltr"),
        ("yi", "Yiddish", "rtl"),
        # codes that CLDR has replaced by others
        ("prs", "Dari", "rtl"),
        ("prs-AF", "Dari", "rtl"),
        ("kmr", "Kurdish", "ltr"),
        ("sh", "Serbian", "ltr"),
        # the region decides in which script a language is most likely written
        ("az-IR", "Azerbaijani", "rtl"),
        ("pa-PK", "Punjabi", "rtl"),
        ("sd-IN", "Sindhi", "ltr"),
        ("arc", "Aramaic", "rtl"),
    ],
)
def test_languages_by_their_tags(tag: str, name: str, direction: str) -> None:
    assert (ENGLISH.language_name(tag), ENGLISH.direction(tag)) == (name, direction)


@pytest.mark.parametrize(
    ("lat", "lon", "radius_m", "words"),
    [
        (33.50583, 38.61778, 5000, "33.51° N, 38.62° E"),
        (-33.50583, -38.61778, 10, "33.50583° S, 38.61778° W"),
        (-33.50583, -38.61778, 500_000, "34° S, 39° W"),
        (-48, -123, 1000, "48.000° S, 123.000° W"),
    ],
)
def test_coordinates_have_no_more_decimals_than_their_radius_allows(
    lat: float, lon: float, radius_m: float, words: str
) -> None:
    assert ENGLISH.coordinates(lat, lon, radius_m) == words


def test_names_of_months_and_weekdays() -> None:
    assert [ENGLISH.month_name(n, "narrow") for n in range(1, 13)] == list("JFMAMJJASOND")
    assert [ENGLISH.weekday_name(n)[:2] for n in (0, 6)] == ["Mo", "Su"]


def test_another_locale_has_its_own_names_and_lists() -> None:
    german = Language("de")
    assert (german.month_name(3), german.language_name("ar")) == ("März", "Arabisch")
    assert german.join_list(["A", "B", "C"]) == "A, B und C"
    assert german.number(1234.5) == "1.234,5"
    assert german.distance(1500) == "1,5 km"


@pytest.mark.parametrize("tag", ["xx", "", "en_GB", "english"])
def test_a_locale_without_data_is_an_error_that_names_it(tag: str) -> None:
    with pytest.raises(LocaleError, match=f"'{tag}'"):
        Language(tag)


def test_a_dataset_has_one_language_and_speaks_english_unless_it_says_otherwise() -> None:
    assert language_of(dataset()) is language_of(dataset(title="Another"))
    assert language_of(dataset()) == ENGLISH


def test_a_language_travels_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(ENGLISH)).month_name(1) == ENGLISH.month_name(1)


def test_templates_may_mark_sentences_for_a_catalogue_and_join_lists(tmp_path: Path) -> None:
    marked = "{% trans count=2 %}{{ count }} claim{% pluralize %}{{ count }} claims{% endtrans %}"
    joined = "{{ ['A', 'B', '<C>'] | join_list }}, {{ language.count(1, 'claim') }}"
    (tmp_path / "404.html").write_text(f"{marked}; {joined}", "utf-8")
    made = graph(record("actor", "ann"))
    body = Renderer(tmp_path, made, derive(made), {}).render(
        Page("404.html", "Lost", "404", "", "")
    )
    assert body.article == "2 claims; A, B and &lt;C&gt;, 1 claim"


def test_a_phrase_that_a_catalogue_lacks_stays_english() -> None:
    assert Language("ar").date(parse_date("2032-08-24~")) == "about 24 أغسطس 2032"


class Reversed(NullTranslations):
    """A catalogue in which a period is told from its end."""

    def gettext(self, message: str) -> str:
        return {"{start} to {end}": "{end} after {start}"}.get(message, message)

    def ngettext(self, one: str, several: str, n: int) -> str:
        return f"{one}oj" if n != 1 else f"{one}o"


def test_a_catalogue_has_the_order_of_words_and_the_plural() -> None:
    language = Language("en")
    vars(language)["translations"] = Reversed()  # in the place where it is kept once it is read
    assert language.date(parse_date("2031/2032")) == "2032 after 2031"
    assert language.count(2, "claim") == "2 claimoj"


@given(st.integers(0, 10**15) | st.integers(0, 10**9).map(lambda n: n / 8))
def test_a_number_keeps_every_decimal(value: float) -> None:
    assert ENGLISH.number(value).replace(",", "") == f"{value:.3f}".rstrip("0").rstrip(".")
