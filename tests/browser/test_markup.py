"""The built pages follow the HTML standard; each link leads somewhere, each citation back."""

from collections import Counter
from pathlib import Path

import pytest

from tests.browser.markup import Document

PAGE = "<!doctype html><html lang='en'><head><title>x</title></head><body>{}</body></html>"


@pytest.fixture(scope="module")
def documents(site: Path) -> dict[str, Document]:
    """Every page of the site by its path, redirects included."""
    paths = sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    return {path: Document.read(site, path) for path in paths}


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p><div>x</div></p>", "1: html > body > p > div was read as html > body > div"),
        ("<a href=x><a href=y>x</a></a>", "1: html > body > a > a was read as html > body > a"),
        ("<table><tr><td>x</td></tr></table>", "was read as html > body > table > tbody"),
        ("<form><form></form></form>", "1: html > body > form > form was read as nothing"),
        ("<a href=x><button>x</button></a>", "misplaced html > body > a > button"),
        ("<span><div>x</div></span>", "misplaced html > body > span > div"),
        ("<div><span>x</div></span>", "1: </div> where div > span is open"),
        ("<ul><li>x</ul>", "1: </ul> where ul > li is open"),
        ("</section>", "1: </section> where html > body is open"),
        ("<p id=a>x</p><p id=a>x</p>", "1: id a is used more than once"),
        ("<p class=a class=b>x</p>", "1: duplicate-attribute"),
        ("<p>a &nosuch; b</p>", "1: unknown-named-character-reference"),
        ("<center>x</center>", "the center element is obsolete"),
    ],
)
def test_a_fault_in_the_markup_is_told(body: str, fault: str) -> None:
    assert any(fault in told for told in Document("x.html", PAGE.format(body)).faults())


def test_sound_markup_has_no_fault() -> None:
    body = (
        "<p>a &amp; b<br>c</p><svg viewBox='0 0 1 1'><path d='M0 0'/></svg><noscript>n</noscript>"
    )
    assert Document("x.html", PAGE.format(body)).faults() == []


def test_links_are_told_from_the_root() -> None:
    body = "".join(
        f"<a href='{href}'>x</a>" for href in ("b.html#c", "../", "#d", "/e", "http://x/")
    )
    links = Document("a/x.html", PAGE.format(body)).links()
    assert list(links) == [("a/b.html", "c"), ("index.html", ""), ("a/x.html", "d"), ("e", "")]


def test_every_page_follows_the_standard(documents: dict[str, Document]) -> None:
    faults = {path: document.faults() for path, document in documents.items()}
    assert {path: found for path, found in faults.items() if found} == {}


def test_every_link_leads_somewhere(site: Path, documents: dict[str, Document]) -> None:
    # The error page is shown at any address, so that its links are from the root of a host.
    dead = [
        f"{document.path} -> {path}#{fragment}"
        for document in documents.values()
        for path, fragment in document.links()
        if not (site / path).is_file()
        or (fragment and path in documents and fragment not in documents[path].ids)
    ]
    assert dead == []


def test_each_note_leads_back_to_every_place_that_cites_it(documents: dict[str, Document]) -> None:
    for document in documents.values():
        cited = Counter(fragment for _, fragment in document.links("article a.cite[href]"))
        notes = {note.attr("id"): note for note in document.select("li[id^=note-]")}
        back = {note: len(notes[note].select("a.note-back[href]")) for note in notes}
        assert back == dict(cited), document.path


def test_each_source_knows_every_sentence_that_cites_it(documents: dict[str, Document]) -> None:
    cites = {
        (source, f"{document.path}#{sentence.attr('id')}")
        for document in documents.values()
        for sentence in document.select("article [id^=cite-]")
        for marker in sentence.select("a.cite[href]")
        for source, _ in document.links(f"{marker.attr('href')} a[href]")
        if source.startswith("sources/")
    }
    known = {
        (path, f"{page}#{place}")
        for path in {source for source, _ in cites}
        for page, place in documents[path].links("article a[href]")
    }
    assert cites, "no sentence cites a source"
    assert sorted(cites - known) == []
