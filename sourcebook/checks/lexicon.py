"""The words that rules about prose look for, each list with the standard or custom it is from.

Words are in lower case. A list is data: to change what a rule finds, change it here.
"""

from sourcebook.language import FOR_EDITORS
from sourcebook.vocabulary import Likelihood, built_in

MONTHS = tuple(FOR_EDITORS.month_name(number).lower() for number in range(1, 13))
WEEKDAYS = tuple(FOR_EDITORS.weekday_name(number).lower() for number in range(7))
"""Their English names, as these rules read English prose."""

TIMES = {
    "double": 2, "doubled": 2, "triple": 3, "tripled": 3, "twofold": 2, "threefold": 3,
    "halved": 2, "quadrupled": 4,
}  # fmt: skip
"""What multiplies. Numbers in words are read by `language.number_words`. English usage."""

NOT_COUNTED = ("both", "couple", "pair", "single")
"""Numbers in words that refer to what was said before, and count nothing new. English usage."""

BOUNDS = {
    "at least": (
        "at least", "no fewer than", "no less than", "not fewer than", "not less than",
        "a minimum of", "or more", "upwards of",
    ),
    "at most": (
        "at most", "up to", "no more than", "not more than", "a maximum of", "as many as",
        "or fewer",
    ),
    "above": ("more than", "over", "in excess of", "above"),
    "below": ("fewer than", "less than", "under", "below"),
    "about": ("about", "around", "some", "roughly", "approximately", "nearly", "almost", "circa"),
}  # fmt: skip
"""Words that bound a figure or doubt it, by what they say. English usage."""

NONE_WORDS = frozenset(
    ("none", "no", "nobody", "no one", "nothing", "not one", "0", "zero", "nought", "naught")
)
"""Words that say that there was none. English usage."""

MEASURE_WORDS = {
    "killed": ("died", "dead", "death", "deaths", "die", "kill", "fatalities", "lives"),
    "wounded": ("injured", "hurt", "injuries", "wounds"),
    "casualties": ("killed", "wounded", "injured", "hurt", "dead", "died"),
    "missing": ("missing",),
    "captured": ("captured", "seized", "taken"),
    "displaced": ("displaced", "fled"),
    "launched": ("fired", "shot"),
    "treated": ("treated",),
    "near": ("km", "kilometres", "kilometers", "metres", "meters", "away"),
}  # fmt: skip
"""How a measure is spoken of, beside the words of its label."""

FACT_WORDS = {
    "near": ("km", "kilometres", "kilometers", "metres", "meters"),
    "apart": ("km", "kilometres", "kilometers", "metres", "meters"),
    "origins": ("origin",),
    "days": ("day",),
}
"""How a fact that nobody claims is spoken of, beside its name."""

COUNTED_VERBS = ("is", "are", "was", "were", "have", "has", "had", "of", "said", "in", "at", "on")
"""Words before which the name of what is counted ends."""

PERSONS = ("people", "person", "persons", "men", "man", "women", "woman", "others", "more")
"""What fits any population of people."""

COUNTED_REPORTS = (
    "account", "agency", "article", "channel", "claimant", "document", "list", "medium",
    "network", "newspaper", "outlet", "page", "paper", "post", "release", "report", "source",
    "station", "statement", "story", "text", "version", "website",
)  # fmt: skip
"""What "one" may stand before in a title or summary without a fact: it says no more than "a" there.

"Named by one source" counts who says a thing and no harm done. Two of them are a figure.
"""

NOT_ONE_BEFORE = (
    "no", "this", "that", "each", "every", "any", "the", "which", "another", "other", "as",
    "first", "last", "next", "former", "latter", "some", "such", "same", "neither", "either",
    "what", "whichever", "not", "than",
)  # fmt: skip
NOT_ONE_AFTER = (
    "another", "must", "can", "cannot", "may", "might", "should", "would", "could", "is", "was",
    "has", "had", "does", "did", "will", "who", "that", "which", "day", "by", "or",
)  # fmt: skip
"""Words beside which "one" is a pronoun or an idiom and counts nothing. English usage."""

RANKS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
NOT_RANKS = (
    "at first", "best estimate", "best known", "from first to last", "first-hand", "first hand",
    "firsthand", "first aid",
    "first name", "first names", "first lady", "second-hand", "second hand", "second thought",
    "second thoughts", "third party", "third parties", "third-party",
)  # fmt: skip
"""Ordinal numbers in words, and idioms that rank nothing. English usage."""

