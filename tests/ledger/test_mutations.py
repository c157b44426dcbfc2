"""The real dataset with one thing in it changed at random: none that is published passes unseen.

Each kind of change is tried some times, reproducibly, in a copy whose locks are in order and where
no captured text is at hand, as in continuous integration. Of each kind that changes what is
published as fact every change is an error.

What passes is words of the editors in prose and notes, as far as no figure, date, quotation,
citation or fact in them is touched. They stand as they are in the difference of the record itself.
`python -m tests.ledger.test_mutations` prints the share of each kind that is told, with and
without `facts.lock`.

    SOURCEBOOK_EXAMPLES=20 python -m pytest tests/ledger/test_mutations.py    # twenty times as many
"""

import os
import random
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from sourcebook.ledger import LOCK_NAME, format_lock, published_facts
from sourcebook.problems import Problem, Severity
from sourcebook.site import prepare
from sourcebook.vocabulary import Confidence, Likelihood, built_in
from tests.conftest import REPOSITORY
from tests.mutations import (
    Change,
    Place,
    Places,
    Records,
    another,
    digit,
    digit_of_hash,
    gone,
    letter,
    misspelt,
    one_of,
    only,
    other_fact,
    other_number,
    other_word,
    shape,
    text,
    values,
    withdrawn,
    words,
    words_in,
)
from tests.unchanged import unchanged_texts_kept

LIKELIHOODS, CONFIDENCES = built_in(Likelihood), built_in(Confidence)

EXAMPLES = int(os.environ.get("SOURCEBOOK_EXAMPLES", "1"))
TOLD = ("incidents", "episodes", "actors", "locations", "pages")
HARM = ("killed", "wounded", "casualties", "damage", "occurred")


@dataclass(frozen=True)
class Kind:
    """A kind of change: where it can be made, what it does, how often it is tried.

    `red` kinds change what is published: each is an error. `told` ones are at least a warning.
    """

    places: Places
    change: Change
    times: int = 5
    red: bool = True
    told: bool = True


CLAIM_DATES = tuple(f"*.claims.*.{field}" for field in ("said", "as_of", "period"))
DATES = ("incidents.date", "sources.published", "episodes.as_of", "episodes.cut_off")
SOURCES = ("*.claims.*.cites.*.source", "*.roles.*.cites.*.source")
FIELDS_WITH_IDS = ("*.claims.*.by", "*.roles.*.actor", "incidents.location", "sources.issued_by")

POINTS = tuple(f"*.coordinates.{field}" for field in ("lat", "lon", "uncertainty_m"))

SHORT = (
    *("*.title", "*.summary", "episodes.bottom_line.*", "episodes.unknowns.*"),
    *("episodes.assumptions.*", "episodes.judgements.*.text", "episodes.judgements.*.because"),
    *("episodes.questions.*.ask", "episodes.questions.*.note"),
)
NUMBER = r"(?i)\b(one|two|three|four|five|six|seven|eight|nine|ten|first|second|nobody)\b"

