"""One pass over a text's tokens: what it refers to, says, heads, and does wrong."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from sourcebook.markdown.hidden import hidden_problems
from sourcebook.markdown.holes import read_hole
from sourcebook.markdown.inline import HOLES
from sourcebook.markdown.near_references import near_references
from sourcebook.markdown.prose import (
    Address,
    Heading,
    Hole,
    NearReference,
    Part,
    Sentence,
    TextProblem,
)
from sourcebook.markdown.sentences import picture_descriptions, split_sentences
from sourcebook.markdown.token_problems import find_address, find_problem


@dataclass
class TokenReader:
    """Collects, in one pass through the tokens, what `Prose` holds beside its HTML."""

    holes: list[Hole] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    problems: list[TextProblem] = field(default_factory=list)
    labels: list[Sentence] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    near_references: list[NearReference] = field(default_factory=list)
    _paragraphs: int = 0
    _blocks: int = 0
    _depth: int = 0
    _seen: Counter[str] = field(default_factory=Counter)
    _anchors: set[str] = field(default_factory=set)

    def read(self, tokens: Sequence[Token]) -> None:
        """Go through a text's tokens; a heading of level 1 becomes 2, as the page has its own."""
        before: Token | None = None
        for token in tokens:
            if token.type == "inline":
                self._inline(token, before)
            elif token.type == "heading_close" and token.tag == "h1":
                token.tag = "h2"
            elif token.type in ("blockquote_open", "blockquote_close"):
                self._blocks += token.type == "blockquote_open" and self._depth == 0
                self._depth += token.nesting
            before = token

    def parts(self, html: str) -> Iterator[Part]:
        """The pieces of the HTML and, for each number between NULs, the hole."""
        for index, piece in enumerate(html.split("\0")):
            if index % 2:
                yield self.holes[int(piece)]
            elif piece:
                yield piece

    def _inline(self, token: Token, before: Token | None) -> None:
        opener = "" if before is None else before.type
        placed = tuple(_tokens_with_lines(token))
        for child, line in placed:
            if child.type in HOLES:
                self._hole(child, line)
            problem = find_problem(child, line, in_table=opener in ("td_open", "th_open"))
            self.problems += () if problem is None else (problem,)
            address = find_address(child, line) if problem is None else None
            self.addresses += () if address is None else (address,)
        self.problems += hidden_problems(placed, token.content)
        self.near_references += near_references(token.content, token.map[0] if token.map else 0)
        self.labels += picture_descriptions(placed)
        if before is not None and opener == "heading_open":
            self._heading(before, token)
        block = self._blocks if self._depth else 0
        found = split_sentences(placed, self.holes, self._paragraphs, block)
        self._paragraphs += 1
        (self.labels if opener in ("heading_open", "th_open") else self.sentences).extend(found)

    def _hole(self, child: Token, line: int) -> None:
        self._seen[child.type] += 1
        hole, problems = read_hole(child, line, self._seen[child.type])
        child.meta["hole"] = len(self.holes)
        self.holes.append(hole)
        self.problems += problems

    def _heading(self, opening: Token, token: Token) -> None:
        level = max(2, int(opening.tag[1]))
        opening.tag = f"h{level}"
        text = " ".join("".join(child.content or " " for child in token.children or ()).split())
        heading = Heading(level, self._anchor(text), text)
        opening.attrSet("id", heading.id)
        self.headings.append(heading)

    def _anchor(self, text: str) -> str:
        slug = "text-" + (re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "part")
        anchor = slug
        while anchor in self._anchors:
            self._seen[slug] += 1
            anchor = f"{slug}-{self._seen[slug] + 1}"
        self._anchors.add(anchor)
        return anchor


def _tokens_with_lines(token: Token) -> Iterator[tuple[Token, int]]:
    """The parts of an inline token, each with its line.

    A token of ours knows its place; any other is as many lines down as there were breaks since.
    """
    line = first = token.map[0] if token.map else 0
    counted = done = 0
    for child in token.children or ():
        start, end = child.meta.get("span", (None, None))
        if start is None:
            yield child, line
            line += child.type in ("softbreak", "hardbreak")
            continue
        counted += token.content.count("\n", done, start)
        yield child, first + counted
        counted += token.content.count("\n", start, end)
        line, done = first + counted, end
