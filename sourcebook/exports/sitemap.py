"""The sitemap, after the protocol of sitemaps.org: every page that has content of its own."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from sourcebook.exports.output import OutputContext

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_LEFT_OUT = {"404", "redirect"}


MOST_URLS = 50_000
"""The protocol's bound for one file; a larger site has several, and an index of them."""


def sitemap_files(context: OutputContext) -> dict[str, bytes]:
    """All pages by full address, which the protocol wants; without a site address no file."""
    urls = tuple(_urls(context))
    if len(urls) <= MOST_URLS:
        return {"sitemap.xml": _file("urlset", "url", urls)} if urls else {}
    parts = [urls[start : start + MOST_URLS] for start in range(0, len(urls), MOST_URLS)]
    files = {f"sitemap-{n}.xml": _file("urlset", "url", part) for n, part in enumerate(parts, 1)}
    listed = [context.site_url + name for name in files]
    return {"sitemap.xml": _file("sitemapindex", "sitemap", listed)} | files


def _file(root: str, item: str, urls: Iterable[str]) -> bytes:
    rows = "".join(f"<{item}><loc>{escape(url)}</loc></{item}>\n" for url in urls)
    return f'{_HEAD}<{root} xmlns="{_SPACE}">\n{rows}</{root}>\n'.encode()


def _urls(context: OutputContext) -> Iterator[str]:
    for page in context.pages if context.site_url else ():
        if page.kind not in _LEFT_OUT:
            yield context.site_url + page.url.removesuffix("index.html")
