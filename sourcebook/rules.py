"""Every rule that a dataset can break: its code, its severity, and what it asks for.

The codes are grouped by what they look at: SB0xx files, SB1xx fields, SB2xx references, SB3xx
prose, SB4xx evidence, SB5xx quotations, SB6xx words, SB7xx what is published. Each has a page in
`sourcebook/rule_pages/`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """An error publishes nothing; a warning publishes and is counted."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that the check looks at: `name` in two or three words, `asks` in a sentence.

    An `editorial` rule may be lowered to a warning by the dataset, and excused in a record. Any
    other may be raised only: it keeps the site whole or safe, or tells of what was looked up and is
    not so, which no reason on record makes true.
    """

    code: str
    name: str
    asks: str
    severity: Severity = Severity.ERROR
    editorial: bool = False


def _table(*rules: Rule) -> dict[str, Rule]:
    return {rule.code: rule for rule in sorted(rules, key=lambda rule: rule.code)}


def _editorial(*rules: Rule) -> Iterator[Rule]:
    return (replace(rule, editorial=True) for rule in rules)


WARNING = Severity.WARNING

RULES = _table(
    Rule("SB001", "not plain text", "A file is UTF-8 text without invisible characters."),
    Rule("SB002", "file too large", "A record is at most 1 MB, a table of records 512 MB."),
    Rule("SB003", "unknown file", "A folder of records holds records only, each a .md file."),
    Rule("SB004", "symbolic link", "Nothing under content/ is a symbolic link."),
    Rule("SB005", "bad file name", "A file name is the record's id: a-z, 0-9 and single hyphens."),
    Rule("SB006", "bad YAML", "The fields of a record are written in YAML."),
    Rule("SB007", "duplicate key", "A field is given once in its record or mapping."),
    Rule("SB008", "YAML anchor", "Fields use no anchors, aliases, tags or merges of YAML."),
    Rule("SB009", "no fields", "A record begins with its fields between two lines of ---."),
    Rule("SB010", "bad JSON", "Each line of a .jsonl table is one JSON object."),
    Rule("SB011", "no dataset file", "content/dataset.yml describes the dataset."),
    Rule("SB012", "unreadable", "Every file under content/ can be read."),
    Rule("SB013", "unfinished merge", "No file holds the marks of a merge."),
    Rule(
        "SB014",
        "cut by a comment",
        "A text that holds ' #' is in quotation marks, lest YAML cuts it there.",
        WARNING,
    ),
    Rule("SB017", "misleading address", "An address leads where it seems to lead."),
    Rule("SB101", "unknown field", "A record has only the fields of its kind."),
    Rule(
        "SB102",
        "missing field",
        "A record has each field that its kind requires; none is empty.",
    ),
    Rule("SB103", "wrong type", "A value is of the field's type."),
    Rule("SB104", "unknown word", "A value from a closed list is one of its words."),
    Rule("SB105", "bad date", "A date is written in the EDTF subset and exists."),
    Rule("SB106", "end before start", "A period ends after it begins."),
    Rule("SB107", "bad figure", "A figure is written as the manual says and is not negative."),
    Rule("SB108", "min above max", "The lower bound of a figure is not above its upper bound."),
    Rule("SB109", "out of range", "A number lies in its field's range."),
    Rule("SB110", "no evidence", "A claim, role or relation says who states it, and cites."),
    Rule("SB111", "no locator", "A citation says where in the source, unless it has no parts."),
    Rule("SB112", "bad address", "A web address is http or https and whole."),
    Rule("SB113", "bad id", "An id is made of a-z, 0-9 and single hyphens."),
    Rule("SB114", "unknown measure", "A claim's measure is built in or declared in dataset.yml."),
    Rule("SB115", "inconsistent", "The fields of one record do not contradict each other."),
    Rule("SB116", "fixed rule", "A rule that keeps the site whole is not lowered or excused."),
    Rule("SB117", "idle excuse", "An excuse excuses a problem that there is.", WARNING),
    Rule("SB201", "unknown id", "A reference names a record that exists."),
    Rule("SB202", "wrong kind", "A reference names a record of the right kind."),
    Rule("SB203", "duplicate id", "An id belongs to one record only."),
    Rule("SB204", "alias clash", "An alias belongs to one record and is nobody's id."),
    Rule("SB205", "duplicate address", "Two pages do not share an address."),
    Rule(
        "SB206",
        "circular reference",
        "Nothing is within, derived from, part of or a replacement of itself.",
    ),
    Rule("SB207", "unknown claim", "supersedes and rests_on name claims that exist."),
    Rule("SB208", "duplicate claim", "A claim's id is used once in its record."),
    Rule("SB301", "broken link", "[[id]] in prose names a record that exists."),
    Rule("SB302", "broken citation", "[@source, locator] in prose names a source and a place."),
    Rule("SB303", "unknown fact", "{{id.fact}} is one of the facts of that record."),
    Rule("SB304", "unsafe link", "A link in prose is relative, http, https or mailto."),
    Rule(
        "SB306",
        "malformed reference",
        "What refers to records in prose is written as the manual says.",
    ),
    Rule("SB309", "nearly a reference", "What looks like a reference to a record is one."),
    Rule("SB308", "large picture", "A picture can travel in a briefing.", WARNING),
    Rule("SB307", "broken address", "What prose names by its address is there when it is built."),
    Rule("SB501", "not in its source", "A quotation is in its source word for word."),
    Rule("SB502", "ambiguous quotation", "A quotation is at one place of its source."),
    Rule("SB503", "figure not quoted", "The value of a claim is in what is quoted for it."),
    Rule("SB510", "figure not in its source", "A figure is in the source cited for it."),
    Rule("SB511", "misquoted in prose", "What prose quotes is in a source it cites."),
    Rule("SB535", "no lock of quotations", "quotes.lock is there where something is quoted."),
    Rule(
        "SB536",
        "quotation without capture",
        "Where a dataset demands it, a captured text of all that is quoted is on record.",
    ),
    Rule("SB537", "lock not kept", "A dataset that says that it keeps no lock has none."),
    Rule("SB504", "unchecked change", "A change to a quotation is checked against its capture."),
    Rule("SB505", "lock out of date", "quotes.lock lists the quotations that there are."),
    Rule("SB506", "damaged capture", "A captured text is what was captured."),
    Rule("SB508", "malformed lock", "quotes.lock is as the program writes it."),
    Rule("SB512", "captures named", "The machine says where captured texts are, no record does."),
    Rule("SB540", "sealed and quoted", "What is sealed is not reproduced beside its seal."),
    Rule("SB541", "sealed passage not found", "A sealed passage is in its source."),
    Rule("SB542", "figure not sealed", "The value of a claim is in what is sealed for it."),
    Rule("SB543", "moved passage", "A sealed passage says where it stands.", WARNING),
    Rule(
        "SB513",
        "set apart",
        "A quotation is in the running text of its source, not in what the source struck out.",
    ),
    Rule(
        "SB515",
        "figure read by a machine",
        "A person compared a figure that a machine read with the picture.",
    ),
    Rule(
        "SB711",
        "change of policy",
        "A change is judged by the settings and excuses that were agreed before it.",
        WARNING,
    ),
    Rule("SB710", "no lock of facts", "facts.lock is there, so that a changed fact is seen."),
    Rule("SB546", "coverage too low", "As much is vouched for as the dataset asks."),
    Rule("SB701", "changed fact", "What is published as fact is what facts.lock says."),
    Rule("SB702", "malformed facts", "facts.lock is as the program writes it."),
    Rule("SB705", "left over in a lock", "A lock has no lines that a merge left behind.", WARNING),
    *_editorial(
        Rule(
            "SB703",
            "uncorrected figure",
            "What a claim said in the last edition changes with a correction.",
        ),
        Rule(
            "SB015",
            "names that look alike",
            "Two records do not have names that look alike and are not the same.",
            WARNING,
        ),
        Rule("SB016", "mixed alphabets", "A word of a name is of one alphabet.", WARNING),
        Rule("SB305", "raw HTML", "Prose holds no HTML.", WARNING),
        Rule(
            "SB401",
            "published before event",
            "A source about a past event appeared after it began.",
        ),
        Rule("SB402", "unread source cited", "What nobody read is not cited; its copy is."),
        Rule(
            "SB403", "superseded by nobody", "A superseded claim names what replaced it.", WARNING
        ),
        Rule(
            "SB404",
            "said after publication",
            "A statement comes before the report that carries it.",
        ),
        Rule("SB405", "unused source", "A source is cited or leads to one that is.", WARNING),
        Rule("SB406", "unread copy", "A copy is on record because it is what was read."),
        Rule(
            "SB407", "uncited sentence", "A narrative sentence that states a fact cites.", WARNING
        ),
        Rule("SB408", "source filed twice", "A source is on record once.", WARNING),
        Rule("SB409", "incident filed twice", "An incident is on record once.", WARNING),
        Rule("SB410", "actor filed twice", "An actor is on record once.", WARNING),
        Rule(
            "SB411",
            "later than the edition",
            "Nothing in an edition is later than the edition.",
            WARNING,
        ),
        Rule(
            "SB412",
            "before what it follows",
            "A source is read after it appeared, and harm counted after it was done.",
        ),
        Rule(
            "SB413",
            "carried before it was said",
            "No report carries what was said after it appeared.",
            WARNING,
        ),
        Rule(
            "SB414",
            "date that nobody gives",
            "An incident's date is one that a claim about it gives.",
            WARNING,
        ),
        Rule("SB415", "another calendar", "A date is given in the Gregorian calendar.", WARNING),
        Rule("SB416", "time that never was", "A local time is one that a clock showed.", WARNING),
        Rule(
            "SB417", "time that was twice", "A local time is one that a clock showed once.", WARNING
        ),
        Rule("SB419", "part of a person", "People are counted in whole numbers."),
        Rule(
            "SB433",
            "two answers at once",
            "A claimant gives one date, one place and one answer.",
            WARNING,
        ),
        Rule("SB601", "typed figure", "In an episode a figure is looked up, not typed."),
        Rule("SB602", "typed date", "In an episode a date or weekday is looked up, not typed."),
        Rule("SB603", "typed rank", "An episode does not say what is first, most or worst."),
        Rule("SB604", "vague count", "An episode counts, or says who gives a count in words."),
        Rule(
            "SB605",
            "typed figure or date elsewhere",
            "In other prose, too, figures and dates are looked up, not typed.",
            WARNING,
        ),
        Rule(
            "SB606",
            "rank or vague count elsewhere",
            "Other prose, too, neither ranks nor counts without a number.",
            WARNING,
        ),
        Rule(
            "SB611",
            "likelihood outside judgements",
            "In an episode only a judgement says how likely a thing is.",
        ),
        Rule(
            "SB612",
            "likelihood elsewhere",
            "Only a judgement of an episode says how likely a thing is.",
            WARNING,
        ),
        Rule(
            "SB613",
            "wrong term of likelihood",
            "A judgement uses one term of likelihood, that of its field.",
        ),
        Rule(
            "SB614",
            "likelihood with confidence",
            "Likelihood and confidence are not in one sentence.",
        ),
        Rule("SB615", "too certain", "What is called confirmed or proven is graded confirmed."),
        Rule(
            "SB616",
            "unattributed claim",
            "What is disputed or depends on one origin is attributed to who says it.",
            WARNING,
        ),
        Rule("SB617", "loaded verb", "A verb of saying does not judge what was said.", WARNING),
        Rule(
            "SB618",
            "hidden agent",
            "Where it is contested who did it, harm is not reported without saying so.",
            WARNING,
        ),
        Rule(
            "SB619",
            "judgement to be read again",
            "A judgement is read again when the status of a claim under it has changed.",
            WARNING,
        ),
        Rule(
            "SB620",
            "unbound figure",
            "A figure or date in a title, summary or question is bound to a fact.",
        ),
        Rule(
            "SB621",
            "figure that nothing says",
            "A figure or date in prose is said by a fact of its record, or of one it links to.",
        ),
        Rule(
            "SB622",
            "words against their fact",
            "Words that stand for a fact say what the fact says.",
        ),
        Rule(
            "SB623",
            "told otherwise than on record",
            "Who did, claimed or denied it is told as the records have it.",
        ),
        Rule(
            "SB624",
            "unknown actor",
            "Who is said to have claimed or denied it is an actor on record.",
            WARNING,
        ),
        Rule(
            "SB420",
            "depends on corrected",
            "What depends on a source that was corrected is compared with it again.",
            WARNING,
        ),
        Rule("SB421", "depends on retracted", "Nothing depends on a retracted source.", WARNING),
        Rule(
            "SB422",
            "grade on retracted",
            "No grade depends on a retracted source.",
            WARNING,
        ),
        Rule(
            "SB423",
            "unexplained change",
            "A corrected or retracted source says when it was, and why.",
        ),
        Rule(
            "SB424",
            "idle override",
            "A grade that an editor sets is another than the computed one.",
            WARNING,
        ),
        Rule("SB430", "part above whole", "No claimant counts more in a part than in the whole."),
        Rule(
            "SB431",
            "parts above whole",
            "What is said of a part is not above all that is said of the whole.",
            WARNING,
        ),
        Rule(
            "SB432",
            "two figures at once",
            "A claimant has one current figure of a scope, or several that can all be true.",
        ),
        Rule(
            "SB544",
            "verdict fallen open",
            "A verdict is of the passage and the claim as they are now.",
            WARNING,
        ),
        Rule(
            "SB545",
            "no supporting passage",
            "A claim has a passage that nobody read as saying something else.",
            WARNING,
        ),
        Rule(
            "SB547",
            "hint: another speaker",
            "Who says it in a passage is the claimant, or one of its voice.",
            WARNING,
        ),
        Rule(
            "SB548",
            "hint: something else said",
            "A passage says what its claim says: of whom, when, and as a fact.",
            WARNING,
        ),
        Rule(
            "SB549",
            "hint: one passage for many",
            "A passage says what each claim under it says.",
            WARNING,
        ),
        Rule(
            "SB507",
            "long quotation",
            "A quotation is no longer than the dataset allows.",
            WARNING,
        ),
        Rule("SB509", "translation of English", "A translation names what it translates."),
        Rule(
            "SB530",
            "quoted without a source",
            "What prose quotes is looked up in a source that is cited for it.",
            WARNING,
        ),
        Rule(
            "SB532",
            "quoted of none in reach",
            "What prose quotes and cites of none is in a captured text that its record cites.",
            WARNING,
        ),
        Rule(
            "SB531", "odd quotation mark", "Quotation marks of prose pair and are known.", WARNING
        ),
        Rule("SB514", "outdated capture", "A captured text was made by the reader of today."),
        Rule(
            "SB523",
            "figure left its words",
            "The figure of a claim is in the words of at least one of its carriers.",
        ),
        Rule(
            "SB524",
            "broken silence",
            "Who is said to be silent is so in the texts that are cited for it.",
            WARNING,
        ),
    ),
)
