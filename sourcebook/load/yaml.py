"""YAML as plain texts, lists and mappings, by PyYAML's C parser; and the line of each value.

Scalars stay texts (only an empty one, `null` and `~` are None): the record's class knows what
type each field has, and a title such as `1984` or a word such as `no` is left alone. Anchors,
aliases, tags and merge keys are refused, so that what a diff shows is all there is.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml import CSafeLoader, MappingNode, Node, ScalarNode, SequenceNode

from sourcebook.load.characters import first_hidden
from sourcebook.load.yaml_messages import YamlError, message_about, plain_error
from sourcebook.problems import quoted

__all__ = ["ValuePath", "YamlError", "line_of", "line_range_of", "parse_tree", "read_yaml"]

ValuePath = tuple[str | int, ...]

_PLAIN = {
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "value")
}
_DEEPEST = 30
"""How far values may lie in each other."""
_MANY = 200
"""What opens fewer values cannot be so deep that PyYAML's C parser overruns the stack."""
_FAR_IN = re.compile(rf"^[ \t?:-]{{{_MANY},}}", re.M)


def read_yaml(text: str) -> Any:
    """The value of a YAML text: texts, lists, mappings and None.

    Raises:
        YamlError: the text is not YAML, or uses a part of it that records may not use.
    """
    node = parse_tree(text)
    return None if node is None else _value(node)


def parse_tree(text: str) -> Node | None:
    """The tree of a YAML text, with the place of each node; None for an empty text.

    Raises:
        YamlError: the text is not YAML, has anchors or aliases, or is nested too deeply.
    """
    try:
        if _needs_event_check(text):
            _refuse_anchors_and_depth(text)
        node: Node | None = yaml.compose(text, CSafeLoader)
    except yaml.MarkedYAMLError as error:
        raise plain_error(error, text) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise YamlError("SB006", line, f"bad YAML: {error.reason}") from None
    return node


def line_of(node: Node | None, path: ValuePath) -> int:
    """The line, from 1, of the value at a path: its key's, or its item's, or the nearest above."""
    return line_range_of(node, path)[0]


def line_range_of(node: Node | None, path: ValuePath) -> tuple[int, int]:
    """The first and last line of the value at a path, from 1."""
    line = 1
    for step in path:
        found = _child(node, step)
        if found is None:
            break
        line, node = found
    end = None if node is None else node.end_mark
    return line, line if end is None else max(line, end.line + bool(end.column))


def _child(node: Node | None, step: str | int) -> tuple[int, Node] | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key.start_mark.line + 1, value
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        item = node.value[step]
        return item.start_mark.line + 1, item
    return None


def _value(node: Node, depth: int = 0) -> Any:
    _refuse_tag(node)
    if isinstance(node, ScalarNode):
        return _scalar(node)
    if depth >= _DEEPEST:
        raise _too_deep_error(node)
    if isinstance(node, SequenceNode):
        return [_value(item, depth + 1) for item in node.value]
    return dict(_items(node, depth + 1))


def _too_deep_error(here: Any) -> YamlError:
    return YamlError("SB006", _line(here), f"bad YAML: {message_about('deep')}")


def _refuse_tag(node: Node) -> None:
    """Refuse the node of a tag or merge key."""
    if node.tag.endswith(":merge"):
        raise YamlError("SB008", _line(node), "'<<' is not allowed in a record")
    if node.tag not in _PLAIN:
        raise YamlError("SB008", _line(node), message_about("tag"))


def _scalar(node: ScalarNode) -> str | None:
    text: str = node.value
    hidden = first_hidden(text) if node.style == '"' else None  # an escape; raw ones are refused
    if hidden:
        raise YamlError("SB001", _line(node), hidden.message)
    return None if not node.style and text in ("", "~", "null") else text


def _items(node: Node, depth: int) -> Iterator[tuple[str, Any]]:
    seen: dict[str, int] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            raise YamlError("SB006", _line(key), f"bad YAML: {message_about('key')}")
        _refuse_tag(key)
        _scalar(key)
        if key.value in seen:
            where = f"it is already on line {seen[key.value]}"
            raise YamlError("SB007", _line(key), f"duplicate key {quoted(key.value)}: {where}")
        seen[key.value] = _line(key)
        yield key.value, _value(value, depth)


def _line(node: Any) -> int:
    return int(node.start_mark.line) + 1


def _needs_event_check(text: str) -> bool:
    """Whether a text might hold anchors or be too deep, which costs a second look to know."""
    brackets = text.count("[") + text.count("{")
    return "&" in text or "*" in text or brackets > _MANY or bool(_FAR_IN.search(text))


def _refuse_anchors_and_depth(text: str) -> None:
    """Raise YamlError for anchors, aliases, and what lies too deep."""
    depth = 0
    for event in yaml.parse(text, CSafeLoader):
        _refuse_anchor(event)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise _too_deep_error(event)


def _refuse_anchor(event: yaml.Event) -> None:
    anchor = getattr(event, "anchor", None)
    if anchor is not None:
        mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
        message = f"{quoted(mark + anchor)} {message_about('anchor')}"
        raise YamlError("SB008", _line(event), message)
