"""Random datasets without an error, built from the models themselves; and ways to spoil them.

What a field may hold is read from its annotation, so that a new field is tried without a word
here. References name records of a small fixed world; those that must not circle name a later one.
All that comes of it is invented.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from sourcebook.models import KINDS, Claim, Dataset, Markup, Model, Ref, Stated, TermRef, When
from sourcebook.models.base import ClaimRef, FactRef, Id, Lang, Text
from sourcebook.models.rule_settings import ExcusableRule, Level, RuleCode
from sourcebook.models.source import Url
from sourcebook.rules import RULES
from sourcebook.vocabulary import Measure, Population, built_in

Fields = dict[str, Any]
Made = st.SearchStrategy[Any]


def bounded(examples: int, *, shrink: bool = False) -> settings:
    """So many examples of something large.

    To make a failing dataset small takes minutes, which is worth it on a desk only.
    """
    many = int(os.environ.get("SOURCEBOOK_EXAMPLES", "1"))
    small = (Phase.shrink,) if shrink or "SOURCEBOOK_SHRINK" in os.environ else ()
    return settings(
        max_examples=examples * many,
        phases=(Phase.explicit, Phase.generate, *small),
        suppress_health_check=list(HealthCheck),
    )


WORLD = {
    "incident": ("i0", "i1"),
    "actor": ("a0", "a1"),
    "location": ("l0", "l1"),
    "source": ("s0", "s1"),
    "episode": ("e0",),
    "page": ("p0",),
}
ZONES = ("UTC", "Asia/Damascus", "America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu")

# ---- texts

HIDDEN = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\ufffc" + "".join(
    map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
"""What nobody sees, and is no control or format character."""
LETTERS = st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters=HIDDEN)
"""What a text may hold: everything that is seen."""

ODD = (
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}{% raw %}{# x #}",
    "قرية الاختبار",
    "می\u200cشود CNN\u200f، ثم",
    "a\u0301\U0001f469\u200d\U0001f680",
    "' onmouseover='x' \"",
    "--- # ~ & * ! | > @ ` % [ ] { } ,",
    "]]> <!-- --> &amp; &#0;",
    "=1+1",
    "null",
    "~",
    "no",
    "1e400",
    "-",
)
TEXT = st.one_of(st.sampled_from(ODD), st.text(LETTERS, min_size=1, max_size=20)).filter(str.strip)
WORDS = st.text(
    st.characters(
        categories=("L", "N", "Zs"), include_characters=".,;:'\"!?()-", exclude_characters=HIDDEN
    ),
    max_size=20,
)
"""Texts that mean nothing to Markdown but themselves."""


def ids(kind: str) -> Made:
    return st.sampled_from(WORLD[kind])


MENTIONS = st.one_of(
    st.sampled_from([name for names in WORLD.values() for name in names]).map("[[{}]]".format),
    st.tuples(ids("actor"), WORDS).map(lambda pair: f"[[{pair[0]}|{pair[1]}]]"),
)
CITES = st.lists(
    st.tuples(ids("source"), WORDS).map(lambda pair: f"@{pair[0]}, p{pair[1].replace(';', '')}"),
    min_size=1,
    max_size=3,
).map(lambda items: f"[{'; '.join(items)}]")
FACTS = st.sampled_from(
    ["i0.date", "i1.place", "i1.grade", "i0.day", "a1.name", "e0.name", "dataset.claims"]
)
PHRASE = st.lists(
    st.one_of(WORDS, MENTIONS, CITES, FACTS.map("{{{{{}}}}}".format), st.just("**b** `[[c]]` ")),
    min_size=1,
    max_size=5,
).map(" ".join)
BLOCKS = st.one_of(
    PHRASE,
    PHRASE.map("## {}".format),
    st.lists(PHRASE, min_size=1, max_size=3).map(lambda items: "- " + "\n  1. ".join(items)),
    PHRASE.map("> {}".format),
    PHRASE.map("```\n{}\n```".format),
    MENTIONS.map(lambda text: "| a |\n|---|\n| {} |".format(text.replace("|", "\\|"))),
    st.just("![a](b.png) [c](d.html) <https://e.example>"),
)
BODY = st.lists(BLOCKS, max_size=4).map("\n\n".join)

# ---- dates and values


@st.composite
def moments(draw: st.DrawFn) -> str:
    year = draw(st.one_of(st.integers(2030, 2032), st.sampled_from([1, 2, 9998, 9999])))
    text = f"{year:04}"
    if draw(st.booleans()):
        text += f"-{draw(st.integers(1, 12)):02}"
        if draw(st.booleans()):
            text += f"-{draw(st.integers(1, 28)):02}"
            if draw(st.booleans()):
                hour, minute = draw(st.integers(0, 23)), draw(st.integers(0, 59))
                zone = draw(st.sampled_from(["", "", "Z", "+14:00", "-11:30"]))
                text += f"T{hour:02}:{minute:02}{zone}"
    return text + draw(st.sampled_from(["", "", "~", "?", "%"]))


DATES = st.one_of(
    moments(),
    moments().map("{}/..".format),
    moments().map("../{}".format),
    moments().map(lambda text: f"{text}/{text}"),
    st.lists(moments(), min_size=1, max_size=3).map(lambda items: f"[{','.join(items)}]"),
)
NUMBERS = st.one_of(st.integers(0, 20), st.integers(0, 10**15 - 1)).map(str)
FIGURES = st.one_of(
    NUMBERS,
    st.tuples(st.sampled_from([">=", "<=", "~"]), NUMBERS).map("".join),
    st.tuples(st.integers(0, 9), st.integers(9, 99)).map(lambda pair: f"{pair[0]}-{pair[1]}"),
    st.sampled_from(["dozens", "thousands", "2.5", "0.000001"]),
)
VALUES: dict[str, Made] = {
    "figure": FIGURES,
    "date": DATES,
    "text": TEXT,
    **{
        kind: st.one_of(ids(kind), st.lists(ids(kind), min_size=1, max_size=3))
        for kind in ("actor", "location", "incident")
    },
}
ABSENT = st.sampled_from(["none", "unknown", "not stated"])
EDITORIAL = st.sampled_from([code for code, rule in RULES.items() if rule.editorial])

# ---- fields, by their annotation

KNOWN: list[tuple[Any, Made]] = [
    (Id, st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,4})?", fullmatch=True)),
    (Lang, st.sampled_from(["en", "ar", "he", "zh-Hant", "und"])),
    (Text, TEXT),
    *((code, EDITORIAL) for code in (ExcusableRule, RuleCode)),
    (Level, st.just("warning")),
    (Url, st.sampled_from(["https://a.example", "http://a.example/b?c=d&e=%20#f\"'<>"])),
]


def values(hint: Any, least: int = 0) -> Made:
    """Anything that a field of this type may hold: of several values, so many at least."""
    for known, made in KNOWN:
        if hint == known:
            return made
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _marked(arguments[0], arguments[1:])
    if origin in (Union, UnionType):
        return st.one_of(*(values(part) for part in arguments if part is not type(None)))
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return st.lists(values(arguments[0]), min_size=least, max_size=2)
    if origin is dict:
        return st.dictionaries(*map(values, arguments), min_size=least, max_size=2)
    return _plain(hint)


def _marked(hint: Any, notes: tuple[Any, ...]) -> Made:
    """What a type with notes may hold: what its mark or its bounds say."""
    for note in notes:
        if isinstance(note, Ref):
            return ids(note.kind)
        if isinstance(note, TermRef):
            return st.sampled_from(built_in(note.kind).written())
        if type(note) in _MARKS:
            return _MARKS[type(note)]
    bounds = _bounds(notes)
    if hint in _BOUND:
        return _BOUND[hint](bounds)
    return values(hint, bounds.get("min_length", 0))


_MARKS: dict[type, Made] = {
    Markup: PHRASE.map(lambda text: text if text.strip() else "Words"),
    FactRef: st.just("i0.c0"),
    ClaimRef: st.just("i0.c0"),
}
_BOUND: dict[Any, Callable[[Fields], Made]] = {
    When: lambda _: DATES,
    str: lambda bounds: _patterns(bounds.get("pattern", "")),
    float: lambda bounds: st.floats(bounds["ge"], bounds["le"], allow_nan=False),
    int: lambda bounds: st.integers(bounds.get("gt", 0) + 1, bounds.get("le", 10**12)),
}


def _bounds(notes: tuple[Any, ...]) -> Fields:
    found: Fields = {}
    for note in notes:
        for one in (note, *getattr(note, "metadata", ())):
            for name in ("ge", "gt", "le", "pattern", "min_length"):
                if getattr(one, name, None) is not None:
                    found[name] = getattr(one, name)
    return found


def _patterns(pattern: str) -> Made:
    if not pattern:
        return st.sampled_from(ZONES)
    return st.from_regex(pattern, fullmatch=True, alphabet=LETTERS)


def _plain(hint: Any) -> Made:
    if isinstance(hint, type) and issubclass(hint, Model):
        return _model(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from([one.value for one in hint])
    return {bool: st.booleans(), str: TEXT, When: DATES}[hint]


_BOUND_TO_OTHERS = ("passage", "assessed", "compared_by", "compared_on")
"""What only commands write, since it is bound to other values."""


@cache
def _model(model: type[Model]) -> Made:
    """The fields of a model, as an editor may write them."""
    if model is Claim:
        return st.one_of([_claim(measure) for measure in sorted(built_in(Measure))])
    left_out = {"id", "aliases", "body", "part_of", *_BOUND_TO_OTHERS}
    made = _fields(model, {}, left_out)
    return made.map(_evident) if issubclass(model, Stated) else made


def _fields(model: type[Model], given: dict[str, Made], left_out: set[str]) -> Made:
    """All fields that a model requires, and some that it does not; some of them are given."""
    required: dict[str, Made] = dict(given)
    optional: dict[str, Made] = {}
    hints = get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        if name not in given and name not in left_out:
            into = required if field.is_required() else optional
            into[field.alias or name] = values(hints[name])
    return st.fixed_dictionaries(required, optional=optional)


def _evident(fields: Fields) -> Fields:
    """Who states it and where, or else the editor's inference."""
    if fields.get("by") and fields.get("cites"):
        return fields | {"inferred": False}
    return {k: v for k, v in fields.items() if k not in ("by", "cites")} | {"inferred": True}


