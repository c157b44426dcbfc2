"""The dataset as of an earlier day: what came later goes, with all that rests on it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from sourcebook.as_of import as_of_snapshot
from sourcebook.as_of.known_paragraphs import known_paragraphs
from sourcebook.checks import run_checks
from sourcebook.derive import derive
from sourcebook.link import Graph, link
from sourcebook.load import load
from sourcebook.markdown import Cited, FactUse, Hole, Mention
from sourcebook.models import Claim, Episode, Incident, Source, When
from sourcebook.problems import Severity
from tests.browser.markup import Document
from tests.conftest import SMALL, then

STRIKE = date(2032, 2, 10)
DAYS = [date(2032, 1, 1), STRIKE, date(2032, 2, 11), date(2032, 2, 12), date(2032, 3, 31)]
LATE = date(2100, 1, 1)


def claims(graph: Graph, name: str) -> dict[str, Claim]:
    record = graph.records[name]
    assert isinstance(record, Incident)
    return {claim.id: claim for claim in record.claims}


def test_claims_are_those_that_were_made_and_carried_by_then() -> None:
    made = claims(then(STRIKE), "depot-nine-strike")
    assert {"killed-command-first", "killed-brigade", "who-command"} <= made.keys()
    later = {"killed-command-second", "killed-ember", "wounded-gazette", "when-duskland"}
    assert not later & made.keys()


def test_a_claim_that_was_replaced_later_stands_again() -> None:
    graph = then(STRIKE)
    analysis = derive(graph).analyses["depot-nine-strike"]
    killed = next(s for s in analysis.scopes if (s.measure.id, s.of) == ("killed", "combatants"))
    assert [(p.claim.id, p.status) for p in killed.claims if p.current] == [
        ("killed-command-first", "accepted"),
        ("killed-brigade", "accepted"),
    ]
    assert killed.range is not None
    assert (killed.range.low, killed.range.high) == (0, 3)


def test_a_claim_marked_as_superseded_stands_again(tmp_path: Path) -> None:
    file = "incidents/depot-nine-strike.md"
    marked = (
        (SMALL / file)
        .read_text()
        .replace(
            "    as_of: 2032-02-10T12:00\n", "    as_of: 2032-02-10T12:00\n    status: superseded\n"
        )
    )
    loaded = load(SMALL)
    assert loaded.dataset is not None
    root = tmp_path / "content"
    _copy(SMALL, root)
    (root / file).write_text(marked)
    loaded = load(root)
    assert loaded.dataset is not None
    graph, _ = link(loaded, loaded.dataset)
    assert claims(graph, "depot-nine-strike")["killed-command-first"].status == "superseded"
    again, _ = link(as_of_snapshot(loaded, graph, STRIKE), loaded.dataset)
    assert claims(again, "depot-nine-strike")["killed-command-first"].status == "accepted"


def _copy(source: Path, target: Path) -> None:
    for file in source.rglob("*"):
        if file.is_file():
            goal = target / file.relative_to(source)
            goal.parent.mkdir(parents=True, exist_ok=True)
            goal.write_bytes(file.read_bytes())


def test_what_had_not_happened_or_appeared_is_gone() -> None:
    graph = then(STRIKE)
    assert all(incident.date.earliest.date() <= STRIKE for incident in graph.all_of(Incident))
    names = {source.id for source in graph.all_of(Source)}
    assert {"command-statement", "command-statement-mirror", "brigade-post"} <= names
    assert not {"marrow-2032-02-11", "ember-log-2032", "duskland-transcript"} & names


def test_a_source_without_a_date_is_not_known_to_have_appeared() -> None:
    undated = {s.id for s in then(LATE).all_of(Source) if s.published is None and s.copy_of is None}
    assert not undated


def test_an_incident_of_which_nobody_told_is_gone() -> None:
    for incident in then(STRIKE).all_of(Incident):
        assert incident.claims or incident.roles or incident.id == "lost-patrol"


def test_a_role_needs_its_carrier_and_a_relation_becomes_the_editors_knowledge() -> None:
    graph = then(STRIKE)
    strike = graph.records["depot-nine-strike"]
    assert isinstance(strike, Incident)
    assert [role.actor for role in strike.roles] == ["quellmark-command", "duskland"]
    assert not [
        relation
        for actor in graph.records.values()
        for relation in getattr(actor, "relations", ())
        if not relation.cites and not relation.inferred
    ]


def test_an_episode_keeps_what_rests_on_what_was_known() -> None:
    episode = then(date(2032, 2, 11)).records["salt-month"]
    assert isinstance(episode, Episode)
    assert str(episode.as_of) == str(episode.cut_off) == "2032-02-11"
    assert episode.judgements == ()  # its second claim was made later
    assert "cost goats" not in episode.body


def test_an_episode_before_its_incidents_is_gone_and_not_shown_first() -> None:
    graph = then(date(2031, 1, 1))
    assert "salt-month" not in graph.records
    assert graph.dataset.latest_episode is None


@pytest.mark.parametrize("day", [*DAYS, LATE], ids=str)
def test_nothing_is_named_that_is_not_there(day: date) -> None:
    graph = then(day)
    found = run_checks(graph, derive(graph))
    rule = graph.dataset.severity
    loose = [p for p in found if rule(p.code) is Severity.ERROR and p.code[:3] in ("SB2", "SB3")]
    assert loose == []


def test_much_later_only_what_has_no_date_is_gone() -> None:
    loaded = load(SMALL)
    assert loaded.dataset is not None
    graph, _ = link(loaded, loaded.dataset)
    lost = graph.records.keys() - then(LATE).records.keys()
    assert all(_dateless(graph.records[name]) for name in lost)


def _dateless(record: object) -> bool:
    published: When | None = getattr(record, "published", None)
    return isinstance(record, Source) and published is None


def _says(hole: Hole) -> Iterator[str]:
    if isinstance(hole, Cited):
        yield from (source for source, _ in hole.items)
    elif isinstance(hole, Mention | FactUse):
        yield hole.id


@pytest.mark.parametrize(
    ("body", "bare", "left"),
    [
        ("Old [@old, 1].\n\nNew [@new, 1].", False, "Old [@old, 1]."),
        ("## Head\n\nNew [@new, 1].\n\n## Next\n\nOld [[old]].", False, "## Next\n\nOld [[old]]."),
        ("## Head\n\n### Sub\n\nOld [[old]].", False, "## Head\n\n### Sub\n\nOld [[old]]."),
        ("Nothing is named.\n\nOld [[old]].", False, "Old [[old]]."),
        ("Nothing is named.\n\nNew [[new]].", True, "Nothing is named."),
        ("- Old [[old]]\n- New {{new.date}}", True, ""),
        ("One [[old]]\nand [[new]] too.", False, ""),
    ],
)
def test_paragraphs_that_rest_on_the_later_go_with_bare_headings(
    body: str, bare: bool, left: str
) -> None:
    assert (
        known_paragraphs(body, lambda hole: "new" not in _says(hole), keep_unreferenced=bare)
        == left
    )


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_site_of_a_day_is_whole_and_says_so(
    run: Callable[..., Result], tmp_path: Path, day: date
) -> None:
    out = tmp_path / "then"
    result = run("build", "--as-of", str(day), "-o", str(out), "-q")
    assert result.exit_code == 0, result.output
    pages = [path.relative_to(out).as_posix() for path in out.rglob("*.html")]
    assert "index.html" in pages
    for page in pages:
        text = (out / page).read_text()
        if 'http-equiv="refresh"' not in text:
            assert f"As it could be known on {day.day} {day:%B} {day.year}." in text, page
        for target, _ in Document.read(out, page).links():
            assert (out / target).exists(), (page, target)


def test_today_says_nothing_of_a_day(small_site: Path) -> None:
    assert "could be known" not in (small_site / "index.html").read_text()


def test_the_briefing_of_a_day_says_so(run: Callable[..., Result], tmp_path: Path) -> None:
    file = tmp_path / "b.html"
    result = run("brief", "salt-month", "--as-of", "2032-02-11", "-o", str(file))
    assert result.exit_code == 0, result.output
    assert file.read_text().count("As it could be known on 11 February 2032.") == 1


def test_a_day_is_a_date(run: Callable[..., Result]) -> None:
    result = run("build", "--as-of", "yesterday")
    assert result.exit_code == 2
    assert "'yesterday' does not match the format '%Y-%m-%d'" in result.output
