"""Every file of a built site; that pages follow the standard and links land, see browser/."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from turbohtml import Element

from sourcebook.link import Graph
from sourcebook.models import Incident, Source
from sourcebook.pages import Page, record_url
from sourcebook.site import Prepared
from tests.browser.markup import Document, links, text

Documents = dict[str, Document]


def test_there_are_the_pages_that_were_planned(
    small_prepared: Prepared, documents: Documents
) -> None:
    assert [page.url for page in small_prepared.pages] == sorted(documents)


@pytest.mark.parametrize(
    ("selector", "what"),
    [
        ("html[lang=en]", "a language"),
        ("meta[charset=utf-8]", "an encoding"),
        ("meta[name=viewport]", "a width on phones"),
        ("meta[http-equiv=Content-Security-Policy]", "a policy"),
        ("head > title", "a title"),
        ("meta[name=description]", "a description"),
        ("h1", "one heading of the first level"),
        ("main", "a main part"),
        ("article", "one article"),
    ],
)
def test_every_page_has_one_of_each(selector: str, what: str, documents: Documents) -> None:
    found = {path: len(document.select(selector)) for path, document in documents.items()}
    assert {path: n for path, n in found.items() if n != 1} == {}, what


def test_every_page_says_what_it_is(small_prepared: Prepared, documents: Documents) -> None:
    for page in small_prepared.pages:
        document = documents[page.url]
        words = text(document, "h1")
        title = "Register of Quellmark" if page.kind == "home" else page.title
        assert words == title, page.url
        assert text(document, "head > title").removesuffix(" - Sourcebook") == (
            "Sourcebook" if page.kind == "home" else page.title
        ), page.url
        described = document.select("meta[name=description]")[0].attr("content") or ""
        assert described.strip(), page.url
        assert not re.search(r"[<\[{]|&\w+;|\s[.,;]|\s\s", described), f"{page.url}: {described}"


_LOADS = "[src], [srcset], [data], [poster], link:not([rel=canonical]), form[action], use, base"


def _loaded(document: Document) -> Iterator[str]:
    """The addresses of everything that a browser loads with a page."""
    for element in document.select(_LOADS):
        for name in ("src", "srcset", "href", "data", "poster", "action", "xlink:href"):
            if element.attr(name):
                yield str(element.attr(name))


def test_nothing_is_loaded_from_another_host(documents: Documents, small_site: Path) -> None:
    for document in documents.values():
        for address in _loaded(document):
            assert not re.match(r"(?i)\s*([a-z][a-z0-9+.-]*:|//)", address), document.path
            file = (small_site / document.path).parent / address.partition("#")[0]
            assert not file.suffix or file.is_file(), f"{document.path}: {address}"
        styles = [e.text for e in document.select("style")]
        styles += [e.attr("style") or "" for e in document.select("[style]")]
        assert _foreign(" ".join(styles)) == []


def test_no_style_sheet_loads_from_another_host(small_site: Path) -> None:
    sheets = sorted(small_site.rglob("*.css"))
    assert len(sheets) > 3
    for sheet in sheets:
        css = sheet.read_text("utf-8")
        assert _foreign(css) == [], sheet.name
        for address in _urls(css):
            if not address.startswith(("data:", "#")):
                assert (sheet.parent / re.split(r"[?#]", address)[0]).is_file(), address


def _urls(css: str) -> list[str]:
    found = re.findall(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)""", css)
    return ["".join(groups) for groups in found]


def _foreign(css: str) -> list[str]:
    addresses = _urls(css) + re.findall(r"""@import\s+["']([^"']*)""", css)
    return [a for a in addresses if re.match(r"(?i)(https?:)?//", a)]


def test_links_of_a_page_are_relative(documents: Documents) -> None:
    for document in documents.values():
        # the host sends the error page for addresses of any depth
        part = "header" if document.path == "404.html" else "body"
        for link in document.select(f"{part} a[href]"):
            assert not str(link.attr("href")).startswith("/"), document.path


