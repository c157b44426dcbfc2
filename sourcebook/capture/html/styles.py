"""What the style sheets in a page hide, strike, raise and put on lines of their own.

After CSS 2.2 and the cascade of CSS Cascading 4, for the few properties that change what of a text
is seen. Sheets that a page only names are not at hand; what they usually hide has names of its own
(`elements.HIDDEN_CLASSES`).
"""

import re
from collections.abc import Iterator
from itertools import islice

from turbohtml import Document, Element, SelectorSyntaxError, ShadowRoot
from turbohtml.cssom import StyleDeclaration, StyleSheet

from sourcebook.capture.html import elements

Look = dict[str, str]
"""The properties that hold for an element, by name."""
_Weight = tuple[bool, tuple[int, int, int], int]
"""How much a declaration counts: important or not, how specific its selector is, its place."""

_PROPERTIES = elements.names(
    "display visibility text-decoration text-decoration-line clip clip-path position left right "
    "top text-indent width height max-width max-height overflow vertical-align float "
    "opacity font-size color unicode-bidi direction"
)
_MOST_WORK = 400_000_000
"""Rules times elements; a page that asks for more is read without the last of its rules."""
_DEEPEST = 10
_MEDIA = re.compile(r"@(media|supports|layer)\b([^{;]*)\{", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SCREEN = re.compile(r"^\s*(?:only\s+)?(?:screen|all)?\s*$", re.IGNORECASE)
_IDS = re.compile(r"#[\w-]+")
_CLASSES = re.compile(r"\.[\w-]+|\[[^\]]*\]|:(?!:)[\w-]+")
_TAGS = re.compile(r"(?:^|[\s>+~])[a-zA-Z][\w-]*")


class Styles:
    """The looks of the elements of a page, or of a shadow tree in it."""

    def __init__(self, root: Document | ShadowRoot) -> None:
        self._found: dict[Element, dict[str, tuple[_Weight, str]]] = {}
        rules = (rule for sheet in root.select("style") for rule in _rules(sheet.text))
        most = _MOST_WORK // (1 + sum(1 for _ in root.descendants))
        for place, (selector, style) in enumerate(islice(rules, most)):
            self._apply(root, selector, style, place)

    def of(self, element: Element) -> Look:
        """The properties of an element, its own attribute included."""
        found = dict(self._found.get(element, {}))
        inline = element.attr("style")
        if inline:
            _merge(found, StyleDeclaration.parse(inline), (1 << 20, 0, 0), 0)
        return {name: value for name, (_, value) in found.items()}

    def _apply(
        self, root: Document | ShadowRoot, selector: str, style: StyleDeclaration, place: int
    ) -> None:
        for one in _split(selector):
            try:
                elements = root.select(one)
            except (SelectorSyntaxError, ValueError):
                continue  # of a state that a page at rest does not have, or of generated words
            for element in elements:
                _merge(self._found.setdefault(element, {}), style, _specificity(one), place)


def _merge(
    found: dict[str, tuple[_Weight, str]],
    style: StyleDeclaration,
    specificity: tuple[int, int, int],
    place: int,
) -> None:
    for name in _PROPERTIES & set(style.properties()):
        weight = (style.important(name), specificity, place)
        if name not in found or found[name][0] <= weight:
            found[name] = (weight, (style.get(name) or "").strip().lower())


def _rules(text: str) -> Iterator[tuple[str, StyleDeclaration]]:
    """The rules of a sheet that say something of what is seen on a screen."""
    sheet = StyleSheet(_on_screen(_COMMENT.sub("", text)))
    for rule in sheet.rules:
        if _PROPERTIES & set(rule.style.properties()) and "::" not in rule.selector_text:
            yield rule.selector_text, rule.style


def _on_screen(text: str, depth: int = 0) -> str:
    """A sheet with what counts on any screen taken out of its `@media` blocks."""
    if depth > _DEEPEST:
        return ""
    parts, end = [], 0
    for match in _MEDIA.finditer(text):
        if match.start() < end:
            continue
        close = _closing(text, match.end())
        parts.append(text[end : match.start()])
        if match[1].lower() != "media" or any(map(_SCREEN.match, match[2].split(","))):
            parts.append(_on_screen(text[match.end() : close], depth + 1))
        end = close + 1
    return "".join([*parts, text[end:]])


def _closing(text: str, start: int) -> int:
    """The place of the brace that closes the block which begins at a place."""
    depth = 1
    for match in re.compile(r"[{}]").finditer(text, start):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.start()
    return len(text)


def _split(selector: str) -> list[str]:
    return [one.strip() for one in selector.split(",")] if "(" not in selector else [selector]


def _specificity(selector: str) -> tuple[int, int, int]:
    """Selectors Level 4, 17; near enough for the sheets of articles."""
    return tuple(len(one.findall(selector)) for one in (_IDS, _CLASSES, _TAGS))  # type: ignore[return-value]


_FAR = re.compile(r"-\s*\d{3,}(?:\.\d+)?\s*(?:px|em|rem|vw|ch|%|pt)")
_CLIPPED = re.compile(r"rect\(\s*(?:[01](?:px)?[\s,]*){4}\)")
_CUT_AWAY = re.compile(
    r"inset\(\s*(?:50|100)%|circle\(\s*0|rect\(\s*0 0"
    r"|polygon\(\s*(?:0(?:px|%)?\s+0(?:px|%)?[\s,]*)+\)"
)
_TINY = re.compile(r"[01](?:px|em|rem)?")
_BLOCKY = ("block", "flex", "grid", "table", "list-item", "flow-root", "-webkit-box")


def out_of_sight(look: Look) -> bool:
    """Whether an element is laid out where, or so small that, nobody sees it."""
    placed = look.get("position") in ("absolute", "fixed")
    if placed and any(_FAR.match(look.get(side, "")) for side in ("left", "right", "top")):
        return True
    if placed and _CLIPPED.search(look.get("clip", "")):
        return True
    if _CUT_AWAY.match(look.get("clip-path", "")) or _FAR.match(look.get("text-indent", "")):
        return True
    tiny = (look.get(f"max-{side}", look.get(side, "")) for side in ("width", "height"))
    return "hidden" in look.get("overflow", "") and all(map(_TINY.fullmatch, tiny))


_NOTHING = re.compile(r"0*(?:\.0*)?(?:px|em|rem|pt|%)?")


def without_ink(look: Look) -> bool:
    """Whether letters of an element would have no size or no colour."""
    if look.get("color") in ("transparent", "rgba(0,0,0,0)", "rgba(0, 0, 0, 0)"):
        return True
    sizes = (look.get("font-size"), look.get("opacity"))
    return any(size and _NOTHING.fullmatch(size) for size in sizes)


def turns_letters(look: Look) -> bool:
    """Whether letters run from right to left whatever they are (CSS Writing Modes 4, 2.4)."""
    return look.get("unicode-bidi", "").endswith("override") and look.get("direction") == "rtl"


def is_line_of_its_own(look: Look, *, usual: bool) -> bool:
    """Whether an element begins a new line, where it would or would not usually."""
    if look.get("float", "none") != "none" or look.get("position") in ("absolute", "fixed"):
        return True
    display = look.get("display")
    if display is None:
        return usual
    return display.startswith(_BLOCKY)


def lays_out_children(look: Look) -> bool:
    """Whether each child of an element stands in a box of its own."""
    return look.get("display", "").endswith(("flex", "grid"))


def strikes(look: Look, *, usual: bool) -> bool:
    """Whether the text of an element is struck through."""
    line = look.get("text-decoration-line", look.get("text-decoration"))
    return usual if line is None else "line-through" in line
