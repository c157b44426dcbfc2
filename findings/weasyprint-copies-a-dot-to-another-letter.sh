#!/usr/bin/env bash
# WeasyPrint 70.0: text copied out of a PDF has a Hebrew point on a letter that never had it, or
# loses it, by which word comes first.
#
# Where one meets it: a page with pointed Hebrew is made into a PDF; somebody copies a word out of
# it, searches for it, or has a program read it. (Needs Pango and the font DejaVu Sans.)
#
# One would expect: what the PDF says a glyph stands for is the same wherever the glyph stands, and
# the words come back as they were written.
# Seen: the letter shin has two marks, a vowel and a dot, and each is a glyph. The first time that
# the vowel's glyph is drawn, all marks of that letter are written down as its text. Of "avar
# shalom" the vowel of avar was first: it comes back right but for shin's dot, which is put on the
# letter ayin, too. Of "shalom avar" the dot is gone. Both look right on paper.
#
# sourcebook takes shin's dot off every other letter, and where a glyph stands for nothing it files
# a character that no quotation holds.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    'weasyprint==70.0' 'pypdf==7.1.1'
"$folder/venv/bin/python" - <<'PYTHON'
from io import BytesIO

from pypdf import PdfReader
from weasyprint import HTML

DOT = "\u05c1"
AVAR, SHALOM = "\u05e2\u05b8\u05d1\u05b7\u05e8", "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd"


def copied(words: str) -> str:
    page = f'<html dir="rtl"><style>p {{font: 16px "DejaVu Sans"}}</style><p>{words}</p></html>'
    pdf = HTML(string=page).write_pdf()
    return PdfReader(BytesIO(pdf)).pages[0].extract_text().strip()


assert copied(AVAR) == AVAR and copied(SHALOM) == SHALOM

seen = copied(f"{AVAR} {SHALOM}")
print("avar shalom: expected", ascii(f"{AVAR} {SHALOM}"), "; seen", ascii(seen))
assert seen == f"{AVAR[:2]}{DOT}{AVAR[2:]} {SHALOM}"

seen = copied(f"{SHALOM} {AVAR}")
print("shalom avar: expected", ascii(f"{SHALOM} {AVAR}"), "; seen", ascii(seen))
assert seen == f"{SHALOM.replace(DOT, '')} {AVAR}"
PYTHON
