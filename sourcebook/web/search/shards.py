"""Words to shards: what is loaded for a word that somebody types."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

Postings = tuple[list[int], list[int], list[int]]
"""The numbers of the entries that have a word in a name, in another text, or for a whole name."""

LARGEST = 12_000
"""Characters of a shard, as far as it can be split."""

_GROUP = 6
_FIRST = 63
_END = 10**12


def pack_numbers(numbers: Iterable[int]) -> str:
    """A set of numbers as a text, sparse or dense.

    Numbers are taken in groups of six: a group is one character, the code of which is 63 and a bit
    for each number in it. A decimal number before it says how many empty groups were left out:
    {0, 1, 60} is `B9@`.
    """
    text, after, group, bits = [], 0, 0, 0
    for number in (*sorted(numbers), _END):
        if number // _GROUP != group:
            if bits:
                text.append(f"{group - after or ''}{chr(_FIRST + bits)}")
                after = group + 1
            group, bits = number // _GROUP, 0
        bits |= 1 << number % _GROUP
    return "".join(text)


def split_by_prefix(postings: Mapping[str, Postings]) -> dict[str, dict[str, str]]:
    """The shards by prefix: in each, words and what is found by them.

    A word is looked up in the shard of the longest prefix that there is, so one shard is loaded
    for each word typed. Where the words of a prefix are too many for a shard they go on to longer
    prefixes, and `prefix*` stands for all of them.
    """
    found = {term: _text(lists) for term, lists in postings.items()}
    sizes = {term: _size(term, text) for term, text in found.items()}
    return dict(_split("", sorted(found), postings, found, sizes))


def _split(
    prefix: str,
    terms: list[str],
    postings: Mapping[str, Postings],
    found: Mapping[str, str],
    sizes: Mapping[str, int],
) -> Iterator[tuple[str, dict[str, str]]]:
    if sum(sizes[term] for term in terms) <= LARGEST or terms == [prefix]:
        yield prefix, {term: found[term] for term in terms}
        return
    below = _below(prefix, terms)
    shard = {term: found[term] for term in below.pop(prefix, ())}
    if prefix:
        shard[f"{prefix}*"] = _text(_all(terms, postings))
    room = LARGEST - sum(_size(*item) for item in shard.items())
    for longer, members in sorted(below.items(), key=lambda item: _total(item[1], sizes)):
        room -= _total(members, sizes)
        if room >= 0:
            shard |= {term: found[term] for term in members}
        else:
            yield from _split(longer, members, postings, found, sizes)
    yield prefix, shard


def _below(prefix: str, terms: list[str]) -> dict[str, list[str]]:
    """The words of a prefix by the prefix that is one character longer."""
    groups: dict[str, list[str]] = defaultdict(list)
    for term in terms:
        groups[term[: len(prefix) + 1]].append(term)
    return groups


def _all(terms: list[str], postings: Mapping[str, Postings]) -> Postings:
    """All of several words. That one of them is a whole name says nothing of their beginning."""
    names, texts = (set().union(*(postings[term][n] for term in terms)) for n in (0, 1))
    return sorted(names), sorted(texts - names), []


def _text(lists: Postings) -> str:
    """The packed lists with a space after each, but for those at the end that are empty."""
    return " ".join(pack_numbers(numbers) for numbers in lists).rstrip()


def _total(terms: list[str], sizes: Mapping[str, int]) -> int:
    return sum(sizes[term] for term in terms)


def _size(term: str, text: str) -> int:
    """The characters of an item of a shard, with quotation marks, colon and comma."""
    return len(text) + len(term) + 6 + 5 * sum(not char.isascii() for char in term)
