"""No cache outlives what it caches: none of a function is keyed by a whole graph or its facts."""

import ast
from collections.abc import Iterator
from pathlib import Path

import sourcebook

PACKAGE = Path(sourcebook.__file__).parent
CACHES = ("cache", "lru_cache")
WHOLE = ("Graph", "Derived", "Reader", "View", "Prepared")


def cached(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    """The functions that remember what they returned for the same arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            for decorator in node.decorator_list:
                called = decorator.func if isinstance(decorator, ast.Call) else decorator
                name = called.attr if isinstance(called, ast.Attribute) else called
                if (name.id if isinstance(name, ast.Name) else name) in CACHES:
                    yield node


def names_in(annotation: ast.AST | None) -> set[str]:
    """The names in an annotation, in quotation marks or not."""
    if annotation is None:
        return set()
    found = {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}
    texts = {n.value for n in ast.walk(annotation) if isinstance(n, ast.Constant)}
    return found | {text for text in texts if isinstance(text, str)}


def over_a_whole(tree: ast.AST) -> list[str]:
    """The cached functions of a module that take a graph, or what is made of one."""
    return [
        function.name
        for function in cached(tree)
        for argument in (*function.args.args, *function.args.kwonlyargs)
        if names_in(argument.annotation) & {*WHOLE}
    ]


def test_no_function_is_cached_by_a_whole_graph() -> None:
    for path in PACKAGE.rglob("*.py"):
        assert over_a_whole(ast.parse(path.read_text("utf-8"))) == [], path


def test_such_a_cache_is_seen() -> None:
    text = "@lru_cache(maxsize=1)\ndef one(_: Graph) -> int: ...\n"
    more = "@functools.cache\ndef other(*, v: 'View') -> int: ...\n@cache\ndef fine(a: str): ...\n"
    assert over_a_whole(ast.parse(text + more)) == ["one", "other"]
