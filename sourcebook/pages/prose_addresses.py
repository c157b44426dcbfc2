"""Where an address that prose gives leads to, in the site."""

from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit


def path_in_site(page_url: str, address: str) -> str:
    """The path in the site that an address on a page leads to; empty for one that leads out.

    `page_url` is the page's own path; an anchor and a query in the address do not count.
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    return normpath(join(dirname(page_url), unquote(parts.path)))
