"""Problems as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format).

Editors and code hosts show such a file beside the lines that it speaks of. Every rule is listed,
broken or not; what is excused in a record is a suppressed result, with the reason.
"""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from sourcebook import __version__
from sourcebook.problems.messages import escape_unprintable
from sourcebook.problems.problem import Problem
from sourcebook.rules import RULES, Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_INDEX = {code: index for index, code in enumerate(RULES)}


def format_sarif(problems: Iterable[Problem]) -> str:
    """One run as a SARIF file. A level is what the dataset makes of a rule, not its default."""
    driver = {
        "name": "sourcebook",
        "version": __version__,
        "rules": [_rule(rule) for rule in RULES.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in problems],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.asks},
        "help": {"text": f"`python build.py rules {rule.code}` explains this rule."},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"editorial": rule.editorial},
    }


def _result(problem: Problem) -> dict[str, Any]:
    result = {
        "ruleId": problem.code,
        "ruleIndex": _INDEX[problem.code],
        "level": problem.severity.value,
        "message": {"text": escape_unprintable(problem.message)},
        "locations": [{"physicalLocation": _place(problem)}],
    }
    if problem.excuse:
        excuse = {"kind": "inSource", "justification": escape_unprintable(problem.excuse)}
        result["suppressions"] = [excuse]
    return result


def _place(problem: Problem) -> dict[str, Any]:
    """The file, by its path in the repository, and the line; a file as a whole has no region."""
    uri = quote(problem.path, errors="surrogateescape")
    place: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    return place | ({"region": {"startLine": problem.line}} if problem.line else {})
