"""Names that look alike and are not the same, and words of letters of several alphabets.

After the skeletons of Unicode Technical Standard 39, for the letters of Latin, Cyrillic, Greek and
Armenian that most type draws alike, and those in which Arabic and Persian keyboards differ.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.derive import Derived
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Actor, Location, Record, Source
from sourcebook.problems import Problem, quoted

_LIKE = {
    "a": "аαɑ", "b": "ь", "c": "сϲց", "d": "ԁ", "e": "е", "g": "ɡ", "h": "һհ", "i": "іιı",
    "j": "јϳյ", "k": "κ", "l": "ӏІIΙ|1ǀ", "n": "пηո", "o": "оοօ", "p": "рρ", "q": "ԛզ", "r": "г",
    "s": "ѕ", "t": "τ", "u": "υս", "v": "ѵν", "w": "ԝ", "x": "хχ", "y": "уγ",
    "A": "АΑ", "B": "ВΒ", "C": "СϹ", "E": "ЕΕ", "H": "НΗ", "J": "Ј", "K": "КΚ", "L": "Լ",
    "M": "МΜ", "N": "Ν", "O": "ОΟՕ0", "P": "РΡ", "Q": "Ԛ", "S": "ЅՏ", "T": "ТΤ", "W": "Ԝ",
    "X": "ХΧ", "Y": "ҮΥ", "Z": "Ζ", "3": "З", "ی": "يى", "ک": "ك", "ه": "ەہ",
}  # fmt: skip
"""Letters of other alphabets, and digits, by the letter that they look like."""
_ALIKE = str.maketrans({other: letter for letter, others in _LIKE.items() for other in others})
_JOINERS = re.compile("[\u200c-\u200f\u061c\u0640\ufe00-\ufe0f]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_COMPARED = 20
"""So many names are asked which form is the usual one."""
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a record, what it is called, and where it is."""

    record: Record
    path: ValuePath
    what: str
    text: str


def skeleton(text: str) -> str:
    """What is left of a text where letters that look alike are one letter."""
    plain = unicodedata.normalize("NFKC", _JOINERS.sub("", text)).translate(_ALIKE)
    return " ".join(plain.replace("rn", "m").replace("vv", "w").split())


def mixed_word(text: str) -> str:
    """The first word of a text whose letters are of several alphabets; empty where none is."""
    words = (match[0] for match in _WORD.finditer(text)) if not text.isascii() else ()
    return next((word for word in words if len(_alphabets(word)) > 1), "")


def _alphabets(word: str) -> set[str]:
    return {_alphabet(letter) for letter in word} & {*_ALPHABETS}


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def check_lookalikes(graph: Graph, _derived: Derived) -> Iterator[Problem]:
    """SB015: names of two records that look alike. SB016: words of several alphabets."""
    alike: dict[tuple[str, str], list[_Name]] = {}
    for record in graph.records.values():
        for name in _names(record):
            yield from _mixed(graph, name)
            alike.setdefault((_group(name), skeleton(name.text)), []).append(name)
    for names in (several for several in alike.values() if len(several) > 1):
        usual = max(names, key=lambda name: (_times(name, names), name.text.isascii()))
        for name in names:
            if name.text != usual.text and name.record is not usual.record:
                message = (
                    f"{quoted(name.text)} looks like {quoted(usual.text)} of '{usual.record.id}' "
                    f"and is not the same{_difference(name.text, usual.text)}: correct the one "
                    "that is wrong, or say in an excuse that both are meant"
                )
                yield graph.problem(name.record.id, name.path, "SB015", message)


def _times(name: _Name, names: list[_Name]) -> int:
    """How many of some names are written just as one of them; a few are enough to tell."""
    return sum(other.text == name.text for other in names[:_COMPARED])


def _mixed(graph: Graph, name: _Name) -> Iterator[Problem]:
    word = mixed_word(name.text)
    if word:
        letters = ", ".join(
            f"{letter} is {unicodedata.name(letter).lower()}"
            for letter in dict.fromkeys(word)
            if _alphabet(letter) != _alphabet(max(word, key=word.count))
        )
        message = f"{quoted(word)} mixes alphabets ({letters}): type it anew in one of them"
        yield graph.problem(name.record.id, name.path, "SB016", message)


def _difference(text: str, other: str) -> str:
    """The first character in which two texts differ, by its name."""
    for one, two in zip(text, other, strict=False):
        if one != two:
            names = [unicodedata.name(c, f"U+{ord(c):04X}").lower() for c in (one, two)]
            return f" ({names[0]} here, {names[1]} there)"
    return ""


def _group(name: _Name) -> str:
    """Names are compared with those of their kind only; all ids with each other."""
    return name.what if name.what in ("id", "publisher") else f"{name.record.kind} {name.what}"


def _names(record: Record) -> Iterator[_Name]:
    yield _Name(record, (), "id", record.id)
    if isinstance(record, Actor | Location):
        for tag, text in record.names.items():
            yield _Name(record, ("names", tag), "name", text)
        for number, text in enumerate(record.variants):
            yield _Name(record, ("variants", number), "name", text)
    elif isinstance(record, Source):
        yield _Name(record, ("publisher",), "publisher", record.publisher)
        yield _Name(record, ("title",), "title", record.title)
        for number, text in enumerate(record.author):
            yield _Name(record, ("author", number), "author", text)
    else:
        yield _Name(record, ("title",), "title", record.label)
