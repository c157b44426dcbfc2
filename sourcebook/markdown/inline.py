"""The three inline forms of sourcebook, as rules of markdown-it-py.

[[id]]  [[id|label]]                 a mention: a link to a record's page
[@source, para 2; @other, headline]  a citation: one or several sources, each with a locator
{{id.fact}}                          a fact: looked up, never typed
"""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_MENTION = re.compile(r"\[\[([^\[\]|\n]*)(?:\|([^\[\]]*))?\]\]")
_CITATION = re.compile(r"\[@([^\[\]]*)\]")
_FACT = re.compile(r"\{\{([^{}\n]*)\}\}")


def evidence_plugin(md: MarkdownIt) -> None:
    """Let a parser know mentions, citations and facts; each becomes a token of that name."""
    md.inline.ruler.before("link", "mention", _rule("mention", _MENTION))
    md.inline.ruler.before("link", "citation", _rule("citation", _CITATION))
    md.inline.ruler.before("link", "fact", _rule("fact", _FACT))


def _rule(name: str, pattern: re.Pattern[str]) -> Callable[[StateInline, bool], bool]:
    def rule(state: StateInline, silent: bool) -> bool:
        match = pattern.match(state.src, state.pos, state.posMax)
        if match is None:
            return False
        if not silent:
            token = state.push(name, "", 0)
            token.meta = {"groups": match.groups()}
        state.pos = match.end()
        return True

    return rule