KINDS = {
    "digit of a value": Kind(only(values("*.claims.*.value"), text(r"\d")), digit, 12),
    "digit of a claim's date": Kind(only(values(*CLAIM_DATES), text(r"\d")), digit, 8),
    "digit of a record's date": Kind(only(values(*DATES), text(r"\d")), digit, 8),
    "digit of a quotation": Kind(only(values("**.cites.*.quote"), text(r"\d")), digit, 4),
    "letter of a quotation": Kind(only(values("**.cites.*.quote"), text("[a-z]")), letter, 6),
    "quotation removed": Kind(values("**.cites.*.quote"), gone, 6),
    "digit of a locator": Kind(only(values("**.cites.*.at"), text(r"\d")), digit, 8),
    "digit of a locator in prose": Kind(words(r"\[@[a-z0-9-]+, [^\];]*?(\d+)", *TOLD), digit, 6),
    "digit in prose": Kind(
        words(r"(?<![\w{\[@.-])(\w*\d\w*)(?![^\[]*\]|[^{]*\})", *TOLD, "sources"), digit, 6
    ),
    "claimant replaced": Kind(values("*.claims.*.by"), another("actors"), 8),
    "source replaced": Kind(values(*SOURCES), another("sources"), 8),
    "source replaced in prose": Kind(words(r"\[@([a-z0-9-]+)", *TOLD), another("sources"), 5),
    "location replaced": Kind(
        values("incidents.location", "locations.within"), another("locations"), 4
    ),
    "actor of a role replaced": Kind(values("*.roles.*.actor"), another("actors"), 5),
    "actor of a relation replaced": Kind(values("*.relations.*.actor"), another("actors"), 4),
    "role replaced": Kind(values("*.roles.*.role"), one_of("attacker", "target"), 4),
    "id misspelt": Kind(only(values(*FIELDS_WITH_IDS, *SOURCES), text(r"....")), misspelt, 6),
    "id misspelt in prose": Kind(words(r"(?:\[@|\[\[|\{\{)([a-z0-9-]{4,})", *TOLD), misspelt, 6),
    "citation removed": Kind(
        only(
            values("*.claims.*.cites.*", "*.roles.*.cites.*"), lambda s: isinstance(s.value, dict)
        ),
        gone,
        8,
    ),
    "citation removed in prose": Kind(words(r" ?\[@[^\]]+\]", *TOLD), gone, 6),
    "claim removed": Kind(values("*.claims.*"), gone, 8),
    "role removed": Kind(values("*.roles.*"), gone, 3),
    "claim's status changed": Kind(
        values("*.claims.*.status"), one_of("accepted", "superseded", "withdrawn"), 3
    ),
    "claim withdrawn": Kind(values("*.claims.*"), withdrawn, 4),
    "measure replaced": Kind(values("*.claims.*.measure"), one_of(*HARM), 4),
    "population replaced": Kind(values("*.claims.*.of"), one_of("people", "civilians"), 4),
    "stance changed": Kind(values("*.claims.*.stance"), one_of("claims", "denies"), 4),
    "value elsewhere changed": Kind(
        only(values("*.claims.*.cites.*.as"), text("[a-z]")), letter, 4
    ),
    "fact replaced in prose": Kind(words(r"\{\{(.+?)\}\}", *TOLD), other_fact, 8),
    "likelihood changed": Kind(values("episodes.judgements.*.likelihood"), one_of(*LIKELIHOODS), 3),
    "confidence changed": Kind(values("episodes.judgements.*.confidence"), one_of(*CONFIDENCES), 3),
    "digit of a coordinate": Kind(only(values(*POINTS), text(r"\d")), digit, 6),
    "publisher changed": Kind(only(values("sources.publisher"), text("[a-z]")), letter, 4),
    "lineage replaced": Kind(
        values("sources.copy_of", "sources.derived_from.*.source"), another("sources"), 5
    ),
    "address changed": Kind(only(values("sources.url"), text(r"\d")), digit, 3),
    "excuse removed": Kind(values("*.excused.*"), gone, 5),
    "reason of an excuse": Kind(only(values("*.excused.*.why"), text("[a-z]")), letter, 4),
    "figure in words": Kind(words_in(NUMBER, *SHORT), other_number, 12),
    "who did it": Kind(words_in(r"\b(Nobody|The [A-Z]\w+)\b", *SHORT), lambda *_: "Somebody", 6),
    "word of a title or summary": Kind(words_in(r"(?<=[a-z] )([a-z]{4,})", *SHORT), other_word, 10),
    "digit of a title or summary": Kind(words_in(r"(\d+)", *SHORT), digit, 6),
    "translation changed": Kind(only(values("**.cites.*.translation"), text("[a-z]")), letter, 4),
    "old id taken out": Kind(values("*.aliases"), gone, 2),
    "read state raised": Kind(values("sources.read"), one_of("whole", "part"), 6),
    "bytes of a capture": Kind(values("sources.capture.sha256"), digit_of_hash, 4),
    "word replaced in prose": Kind(
        words(r"(?<=[a-z] )([a-z]{4,})(?= [a-z])", *TOLD), other_word, 10, red=False, told=False
    ),
    "letter of a note": Kind(
        only(values("*.claims.*.note"), text("[a-z]")), letter, 5, red=False, told=False
    ),
    "letter of a name or title": Kind(
        only(values("*.names.*", "*.variants.*", "*.title"), text("[a-z]")), letter, 8
    ),
}


