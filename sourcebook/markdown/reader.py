"""One pass over a text's tokens: what it refers to, says, heads, and does wrong."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from sourcebook.markdown.prose import (
    Cited,
    FactUse,
    Heading,
    Hole,
    Mention,
    Part,
    Sentence,
    TextFault,
)
from sourcebook.markdown.sentences import sentences

Groups = tuple[str, ...]

_SAFE_LINK = re.compile(r"(?:https?:|mailto:|[^:/?#]*(?:[/?#]|$))", re.I)
_LOCAL = re.compile(r"(?!//)[^:/?#]*(?:[/?#]|$)")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>|<!--")
_SOURCE = re.compile(r"@?\s*(?P<id>[^\s,@]+)\s*(?:,\s*(?P<at>.+))?", re.S)
_FACT = re.compile(r"\s*(?P<id>[^\s.]+)\.(?P<fact>[^\s]+)\s*")


@dataclass
class Reader:
    """Collects, in one pass through the tokens, what `Prose` holds beside its HTML."""

    holes: list[Hole] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    faults: list[TextFault] = field(default_factory=list)

    def read(self, tokens: Sequence[Token]) -> None:
        """Go through a text's tokens; a heading of level 1 becomes 2, as the page has its own."""
        before: Token | None = None
        for token in tokens:
            if token.type == "inline":
                self._inline(token, before)
            elif token.type == "heading_close" and token.tag == "h1":
                token.tag = "h2"
            before = token

    def parts(self, html: str) -> Iterator[Part]:
        """The pieces of the HTML and, where a number stands between NULs, the holes."""
        for index, piece in enumerate(html.split("\0")):
            if index % 2:
                yield self.holes[int(piece)]
            elif piece:
                yield piece

    def _inline(self, token: Token, before: Token | None) -> None:
        first = line = token.map[0] if token.map else 0
        for child in token.children or ():
            self._child(child, line)
            line += child.type in ("softbreak", "hardbreak")
        opener = "" if before is None else before.type
        if before is not None and opener == "heading_open":
            self._heading(before, token)
        elif opener != "th_open":
            self.sentences += sentences(token, self.holes, first)

    def _child(self, child: Token, line: int) -> None:
        if child.type in _HOLES:
            child.meta["hole"] = len(self.holes)
            self.holes.append(_HOLES[child.type](self, child.meta["groups"], line))
        elif child.type == "link_open":
            self._link(str(child.attrGet("href")), line, _SAFE_LINK)
        elif child.type == "image":
            self._link(str(child.attrGet("src")), line, _LOCAL)
        elif child.type == "text":
            self._text(child.content, line)

    def _heading(self, opening: Token, token: Token) -> None:
        level = max(2, int(opening.tag[1]))
        opening.tag = f"h{level}"
        text = "".join(child.content for child in token.children or ())
        slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "part"
        taken = sum(heading.id.startswith(f"text-{slug}") for heading in self.headings)
        heading = Heading(level, f"text-{slug}" + (f"-{taken + 1}" if taken else ""), text)
        opening.attrSet("id", heading.id)
        self.headings.append(heading)

    def _link(self, url: str, line: int, allowed: re.Pattern[str]) -> None:
        if not allowed.match(url):
            what = "a link is relative, http, https or mailto; a picture lies beside its page"
            self._fault(line, "SB304", f"'{url[:80]}' is not allowed here: {what}")

    def _text(self, text: str, line: int) -> None:
        tag = _TAG.search(text)
        if tag:
            self._fault(line, "SB305", f"HTML is not allowed in a text: '{tag[0][:80]}'")
        for mark in ("[[", "[@", "{{"):
            if mark in text:
                self._fault(line, "SB306", f"'{mark}' opens a reference that is not closed")

    def _fault(self, line: int, code: str, message: str) -> None:
        self.faults.append(TextFault(line, code, message))

    def mention(self, groups: Groups, line: int) -> Mention:
        """`[[id|label]]`."""
        name, label = groups
        return Mention(line, name.strip(), label.strip() if label else None)

    def citation(self, groups: Groups, line: int) -> Cited:
        """`[@source, place; …]`; items that are none become faults."""
        items = []
        for item in groups[0].split(";"):
            match = _SOURCE.fullmatch(item.strip())
            if match is None:
                self._fault(line, "SB306", f"a citation is [@source, place]; this is '[@{item}]'")
                continue
            at = " ".join(match["at"].split()) if match["at"] else None
            items.append((match["id"], at))
        number = sum(isinstance(hole, Cited) for hole in self.holes) + 1
        return Cited(line, number, tuple(items))

    def fact(self, groups: Groups, line: int) -> FactUse:
        """`{{id.fact}}`."""
        match = _FACT.fullmatch(groups[0])
        if match is None:
            written = f"{{{{{groups[0]}}}}}"
            self._fault(line, "SB306", f"a fact is {{{{record.fact}}}}; this is '{written}'")
            return FactUse(line, "", "")
        return FactUse(line, match["id"], match["fact"])


_HOLES: dict[str, Callable[[Reader, Groups, int], Hole]] = {
    "mention": Reader.mention,
    "citation": Reader.citation,
    "fact": Reader.fact,
}
