"""YAML as plain texts, lists and mappings, with lines; and all of YAML that is refused."""

from typing import Any

import pytest

from sourcebook.load.yaml import ValuePath, YamlError, line_of, parse_tree, read_yaml

VALUES: list[tuple[str, Any]] = [
    ("", None),
    ("# a comment", None),
    ("a: b", {"a": "b"}),
    ("a: no\nb: yes\nc: on", {"a": "no", "b": "yes", "c": "on"}),
    ("a: true", {"a": "true"}),
    ("a: 1984", {"a": "1984"}),
    ("a: 0o17\nb: 0x1F\nc: 1_000", {"a": "0o17", "b": "0x1F", "c": "1_000"}),
    ("a: 1.50\nb: .nan\nc: -.inf", {"a": "1.50", "b": ".nan", "c": "-.inf"}),
    ("a: 2032-02-10", {"a": "2032-02-10"}),
    ("a: 2032-02-10T04:00~", {"a": "2032-02-10T04:00~"}),
    ("a: 12:30:45", {"a": "12:30:45"}),
    ("a: ~6", {"a": "~6"}),
    ("a: =", {"a": "="}),
    ("a:\nb: ~\nc: null\nd: ''", {"a": None, "b": None, "c": None, "d": ""}),
    ("a: 'null'\nb: \"~\"\nc: NULL", {"a": "null", "b": "~", "c": "NULL"}),
    ("- a\n-\n- null", ["a", None, None]),
    ("[a, b]", ["a", "b"]),
    ("{a: , b: c}", {"a": None, "b": "c"}),
    ("1: a\ntrue: b", {"1": "a", "true": "b"}),
    ("a: >-\n  one\n  two\n", {"a": "one two"}),
    ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
    ("a: 'it''s'", {"a": "it's"}),
    ('a: "tab\\t, \\u00e9, \\u0642"', {"a": "tab\t, é, ق"}),
    ("a: قرية", {"a": "قرية"}),
    ("a: b # c", {"a": "b"}),
    ("a: b#c", {"a": "b#c"}),
    ("a: AT&T\nb: 2*3", {"a": "AT&T", "b": "2*3"}),
    ("a: 'http://x.example/'", {"a": "http://x.example/"}),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_values_stay_texts(text: str, value: Any) -> None:
    assert read_yaml(text) == value


REFUSED = [
    # text, code, line, message
    ("a: &x b", "SB008", 1, "'&x' marks a value to be repeated elsewhere"),
    ("a: &x [b]\nc: *x", "SB008", 1, "'&x' marks"),
    ("a: 1\nc: *x", "SB008", 2, "'*x' marks"),
    ("&x a: b", "SB008", 1, "'&x' marks"),
    ("a: b\n<<: {c: d}", "SB008", 2, "'<<' is not allowed"),
    ("a: !!python/object/apply:os.system [x]", "SB008", 1, "'!' before a value"),
    ("a:\n  b: !x c", "SB008", 2, "'!' before a value"),
    ("!x a: b", "SB008", 1, "'!' before a value"),
    ("a: !!binary aGk=", "SB008", 1, "'!' before a value"),
    ("a: !!set {b}", "SB008", 1, "'!' before a value"),
    ("a: 1\nb: 2\na: 3", "SB007", 3, "duplicate key 'a': it is already on line 1"),
    ("x:\n  - a: 1\n    a: 2", "SB007", 3, "duplicate key 'a': it is already on line 2"),
    ("{a: 1, 'a': 2}", "SB007", 1, "duplicate key 'a'"),
    ("? [a]\n: b", "SB006", 1, "the name of a field"),
    ("? {a: b}\n: c", "SB006", 1, "the name of a field"),
    ('a: "\\a"', "SB001", 1, "an invisible character, U+0007, is here"),
    ('a:\n- "\\0"', "SB001", 2, "an invisible character, U+0000, is here"),
    ('a: "\\uFFFE"', "SB001", 1, "an invisible character, U+FFFE, is here"),
    ('a: "\\uD800"', "SB006", 1, "Unicode"),
    ("a: b: c", "SB006", 1, "there is a colon where none is allowed"),
    ("a: b\n  c: d", "SB006", 2, "there is a colon where none is allowed"),
    ("a: b\nc d\ne: f", "SB006", 2, "a colon is missing"),
    ("a:\n - b\nc:\n  d: e\n f: g", "SB006", 5, "this line does not fit those above it"),
    ("a: 'b\nc: d\n", "SB006", 1, "a quotation mark opens here and is not closed"),
    ('a: b\nc: "d\n', "SB006", 2, "a quotation mark opens here and is not closed"),
    ("a: [b\nc: d", "SB006", 1, "a list opens here with '['"),
    ("a:\n  {b: c\nd: e", "SB006", 2, "a mapping opens here with '{'"),
    ("a: @b", "SB006", 1, "a value cannot begin with '@'"),
    ("a: `b`", "SB006", 1, "a value cannot begin with '`'"),
    ("a: %b", "SB006", 1, "a value cannot begin with '%'"),
    ("a: ? b", "SB006", 1, "a value cannot begin with '?'"),
    ("a: *", "SB006", 1, "a value cannot begin with '*' or '&'"),
    ("a: & b", "SB006", 1, "a value cannot begin with '*' or '&'"),
    ("a:\n\t- b", "SB006", 2, "there is a tab at the beginning of the line"),
    ("a: - b", "SB006", 1, "a list begins on a line of its own"),
    ("- a\nb: c", "SB006", 2, "a list and fields are mixed"),
    ("a: >=6", "SB006", 1, "put a value such as >=6 in quotation marks"),
    ('a: "C:\\dust"', "SB006", 1, 'inside "…" a backslash is written twice'),
    ('a: "\\x1"', "SB006", 1, 'inside "…" a backslash is written twice'),
    ("a: b\n---\nc: d", "SB006", 2, "there is a line of --- inside the fields"),
    ("a: ]", "SB006", 1, "a value is missing"),
    ("a: , b", "SB006", 1, "a value is missing"),
]


@pytest.mark.parametrize(("text", "code", "line", "message"), REFUSED)
def test_what_is_refused(text: str, code: str, line: int, message: str) -> None:
    with pytest.raises(YamlError) as caught:
        read_yaml(text)
    fault = caught.value
    assert (fault.code, fault.line) == (code, line)
    assert message in fault.message


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 31 + "]" * 31,
        "a: " + "[" * 100_000,
        "a: " + "{b: " * 100_000,
        "- " * 100_000 + "a",
        "? " * 100_000 + "a",
        "".join(f"{' ' * depth}a:\n" for depth in range(500)),
        "".join(f"{' ' * depth}-\n" for depth in range(500)),
    ],
    ids=["list", "lists", "mappings", "items", "keys", "columns", "column items"],
)
def test_depth_is_bounded(text: str) -> None:
    with pytest.raises(YamlError, match="lie in each other too deeply"):
        read_yaml(text)


