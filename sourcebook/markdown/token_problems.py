"""What is wrong with one token of a text: an unsafe link, HTML, a reference left open."""

import re

from markdown_it.token import Token

from sourcebook.markdown.prose import Address, TextProblem
from sourcebook.problems import quoted

_LOCAL = r"(?!//)[^:/?#]*(?:[/?#]|$)"
_LINK = re.compile(rf"https?://|mailto:|{_LOCAL}", re.I)
_PICTURE = re.compile(_LOCAL)
_REFERENCE = re.compile(r"\[\[|\[@|\{\{")
_HALF_LINK = (
    "a link is [words](address): here the address holds a space, or the words hold a reference"
)
_CLOSE = {"[[": "]]", "[@": "]", "{{": "}}"}


def find_problem(token: Token, line: int, *, in_table: bool) -> TextProblem | None:
    """What is wrong with an inline token, or None. `line` counts from 0 at the text's first."""
    if token.type == "unclosed":
        return TextProblem(line, "SB306", _unclosed(token.content, in_table=in_table))
    if token.type == "tag":
        message = f"a text holds no HTML: {quoted(token.content)} is shown as plain text"
        return TextProblem(line, "SB305", message)
    if token.type == "name":
        words, mark = token.meta["groups"]
        return name_problem(words, mark, line)
    if token.type == "link_open":
        return _address(str(token.attrGet("href")), line)
    if token.type == "image":
        return _picture(token, line)
    if token.type == "text" and "](" in token.content:
        return TextProblem(line, "SB306", _HALF_LINK)
    return None


def find_address(token: Token, line: int) -> Address | None:
    """What a token names by an address on this site; None where it names nothing there."""
    attribute = {"link_open": "href", "image": "src"}.get(token.type)
    url = str(token.attrGet(attribute)) if attribute else ""
    return Address(line, url, token.type == "image") if url and _PICTURE.match(url) else None


def _unclosed(mark: str, *, in_table: bool) -> str:
    message = f"'{mark}' opens a reference that is not closed with '{_CLOSE[mark]}'"
    return message + ("; in a table its | is written \\|" if in_table else "")


def name_problem(words: str, mark: str, line: int) -> TextProblem | None:
    """A mark after text in square brackets says that it is a name, and can say nothing else."""
    if mark.strip() == ".name":
        return None
    message = f"a name is marked [{words}]{{.name}}, but this is {quoted(f'{{{mark}}}')}"
    return TextProblem(line, "SB306", message)


def _address(url: str, line: int) -> TextProblem | None:
    if _LINK.match(url):
        return None
    wanted = "write one that begins with https:// or mailto:, or a relative one"
    return TextProblem(line, "SB304", f"{quoted(url)} is no safe address for a link: {wanted}")


def _picture(token: Token, line: int) -> TextProblem | None:
    url = str(token.attrGet("src"))
    if not _PICTURE.match(url):
        message = f"{quoted(url)} is not beside this page: a picture is named by its file"
        return TextProblem(line, "SB304", message)
    if _REFERENCE.search(token.content):
        return TextProblem(line, "SB306", "a reference is not allowed in the text of a picture")
    return None
