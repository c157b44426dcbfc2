"""The dataset of this repository, changed in one place: the check says so, at that place.

No name stands here: each change is a pattern, and is made in the first record that it fits.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from types import MappingProxyType

import pytest

from sourcebook.capture import CaptureRequest, capture, refresh
from sourcebook.checks.changed_sources import check_grades
from sourcebook.derive.changed_sources import retracted_or_corrected
from sourcebook.derive.origins import chain
from sourcebook.ledger import LOCK_NAME, format_lock, published_facts
from sourcebook.link import Graph
from sourcebook.models import Actor, Citation, Claim, Incident, Source
from sourcebook.quotes.assessments import bound_to
from sourcebook.rules import RULES
from sourcebook.site import Prepared, prepare
from tests.conftest import REPOSITORY
from tests.unchanged import unchanged_texts_kept


@dataclass(frozen=True)
class Change:
    """Text that is replaced in a record of a folder, and how far from there the line told is.

    The line is None where the problem shows elsewhere, as with a source whose date is changed.
    """

    code: str
    folder: str
    old: str
    new: str
    off: int | None = 0


_CLAIM = "id: {0}, by: {{{1}}}, measure: {2}, value: {3}, period: 1999"
_CITES = "cites: [{source: {cited}, at: x}]"
WHOLE = f"  - {{{_CLAIM.format('whole', 'actor', 'casualties', 3)}, {_CITES}}}\n"
AGAIN = f"  - {{{_CLAIM.format('again', 'actor', 'casualties', 9)}, {_CITES}}}\n"
PART = f"  - {{{_CLAIM.format('part', 'actor', 'killed', 9)}, {_CITES}}}\n"
OTHERS_PART = PART.replace("{actor}", "{other}")
_ON = "{{id: {0}, by: {{actor}}, measure: occurred, value: 2022-08-{1}, "
_DAY = _ON + "cites: [{{source: {{cited}}, at: x}}]}}"
TWO_DAYS = f"  - {_DAY.format('one-day', '01')}\n  - {_DAY.format('other-day', '05')}\n"
STATUS = r"(?s)\A(?:(.*?^)status: [^\n]*\n|(.*?^)(?=read: ))"
OVERRIDE = "grade_override: {grade: {grade}, by: x, date: 2026-01-01, why: x}\n"
READ = "  - {id: x, by: {actor}, measure: damage, value: y, cites: [{{}}]}\n".replace(
    "{{}}",
    "{source: {cited}, at: x, quote: a b, assessed: {verdict: context, by: A, date: 2026, of: OF}}",
)
UNREAD = "-".join(["0" * 8] * 6)
SAID = (
    "  - {{id: x, by: {{other}}, measure: killed, value: 6, "
    "cites: [{{source: {{cited}}, at: x, quote: '{}'}}]}}\n"
)
SAME = [READ.replace("id: x", f"id: x{n}").replace("OF", UNREAD) for n in range(6)]

CHANGES = (
    Change("SB001", "pages", r"^title: ", "title: \a"),
    Change("SB006", "actors", r"^type: (.*)$", r"type: \1: x"),
    Change("SB007", "incidents", r"^(title: .*)$", r"\1\n\1"),
    Change("SB008", "incidents", r"^title: ", "title: &a "),
    Change("SB009", "incidents", r"^---\n(?!title|names)", "", None),
    Change("SB101", "incidents", r"^title:", "titel:"),
    Change("SB102", "incidents", r"^type: .*\n", "", None),
    Change("SB103", "incidents", r"^title: .*$", "title: [a, b]"),
    Change("SB104", "incidents", r"^type: (\w+)$", r"type: \1e"),
    Change("SB105", "incidents", r"^date: .*$", "date: 2022-02-30"),
    Change("SB106", "incidents", r"^date: .*$", "date: 2022-09-02/2022-09-01"),
    Change("SB107", "incidents", r'^    value: "?\d+"?$', "    value: a few"),
    Change("SB108", "incidents", r'^    value: "?\d+"?$', "    value: 9-3"),
    Change("SB109", "locations", r"\blat: [\d.]+", "lat: 99"),
    Change("SB110", "incidents", r"^    by: .*\n(?=    measure)", "", -1),
    Change("SB111", "incidents", r", at: [^,}]+", ""),
    Change("SB112", "sources", r"^url: https://", "url: www."),
    Change("SB113", "incidents", r"^  - id: (\S+)$", r"  - id: X\1"),
    Change("SB114", "incidents", r"^    measure: (\w+)$", r"    measure: \1x"),
    Change("SB116", ".", r"\Z", "severities: {SB201: warning}\n"),
    Change(
        "SB117",
        "incidents",
        r"^type: ",
        "excused: [{rule: SB401, why: x, by: y, date: 2026-01-01}]\ntype: ",
    ),
    Change("SB201", "incidents", r"^location: (\S+)$", r"location: \1x"),
    Change("SB202", "incidents", r"^location: \S+$", "location: {actor}"),
    Change("SB204", "incidents", r"^type: ", "aliases: [{actor}]\ntype: "),
    Change("SB206", "locations", r"^within: .*$", "within: {id}"),
    Change("SB207", "incidents", r"^    said:", "    supersedes: nosuch\n    said:"),
    Change("SB208", "incidents", r"(?s)(  - id: (\S+)\n.*?\n)  - id: \S+\n", r"\1  - id: \2\n"),
    Change("SB301", "incidents", r"\[\[([a-z0-9-]+)", r"[[\1x"),
    Change("SB302", "incidents", r"\[@([a-z0-9-]+)", r"[@\1x"),
    Change("SB303", "incidents", r"\{\{([a-z0-9-]+)\.", r"{{\1.x"),
    Change("SB304", "pages", r"\Z", "[x](javascript:x)\n"),
    Change("SB305", "pages", r"\Z", "<b>x</b>\n"),
    Change("SB306", "pages", r"\Z", "[[x\n"),
    Change("SB307", "pages", r"\Z", "![x](nowhere.png)\n"),
    Change("SB015", "sources", r"^publisher: US Central", "publisher: US CentraI"),
    Change("SB016", "incidents", r"^title: ", "title: Wаtch "),
    Change("SB514", "sources", r"^  media_type: text/plain$", "  media_type: text/html", None),
    Change("SB530", "incidents", r"\Z", "It says “it was {{{id}.day}} then”.\n"),
    Change("SB531", "incidents", r"\Z", "It says “nobody knows.\n"),
    Change("SB401", "incidents", r"^date: .*$", "date: 2029-01-01", None),
    Change("SB402", "sources", r"^read: \w+$", "read: none", None),
    Change("SB403", "incidents", r"^    said:", "    status: superseded\n    said:"),
    Change("SB404", "incidents", r"^    said: .*$", "    said: 2029-01-01"),
    Change("SB407", "incidents", r"\Z", "Nobody knows.\n"),
    Change("SB408", "sources", r"^url: .*$", "url: {address}/", None),
    Change(
        "SB409",
        "incidents/{one}",
        r"^type: .*\ndate: .*\nlocation: .*$",
        "type: {type}\ndate: {date}\nlocation: {location}",
        None,
    ),
    Change("SB410", "actors", r"^names: .*$", "names: {en: {name}}", None),
    Change("SB411", "sources", r"^read: ", "accessed: 2099-01-01\nread: ", None),
    Change("SB412", "sources", r"^(published: .*)$", r"\1\naccessed: 1999-01-01"),
    Change("SB413", "sources/{shared}", r"^published: .*$", "published: 2022-08-01", None),
    Change("SB414", "incidents", r"^date: .*$", "date: 2022-07-01"),
    Change("SB415", "sources", r"^published: .*$", "published: 2565-08-24"),
    Change("SB416", "incidents", r"^    said: .*$", '    said: "2022-03-25T00:15"'),
    Change("SB417", "incidents", r"^    said: .*$", '    said: "2021-10-28T23:30"'),
    Change("SB419", "incidents", r'^    value: "?\d+"?$', "    value: 2.5"),
    Change("SB433", "incidents", r"^claims:\n", f"claims:\n{TWO_DAYS}", None),
    Change("SB514", "sources", r"^  media_type: text/plain$", "  media_type: text/html", None),
    Change("SB601", "episodes", r"\Z", "Seven died.\n"),
    Change("SB602", "episodes", r"\Z", "It was a Friday.\n"),
    Change("SB603", "episodes", r"\Z", "It was the worst day.\n"),
    Change("SB604", "episodes", r"\Z", "Dozens died.\n"),
    Change("SB605", "incidents/conoco-rockets", r"\Z", "One service member was treated.\n"),
    Change("SB620", "incidents/conoco-rockets", r"\{\{[^}]*\|One\}\}", "Two"),
    Change("SB621", "incidents", r"\Z", "Seven died.\n"),
    Change("SB623", "incidents/conoco-rockets", r"Nobody claimed the", "Hezbollah claimed the"),
    Change("SB624", "incidents/conoco-rockets", r"Nobody claimed the", "Amber Front claimed the"),
    Change("SB622", "incidents/conoco-rockets", r"\|One\}\}", "|Two}}"),
    Change("SB606", "incidents", r"\Z", "Dozens died.\n"),
    Change("SB611", "episodes", r"\Z", "It is likely.\n"),
    Change("SB612", "incidents", r"\Z", "It is likely.\n"),
    Change("SB613", "episodes", r"^    likelihood: likely$", "    likelihood: unlikely", -1),
    Change("SB614", "episodes", r"\Z", "With confidence it is likely.\n"),
    Change("SB615", "incidents", r"\Z", "It is confirmed.\n"),
    Change("SB616", "incidents", r"\Z", "There was {{{id}.impacted}}.\n"),
    Change("SB617", "incidents", r"\Z", "They admitted it.\n"),
    Change("SB618", "incidents", r"\Z", "Men were killed.\n"),
    Change("SB619", "episodes", r"standing: disputed", "standing: agreed"),
    Change("SB503", "incidents", r"\bquote: \"?at least six\b", "quote: at least ten"),
    Change("SB505", ".", r"^(\S+ claims\.\S+) ", r"\1x ", None),
    Change("SB705", ".", r"^(\S+ claims\.\S+) ", r"\1x "),
    Change(
        "SB523",
        "incidents",
        r'(?s)value: "6"(?=(?:(?!\n  - id:).)*as: at least six)',
        'value: "7"',
    ),
    Change("SB514", "sources", r"^  media_type: text/\w+$", "  media_type: application/pdf", None),
    Change("SB508", ".", r"\A# Written by `python build.py q", "x\n# Written by q", None),
    Change("SB405", "*", r"\bsource: {lone}\b", "source: {cited}", None),
    Change("SB406", "sources", r"(?s)\A(?=.*^copy_of: )(.*?)^read: \w+$", r"\1read: none"),
    Change("SB420", "sources/{cited}", STATUS, r"\1\2status: corrected\n", None),
    Change("SB421", "sources/{cited}", STATUS, r"\1\2status: retracted\n", None),
    Change("SB422", "sources/{decisive}", STATUS, r"\1\2status: retracted\n", None),
    Change("SB423", "sources", STATUS, r"\1\2status: corrected\n"),
    Change("SB424", "incidents/{graded}", r"^type: ", f"{OVERRIDE}type: "),
    Change("SB430", "incidents", r"^claims:\n", f"claims:\n{PART}{WHOLE}"),
    Change("SB431", "incidents", r"^claims:\n", f"claims:\n{OTHERS_PART}{WHOLE}"),
    Change("SB432", "incidents", r"^claims:\n", f"claims:\n{WHOLE}{AGAIN}"),
    Change("SB507", "incidents", r"(\bquote: )(\"[^\"\n]*\"|[^,}\"\n]+)", rf"\1{'word ' * 60}"),
    Change(
        "SB544",
        "incidents",
        r"^claims:\n",
        f"claims:\n{READ.replace('OF', UNREAD)}",
    ),
    Change("SB545", "incidents", r"^claims:\n", f"claims:\n{READ.replace('OF', '{bound}')}"),
    Change(
        "SB547",
        "incidents",
        r"^claims:\n",
        f"claims:\n{SAID.format('six killed, {speaker} said')}",
        None,
    ),
    Change(
        "SB548", "incidents", r"^claims:\n", f"claims:\n{SAID.format('six were wounded')}", None
    ),
    Change("SB549", "incidents", r"^claims:\n", f"claims:\n{''.join(SAME)}", None),
    Change("SB509", "incidents", r"(, quote: [\w ]+)(?=})", r"\1, language: en, translation: x"),
    Change("SB512", ".", r"\Z", "captures: content/captures\n"),
    Change("SB514", "sources", r"^  media_type: text/plain$", "  media_type: text/html", None),
    Change("SB701", "incidents", r'^    value: "?\d+"?$', "    value: 987"),
    Change("SB703", "incidents", r'^    value: "?\d+"?$', "    value: 987"),
    Change("SB701", "locations", r"(\blat: \d+\.\d*)", r"\g<1>1"),
    Change("SB702", ".", r"\A# Written by `python build.py f", "x\n# Written by f", None),
)

QUOTED = r"(\bsource: {quoted}, [^}\n]*quote: )(\"[^\"\n]*\"|[^,}\"\n]+)"
HARM = "Seven hundred people were killed."
UNQUOTED = "id: x, by: {actor}, measure: killed, value: 987"
CAPTURED = (
    Change("SB501", "*", QUOTED, r"\1nobody wrote this"),
    Change("SB502", "*", QUOTED, r"\1it stands here twice"),
    Change(
        "SB510",
        "incidents",
        r"^claims:\n",
        f"claims:\n  - {{{UNQUOTED}, cites: [{{source: {{quoted}}, at: x}}]}}\n",
    ),
    Change(
        "SB532", "*", r"^title: .*$(?=(?s:.*)\bsource: {quoted}\b)", "title: “nobody wrote this”"
    ),
    Change(
        "SB524",
        "incidents",
        r"^claims:\n",
        f"claims:\n  - {{{UNQUOTED[:-3]}not stated, cites: [{{source: {{quoted}}, at: x}}]}}\n",
    ),
    Change("SB511", "incidents", r"\Z", "It said: “nobody ever wrote this”. [@{quoted}, x]\n"),
)
"""What only the text of a source can show."""


@pytest.fixture(scope="module", autouse=True)
def kept() -> Iterator[None]:
    """Of the records only those that a test changes are read again."""
    with unchanged_texts_kept():
        yield


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the dataset whose facts are written down as they are."""
    folder = tmp_path_factory.mktemp("changed")
    shutil.copytree(REPOSITORY / "content", folder / "content")
    (folder / "content" / LOCK_NAME).unlink(missing_ok=True)
    prepared = prepare(folder)
    told = published_facts(prepared.graph, prepared.derived)
    (folder / "content" / LOCK_NAME).write_text(format_lock(told.values()), "utf-8")
    return folder


