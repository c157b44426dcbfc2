"""Templates read what their context has, and nothing else: every name and attribute is there."""

from typing import Any, get_type_hints

import pytest
from jinja2 import DictLoader
from markupsafe import Markup

from sourcebook.briefing import BriefingView, briefing_kind
from sourcebook.exports.output import Output
from sourcebook.pages import Page
from sourcebook.render import PAGE_KINDS, PageKind, Renderer
from sourcebook.render.links import Links
from sourcebook.render.texts import Texts
from sourcebook.render.view import View
from tests.render.template_types import Checker

BRIEFING = briefing_kind(lambda _: None)
FORMATTING = frozenset(
    name for kind in (Links, Texts, View) for name in vars(kind) if not name.startswith("_")
) | {"page", "root"}
"""What templates may ask of the view: links, prose, values and words, and where the page is."""
OF_BRIEFING = FORMATTING | {name for name in vars(BriefingView) if not name.startswith("_")}
FILTERS = frozenset(
    ("abs", "capitalize", "e", "format", "join", "length", "lower", "replace", "trim")
) | {"urlencode"}
"""Filters that change how something looks; those that count, choose or group are not among them."""


def checker(renderer: Renderer) -> Checker:
    only = {View: FORMATTING, BriefingView: OF_BRIEFING}
    made = Checker(renderer.environment, only, FILTERS)
    made.globals["exports"] = list[Output]
    return made


def given(kind: PageKind[Any, Any]) -> dict[str, Any]:
    """The types of what the template of a kind is given."""
    view = BriefingView if kind is BRIEFING else View
    pictures = get_type_hints(kind.pictures)["return"]
    shared = {"page": Page, "v": view, "notices": Markup, "pictures": pictures}
    return get_type_hints(kind.context) | shared


@pytest.mark.parametrize("kind", [*PAGE_KINDS, BRIEFING], ids=lambda kind: str(kind.name))
def test_every_name_and_attribute_is_there(
    kind: PageKind[Any, Any], small_renderer: Renderer
) -> None:
    made = checker(small_renderer)
    made.page(kind.template, made.globals | given(kind))
    assert made.problems == []


@pytest.mark.parametrize("kind", [*PAGE_KINDS, BRIEFING], ids=lambda kind: str(kind.name))
def test_what_a_kind_makes_is_what_it_names(kind: PageKind[Any, Any]) -> None:
    assert get_type_hints(kind.make)["return"] is kind.context
    for name, hint in get_type_hints(kind.context).items():
        assert "Any" not in str(hint), name


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{{ nosuch }}", "'nosuch' is not in its context"),
        ("{{ record.nosuch }}", "Incident has no 'nosuch' that a template may read"),
        ("{% for r in roles %}{{ r.role.actors }}{% endfor %}", "Role has no 'actors'"),
        ("{{ v.analysis(record.id) }}", "View has no 'analysis' that a template may read"),
        ("{{ v.graph }}", "View has no 'graph' that a template may read"),
        ("{{ v.derived }}", "View has no 'derived' that a template may read"),
        ("{{ v.day() }}", "missing a required argument: 'date'"),
        ("{% macro m(a) %}{{ a.x }}{% endmacro %}{{ m(grade) }}", "Grade has no 'x'"),
        ("{{ roles | rejectattr('role') }}", "the filter 'rejectattr' computes"),
    ],
)
def test_what_is_not_there_is_found(text: str, problem: str, small_renderer: Renderer) -> None:
    made = checker(small_renderer)
    made.env = made.env.overlay(loader=DictLoader({"tried.html": text}))
    kind = next(kind for kind in PAGE_KINDS if kind.name == "incident")
    made.page("tried.html", made.globals | given(kind))
    assert [each for each in made.problems if problem in each], made.problems
