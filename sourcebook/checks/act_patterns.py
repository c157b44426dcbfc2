"""The patterns by which `acts` reads who did it. Their words are in `who_words`."""

import re
from collections.abc import Iterable

from sourcebook.checks import who_words as words


def _any(terms: Iterable[str]) -> str:
    return "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in sorted(terms, key=len)[::-1])


ATTACK = (
    rf"(?:(?:the|this|that|these|those|both|all|any|an?|its|either)\s+)?(?:of\s+the\s+)?"
    rf"(?:[\w-]+\s+){{0,2}}?(?:{_any(words.ATTACKS)})\b"
)
WHAT = rf"(?:(?:(?:full|any|the|sole)\s+)*(?:responsibility|credit)\b|(?:it|them)\b|{ATTACK})"
DENIABLE = (
    rf"(?:(?:(?:any|all|the|a)\s+)*(?:responsibility|involvement|role)\b|(?:it|them)\b"
    rf"|(?:having\s+)?(?:carrying|carried|conducting|conducted|attacking|firing|launching)\b"
    rf"|{ATTACK})"
)
DID = (
    rf"(?:{_any(words.ATTACKING)})\b(?!\s+(?:a\s+deal|an?\s+agreement|back|out|upon))"
    rf"|fired\s+(?:[\w-]+\s+){{0,3}}?(?:{_any(words.FIRED)})\b"
    rf"|(?:{_any(words.CARRYING_OUT)})\s+{ATTACK}"
    rf"|(?:responsible\s+for|behind)\s+{ATTACK}|responsible(?=\s*(?:[.,;]|$))|to\s+blame\b"
)
ACTIVE = re.compile(
    rf"\b(?:(?P<claimed>(?:{_any(words.CLAIMING)})\s+{WHAT}"
    rf"|(?:{_any(words.ACCEPTING)})\s+(?:(?:full|the|sole)\s+)*(?:responsibility|credit)\b"
    rf"|(?:{_any(words.ADMITTING)})\s+(?:(?:to\s+)?(?:carrying\s+out|launching)\s+)?{ATTACK})"
    rf"|(?P<denied>(?:{_any(words.DENYING)})\s+{DENIABLE})"
    rf"|(?P<blamed>(?:blamed|blames)\b|(?:accused|accuses)\b(?=[^.;]*\sof\s)"
    rf"|(?:{_any(words.ASCRIBING)})\s+{WHAT})"
    rf"|(?P<attacked>{DID}))",
    re.I,
)
PASSIVE = re.compile(
    rf"\b(?:(?P<claimed>claimed)|(?P<denied>denied)"
    rf"|(?P<attacked>fired|{_any((*words.ATTACKING, *words.CARRYING_OUT, *words.ATTACK_NOUNS))}))"
    rf"\s+by\s+(?:the\s+)?",
    re.I,
)
UNCLAIMED = re.compile(
    r"\b(?:unclaimed|no\s+claims?\s+of\s+responsibility|without\s+(?:a|any)\s+claim\s+of\s+"
    r"responsibility|(?:not|never)\s+(?:been\s+)?claimed(?!\s+by)(?=\s*(?:[.,;]|$)))",
    re.I,
)
ABOUT_ATTACK = re.compile(rf"\b(?:{_any(words.ATTACKS)}|responsibility|credit|it|they)\b", re.I)
BREAK = re.compile(
    r"[.;:!?—–()“”\"]|,\s+(?:and|but|or|while|which|who|as|says|said)\b|\b(?:but|while)\b"
)
NOBODY = re.compile(rf"\b(?:{_any(words.NOBODY)})\b", re.I)
SOMEBODY = re.compile(rf"\b(?:{_any(words.SOMEBODY)})\b", re.I)
REST = rf"(?:\s+(?:(?:{_any((*words.FORCES, *words.BETWEEN))})\b|[a-z]+ly\b)|,)*\s*"
TAIL = re.compile(REST, re.I)
SELF = re.compile(
    rf"{REST}\b(?:{_any(words.SAYING)})\s+(?:that\s+)?(?:it|they|he|she|(?:its|their)\s+\w+){REST}",
    re.I,
)
FORCE = re.compile(rf"\s+(?:{_any(words.FORCES)})\b", re.I)
NOUN = re.compile(
    rf"(?:['’]s?)?\s+(?:(?:{_any(words.ATTACK_MEANS)})\s+){{0,2}}(?:{_any(words.ATTACK_NOUNS)})\b(?=\s+(?:on|against|at|near|in)\b)"
)
OPENING = re.compile(rf"\b(?:{_any(words.OPENING)})\b", re.I)
BEING = re.compile(r"\b(?:is|are|was|were|be|been|being|got)\b", re.I)
NOT_DONE = re.compile(r"\b(?:do|does|did)\s+(?:not|never)\b|\b(?:not|never)\b", re.I)
TO_WHOM = re.compile(r"\s*(?:the\s+)?|[^.;:]*?\s(?:to|on)\s+(?:the\s+)?", re.I)
NEGATED = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.I)
WHICH = re.compile(r",\s+(?:which|who|whom|whose)\b[^,.;:!?]{1,120},", re.I)
"""What is told of a name between commas, before its verb."""
ATTACK_THAT = re.compile(rf"\b(?:{_any(words.ATTACKS)})\s+(?:that\s+|which\s+)?(?:the\s+)?$", re.I)
ITS_VERB = re.compile(rf"{REST}(?P<verb>claimed|denied)\b(?!\s+by\b)", re.I)
AND = re.compile(r"\s*,?\s(?:and|or|nor)\s+(?:the\s+)?", re.I)
LIST = re.compile(r"\s*(?:,\s*(?:and\s+|or\s+)?|\s(?:and|or|nor)\s+)(?:the\s+)?\s*", re.I)
PROPER = re.compile(r"[^\W\d_a-z][\w’'-]*(?<!-)(?:\s+(?:al-|of\s+|the\s+)?[^\W\d_a-z][\w’'-]*)*")
TRIGGERS = frozenset(
    word.split()[0]
    for word in (
        *words.CLAIMING, *words.ACCEPTING, *words.DENYING, *words.BLAMING, *words.ASCRIBING,
        *words.ATTACKING, *words.CARRYING_OUT, *words.ATTACK_NOUNS, "fired", "behind",
        "responsible", "unclaimed", "responsibility", "blame", *words.ADMITTING,
    )
)  # fmt: skip
