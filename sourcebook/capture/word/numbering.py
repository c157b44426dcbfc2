"""The numbers that Word puts before paragraphs; none holds its own (ECMA-376, part 1, 17.9)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from sourcebook.capture.word.styles import ListPlace
from sourcebook.capture.xml_tree import Element, attribute, child, local_name

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


def roman(number: int) -> str:
    """A number as Romans wrote it, in small letters."""
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _letters(number: int) -> str:
    """A to z, then aa to zz, and so on: as Word counts in letters."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "none": lambda _number: "",
}


@dataclass
class _Level:
    start: int
    form: str
    text: str


@dataclass
class Numbering:
    """The lists of a document, counted as its paragraphs come; `unknown` counts other digits."""

    part: Element | None
    unknown: int = 0
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lists = [*self.part] if self.part is not None else []
        described = [one for one in lists if local_name(one) == "abstractNum"]
        self._abstract = {attribute(one, "abstractNumId"): one for one in described}
        self._lists = {attribute(one, "numId"): one for one in lists if local_name(one) == "num"}

    def label(self, place: ListPlace) -> str:
        """What stands before the next paragraph at a place; nothing where that is a dot."""
        levels = self._levels(place.list_id)
        level = min(place.level, _LEVELS - 1)
        here = levels.get(level)
        if here is None or here.form == "bullet":
            return ""
        counts = self._counts.setdefault(self._shared(place.list_id), [0] * _LEVELS)
        for upper in range(level):
            counts[upper] = counts[upper] or (levels[upper].start if upper in levels else 1)
        counts[level] = counts[level] + 1 if counts[level] else here.start
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        forms = [self._form(levels, int(one) - 1) for one in _PLACE.findall(here.text)]
        if any(form not in _FORMATS for form in forms):
            self.unknown += 1
            return ""
        return _PLACE.sub(lambda one: self._written(levels, counts, int(one[1]) - 1), here.text)

    def _form(self, levels: dict[int, _Level], level: int) -> str:
        return levels[level].form if level in levels else "decimal"

    def _written(self, levels: dict[int, _Level], counts: list[int], level: int) -> str:
        return _FORMATS[self._form(levels, level)](counts[level])

    def _shared(self, list_id: str) -> str:
        """Lists of one description go on counting, unless one says where it starts again."""
        one = self._lists.get(list_id)
        again = one is not None and child(one, "lvlOverride", "startOverride") is not None
        name = _value(child(one, "abstractNumId"))
        return list_id if again or name is None else f"of {name}"

    def _levels(self, list_id: str) -> dict[int, _Level]:
        one = self._lists.get(list_id)
        name = _value(child(one, "abstractNumId"))
        levels: dict[int, _Level] = {}
        for each in self._abstract.get(name, ()):
            if local_name(each) == "lvl":
                levels[_number(attribute(each, "ilvl"), 0)] = _level(each)
        for over in one if one is not None else ():
            place = _number(attribute(over, "ilvl"), 0)
            if (level := child(over, "lvl")) is not None:
                levels[place] = _level(level)
            if (start := child(over, "startOverride")) is not None and place in levels:
                levels[place].start = _number(_value(start), 1)
        return levels


def _level(element: Element) -> _Level:
    return _Level(
        _number(_value(child(element, "start")), 1),
        _value(child(element, "numFmt")) or "decimal",
        _value(child(element, "lvlText")) or "",
    )


def _value(element: Element | None) -> str | None:
    return None if element is None else attribute(element, "val")


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 7 else otherwise
