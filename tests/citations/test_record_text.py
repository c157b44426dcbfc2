"""A citation written into: all else of the file stays as it is, byte for byte."""

import json

import pytest

from sourcebook.citations import CitationError
from sourcebook.citations.record_text import RecordText
from sourcebook.load.text import split_front_matter
from sourcebook.load.yaml import read_yaml

FIELDS = {"passage": {"words": "3-15", "salt": "00ff", "by": "A. Reader: one"}}
GONE = ("quote", "prefix", "suffix")
WRITTEN = '{words: 3-15, salt: 00ff, by: "A. Reader: one"}'
PATH = ("claims", 0, "cites", 0)

FLOW = """\
---
title: A fire   # at the mill
claims:
  - id: a   # the first
    cites: [{source: log, at: row 1, quote: "six, “or” so", suffix: people}, {source: other}]
---
Text, with quote: in it.
"""
BLOCK = """\
---
claims:
  - id: a
    cites:
      - source: log   # a log
        # where
        at: row 1
        prefix: the
        quote: >-
          six or
          seven
        suffix: people   # behind it
        note: Kept.
      - source: other
---
"""


def read(text: str) -> object:
    halves = split_front_matter(text.replace("\r\n", "\n"))
    assert halves is not None
    return read_yaml(halves[0])


def test_in_braces() -> None:
    new = RecordText(FLOW).with_fields(PATH, FIELDS, GONE)
    quoted = 'quote: "six, “or” so", suffix: people'
    assert new == FLOW.replace(quoted, f"passage: {WRITTEN}")


def test_in_lines() -> None:
    new = RecordText(BLOCK).with_fields(PATH, FIELDS, GONE)
    assert new.count("\n") == BLOCK.count("\n") - 4
    assert "source: log   # a log\n        # where\n        at: row 1\n" in new
    assert f"        passage: {WRITTEN}\n        note: Kept.\n      - source: other\n" in new


def test_a_field_that_is_new_goes_last_in_braces_and_first_in_lines() -> None:
    new = RecordText(FLOW).with_fields(PATH, FIELDS, ())
    assert f"suffix: people, passage: {WRITTEN}}}, {{source: other}}]" in new
    new = RecordText(BLOCK).with_fields(PATH, FIELDS, ())
    assert f"source: log   # a log\n        passage: {WRITTEN}\n        # where\n" in new


@pytest.mark.parametrize("text", [FLOW, BLOCK])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_marks_stay(text: str, mark: str) -> None:
    windows = mark + text.replace("\n", "\r\n")
    new = RecordText(windows).with_fields(PATH, FIELDS, GONE)
    assert new == mark + RecordText(text).with_fields(PATH, FIELDS, GONE).replace("\n", "\r\n")


def test_a_quotation_that_comes_first_in_lines() -> None:
    text = "---\nclaims:\n  - cites:\n      - quote: six\n        source: log\n---\n"
    new = RecordText(text).with_fields(PATH, FIELDS, GONE)
    assert new == text.replace("quote: six", f"passage: {WRITTEN}")
    text = "---\nclaims:\n  - cites:\n      - prefix: six\n        quote: six\n---\n"
    new = RecordText(text).with_fields(PATH, {"by": "x"}, ("prefix",))
    assert read(new) == {"claims": [{"cites": [{"by": "x", "quote": "six"}]}]}


def test_a_line_of_a_table() -> None:
    rows = [{"id": n, "claims": [{"cites": [{"quote": 'ü, "six"', "at": "1"}]}]} for n in "abc"]
    table = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    new = RecordText(table, 2).with_fields(PATH, FIELDS, GONE)
    assert new.splitlines()[::2] == table.splitlines()[::2]
    (citation,) = json.loads(new.splitlines()[1])["claims"][0]["cites"]
    assert citation == {"passage": dict(FIELDS["passage"]), "at": "1"}


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(CitationError, match="run the command again"):
        RecordText(FLOW).with_fields(("claims", 3, "cites", 0), FIELDS, GONE)
