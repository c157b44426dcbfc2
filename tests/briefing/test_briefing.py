"""The briefing of an episode as one file: it holds everything, and leads nowhere else."""

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from sourcebook.briefing import pdf, render_briefing
from sourcebook.briefing.pdf_style import painted
from sourcebook.briefing.style import css_text, inlined, policy
from sourcebook.briefing.view import readable
from sourcebook.link import Graph
from sourcebook.local_links import MOST_PICTURE_BYTES
from sourcebook.models import Episode
from sourcebook.render import Renderer
from sourcebook.site import Prepared, build, prepare
from tests.browser.markup import Document, links, text
from tests.conftest import Run

PATH = "briefings/salt-month.html"
MOST = 150_000
"""Four incidents and eleven sources need no more bytes than this."""


@pytest.fixture(scope="module")
def brief(small_site: Path) -> Document:
    """The briefing of the salt month."""
    return Document.read(small_site, PATH)


@pytest.fixture(scope="module")
def quiet(small_site: Path) -> Document:
    """The briefing of an episode of which hardly anything is on record."""
    return Document.read(small_site, "briefings/quiet-year.html")


def headings(document: Document) -> list[str]:
    return [" ".join(heading.text.split()) for heading in document.select("h2")]


def rows(document: Document) -> dict[str, str]:
    """The claims of the annex: their words by their anchor."""
    found = document.select(".annex-table tr[id]")
    return {str(row.attr("id")): " ".join(row.text.split()) for row in found}


# --- One file, everything inside.


def test_each_episode_has_one(small_site: Path, graph: Graph) -> None:
    found = {path.stem for path in (small_site / "briefings").glob("*.html")}
    assert found == {"index", *(episode.id for episode in graph.all_of(Episode))}


def test_nothing_is_loaded_and_nothing_runs(brief: Document, quiet: Document) -> None:
    for document in (brief, quiet):
        assert document.select("script, iframe, object, embed, video, audio, base") == []
        assert document.select("[style], [srcset], form, input, button") == []
        loaded = [e.attr("href") or e.attr("src") for e in document.select("link, [src]")]
        assert len(loaded) == 2
        assert all(str(address).startswith("data:image/svg+xml,%3Csvg") for address in loaded)
        (style,) = document.select("style")
        assert not re.search(r"url\(|@import|@font-face|expression", style.text)
        handlers = [e.tag for e in document.select("*") for name in e.attrs if name[:2] == "on"]
        assert handlers == []


def test_the_policy_allows_its_own_style_alone(brief: Document) -> None:
    (style,) = document_styles(brief)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    (meta,) = brief.select("meta[http-equiv=Content-Security-Policy]")
    assert meta.attr("content") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert brief.text.index("Content-Security-Policy") < brief.text.index("<style")


def document_styles(document: Document) -> list[str]:
    return re.findall(r"<style>(.*?)</style>", document.text, re.S)


def test_it_follows_the_standard(brief: Document, quiet: Document) -> None:
    assert (brief.faults(), quiet.faults()) == ([], [])


def test_every_link_lands_in_the_file_or_is_a_whole_address(
    brief: Document, quiet: Document
) -> None:
    for document in (brief, quiet):
        ways = [str(link.attr("href")) for link in document.select("a[href]")]
        inside = {way[1:] for way in ways if way.startswith("#")}
        assert inside - document.ids == set()
        others = [way for way in ways if not way.startswith(("#", "http://", "https://"))]
        assert others == []


def test_it_is_small(small_site: Path) -> None:
    assert (small_site / PATH).stat().st_size < MOST


def test_two_renderings_are_the_same(
    small_site: Path, small_prepared: Prepared, small_renderer: Renderer
) -> None:
    for episode in small_prepared.graph.all_of(Episode):
        published = (small_site / "briefings" / f"{episode.id}.html").read_bytes()
        assert render_briefing(small_renderer, episode) == published
        assert b"\r" not in published
        assert published.endswith(b"</html>\n")


# --- What it says, in the order in which a reader asks.


def test_the_sections_are_in_order(brief: Document) -> None:
    assert headings(brief) == [
        "Bottom line",
        "Key judgements",
        "Key figures, and who gives them",
        "What happened",
        "Who says what",
        "What the judgements rest on",
        "Assumptions",
        "What nobody knows",
        "How it is sourced",
        "The account in full",
        "The claims",
        "Who and what is named",
        "Sources",
    ]
    contents = [" ".join(link.text.split()) for link in brief.select(".contents a")]
    assert contents == headings(brief)


