"""The English words by which a sentence says who attacked, and who claimed or denied it.

Data for `who_did_it`: to change what is read, change it here.
"""

ATTACKS = (
    "act", "action", "airstrike", "airstrikes", "ambush", "assassination", "assault", "attack",
    "attacks", "blast", "bombardment", "bombing", "bombings", "drone", "drones", "explosion",
    "explosions", "fire", "incident", "incidents", "killing", "killings", "launch", "massacre",
    "missile", "missiles", "operation", "operations", "raid", "raids", "rocket", "rockets",
    "shelling", "shooting", "strike", "strikes",
)  # fmt: skip
"""What is claimed or denied when an attack is."""

ATTACK_NOUNS = (
    "airstrike", "airstrikes", "ambush", "assault", "attack", "attacks", "bombardment", "bombing",
    "bombings", "massacre", "raid", "raids", "shelling", "shooting", "strike", "strikes",
)  # fmt: skip
"""What is an attack by itself: "the Reds attack on", "a raid by Reds"."""

ATTACK_MEANS = (
    "aerial", "air", "armed", "artillery", "bomb", "car", "cross-border", "deadly", "drone",
    "ground", "helicopter", "missile", "mortar", "naval", "night", "retaliatory", "rocket",
    "suicide", "surprise",
)  # fmt: skip
"""What may stand between a name and such a noun: "Reds rocket attack on"."""

CLAIMING = ("claimed", "claims", "claim", "claiming")
ACCEPTING = (
    "accepted", "accepts", "acknowledged", "acknowledges", "admitted", "admits", "assumed",
    "assumes", "confirmed", "took", "takes", "taken",
)  # fmt: skip
"""Beside "responsibility" or "credit" they say that somebody claimed it."""
ADMITTING = ("admitted", "admits")
"""Before an attack they say that somebody claimed it."""
DENYING = ("denied", "denies", "deny", "denying", "disclaimed", "disclaims", "disowned", "rejected")
BLAMING = ("blamed", "blames", "accused", "accuses")
ASCRIBING = ("attributed", "attributes", "ascribed", "ascribes")
SAYING = (
    "said", "says", "announced", "announces", "stated", "states", "declared", "declares",
    "confirmed", "confirms", "claimed", "claims", "acknowledged", "acknowledges", "admitted",
    "admits",
)  # fmt: skip
ATTACKING = (
    "ambushed", "attacked", "bombarded", "bombed", "raided", "shelled", "struck", "targeted",
    "hit",
)  # fmt: skip
"""What an attacker did, where its own name stands before the verb, or behind "by"."""
CARRYING_OUT = (
    "carried out", "conducted", "committed", "perpetrated", "mounted", "staged", "launched",
)  # fmt: skip
FIRED = (
    "rocket", "rockets", "missile", "missiles", "shell", "shells", "mortar", "mortars", "shots",
    "drone", "drones", "round", "rounds", "at", "on", "into",
)  # fmt: skip
"""What is fired by who attacks."""

NOBODY = (
    "nobody", "no one", "no-one", "none", "none of the groups", "none of them", "no group",
    "no known group", "no party", "no side", "no faction", "no organisation", "no organization",
    "no militia", "no armed group", "neither side",
)  # fmt: skip
BETWEEN = (
    "also", "again", "first", "later", "then", "since", "soon", "afterwards", "once", "itself",
    "themselves", "himself", "herself", "had", "has", "have", "was", "were", "is", "are", "both",
    "jointly", "initially", "immediately", "publicly", "quickly", "promptly", "still", "all",
    "already", "now", "just", "finally", "that", "armed", "military", "political", "repeatedly",
    "officially", "formally", "eventually", "so", "far", "yet", "today",
)  # fmt: skip
"""Words that may stand between a name and its verb."""
FORCES = (
    "aircraft", "artillery", "drones", "fighters", "forces", "gunmen", "gunners", "gunships",
    "helicopters", "jets", "men", "militants", "militiamen", "navy", "planes", "soldiers",
    "troops", "units", "warplanes", "warships", "wing", "arm", "branch", "brigades", "leadership",
    "commanders", "spokesman", "spokeswoman", "spokesperson",
)  # fmt: skip
"""Behind the name of an actor they stand for it: Reds fighters, the Blues' troops."""
NEGATIONS = ("not", "never", "neither", "nor", "n't", "without")
OPENING = ("whether", "if", "who", "how", "why", "whose", "when")
"""After one of these nothing is stated."""
PRONOUNS = (
    "he", "she", "it", "they", "who", "which", "that", "this", "these", "those", "some", "others",
    "both", "many", "several", "another", "one", "we", "i", "you", "there", "what", "and", "but",
    "the", "a", "an", "later", "then", "in", "on", "at", "after", "before", "his", "her", "their",
    "its", "activists", "analysts", "authorities", "drones", "experts", "groups", "insurgents",
    "locals", "media", "monitors", "observers", "officials", "police", "rebels", "reports",
    "residents", "rockets", "sources", "spokesmen", "witnesses", *FORCES,
)  # fmt: skip
"""First words of a sentence that are no name for all their capital letter."""

SOMEBODY = (
    "somebody", "someone", "a group", "one group", "another group", "groups", "militants",
    "fighters", "insurgents", "rebels", "a militia", "militias",
)  # fmt: skip
"""Who is not named: that such a one claimed or denied it is told only where somebody does."""
