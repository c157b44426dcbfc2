"""Coverage in words: never so that nothing to check reads like all checked."""

from collections.abc import Iterator, Mapping

from sourcebook.derive.coverage import Coverage, NeedyRecord, StateCounts
from sourcebook.language import Language
from sourcebook.vocabulary import Verdict, Vocabulary


def describe_counts(counts: StateCounts, noun: str, language: Language) -> str:
    """How many of a kind are vouched for; says so where there are none at all.

    >>> describe_counts(StateCounts(1, 0, 2, 4), "claim", Language("en"))
    '7 claims: 1 looked up, 0 trusted by quotes.lock, 2 never checked, 4 without a passage'
    """
    if not counts.total:
        return f"no {noun} to vouch for"
    number = language.number
    return (
        f"{language.count(counts.total, noun)}: {number(counts.looked_up)} looked up, "
        f"{number(counts.trusted)} trusted by quotes.lock, "
        f"{number(counts.never_checked)} never checked, "
        f"{number(counts.without)} without a passage"
    )


def describe_verdicts(
    verdicts: Mapping[str, int], terms: Vocabulary[Verdict], language: Language
) -> str:
    """How many claims a person read beside a passage, and what was found."""
    if not verdicts:
        return "no claim was read beside its passage by a person on record"
    found = (f"{language.number(n)} {terms[name].read_as}" for name, n in verdicts.items())
    whole = language.count(sum(verdicts.values()), "claim")
    return f"{whole} read beside a passage by a person: {', '.join(found)}"


def describe_needy(record: NeedyRecord, language: Language) -> str:
    """How many claims of a record nothing vouches for: "4 claims, 2 of harm, 1 disputed"."""
    more = ((record.harm, "of harm"), (record.disputed, "disputed"))
    counted = (f"{language.number(number)} {what}" for number, what in more if number)
    return ", ".join((language.count(record.claims, "claim"), *counted))


def coverage_lines(
    coverage: Coverage, terms: Vocabulary[Verdict], language: Language
) -> Iterator[str]:
    """The whole of it, a line for each thing."""
    yield describe_counts(coverage.claims, "claim", language)
    yield describe_counts(coverage.figures, "figure", language)
    yield describe_verdicts(coverage.verdicts, terms, language)
    if coverage.needy:
        listed = (f"{one.record_id} ({describe_needy(one, language)})" for one in coverage.needy)
        yield f"nothing vouches for, most first: {'; '.join(listed)}"
