"""The whole dataset as one JSON file: every record as written, and what follows from it."""

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sourcebook.derive import RecordAnalysis, Scope
from sourcebook.derive.coverage import Coverage, StateCounts
from sourcebook.derive.grade import LADDER_VERSION
from sourcebook.derive.rewording import is_reworded
from sourcebook.exports.output import OutputContext
from sourcebook.link import Graph
from sourcebook.models import KINDS, Citation, Record
from sourcebook.pages import record_url


def dataset_json(context: OutputContext) -> bytes:
    """One object: `dataset`, then a list for each kind of record, sorted by id.

    A record is one line, so that two editions can be compared by `diff`. Fields keep their
    names; what a record leaves out stays out, so that null is never a guess. `computed` holds
    what nobody wrote: url, grade, origins, the matrix with its ranges, and what was found of each
    quotation: whether this build looked it up, took it on trust, or neither (`state`).
    """
    graph = context.graph
    about = graph.dataset.model_dump(mode="json", exclude_none=True)
    about["computed"] = {"coverage": _coverage(context.derived.coverage)}
    quoted = _quotations(context)
    parts = [f'"dataset": {_json(about)}']
    for model in KINDS.values():
        rows = ",\n".join(_json(_record(context, record, quoted)) for record in graph.all_of(model))
        parts.append(f'"{model.folder}": [\n{rows}\n]')
    return ("{" + ",\n".join(parts) + "}\n").encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


_Quoted = Mapping[str, list[dict[str, Any]]]
"""The quotations of records, by id: the words, their source, and what was found of them."""


_TO_CITATION = {"quote": 1, "sha256": 2}
"""How many steps above words, or the hash of words, their citation is."""


def _quotations(context: OutputContext) -> _Quoted:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record_id, path in context.graph.quotation_paths:
        steps = _TO_CITATION.get(str(path[-1]), 0)
        citation = context.graph.element_at(record_id, path[:-steps]) if steps else None
        checked = None if citation is None else context.derived.quotes.of_citation(citation)
        if citation is not None and checked is not None:
            found[record_id].append(
                {
                    **_passage(citation),
                    "source": citation.source,
                    "state": checked.state,
                    "paraphrase": is_reworded(context.graph, citation.source),
                    "verdict": checked.verdict,
                    "sha256": checked.digest or None,
                }
            )
    return found


def _coverage(found: Coverage) -> dict[str, Any]:
    """How many claims and figures are in each state, and how many were read by a person."""
    return {
        "claims": _counts(found.claims),
        "figures": _counts(found.figures),
        "assessed": dict(found.verdicts),
    }


def _counts(counts: StateCounts) -> dict[str, int]:
    return {
        "looked-up": counts.looked_up,
        "trusted": counts.trusted,
        "never-checked": counts.never_checked,
        "without": counts.without,
    }


def _passage(citation: Citation) -> dict[str, Any]:
    """The words, or where they stand and their hash, where they are not reproduced."""
    if citation.quote is not None or citation.passage is None:
        return {"quote": citation.quote}
    return {"passage": citation.passage.model_dump(mode="json")}


def _record(context: OutputContext, record: Record, quoted: _Quoted) -> dict[str, Any]:
    written = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    analysis = context.derived.analyses[record.id]
    computed = {"url": record_url(record)} | _computed(context.graph, analysis)
    if record.id in quoted:
        computed["quotations"] = quoted[record.id]
    return {"id": record.id} | written | {"computed": computed}


def _computed(graph: Graph, analysis: RecordAnalysis) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if analysis.grade is not None:
        found["grade"] = analysis.grade.name
        found["grade_computed"] = analysis.grade.computed
        found["grade_ladder"] = LADDER_VERSION
    if analysis.scopes:
        found["origins"] = len(analysis.origins.origins)
        found["matrix"] = [_scope(graph, scope) for scope in analysis.scopes]
    return found


def _scope(graph: Graph, scope: Scope) -> dict[str, Any]:
    return {
        "measure": scope.measure.id,
        "of": scope.of,
        "covers": scope.covers,
        "standing": scope.agreement,
        "range": None if scope.range is None else [scope.range.low, scope.range.high],
        "origins": len(scope.origins.origins),
        "claims": [
            {
                "record": entry.record_id,
                "claim": entry.claim.id,
                "by": entry.claim.by,
                "value": graph.language.value(entry.claim.value, graph.label),
                "status": entry.status,
            }
            for entry in scope.claims
        ],
    }
