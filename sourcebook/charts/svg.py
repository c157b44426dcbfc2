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
            written += f' {key}="{px(value)}"'
        elif value is not None:
            written += f' {key}="{escape(str(value))}"'
    if not children:
        return f"<{name}{written}/>"
    return f"<{name}{written}>{''.join(children)}</{name}>"


def path(css_class: str, data: str) -> str:
    """A path with its class; `data` is the value of its attribute `d`."""
    return element("path", {"class": css_class, "d": data})


def circle(css_class: str, x: float, y: float, radius: float) -> str:
    """A circle with its class, by its centre and radius."""
    return element("circle", {"class": css_class, "cx": x, "cy": y, "r": radius})


def escape(text: str) -> str:
    """A text as markup, for a child of an element or the value of an attribute."""
    return _escape(_FORBIDDEN.sub("", text), quote=True) if _SPECIAL.search(text) else text


def px(value: float) -> str:
    """A length in pixels, to a tenth, written the shortest way: 3, 3.5, 0."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written
