"""Marks of a merge that was not finished, and texts that YAML cuts."""

from pathlib import Path

import pytest

from sourcebook.load import load
from sourcebook.load.merge_marks import merge_problems
from sourcebook.load.yaml_comments import cut_texts
from tests.load.test_load import ACTOR, DATASET, put

CONFLICT = "<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> fix\n"


def lines(text: str) -> list[str]:
    return [problem.message.split(":")[0] for problem in merge_problems(text, "a.md")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (CONFLICT, ["from line 1 to line 5"]),
        (f"a\n{CONFLICT}b\n{CONFLICT}", ["from line 2 to line 6", "from line 8 to line 12"]),
        ("<<<<<<< HEAD\n||||||| base\n=======\n>>>>>>> x\n", ["from line 1 to line 4"]),
        ("a\n<<<<<<<\nb", ["on line 2"]),
        ("a\n>>>>>>> fix\nb", ["on line 2"]),
        (f">>>>>>> stray\n{CONFLICT}>>>>>>> stray", ["on line 1", "from line 2 to line 6", "7"]),
        ("<<<<<<<<< deeper\n>>>>>>>>> deeper", ["from line 1 to line 2"]),
    ],
)
def test_marks_of_a_merge_are_named_with_their_lines(text: str, told: list[str]) -> None:
    assert [message.endswith(end) for message, end in zip(lines(text), told, strict=True)] == [
        True
    ] * len(told)


@pytest.mark.parametrize(
    "text",
    [
        "Title\n=======\n\nText",
        "    <<<<<<< HEAD\n    >>>>>>> fix",
        "a <<<<<<< b",
        "<<<<<<<-",
        "|||||||\n|-|-|-|-|-|-|",
    ],
)
def test_what_only_looks_like_marks_is_left_alone(text: str) -> None:
    assert lines(text) == []


def test_they_are_refused_in_fields_texts_tables_and_the_description(tmp_path: Path) -> None:
    content = tmp_path / "content"
    put(content, "dataset.yml", DATASET)
    put(content, "actors/a.md", ACTOR.replace("type", f"{CONFLICT}type"))
    put(content, "actors/b.md", f"{ACTOR}Text\n\n{CONFLICT}")
    put(content, "actors.jsonl", f'{{"id": "c"}}\n{CONFLICT}')
    found = [(one.path, one.line, one.code) for one in load(content).problems]
    assert found == [
        ("content/actors/a.md", 3, "SB013"),
        ("content/actors/b.md", 7, "SB013"),
        ("content/actors.jsonl", 2, "SB013"),
    ]
    put(content, "dataset.yml", DATASET + CONFLICT)
    assert (load(content).problems[0].path, load(content).dataset) == ("content/dataset.yml", None)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("title: Rockets inside the base #1 at Conoco", "Rockets inside the base"),
        ("title: Rocket #1", "Rocket"),
        ("a: b\ntitle: Two words # and more", "Two words"),
        ("a:\n  - {b: two words #3\n }", "two words"),
        ("a: one\n  two #3", "one two"),
        ("- two words #3", "two words"),
    ],
)
def test_a_text_that_a_comment_cuts_is_told(text: str, read: str) -> None:
    ((line, message),) = cut_texts(text)
    assert message.startswith(f"YAML reads '{read}' and takes the rest, '#")
    assert "#" in text.split("\n")[line - 1]


@pytest.mark.parametrize(
    "text",
    [
        "# a comment\na: b",
        "type: mixed # by the law of 1900",
        'title: "Rockets inside the base #1"',
        "title: 'two words' # why",
        "a: b#1",
        "a: |\n  two words #3\n",
        "a: two words\n# comment",
        "a: two words\n  # comment\nb: c",
    ],
)
def test_a_comment_is_left_alone(text: str) -> None:
    assert list(cut_texts(text)) == []
