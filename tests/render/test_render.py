"""Pages show what records say: any record that passes the check, and nothing as markup."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcebook import models
from sourcebook.models import KINDS, Model
from sourcebook.render import PAGE_KINDS, PageTemplateError, Renderer
from sourcebook.site import Prepared
from tests.browser.markup import Document
from tests.rendering import LEAST, SHOWN, Row, Tables, bodies, renderer, write


def test_pages_are_rendered_alone_and_in_any_order(small_prepared: Prepared) -> None:
    found = bodies(small_prepared)
    rendering = renderer(small_prepared)
    for page in reversed(small_prepared.pages):
        assert rendering.render(page) == found[page.url]
    one_of_each = {page.kind: page for page in small_prepared.pages}
    for page in one_of_each.values():
        assert renderer(small_prepared).render(page) == found[page.url]


def test_the_contents_of_a_page_are_its_headings(
    small_prepared: Prepared, documents: dict[str, Document]
) -> None:
    for url, body in bodies(small_prepared).items():
        headings = documents[url].select("article h2[id]")
        assert [anchor for anchor, _ in body.headings] == [h.attr("id") for h in headings], url
        ways = {fragment for path, fragment in documents[url].links("nav a[href]") if path == url}
        assert {anchor for anchor, _ in body.headings} <= ways, url
        assert all(text and "<" not in text for _, text in body.headings), url


def test_a_template_that_is_missing_is_told(small_prepared: Prepared, tmp_path: Path) -> None:
    page = next(page for page in small_prepared.pages if page.kind == "actor")
    message = r"templates/nosuch\.html: .*nosuch\.html.* \(page actors/dora-sample\.html\)"
    kind = replace(PAGE_KINDS[-1], name="nosuch")
    made = Renderer(tmp_path, small_prepared.graph, small_prepared.derived, SHOWN, [kind])
    with pytest.raises(PageTemplateError, match=message):
        made.render(replace(page, kind="nosuch"))


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("\n\n{{ nosuch }}", r"templates/actor\.html.*: 'nosuch' is undefined \(page actors/"),
        ("\n{{ record.nosuch }}", r"templates/actor\.html.*no attribute 'nosuch' \(page actors/"),
        ("\n\n{% if %}", r"templates/actor\.html:3: Expected an expression.* \(page actors/"),
        ("{% include 'none.html' %}", r"templates/none\.html: .*none\.html.* \(page actors/"),
    ],
)
def test_a_fault_in_a_template_is_told(
    template: str, message: str, small_prepared: Prepared, tmp_path: Path
) -> None:
    (tmp_path / "actor.html").write_text(template, "utf-8")
    page = next(page for page in small_prepared.pages if page.kind == "actor")
    with pytest.raises(PageTemplateError, match=message):
        renderer(small_prepared, tmp_path).render(page)


def test_records_with_no_more_than_they_need_have_pages(tmp_path: Path) -> None:
    prepared = write(tmp_path, LEAST)
    assert not prepared.failed, prepared.problems
    found = bodies(prepared)
    for tables in LEAST.values():
        for row in tables:
            article = next(
                b.article for url, b in found.items() if url.endswith(f"{row['id']}.html")
            )
            assert not re.search(r"\bNone\b(?! of them)", article), row["id"]
    assert "الطحان" in found["actors/miller.html"].article


def test_an_empty_dataset_has_pages(tmp_path: Path) -> None:
    found = bodies(write(tmp_path, Tables()))
    assert {"index.html", "timeline.html", "incidents/index.html"} <= set(found)


NASTY = "<script>alert(1)</script>{{ 7 * 191 }}{% raw %}<b onmouseover='x'>\"'&amp;"


def _texts(value: Any, key: str, spoil: Callable[[str], str]) -> Any:
    """A record with everything that is free text made another."""
    if isinstance(value, dict):
        return {k: _texts(inner, k, spoil) for k, inner in value.items()}
    if isinstance(value, list):
        return [_texts(inner, key, spoil) for inner in value]
    return spoil(value) if key in _FREE else value


_FREE = {
    "title", "publisher", "author", "at", "quote", "translation", "as", "en", "ar", "variants",
    "direction", "summary",
}  # fmt: skip


@pytest.fixture(scope="session")
def rows(small_site: Path) -> Tables:
    """The small dataset as tables, read from its own export."""
    whole = json.loads((small_site / "dataset.json").read_bytes())
    tables = Tables()
    for model in KINDS.values():
        found = whole[model.folder]
        tables[model.folder] = [{k: v for k, v in row.items() if k != "computed"} for row in found]
    return tables


def test_what_a_record_says_is_never_markup_or_template(rows: Tables, tmp_path: Path) -> None:
    prepared = write(tmp_path, _texts(rows, "", lambda text: f"{text} {NASTY}"))
    told = {problem.code for problem in prepared.problems}
    assert {code for code in told if not code.startswith(("SB5", "SB6"))} <= {"SB305", "SB306"}
    for url, body in bodies(prepared).items():
        page = Document(url, f"<!doctype html><title>x</title>{body.head}{body.article}")
        assert page.select("script:not([src]), [onmouseover]") == [], url
        assert "1337" not in body.article, url
        assert "{{ 7 * 191 }}" in body.article or url in ("404.html", "data.html"), url


def test_prose_is_never_markup_or_template(rows: Tables, tmp_path: Path) -> None:
    text = "A <script>alert(1)</script> {% raw %} of ![x](x.png) and [y](javascript:z)."
    pages = [*rows["pages"], {"id": "spoilt", "title": "Spoilt", "body": text}]
    prepared = write(tmp_path, Tables(rows | {"pages": pages}))
    told = {problem.code for problem in prepared.problems}
    told = {code for code in told if not code.startswith("SB5")}
    assert told == {"SB304", "SB305", "SB307", "SB620", "SB621"}
    assert prepared.failed
    article = bodies(prepared)["spoilt.html"].article
    assert "<script" not in article
    assert "{% raw %}" in article


DATES = st.sampled_from([
    "2032", "2032-02", "2032-02-XX", "2032-02-10", "2032-02-10~", "2032-02-10?", "2032-02-10%",
    "2032-02-10T04:00", "2032-02-10T04:00~", "2032-02-10T04:00Z", "2032-02-10T04:00+05:30",
    "2032-02/2032-03", "2032/..", "../2032-02-10", "[2032-02-10,2032-02-11]", "0001", "9999-12-31",
    "2032-02-10T23:59-12:00", "[2032]", "2031-12-31T23:00/2032-01-01T01:00",
])  # fmt: skip
FIGURES = st.sampled_from([
    "0", "6", "2-3", ">=6", "<=10", "~6", "~5-7", "2.5", "1000000", "dozens", "none", "unknown",
    "not stated", "5–8",
])  # fmt: skip
_DATED = {"date", "said", "as_of", "period", "published", "accessed", "since", "until", "cut_off"}


def _optional() -> set[str]:
    """The names of all fields that every record and part of one can do without."""
    fields = [
        (field.alias or name, field.is_required())
        for model in vars(models).values()
        if isinstance(model, type) and issubclass(model, Model)
        for name, field in model.model_fields.items()
    ]
    needed = {name for name, required in fields if required} | {"at", "by", "cites"}
    return {name for name, _ in fields} - needed


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to everything inside a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in inner:
        yield (*path, key)
        if isinstance(child, dict | list):
            yield from _paths(child, (*path, key))


def _holder(tables: Tables, path: tuple[Any, ...]) -> Any:
    """What holds the value at a path; None where it has gone with something around it."""
    here: Any = tables
    for step in path[:-1]:
        here = here.get(step) if isinstance(here, dict) else (here[step : step + 1] or [None])[0]
        if here is None:
            return None
    return here


def _changed(rows: Tables, edits: list[tuple[int, str, str]]) -> Tables:
    """The rows with some values left out, and dates and figures replaced by others.

    An edit is a number, which chooses the value, and a date and a figure for it.
    """
    tables = Tables(json.loads(json.dumps(rows)))
    fields = _optional() | _DATED | {"value"}
    paths = [path for path in _paths(tables) if path[-1] in fields]
    for number, date, figure in edits:
        path = paths[number % len(paths)]
        holder = _holder(tables, path)
        if isinstance(holder, dict) and path[-1] in holder:
            _change(holder, path[-1], date, figure)
    return tables


def _change(holder: Row, key: str, date: str, figure: str) -> None:
    if key in _DATED:
        holder[key] = date
    elif key == "value" and re.match(r"[\d<>~]|none|unknown|not|dozens", str(holder[key])):
        holder[key] = figure
    elif key != "value":
        del holder[key]


_EDITS = st.lists(st.tuples(st.integers(0, 9999), DATES, FIGURES), max_size=10)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(_EDITS)
def test_whatever_passes_the_check_has_its_pages(
    rows: Tables, edits: list[tuple[int, str, str]]
) -> None:
    with TemporaryDirectory() as folder:
        prepared = write(Path(folder), _changed(rows, edits))
        for problem in prepared.problems:
            assert problem.line > 0
            assert problem.path.startswith("content/")
        if not prepared.failed:
            for url, body in bodies(prepared).items():
                assert body.description, url
                assert not re.search(r">[^<]*\bNone\b(?! on record| of them)", body.article), url


def test_a_date_keeps_its_zone_in_the_markup(documents: dict[str, Document]) -> None:
    times = {
        str(time.attr("datetime"))
        for time in documents["incidents/testhaven-rockets.html"].select("time")
    }
    assert "2032-02-10T21:30+00:00" in times
    local = documents["incidents/depot-nine-strike.html"].select("time")
    assert "2032-02-10T04:00" in {str(time.attr("datetime")) for time in local}
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d([+-]\d\d:\d\d)?)?", t) for t in times)


def test_incidents_of_a_year_stand_under_their_month(tmp_path: Path) -> None:
    dates = {"a": "2032", "b": "2032-01", "c": "2032-01-05", "d": "2032-03-XX", "e": "../2032"}
    least = LEAST["incidents"][0]
    incidents = [least | {"id": name, "date": date} for name, date in dates.items()]
    found = bodies(write(tmp_path, Tables(LEAST | {"incidents": incidents})))
    assert found["incidents/2032.html"].headings == (
        ("month-1", "January 2032"),
        ("month-3", "March 2032"),
        ("month-unknown", "Month not known"),
    )
    assert found["incidents/undated.html"].headings == ()


def test_a_citation_says_how_it_differs_from_the_claim(documents: dict[str, Document]) -> None:
    document = documents["incidents/depot-nine-strike.html"]
    words = " ".join(document.select("#claim-killed-ember")[0].text.split())
    assert "at least 6" in words
    assert "“no fewer than six”" in words
    assert "The log counts by Depot Nine." in words
    words = " ".join(document.select("#claim-killed-brigade")[0].text.split())
    assert "لم يصب أحد" in words
    assert "Nobody was hurt" in words
    assert document.select("#claim-killed-brigade q[lang=ar]")


def test_times_are_local_and_say_what_date_it_was_elsewhere(
    documents: dict[str, Document],
) -> None:
    words = " ".join(
        documents["incidents/depot-nine-strike.html"].select("article")[0].text.split()
    )
    assert "10 February 2032, about 04:00 local time; 9 February in Duskland" in words
    assert "Counted over 10 to 17 February 2032" in " ".join(
        documents["incidents/testhaven-rockets.html"].select("article")[0].text.split()
    )


def test_a_claim_of_another_record_can_replace_one(tmp_path: Path) -> None:
    def claim(name: str, **more: str) -> Row:
        cites = [{"source": "chronicle", "at": "page 1"}]
        told = {"id": name, "by": "miller", "measure": "killed", "value": "2", "cites": cites}
        return told | more

    least = LEAST["incidents"][0]
    incidents = [
        least | {"id": "flood", "claims": [claim("first"), claim("kept")]},
        least | {"id": "storm", "claims": [claim("later", value="3", supersedes="flood.first")]},
    ]
    prepared = write(tmp_path, Tables(LEAST | {"incidents": incidents}))
    assert not prepared.failed, prepared.problems
    (scope,) = prepared.derived.analyses["flood"].scopes
    assert {p.claim.id: (p.status, p.replaced_by) for p in scope.claims} == {
        "first": ("superseded", "storm.later"),
        "kept": ("accepted", None),
    }
    article = bodies(prepared)["incidents/flood.html"].article
    assert 'href="../incidents/storm.html#claim-later"' in article


def test_a_judgement_says_which_of_its_grounds_have_moved(rows: Tables, tmp_path: Path) -> None:
    (judged,) = (row for row in rows["episodes"] if row.get("judgements"))
    (judgement, *_), others = judged["judgements"], rows["episodes"]
    basis = {"claim": judgement["rests_on"][0]["claim"], "standing": "agreed"}
    changed = judged | {"judgements": [judgement | {"rests_on": [basis]}]}
    table = [changed if row is judged else row for row in others]
    article = bodies(write(tmp_path, Tables(rows | {"episodes": table})))[
        "episodes/salt-month.html"
    ]
    said = re.findall("agreed when this was written, (\\w+) now: to be read again", article.article)
    assert said in (["single"], ["disputed"])


def test_an_alleged_attacker_is_never_shown_without_the_word(
    documents: dict[str, Document],
) -> None:
    acknowledged = documents["incidents/depot-nine-strike.html"].select("article")[0].text
    assert "acknowledged" in acknowledged
    for path in ("incidents/testhaven-rockets.html", "incidents/salt-flat-clash.html"):
        words = documents[path].select("article")[0].text
        assert "alleged" in words
        assert "acknowledged" not in words


def test_an_inference_of_the_editor_says_so(documents: dict[str, Document]) -> None:
    for path in ("incidents/testhaven-rockets.html", "actors/pinecone-brigade.html"):
        assert "infer" in documents[path].select("article")[0].text, path


def test_what_a_picture_leaves_out_is_on_its_page(
    small_prepared: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def drawn(*_: object, more: str, **__: object) -> str:
        asked.append(more)
        return ""

    monkeypatch.setattr("sourcebook.render.pictures.draw_map", drawn)
    rendering = renderer(small_prepared)
    for page in small_prepared.pages:
        if page.kind in ("home", "actor", "episode"):
            asked.clear()
            article = rendering.render(page).article
            missing = [more for more in asked if f'id="{more.removeprefix("#")}"' not in article]
            assert missing == [], page.url
