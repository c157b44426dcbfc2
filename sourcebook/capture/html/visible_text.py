"""The text of a page as a reader with a browser sees it, with what the page sets apart marked."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from turbohtml import Element, Namespace, Node, Text, parse

from sourcebook.capture import raised
from sourcebook.capture.boxes import apart
from sourcebook.capture.html import elements, styles
from sourcebook.capture.html.styles import Look, Styles
from sourcebook.capture.turned import turned
from sourcebook.quotes import asides

BREAK = "\x1e"
"""Stands for the end of a block while a text is put together."""
LINE = "\x1d"
"""Stands for the end of a line within a block."""
_SPACE = re.compile(r"[ \t\r\n\f]+")
_DEEPEST_FRAME = 4
_MOST_FRAMES = 20
"""How many frames are read at each depth: more would be a page that shows itself."""
_NOTE_ADDRESS = re.compile(r"#.{0,40}?(?:fn|ftn|foot|note|cite|ref|endn)", re.IGNORECASE)
_BEFORE = 24
"""How many characters before a raised text say what it is."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds for the children of an element."""

    styles: tuple[Styles, ...]
    seen: bool = True
    keeps_lines: bool = False
    boxed: bool = False

    def look_of(self, element: Element) -> Look:
        """What the sheets of the page, or of the shadow tree that it is in, say of an element."""
        return {name: value for one in self.styles for name, value in one.of(element).items()}


@dataclass
class PageText:
    """The text of a page, put together; `frames` and `unseen` count what is not in it.

    `saved` are pages that frames of it show, by their addresses; `depth` how deep in frames it is.
    """

    saved: dict[str, str] = field(default_factory=dict)
    depth: int = 0
    is_mail: bool = False
    frames: int = 0
    read_frames: int = 0
    unseen: int = 0
    language: str = ""
    _parts: list[list[str]] = field(default_factory=lambda: [[]])
    _open: list[tuple[Node, _State] | Callable[[], None]] = field(default_factory=list)

    def read(self, page: str) -> str:
        """The text of a page, a line for each block."""
        document = parse(page, positions=False)
        html = document.select_one("html")
        self.language = (html.attr("lang") if html is not None else "") or ""
        title = document.select_one("head > title")
        if title is not None and self.depth == 0:
            self._say(asides.escape(title.text), BREAK)
        body = document.select_one("body")
        self._open = [(body, _State((Styles(document),)))] if body is not None else []
        while self._open:
            last = self._open.pop()
            if callable(last):
                last()
            else:
                self._visit(*last)
        flat = _SPACE.sub(" ", "".join(self._parts[0]))
        blocks = (_lines_of(block) for block in flat.split(BREAK))
        return "\n".join(apart(block for block in blocks if block))

    def _say(self, *words: str) -> None:
        self._parts[-1] += words

    def _visit(self, node: Node, state: _State) -> None:
        if isinstance(node, Text):
            if state.seen:
                words = asides.escape(node.data).replace(BREAK, "").replace(LINE, "")
                self._say(words.replace("\n", LINE) if state.keeps_lines else words)
        elif isinstance(node, Element):
            self._visit_element(node, state)

    def _visit_element(self, element: Element, state: _State) -> None:
        look = state.look_of(element)
        if element.tag in elements.SET_APART:
            self._say(" ")
        if element.tag == "iframe":
            self._visit_frame(element, state)
        elif element.tag == "input":
            shown = (element.attr("type") or "text").lower() in elements.SHOWN_INPUTS
            self._say(*([" ", asides.escape(element.attr("value") or ""), " "] if shown else []))
        elif element.tag == "template" and element.attr("shadowroot") is not None:
            inside = [node for part in element.children for node in part.children]
            self._open += [(node, state) for node in reversed(inside)]
        elif _is_gone(element, look):
            self.unseen += bool(element.tag not in elements.UNSEEN and element.text.strip())
        else:
            self._enter(element, look, state)

    def _visit_frame(self, element: Element, state: _State) -> None:
        written = element.attr("srcdoc") or self.saved.get(element.attr("src") or "")
        self.read_frames += 1
        if written is None or self.depth >= _DEEPEST_FRAME or self.read_frames > _MOST_FRAMES:
            self.frames += 1
        elif state.seen:
            inner = PageText(self.saved, self.depth + 1)
            self._say(BREAK, inner.read(written).replace("\n", BREAK), BREAK)
            self.frames += inner.frames
            self.read_frames += inner.read_frames

    def _enter(self, element: Element, look: Look, state: _State) -> None:
        html = element.namespace == Namespace.HTML
        placed = element.tag in ("text", "tspan") and element.attr("x") is not None
        usual = element.tag in elements.BLOCKS if html else placed or element.tag == "text"
        own_line = styles.is_line_of_its_own(look, usual=state.boxed or usual)
        before, behind = (BREAK, BREAK) if own_line else ("", "")
        if element.tag == "q":
            before, behind = f"{before}“", f"”{behind}"
        self._say(before)
        self._open.append(lambda: self._say(behind))
        kind = "quoted" if self.is_mail and _is_quoted(element) else kind_of(element, look)
        if kind:
            self._parts.append([])
            self._open.append(lambda: self._close(kind, element))
        inner = _inner_state(element, look, state)
        self._open += [(child, inner) for child in reversed(element.flattened_children)]

    def _close(self, kind: str, element: Element) -> None:
        """Say what was put together of an element that is set apart."""
        words = "".join(self._parts.pop())
        flat = _SPACE.sub(" ", words.replace(BREAK, " ").replace(LINE, " "))
        before = "".join(self._parts[-1][-3:])[-_BEFORE:]
        if kind == "raised":
            self._say(
                raised.raised(
                    before, flat, is_note=_leads_somewhere(element), language=self.language
                )
            )
        elif kind == "lowered":
            self._say(raised.lowered(flat))
        elif kind == "turned":
            self._say(turned(flat))
        else:
            self._say(asides.mark(kind, flat), BREAK if BREAK in words else "")


