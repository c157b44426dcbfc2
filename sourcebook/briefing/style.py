"""The style sheet inside a single file, and the policy that allows it and nothing else."""

import re
from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

_COMMENT = re.compile(r"/\*.*?\*/\s*", re.S)
_CONTAINER = re.compile(r"@container[^(]*\(max-width: *([0-9]+)px\)")
_BESIDE = 40
"""The margins of the file on a screen in pixels: a picture is so much narrower than the window."""
_UNKNOWN = re.compile(
    r"(?<![-\w])(?:container(?:-type)?|contain-intrinsic-inline-size|paint-order|r): *[^;}]*;\s*"
)


def policy(style: str) -> str:
    """The Content Security Policy (W3C, level 3) of a file that loads nothing and runs nothing."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    allowed = f"style-src 'sha256-{digest}'; img-src data:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def css_text(text: str) -> Markup:
    """A text as a string of CSS that nothing in it can end."""
    escaped = "".join(c if c.isalnum() or c in " .,:" else f"\\{ord(c):06x}" for c in text)
    return Markup('"{}"').format(Markup(escaped))  # noqa: S704 - letters, digits and escapes


def inlined(css: str) -> Markup:
    """Style sheets of the site as they work in a single file: without comments, and by the window.

    What depends on the room of a picture depends on the window instead, as the Nu checker, which
    reads style sheets inside HTML, knows no container queries.
    """
    plain = _UNKNOWN.sub("", _COMMENT.sub("", css))
    return Markup(_CONTAINER.sub(_window, plain))  # noqa: S704 - a style sheet of ours


def _window(query: re.Match[str]) -> str:
    return f"@media screen and (max-width: {int(query[1]) + _BESIDE}px)"
