"""The inline forms of sourcebook, as rules of markdown-it-py.

[[id]]  [[id|label]]                 a mention: a link to a record's page
[@source, para 2; @other, headline]  a citation: one or several sources, each with a locator
{{id.fact}}                          a fact: looked up, never typed
[F-15]{.name}                        a name: its numbers count nothing

What opens one of them and is not closed, and what looks like HTML, becomes a token too, so that
it can be told apart from the same characters after a backslash.
"""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_MENTION = re.compile(r"\[\[([^\[\]|\n]*)(?:\|([^\[\]]*))?\]\]")
_CITATION = re.compile(r"\[@([^\[\]]*)\]")
_FACT = re.compile(r"\{\{([^{}\n]*)\}\}")
_NAME = re.compile(r"\[([^\[\]\n]+)\]\{([^{}\n]*)\}")
_UNCLOSED = re.compile(r"\[\[|\[@|\{\{")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>|<!--")

HOLES = ("mention", "citation", "fact")


def evidence_plugin(md: MarkdownIt) -> None:
    """Let a parser know mentions, citations, facts and names; each becomes a token of that name.

    Its meta holds the groups of its pattern, and the span of the text that it was written in.
    """
    ruler = md.inline.ruler
    for name, pattern in zip(HOLES, (_MENTION, _CITATION, _FACT), strict=True):
        ruler.before("link", name, _rule(name, pattern))
    ruler.before("link", "name", _rule("name", _NAME))
    ruler.before("link", "unclosed", _rule("unclosed", _UNCLOSED))
    ruler.after("autolink", "tag", _rule("tag", _TAG))


def _rule(name: str, pattern: re.Pattern[str]) -> Callable[[StateInline, bool], bool]:
    def rule(state: StateInline, silent: bool) -> bool:
        match = pattern.match(state.src, state.pos, state.posMax)
        if match is None:
            return False
        if not silent:
            token = state.push(name, "", 0)
            token.meta = {"groups": match.groups(), "span": match.span()}
            token.content = "" if name in HOLES else match[name == "name"]
        state.pos = match.end()
        return True

    return rule
