"""How a declared label is written: all who write one inside a sentence write it alike."""

import pytest

from sourcebook.checks.scopes import check_parts
from tests.graphs import claim, dataset, graph, record
from tests.readers.published import Published, plain

CASES: dict[str, tuple[str, str, str]] = {
    # label, label as it stands in a sentence where that is given, as it has to stand there
    "a word": ("Boats lost", "", "boats lost"),
    "an acronym in the plural": ("UAVs launched", "", "UAVs launched"),
    "an acronym": ("UN staff killed", "", "UN staff killed"),
    "a type with a number": ("F-16s lost", "", "F-16s lost"),
    "a word with a capital in it": ("iPhones seized", "", "iPhones seized"),
    "an article before an acronym": ("A US base hit", "", "a US base hit"),
    "a name": ("Kurdish-held posts hit", "Kurdish-held posts hit", "Kurdish-held posts hit"),
    "several capitals": ("Houses Destroyed", "", "houses Destroyed"),
}


def published(label: str, in_sentence: str) -> Published:
    said = {"in_sentence": in_sentence} if in_sentence else {}
    described = dataset(measures={"lost": {"label": label, "kind": "figure", "harm": True} | said})
    claims = [
        claim("a", "ann", "6", measure="lost", of="civilians", said="2032-02-10"),
        claim("b", "ann", "9", measure="lost", of="civilians", said="2032-02-11"),
        claim("c", "ann", "2", measure="lost", of="people", said="2032-02-11"),
    ]
    fields = {"title": "Strike", "episode": "chain", "claims": claims}
    strike = record("incident", "strike", described=described, **fields)
    actors = (record("actor", "ann"), record("episode", "chain"))
    return Published(graph(strike, *actors, described=described))


def _gap(site: Published) -> list[str]:
    gaps = (g for g in site.derived.analyses["strike"].gaps if g.startswith("On the word of one"))
    return [each.strip(" .") for gap in gaps for each in gap.partition(":")[2].split(";")]


def _check(site: Published) -> list[str]:
    found = check_parts(site.graph, site.derived)
    return [problem.message for problem in found]


def _page(site: Published) -> str:
    return site.view("strike").claim_text(site.graph.claims()[2][1])


@pytest.mark.parametrize(("label", "given", "wanted"), CASES.values(), ids=list(CASES))
def test_all_write_it_alike_in_a_sentence(label: str, given: str, wanted: str) -> None:
    site = published(label, given)
    assert f"{wanted}, people" in _gap(site)
    assert _check(site)
    assert all(f"{wanted}, civilians" in message for message in _check(site))
    assert _page(site) == f"{wanted}, people: 2"


@pytest.mark.parametrize(("label", "given", "wanted"), CASES.values(), ids=list(CASES))
def test_all_head_with_it_alike(label: str, given: str, wanted: str) -> None:
    site = published(label, given)
    view, article = site.view("strike"), plain(site.article("strike"))
    assert view.measure(site.graph.claims()[2][1]) == f"{label}, people"
    assert label in article
    assert f"What was said when: {wanted}, civilians" in article
