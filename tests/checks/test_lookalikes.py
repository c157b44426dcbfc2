"""Names, ids and hosts that look like others, and addresses that lead elsewhere."""

import pytest

from sourcebook.checks.addresses import check_addresses
from sourcebook.checks.lookalikes import check_lookalikes, mixed_word, skeleton
from sourcebook.derive import derive
from sourcebook.models import Record
from tests.graphs import graph, record


def told(*records: Record) -> list[tuple[str, str]]:
    found = graph(*records)
    derived = derive(found)
    problems = [*check_lookalikes(found, derived), *check_addresses(found, derived)]
    return [(problem.record_id, problem.code) for problem in problems]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ember Watch", "Ember Wаtch"),  # Cyrillic а
        ("Ορlen", "Oplen"),  # Greek
        ("Orlen", "0rlen"),
        ("Mill", "MiI1"),
        ("modern", "modem"),
        ("علی", "علي"),
        ("کوه", "كوه"),
        ("می\u200cشود", "میشود"),
        ("ﬁre", "fire"),
    ],
)
def test_what_looks_alike_has_one_skeleton(one: str, other: str) -> None:
    assert one != other
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Orlen", "Orlon"), ("Mill", "mill"), ("Camp 1", "Camp 2"), ("café", "cafe"), ("رجل", "رحل")],
)
def test_what_does_not_look_alike_is_told_apart(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ember Wаtch", "Wаtch"),
        ("Ember Watch", ""),
        ("Сирия Watch", ""),
        ("μg of dust", ""),
        ("Εmber", "Εmber"),
        ("قرية Watch", ""),
        ("漢字Watch", ""),
    ],
)
def test_a_word_is_of_one_alphabet(text: str, word: str) -> None:
    assert mixed_word(text) == word


def test_two_actors_that_look_alike_are_told_and_the_same_record_is_not() -> None:
    one = record("actor", "ember", names={"en": "Ember", "uk": "Еmbеr"}, variants=["Ember "])
    assert told(one) == [("ember", "SB016")]
    ali = record("actor", "ali", names={"ar": "علي", "fa": "علی"})
    assert told(ali) == []
    other = record("actor", "other", names={"fa": "علی"})
    assert told(record("actor", "ali", names={"ar": "علي"}), other) == [("other", "SB015")]
    assert told(record("actor", "ali", names={"ar": "علي"}), record("location", "town")) == []


def test_ids_and_publishers_that_look_alike_are_told() -> None:
    camp = record("location", "camp-l", names={"en": "One"})
    assert told(camp, record("location", "camp-1", names={"en": "Two"})) == [("camp-l", "SB015")]
    first = record("source", "a", title="Fire", publisher="Harrow Post")
    second = record("source", "b", title="Flood", publisher="Harrow Роst")
    assert told(first, second) == [("b", "SB016"), ("b", "SB015")]
    assert told(first, record("source", "b", title="Fire", publisher="Harrow Post")) == []


@pytest.mark.parametrize(
    ("url", "codes"),
    [
        ("https://post.example/a", []),
        ("https://post.example/fire%20a", []),
        ("https://post.example/@somebody/1", []),
        ("https://ar.example/%D9%82%D8%B1%D9%8A%D8%A9", []),
        ("https://قرية.example/", []),
        ("https://xn--e1afmkfd.example/", []),
        ("https://post.example/%E2%80%AEb", ["SB001"]),
        ("https://post.example@evil.example/", ["SB017"]),
        ("https://user:password@post.example/", ["SB017"]),
        ("http://[::1", ["SB017"]),
        ("http://[::1]/", []),
        ("http://[::zz]/", ["SB017"]),
        ("https://post.example:port/", ["SB017"]),
        ("https://pоst.example/", ["SB016"]),
        ("https://xn--pst-sed.example/", ["SB016"]),
        ("https://роѕе.example/", ["SB016"]),
    ],
)
def test_an_address_leads_where_it_seems_to(url: str, codes: list[str]) -> None:
    assert [code for _, code in told(record("source", "a", url=url))] == codes


def test_hosts_that_look_alike_are_told() -> None:
    first = record("source", "a", url="https://mill-post.example/a")
    second = record("source", "b", title="B", url="https://mi11-post.example/b")
    assert told(first, second) == [("b", "SB015")]
