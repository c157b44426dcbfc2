"""The rules as a list, and the page of one, as `build.py rules` prints them."""

import json
from pathlib import Path

from sourcebook.models import Dataset
from sourcebook.problems import did_you_mean, quoted
from sourcebook.rules import RULES, Rule, Severity
from sourcebook.theme import rule_page


class UnknownRuleError(LookupError):
    """There is no rule of this code; the message says which may have been meant."""


def format_rules(dataset: Dataset | None) -> str:
    """Every rule in two lines: code, severity in this dataset, name; and what it asks for."""
    lines = [f"{_heading(rule, dataset)}\n{' ' * 16}{rule.asks}\n" for rule in RULES.values()]
    return "".join(lines) + (
        "\n* is an editorial rule: dataset.yml may lower it, and a record may be excused from it.\n"
    )


def _heading(rule: Rule, dataset: Dataset | None) -> str:
    level = _severity(rule, dataset)
    changed = "" if level is rule.severity else f" (usually {_with_article(rule.severity)})"
    return f"{rule.code}{'*' if rule.editorial else ' '} {level:8} {rule.name}{changed}"


def _with_article(level: Severity) -> str:
    return f"an {level}" if level is Severity.ERROR else f"a {level}"


def _severity(rule: Rule, dataset: Dataset | None) -> Severity:
    return rule.severity if dataset is None else dataset.severity(rule.code)


def rules_as_json(dataset: Dataset | None) -> str:
    """The rules as a JSON list of objects, for programs."""
    rows = [
        {
            "code": rule.code,
            "name": rule.name,
            "asks": rule.asks,
            "severity": _severity(rule, dataset),
            "usual_severity": rule.severity,
            "editorial": rule.editorial,
        }
        for rule in RULES.values()
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def explain_rule(code: str, overrides: Path) -> str:
    """The page that explains a rule, as Markdown; `overrides` is the project's own templates.

    Raises:
        UnknownRuleError: there is no rule of this code.
    """
    rule = RULES.get(code.upper())
    if rule is None:
        hint = did_you_mean(code.upper(), RULES) or "; `python build.py rules` lists them"
        raise UnknownRuleError(f"there is no rule {quoted(code)}{hint}")
    return rule_page(rule.code, overrides).read_text("utf-8")
