"""Two hundred pairs of claim and passage, half of which do not fit, and the hints at each.

They were written before the words and rules that read them; forty more, `LATER`, after these, and
nothing was changed for them. `python -m tests.support.pairs` prints what is warned of, kind by
kind, and every false alarm.
"""

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sourcebook.link import Graph
from sourcebook.models import claims_of
from sourcebook.support import ActorNames, hints_of
from tests.conftest import TESTS
from tests.graphs import CITED, graph, record

FILE = TESTS / "cases" / "support_pairs.jsonl"
LATER = TESTS / "cases" / "support_pairs_later.jsonl"
_ROWS = ("by", "measure", "of", "value", "stance")
PART_OF = {"type": "part-of", "actor": "duskland", "by": "duskland", "cites": [CITED]}
SPEAKS = {"type": "speaks-for", "actor": "quellmark-command", "by": "duskland", "cites": [CITED]}


@dataclass(frozen=True)
class Pair:
    """A pair: what the file says of it, and what the machine says."""

    row: dict[str, Any]
    hints: tuple[str, ...]

    @property
    def supports(self) -> bool:
        return bool(self.row["supports"])


@cache
def pairs(file: Path = FILE) -> tuple[Pair, ...]:
    """Every pair of a file with the hints at it."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    made = _graph(rows)
    names = ActorNames(made)
    return tuple(_pair(names, number, row) for number, row in enumerate(rows))


def _pair(names: ActorNames, number: int, row: dict[str, Any]) -> Pair:
    holder = names.graph.records[f"strike-{number}"]
    (claim,) = claims_of(holder)
    return Pair(row, tuple(one.message for one in hints_of(names, holder, claim, row["words"])))


def _graph(rows: list[dict[str, Any]]) -> Graph:
    incidents = []
    for number, row in enumerate(rows):
        fields = {name: row[name] for name in _ROWS if name in row}
        cites = [CITED | {"quote": row["words"]}]
        claim = {"id": "it", "cites": cites, "said": "2032-02-11"} | fields
        incidents.append(record("incident", f"strike-{number}", claims=[claim]))
    return graph(*incidents, *_actors(), record("location", "testhaven"))


def _actors() -> list[Any]:
    named = {
        "ember-watch": ("Ember Watch", [], []),
        "quellmark-command": ("Quellmark Command", ["the Command"], []),
        "dora-sample": ("Dora Sample", [], [SPEAKS]),
        "pinecone-brigade": ("Pinecone Brigade", ["the brigade"], []),
        "lantern-wire": ("Lantern Wire", [], []),
        "marrow-gazette": ("The Marrow Gazette", ["Marrow Gazette"], []),
        "testhaven-hospital": ("Testhaven Hospital", [], []),
        "duskland": ("Duskland", [], []),
        "duskland-ministry": ("Duskland Defence Ministry", [], [PART_OF]),
    }
    return [
        record("actor", name, names={"en": label}, variants=variants, relations=relations)
        for name, (label, variants, relations) in named.items()
    ]


def warned_of(file: Path = FILE) -> tuple[Counter[str], Counter[str]]:
    """How many pairs that do not fit were warned of, by kind; and how many there are."""
    wrong = [pair for pair in pairs(file) if not pair.supports]
    warned = Counter(pair.row["kind"] for pair in wrong if pair.hints)
    return warned, Counter(pair.row["kind"] for pair in wrong)


def false_alarms(file: Path = FILE) -> list[Pair]:
    """The pairs that fit and were warned of."""
    return [pair for pair in pairs(file) if pair.supports and pair.hints]


def report(file: Path = FILE) -> str:
    """What is warned of, by kind; false alarms and what was missed."""
    warned, kinds = warned_of(file)
    lines = [f"{kind}: {warned[kind]} of {count}" for kind, count in kinds.items()]
    false, fits = false_alarms(file), sum(pair.supports for pair in pairs(file))
    lines.append(f"warned of {warned.total()} of {kinds.total()}, of {fits} false {len(false)}")
    lines += [f"FALSE {p.row['by']} {p.row['value']}: {p.row['words']} -> {p.hints}" for p in false]
    missed = (p for p in pairs(file) if not p.supports and not p.hints)
    lines += [f"missed [{p.row['kind']}] {p.row['by']}: {p.row['words']}" for p in missed]
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(), report(LATER), sep="\n\n")  # noqa: T201 - it is a report
