"""The words of links to passages; `browser/test_passage_links.py` looks whether these land."""

import pytest

from sourcebook.models import Source
from sourcebook.quotes.landing import Landing, find_landing, landing_of
from sourcebook.quotes.quotes_lock import LockedQuotation, format_lock, read_lock
from sourcebook.quotes.source_text import QuotedText

TEXT = """\
Two people stood there.
In all, two people fell on the base.
They killed 3⟦note 1⟧ people⟦note [2]⟧ there at noon ⟦hidden opens a window⟧ and left.
Between 2–3 barns were lost
that day. وقوات الشمال قصفت القرية
เมื่อวันพุธมีผู้เสียชีวิต 45 คนในเมือง
At least ⟦struck 45⟧ 54 were hurt. The hap-
pened things ended.
"""


@pytest.mark.parametrize(
    ("quoted", "landing"),
    [
        (QuotedText("two people fell on the base"), None),
        (QuotedText("Between 2-3 barns"), Landing("Between 2–3 barns")),
        (QuotedText("were lost that day"), Landing("were lost", "that day")),
        (QuotedText("killed 3 people there"), Landing("killed", "there")),
        (QuotedText("people there at noon"), Landing("there at noon")),
        (QuotedText("at noon and left"), Landing("at noon", "and left")),
        (QuotedText("قوات الشمال قصفت"), Landing("وقوات الشمال قصفت")),
        (QuotedText("มีผู้เสียชีวิต 45 คน"), Landing("เมื่อวันพุธมีผู้เสียชีวิต 45 คนในเมือง")),
        (QuotedText("At least 54 were hurt"), Landing("At least", "54 were hurt")),
        (QuotedText("The happened things"), Landing("The", "things", "54 were hurt.")),
        (QuotedText("In all … on the base"), Landing("In all", "on the base")),
        (QuotedText("not there at all"), None),
    ],
)
def test_a_passage_is_pointed_to(quoted: QuotedText, landing: Landing | None) -> None:
    assert find_landing(TEXT, quoted) == landing


def test_a_passage_that_begins_like_another_names_what_is_before_it() -> None:
    text = "Two men fell here.\nIn May two men\nfell there.\n"
    landing = find_landing(text, QuotedText("two men fell there"))
    assert landing == Landing("two men", "fell there", "In May")


def test_a_long_passage_is_pointed_to_by_its_ends() -> None:
    words = " ".join(f"word{number}" for number in range(90))
    landing = find_landing(words.replace(" word40 ", "\nword40 "), QuotedText(words))
    ends = " ".join(words.split()[:6]), " ".join(words.split()[-6:])
    assert landing == Landing(*ends)


def test_the_lock_keeps_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    line = LockedQuotation(
        "raid", "text", ("log",), "a" * 64, "exact", QuotedText('a "b" c'), Landing("a", "c", "x")
    )
    folder = tmp_path_factory.mktemp("lock")
    (folder / "quotes.lock").write_text(format_lock([line]), "utf-8")
    assert '"a \\"b\\" c" at "a" to "c" behind "x"' in format_lock([line])
    assert list(read_lock(folder).lines) == [line]


@pytest.mark.parametrize(
    ("fields", "linked"),
    [
        ({"url": "https://log.example/1"}, True),
        ({"archive": "https://archive.example/1"}, True),
        ({}, False),
    ],
)
def test_only_a_page_is_linked(fields: dict[str, str], linked: bool) -> None:
    capture = {"sha256": "a" * 64, "captured": "2033-05-04", "media_type": "text/html"}
    known = {"id": "log", "title": "T", "publisher": "P", "type": "article", "language": "en"}
    words = QuotedText("were lost that day")
    for media_type, page in (("text/html", True), ("application/pdf", False)):
        capture["media_type"] = media_type
        record = known | fields | {"read": "whole", "capture": capture}
        found = landing_of(Source.model_validate(record), TEXT, words)
        assert (found is not None) is (linked and page)
