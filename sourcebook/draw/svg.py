"""SVG as text: elements with their attributes escaped and their numbers rounded."""

from collections.abc import Mapping
from html import escape as _escape

_FORBIDDEN = dict.fromkeys([*(n for n in range(32) if n not in (9, 10, 13)), 0xFFFE, 0xFFFF])
"""What XML 1.0 does not allow in a document, not even escaped."""


def element(name: str, attributes: Mapping[str, object], *children: str) -> str:
    """An element; `children` are markup already, see `escape`.

    An attribute that is None is left out; the others are written in the order given, floats
    rounded to a tenth and the rest escaped.
    """
    written = "".join(
        f' {key}="{_value(value)}"' for key, value in attributes.items() if value is not None
    )
    if not children:
        return f"<{name}{written}/>"
    return f"<{name}{written}>{''.join(children)}</{name}>"


def escape(text: str) -> str:
    """A text as markup, for a child of an element or the value of an attribute."""
    return _escape(text.translate(_FORBIDDEN), quote=True)


def number(value: float) -> str:
    """A number of a picture, to a tenth of its unit, the shortest way: 3, 3.5, 0."""
    rounded = round(float(value), 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def points(pairs: list[tuple[float, float]]) -> str:
    """Points as a path or polygon lists them: `1,2 3.5,4`."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in pairs)


def _value(value: object) -> str:
    return number(value) if isinstance(value, float) else escape(str(value))
