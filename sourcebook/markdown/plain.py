"""Words without links and citations, such as a title: they hold facts and marked names only.

They are read as they stand, and no Markdown: a star is a star. What is bound to a fact or marked as
a name is written as in prose: {{id.fact}}, {{id.fact|words}}, [F-15]{.name}.
"""

import re
from collections.abc import Callable, Iterator

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from sourcebook.markdown.holes import read_fact
from sourcebook.markdown.prose import FactUse, Part, Prose, TextProblem
from sourcebook.markdown.sentences import split_sentences
from sourcebook.markdown.token_problems import name_problem
from sourcebook.problems import quoted

_PIECE = re.compile(
    r"\{\{(?P<fact>[^{}\n]*)\}\}|\[(?P<name>[^\[\]]+)\]\{(?P<mark>[^{}]*)\}"
    r"|(?P<other>\[\[[^\[\]]*\]\]|\[@[^\[\]]*\]|\[\[|\[@|\{\{)"
)


def parse_plain(text: str) -> Prose:
    """Words with facts and marked names, as prose."""
    if not text.strip():
        return Prose()
    tokens: list[Token] = []
    problems: list[TextProblem] = []
    for token, found in _tokens(text):
        tokens.append(token)
        problems += found
    holes = [token.meta["hole"] for token in tokens if token.type == "fact"]
    parts = tuple(_parts(tokens))
    placed = _placed(tokens)
    return Prose(parts, tuple(split_sentences(placed, holes)), problems=tuple(problems))


def without_words(text: str, keep: Callable[[FactUse], bool]) -> str:
    """The same text, in which a fact is given words of its own only where they are to be kept."""

    def written(match: re.Match[str]) -> str:
        use, _ = read_fact(0, match["fact"]) if match["fact"] else (None, ())
        if use is None or not use.words or keep(use):
            return match[0]
        return f"{{{{{use.id}.{use.fact}}}}}"

    return _PIECE.sub(written, text)


def _tokens(text: str) -> Iterator[tuple[Token, tuple[TextProblem, ...]]]:
    """The pieces of a text, each with what is wrong with it."""
    at = 0
    for match in _PIECE.finditer(text) if "[" in text or "{" in text else ():
        if at < match.start():
            yield Token("text", "", 0, content=text[at : match.start()]), ()
        yield _special(match, text.count("\n", 0, match.start()))
        at = match.end()
    if at < len(text):
        yield Token("text", "", 0, content=text[at:]), ()


def _special(match: re.Match[str], line: int) -> tuple[Token, tuple[TextProblem, ...]]:
    if match["fact"] is not None:
        use, problems = read_fact(line, match["fact"])
        if problems:
            return Token("text", "", 0, content=match[0]), problems
        return Token("fact", "", 0, meta={"hole": use}), ()
    if match["name"] is not None:
        problem = name_problem(match["name"], match["mark"], line)
        return Token("name", "", 0, content=match["name"]), (problem,) if problem else ()
    return Token("text", "", 0, content=match[0]), (TextProblem(line, "SB306", _foreign(match[0])),)


def _foreign(written: str) -> str:
    if written == "{{":
        return "'{{' opens a fact that is not closed with '}}'"
    return (
        f"{quoted(written)} stands in words that take no links and no citations: write the words "
        "alone, and link or cite in the text below"
    )


def _parts(tokens: list[Token]) -> Iterator[Part]:
    """The words as HTML, with a hole for each fact."""
    for token in tokens:
        hole = token.meta.get("hole")
        yield hole if isinstance(hole, FactUse) else escapeHtml(token.content)


def _placed(tokens: list[Token]) -> list[tuple[Token, int]]:
    """The pieces each with its line, facts numbered as sentences ask for them."""
    placed, line, facts = [], 0, 0
    for token in tokens:
        if token.type == "fact":
            placed.append((Token("fact", "", 0, meta={"hole": facts}), token.meta["hole"].line))
            facts += 1
            continue
        for number, row in enumerate(token.content.split("\n")):
            line += number > 0
            broken = [(Token("softbreak", "", 0), line)] if number else []
            placed += [*broken, (Token(token.type, "", 0, content=row), line)]
    return placed
