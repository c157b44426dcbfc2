"""No module and no template outside of language/ holds words that depend on the language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sourcebook.language import Language
from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "sourcebook"
READERS = {
    "checks/lexicon.py": 'its rules read English prose, in which "may" is a verb',
    "exports/verify.py": "it is published beside the site, and runs with Python alone",
}
"""The modules that may, and why; each has something that would be found."""

_ENGLISH = Language("en")
_NAMES = {
    name.casefold()
    for width in ("wide", "abbreviated")
    for name in (
        *(_ENGLISH.month_name(n, width) for n in range(1, 13)),
        *(_ENGLISH.weekday_name(n, width) for n in range(7)),
    )
}
_IN_TEXT = {name for name in _NAMES if len(name) > 3} - {"march"}  # "may" and "march" are words too
_CALENDAR = re.compile(rf"\b({'|'.join(sorted(_IN_TEXT))})\b", re.IGNORECASE)
_NUMBERS = re.compile(r"\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")
_JOINS = {"and", "or", "&", ", and", ", or"}
_MEASURE = re.compile(r"°|^ k?m\b")


def words_of(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """What a module writes that depends on the language: line and kind."""
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.expr) and id(node) not in prose:
            yield from ((node.lineno, kind) for kind in _kinds(node))


def _kinds(node: ast.expr) -> Iterator[str]:
    text = _text(node) or ""
    if _CALENDAR.search(text) or text.casefold() in _NAMES:
        yield "calendar"
    if "°" in text:
        yield "measure"
    if len({*_NUMBERS.findall(" ".join(_texts(node)))}) > 3:
        yield "number words"
    if isinstance(node, ast.Attribute) and node.attr == "join" and _joins(node.value):
        yield "join"
    if isinstance(node, ast.IfExp) and {"", "s"} == {_text(node.body), _text(node.orelse)}:
        yield "plural"
    if isinstance(node, ast.BinOp) and _text(node.right) == "s":
        yield "plural"
    if isinstance(node, ast.JoinedStr):
        yield from _after_values(node)


def _texts(node: ast.expr) -> Iterator[str]:
    """A text, or those of a list, a set or the keys of a mapping."""
    parts = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [node])
    return (text for part in parts if part is not None and (text := _text(part)))


def _joins(separator: ast.expr) -> bool:
    """Whether it is `" and "` or the like, as text or as markup."""
    inner = separator.args if isinstance(separator, ast.Call) else [separator]
    return any((_text(each) or "").strip() in _JOINS for each in inner)


def _after_values(string: ast.JoinedStr) -> Iterator[str]:
    """What is written straight behind a value of an f-string: the s of a plural, or a unit."""
    for value, after in zip(string.values, string.values[1:], strict=False):
        text = _text(after)
        if isinstance(value, ast.FormattedValue) and text:
            if re.match(r"s\b", text):
                yield "plural"
            if _MEASURE.search(text):
                yield "measure"


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


_MODULES = sorted(
    path.relative_to(PACKAGE).as_posix()
    for path in PACKAGE.rglob("*.py")
    if path.relative_to(PACKAGE).parts[0] != "language"
)


@pytest.mark.parametrize("name", _MODULES)
def test_no_module_writes_words_of_a_language(name: str) -> None:
    found = list(words_of(ast.parse((PACKAGE / name).read_text("utf-8"))))
    assert bool(found) == (name in READERS), found


def test_the_modules_that_may_are_there() -> None:
    assert READERS.keys() <= set(_MODULES)


_TEMPLATE = re.compile(
    r"""\[:-1\]|[~+]\s*["']s["']|\{:,\}|°|%\.\d+f
    |join\(\s*["'][^"']*\b(?:and|or)\b
    |loop\.last\s*%\}\s*,?\s*(?:and|or)\s*\{%""",
    re.VERBOSE,
)


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "theme").rglob("*.html")), ids=lambda path: path.name
)
def test_no_template_writes_words_of_a_language(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not [*_TEMPLATE.finditer(text), *_CALENDAR.finditer(text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ('_MONTHS = ["Jan"]', "calendar"),
        ('text = "in February"', "calendar"),
        ('_UNITS = "one two three four"', "number words"),
        ('_UNITS = {"one": 1, "two": 2, "three": 3, "four": 4}', "number words"),
        ('text = " and ".join(names)', "join"),
        ('text = Markup(" or ").join(names)', "join"),
        ("text = f\"{n} claim{'' if n == 1 else 's'}\"", "plural"),
        ('text = noun + "s"', "plural"),
        ('text = f"{n} {noun}s"', "plural"),
        ('text = f"{metres:.0f} m"', "measure"),
        ('text = f"{lat}° N"', "measure"),
    ],
)
def test_such_words_are_found(line: str, kind: str) -> None:
    assert kind in {found for _, found in words_of(ast.parse(line))}


@pytest.mark.parametrize(
    "text",
    ["{{ title[:-1] }}", '{{ noun ~ "s" }}', '{{ names | join(" and ") }}', "on 3 April",
     "{% for n in names %}{{ n }}{% if not loop.last %} and {% endif %}{% endfor %}"],
)  # fmt: skip
def test_such_words_are_found_in_templates(text: str) -> None:
    assert _TEMPLATE.search(text) or _CALENDAR.search(text)
