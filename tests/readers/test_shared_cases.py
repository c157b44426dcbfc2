"""What Python and the browser both do, by the cases that the tests of both read.

The browser's half of each is tried by the unit tests of its scripts, on the same files.
"""

import json
from pathlib import Path

import pytest

from sourcebook.language import Language
from sourcebook.web.search.tokenizer import fold

CASES = Path(__file__).parent.parent / "cases"


def _cases(name: str) -> list[tuple[float | str, str]]:
    found = json.loads((CASES / name).read_text(encoding="utf-8"))["cases"]
    return [(given, wanted) for given, wanted in found]


@pytest.mark.parametrize(("metres", "words"), _cases("distances.json"))
def test_a_distance_in_words(metres: float, words: str) -> None:
    assert Language("en").distance(metres) == words


@pytest.mark.parametrize(("text", "folded"), _cases("fold.json"))
def test_what_a_text_folds_to(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded.replace("-", " ")) == folded.replace("-", " "), "folded texts stay"
