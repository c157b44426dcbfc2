"""The words that are to be sealed, in the captured text of their source."""

from dataclasses import dataclass

from sourcebook.citations.errors import CitationError
from sourcebook.language import FOR_EDITORS
from sourcebook.models.passage import FEWEST_SEALED
from sourcebook.problems import quoted
from sourcebook.quotes.nearest_passage import nearest_passage
from sourcebook.quotes.sealed_passage import PassageInText, find_words, whole_sentence
from sourcebook.quotes.word_places import readings, weight


@dataclass(frozen=True, slots=True)
class WordsToSeal:
    """Words as they were given; whether the whole sentence is meant, and which of its places."""

    words: str
    sentence: bool = False
    first_word: int | None = None


def find_passage(text: str, asked: WordsToSeal) -> PassageInText:
    """The one place at which words stand in a text, or the sentence around it.

    Raises:
        CitationError: they are not there, or at several places, or short enough to be guessed.
    """
    found = find_words(text, asked.words)
    if not found:
        raise CitationError(_not_found(text, asked.words))
    if asked.sentence:
        found = list(dict.fromkeys(whole_sentence(text, one) for one in found))
    if asked.first_word is not None:
        found = [one for one in found if one.words.first == asked.first_word]
    if len(found) != 1:
        places = [str(one.words) for one in find_words(text, asked.words)]
        raise CitationError(
            f"the words stand at {FOR_EDITORS.join_list(places)}: say which with --at and the "
            "number of their first word"
        )
    _refuse_guessable(text, found[0])
    return found[0]


def _not_found(text: str, words: str) -> str:
    if "…" in words or "..." in words:
        return f"{quoted(words)} leaves words out, and a seal cannot: seal each part by itself"
    nearest = nearest_passage(text, words)
    hint = f": the nearest passage is “{nearest}”" if nearest else ", nor anything like it"
    return f"{quoted(words)} is not in the captured text{hint}"


def _refuse_guessable(text: str, found: PassageInText) -> None:
    places = next(one for one in readings(text) if one.steps == found.steps)
    words = places.words[found.words.first - 1 : found.words.last]
    if weight(words) >= FEWEST_SEALED and found.words.count >= FEWEST_SEALED:
        return
    sentence = whole_sentence(text, found)
    raise CitationError(
        f"“{found.text}” is short enough to be guessed: seal at least {FEWEST_SEALED} words. With "
        f"--sentence it is “{sentence.text}”"
    )
