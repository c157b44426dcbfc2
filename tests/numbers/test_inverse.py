"""Reading a number is the inverse of writing it: in CLDR's words, which another library writes.

unicode-rbnf writes numbers by the spell-out rules of CLDR, in every gender and case that these
have. Kurdish is not among them: its table here is put together as Thackston's grammars say.
"""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from unicode_rbnf import RbnfEngine

from sourcebook.numbers import read_numbers

SENTENCES = {
    "en": "So {} sheep were lost.",
    "fr": "La crue a emporté {} moutons.",
    "fr_CH": "La crue a emporté {} moutons.",
    "fr_BE": "La crue a emporté {} moutons.",
    "es": "Se perdieron {} ovejas.",
    "de": "Es gingen {} Schafe verloren.",
    "tr": "Selde {} koyun kayboldu.",
    "ru": "Пропали {} овец.",
    "uk": "Зникли {} овець.",
    "ar": "ضاع {} خروفا في القرية",
    "fa": "در سیل {} نفر گم شدند",
    "he": "אבדו {} כבשים.",
    "zh": "洪水造成{}人失踪",
    "ja": "洪水で{}人が行方不明",
}
ROUND = [*range(10_000, 1_000_000, 37_000), 10**6, 2 * 10**6, 3 * 10**6, 25 * 10**6, 200 * 10**6]
NUMBERS = [*range(10_000), *ROUND]
ONLY_IN_SENTENCES = {("fa", 9), ("ja", 100), ("ja", 1000)} | {
    (language, number) for language in ("zh", "ja") for number in range(10)
}
"""What is no number by itself: one character of Chinese, and نه, which is also "no"."""
NOT_READ = {("ru", 0)}
"""Nought in the cases of Russian."""


@cache
def engine(language: str) -> RbnfEngine:
    return RbnfEngine.for_language(language)


def written(language: str, number: int) -> Iterator[str]:
    """A number in the words of a language; for some also in each gender and case."""
    names = rule_sets(language)
    for name in names if number < 130 or number % 100 == 7 else names[:1]:
        found = engine(language).format_number(number, ruleset_names=[name]).text_by_ruleset
        yield found[name].replace("\xad", "")


@cache
def rule_sets(language: str) -> list[str]:
    """The names of CLDR's ways to write a count in a language."""
    forms = engine(language).format_number(1).text_by_ruleset
    return [name for name in forms if not re.search("ordinal|year|days", name)]


def read(text: str, language: str) -> set[tuple[float, float]]:
    return {(one.low, one.high) for one in read_numbers(text, language.replace("_", "-"))}


@pytest.mark.parametrize("language", SENTENCES)
def test_what_is_written_is_read_whole(language: str) -> None:
    for number in NUMBERS:
        for words in written(language, number):
            if (language, number) not in ONLY_IN_SENTENCES | NOT_READ:
                assert read(words, language) == {(number, number)}, words


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items())
def test_in_a_sentence_it_is_the_only_number(language: str, sentence: str) -> None:
    for number in [*range(2, 130), *range(130, 10_000, 17), *ROUND]:
        for words in written(language, number):
            assert read(sentence.format(words), language) == {(number, number)}, words


def parts(language: str, words: str) -> Iterator[str]:
    """What is left of a number that is cut at a word, in front and behind."""
    cuts = [match.end() for match in re.finditer("[ -]", words)]
    for cut in cuts:
        yield from (words[:cut], words[cut:])


ONE_LEFT_OUT = re.compile("(?:one|одн[аоу]й?ю?|یک) ")
"""A one that may be left out: one hundred and two is a hundred and two."""


@pytest.mark.parametrize("language", [one for one in SENTENCES if one not in ("zh", "ja")])
def test_no_part_is_taken_for_the_whole(language: str) -> None:
    for number in [*range(2, 130), *range(130, 10_000, 23)]:
        for words in written(language, number):
            for part in parts(language, words) if not ONE_LEFT_OUT.match(words) else ():
                assert number not in {bound for span in read(part, language) for bound in span}


SORANI_ONES = "یەک دوو سێ چوار پێنج شەش حەوت هەشت نۆ".split()
SORANI_TEENS = "دە یازدە دوازدە سێزدە چواردە پازدە شازدە حەڤدە هەژدە نۆزدە".split()
SORANI_TENS = "بیست سی چل پەنجا شەست حەفتا هەشتا نەوەد".split()
KURMANJI_ONES = "yek du sê çar pênc şeş heft heşt neh".split()
KURMANJI_TEENS = "deh yazdeh dwazdeh sêzdeh çardeh pazdeh şazdeh hevdeh hejdeh nozdeh".split()
KURMANJI_TENS = "bîst sî çil pêncî şêst heftê heştê nod".split()
KURDISH = {
    "ckb": (SORANI_ONES, SORANI_TEENS, SORANI_TENS, " و ", "سەد", "هەزار"),
    "kmr": (KURMANJI_ONES, KURMANJI_TEENS, KURMANJI_TENS, " û ", "sed", "hezar"),
}


def kurdish(language: str, number: int) -> str:
    """A number from 1 to 9,999 as the grammars put it together: each part joined by "and"."""
    ones, teens, tens, joiner, hundred, thousand = KURDISH[language]
    said = []
    for size, word in ((1000, thousand), (100, hundred)):
        count, number = divmod(number, size)
        said += [f"{ones[count - 1]} {word}" if count > 1 else word] if count else []
    if number > 19:
        said.append(tens[number // 10 - 2])
        number %= 10
    if number:
        said.append(teens[number - 10] if number > 9 else ones[number - 1])
    return joiner.join(said)


@pytest.mark.parametrize("language", KURDISH)
def test_kurdish(language: str) -> None:
    for number in range(1, 10_000):
        words = kurdish(language, number)
        assert read(words, language) == {(number, number)}, words


def test_the_kurdish_table() -> None:
    assert kurdish("ckb", 1234) == "هەزار و دوو سەد و سی و چوار"
    assert kurdish("kmr", 345) == "sê sed û çil û pênc"