@dataclass(frozen=True)
class Tried:
    """What was told of a change: every new problem."""

    what: str
    problems: tuple[Problem, ...]

    @property
    def red(self) -> bool:
        """Whether it is an error."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def red_without_lock(self) -> bool:
        """Whether it would be one without facts.lock."""
        return Tried("", tuple(p for p in self.problems if not p.code.startswith("SB7"))).red


class Trial:
    """A copy of the real dataset in which things are changed."""

    def __init__(self, root: Path, *, thorough: bool = False) -> None:
        self.thorough = thorough
        self.root, self.content = root, root / "content"
        shutil.copytree(REPOSITORY / "content", self.content)
        (self.content / LOCK_NAME).unlink(missing_ok=True)
        prepared = prepare(root)
        told = published_facts(prepared.graph, prepared.derived)
        (self.content / LOCK_NAME).write_text(format_lock(told.values()), "utf-8")
        self.records, self.before = Records(self.content), self.told()
        self.before_rules = self.told(rules=False)

    def told(self, *, rules: bool = True) -> frozenset[Problem]:
        """What is told of the dataset, without the lines; by editorial `rules` too, or not."""
        with pytest.MonkeyPatch.context() as patch:
            if not rules:
                patch.setattr("sourcebook.checks.CHECKS", ())
            problems = prepare(self.root).problems
        return frozenset(Problem(p.path, 0, p.code, p.message, level=p.level) for p in problems)

    def of(self, name: str, kind: Kind) -> Iterator[Tried]:
        """Some changes of a kind, each alone."""
        chance = random.Random(name)
        found = list(kind.places(self.records))
        for place in chance.sample(found, min(len(found), kind.times * EXAMPLES)):
            value = kind.change(place.value, self.records, chance)
            where = ".".join(map(str, place.path)) or f"text {place.span}"
            what = f"{place.record.file.name} {where}: {place.value!r} to {value!r}"
            yield Tried(what, self.after(place.record.file, place.to(value).text))

    def after(self, file: Path, now: str) -> tuple[Problem, ...]:
        """What is told of the dataset with another file, and was not before.

        Editorial rules take half of the time: unless this is to be `thorough`, they are not tried
        where something is an error without them.
        """
        was = file.read_text("utf-8")
        file.write_text(now, "utf-8")
        try:
            found = self.told(rules=False) - self.before_rules
            if self.thorough or not any(each.severity is Severity.ERROR for each in found):
                found = self.told() - self.before
            return tuple(sorted(found))
        finally:
            file.write_text(was, "utf-8")


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    with unchanged_texts_kept():
        yield Trial(tmp_path_factory.mktemp("mutated"))


def test_the_copy_is_sound_and_a_record_written_otherwise_says_the_same(trial: Trial) -> None:
    assert not [problem for problem in trial.before if problem.severity is Severity.ERROR]
    for record in trial.records.all[::40]:
        assert trial.after(record.file, record.text) == ()


@pytest.mark.parametrize("name", KINDS)
def test_what_is_published_does_not_change_unseen(name: str, trial: Trial) -> None:
    kind = KINDS[name]
    tried = list(trial.of(name, kind))
    assert tried
    if kind.red:
        assert [one.what for one in tried if not one.red] == []
    if kind.told:
        assert [one.what for one in tried if not one.problems] == []


OWN_WORDS = {"note", "read_note", "status_note"}
"""The values that hold words of the editors: what they mean no program can weigh."""


@pytest.mark.parametrize("kind", [*TOLD[:-1], "sources"])
def test_no_field_is_left_out(kind: str, trial: Trial) -> None:
    """One value of each field, however deep, takes a value that the field has elsewhere."""
    unseen = {name for name, tried in every_field(kind, trial) if not tried.red}
    allowed = {name for name in unseen if any(name.endswith(f".{each}") for each in OWN_WORDS)}
    assert unseen == allowed


POLICIES = (
    "severities: {SB605: error}\n",
    "severities: {SB407: warning}\n",
    "quotation_words: 400\n",
)


@pytest.mark.parametrize("policy", POLICIES)
def test_a_rule_is_not_lowered_unseen(policy: str, trial: Trial) -> None:
    file = trial.content / "dataset.yml"
    found = trial.after(file, file.read_text("utf-8") + policy)
    assert {problem.code for problem in found if problem.severity is Severity.ERROR} >= {"SB701"}


def test_an_excuse_is_not_added_unseen(trial: Trial) -> None:
    record = next(one for one in trial.records.all if one.kind == "incidents")
    excuse = {"rule": "SB605", "why": "Fine.", "by": "Anon Person", "date": "2031-05-02"}
    fields = {**record.fields, "excused": [*record.fields.get("excused", ()), excuse]}
    found = trial.after(record.file, replace(record, fields=fields).text)
    assert any("excused SB605" in problem.message for problem in found if problem.code == "SB701")


def every_field(kind: str, trial: Trial) -> Iterator[tuple[str, Tried]]:
    """One change of each field of a kind of record: to another value that it has, or to none."""
    fields: dict[str, list[Place]] = {}
    for place in only(values(f"{kind}.**"), lambda place: isinstance(place.value, str))(
        trial.records
    ):
        fields.setdefault(shape(place), []).append(place)
    for name, places in sorted(fields.items()):
        chance = random.Random(name)
        place = chance.choice(places)
        others = sorted({other.value for other in places} - {place.value})
        now = place.to(chance.choice(others) if others else None)
        yield name, Tried(name, trial.after(place.record.file, now.text))


def shares(trial: Trial) -> Iterator[str]:
    """A line for each kind: how many were tried, and the share that is an error or told."""
    yield "| change | tried | an error | without facts.lock | told at all |"
    yield "|---|---|---|---|---|"
    for name, kind in KINDS.items():
        tried = list(trial.of(name, kind))
        counts = (
            sum(one.red for one in tried),
            sum(one.red_without_lock for one in tried),
            sum(bool(one.problems) for one in tried),
        )
        shown = " | ".join(f"{count / max(len(tried), 1):.0%}" for count in counts)
        yield f"| {name} | {len(tried)} | {shown} |"


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        for line in shares(Trial(Path(folder), thorough=True)):
            sys.stdout.write(f"{line}\n")
