"""Rules as data: how grave a dataset takes them, what records are excused from, how they print."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sourcebook.models import KINDS
from sourcebook.problems import Format, Problem, blocks_publication, format_problems
from sourcebook.render import Renderer
from sourcebook.rules import RULES, Severity
from sourcebook.site import Prepared, prepare
from tests.conftest import Run

DATASET = """\
title: Register of Harrow Vale
description: Invented floods of a valley that is on no map.
publisher: The Placeholder Society
licence: CC BY 4.0
edition: "1"
edition_date: 2032-04-01
time_zone: Etc/GMT-2
locks: quotes
"""
VALE = "---\nnames: {en: Harrow Vale}\ntype: region\n---\n"
WATCH = "---\nnames: {en: Vale Watch}\ntype: monitor\n---\n"
LOG = """\
---
title: Log of the watch
publisher: Vale Watch
type: dataset
language: en
published: 2032-03
read: whole
---
"""
FLOOD = """\
---
title: The flood
type: unknown
date: 2032-02-09
location: vale
location_precision: locality
claims:
  - {id: dead, by: watch, measure: killed, value: 2, cites: [{source: log, at: row 1}]}
  - {id: hurt, by: watch, measure: wounded, value: 2, status: superseded,
     cites: [{source: log, at: row 2}]}
  - {id: lost, by: watch, measure: missing, value: 2, status: superseded,
     cites: [{source: log, at: row 3}]}
