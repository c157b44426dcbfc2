#!/usr/bin/env bash
# WeasyPrint 70.0: in Arabic text a range of numbers changes its direction when it is made bold.
#
# Where one meets it: "killed between 45-50 people" in Arabic, printed to PDF; the editor makes the
# figure bold, or a link. (Needs Pango and the font DejaVu Sans.)
#
# One would expect: an element such as <b> or <a> has nothing to do with the order in which
# characters are shown: the bidirectional algorithm runs over the paragraph, as if the tags were not
# there (CSS Writing Modes, `unicode-bidi: normal`). European digits behind Arabic letters are then
# Arabic numbers, and the hyphen between two of them does not join them: read from the right, 45
# comes first, which is "50-45" from left to right. Chromium shows it so with and without <b>.
# Seen: so it is without <b>. With <b>, whatever it looks like, the paper has "45-50" from left to
# right, and a reader of Arabic reads 50-45. A per cent sign changes sides likewise.
#
# sourcebook does not read a range from a PDF that was drawn apart from the letters before it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    'weasyprint==70.0' 'pdfminer.six==20260107'
"$folder/venv/bin/python" - <<'PYTHON'
from io import BytesIO

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer
from weasyprint import HTML


def letters(part: object) -> list[LTChar]:
    """The letters in a part of a page."""
    if isinstance(part, LTChar):
        return [part]
    inner = part if isinstance(part, LTContainer) else ()
    return [letter for one in inner for letter in letters(one)]


def from_left_to_right(words: str) -> str:
    """The figures of a line as the paper has them."""
    page = f'<html dir="rtl" lang="ar"><style>p {{font: 16px "DejaVu Sans"}}</style><p>{words}</p>'
    pdf = BytesIO(HTML(string=page).write_pdf())
    found = [letter for sheet in extract_pages(pdf) for letter in letters(sheet)]
    ordered = sorted(found, key=lambda one: one.x0)
    return "".join(one.get_text() for one in ordered if one.get_text() in "0123456789-%")


KILLED, PEOPLE = "\u0642\u062a\u0644", "\u0634\u062e\u0635\u0627"
for figure, turned in (("45-50", "50-45"), ("45%", "%45")):
    plain = from_left_to_right(f"{KILLED} {figure} {PEOPLE}")
    assert plain == turned
    for tag in ('b', 'a href="x"', 'b style="font-weight: normal"'):
        seen = from_left_to_right(f"{KILLED} <{tag}>{figure}</{tag.split()[0]}> {PEOPLE}")
        print(f"<{tag}>: expected {plain} as without it; seen {seen}")
        assert seen == figure
PYTHON
