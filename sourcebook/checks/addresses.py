"""Rules about web addresses: what a reader sees of one is where it leads."""

from collections.abc import Iterator
from ipaddress import IPv6Address
from urllib.parse import unquote, urlsplit

from sourcebook.checks.lookalikes import mixed_word, skeleton
from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.load.characters import first_hidden
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Source
from sourcebook.problems import Problem, quoted

_Address = tuple[Source, ValuePath, str]


def check_addresses(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB001, SB017: addresses that hide something. SB015, SB016: hosts that look like others."""
    hosts: dict[str, tuple[str, str]] = {}
    for source, path, url in _addresses(graph):
        wrong = _wrong(url)
        if wrong is not None:
            yield graph.problem(source.id, path, *wrong)
            continue
        host = _readable_host(url)
        other, owner = hosts.setdefault(skeleton(host), (host, source.id))
        if other != host:
            message = (
                f"the host {quoted(host)} looks like {quoted(other)} of '{owner}' and is not the "
                "same: compare both with the page itself, and correct the wrong one"
            )
            yield graph.problem(source.id, path, "SB015", message)


def _addresses(graph: Graph) -> Iterator[_Address]:
    for source in graph.all_of(Source):
        for field, url in (("url", source.url), ("archive", source.archive)):
            if url:
                yield source, (field,), url


def _wrong(url: str) -> tuple[str, str] | None:
    """The rule that an address breaks, and what is wrong with it."""
    hidden = first_hidden(unquote(url)) if "%" in url else None
    if hidden is not None:
        return "SB001", hidden.message
    message = _misleading(url)
    if message:
        return "SB017", message
    host = _readable_host(url)
    word = mixed_word(host) or ("" if host.isascii() or not skeleton(host).isascii() else host)
    if not word:
        return None
    message = f"the host of this address looks like Latin letters, but {quoted(word)} holds others"
    return "SB016", f"{message}: copy the address again from the page itself"


def _misleading(url: str) -> str:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
        if host and ":" in host:
            IPv6Address(host.partition("%")[0])
    except ValueError:
        return "this is no address that leads anywhere: copy it again from the browser"
    if "@" in parts.netloc:
        return (
            f"this address leads to {quoted(host)}, and what stands before its @ only looks like "
            "a host, or is a password: write it without"
        )
    return ""


def _readable_host(url: str) -> str:
    """The host of an address as a browser may show it, with the letters of other scripts."""
    host = urlsplit(url).hostname or ""
    labels = []
    for label in host.split("."):
        try:
            labels.append(label.encode().decode("idna") if label.startswith("xn--") else label)
        except UnicodeError:
            labels.append(label)
    return ".".join(labels)
