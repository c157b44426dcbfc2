"""Texts that YAML ends where a comment begins, although more of them was probably meant."""

import re
from collections.abc import Iterator

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from sourcebook.load.yaml import parse_tree
from sourcebook.problems import quoted

_MAY_CUT = re.compile(r"^[^#\n]*[^#\s][ \t]+#", re.M)
_COMMENT = re.compile(r"[ \t]+(#(\S?).*)")


def cut_texts(text: str) -> Iterator[tuple[int, str]]:
    """Of a sound YAML text: the line of each plain text that a comment seems to cut, and why.

    A comment behind a single word, with a space after its #, is taken for a comment.
    """
    node = parse_tree(text) if _MAY_CUT.search(text) else None
    lines = text.split("\n") if node is not None else []
    for scalar in _plain_scalars(node):
        end = scalar.end_mark
        comment = _COMMENT.match(lines[end.line], end.column) if end.line < len(lines) else None
        if comment and (" " in scalar.value.strip() or comment[2].isalnum()):
            yield end.line + 1, _message(scalar.value, comment[1])


def _message(value: str, comment: str) -> str:
    return (
        f"YAML reads {quoted(value)} and takes the rest, {quoted(comment.strip())}, for a comment: "
        "if it belongs to the text, put the whole in quotation marks; else put the comment on a "
        "line of its own"
    )


def _plain_scalars(node: Node | None) -> Iterator[ScalarNode]:
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, MappingNode):
            waiting += [value for _, value in here.value]
        elif isinstance(here, SequenceNode):
            waiting += here.value
        elif isinstance(here, ScalarNode) and not here.style:
            yield here
