"""One citation in the text of a record's file: fields put in, replaced or taken out.

Every other byte stays as it is, comments and line ends too. A line of a table is JSON, which is
written like YAML in braces but for its quotation marks.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import yaml

from sourcebook.citations.errors import CitationError
from sourcebook.load.text import split_front_matter
from sourcebook.load.yaml import ValuePath, YamlError, parse_tree

_PLAIN = re.compile(r"[^\W_](?:[\w .-]*[\w.])?")
"""What needs no quotation marks in YAML, nor within braces."""
Fields = Mapping[str, str | Mapping[str, str]]
"""What a field is to hold: a text, or fields of its own."""


@dataclass(frozen=True, slots=True)
class RecordText:
    """The text of a file, and where in it the YAML or JSON of a record begins.

    `table_line` is the line of a table, from 1; 0 for a file of its own.
    """

    text: str
    table_line: int = 0

    def with_fields(self, path: ValuePath, fields: Fields, without: Iterable[str]) -> str:
        """The text with these fields in the mapping at a path, and others taken out.

        A field takes the place of one of its name, or else of the first that goes.

        Raises:
            CitationError: the mapping is not found, as in a file that changed in between.
        """
        here, gone = self, [*without]
        for name, value in fields.items():
            written = f"{here._scalar(name)}: {here._value(value)}"
            old = next((one for one in (name, *gone) if one in here._keys(path)), None)
            edited = here._insert(path, written) if old is None else here._put(path, old, written)
            here = RecordText(edited, self.table_line)
        for name in gone:
            if name in here._keys(path):
                here = RecordText(here._delete(path, name), self.table_line)
        return here.text

    # -- edits

    def _put(self, path: ValuePath, old: str, written: str) -> str:
        start, end = self._pair(path, old)
        return self._spliced(start, end, written)

    def _insert(self, path: ValuePath, written: str) -> str:
        node = self._mapping(path)
        if node.flow_style:
            end = self._end(node.value[-1])
            return self._spliced(end, end, f", {written}")
        key = node.value[0][0]
        front = self._front[0]
        behind = front.find("\n", self._end(node.value[0]))
        end = len(front) if behind < 0 else behind
        return self._spliced(end, end, f"\n{' ' * key.start_mark.column}{written}")

    def _delete(self, path: ValuePath, name: str) -> str:
        node, keys = self._mapping(path), self._keys(path)
        index, (start, end) = keys.index(name), self._pair(path, name)
        if index == 0 and len(keys) > 1:
            return self._spliced(start, node.value[1][0].start_mark.index, "")
        if node.flow_style:
            return self._spliced(self._end(node.value[index - 1]), end, "")
        front = self._front[0]
        first = front.rfind("\n", 0, start)
        behind = front.find("\n", end)
        return self._spliced(first, len(front) if behind < 0 else behind, "")

    # -- places

    def _keys(self, path: ValuePath) -> list[str]:
        return [key.value for key, _ in self._mapping(path).value]

    def _pair(self, path: ValuePath, name: str) -> tuple[int, int]:
        node = self._mapping(path)
        pair = next(pair for pair in node.value if pair[0].value == name)
        return pair[0].start_mark.index, self._end(pair)

    def _end(self, pair: tuple[yaml.Node, yaml.Node]) -> int:
        """Where a pair ends: a block of lines ends with its last one."""
        start, end = pair[0].start_mark.index, pair[1].end_mark.index
        return start + len(self._front[0][start:end].rstrip())

    def _mapping(self, path: ValuePath) -> yaml.MappingNode:
        try:
            node: yaml.Node | None = parse_tree(self._front[0])
        except YamlError as error:
            raise CitationError(f"the record cannot be written into: {error}") from None
        for step in path:
            node = _child(node, step)
        if not isinstance(node, yaml.MappingNode) or not node.value:
            raise CitationError("the citation was not found in the file: run the command again")
        return node

    @property
    def _plain(self) -> str:
        return self.text.replace("\r\n", "\n")

    @property
    def _front(self) -> tuple[str, int]:
        """The YAML or JSON of the record, and where it begins in the text with Unix line ends."""
        plain = self._plain
        if self.table_line:
            lines = plain.split("\n")
            return lines[self.table_line - 1], sum(len(e) + 1 for e in lines[: self.table_line - 1])
        marked = len(plain) - len(plain.removeprefix("\ufeff"))
        front, _ = split_front_matter(plain[marked:]) or ("", "")
        return front, marked + plain[marked:].find("\n")

    def _spliced(self, start: int, end: int, written: str) -> str:
        begins = self._front[1]
        first, last = self._original(begins + start), self._original(begins + end)
        line_end = "\r\n" if "\r\n" in self.text else "\n"
        return self.text[:first] + written.replace("\n", line_end) + self.text[last:]

    def _original(self, index: int) -> int:
        """A place of the text with Unix line ends, in the text as it is."""
        for shift, match in enumerate(re.finditer("\r\n", self.text)):
            if match.start() - shift >= index:
                return index + shift
        return index + self.text.count("\r\n")

    # -- words

    def _scalar(self, text: str) -> str:
        if self.table_line or not _PLAIN.fullmatch(text):
            return json.dumps(text, ensure_ascii=False)
        return text

    def _value(self, value: str | Mapping[str, str]) -> str:
        if isinstance(value, str):
            return self._scalar(value)
        pairs = (f"{self._scalar(name)}: {self._scalar(text)}" for name, text in value.items())
        return f"{{{', '.join(pairs)}}}"


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    return None
