"""Invisible characters that a text names instead of holding them: &#x202e;, %E2%80%AE."""

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from markdown_it.token import Token

from sourcebook.load.characters import first_hidden
from sourcebook.markdown.prose import TextProblem

_ADDRESSES = ("href", "src")


def hidden_problems(placed: Sequence[tuple[Token, int]], written: str) -> Iterator[TextProblem]:
    """SB001: a character reference or a percent-encoding of a character that no text may hold.

    `written` is the text as it was written; an address may stand elsewhere in it.
    """
    if "&" in written or any(token.attrs for token, _ in placed):
        yield from dict.fromkeys(_problems(placed))


def _problems(placed: Sequence[tuple[Token, int]]) -> Iterator[TextProblem]:
    words = "".join(_words(token) for token, _ in placed)
    if not words.isascii():
        yield from _in_words(placed, words)
    for token, line in placed:
        for text in _beside(token):
            hidden = first_hidden(text)
            if hidden is not None:
                yield TextProblem(line, "SB001", hidden.message)


def _in_words(placed: Sequence[tuple[Token, int]], words: str) -> Iterator[TextProblem]:
    hidden = first_hidden(words)
    if hidden is None:
        return
    end = 0
    for token, line in placed:
        end += len(_words(token))
        if hidden.place < end:
            yield TextProblem(line, "SB001", hidden.message)
            return


def _words(token: Token) -> str:
    return "\n" if token.type in ("softbreak", "hardbreak") else token.content


def _beside(token: Token) -> Iterator[str]:
    """What a token says beside its words: its address, with what is percent-encoded, its title.

    Of a picture also what is said of it.
    """
    for name, value in token.attrs.items():
        yield unquote(str(value)) if name in _ADDRESSES else str(value)
    yield "".join(_words(child) for child in token.children or ())