def test_every_record_has_a_page_and_is_in_its_index(graph: Graph, documents: Documents) -> None:
    for record in graph.records.values():
        url = record_url(record)
        assert record.label in text(documents[url], "h1"), url
        if record.kind != "page":
            assert url in links(documents[f"{record.folder}/index.html"]), url


def test_every_claim_is_a_place_on_its_page(graph: Graph, documents: Documents) -> None:
    claims = graph.claims()
    assert len(claims) > 25
    for record, claim in claims:
        assert f"claim-{claim.id}" in documents[record_url(record)].ids, (record.id, claim.id)


def test_what_covers_several_incidents_is_on_each(graph: Graph, documents: Documents) -> None:
    found = [(record, claim) for record, claim in graph.claims() if claim.covers]
    assert len(found) == 2
    for record, claim in found:
        for covered in claim.covers:
            other = documents[record_url(graph.records[covered])]
            row = f'[id="claim-{record.id}.{claim.id}"]'
            assert record_url(graph.records[claim.by[0]]) in links(other, f"{row} a[href]")
            assert record_url(record) in links(other), "it does not say what else it covers"
            assert "7 to 10" in text(other, "article"), "the range is not that of both claims"
    owners = {record.id for record, claim in graph.claims() if claim.id == "launchers-both"}
    assert owners == {"depot-nine-strike", "testhaven-rockets"}, "the same id, on one page"


def test_each_link_is_known_at_both_ends(graph: Graph, documents: Documents) -> None:
    one_way = {
        f"{link.record_id} {end} {link.target_id}: {'.'.join(map(str, link.path))}"
        for lists in graph.backlinks.values()
        for found in lists.values()
        for link in found
        if link.record_id != link.target_id
        for end, here, there in (
            ("does not lead to", link.record_id, link.target_id),
            ("is not known to", link.target_id, link.record_id),
        )
        if record_url(graph.records[there]) not in links(documents[record_url(graph.records[here])])
    }
    assert sorted(one_way) == []


def test_a_source_lists_everything_that_rests_on_it(graph: Graph, documents: Documents) -> None:
    for source in graph.all_of(Source):
        document = documents[record_url(source)]
        places = list(document.links())
        for link in graph.backlinks_to(source.id, "citations"):
            page = record_url(graph.records[link.record_id])
            assert any(path == page and fragment for path, fragment in places), link


def test_a_note_leads_to_its_source(graph: Graph, documents: Documents) -> None:
    sources = {record_url(source) for source in graph.all_of(Source)}
    for document in documents.values():
        for note in document.select("li[id^=note-]"):
            to = [path for path, _ in document.links(f"#{note.attr('id')} a.note-source")]
            assert len(to) == 1, document.path
            assert set(to) <= sources | {document.path}, document.path


def test_markers_are_numbered_in_the_order_of_the_page(documents: Documents) -> None:
    for document in documents.values():
        numbers = [int(marker.text) for marker in document.select("a.cite")]
        firsts = list(dict.fromkeys(numbers))
        assert firsts == list(range(1, len(firsts) + 1)), document.path
        assert len(document.select("li[id^=note-]")) == len(firsts), document.path


def test_what_was_replaced_is_struck_and_in_no_range(documents: Documents) -> None:
    document = documents["incidents/depot-nine-strike.html"]
    struck = {
        anchor: text(document, f"#claim-{anchor} s")
        for anchor in ("killed-command-first", "wounded-withdrawn")
    }
    assert struck == {"killed-command-first": "2 to 3", "wounded-withdrawn": "at most 10"}
    assert "superseded" in text(document, "#claim-killed-command-first")
    assert "withdrawn" in text(document, "#claim-wounded-withdrawn")
    assert len(document.select("[id^=claim-] s")) == len(struck)


def _around(element: Element) -> str:
    """The words of the row or the item of a list that an element stands in."""
    while element.tag not in ("tr", "li"):
        assert isinstance(element.parent, Element)
        element = element.parent
    return " ".join(element.text.split())


