"""The index of the site's search: scripts of a few kilobytes, loaded as somebody types.

    search/manifest.js   which shards there are, and which words nothing is found by
    search/t-….js        words that begin alike, and the numbers of what is found by them
    search/d-….js        what is shown of a few entries with neighbouring numbers

Each is a call of the function `sourcebookSearch` of assets/search.js with the version of the
index, the name of the file and data: scripts, because a page opened from disk can fetch nothing
else. They are ASCII, and their names are lower case and differ on every file system.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sourcebook.exports.output import OutputContext
from sourcebook.web.script import json_text, script_call, version_of
from sourcebook.web.search.entries import GROUPS, SearchEntry, search_entries
from sourcebook.web.search.shards import Postings, split_by_prefix
from sourcebook.web.search.tokenizer import LONGEST, SKIP, search_terms, whole_name_term

__all__ = ["search_files"]

BLOCK = 16
"""Entries of a file of what is shown."""


def search_files(context: OutputContext) -> dict[str, bytes]:
    """The files of the index by name, sorted."""
    found = sorted(search_entries(context), key=lambda entry: entry.sort_key)
    data = {"manifest": _manifest(found), **dict(_blocks(found))}
    shards = split_by_prefix(_postings(found))
    data["manifest"]["prefixes"] = sorted(shards)
    data |= {f"t-{_ascii(prefix)}": shard for prefix, shard in shards.items()}
    texts = {name: json_text(data[name]) for name in sorted(data)}
    version = version_of("\n".join(texts.values()))
    return {
        f"{name}.js": script_call("sourcebookSearch", version, name, text)
        for name, text in texts.items()
    }


def _manifest(found: list[SearchEntry]) -> dict[str, Any]:
    groups = [entry.group for entry in found]
    return {
        "block": BLOCK,
        "groups": [[group, groups.count(group)] for group in GROUPS],
        "longest": LONGEST,
        "skip": sorted(SKIP),
    }


def _blocks(found: list[SearchEntry]) -> Iterator[tuple[str, Any]]:
    for start in range(0, len(found), BLOCK):
        block = found[start : start + BLOCK]
        yield f"d-{start // BLOCK}", [[entry.title, entry.url, entry.line] for entry in block]


def _postings(found: list[SearchEntry]) -> dict[str, Postings]:
    postings: dict[str, Postings] = defaultdict(lambda: ([], [], []))
    for number, entry in enumerate(found):
        names = _terms(entry.names)
        for term in names:
            postings[term][0].append(number)
        for term in _terms(entry.texts) - names:
            postings[term][1].append(number)
        for term in {*map(whole_name_term, entry.whole_names)} - {""}:
            postings[term][2].append(number)
    return postings


def _terms(texts: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*map(search_terms, texts))


def _ascii(prefix: str) -> str:
    """A prefix as part of a file's name: a letter that is not ASCII is its code between `_`."""
    return "".join(char if char.isascii() else f"_{ord(char):x}_" for char in prefix)