@pytest.fixture(scope="module")
def before(root: Path) -> Prepared:
    return prepare(root)


@pytest.fixture(scope="module")
def names(before: Prepared) -> dict[str, str]:
    """What stands in changes for records that are chosen by what they are."""
    graph = before.graph
    used = {one.id: _cited(graph, one.id) for one in graph.all_of(Source)}
    english = [one.id for one in graph.all_of(Source) if one.language == "en"]
    actors = [actor.id for actor in graph.all_of(Actor)]
    graded = {one.id: before.derived.analyses[one.id].grade for one in graph.all_of(Incident)}
    incident, grade = next((name, grade) for name, grade in graded.items() if grade)
    cited = max(used, key=lambda name: used[name])
    return {
        "{actor}": actors[0],
        "{bound}": _bound_to(actors[0], cited),
        "{speaker}": graph.label(actors[0]),
        "{other}": next(a for a in actors if not {*chain(graph, a)} & {*chain(graph, actors[0])}),
        "{cited}": cited,
        "{quoted}": max(english, key=lambda name: len(set(_quotes(graph, name)))),
        "{lone}": next(name for name, count in used.items() if count == 1),
        "{decisive}": next(
            source.id for source in graph.all_of(Source) if _decides(before, source)
        ),
        "{graded}": incident,
        "{address}": next(one.url for one in graph.all_of(Source)[1:] if one.url) or "",
        "{name}": graph.label(actors[-1]),
        "{shared}": next(
            claim.cites[0].source
            for _, claim in graph.claims()
            if claim.said and len({each.source for each in claim.cites}) > 1
        ),
        **_of_one_passage(graph),
        "{grade}": grade.computed,
    }


