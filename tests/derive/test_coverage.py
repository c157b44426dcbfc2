"""How much is vouched for: counted by hand over small graphs."""

from pathlib import Path

from sourcebook.checks import check_coverage
from sourcebook.derive import derive
from sourcebook.derive.coverage import Coverage, StateCounts
from sourcebook.derive.coverage_words import coverage_lines, describe_counts
from sourcebook.link import Graph
from sourcebook.quotes import CheckedQuotation, CheckedQuotations, CheckState
from sourcebook.quotes.source_text import QuotedText
from sourcebook.vocabulary import Verdict, built_in
from tests.graphs import ENGLISH, claim, dataset, graph, record

ACTORS = (record("actor", "ann"), record("actor", "ben"))
CITED = {"source": "log", "at": "row 1"}


def quoting(*words: str) -> list[dict[str, str]]:
    return [CITED | {"quote": each} for each in words]


def checked(**states: CheckState) -> CheckedQuotations:
    return CheckedQuotations(
        {
            (("log",), QuotedText(words)): CheckedQuotation("exact", "log", "ab", state)
            for words, state in states.items()
        }
    )


def covered(made: Graph, **states: CheckState) -> Coverage:
    return derive(made, checked(**states)).coverage


def test_the_best_passage_of_a_claim_counts() -> None:
    strike = record(
        "incident",
        "strike",
        claims=[
            claim("a", "ann", 6, cites=quoting("six", "sixth")),
            claim("b", "ann", 5, of="civilians", cites=quoting("five")),
            claim("c", "ann", 4, measure="wounded", cites=quoting("four", "none")),
            claim("d", "ann", "a fire", measure="damage"),
            claim("e", "ann", "not stated", measure="missing"),
            claim("f", "ann", "none", measure="launched"),
        ],
    )
    found = covered(
        graph(strike, *ACTORS),
        six=CheckState.TRUSTED,
        sixth=CheckState.LOOKED_UP,
        five=CheckState.TRUSTED,
        four=CheckState.NEVER_CHECKED,
    )
    assert found.claims == StateCounts(1, 1, 1, 3)
    assert found.figures == StateCounts(1, 1, 1, 1)
    assert (found.claims.vouched, found.claims.total, found.claims.percent) == (2, 6, 33)
    assert found.verdicts == {}


def test_disputed_harm_comes_first_among_the_needy() -> None:
    many = [claim(f"c{n}", "ann", "x", measure="means", of=None) for n in range(3)]
    fight = [claim("a", "ann", 6), claim("b", "ben", 9)]
    made = graph(
        record("incident", "many", claims=many),
        record("incident", "harm", claims=[claim("a", "ann", 6)]),
        record("incident", "fight", claims=fight),
        record("incident", "vouched", claims=[claim("a", "ann", 6, cites=quoting("six"))]),
        *ACTORS,
    )
    needy = covered(made, six=CheckState.TRUSTED).needy
    assert [one.record_id for one in needy] == ["fight", "harm", "many"]
    assert (needy[0].claims, needy[0].harm, needy[0].disputed) == (2, 2, 2)


def test_ten_are_named_at_the_most() -> None:
    some = [record("incident", f"i{n}", claims=[claim("a", "ann", n)]) for n in range(14)]
    assert len(covered(graph(*some, *ACTORS)).needy) == 10


def test_nothing_to_check_never_reads_like_all_checked() -> None:
    lines = list(coverage_lines(Coverage(), built_in(Verdict), ENGLISH))
    assert lines == [
        "no claim to vouch for",
        "no figure to vouch for",
        "no claim was read beside its passage by a person on record",
    ]
    assert describe_counts(StateCounts(without=1), "claim", ENGLISH) == (
        "1 claim: 0 looked up, 0 trusted by quotes.lock, 0 never checked, 1 without a passage"
    )


def told(limits: dict[str, int], **states: CheckState) -> list[str]:
    described = dataset(coverage=limits)
    cites = quoting("six")
    claims = [claim("a", "ann", 6, cites=cites), claim("b", "ben", "x", measure="damage")]
    made = graph(record("incident", "strike", claims=claims), *ACTORS, described=described)
    derived = derive(made, checked(**states))
    return [one.message for one in check_coverage(made, derived, Path("content"))]


def test_a_dataset_may_ask_for_more() -> None:
    trusted = CheckState.TRUSTED
    assert told({"claims": 50, "figures": 100}, six=trusted) == []
    assert told({"claims": 51}, six=trusted) == [
        "1 of 2 claims are vouched for, 50 of a hundred, but coverage asks for 51: begin with "
        "strike (1 claim)"
    ]
    assert [one[:34] for one in told({"figures": 1, "assessed": 1})] == [
        "0 of 1 figures are vouched for, 0 ",
        "0 of 2 claims were read beside a p",
    ]
