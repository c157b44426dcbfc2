"""Origins: who stands behind what is said, and which reports go back to one text."""

from typing import Any

import pytest

from sourcebook.derive.origins import Origins, chain, origins, principal, roots
from sourcebook.link import Graph
from sourcebook.models import Citation, Record
from tests.graphs import graph, record


def actor(name: str, *above: tuple[str, str], **fields: Any) -> Record:
    """An actor and its relations to those above it, each a type and an id."""
    relations = [{"type": kind, "actor": other, "inferred": True} for kind, other in above]
    return record("actor", name, relations=relations, **fields)


def source(name: str, *above: str, **fields: Any) -> Record:
    """A source and those that it quotes."""
    derived = [{"source": other, "relation": "quotation"} for other in above]
    return record("source", name, derived_from=derived, **fields)


def counted(made: Graph, *statements: tuple[str, str]) -> Origins:
    """The origins of statements, each claimants and sources by their ids."""
    return origins(
        made,
        [
            (tuple(by.split()), tuple(Citation(source=name) for name in cites.split()))
            for by, cites in statements
        ],
    )


GOVERNMENT = (
    actor("state"),
    actor("command", ("part-of", "state")),
    actor("spokesman", ("speaks-for", "command")),
    actor("ally", ("backs", "state"), ("member-of", "command"), ("partner-of", "spokesman")),
)


def test_a_spokesman_his_command_and_his_government_are_one() -> None:
    made = graph(*GOVERNMENT)
    assert chain(made, "spokesman") == ("spokesman", "command", "state")
    assert principal(made, "ally") == "ally"
    assert counted(made, ("spokesman", "log"), ("command", "log"), ("state", "log")).origins == (
        "state",
    )
    assert counted(made, ("spokesman ally", "log")).origins == ("ally", "state")


def test_why_they_are_one_is_said() -> None:
    made = graph(*GOVERNMENT)
    assert counted(made, ("spokesman state", "log")).merged == ("Spokesman → Command → State",)


def test_the_first_way_up_is_taken() -> None:
    made = graph(
        actor("a", ("backs", "b"), ("part-of", "c"), ("speaks-for", "d")), *map(actor, "bcd")
    )
    assert chain(made, "a") == ("a", "c")


@pytest.mark.parametrize("size", [1, 2, 3])
def test_circles_of_actors_end(size: int) -> None:
    names = [f"a{number}" for number in range(size)]
    ring = [
        actor(name, ("part-of", names[(number + 1) % size])) for number, name in enumerate(names)
    ]
    made = graph(*ring)
    assert len(chain(made, "a0")) == size
    assert counted(made, ("a0", "log")).origins


def test_unknown_actors_stand_for_themselves() -> None:
    made = graph(actor("a", ("part-of", "nobody")))
    assert chain(made, "a") == ("a", "nobody")
    assert counted(made, ("ghost", "log")).origins == ("ghost",)


AGENCY = (
    source("wire", publisher="Wire", issued_by="wire-agency"),
    source("gazette", "wire", publisher="Gazette", issued_by="gazette-paper"),
    source("herald", "gazette", publisher="Herald"),
    record("source", "mirror", publisher="Mirror", copy_of="herald"),
    source("own", publisher="Gazette"),
    source("both", "wire", "own", publisher="Digest"),
    actor("wire-agency"),
    actor("gazette-paper"),
    actor("witness"),
)


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("wire", ("wire",)),
        ("gazette", ("wire",)),
        ("herald", ("wire",)),
        ("mirror", ("wire",)),
        ("own", ("own",)),
        ("both", ("own", "wire")),
        ("nowhere", ("nowhere",)),
    ],
)
def test_sources_go_back_to_their_roots(name: str, above: tuple[str, ...]) -> None:
    assert roots(graph(*AGENCY), name) == above


def test_reports_publishers_lineages_and_origins_are_four_counts() -> None:
    found = counted(graph(*AGENCY), ("witness", "gazette herald mirror own"))
    assert found.reports == ("gazette", "herald", "mirror", "own")
    assert found.publishers == ("Gazette", "Herald", "Mirror")
    assert found.lineages == ("own", "wire")
    assert found.origins == ("witness",)
    assert found.merged == (
        "Gazette, “A source” goes back to “A source”",
        "Herald, “A source” goes back to “A source”",
        "Mirror, “A source” goes back to “A source”",
    )


def test_a_paper_that_prints_an_agency_speaks_with_its_voice() -> None:
    made = graph(*AGENCY)
    assert counted(made, ("gazette-paper", "gazette")).origins == ("wire-agency",)
    assert counted(made, ("gazette-paper", "gazette"), ("wire-agency", "wire")).origins == (
        "wire-agency",
    )
    # whom the paper quotes remains who says it
    assert counted(made, ("witness", "gazette")).origins == ("witness",)
    # in a text that is not its own the paper is a claimant like any other
    assert counted(made, ("gazette-paper", "own")).origins == ("gazette-paper",)


def test_circles_of_sources_end() -> None:
    made = graph(source("a", "b"), source("b", "a"), source("c", "a"), source("d", "d"))
    assert roots(made, "a") == roots(made, "c") == roots(made, "d") == ()
    assert counted(made, ("x", "a c d")).origins == ("x",)


def test_what_is_not_cited_has_no_reports() -> None:
    assert counted(graph(), ("x", "")) == Origins((), (), (), ("x",), ())
    assert counted(graph()) == Origins((), (), (), (), ())
    assert counted(graph(), ("", "log nowhere")).reports == ("log",)


def test_long_chains_are_walked() -> None:
    names = [f"s{number}" for number in range(3000)]
    line = [source(name, *names[n + 1 : n + 2]) for n, name in enumerate(names)]
    assert roots(graph(*line), "s0") == ("s2999",)