def _of_one_passage(graph: Graph) -> dict[str, str]:
    """An incident, and the type, date and place of another that cites a passage as it does."""
    incidents = graph.all_of(Incident)
    cited = {
        one.id: {(c.source, c.at) for claim in one.claims for c in claim.cites} for one in incidents
    }
    one, other = next(
        pair for pair in combinations(incidents, 2) if cited[pair[0].id] & cited[pair[1].id]
    )
    other_words = {"type": other.type, "date": str(other.date), "location": other.location}
    return {"{one}": one.id, **{f"{{{name}}}": words for name, words in other_words.items()}}


def _bound_to(actor: str, source: str) -> str:
    """What a verdict on the passage of `READ` is bound to."""
    cites = [{"source": source, "at": "x", "quote": "a b"}]
    fields = {"id": "x", "by": actor, "measure": "damage", "value": "y", "cites": cites}
    claim = Claim.model_validate(fields)
    return bound_to(claim, claim.cites[0])


def _decides(before: Prepared, source: Source) -> bool:
    """Whether a grade would be another if a source was retracted."""
    gone = source.model_copy(update={"status": "retracted"})
    records = MappingProxyType({**before.graph.records, source.id: gone})
    graph = replace(before.graph, records=records)
    derived = replace(before.derived, changed_sources=retracted_or_corrected(graph))
    return any(check_grades(graph, derived))