def test_what_is_empty_has_no_heading(quiet: Document) -> None:
    assert headings(quiet) == ["Bottom line"]
    assert quiet.select("table, dl.pairs, ol.notes, ul.points") == []


def test_its_end_says_how_to_cite_it(brief: Document) -> None:
    assert text(brief, "footer p") == (
        "The Placeholder Society. “The salt month.” Register of Quellmark, "
        "edition 3, 5 April 2032. CC BY 4.0."
    )


def test_the_head_says_how_old_it_is_and_for_whom(brief: Document) -> None:
    head = text(brief, "header.head")
    for words in ("TLP:CLEAR", "31 March 2032", "30 March 2032", "3, 5 April 2032"):
        assert words in head
    assert text(brief, "title") == "The salt month: briefing"
    assert "The Placeholder Society" in head


def test_marking_and_edition_are_on_every_sheet(brief: Document, quiet: Document) -> None:
    for document, marking in ((brief, "TLP:CLEAR"), (quiet, "TLP:GREEN")):
        (style,) = document_styles(document)
        for box in ("top-right", "bottom-right"):
            assert f'@{box} {{ content: "{marking}"; }}' in style
        assert '@top-left { content: "Register of Quellmark"; }' in style
        assert '@bottom-left { content: "Edition 3, 5 April 2032"; }' in style
        assert 'content: "page " counter(page) " of " counter(pages);' in style


def test_likelihood_and_confidence_stand_apart(brief: Document) -> None:
    (row,) = brief.select(".judgements tbody tr")
    cells = [" ".join(cell.text.split()) for cell in row.select("th, td")]
    assert cells == ["J1 It is likely that the brigade fired the rockets.", "likely", "low"]
    assert "likely 55–80" in text(brief, ".judgements + .legend")


def test_a_disputed_figure_is_never_alone(brief: Document) -> None:
    body = brief.select(".figures tbody")[0]
    words = " ".join(body.text.split())
    assert "Killed, combatants" in words
    assert "none to an unstated number" in words
    assert "disputed" in words
    for claimant in ("Dora Sample", "Ember Watch", "Pinecone Brigade"):
        assert claimant in words, claimant
    assert [struck.text for struck in body.select("s")] == ["2 to 3"]


def test_every_incident_has_its_date_place_actor_and_grade(brief: Document, graph: Graph) -> None:
    found = {str(li.attr("id")): " ".join(li.text.split()) for li in brief.select(".incidents li")}
    links = graph.backlinks_to("salt-month", "incidents")
    assert set(found) == {f"incident-{link.record_id}" for link in links}
    depot = found["incident-depot-nine-strike"]
    for words in (
        "10 February 2032, about 04:00 local time; 9 February in Duskland (about 02:00 UTC)",
        "Air strike at Depot Nine",
        "Attacker: Quellmark Joint Command acknowledged",
        "Grade: confirmed",
    ):
        assert words in depot, depot


def test_it_has_its_pictures(brief: Document, quiet: Document) -> None:
    titles = {svg.text.split("\n")[0] for svg in brief.select("figure svg > title")}
    assert any(title.startswith("Timeline: The salt month") for title in titles), titles
    assert brief.select("figure .map-picture")
    assert any(title.startswith("Claims: Killed, combatants") for title in titles), titles
    assert quiet.select("figure, svg") == []


def test_a_contested_point_has_every_position_with_who_holds_it(
    brief: Document, graph: Graph, small_prepared: Prepared
) -> None:
    table = text(brief, ".points-table")
    for question in graph.records["salt-month"].questions:  # type: ignore[attr-defined]
        assert question.ask in table
    shown = {str(link.attr("href"))[1:] for link in brief.select(".points-table a.ref")}
    for scope in small_prepared.derived.analyses["depot-nine-strike"].scopes:
        if scope.measure.id == "killed" and scope.of in ("combatants", "civilians"):
            expected = {f"{p.record_id}.claim-{p.claim.id}" for p in scope.claims}
            assert expected <= shown
    assert re.search(r"3 reports · \d publishers · \d apparent origins", table)


def test_a_question_and_its_note_are_never_parted_from_positions(brief: Document) -> None:
    groups = brief.select(".points-table tbody")
    assert [g.select("tr")[0].attr("class") for g in groups].count("ask") == len(
        brief.select(".points-table .ask")
    )
    for row in brief.select(".points-table .remark"):
        (group,) = [g for g in groups if row.text in g.text]
        assert group.select("td.value"), row.text
        assert group.select("tr")[-1].attr("class") == "remark"
    assert brief.select(".points-table .remark")
    assert ".grouped tbody {\n  break-inside: avoid;" in brief.text