def test_depth_has_room() -> None:
    read_yaml("a: " + "[" * 29 + "]" * 29)
    read_yaml("a: [" + "[b], " * 500 + "]")
    read_yaml("a: |\n" + "\n".join(" " * 250 + "far in" for _ in range(3)))


NESTED = """\
title: A
claims:
  - id: one
    by: x
    cites:
      - {source: s,
         at: p}
  - id: two

    by:
      - y
      - z
"""

LINES: list[tuple[ValuePath, int]] = [
    ((), 1),
    (("title",), 1),
    (("claims",), 2),
    (("claims", 0), 3),
    (("claims", 0, "id"), 3),
    (("claims", 0, "by"), 4),
    (("claims", 0, "by", 0), 4),  # one word stands for a list of one
    (("claims", 0, "cites", 0, "source"), 6),
    (("claims", 0, "cites", 0, "at"), 7),
    (("claims", 0, "value"), 3),  # missing: its claim's
    (("claims", 1), 8),
    (("claims", 1, "by", 1), 12),
    (("claims", 7, "by"), 2),
    (("nothing", "at", "all"), 1),
]


@pytest.mark.parametrize(("path", "line"), LINES)
def test_the_line_of_a_value(path: ValuePath, line: int) -> None:
    assert line_of(parse_tree(NESTED), path) == line


def test_the_lines_of_no_text() -> None:
    assert line_of(parse_tree(""), ("a", 0)) == 1
