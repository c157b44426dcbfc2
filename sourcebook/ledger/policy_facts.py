"""What may be so although a rule says otherwise, and what was wrong: why, who says so and when."""

from collections.abc import Iterator

from sourcebook.ledger.other_fields import other_parts
from sourcebook.ledger.published_fact import FactPart, PublishedFact, published_fact, words_of
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Record


def policy_facts(graph: Graph, record: Record) -> Iterator[PublishedFact]:
    """The excuses of a record and its corrections, a line each."""
    for number, excuse in enumerate(record.excused):
        path: ValuePath = ("excused", number)
        signed = FactPart(f"{excuse.by}, {graph.language.date(excuse.date)}", (*path, "by"))
        why = FactPart(words_of(excuse.why), (*path, "why"))
        rest = other_parts(graph.language, excuse, ("rule", "why", "by", "date"), path)
        yield from published_fact(record.id, f"excused {excuse.rule}", (why, signed, *rest))
    for number, correction in enumerate(record.corrections):
        path = ("corrections", number)
        signed = FactPart(f"{graph.language.date(correction.date)} by {correction.by}", path)
        what = FactPart(words_of(correction.what), (*path, "what"))
        rest = other_parts(graph.language, correction, ("date", "by", "what"), path)
        yield from published_fact(record.id, f"correction {number + 1}", (signed, what, *rest))
