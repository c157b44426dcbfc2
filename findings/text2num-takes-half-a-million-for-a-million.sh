#!/usr/bin/env bash
# text2num 3.1.0: half a million becomes "half a 1000000", and two to three hundred begins at two.
#
# Where one meets it: figures in the words of a report are turned into digits, to be compared with
# a table. `alpha2digit` is made for running text, in English, French, Spanish and German among others.
#
# One would expect: 500000 for "half a million", 3500000 for "trois millions et demi"; or the words
# left as they are, as "une dizaine" is. Of a range, both ends or neither.
# Seen: the scale alone is read as a number, and what makes it less or more stays beside it as a word:
# "half a 1000000", "several 100", "3000000 et demi", "zweieinhalb 1000000"; "deux ou 300" for 200 or
# 300, although "vingt-deux" is 22. Whoever takes the digits has another figure than the sentence.
#
# sourcebook reads a number whole or not at all, with tables of its own (`sourcebook/numbers/`).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    'text2num==3.1.0'
"$folder/venv/bin/python" - <<'PYTHON'
from text_to_num import alpha2digit

assert alpha2digit("vingt-deux", "fr") == "22"
assert alpha2digit("une dizaine", "fr") == "une dizaine"
for language, text, expected, seen in (
    ("en", "half a million", "500000", "half a 1000000"),
    ("en", "several hundred", "several hundred", "several 100"),
    ("fr", "trois millions et demi", "3500000", "3000000 et demi"),
    ("fr", "deux ou trois cents", "200 ou 300", "deux ou 300"),
    ("es", "un millón y medio", "1500000", "1000000 y medio"),
    ("de", "zweieinhalb Millionen", "2500000", "zweieinhalb 1000000"),
):
    found = alpha2digit(text, language)
    print(f"{text}: expected {expected}; seen {found}")
    assert found == seen, f"{text} is {found} now"
PYTHON
