"""SVG as text: elements with their attributes escaped and their numbers rounded."""

import re
from collections.abc import Mapping
from html import escape as _escape

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 does not allow in a document, not even escaped."""

_SPECIAL = re.compile(f"[&<>\"']|{_FORBIDDEN.pattern}")
"""What has to be written otherwise, or left out; most texts have none of it."""


def element(name: str, attributes: Mapping[str, object], *children: str) -> str:
    """An element; `children` are markup already, see `escape`.

    An attribute that is None is left out; the others are written in the order given, floats
    rounded to a tenth and the rest escaped.
    """
    written = ""
    for key, value in attributes.items():
        if isinstance(value, float):
            written += f' {key}="{number(value)}"'
        elif value is not None:
            written += f' {key}="{escape(str(value))}"'
    if not children:
        return f"<{name}{written}/>"
    return f"<{name}{written}>{''.join(children)}</{name}>"


def escape(text: str) -> str:
    """A text as markup, for a child of an element or the value of an attribute."""
    return _escape(_FORBIDDEN.sub("", text), quote=True) if _SPECIAL.search(text) else text


def number(value: float) -> str:
    """A number of a picture, to a tenth of its unit, the shortest way: 3, 3.5, 0."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def points(pairs: list[tuple[float, float]]) -> str:
    """Points as a path or polygon lists them: `1,2 3.5,4`."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in pairs)
