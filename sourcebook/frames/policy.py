"""The content-security policy of a frame, from the scripts and styles that are written in it."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser

from sourcebook.frames.errors import FrameError

_DATA_BLOCKS = {"application/json", "application/ld+json"}
_LOADS = {"src", "srcset", "poster", "data", "background"}
_LOADING_LINKS = {"stylesheet", "preload", "modulepreload", "preconnect", "icon", "manifest"}


def content_security_policy(html: str, *, preview: bool = False) -> str:
    """The Content Security Policy (W3C, level 3) under which the frame works, and nothing else.

    Scripts and styles in the page are allowed by hash. `preview` is for `mkdocs serve`, which
    writes a script of its own into each page it sends, with other words each time: there any
    script in the page may run.

    Raises:
        FrameError: the frame would load something from another host, or has a handler or a style
            in an attribute, which no hash can allow.
    """
    page = _PolicyReader()
    page.feed(html)
    page.close()
    if page.violations:
        raise FrameError("; ".join(page.violations))
    scripts = ["'unsafe-inline'"] if preview else sorted(map(_hash_source, set(page.scripts)))
    styles = sorted(map(_hash_source, set(page.styles)))
    return "; ".join(_directives(scripts, styles))


def _directives(scripts: list[str], styles: list[str]) -> Iterator[str]:
    yield "default-src 'none'"
    yield " ".join(["script-src", "'self'", *scripts])
    yield " ".join(["style-src", "'self'", *styles])
    yield "img-src 'self' data:"
    yield "font-src 'self'"
    yield "connect-src 'self'"
    yield "base-uri 'none'"
    yield "form-action 'none'"


def _hash_source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


class _PolicyReader(HTMLParser):
    """Collects what a policy has to allow and what none can."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.violations: list[str] = []
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.violations += _violations(tag, known)
        if tag == "script" and "src" not in known and known.get("type") not in _DATA_BLOCKS:
            self._into = self.scripts
        elif tag == "style":
            self._into = self.styles
        if self._into is not None:
            self._into.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._into = None

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into[-1] += data


def _violations(tag: str, attrs: dict[str, str]) -> Iterator[str]:
    for name, value in attrs.items():
        if name == "style" or name.startswith("on"):
            yield f"templates/material: <{tag} {name}=…> cannot be allowed by the page's policy"
        if value.lower().startswith("javascript:"):
            yield f"templates/material: <{tag} {name}={value!r}> is a script in a link"
        if _loads(tag, name, attrs) and _is_on_another_host(value):
            yield (
                f"mkdocs.yml: <{tag}> would load {value} from another host; "
                "put the file beside the theme's assets, or switch the option off"
            )


def _loads(tag: str, name: str, attrs: dict[str, str]) -> bool:
    if tag == "link" and name == "href":
        return bool(_LOADING_LINKS & set(attrs.get("rel", "").split()))
    return name in _LOADS


def _is_on_another_host(url: str) -> bool:
    return url.startswith("//") or ("://" in url.partition("?")[0])