---
The water rose. It fell again.
"""

Told = Callable[..., Prepared]


@pytest.fixture
def dataset(tmp_path: Path) -> Told:
    """Prepare an invented dataset whose description has more lines, and its flood an excuse."""

    def made(more: str = "", excused: str = "", flood: str = FLOOD) -> Prepared:
        excuse = f"excused:\n{excused}\n---\nThe" if excused else "---\nThe"
        files = {
            "dataset.yml": DATASET + more,
            "locations/vale.md": VALE,
            "actors/watch.md": WATCH,
            "sources/log.md": LOG,
            "incidents/flood.md": flood.replace("---\nThe", excuse),
        }
        for name, text in files.items():
            file = tmp_path / "content" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return prepare(tmp_path)

    return made


def lines(found: Prepared) -> list[str]:
    return [line.removeprefix("content/") for line in format_problems(found.problems).splitlines()]


RISING = "incidents/flood.md:14: warning SB407 this sentence cites no source: 'The water rose.'"
FALLING = "incidents/flood.md:14: warning SB407 this sentence cites no source: 'It fell again.'"
HURT, LOST = (
    f"incidents/flood.md:{line}: warning SB403 claim '{name}' is superseded, but no claim names "
    f"it: write supersedes: {name} in the newer one"
    for name, line in (("hurt", 9), ("lost", 11))
)


def excuse(rule: str, more: str = "") -> str:
    return f"  - {{rule: {rule}, why: A reason, by: A. Editor, date: 2032-04-02{more}}}"


# ---- how grave


def test_rules_are_as_grave_as_they_say(dataset: Told) -> None:
    assert lines(dataset()) == [HURT, LOST, FALLING, RISING]


def test_a_warning_is_raised(dataset: Told) -> None:
    found = dataset("severities: {SB407: error}\n")
    raised = [line.replace("warning", "error") for line in (FALLING, RISING)]
    assert lines(found) == [HURT, LOST, *raised]
    assert found.failed


def test_an_editorial_error_is_lowered(dataset: Told) -> None:
    early = FLOOD.replace("2032-02-09", "2032-09-09").replace("location: vale", "location: valley")
    found = dataset("severities:\n  SB401: warning\n", flood=early)
    levels = {(problem.code, problem.severity) for problem in found.problems}
    assert ("SB401", Severity.WARNING) in levels
    assert ("SB201", Severity.ERROR) in levels


@pytest.mark.parametrize("code", sorted(c for c, rule in RULES.items() if not rule.editorial))
def test_a_rule_that_keeps_the_site_whole_is_not_lowered(code: str, dataset: Told) -> None:
    found = dataset(f"severities:\n  {code}: warning\n")
    rule = RULES[code]
    if rule.severity is Severity.WARNING:
        assert "SB116" not in {problem.code for problem in found.problems}
        return
    assert lines(found)[0] == (
        f"dataset.yml:10: error SB116 {code} ({rule.name}) stays an error: delete this line, "
        "and correct what the rule finds"
    )
    assert found.graph.dataset.severity(code) is Severity.ERROR


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("SB4007: error", "SB104 unknown rule 'SB4007'; did you mean 'SB407'?"),
        ("sb407: error", "SB104 unknown rule 'sb407'; did you mean 'SB407'?"),
        ("prose: error", "SB104 unknown rule 'prose'; `python build.py rules` lists them"),
        ("SB407: errror", "SB104 'errror' is not a word for 'SB407'; did you mean 'error'?"),
        (
            "SB407: off",
            "SB104 a rule is an error or a warning, not 'off': what may break it is "
            "excused in its own record, with the reason",
        ),
    ],
)
def test_a_wrong_word_about_rules_is_told_at_its_line(
    line: str, message: str, dataset: Told
) -> None:
    found = dataset(f"severities:\n  {line}\n")
    assert f"dataset.yml:10: error {message}" in lines(found)


# ---- excuses


def test_an_excuse_holds_for_its_record(dataset: Told) -> None:
    found = dataset(excused=excuse("SB407"))
    assert {problem.code for problem in found.problems} == {"SB403"}
    assert {problem.excuse for problem in found.excused} == {"A reason (A. Editor, 2032-04-02)"}
    assert [problem.code for problem in found.excused] == ["SB407", "SB407"]


@pytest.mark.parametrize(
    ("rule", "where", "left"),
    [
        ("SB403", ", at: hurt", ["lost"]),
        ("SB403", ", at: claims", []),
        ("SB403", ", words: \"'lost'\"", ["hurt"]),
        ("SB407", ", at: text", ["hurt", "lost"]),
        ("SB407", ", at: body", ["hurt", "lost"]),
        ("SB407", ", at: text, words: water rose", ["fell", "hurt", "lost"]),
    ],
)
def test_an_excuse_holds_where_it_says(
    rule: str, where: str, left: list[str], dataset: Told
) -> None:
    found = dataset(excused=excuse(rule, where))
    kept = [problem for problem in found.problems if problem.code == rule or rule == "SB407"]
    assert not any(problem.code == "SB117" for problem in found.problems)
    for problem in kept:
        assert any(word in problem.message for word in left), problem
    assert len(kept) == len(left)


@pytest.mark.parametrize(
    ("rule", "where", "message"),
    [
        ("SB305", "", "there is no problem of SB305 in this record: delete the excuse"),
        ("SB407", ", at: hurt", "no problem of SB407 at 'hurt' in this record: delete the excuse"),
        ("SB403", ", at: hrut", "SB403 at 'hrut' in this record; did you mean 'hurt'?"),
        ("SB407", ", words: sun", "SB407 with the words 'sun' in this record: delete the excuse"),
    ],
)
def test_an_excuse_for_nothing_is_told(rule: str, where: str, message: str, dataset: Told) -> None:
    found = dataset(excused=excuse(rule, where))
    idle = [line for line in lines(found) if "SB117" in line]
    assert len(idle) == 1
    assert idle[0].startswith("incidents/flood.md:14: warning SB117 excuse 1 excuses nothing: ")
    assert idle[0].endswith(message)


def test_of_two_excuses_for_one_problem_none_is_idle(dataset: Told) -> None:
    both = excuse("SB407", ", words: rose") + "\n" + excuse("SB407")
    assert {problem.code for problem in dataset(excused=both).problems} == {"SB403"}


@pytest.mark.parametrize("code", sorted(c for c, rule in RULES.items() if not rule.editorial))
def test_only_editorial_rules_are_excused(code: str, dataset: Told) -> None:
    found = dataset(excused=excuse(code))
    assert lines(found)[0] == (
        f"incidents/flood.md:14: error SB116 {code} ({RULES[code].name}) cannot be excused: "
        "correct what the rule finds"
    )


def test_an_excuse_needs_a_reason_a_name_and_a_date(dataset: Told) -> None:
    told = lines(dataset(excused="  - {rule: SB407}"))
    for name in ("why", "by", "date"):
        assert f"incidents/flood.md:14: error SB102 missing field '{name}' in excuse 1" in told


def test_an_excuse_that_was_given_later_is_not_known_before(dataset: Told, tmp_path: Path) -> None:
    dataset(excused=excuse("SB407"))
    for day, known in ((date(2032, 4, 1), 0), (date(2032, 4, 2), 1)):
        found = prepare(tmp_path, day=day)
        assert len(found.graph.records["flood"].excused) == known
        assert len(found.excused) == 2  # it is the whole dataset that is checked


# ---- how problems print


PROBLEM = Problem("content/a b.md", 3, "SB407", "no source\n", excuse="Why not (A. Editor, 2032)")


def test_what_is_excused_prints_with_its_reason() -> None:
    assert format_problems([PROBLEM]) == (
        "content/a b.md:3: excused SB407 no source\\n; why: Why not (A. Editor, 2032)\n"
    )
    assert format_problems([PROBLEM], Format.GITHUB) == (
        "::notice file=content/a b.md,line=3,title=SB407::no source\\n; excused: Why not "
        "(A. Editor, 2032)\n"
    )


def test_sarif_has_every_rule_and_every_result(dataset: Told) -> None:
    found = dataset("severities: {SB403: error}\n", excused=excuse("SB407", ", words: rose"))
    log = json.loads(format_problems([*found.problems, *found.excused], Format.SARIF))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    for rule in rules:
        assert rule["shortDescription"]["text"] == RULES[rule["id"]].asks
        assert rule["defaultConfiguration"]["level"] == RULES[rule["id"]].severity
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert [_brief(result) for result in run["results"]] == [
        ("SB403", "error", 9, False),
        ("SB403", "error", 11, False),
        ("SB407", "warning", 16, False),
        ("SB407", "warning", 16, True),
    ]
    assert run["results"][3]["suppressions"] == [
        {"kind": "inSource", "justification": "A reason (A. Editor, 2032-04-02)"}
    ]


def _brief(result: dict[str, Any]) -> tuple[str, str, int, bool]:
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/incidents/flood.md"
    line = place["region"]["startLine"]
    return result["ruleId"], result["level"], line, "suppressions" in result


def test_sarif_writes_any_file_as_an_address() -> None:
    found = [
        Problem("content/a b\udcff:#?.md", 0, "SB005", "one\ud800"),
        Problem("content/قرية.md", 1, "SB005", "two"),
    ]
    results = json.loads(format_problems(found, Format.SARIF))["runs"][0]["results"]
    places = [result["locations"][0]["physicalLocation"] for result in results]
    assert [place["artifactLocation"]["uri"] for place in places] == [
        "content/a%20b%FF%3A%23%3F.md",
        "content/%D9%82%D8%B1%D9%8A%D8%A9.md",
    ]
    assert [place.get("region") for place in places] == [None, {"startLine": 1}]
    assert results[0]["message"]["text"] == "one\\ud800"


def test_what_is_excused_fails_nothing(dataset: Told) -> None:
    found = dataset("severities: {SB407: error}\n", excused=excuse("SB407"))
    assert not found.failed
    assert not blocks_publication(found.problems)


# ---- what readers see


@pytest.mark.parametrize("kind", ["incident", "actor", "location", "source", "episode", "page"])
def test_a_page_shows_what_its_record_is_excused_from(kind: str, project: Path) -> None:
    model = KINDS[kind]
    file = min((project / "content" / model.folder).glob("*.md"))
    more = f"---\nexcused:\n{excuse('SB305', ', at: text')}\n"
    file.write_text(file.read_text("utf-8").replace("---\n", more, 1), "utf-8")
    found = prepare(project)
    shown = dict.fromkeys(("site_name", "site_url", "urlpath", "repo_url", "edit_uri"), "")
    renderer = Renderer(project / "templates", found.graph, found.derived, shown | {"exports": ()})
    pages = [page for page in found.pages if page.kind == kind]
    told = {
        page.subject
        for page in pages
        if _EXCUSED in " ".join(renderer.render(page).article.split())
    }
    assert told == {file.stem}


_EXCUSED = (
    'A reason <span class="aside">Rule SB305, raw HTML, at “text”; A. Editor, '
    '<time datetime="2032-04-02">2 April 2032</time></span>'
)


# ---- what is typed


def lax(project: Path) -> None:
    """Give the small project a rule made graver, and a source that is excused from it."""
    about = project / "content" / "dataset.yml"
    about.write_text(about.read_text("utf-8") + "\nseverities: {SB405: error}\n", "utf-8")
    old = (project / "content" / "sources" / "old-atlas.md").read_text("utf-8")
    new = old.replace("---\n", f"---\nexcused:\n{excuse('SB405')}\n", 1)
    (project / "content" / "sources" / "older-atlas.md").write_text(new, "utf-8")


def test_check_counts_what_is_excused_and_lists_it_when_asked(run: Run, project: Path) -> None:
    lax(project)
    result = run("check", "--strict")
    assert result.exit_code == 0
    assert result.output.startswith("37 records, 0 errors, 0 warnings, 1 excused\n")
    told = run("check", "--verbose").stderr
    assert told.startswith("content/sources/older-atlas.md:1: excused SB405 nothing cites ")
    assert told.endswith("; why: A reason (A. Editor, 2032-04-02)\n")


def test_sarif_stands_alone_on_the_standard_output(run: Run, project: Path) -> None:
    lax(project)
    for words in (("check",), ("build",), ("brief", "salt-month"), ("pack",)):
        result = run(*words, "--format", "sarif")
        assert result.exit_code == 0
        (found,) = json.loads(result.stdout)["runs"][0]["results"]
        assert found["suppressions"]
        assert result.stderr


def test_check_says_how_to_learn_more_of_a_rule(run: Run, project: Path) -> None:
    lax(project)
    file = project / "content" / "sources" / "older-atlas.md"
    file.write_text(file.read_text("utf-8").replace("SB405", "SB406"), "utf-8")
    told = run("check").stderr.splitlines()
    assert told[-3] == "`python build.py rules SB405` explains a rule"
    assert told[-2] == "1 error, 1 warning; nothing was published"


def test_rules_are_listed_as_grave_as_the_dataset_takes_them(run: Run, project: Path) -> None:
    lax(project)
    told = run("rules").stdout
    for rule in RULES.values():
        assert f"\n{' ' * 16}{rule.asks}\n" in told
    assert "\nSB405* error    unused source (usually a warning)\n" in told
    assert "\nSB201  error    unknown id\n" in told
    rows = {row["code"]: row for row in json.loads(run("rules", "--json").stdout)}
    assert list(rows) == list(RULES)
    assert rows["SB405"]["severity"] == "error"
    assert rows["SB405"]["usual_severity"] == "warning"
    assert rows["SB405"]["editorial"] is True


def test_rules_are_listed_without_a_dataset(run: Run, tmp_path: Path) -> None:
    told = run("rules", "--content", str(tmp_path))
    assert told.exit_code == 0
    assert told.stdout.startswith("SB001  error    not plain text\n")


def test_an_unknown_rule_is_told(run: Run) -> None:
    result = run("rules", "SB4007")
    assert result.exit_code == 2
    assert "there is no rule 'SB4007'; did you mean 'SB407'?" in result.stderr
