"""What is written between the brackets of a mention, a citation or a fact."""

import re

from markdown_it.token import Token

from sourcebook.markdown.prose import Cited, FactUse, Hole, Mention, TextProblem
from sourcebook.problems import quoted

_SOURCE = re.compile(r"@?\s*(?P<id>[^\s,@]+)\s*(?:,\s*(?P<at>.+))?", re.S)
_FACT = re.compile(r"\s*(?P<id>[^\s.|]+)\.(?P<fact>[^\s|]+)\s*(?:\|(?P<words>.*\S.*))?", re.S)


def read_hole(token: Token, line: int, number: int) -> tuple[Hole, tuple[TextProblem, ...]]:
    """A token of ours as the hole that it means, and what is wrong with how it is written.

    `number` counts the tokens of its kind in the text from 1.
    """
    groups = token.meta["groups"]
    if token.type == "mention":
        return _mention(line, *groups)
    if token.type == "fact":
        return read_fact(line, *groups, alone=token.meta.get("alone", False))
    return _citation(line, number, *groups)


def _mention(line: int, name: str, label: str | None) -> tuple[Hole, tuple[TextProblem, ...]]:
    hole = Mention(line, name.strip(), " ".join((label or "").split()) or None)
    return hole, () if hole.id else (_malformed(line, "a link is [[id]] or [[id|words]]", "[[]]"),)


def _citation(line: int, number: int, inside: str) -> tuple[Hole, tuple[TextProblem, ...]]:
    matches = [(item, _SOURCE.fullmatch(item.strip())) for item in inside.split(";")]
    items = ((match["id"], _at(match)) for _, match in matches if match)
    problems = (
        _malformed(line, "a citation is [@source, place]", f"[@{item}]")
        for item, match in matches
        if match is None
    )
    return Cited(line, number, tuple(items)), tuple(problems)


def _at(match: re.Match[str]) -> str | None:
    return " ".join(match["at"].split()) if match["at"] else None


def read_fact(
    line: int, inside: str, *, alone: bool = False
) -> tuple[FactUse, tuple[TextProblem, ...]]:
    """What stands between the braces of a fact, and what is wrong with it."""
    match = _FACT.fullmatch(inside)
    if match is None:
        return FactUse(line, "", ""), (
            _malformed(line, "a fact is {{id.fact}}", f"{{{{{inside}}}}}"),
        )
    words = " ".join((match["words"] or "").split())
    return FactUse(line, match["id"], match["fact"], alone, words), ()


def _malformed(line: int, form: str, written: str) -> TextProblem:
    return TextProblem(line, "SB306", f"{form}, but this is {quoted(written)}")
