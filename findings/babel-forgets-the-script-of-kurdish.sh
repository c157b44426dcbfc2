#!/usr/bin/env bash
# Babel 2.18.0 (CLDR): the script that a language tag names is dropped for Kurdish.
#
# Where one meets it: names of people and places in Sorani Kurdish carry the tag ku-Arab in many
# archives (Kurdish is written in Arabic letters in Iraq and Iran, in Latin letters in Turkey and
# Syria). A page needs the direction of the text.
#
# One would expect: Locale.parse("ku_Arab") keeps the script "Arab", as it does for kk_Arab, ms_Arab
# or pa_Arab, and its direction is "rtl"; or else an UnknownLocaleError, as for any tag that CLDR
# has no data for.
# Seen: it is the locale "ku" without a script, whose direction is "ltr". The same happens to
# tg_Arab, tk_Arab and ug_Cyrl (which stays "rtl"). With a territory, ku_Arab_IQ, the same language
# and script are refused with UnknownLocaleError.
#
# sourcebook reads the script subtag itself and asks CLDR only where there is none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check 'Babel==2.18.0'
"$folder/venv/bin/python" - <<'PYTHON'
from babel import Locale, UnknownLocaleError

kept = {tag: Locale.parse(tag) for tag in ("kk_Arab", "ms_Arab", "pa_Arab", "az_Cyrl")}
assert all(found.script for found in kept.values()), kept
assert kept["kk_Arab"].text_direction == "rtl"

for tag in ("ku_Arab", "tg_Arab", "tk_Arab"):
    found = Locale.parse(tag)
    print(f"{tag}: expected script Arab and rtl; seen {found.script} and {found.text_direction}")
    assert (found.script, found.text_direction) == (None, "ltr"), tag

cyrillic = Locale.parse("ug_Cyrl")
print(f"ug_Cyrl: expected script Cyrl and ltr; seen {cyrillic.script} and {cyrillic.text_direction}")
assert (cyrillic.script, cyrillic.text_direction) == (None, "rtl")

try:
    Locale.parse("ku_Arab_IQ")
except UnknownLocaleError as error:
    print(f"ku_Arab_IQ: expected the same as ku_Arab; seen {error}")
else:
    raise SystemExit("ku_Arab_IQ is known now")
PYTHON