def _lines_of(block: str) -> str:
    return "\n".join(line.strip() for line in block.split(LINE) if line.strip())


def kind_of(element: Element, look: Look) -> str:
    """How an element is set apart from the text around it; empty where it is not."""
    return next((kind for kind, test in _SET_APART.items() if test(element, look)), "")


def _is_struck(element: Element, look: Look) -> bool:
    usual = element.tag in elements.STRUCK
    return styles.strikes(look, usual=usual) or _role(element) == "deletion"


def _is_hidden(element: Element, look: Look) -> bool:
    if styles.out_of_sight(look) or _classes(element) & elements.HIDDEN_CLASSES:
        return True
    inline = element.tag not in elements.BLOCKS
    return inline and styles.without_ink(look) and element.select_one("*") is None


def _is_turned(element: Element, look: Look) -> bool:
    own = element.tag == "bdo" and (element.attr("dir") or "").lower() == "rtl"
    return own or styles.turns_letters(look)


def _heads_message(element: Element) -> bool:
    """Whether it says who wrote a message, or when: in a chat that Telegram exports as pages."""
    classes = _classes(element)
    named = classes >= {"date", "details"} or "from_name" in classes
    return named and element.closest("div.message div.body") is not None


def _is_raised(element: Element, look: Look) -> bool:
    high = look.get("vertical-align") in ("super", "text-top")
    return element.tag == "sup" or high or _is_power(element)


_SET_APART: Mapping[str, Callable[[Element, Look], bool]] = {
    "struck": _is_struck,
    "hidden": _is_hidden,
    "turned": _is_turned,
    "ruby": lambda element, _look: element.tag == "rt",
    "message": lambda element, _look: _heads_message(element),
    "note": lambda element, _look: _is_note(element),
    "raised": _is_raised,
    "lowered": lambda element, look: element.tag == "sub" or look.get("vertical-align") == "sub",
}
"""How an element can be set apart, each with what it is known by, in the order of the asking."""


def _inner_state(element: Element, look: Look, state: _State) -> _State:
    visibility, shadow = look.get("visibility", "inherit"), element.shadow_root
    return replace(
        state,
        styles=state.styles if shadow is None else (*state.styles, Styles(shadow)),
        seen=state.seen if visibility == "inherit" else visibility == "visible",
        keeps_lines=state.keeps_lines or element.tag in ("pre", "textarea", "listing"),
        boxed=styles.lays_out_children(look),
    )


def _is_quoted(element: Element) -> bool:
    """Whether it is what a mail quotes, by the names that mail programs give it."""
    name = (element.attr("id") or "").lower()
    if element.tag == "blockquote" and (element.attr("type") or "").lower() == "cite":
        return True
    return bool(_classes(element) & elements.QUOTED_CLASSES) or name in elements.QUOTED_IDS


def _role(element: Element) -> str:
    return (element.attr("role") or "").strip().lower()


def _classes(element: Element) -> set[str]:
    return set((element.attr("class") or "").lower().split())


def _is_note(element: Element) -> bool:
    """Whether it is the mark of a note, or a note in the margin: by role, name or address."""
    if _role(element) == "doc-noteref":
        return True
    named = _classes(element) & elements.NOTE_CLASSES
    if named & elements.MARGIN_CLASSES:
        return True
    if not named and element.tag != "a":
        return False
    address = element.attr("href") or ""
    leads = bool(named or _NOTE_ADDRESS.search(address)) or (
        address.startswith("#") and _joins_words(element)
    )
    return leads and raised.is_note_mark(element.text)


def _joins_words(element: Element) -> bool:
    """Whether it stands right behind a word or a figure, as no link to another page does."""
    before = element.previous_sibling
    return isinstance(before, Text) and before.data[-1:].isalnum()


def _is_power(element: Element) -> bool:
    """Whether it is what a formula raises (MathML Core, 3.4.1)."""
    parent = element.parent
    if not isinstance(parent, Element) or parent.tag != "msup":
        return False
    return next((one for one in parent.children if isinstance(one, Element)), None) != element


def _is_gone(element: Element, look: Look) -> bool:
    """Whether a browser lays out nothing of an element."""
    name, display = element.tag, look.get("display")
    if name in elements.UNSEEN or (name == "title" and element.namespace != Namespace.HTML):
        return True
    if display is not None:
        return display == "none"
    if name == "object":
        return element.attr("data") is not None
    if name in ("desc", "metadata", "defs", "annotation", "annotation-xml"):
        return element.namespace != Namespace.HTML
    hidden = element.attr("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    opens = name == "dialog" or element.attr("popover") is not None
    return opens and element.attr("open") is None


def _leads_somewhere(element: Element) -> bool:
    """Whether a raised element leads somewhere, as the mark of a note does."""
    if element.select_one("a[href]") is not None:
        return True
    around = element.closest("a[href]")
    return around is not None and around.text.strip() == element.text.strip()
