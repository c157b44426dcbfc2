"""The passage that a quotation was probably taken from, where it is not in its source.

Words vote for where they would have it begin; only what lies there is compared letter by letter,
so that a long text costs no more than reading it once.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher, get_close_matches

from sourcebook.quotes.normalize import normalize
from sourcebook.quotes.word_boundaries import UNSPACED

_MOST = 200
"""A word that occurs more often says little about the place."""
_LONGEST = 60
"""How many words of a quotation are compared."""
_FEW = 4
"""Fewer words are looked for misspelt, too."""
_SHOWN = 200
"""How many characters of a passage are shown."""
_ALIKE = 0.4
"""How like a word or a passage has to be to be worth showing, where no word is the same."""
_ENOUGH = 0.3
"""The share of a quotation's words that has to be near the place it was taken from."""
_POINTS = ".,;:!?\"'()[]…“”‘’«»–—-،؛؟。、，！？「」『』"
_MARKED = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u0655\u0670]")
_WORD = re.compile(f"({UNSPACED.pattern}[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*)|\\s+")
_PARTICLES = re.compile("(?:[وف]?(?:ال|لل|[بكل](?:ال)?)|[وف])(?=\\w{3})")


def nearest_passage(text: str, quotation: str) -> str:
    """The passage of a text that is most like a quotation; or nothing."""
    words, wanted = split_words(text), split_words(quotation)[:_LONGEST]
    places: dict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        bare = _comparable(word)
        if bare:
            places[bare].append(index)
    start = _probable_start(places, wanted)
    if start is None:
        return ""
    window = words[max(0, start - len(wanted)) : start + 2 * len(wanted) + 1]
    return _trim(window, wanted)


def split_words(text: str) -> list[str]:
    """The words of a text, those behind a space with it; letters of unspaced scripts are words."""
    found, space = [], ""
    for piece in _WORD.split(text):
        if piece is None:
            space = " "
        elif piece:
            found.append(space + piece)
            space = ""
    return found


def _comparable(word: str) -> str:
    """A word without case, points and marks, and without particles that are written onto it."""
    bare = word.strip()
    if not bare.isascii():
        bare = normalize(bare, ("letter forms", "invisible characters"))
        bare = _MARKED.sub("", unicodedata.normalize("NFC", bare[:100]))
        bare = _PARTICLES.sub("", bare, count=1) if _PARTICLES.match(bare) else bare
    return bare.casefold().strip(_POINTS)


def _probable_start(places: dict[str, list[int]], wanted: list[str]) -> int | None:
    votes: Counter[int] = Counter()
    step = max(2, len(wanted) // 2)
    for number, word in enumerate(wanted):
        alike = _similar_word(places, word) if len(wanted) < _FEW else ""
        found = places.get(_comparable(word)) or places.get(alike, [])
        if len(found) <= _MOST:
            for place in found:
                votes[(place - number) // step] += 1
    if not votes:
        return None
    together = {one: votes[one] + votes[one + 1] for one in votes}
    best = max(sorted(together), key=lambda one: together[one])
    return max(0, best * step) if together[best] >= _ENOUGH * len(wanted) else None


def _similar_word(places: dict[str, list[int]], word: str) -> str:
    """The word of the text that is most like one that it does not have."""
    bare = _comparable(word)
    near = [one for one in places if abs(len(one) - len(bare)) <= 2 and one[:1] == bare[:1]]
    return next(iter(get_close_matches(bare, sorted(near)[:2000], n=1, cutoff=0.7)), "")


def _trim(window: Sequence[str], wanted: list[str]) -> str:
    """The part of a window that begins and ends where the quotation does."""
    matcher = SequenceMatcher(
        None, [_comparable(word) for word in window], [*map(_comparable, wanted)], False
    )
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return _shorten(_closest(window, wanted))
    first, last = blocks[0], blocks[-1]
    start = max(0, first.a - first.b)
    end = last.a + last.size + (len(wanted) - last.b - last.size)
    return _shorten(window[start:end])


def _closest(window: Sequence[str], wanted: list[str]) -> Sequence[str]:
    size, quotation = len(wanted), "".join(wanted)
    runs = [window[i : i + size] for i in range(max(1, len(window) - size + 1))]
    ratios = [SequenceMatcher(None, "".join(run), quotation, False).ratio() for run in runs]
    best = max(range(len(runs)), key=lambda index: (ratios[index], -index))
    return runs[best] if ratios[best] >= _ALIKE else ()


def _shorten(words: Sequence[str]) -> str:
    passage = "".join(words).strip()
    return passage if len(passage) <= _SHOWN else f"{passage[:_SHOWN].rsplit(' ', 1)[0]} …"