# --- Each figure leads to its claim, each claim to who says it and where.


def test_each_figure_leads_to_its_claim(brief: Document) -> None:
    anchors = {
        str(e.attr("id")) for e in brief.select(".annex-table tbody[id], .annex-table tr[id]")
    }
    figures = brief.select("a.fact[data-claim]")
    assert len(figures) >= 3
    for figure in figures:
        assert str(figure.attr("href"))[1:] in anchors, figure.text
        assert re.fullmatch(r"C\d+(\.\d+)?", figure.attr("data-claim") or "")
    numbers = {
        str(e.attr("id")): e.select(".number")[0].text for e in brief.select(".annex-table tr[id]")
    }
    for reference in brief.select("a.ref[href*='.claim-']"):
        assert numbers[str(reference.attr("href"))[1:]] == reference.text


def test_each_claim_says_who_and_where(brief: Document, graph: Graph) -> None:
    found = rows(brief)
    assert len(found) > 10
    claims = {f"{record.id}.claim-{claim.id}": claim for record, claim in graph.claims()}
    for anchor, words in found.items():
        claim = claims[anchor]
        assert all(graph.records[by].label in words for by in claim.by), words
        assert all(cite.at in words for cite in claim.cites if cite.at), words
        row = next(e for e in brief.select(".annex-table tr[id]") if e.attr("id") == anchor)
        assert len(row.select("a.cite")) >= len(claim.cites)
    assert "as two or three" not in found["depot-nine-strike.claim-killed-ember"]
    assert "“no fewer than six”" in found["depot-nine-strike.claim-killed-ember"]


def test_the_annex_holds_what_the_judgements_rest_on(brief: Document) -> None:
    found = rows(brief)
    assert "salt-month.claim-outlook" in found
    assert any(anchor.startswith("testhaven-rockets.claim-who-") for anchor in found)


def test_a_figure_for_several_incidents_stands_once(brief: Document) -> None:
    found = [anchor for anchor in rows(brief) if ".claim-launchers-both" in anchor]
    assert len(found) == len(set(found)) >= 2
    covered = [e for e in brief.select(".annex-table tbody[id]") if "together" in e.text]
    assert len(covered) == 1
    assert "added up nowhere" in covered[0].text


def test_a_scope_is_in_the_annex_as_a_whole(brief: Document) -> None:
    anchors = set(rows(brief))
    for name in ("killed-command-first", "killed-command-second", "killed-ember", "killed-brigade"):
        assert f"depot-nine-strike.claim-{name}" in anchors


def test_each_note_leads_back_to_every_place_that_cites_it(brief: Document) -> None:
    cited = Counter(str(link.attr("href"))[1:] for link in brief.select("a.cite"))
    notes = {note.attr("id"): len(note.select("a.note-back")) for note in brief.select(".notes li")}
    assert notes == dict(cited)
    numbers = [int(marker.text) for marker in brief.select("a.cite")]
    assert list(dict.fromkeys(numbers)) == list(range(1, len(notes) + 1))


def test_a_source_says_its_address_and_what_it_goes_back_to(brief: Document) -> None:
    notes = {note.attr("id"): " ".join(note.text.split()) for note in brief.select(".notes li")}
    mirror = next(words for words in notes.values() if words.startswith("Mirror"))
    assert re.search(r"Copy of note \d+\.|Copy of Quellmark", mirror), mirror
    for link in brief.select(".notes a.address"):
        assert link.text == readable(str(link.attr("href")))
        assert str(link.attr("href")).startswith("http")


def test_names_are_marked_with_their_script(brief: Document) -> None:
    marked = {element.text for element in brief.select("#named bdi[lang=ar][dir=rtl]")}
    marked |= {element.text for element in brief.select(".named bdi[lang=ar][dir=rtl]")}
    assert "لواء الكوز" in marked


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/%D9%82%D8%B1?q=1", "https://a.example/قر?q=1"),
        ("https://a.example/%23%2F%20x", "https://a.example/%23%2F%20x"),
        ("https://a.example/%D9", "https://a.example/%D9"),
        ("https://a.example/%E2%80%8F%C2%A0", "https://a.example/%E2%80%8F%C2%A0"),
    ],
)
def test_an_address_is_shown_as_it_can_be_read(url: str, shown: str) -> None:
    assert readable(url) == shown


# --- What contributors write cannot break it.