def _claim(measure: str) -> Made:
    value = st.one_of(VALUES[built_in(Measure)[measure].kind], ABSENT)
    of = st.one_of(st.none(), st.sampled_from(sorted(built_in(Population))))
    given = {"measure": st.just(measure), "value": value, "of": of}
    return _fields(Claim, given, {"id", "supersedes"})


# ---- records and datasets


@dataclass(frozen=True)
class Row:
    """A record as its editor wrote it: kind, id and fields; `table` is whether in a table."""

    kind: str
    id: str
    fields: Fields
    table: bool

    @property
    def path(self) -> str:
        folder = KINDS[self.kind].folder
        return f"{folder}.jsonl" if self.table else f"{folder}/{self.id}.md"

    @property
    def text(self) -> str:
        if self.table:
            return json.dumps({"id": self.id} | self.fields) + "\n"
        fields = {name: value for name, value in self.fields.items() if name != "body"}
        front = yaml.dump(fields, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{front}---\n{self.fields.get('body', '')}"


class _Plain(yaml.SafeDumper):
    """Writes what an editor could: without anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@st.composite
def rows(draw: st.DrawFn) -> tuple[Row, ...]:
    """The records of a whole dataset, without an error among them."""
    made = []
    for kind, names in WORLD.items():
        for number, name in enumerate(names):
            fields = draw(_model(KINDS[kind])) | {"body": draw(BODY)}
            fields = _sound(kind, number, fields)
            if draw(st.booleans()):
                fields["aliases"] = [f"old-{name}"]
            made.append(Row(kind, name, fields, draw(st.booleans())))
    return tuple(made)


def _sound(kind: str, number: int, fields: Fields) -> Fields:
    """What no single field can see to: no circles, ids that stand once, an order of dates."""
    for index, claim in enumerate(fields.get("claims", ())):
        claim["id"] = f"c{index}"
        if index % 2:
            claim["supersedes"] = f"c{index - 1}"
    if kind == "page":
        fields["body"] = fields["body"].strip() or "Text."
    if kind == "incident" and number == 0 and not fields.get("claims"):
        cite = {"source": "s0", "at": "1"}
        fields["claims"] = [
            {"id": "c0", "by": "a0", "measure": "killed", "value": 1, "cites": [cite]}
        ]
    later = WORLD[kind][number + 1 :]
    for other in fields.get("not_same_as", ()):
        other[kind] = later[0] if later else WORLD[kind][0]
    if not later:
        fields.pop("not_same_as", None)
    straighten = _FREE_OF_CIRCLES.get(kind)
    return fields if straighten is None else straighten(fields, later)


def _location(fields: Fields, later: tuple[str, ...]) -> Fields:
    fields.pop("within", None)
    if not later:
        fields.pop("near", None)
    elif "near" in fields:
        fields["near"]["location"] = later[0]
    return fields | {"within": later[0]} if later else fields


def _actor(fields: Fields, later: tuple[str, ...]) -> Fields:
    for relation in fields.get("relations", ()):
        relation.pop("until", None)
        relation["actor"] = later[0] if later else WORLD["actor"][0]
        if not later and relation["type"] in ("part-of", "speaks-for"):
            relation["type"] = "backs"
    return fields


def _incident(fields: Fields, later: tuple[str, ...]) -> Fields:
    for response in fields.get("responds_to", ()):
        response["incident"] = later[0] if later else WORLD["incident"][0]
    return fields


def _source(fields: Fields, later: tuple[str, ...]) -> Fields:
    fields.pop("published", None)  # or it would have to follow all that it reports
    fields.pop("copy_of", None)
    fields["parts"] = False
    fields["read"] = "part" if fields["read"] == "none" else fields["read"]
    derived = fields.pop("derived_from", [])
    return fields | {"derived_from": [one | {"source": later[-1]} for one in derived if later]}


_FREE_OF_CIRCLES: dict[str, Callable[[Fields, tuple[str, ...]], Fields]] = {
    "incident": _incident,
    "location": _location,
    "actor": _actor,
    "source": _source,
}


@st.composite
def descriptions(draw: st.DrawFn) -> Fields:
    """The description of a dataset."""
    fields: Fields = draw(_model(Dataset))
    fields["time_zone"] = draw(st.sampled_from(ZONES))
    fields |= {"locks": "none", "every_quotation_captured": False}
    fields.pop("captures", None)
    for other in fields.get("other_zones", ()):
        other["zone"] = draw(st.sampled_from(ZONES))
    for name, wholes in (("measures", built_in(Measure)), ("populations", built_in(Population))):
        for one in fields.get(name, {}).values():
            if isinstance(one, dict) and one.get("part_of") is not None:
                one["part_of"] = draw(st.sampled_from(sorted(wholes)))
    return fields


@st.composite
def datasets(draw: st.DrawFn) -> dict[str, str]:
    """A dataset without an error: its files by path."""
    files = {"dataset.yml": yaml.dump(draw(descriptions()), Dumper=_Plain, allow_unicode=True)}
    for row in draw(rows()):
        files[row.path] = files.get(row.path, "") + row.text
    return files
