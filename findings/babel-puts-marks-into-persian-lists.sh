#!/usr/bin/env bash
# Babel 2.18.0 (CLDR): a Persian list of names holds invisible marks that its parts do not.
#
# Where one meets it: a page lists who reported something ("A, B and C") in the reader's language;
# another program, or a test, looks for the same list, or splits it at its commas.
#
# One would expect: format_list() puts commas, spaces and a word between the items, as it does in
# English, Arabic or Hebrew.
# Seen: in Persian a RIGHT-TO-LEFT MARK (U+200F) follows each comma between the first items, but not
# the comma before the last one. A search for "A، B" in the page finds nothing, two lists of the
# same items that were joined differently are not equal, and with Latin names the mark moves the
# comma. In Arabic, otherwise, the word for "and" is joined to the next item without a space: a name
# in Latin letters is glued to it.
#
# sourcebook compares names before they are joined, and never splits a list that was joined.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check 'Babel==2.18.0'
"$folder/venv/bin/python" - <<'PYTHON'
from babel.lists import format_list

MARK, COMMA = "\u200f", "\u060c"
outlets = ["A", "B", "C", "D"]

for locale in ("en", "ar", "he", "ckb", "tr"):
    assert MARK not in format_list(outlets, locale=locale), locale

persian = format_list(outlets, locale="fa")
print("fa: expected commas and spaces; seen", ascii(persian))
assert persian == f"A{COMMA}{MARK} B{COMMA}{MARK} C{COMMA} \u0648 D"
assert f"A{COMMA} B" not in persian

arabic = format_list(["A", "B"], locale="ar")
print("ar: expected a space after the word for and; seen", ascii(arabic))
assert arabic == "A \u0648B"
PYTHON