def test_what_lies_beside_the_site_becomes_words(project: Path) -> None:
    document = with_more(
        project,
        "See [the method](../method.html), ![a goat](../goat.svg), [far](https://far.example/x).",
    )
    assert "See the method, [a goat], far." in text(document, ".prose")
    ways = {str(link.attr("href")) for link in document.select(".prose a[href]")}
    assert "https://far.example/x" in ways
    assert not any("method" in way for way in ways)
    assert "goat.svg" not in document.text


def test_pictures_of_the_prose_travel_in_the_file(project: Path) -> None:
    picture = b"\x89PNG\r\n\x1a\n not looked at"
    (project / "content" / "pages" / "plans").mkdir()
    (project / "content" / "pages" / "plans" / "depot nine.png").write_bytes(picture)
    (project / "content" / "pages" / "wall.jpg").write_bytes(bytes(MOST_PICTURE_BYTES + 1))
    (project / "content" / "pages" / "list.txt").write_text("no picture")
    document = with_more(
        project,
        '![Plan of "the depot"](../plans/depot%20nine.png "a title") ![A wall](../wall.jpg) '
        "![A list](../list.txt) ![Above](../../../dataset.yml)",
    )
    (image,) = document.select(".prose img")
    assert image.attr("src") == f"data:image/png;base64,{b64encode(picture).decode()}"
    assert image.attr("alt") == 'Plan of "the depot"'
    prose = text(document, ".prose")
    assert "[A wall; too large to travel in this file] [A list] [Above]" in prose
    page = Document.read(project / "site", "episodes/salt-month.html")
    shown = page.select("article .prose img")[0]
    assert shown.attr("src") == "../plans/depot%20nine.png"
    assert (project / "site" / "plans" / "depot nine.png").read_bytes() == picture


def with_more(project: Path, more: str) -> Document:
    """The briefing of the salt month, with a paragraph more in its prose."""
    file = project / "content" / "episodes" / "salt-month.md"
    file.write_text(f"{file.read_text('utf-8')}\n{more}\n", "utf-8")
    build(prepare(project), project / "site")
    return Document.read(project / "site", PATH)


def test_no_title_can_end_the_style_sheet(project: Path) -> None:
    file = project / "content" / "dataset.yml"
    bad = "title: '\"} </style><script>goat()</script> \\ & Co'"
    file.write_text(file.read_text("utf-8").replace("title: Register of Quellmark", bad), "utf-8")
    build(prepare(project), project / "site")
    document = Document.read(project / "site", PATH)
    assert document.faults() == []
    assert document.select("script") == []
    (style,) = document_styles(document)
    assert document.select("meta[http-equiv=Content-Security-Policy]")[0].attr("content") == policy(
        style
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("TLP:AMBER+STRICT", '"TLP:AMBER\\00002bSTRICT"'),
        ('a"b\\c', '"a\\000022b\\00005cc"'),
        ("</style>\n", '"\\00003c\\00002fstyle\\00003e\\00000a"'),
        ("قرية 1", '"قرية 1"'),
    ],
)
def test_a_text_of_a_style_sheet_cannot_be_ended(written: str, expected: str) -> None:
    assert css_text(written) == expected


def test_style_sheets_go_by_the_window_inside_a_file() -> None:
    css = "/* why */ .x { container-type: inline-size; r: 2px; border: 0; paint-order: stroke; }\n"
    assert inlined(css) == ".x { border: 0; }\n"
    query = "@container map (max-width: 460px) { a { r: 3px; color: red; } }"
    assert inlined(query) == "@media screen and (max-width: 500px) { a { color: red; } }"


# --- The list of briefings.


def test_the_list_leads_to_each(documents: dict[str, Document], small_site: Path) -> None:
    ways = links(documents["briefings/index.html"])
    assert {PATH, "briefings/quiet-year.html"} <= ways
    assert all((small_site / way).is_file() for way in ways)
    assert "TLP:GREEN" in text(documents["briefings/index.html"], "article")


def test_the_episode_leads_to_its_briefing(documents: dict[str, Document]) -> None:
    assert PATH in links(documents["episodes/salt-month.html"])


# --- The command.


def test_one_is_written_here(run: Run, project: Path) -> None:
    result = run("brief", "salt-month")
    assert result.exit_code == 0, result.output
    assert re.fullmatch(r"salt-month\.html: \d+ kB\n", result.output), result.output
    assert Path("salt-month.html").read_bytes() == (project / "site" / PATH).read_bytes()
    assert [path.name for path in Path().iterdir()] == ["salt-month.html"]


