"""What is wrong with a YAML text, in words that somebody can act on who never heard of YAML."""

import yaml


class YamlError(Exception):
    """What is wrong with a YAML text: the code of the rule, the line from 1, the message."""

    def __init__(self, code: str, line: int, message: str) -> None:
        super().__init__(message)
        self.code, self.line, self.message = code, line, message


_OWN = {
    "anchor": (
        "marks a value to be repeated elsewhere, which is not allowed; "
        "if it is part of a text, put the text in quotation marks"
    ),
    "deep": "lists and fields lie in each other too deeply",
    "key": "before the colon comes the name of a field, not a list or mapping",
    "tag": (
        "'!' before a value gives it a type, which is not allowed; "
        "if it is part of a text, put the text in quotation marks"
    ),
}

_PARSERS: tuple[tuple[str, str], ...] = (
    (
        "mapping values are not allowed",
        "there is a colon where none is allowed: put a text that holds ': ' in quotation marks, "
        "and let fields that belong together begin in the same column",
    ),
    (
        "could not find expected ':'",
        "a colon is missing: a field is written `name: value`",
    ),
    (
        "did not find expected key",
        "this line does not fit those above it: look at the column in which it begins and at "
        "the quotation marks (inside '…' an apostrophe is written twice)",
    ),
    ("expected '-' indicator", "a list and fields are mixed: each item begins with '- '"),
    ("unexpected end of stream", "a quotation mark opens here and is not closed"),
    ("expected ',' or ']'", "a list opens here with '[', and then a comma or ']' is missing"),
    ("expected ',' or '}'", "a mapping opens here with '{', and then a comma or '}' is missing"),
    ("alphabetic or numeric", "a value cannot begin with '*' or '&': put it in quotation marks"),
    ("another document", "there is a line of --- inside the fields"),
    ("block sequence entries", "a list begins on a line of its own, with '- ' before each item"),
    ("mapping keys are not allowed", "a value cannot begin with '?': put it in quotation marks"),
    ("expected node content", "a value is missing, or has to be put in quotation marks"),
    (
        "comment or line break",
        "after '|' or '>' the text begins on the next line; put a value such as >=6 in "
        "quotation marks",
    ),
    ("escape character", "inside \"…\" a backslash is written twice; or use '…'"),
    ("hexdecimal", "inside \"…\" a backslash is written twice; or use '…'"),
)
"""What the parser says, and what is reported instead."""


def message_about(about: str) -> str:
    """What is wrong with a text that YAML allows and a record does not."""
    return _OWN[about]


def plain_error(error: yaml.MarkedYAMLError, text: str) -> YamlError:
    """The parser's complaint about a text, at the line where what it complains of begins."""
    opened = error.context is not None and any(
        what in error.context
        for what in ("quoted scalar", "flow sequence", "flow mapping", "simple key")
    )
    mark = error.context_mark if opened else error.problem_mark
    mark = mark or error.problem_mark or error.context_mark
    line = 0 if mark is None else mark.line
    said = error.problem or ""
    plain = next((plain for words, plain in _PARSERS if words in said), None)
    if "cannot start any token" in said and mark is not None:
        plain = _bad_start_message(text, line, mark.column)
    return YamlError("SB006", line + 1, f"bad YAML: {plain or said}")


def _bad_start_message(text: str, line: int, column: int) -> str:
    character = "".join(text.split("\n")[line : line + 1])[column : column + 1]
    if character == "\t":
        return "there is a tab at the beginning of the line: use spaces"
    return f"a value cannot begin with '{character}': put it in quotation marks"
