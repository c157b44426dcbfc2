#!/usr/bin/env bash
# Babel 2.18.0 (CLDR): the code of Dari is known to it, and refused.
#
# Where one meets it: texts from Afghanistan carry the ISO 639-3 code prs (Dari). A page needs the
# name of the language and the direction of its script.
#
# One would expect: Locale.parse("prs") gives fa_AF, as CLDR's table of replaced codes says; that
# table comes with Babel, and other codes in it are followed (pes gives fa_IR, kmr gives ku).
# Seen: UnknownLocaleError. So it is with each code whose replacement has more than one part:
# drw and tnf (Dari), swc (Congo Swahili), sh and hbs (Serbo-Croatian). A program that takes the error
# for "unknown, so left to right" sets Dari the wrong way round.
#
# sourcebook looks the code up in that table first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check 'Babel==2.18.0'
"$folder/venv/bin/python" - <<'PYTHON'
from babel import Locale, UnknownLocaleError
from babel.core import get_global

aliases = get_global("language_aliases")
assert aliases["prs"] == "fa_AF"
assert Locale.parse("fa_AF").text_direction == "rtl"
assert Locale.parse("en").languages["fa_AF"] == "Dari"
assert str(Locale.parse("pes")) == "fa_IR"
assert Locale.parse("kmr").language == "ku"

for code in ("prs", "drw", "tnf", "swc", "sh", "hbs"):
    try:
        found = Locale.parse(code)
    except UnknownLocaleError as error:
        print(f"{code}: expected {aliases[code]}; seen {error}")
    else:
        raise SystemExit(f"{code} is followed now: {found}")
PYTHON
