"""Pictures that lie beside the pages, written into a file that travels alone."""

import re
from base64 import b64encode
from collections.abc import Callable
from functools import partial
from html import unescape
from posixpath import splitext

from sourcebook.local_links import MOST_PICTURE_BYTES
from sourcebook.pages.prose_addresses import path_in_site

AssetReader = Callable[[str], bytes | None]
"""The bytes of a published file by its path in the site; None where there is no such file."""

_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
_PICTURE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"[^>]*>')


def inline_images(html: str, page: str, assets: AssetReader) -> str:
    """The prose of a page with its pictures inside, as data URLs (RFC 2397).

    `page` is the address of that page in the site, from which pictures are named. A picture that
    is not there, or has too many bytes to travel, is described by its alternative text.
    """
    return _PICTURE.sub(partial(_inline, page, assets), html)


def _inline(page: str, assets: AssetReader, found: re.Match[str]) -> str:
    path = path_in_site(page, unescape(found[1]))
    kind = _TYPES.get(splitext(path)[1].lower())
    data = assets(path) if kind else None
    if data is None:
        return f'<span class="picture">[{found[2]}]</span>'
    if len(data) > MOST_PICTURE_BYTES:
        return f'<span class="picture">[{found[2]}; too large to travel in this file]</span>'
    return f'<img src="data:{kind};base64,{b64encode(data).decode()}" alt="{found[2]}">'
