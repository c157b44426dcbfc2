"""A link to a passage lands in Chromium, whatever the gate forgave the quotation."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from sourcebook.capture.convert import convert_file
from sourcebook.models import Citation, Source
from sourcebook.quotes.landing import find_landing
from sourcebook.quotes.quotation import quoted_text_of
from sourcebook.quotes.source_text import SourceText
from sourcebook.render.quotations import address
from tests.browser.conftest import OpenWindow
from tests.browser.server import serve

SOURCE = {
    "id": "s",
    "title": "T",
    "publisher": "P",
    "type": "article",
    "language": "en",
    "read": "whole",
}
HIDDEN = "position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)"
TALL = "<div style='height:4000px'></div>"
FORMS = {
    "plain": ("<p>Two rockets fell on the base.", "Two rockets fell"),
    "line break": ("<p>Two rockets<br>fell on the base", "Two rockets fell on the base"),
    "blocks": ("<p>Two rockets<p>fell on the base", "Two rockets fell on the base"),
    "items": ("<ul><li>Two rockets<li>fell on the base</ul>", "Two rockets fell on the base"),
    "cells": ("<table><tr><td>Orlen<td>45 killed</table>", "Orlen 45 killed"),
    "preformatted": ("<pre>Two rockets\nfell on the base</pre>", "Two rockets fell on the base"),
    "three lines": ("<p>Two<br>rockets fell<br>there", "Two rockets fell there"),
    "dash": ("<p>Between 2–3 people were killed", "Between 2-3 people were killed"),
    "minus": ("<p>It was −5 degrees at noon", "It was -5 degrees at noon"),
    "quotation marks": ("<p>He said «no rockets» fell there", "He said “no rockets” fell there"),
    "single marks": ("<p>He said ‘no rockets’ fell there", "He said 'no rockets' fell there"),
    "apostrophe": ("<p lang=uk>Загинули пʼять осіб учора", "Загинули п'ять осіб учора"),
    "no-break space": ("<p>Some 1&nbsp;200 people fled", "Some 1 200 people fled"),
    "soft hyphen": ("<p>Two rock&shy;ets fell there", "Two rockets fell there"),
    "ellipsis": ("<p>Two rockets, of many, fell there", "Two rockets … fell there"),
    "ligature": ("<p>The o\ufb03ce was hit twice", "The office was hit twice"),
    "note": ("<p>They killed 3<sup>1</sup> people there", "They killed 3 people there"),
    "note in brackets": (
        "<p>They killed people<sup>[3]</sup> there at noon",
        "They killed people there at noon",
    ),
    "for screen readers": (
        f"<p>Two rockets <span style='{HIDDEN}'>(opens a window)</span> fell there",
        "Two rockets fell there",
    ),
    "prefix": ("<p>At least: two people fell there", "two people fell", "At least:"),
    "twice": (
        "<p>In all two people<br>fell there",
        "two people fell there",
        "In all",
    ),
    "thai": (
        "<p lang=th>เมื่อวันพุธมีผู้เสียชีวิต 45 คนในเมือง และบาดเจ็บ",
        "มีผู้เสียชีวิต 45 คน",
    ),
    "burmese": ("<p lang=my>ရွာတွင် လူ ၄၅ ဦး သေဆုံးခဲ့သည်", "လူ ၄၅ ဦး သေဆုံး"),
    "khmer": (
        "<p lang=km>ក្នុងភូមិមានមនុស្សស្លាប់ ៤៥ នាក់នៅក្នុងទីក្រុង",
        "មនុស្សស្លាប់ ៤៥ នាក់",
    ),
    "chinese": ("<p lang=zh>昨夜炮击造成三人死亡，五人受伤。", "造成三人死亡"),
    "arabic": ("<p lang=ar dir=rtl>قُتل ٤٥ شخصًا<br>في القرية", "قُتل ٤٥ شخصًا في القرية"),
    "arabic forms": ("<p lang=ar dir=rtl>ﻗﺘﻞ ثلاثة أشخاص هناك", "قتل ثلاثة أشخاص هناك"),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder with a page for each form, and its address on a host."""
    folder = tmp_path_factory.mktemp("passages")
    for number, (body, *_) in enumerate(FORMS.values()):
        decoy = "<p>Here are two people of the village.</p>"
        page = f"<!doctype html><meta charset=utf-8><title>x</title>{decoy}{TALL}<div id=it>{body}"
        (folder / f"{number}.html").write_text(f"{page}</div>{TALL}", "utf-8")
    with serve(folder) as host:
        yield folder, host


@pytest.mark.parametrize("form", FORMS)
def test_it_lands(form: str, window: OpenWindow, pages: tuple[Path, str]) -> None:
    folder, host = pages
    number = list(FORMS).index(form)
    _, words, *prefix = FORMS[form]
    text = SourceText(convert_file((folder / f"{number}.html").read_bytes(), "x.html").text)
    fields = {"source": "s", "at": "para 1", "quote": words}
    citation = Citation.model_validate(fields | ({"prefix": prefix[0]} if prefix else {}))
    assert text.find(quoted_text_of(citation)).fitting == 1
    landing = find_landing(text.text, quoted_text_of(citation))
    source = Source.model_validate(SOURCE | {"url": f"{host}{number}.html"})
    parts = urlsplit(address(source, citation, landing))
    page = window(host).open(f"{parts.path[1:]}#{parts.fragment}")
    page.wait_for_function("window.scrollY > 0", timeout=3000)
    seen = page.locator("#it").bounding_box()
    assert seen is not None
    assert 0 <= seen["y"] < 900
