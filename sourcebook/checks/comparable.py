"""Names and addresses as they are compared, where two ways of writing may mean the same thing."""

import re
import unicodedata
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

_HOST_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|cmpid|ocid|smid|ref_src|amp)$"
)
"""Parameters that say how a reader came to a page, and not which page it is."""
_NOT_LETTERS = re.compile(r"[\W_]+")


def comparable_name(name: str) -> str:
    """A name without case, marks and accents that another writer may leave out."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    return _NOT_LETTERS.sub(" ", bare).strip() or name


def comparable_address(url: str) -> str:
    """An address without what does not say which page it is: scheme, www, slash, tracking."""
    parts = urlsplit(url)
    host = _HOST_PREFIX.sub("", (parts.hostname or "").lower())
    kept = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.match(name.lower())
    )
    path = unquote(parts.path).rstrip("/") or "/"
    return f"{host}{path}?{urlencode(kept)}" if kept else f"{host}{path}"
