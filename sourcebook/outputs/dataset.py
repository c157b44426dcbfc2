"""The whole dataset as one JSON file: every record as written, and what follows from it."""

import json
from typing import Any

from sourcebook.derive import Scope, Standing
from sourcebook.derive.grade import LADDER_VERSION
from sourcebook.derive.values import value_words
from sourcebook.link import Graph
from sourcebook.models import KINDS, Record
from sourcebook.outputs.table import Work
from sourcebook.pages import record_url


def dataset(work: Work) -> bytes:
    """One object: `dataset`, then a list for each kind of record, sorted by id.

    A record stands on a line, so that two editions can be compared by `diff`. Fields keep their
    names; what a record leaves out stays out, so that null is never a guess. `computed` holds
    what nobody wrote: url, grade, origins, and the matrix with its ranges.
    """
    graph = work.graph
    about = graph.dataset.model_dump(mode="json", exclude_none=True)
    parts = [f'"dataset": {_json(about)}']
    for model in KINDS.values():
        rows = ",\n".join(_json(_record(work, record)) for record in graph.of(model))
        parts.append(f'"{model.folder}": [\n{rows}\n]')
    return ("{" + ",\n".join(parts) + "}\n").encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _record(work: Work, record: Record) -> dict[str, Any]:
    written = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    standing = work.derived.standings[record.id]
    computed = {"url": record_url(record)} | _computed(work.graph, standing)
    return {"id": record.id} | written | {"computed": computed}


def _computed(graph: Graph, standing: Standing) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if standing.grade is not None:
        found["grade"] = standing.grade.name
        found["grade_computed"] = standing.grade.computed
        found["grade_ladder"] = LADDER_VERSION
    if standing.scopes:
        found["origins"] = len(standing.origins.origins)
        found["matrix"] = [_scope(graph, scope) for scope in standing.scopes]
    return found


def _scope(graph: Graph, scope: Scope) -> dict[str, Any]:
    return {
        "measure": scope.measure.id,
        "of": scope.of,
        "covers": scope.covers,
        "standing": scope.standing,
        "range": None if scope.range is None else [scope.range.low, scope.range.high],
        "origins": len(scope.origins.origins),
        "claims": [
            {
                "record": position.holder,
                "claim": position.claim.id,
                "by": position.claim.by,
                "value": value_words(position.claim.value, graph),
                "status": position.status,
            }
            for position in scope.positions
        ],
    }
