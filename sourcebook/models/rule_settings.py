"""Settings of rules in a dataset: the code of a rule, and its severity."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator

from sourcebook.models.value_errors import value_error
from sourcebook.problems import did_you_mean, quoted
from sourcebook.rules import RULES

_SWITCHED_OFF = ("off", "no", "none", "false", "ignore", "info", "note")


def _known(code: str) -> str:
    if code in RULES:
        return code
    hint = did_you_mean(code.upper(), RULES) or "; `python build.py rules` lists them"
    raise value_error("unknown_rule", f"unknown rule {quoted(code)}{hint}")


def _excusable(code: str) -> str:
    if RULES[code].editorial:
        return code
    message = f"{code} ({RULES[code].name}) cannot be excused: correct what the rule finds"
    raise value_error("fixed_rule", message)


def _level(word: Any) -> Any:
    if word in _SWITCHED_OFF:
        message = (
            f"a rule is an error or a warning, not {quoted(word)}: what may break it is "
            "excused in its own record, with the reason"
        )
        raise value_error("unknown_rule", message)
    return word


RuleCode = Annotated[str, AfterValidator(_known)]
"""The code of a rule, such as SB407."""

ExcusableRule = Annotated[RuleCode, AfterValidator(_excusable)]
"""The code of a rule that a record may be excused from."""

Level = Annotated[Literal["error", "warning"], BeforeValidator(_level)]
"""How grave a dataset takes a rule to be."""