def _cited(graph: Graph, source: str) -> int:
    """How often fields cite a source; 0 where something else rests on it."""
    links = graph.backlinks_to(source, "citations")
    other = any(graph.backlinks_to(source, name) for name in ("copies", "derivatives"))
    return 0 if other or any(link.hole for link in links) else len(links)


def test_the_dataset_has_no_error(before: Prepared) -> None:
    assert [problem for problem in before.problems if problem.severity == "error"] == []


def test_every_editorial_rule_is_changed_for() -> None:
    editorial = {code for code, rule in RULES.items() if rule.editorial}
    assert editorial <= {change.code for change in (*CHANGES, *CAPTURED)}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.code)
def test_one_change_is_told_where_it_was_made(
    change: Change, root: Path, before: Prepared, names: dict[str, str]
) -> None:
    tell(change, root, before, names)


def tell(change: Change, root: Path, before: Prepared, names: dict[str, str]) -> None:
    """Make a change, and ask that it is told at its line; then take it back."""
    file, was, now = next(_fitting(root / "content", change, names))
    file.write_text(now, "utf-8")
    try:
        told = set(prepare(root).problems) - {*before.problems}
    finally:
        file.write_text(was, "utf-8")
    found = [problem for problem in told if problem.code == change.code]
    assert found
    if change.off is not None:
        place = (file.relative_to(root).as_posix(), _first_difference(was, now) + change.off)
        assert place in {(problem.path, problem.line) for problem in found}


