"""No code knows a word of a list: what a word means is asked of the flags of its term."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sourcebook.vocabulary import VOCABULARIES, Term, built_in

PACKAGE = Path(__file__).parents[2] / "sourcebook"
VOCABULARY_OF = {
    term_id: {kind.file for kind in VOCABULARIES if term_id in built_in(kind)}
    for kind in VOCABULARIES
    for term_id in built_in(kind)
}
HOMONYMS = {
    "article", "claims", "dataset", "disputed", "document", "exact", "high", "image", "launched",
    "link", "low", "map", "missing", "name", "none", "part", "person", "place", "quotation",
    "region", "report", "single", "statement", "target", "title", "translation", "unknown",
}  # fmt: skip
"""Words that mean another thing too: fields of records, parts of HTML, forms of values."""
FIELDS = {
    "agreement", "confidence", "grade", "likelihood", "location_precision", "marking", "measure",
    "read", "relation", "role", "stance", "standing", "status",
}  # fmt: skip
"""Fields that hold a word of a list; compared with one of these, a homonym is that word too."""
LISTS_OF_ENGLISH = ("checks/lexicon.py", "language/number_words.py")
"""Words of prose, which happen to be those of lists."""
SYMBOLS = "charts/claims/"
"""The chart of claims has a symbol for each absence: forms of a value, and a closed list."""
EXEMPT = ("vocabulary/", SYMBOLS, *LISTS_OF_ENGLISH)

MODULES = [
    path
    for path in sorted(PACKAGE.rglob("*.py"))
    if not path.relative_to(PACKAGE).as_posix().startswith(EXEMPT)
]
TEXTS = sorted([*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.js")])


def words_in(node: ast.AST | None) -> Iterator[str]:
    """The words of lists that an expression consists of, one or several."""
    if isinstance(node, ast.Constant) and node.value in VOCABULARY_OF:
        yield str(node.value)
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        for element in node.elts:
            yield from words_in(element)
    if isinstance(node, ast.Dict):
        for key in node.keys:
            yield from words_in(key)


def compared(node: ast.Compare) -> Iterator[str]:
    """The words of lists that a comparison knows."""
    sides = (node.left, *node.comparators)
    fields = {side.attr for side in sides if isinstance(side, ast.Attribute)}
    for word in (word for side in sides for word in words_in(side)):
        if word not in HOMONYMS or fields & FIELDS:
            yield word


def listed(node: ast.AST) -> Iterator[str]:
    """Several words of one list side by side, as a set or a table of them."""
    words = set(words_in(node))
    for kind in {file for word in words for file in VOCABULARY_OF[word]}:
        several = {word for word in words if kind in VOCABULARY_OF[word]}
        if len(several) > 1 and several - HOMONYMS:
            yield ", ".join(sorted(several))


def found_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            yield from (f"line {node.lineno}: {word}" for word in compared(node))
        if isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
            yield from (f"line {node.lineno}: {words}" for words in listed(node))
        if isinstance(node, ast.MatchValue):
            yield from (f"line {node.lineno}: {word}" for word in words_in(node.value))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_knows_a_word_of_a_list(path: Path) -> None:
    assert list(found_in(ast.parse(path.read_text("utf-8")))) == []


WORD = "|".join(sorted(map(re.escape, VOCABULARY_OF.keys() - HOMONYMS), key=len, reverse=True))
COMPARED = re.compile(
    rf"""(?:[!=]==?|\bin\s*[(\[][^)\]]*?|["']eq["'],)\s*["'](?:{WORD})["']"""
    rf"""|["'](?:{WORD})["']\s*[!=]==?"""
    rf"""|\.(?:{"|".join(FIELDS)})\s*[!=]==?\s*["'](?:{"|".join(HOMONYMS)})["']"""
)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_template_or_script_knows_a_word_of_a_list(path: Path) -> None:
    assert COMPARED.findall(path.read_text("utf-8")) == []


KNOWING = (
    'role.role == "attacker"',
    'scope.measure.id != "responsibility"',
    'claim.stance in ("denies", "declines_comment")',
    'source.read == "none"',
    'RANKS = {"city": 5, "town": 7}',
    'AREAS = ("country", "governorate", "region")',
    "match role.role:\n    case 'attacker':\n        pass",
)
INNOCENT = (
    'path[0] == "claims"',
    'token.type == "image"',
    'value.form == "exact"',
    'FIELDS = ("title", "type", "date")',
    'FACTS = ("name", "place")',
    "roles[role.role].attacks",
)


@pytest.mark.parametrize("code", KNOWING)
def test_a_word_in_code_is_found(code: str) -> None:
    assert list(found_in(ast.parse(code)))


@pytest.mark.parametrize("code", INNOCENT)
def test_another_meaning_of_a_word_is_let_be(code: str) -> None:
    assert list(found_in(ast.parse(code))) == []


@pytest.mark.parametrize(
    "text",
    [
        '{% if role.role == "attacker" %}',
        '{% for r in all if r.type in ("part-of", "speaks-for") %}',
        '{{ roles | selectattr("role", "eq", "attacker") | list }}',
        '{% if s.read != "none" %}',
    ],
)
def test_a_word_in_a_template_is_found(text: str) -> None:
    assert COMPARED.search(text)


FLAGS = sorted(
    {
        (kind.__name__, field)
        for kind in VOCABULARIES
        for field in kind.model_fields.keys() - Term.model_fields.keys()
    }
)
WITHOUT_READER = {"is_harmed"}
"""Flags that only other people's data will ask for."""


@pytest.mark.parametrize(("kind", "flag"), FLAGS)
def test_every_flag_has_a_reader(kind: str, flag: str) -> None:
    code = (path for path in (*MODULES, *TEXTS))
    read = any(f".{flag}" in path.read_text("utf-8") for path in code)
    assert read is not (flag in WITHOUT_READER)
