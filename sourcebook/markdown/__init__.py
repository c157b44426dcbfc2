"""Prose to HTML by markdown-it-py, with holes where the dataset has a say.

CommonMark with tables and the inline forms of `inline`; no raw HTML. Parsing is one call
and filling the holes another, so that what a text refers to is known before a page is made.
"""

from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from sourcebook.markdown.inline import HOLES, evidence_plugin
from sourcebook.markdown.plain import parse_plain, without_words
from sourcebook.markdown.prose import (
    Address,
    Cited,
    FactUse,
    Fill,
    Heading,
    Hole,
    Mention,
    Part,
    Prose,
    Sentence,
    TextProblem,
    Verbatim,
    plain_text,
)
from sourcebook.markdown.reader import TokenReader

__all__ = [
    "Address", "Cited", "FactUse", "Fill", "Heading", "Hole", "Mention", "Part", "Prose",
    "Sentence", "TextProblem", "Verbatim", "parse_plain", "parse_prose",
    "plain_text", "without_words",
]  # fmt: skip


def parse_prose(text: str, *, inline: bool = False) -> Prose:
    """A text as prose; `inline` for one that is a phrase or sentence inside something else."""
    if not text.strip():
        return Prose()
    md = _parser()
    tokens = md.parseInline(text) if inline else md.parse(text)
    _unwrap(tokens)
    reader = TokenReader()
    reader.read(tokens)
    html = md.renderer.render(tokens, md.options, {})
    parts = tuple(reader.parts(html))
    return Prose(
        parts,
        tuple(reader.sentences),
        tuple(reader.headings),
        tuple(reader.problems),
        tuple(reader.labels),
        tuple(reader.addresses),
        tuple(reader.near_references),
    )


def _unwrap(tokens: Sequence[Token]) -> None:
    """Put no paragraph around a fact that is one of its own: it may be a table."""
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        inner = token.children or []
        if before.type == "paragraph_open" and [child.type for child in inner] == ["fact"]:
            before.hidden = after.hidden = True
            inner[0].meta["alone"] = True


@cache
def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    md.use(evidence_plugin)
    md.validateLink = lambda _url: True  # type: ignore[assignment, method-assign] # the reader judges links
    for name in HOLES:
        md.add_render_rule(name, _hole)
    for name in ("name", "unclosed", "tag"):
        md.add_render_rule(name, _literal)
    return md


def _hole(
    _: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    """A place for what only the dataset knows; no text may hold NUL, so none can forge it."""
    return f"\0{tokens[index].meta['hole']}\0"


def _literal(
    _: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    return escapeHtml(tokens[index].content)
