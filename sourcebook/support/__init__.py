"""Whether a passage supports its claim: what a machine can see of it without guessing.

These are hints and call themselves so. Words are read in English; where a passage is in another
language its translation is read, and where there is none nothing is said.
"""

from sourcebook.support.hints import Hint, english_words, hints_of
from sourcebook.support.speakers import ActorNames

__all__ = ["ActorNames", "Hint", "english_words", "hints_of"]
