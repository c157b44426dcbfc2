"""YAML as plain texts, lists and mappings, by PyYAML's C parser; and the line of each value.

Scalars stay texts (only an empty one, `null` and `~` are None): the record's class knows what
type each field has, and a title such as `1984` or a word such as `no` is left alone. Anchors,
aliases, tags and merge keys are refused, so that what stands in a diff is all there is.
"""

from collections.abc import Iterator
from typing import Any

import yaml
from yaml import CSafeLoader, MappingNode, Node, ScalarNode, SequenceNode

from sourcebook.load.text import CONTROL

ValuePath = tuple[str | int, ...]

_PLAIN = {
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "value")
}


class YamlFault(Exception):  # noqa: N818 - a fault of the text, not of the program
    """What is wrong with a YAML text: the code of the rule, the line from 1, the message."""

    def __init__(self, code: str, line: int, message: str) -> None:
        super().__init__(message)
        self.code, self.line, self.message = code, line, message


def read_yaml(text: str) -> Any:
    """The value of a YAML text. Raises YamlFault."""
    node = compose(text)
    try:
        return None if node is None else _value(node)
    except RecursionError:
        raise YamlFault("SB006", 1, "bad YAML: nested too deeply") from None


def compose(text: str) -> Node | None:
    """The tree of a YAML text, with the place of each node. Raises YamlFault."""
    try:
        if "&" in text or "*" in text:
            _refuse_anchors(text)
        node: Node | None = yaml.compose(text, CSafeLoader)
    except yaml.MarkedYAMLError as error:
        raise _marked(error) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise YamlFault("SB006", line, f"bad YAML: {error.reason}") from None
    except RecursionError:
        raise YamlFault("SB006", 1, "bad YAML: nested too deeply") from None
    return node


def locate(node: Node | None, path: ValuePath) -> int:
    """The line, from 1, of the value at a path: its key's, or its item's, or the nearest above."""
    line = 1
    for step in path:
        found = _child(node, step)
        if found is None:
            break
        line, node = found
    return line


def _child(node: Node | None, step: str | int) -> tuple[int, Node] | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key.start_mark.line + 1, value
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        item = node.value[step]
        return item.start_mark.line + 1, item
    return None


def _value(node: Node) -> Any:
    if node.tag not in _PLAIN:
        raise YamlFault("SB008", _line(node), f"tags and merge keys are refused: {_shown(node)}")
    if isinstance(node, ScalarNode):
        return _scalar(node)
    if isinstance(node, SequenceNode):
        return [_value(item) for item in node.value]
    return dict(_items(node))


def _scalar(node: ScalarNode) -> str | None:
    text: str = node.value
    if CONTROL.search(text):
        raise YamlFault("SB001", _line(node), "a control character cannot stand in a text")
    return None if node.style is None and text in ("", "~", "null") else text


def _items(node: Node) -> Iterator[tuple[str, Any]]:
    seen: dict[str, int] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            raise YamlFault("SB006", _line(key), "bad YAML: a key is a word, not a list or mapping")
        if key.tag not in _PLAIN:
            raise YamlFault("SB008", _line(key), f"tags and merge keys are refused: {_shown(key)}")
        if key.value in seen:
            first = seen[key.value]
            raise DuplicateKey(_line(key), key.value, first)
        seen[key.value] = _line(key)
        yield key.value, _value(value)


class DuplicateKey(YamlFault):
    """A key that stands twice in one mapping; `first` is the line of its first place."""

    def __init__(self, line: int, key: str, first: int) -> None:
        super().__init__("SB007", line, f"duplicate key '{key}'")
        self.first = first


def _line(node: Any) -> int:
    return int(node.start_mark.line) + 1


def _shown(node: Node) -> str:
    return "'<<'" if node.tag.endswith(":merge") else f"'{node.tag}'"


def _refuse_anchors(text: str) -> None:
    for event in yaml.parse(text, CSafeLoader):
        anchor = getattr(event, "anchor", None)
        if anchor is not None:
            mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
            line = _line(event)
            raise YamlFault("SB008", line, f"YAML anchors and aliases are refused: {mark}{anchor}")


def _marked(error: yaml.MarkedYAMLError) -> YamlFault:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark is not None else 1
    about = ", ".join(part for part in (error.context, error.problem) if part)
    return YamlFault("SB006", line, f"bad YAML: {about}")