@pytest.fixture(scope="module")
def captured(
    root: Path, before: Prepared, names: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Prepared:
    """The dataset with a text of the source that is quoted most, made of what is quoted of it."""
    folder = tmp_path_factory.mktemp("captured")
    shutil.copytree(root / "content", folder / "content")
    quotes = list(_quotes(before.graph, names["{quoted}"]))
    text = folder / "text.txt"
    text.write_text("\n\n".join([*quotes, *["it stands here twice"] * 2, HARM]), "utf-8")
    capture(CaptureRequest(folder / "content", names["{quoted}"], text, None, "2026-01-01"))
    refresh(folder / "content")
    return prepare(folder)


@pytest.fixture
def copied(captured: Prepared, tmp_path: Path) -> Path:
    """A copy of it whose texts may be changed."""
    shutil.copytree(captured.root, tmp_path / "copied")
    return tmp_path / "copied"


@pytest.mark.parametrize("change", CAPTURED, ids=lambda change: change.code)
def test_one_change_of_what_is_quoted_is_told(
    change: Change, captured: Prepared, names: dict[str, str]
) -> None:
    tell(change, captured.root, captured, names)


def test_without_the_text_a_changed_quotation_is_not_trusted(
    copied: Path, names: dict[str, str]
) -> None:
    shutil.rmtree(copied / "captures")
    before = prepare(copied)
    tell(Change("SB504", "*", QUOTED, r"\1nobody wrote this"), copied, before, names)


def test_a_text_that_was_changed_is_no_evidence(captured: Prepared, copied: Path) -> None:
    for file in (copied / "captures").iterdir():
        file.write_bytes(file.read_bytes() + b"x")
    told = set(prepare(copied).problems) - {*captured.problems}
    assert "SB506" in {problem.code for problem in told}


def _quotes(graph: Graph, source: str) -> Iterator[str]:
    """Every quotation of a source, in the fields of citations."""
    for link in graph.backlinks_to(source, "citations"):
        citation = None if link.hole else graph.linking_element(link, len(link.path) - 1)
        if isinstance(citation, Citation) and citation.quote:
            yield citation.quote


def _fitting(
    content: Path, change: Change, names: dict[str, str]
) -> Iterator[tuple[Path, str, str]]:
    folder, _, name = _filled(change.folder, names).partition("/")
    for file in sorted(content.glob(f"{folder}/{name or '*'}.*")):
        own = {**names, "{id}": file.stem}
        was = file.read_text("utf-8")
        now, count = re.subn(
            _filled(change.old, own), _filled(change.new, own), was, count=1, flags=re.M
        )
        if count and now != was:
            yield file, was, now


def _filled(text: str, names: dict[str, str]) -> str:
    for name, value in names.items():
        text = text.replace(name, value)
    return text


def _first_difference(was: str, now: str) -> int:
    """The number of the first line that is not as it was."""
    pairs = zip(was.split("\n"), now.split("\n"), strict=False)
    return next(number for number, (one, other) in enumerate(pairs, 1) if one != other)
