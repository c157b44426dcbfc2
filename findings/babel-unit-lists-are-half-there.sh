#!/usr/bin/env bash
# Babel 2.18.0: documented styles of lists fail in a quarter of CLDR's locales with a bare KeyError.
#
# Where one meets it: "3 killed, 12 wounded, 1 missing" is what CLDR calls a list of units (no "and"
# before the last). A site that chooses style="unit" for such figures works in English and Arabic.
#
# One would expect: format_list(items, style="unit", locale=…) gives a list in every locale, falling
# back to another style where there is none (which the documentation promises), or raises the
# documented ValueError.
# Seen: where a locale has only a part of a style, that part is taken and nothing is inherited.
# Persian joins two items and fails at three with KeyError('start'), Hebrew fails at two. Five of the
# seven styles fail in dozens to hundreds of locales; "standard" and "or" are whole in all of them.
# Turkish and Russian fall back further than one would like: to the style of narrow units, which
# joins the items by spaces alone.
#
# sourcebook uses the styles "standard" and "or" alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check 'Babel==2.18.0'
"$folder/venv/bin/python" - <<'PYTHON'
from babel.lists import format_list
from babel.localedata import locale_identifiers

ALL = locale_identifiers()
three = ["3 killed", "12 wounded", "1 missing"]


def fails(items, style, locale):
    try:
        format_list(items, style=style, locale=locale)
    except KeyError:
        return True
    return False


assert format_list(three, style="unit", locale="en") == "3 killed, 12 wounded, 1 missing"
assert not fails(three, "unit", "ar")
assert not fails(three[:2], "unit", "fa") and fails(three, "unit", "fa")
assert fails(three[:2], "unit", "he")
for locale in ("tr", "ru"):
    seen = format_list(three, style="unit", locale=locale)
    print(f"{locale}: expected commas between the units; seen {seen!r}")
    assert seen == "3 killed 12 wounded 1 missing"

count = {}
for style in ("standard", "or", "standard-short", "or-short", "unit", "unit-short", "unit-narrow"):
    count[style] = sum(fails(three, style, locale) for locale in ALL)
    print(f"{style}: expected 0 locales to fail; seen {count[style]} of {len(ALL)}")
assert count.pop("standard") == count.pop("or") == 0
assert all(number >= 40 for number in count.values()), count
PYTHON