def test_one_is_written_where_it_is_wanted_over_what_was_there(run: Run, project: Path) -> None:
    Path("mine.html").write_text("old")
    result = run("brief", "salt-month", "-o", "mine.html", "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    assert Path("mine.html").read_bytes() == (project / "site" / PATH).read_bytes()


def test_an_unknown_episode_is_answered_with_a_guess(run: Run) -> None:
    result = run("brief", "salt-mouth")
    assert result.exit_code == 2
    assert "there is no episode 'salt-mouth'; did you mean 'salt-month'?" in result.output
    result = run("brief", "xyz")
    assert "there is no episode 'xyz'; there is quiet-year, salt-month" in result.output
    result = run("brief", "duskland")
    assert "there is no episode 'duskland' ('duskland' is of the kind actor);" in result.output
    assert list(Path().iterdir()) == []


def test_no_folder_is_overwritten(run: Run) -> None:
    Path("taken").mkdir()
    for out, message in (("taken", "is a folder; name a file"), ("no/x", "cannot be written")):
        result = run("brief", "salt-month", "-o", out)
        assert message in str(result.exception), result.output
    assert [path.name for path in Path().iterdir()] == ["taken"]


def test_an_error_writes_nothing(run: Run, project: Path) -> None:
    file = project / "content" / "incidents" / "village-drone.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("location: test-village", "location: test-vilage"), "utf-8")
    result = run("brief", "salt-month")
    assert result.exit_code == 1
    assert "error SB201" in result.output
    assert list(Path().iterdir()) == []


def test_without_the_library_a_pdf_is_refused_at_once(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(pdf, "import_module", missing)
    result = run("brief", "salt-month", "--pdf")
    assert isinstance(result.exception, pdf.PdfError)
    assert "WeasyPrint, which is not installed: pip install 'sourcebook[pdf]'" in str(
        result.exception
    )
    assert list(Path().iterdir()) == []


def test_a_library_that_does_not_work_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> None:
        raise OSError("no libgoat")

    monkeypatch.setattr(pdf, "import_module", broken)
    with pytest.raises(pdf.PdfError, match=r"which does not work here \(no libgoat\)"):
        pdf.library()


def test_an_old_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "import_module", lambda _: SimpleNamespace())
    with pytest.raises(pdf.PdfError, match="WeasyPrint, which is too old here"):
        pdf.library()


def test_a_pdf_is_made_of_the_same_file(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def document(string: str, url_fetcher: dict[str, list[str]]) -> SimpleNamespace:
        made.append(string)
        assert url_fetcher == {"allowed_protocols": ["data"]}, "a single file loads nothing"
        return SimpleNamespace(write_pdf=lambda pdf_variant: f"%PDF {pdf_variant}".encode())

    monkeypatch.setattr(
        pdf, "import_module", lambda _: SimpleNamespace(HTML=document, URLFetcher=dict)
    )
    assert run("brief", "salt-month", "--pdf").output == "salt-month.pdf: 0 kB\n"
    assert Path("salt-month.pdf").read_bytes() == b"%PDF pdf/ua-1"
    plain = (project / "site" / PATH).read_text("utf-8")
    assert made == [painted(plain)]


def test_pictures_are_painted_for_paper() -> None:
    style = (
        "<style>:root { --ink: red; } .draw { --own: var(--ink, blue); } "
        ".draw .draw-line { stroke: var(--own); display: none; } "
        ".draw-a, .x { fill: var(--no, #fff); }"
        ".draw-b:hover { fill: blue; } .map-body text { stroke: white; } .x { color: red; }"
        "@media screen { .draw { --ink: pink; } } @media print { .draw { --ink: #000; } }"
        ".map-dot { fill: currentcolor; }</style>"
    )
    pictures = '<svg class="draw-wide" id="a"><g/></svg><svg class="map-picture"></svg><svg></svg>'
    html = painted(style + pictures)
    inside = re.findall(r"<svg[^>]*><style>(.*?)</style>", html, re.S)
    assert len(inside) == 2
    assert inside[0] == inside[1]
    assert inside[0].splitlines()[1:] == [
        ".draw-line { stroke: #000 }",
        ".draw-a { fill: #fff }",
        ".map-dot { fill: #000 }",
    ]
    assert html.startswith(style)


def test_no_variable_is_left_in_a_picture(brief: Document) -> None:
    (first, *others) = re.findall(r"<svg[^>]*><style>(.*?)</style>", painted(brief.text), re.S)
    assert set(others) == {first}
    assert "var(" not in first
    assert ".map-land { fill: #fff; stroke:" in first
