"""Style sheets put into each picture, for WeasyPrint, which paints SVG by its own rules alone.

Inside a picture it knows neither the style sheet of the document nor variables, so the rules that
are meant for paper are written into the picture, with each variable replaced by its value.
"""

import re
from collections.abc import Iterator, Mapping

_STYLE = re.compile(r"<style>(.*?)</style>", re.S)
_PICTURE = re.compile(r'<svg class="(?:draw-(?:wide|narrow|both)|map-picture)\b[^>]*>')
_VARIABLE = re.compile(r"var\((--[\w-]+)(?:, *([^()]*(?:\([^()]*\))?[^()]*))?\)")
_OF_PICTURES = re.compile(r"\.(?:draw|map)[ -]")
_AROUND = re.compile(r"^\.(?:draw|map) (?:svg )?")
"""What stands outside the picture, which cannot be named inside it."""
_PAINT = re.compile(r"color|fill|font|letter|opacity|stroke|text")
"""How the names of properties begin that a picture is painted by; the others lay it out."""
_HALO = ".map-body text"
"""A rule that would paint over names, where nothing says what is painted first."""
_FONT = "text { font-family: 'Helvetica Neue', 'Segoe UI', 'Liberation Sans', Arial, sans-serif }\n"

_Rule = tuple[list[str], dict[str, str]]


def painted(html: str) -> str:
    """A file with its style sheet for paper inside each picture too."""
    rules = list(_rules("".join(_STYLE.findall(html))))
    values = {name: value for _, names in rules for name, value in names.items()}
    lines = (_line(selectors, names, values) for selectors, names in rules)
    style = f"<style>{_FONT}{''.join(lines)}</style>"
    return _PICTURE.sub(lambda tag: tag[0] + style, html)


def _rules(sheet: str) -> Iterator[_Rule]:
    """The rules for paper in order: their selectors, and their properties."""
    for prelude, content in _blocks(sheet):
        if not prelude.startswith("@"):
            selectors = [part.strip() for part in prelude.split(",")]
            pairs = (line.partition(":") for line in content.split(";") if ":" in line)
            yield selectors, {name.strip(): value.strip() for name, _, value in pairs}
        elif prelude == "@media print":
            yield from _rules(content)


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """The outermost blocks of a style sheet without comments: what stands before, and inside."""
    depth = start = inside = 0
    for brace in re.finditer(r"[{}]", sheet):
        inside = brace.end() if (depth, brace[0]) == (0, "{") else inside
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            yield sheet[start : inside - 1].strip(), sheet[inside : brace.start()]
            start = brace.end()


def _line(selectors: list[str], names: Mapping[str, str], values: Mapping[str, str]) -> str:
    """A rule as it works inside a picture; nothing where it is about something else."""
    inside = [_AROUND.sub("", one) for one in selectors if _is_of_pictures(one)]
    shown = [
        f"{name}: {_value(text, values)}" for name, text in names.items() if _PAINT.match(name)
    ]
    return f"{', '.join(inside)} {{ {'; '.join(shown)} }}\n" if inside and shown else ""


def _is_of_pictures(selector: str) -> bool:
    return bool(_OF_PICTURES.search(selector)) and ":" not in selector and selector != _HALO


def _value(value: str, values: Mapping[str, str]) -> str:
    for _ in range(5):  # a variable may stand for another
        value = _VARIABLE.sub(lambda found: values.get(found[1]) or found[2] or "none", value)
    return value.replace("currentcolor", "#000")  # it stumbles over that where it is faint
