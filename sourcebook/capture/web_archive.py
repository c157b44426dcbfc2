"""A page out of a web archive: the responses of a WARC file (ISO 28500), decoded as HTTP has them.

Written here because a body has to be decoded within bounds, and by rules that are tried: the
libraries for it decode what they know and hand on the rest as it is.
"""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from gzip import GzipFile
from io import BytesIO

from sourcebook.capture.errors import CaptureError
from sourcebook.problems import did_you_mean, quoted
from sourcebook.quotes.captures import MAX_CAPTURE

_GZIP = b"\x1f\x8b"
_MOST_UNPACKED = 4 * MAX_CAPTURE
_MOST_NAMED = 5
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """A response in an archive: its address, its body, and the encoding that it declares."""

    address: str
    media_type: str
    body: bytes
    encoding: str | None


def is_archive(data: bytes) -> bool:
    """Whether a file is a WARC, packed or not."""
    if data.startswith(_GZIP):
        try:
            with GzipFile(fileobj=BytesIO(data)) as packed:
                return packed.read(5) == b"WARC/"
        except (OSError, EOFError, zlib.error):
            return False
    return data.startswith(b"WARC/")


def archived_page(data: bytes, address: str | None) -> ArchivedPage:
    """The page of an archive, or that of an address where it has several.

    Raises:
        CaptureError: there is no page, or several and none was chosen, or it cannot be decoded.
    """
    pages = {page.address: page for page in _pages(data)}
    if not pages:
        raise CaptureError("there is no page in the web archive: save the source as HTML or PDF")
    if address is not None:
        if address not in pages:
            hint = did_you_mean(address, [*pages])
            raise CaptureError(f"--address: the web archive has no page {quoted(address)}{hint}")
        return pages[address]
    if len(pages) > 1:
        named = ", ".join([*pages][:_MOST_NAMED])
        more = f" and {len(pages) - _MOST_NAMED} more" if len(pages) > _MOST_NAMED else ""
        raise CaptureError(
            f"the web archive has {len(pages)} pages ({named}{more}): name one with --address"
        )
    return next(iter(pages.values()))


def _pages(data: bytes) -> Iterator[ArchivedPage]:
    for headers, block in _records(data):
        kind = headers.get("warc-type")
        page = None
        if kind == "response" and block.startswith(b"HTTP/"):
            head, _, body = block.partition(b"\r\n\r\n")
            status, _, fields = head.partition(b"\r\n")
            found = status.split(b" ")[1:2] == [b"200"]
            page = _page(headers, _fields(fields), body) if found else None
        elif kind == "resource":
            page = _page(headers, {"content-type": headers.get("content-type", "")}, block)
        if page is not None:
            yield page


def _page(headers: dict[str, str], answer: dict[str, str], body: bytes) -> ArchivedPage | None:
    """What a record holds, if that is a page or another text."""
    kind, _, more = answer.get("content-type", "").lower().partition(";")
    if kind.strip() not in _PAGES:
        return None
    address = headers.get("warc-target-uri", "").strip("<>")
    encoding = more.partition("charset=")[2].strip(" \"'") or None
    return ArchivedPage(address, kind.strip(), _decoded(body, answer), encoding)


def _records(data: bytes) -> Iterator[tuple[dict[str, str], bytes]]:
    """The headers and the block of each record."""
    packed = data.startswith(_GZIP)
    with GzipFile(fileobj=BytesIO(data)) if packed else BytesIO(data) as stream:
        unpacked = 0
        while line := stream.readline(100):
            if not line.strip():
                continue
            if not line.startswith(b"WARC/"):
                raise CaptureError("the web archive is damaged: save the source as HTML or PDF")
            headers = _fields(b"".join(iter(lambda: _header_line(stream), b"")))
            size = int(headers.get("content-length", "0"))
            unpacked += size
            if size < 0 or unpacked > _MOST_UNPACKED:
                raise CaptureError("the web archive is too large: save the source as HTML or PDF")
            yield headers, stream.read(size)


def _header_line(stream: GzipFile | BytesIO) -> bytes:
    line = stream.readline(MAX_CAPTURE)
    return line if line.strip() else b""


def _fields(lines: bytes) -> dict[str, str]:
    pairs = (line.partition(b":") for line in lines.splitlines())
    return {
        name.decode("latin-1").strip().lower(): value.decode("latin-1").strip()
        for name, _, value in pairs
    }


def _decoded(body: bytes, answer: dict[str, str]) -> bytes:
    """A body as the page was before it was sent (RFC 9110, 8.4; RFC 9112, 7.1)."""
    if "chunked" in answer.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    for coding in reversed(answer.get("content-encoding", "").lower().replace(" ", "").split(",")):
        if coding not in _CODINGS:
            raise CaptureError(
                f"the page in the web archive is packed as {quoted(coding)}: open the archive in a "
                "browser (ReplayWeb) and save the page as HTML or PDF"
            )
        body = _CODINGS[coding](body)
    return body


def _unchunked(body: bytes) -> bytes:
    """The chunks of a body put together; itself where it was put together already."""
    parts: list[bytes] = []
    place = 0
    while True:
        size, _, rest = body[place : place + 100].partition(b"\r\n")
        try:
            length = int(size.split(b";")[0], 16)
        except ValueError:
            return b"".join(parts) if parts else body
        if length <= 0:
            return b"".join(parts)
        start = place + len(size) + 2
        parts.append(body[start : start + length])
        place = start + length + 2
        if not rest and place >= len(body):
            return b"".join(parts)


def _inflated(body: bytes, bits: int) -> bytes:
    unpacking = zlib.decompressobj(bits)
    text = unpacking.decompress(body, MAX_CAPTURE)
    if unpacking.unconsumed_tail:
        raise CaptureError(f"the page has more than {MAX_CAPTURE:,} bytes: divide it")
    return text


def _deflated(body: bytes) -> bytes:
    """Deflate with its frame, as the standard has it, or without, as many servers send it."""
    try:
        return _inflated(body, zlib.MAX_WBITS)
    except zlib.error:
        return _inflated(body, -zlib.MAX_WBITS)


_CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "": lambda body: body,
    "identity": lambda body: body,
    "gzip": lambda body: _inflated(body, zlib.MAX_WBITS | 16) if body.startswith(_GZIP) else body,
    "x-gzip": lambda body: _inflated(body, zlib.MAX_WBITS | 16),
    "deflate": _deflated,
}