SUPERLATIVES = (
    "best", "biggest", "bloodiest", "busiest", "cheapest", "clearest", "closest", "deadliest",
    "deepest", "earliest", "farthest", "fastest", "fewest", "fiercest", "foremost", "furthest",
    "gravest", "greatest", "hardest", "harshest", "heaviest", "highest", "hottest", "largest",
    "latest", "longest", "loudest", "lowest", "nearest", "newest", "oldest", "poorest", "quickest",
    "richest", "sharpest", "shortest", "slowest", "smallest", "strongest", "toughest",
    "unprecedented", "weakest", "worst", "youngest",
)  # fmt: skip
"""What ranks a thing above or below all others, as the dataset alone cannot know."""

VAGUE = (
    "countless", "dozens", "few", "handful", "hundreds", "majority", "many", "millions",
    "multiple", "numerous", "scores", "several", "tens", "thousands",
)  # fmt: skip
VAGUE_PHRASES = ("a number of", "a lot of", "lots of", "any number of")
NOT_VAGUE = ("how many", "how few", "as many as", "as few as", "no fewer", "however many")
"""Counts that say no number, and phrases around them that ask for one. English usage."""

PARTS_OF_TEXTS = (
    "para", "paras", "paragraph", "paragraphs", "page", "pages", "line", "lines", "row", "rows",
    "section", "sections", "table", "tables", "chapter", "chapters", "article", "articles",
    "column", "columns",
)  # fmt: skip
"""A number after one of these says where in a text, and counts nothing."""

LIKELIHOOD = tuple(
    words for term in built_in(Likelihood).values() for words in (term.label, *term.variants)
)
LIKELIHOOD_SECOND = (
    "remote chance", "remote possibility", "highly improbable", "improbable", "improbably",
    "roughly even odds", "probable", "probably", "highly probable", "nearly certain",
)  # fmt: skip
"""Terms of likelihood: the first and the second row of the table in ICD 203 (2015), 6.e.(2)(a).

"Remote" counts only beside a word for chance: else it is said of places.
"""

CONFIDENCE = ("confidence", "confident", "confidently")
"""ICD 203, 6.e.(2)(b): not in one sentence with a degree of likelihood."""

SURE = (
    "confirmed", "confirms", "verified", "verifies", "established", "proven", "proved", "proves",
    "undisputed", "indisputable", "indisputably", "undeniable", "undeniably", "corroborated",
    "conclusive", "conclusively",
)  # fmt: skip
"""What says that a thing is certain: only where the computed grade is `confirmed`."""

DENYING = (
    "not", "no", "nobody", "never", "none", "neither", "nor", "cannot", "without", "nothing",
    "whether", "if", "unless", "until", "yet",
)  # fmt: skip
"""Words after which the same claims no certainty."""

REPORTING = (
    "according", "account", "accounts", "acknowledged", "acknowledges", "adds", "agree", "agrees",
    "announced", "announces", "argued", "argues", "ascribe", "ascribed", "ascribes", "asked",
    "attributed", "attributes", "blamed", "blames", "called", "calls", "claim", "claims", "count",
    "counted", "counts", "credited", "credits", "dated", "dates", "declared", "declares", "denied",
    "denies", "depending", "described", "describes", "disagree", "disputed", "estimated",
    "estimates", "figure", "figures", "gave", "gives", "give", "given", "heard", "hears",
    "mentioned", "mentions", "name", "named", "names", "noted", "notes", "place", "placed",
    "places", "put", "puts", "quoted", "quotes", "reckoned", "reckons", "relayed", "relays",
    "report", "reported", "reports", "say", "says", "said", "speak", "speaks", "spoke", "spoken",
    "stated", "states", "suspected", "suspects", "tell", "tells", "told", "warned", "warns",
    "write", "writes", "wrote", "written",
)  # fmt: skip
"""Words that say that somebody says a thing. After the guides of AP and Reuters: attribute it."""

LOADED = (
    "admits", "admitted", "boasted", "boasts", "concedes", "conceded", "confessed", "confesses",
    "exposed", "exposes", "insisted", "insists", "revealed", "reveals",
)  # fmt: skip
"""Verbs of saying that judge what is said, which "said" does not. After the guides of Reuters."""

HARM = (
    "ambushed", "attacked", "bombed", "bombarded", "damaged", "destroyed", "fired", "hit", "hurt",
    "injured", "killed", "launched", "raided", "shelled", "shot", "struck", "targeted", "wounded",
)  # fmt: skip
"""Participles of harm: in the passive without "by" they hide who did it."""

NOBODY = (
    "nobody", "no", "none", "nothing", "never", "not", "neither", "nor", "without", "how",
    "whether", "if", "who", "whom",
)  # fmt: skip
"""What makes of such a sentence one that says that no harm was done, or asks."""
