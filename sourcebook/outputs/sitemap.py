"""The sitemap, after the protocol of sitemaps.org: every page that has content of its own."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from sourcebook.outputs.table import Work

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_LEFT_OUT = {"404", "redirect"}


def sitemap(work: Work) -> bytes:
    """All pages by full address; without a site address the protocol allows none."""
    urls = "".join(f"<url><loc>{escape(url)}</loc></url>\n" for url in _urls(work))
    return f'{_HEAD}<urlset xmlns="{_SPACE}">\n{urls}</urlset>\n'.encode()


def _urls(work: Work) -> Iterator[str]:
    for page in work.pages if work.site_url else ():
        if page.kind not in _LEFT_OUT:
            yield work.site_url + page.url.removesuffix("index.html")
