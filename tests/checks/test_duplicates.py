"""The same thing filed twice: sources, incidents and actors."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.checks.comparable import comparable_address, comparable_name
from sourcebook.checks.duplicates import check_duplicates
from sourcebook.derive import derive
from sourcebook.link import Graph
from sourcebook.load import FileLocation
from sourcebook.models import Record
from tests.graphs import claim, graph, record

LOG = record("source", "log", publisher="The Watch")
WATCH = record("actor", "watch")


def found(made: Graph) -> list[str]:
    return [
        f"{one.code} {one.message.split(':')[0]}" for one in check_duplicates(made, derive(made))
    ]


def reported(*records: Record) -> list[str]:
    return found(filed(*records))


def filed(*records: Record, rows: str = "") -> Graph:
    """The graph of records, of which some (a letter each) are rows of one table."""
    made = graph(*records)
    places = {
        name: FileLocation(Path("rows.jsonl"), "rows.jsonl", 1 + rows.index(name))
        if name in rows.split()
        else FileLocation(Path(f"{name}.md"), f"{name}.md")
        for name in made.records
    }
    return replace(made, file_locations=MappingProxyType(places))


def source(name: str, **fields: Any) -> Record:
    """A source with a title of its own."""
    return record("source", name, **({"title": name.title()} | fields))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://post.example/a", "http://post.example/a"),
        ("https://post.example/a", "https://www.post.example/a/"),
        ("https://post.example/a", "https://m.post.example/a"),
        ("https://post.example/a?id=3", "https://post.example/a?utm_source=x&id=3&fbclid=Zz"),
        ("https://post.example/a?b=1&c=2", "https://post.example/a?c=2&b=1"),
        ("https://post.example/a", "https://POST.example/a#more"),
        ("https://post.example/%D8%A7", "https://post.example/ا"),
        ("https://post.example", "https://post.example/"),
    ],
)
def test_one_address_is_written_in_several_ways(one: str, other: str) -> None:
    assert comparable_address(one) == comparable_address(other)
    assert reported(source("a", url=one), source("b", url=other)) == [
        "SB408 'a' and 'b' have one address"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://post.example/a", "https://post.example/b"),
        ("https://post.example/a?id=3", "https://post.example/a?id=4"),
        ("https://post.example/a", "https://gazette.example/a"),
        ("https://post.example/a", "https://post.example/A"),
        ("https://m.example/a", "https://n.example/a"),
    ],
)
def test_two_addresses_stay_two(one: str, other: str) -> None:
    assert reported(source("a", url=one), source("b", url=other)) == []


@given(st.text(min_size=1))
def test_any_address_and_any_name_can_be_compared(text: str) -> None:
    assert comparable_name(text)
    try:
        comparable_address(f"https://{text}")
    except ValueError:
        assert reported(source("a", url=None)) == []


def test_one_title_publisher_and_day_is_one_source() -> None:
    fields = {"title": "Shells on Orlen", "publisher": "Post", "published": "2032-02-11"}
    twice = [source("a", **fields), source("b", **fields | {"title": "Shells on  Orlen!"})]
    assert reported(*twice) == ["SB408 'a' and 'b' have one title, publisher and day"]
    for field, other in (("publisher", "Gazette"), ("published", "2032-02-12"), ("title", "Fire")):
        assert reported(twice[0], source("b", **fields | {field: other})) == []
    months = [source(name, **fields | {"published": "2032-02"}) for name in "ab"]
    assert reported(*months) == []


def test_a_copy_and_what_is_known_to_be_another_are_not_reported() -> None:
    first = source("a", url="https://post.example/a")
    copy = source("b", url="https://post.example/a", copy_of="a")
    made_of = {"source": "a", "relation": "translation"}
    derived = source("b", url="https://post.example/a", derived_from=[made_of])
    other = source(
        "b", url="https://post.example/a", not_same_as=[{"source": "a", "why": "Written anew."}]
    )
    assert [reported(first, each) for each in (copy, derived, other)] == [[], [], []]


def test_a_group_is_reported_once_without_those_that_are_told_apart() -> None:
    url = {"url": "https://post.example/a"}
    apart = [{"source": name, "why": "Another day."} for name in ("a", "b")]
    assert reported(*(source(name, **url) for name in "abc")) == [
        "SB408 'a', 'b' and 'c' have one address"
    ]
    assert reported(
        source("a", **url), source("b", **url), source("c", **url, not_same_as=apart)
    ) == ["SB408 'a' and 'b' have one address"]
    assert reported(*(source(name, **url) for name in "abcdef")) == [
        "SB408 'a', 'b', 'c', 'd' and 2 more have one address"
    ]


def incident(name: str, cited: str = "log", at: str = "row 1", **fields: Any) -> Record:
    cites = [{"source": cited, "at": at}]
    claims = [claim(f"killed-{name}", "watch", 1, cites=cites)]
    return record("incident", name, claims=claims, **fields)


PLACES = (LOG, source("post", publisher="Post"), WATCH, record("location", "town"))
TWICE = "SB409 'a' and 'b' have one place, day and type"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({"cited": "post"}, [TWICE]),
        ({"at": "row 1"}, [TWICE]),
        ({"at": "row 2"}, []),
        ({"cited": "post", "date": "2032-02-11"}, []),
        ({"cited": "post", "date": "2032-02-10T04:00~"}, [TWICE]),
        ({"cited": "post", "date": "2032-02"}, []),
        ({"cited": "post", "type": "airstrike"}, []),
        ({"cited": "post", "location": "village"}, []),
        ({"cited": "post", "not_same_as": [{"incident": "a", "why": "Hours apart."}]}, []),
    ],
)
def test_two_incidents_of_one_place_day_and_type(
    other: dict[str, Any], expected: list[str]
) -> None:
    village = record("location", "village")
    assert reported(*PLACES, village, incident("a"), incident("b", **other)) == expected


def test_rows_of_one_table_are_not_compared_with_each_other() -> None:
    several = (*PLACES, incident("a"), incident("b", "post"), incident("c", "post", "row 9"))
    all_three = ["SB409 'a', 'b' and 'c' have one place, day and type"]
    assert found(filed(*several)) == all_three
    assert found(filed(*several, rows="a b c")) == []
    assert found(filed(*several, rows="b c")) == all_three


def test_actors_of_one_name() -> None:
    names = {"en": "Ember Watch", "ar": "مرصد الجمر"}
    twice = [record("actor", "a", names=names), record("actor", "b", names={"en": "ÉMBER-watch"})]
    assert reported(*twice) == ["SB410 'a' and 'b' have one name"]
    both = record("actor", "b", names=names)
    assert reported(twice[0], both) == ["SB410 'a' and 'b' have one name"]
    apart = record("actor", "b", names=names, not_same_as=[{"actor": "a", "why": "Of Duskland."}])
    assert reported(twice[0], apart) == []
    assert reported(twice[0], record("actor", "b", names={"en": "Ember Guard"})) == []
