"""How runs of a Word document look, where that changes what is read (ECMA-376, part 1, 17.3.2)."""

from dataclasses import dataclass, replace

from sourcebook.capture.xml_tree import Element, attribute, child, local_name

_OFF = ("0", "false", "off", "none")
_MOST_STEPS = 20
"""Styles that are based on styles; a circle ends here."""


@dataclass(frozen=True, slots=True)
class RunLook:
    """Whether a run is struck, hidden, raised or lowered; None is what its style says."""

    struck: bool | None = None
    hidden: bool | None = None
    position: str | None = None

    def over(self, other: "RunLook") -> "RunLook":
        """The same, with what another one says where this says nothing."""
        own = {"struck": self.struck, "hidden": self.hidden, "position": self.position}
        said = {name: value for name, value in own.items() if value is not None}
        return replace(other, **said)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The list and the level that a paragraph is numbered in."""

    list_id: str
    level: int


class WordStyles:
    """The styles of a document by their ids."""

    def __init__(self, part: Element | None) -> None:
        styles = [one for one in part if local_name(one) == "style"] if part is not None else []
        self._styles = {attribute(one, "styleId") or "": one for one in styles}
        kinds = (one for one in styles if attribute(one, "type") == "paragraph")
        usual = (one for one in kinds if attribute(one, "default") in ("1", "true", "on"))
        self._usual = next((attribute(one, "styleId") for one in usual), None)

    def run_look(self, run: Element, paragraph: Element | None) -> RunLook:
        """How a run looks: by itself, its style, and the style of its paragraph."""
        properties = child(run, "rPr")
        own = look_of(properties)
        own = own.over(self._look_of_style(_value(child(properties, "rStyle"))))
        style = _value(child(paragraph, "pPr", "pStyle")) or self._usual
        return own.over(self._look_of_style(style))

    def list_place(self, paragraph: Element) -> ListPlace | None:
        """Where a paragraph is numbered: by itself or by its style."""
        properties = child(paragraph, "pPr")
        style = _value(child(properties, "pStyle")) or self._usual
        level: str | None = None
        list_id: str | None = None
        for one in (properties, *(child(each, "pPr") for each in self._chain(style))):
            numbered = child(one, "numPr")
            level = level or _value(child(numbered, "ilvl"))
            list_id = list_id or _value(child(numbered, "numId"))
        if not list_id or list_id == "0":
            return None
        return ListPlace(list_id, int(level) if level and level.isdigit() else 0)

    def _look_of_style(self, style: str | None) -> RunLook:
        look = RunLook()
        for one in self._chain(style):
            look = look.over(look_of(child(one, "rPr")))
        return look

    def _chain(self, style: str | None) -> list[Element]:
        """A style and those that it is based on, nearest first."""
        found: list[Element] = []
        while style in self._styles and len(found) < _MOST_STEPS:
            found.append(self._styles[style])
            style = _value(child(found[-1], "basedOn"))
        return found


def look_of(properties: Element | None) -> RunLook:
    """What properties of a run say of its look."""
    struck = [_toggle(child(properties, name)) for name in ("strike", "dstrike")]
    return RunLook(
        next((one for one in struck if one is not None), None),
        _toggle(child(properties, "vanish")),
        _value(child(properties, "vertAlign")),
    )


def _toggle(element: Element | None) -> bool | None:
    return None if element is None else (_value(element) or "1").lower() not in _OFF


def _value(element: Element | None) -> str | None:
    return None if element is None else attribute(element, "val")
