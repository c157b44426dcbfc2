#!/usr/bin/env bash
# CLDR's rules for numbers in words, through unicode-rbnf 2.4.1: Arabic has no dual from a million on.
#
# Where one meets it: the rules are the usual oracle for what a number is called in a language; ICU
# has them, and what reads number words is tried against them.
#
# One would expect: of an Arabic noun two are said by its dual, and so of the scales: ألفان (two
# thousand), مليونان (two million); three hundred is one word, ثلاثمائة, its first part without ة.
# Seen: 2,000 is the dual, but 2,000,000 is "إثنان مليون" (two, million), and 300 is "ثلاثة مائة" in two
# words with a ة that a grammar calls wrong; the hamza below إثنان is not written, either. A reader
# that knows these forms alone knows no newspaper; one that is tried with them alone is not tried.
#
# sourcebook reads both, and has the forms of the press in tests worked out by hand.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    'unicode-rbnf==2.4.1'
"$folder/venv/bin/python" - <<'PYTHON'
from unicode_rbnf import RbnfEngine

arabic = RbnfEngine.for_language("ar")
for number, expected, seen in (
    (2000, "ألفان or ألفين", "ألفين"),
    (2_000_000, "مليونان or مليونين", "إثنان مليون"),
    (300, "ثلاثمائة or ثلاثمئة", "ثلاثة مائة"),
):
    found = arabic.format_number(number).text_by_ruleset["spellout-numbering"]
    print(f"{number}: expected {expected}; seen {found}")
    assert found == seen, f"{number} is {found} now"
PYTHON
