"""Numbers in the words and digits of many languages, each read whole or not at all."""

from sourcebook.numbers.languages import reads_words
from sourcebook.numbers.number import Number
from sourcebook.numbers.read import primary_language, read_numbers

__all__ = ["Number", "primary_language", "read_numbers", "reads_words"]