def test_what_was_replaced_is_so_wherever_it_is_shown(
    small_prepared: Prepared, documents: Documents
) -> None:
    old = {
        (f"../{record_url(small_prepared.graph.records[name])}#claim-{p.claim.id}", p.status)
        for name, analysis in small_prepared.derived.analyses.items()
        for scope in analysis.scopes
        for p in scope.claims
        if p.record_id == name and not p.current
    }
    assert {status for _, status in old} == {"superseded", "withdrawn"}
    for href, status in old:
        found = [
            _around(link)
            for path, document in documents.items()
            if path.split("/")[0] in ("actors", "locations", "sources")
            for link in document.select(f'article a[href="{href}"]')
        ]
        assert len(found) >= 2, "on the pages of its claimant and of its source"
        assert all(status in words for words in found), found


def test_an_alias_leads_on(graph: Graph, documents: Documents) -> None:
    assert graph.aliases == {
        "convoy-bomb": "convoy-mine",
        "depot-strike": "depot-nine-strike",
        "pine-brigade": "pinecone-brigade",
    }
    for alias, owner in graph.aliases.items():
        record = graph.records[owner]
        document = documents[f"{record.folder}/{alias}.html"]
        refresh = document.select("meta[http-equiv=refresh]")[0].attr("content")
        assert refresh == f"0; url=../{record_url(record)}"
        assert document.select("meta[name=robots]")[0].attr("content") == "noindex"
        assert record_url(record) in links(document)


def test_names_are_marked_with_their_script(documents: Documents) -> None:
    for path, name in (
        ("locations/test-village.html", "قرية الاختبار"),
        ("locations/index.html", "قرية الاختبار"),
        ("actors/pinecone-brigade.html", "لواء الكوز"),
        ("sources/brigade-post.html", "لم يصب أحد بأذى"),
    ):
        marked = documents[path].select("bdi[lang=ar][dir=rtl]")
        assert name in {element.text for element in marked}, path


def test_content_cannot_write_markup(documents: Documents) -> None:
    document = documents["incidents/depot-nine-strike.html"]
    assert '"Two sheds" & a <small> crane burnt' in text(document, "#claim-damage-gazette")
    assert document.select("#claim-damage-gazette small") == []


def test_the_index_has_a_part_for_each_year(documents: Documents) -> None:
    index = documents["incidents/index.html"]
    assert {f"incidents/{part}.html" for part in ("2031", "2032", "undated")} <= links(index)
    months = {
        path: [
            " ".join(heading.text.split())
            for heading in documents[f"incidents/{path}.html"].select("h2")
        ]
        for path in ("2031", "2032", "undated")
    }
    assert months == {"2031": ["November 2031"], "2032": ["February 2032"], "undated": []}


def test_every_incident_is_in_one_part_of_the_index(graph: Graph, documents: Documents) -> None:
    parts = ("incidents/2031.html", "incidents/2032.html", "incidents/undated.html")
    incidents = {record_url(incident) for incident in graph.all_of(Incident)}
    found = [path for part in parts for path in links(documents[part]) & incidents]
    assert sorted(found) == sorted(incidents)


def test_the_export_holds_every_record(graph: Graph, small_site: Path) -> None:
    whole = json.loads((small_site / "dataset.json").read_bytes())
    names = [r["id"] for kind, rows in whole.items() if kind != "dataset" for r in rows]
    assert sorted(names) == sorted(graph.records)


def of_kind(pages: tuple[Page, ...], *kinds: str) -> list[str]:
    return [page.url for page in pages if page.kind in kinds]


def test_a_page_for_a_wrong_address_leads_back(
    small_prepared: Prepared, documents: Documents
) -> None:
    ways = links(documents["404.html"])
    assert {"index.html", "timeline.html", *of_kind(small_prepared.pages, "index")} <= ways
