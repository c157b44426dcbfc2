"""Words of estimation, of certainty and of saying, and judgements whose grounds have moved."""

from typing import Any

import pytest

from sourcebook.checks.judgements import check_bases, check_terms
from sourcebook.checks.prose import check_prose
from sourcebook.derive import derive
from sourcebook.models import Record
from tests.graphs import CITED, claim, graph, record

ANN = record("actor", "ann", names={"en": "Harbour Watch Office"}, variants=["The Watch"])
BEN = record("actor", "ben", names={"en": "Ben"})
ACCUSED = {"actor": "ben", "role": "attacker", "by": "ann", "cites": [CITED]}
OWNED = {"actor": "ben", "role": "attacker", "by": "ben", "cites": [CITED]}


def strike(body: str = "", **fields: Any) -> Record:
    made = {"claims": [claim("a", "ann", 6)], "episode": "chain"}
    return record("incident", "strike", body=body, **(made | fields))


def chain(line: str = "Nothing.", **fields: Any) -> Record:
    return record("episode", "chain", bottom_line=[line], **fields)


def told(*records: Record) -> list[str]:
    """What is told of the words of some records, as codes and messages."""
    given = {one.id for one in records}
    more = (ANN, BEN, strike(), chain())
    made = graph(*records, *(one for one in more if one.id not in given))
    derived = derive(made)
    found = [*check_prose(made, derived), *check_terms(made, derived), *check_bases(made, derived)]
    return [f"{one.code} {one.message}" for one in found if "SB61" < one.code < "SB62"]


def codes(*records: Record) -> list[str]:
    return [line[:5] for line in told(*records)]


def judgement(**fields: Any) -> dict[str, Any]:
    least = {
        "text": "It is likely that it was cold.",
        "likelihood": "likely",
        "confidence": "low",
        "because": "It was winter.",
        "rests_on": [{"claim": "strike.a", "standing": "single"}],
    }
    return least | fields


# ---- likelihood


@pytest.mark.parametrize(
    "term",
    [
        "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely",
        "very likely", "almost certain", "almost certainly", "remote chance", "highly improbable",
        "improbable", "improbably", "roughly even odds", "probable", "probably", "highly probable",
        "nearly certain", "Probably", "very\nlikely",
    ],
)  # fmt: skip
def test_likelihood_is_for_judgements(term: str) -> None:
    shown = " ".join(term.split())
    (found,) = told(chain(body=f"It is {term} that it was cold."))
    assert found == (
        f"SB611 '{shown}' is a degree of likelihood, which only a judgement gives: quote who says "
        "it, write what is known, or make it a judgement"
    )
    assert codes(strike(f"It is {term} that it was cold.")) == ["SB612"]
    assert codes(record("page", "about", body=f"It is {term}.")) == ["SB612"]
    assert codes(chain(body=f"“It is {term}”, says Ann.")) == []


@pytest.mark.parametrize("text", ["A remote place.", "It is like that.", "The even chances."])
def test_what_only_looks_likely(text: str) -> None:
    assert codes(chain(text)) == []


@pytest.mark.parametrize(
    ("text", "likelihood"),
    [
        ("It is likely that it was cold.", "likely"),
        ("It is almost certain.", "almost certain"),
        ("It was almost certainly cold.", "almost certain"),
        ("There is a roughly even chance of it.", "roughly even chance"),
        ("It is very unlikely, though “likely” was said.", "very unlikely"),
    ],
)
def test_a_judgement_in_its_term(text: str, likelihood: str) -> None:
    assert codes(chain(judgements=[judgement(text=text, likelihood=likelihood)])) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It was cold.", "no term of likelihood"),
        ("It is very likely.", "'very likely'"),
        ("It is probable.", "'probable'"),
        ("It is likely, or unlikely.", "'likely' and 'unlikely'"),
        ("It is likely. It is likely.", "'likely' and 'likely'"),
    ],
)
def test_a_judgement_in_another_term(text: str, said: str) -> None:
    assert told(chain(judgements=[judgement(text=text)])) == [
        f"SB613 the judgement says {said}, and its likelihood is 'likely': use that term, and only "
        "that, once"
    ]


def test_grounds_keep_to_one_row() -> None:
    assert codes(chain(judgements=[judgement(because="It is unlikely otherwise.")])) == []
    assert told(chain(judgements=[judgement(because="It is improbable otherwise.")])) == [
        "SB613 'improbable' is of the other row of terms: keep to one row"
    ]


@pytest.mark.parametrize("word", ["high confidence", "are confident", "Confidently"])
def test_likelihood_and_confidence_stand_apart(word: str) -> None:
    made = judgement(because=f"We {word}; it is likely.")
    assert codes(chain(judgements=[made])) == ["SB614"]
    made = judgement(because=f"We {word}. It is likely.")
    assert codes(chain(judgements=[made])) == []


# ---- certainty


@pytest.mark.parametrize(
    "text", ["It is confirmed.", "The undisputed fire.", "A proven fire.", "Ben verified it."]
)
def test_what_is_called_certain_is_graded_so(text: str) -> None:
    word = next(w for w in text.strip(".").split() if w in ("confirmed", "undisputed", "proven",
                "verified"))  # fmt: skip
    expected = (
        f"SB615 '{word}' says more than the grade of 'strike', which is weak: write who says it, "
        "or leave the word out"
    )
    assert told(strike(text)) == [expected]
    assert told(chain(f"{text[:-1]}, says [[strike]].")) == [expected]
    assert told(chain(text)) == [expected]
    assert told(record("page", "about", body=f"{text[:-1]}: [[strike]].")) == [expected]
    assert told(record("page", "about", body=text)) == []
    assert told(strike(text, roles=[OWNED])) == []


@pytest.mark.parametrize(
    "text",
    [
        "It is not confirmed.",
        "It is unconfirmed.",
        "It could not be verified.",
        "Nobody has confirmed it.",
        "It wasn't confirmed.",
        "Whether it is proven, Ann does not say.",
        "A camp established in the valley.",
        "“Confirmed”, says Ann.",
    ],
)
def test_what_is_denied_is_not_called_certain(text: str) -> None:
    assert codes(strike(text)) == []


# ---- saying


def test_a_claim_is_told_as_a_word() -> None:
    assert told(strike("There were {{strike.a}} dead.")) == [
        "SB616 {{strike.a}} is from one origin alone, and the sentence does not say whose word it "
        "is: name Harbour Watch Office, or write said, reported, according to"
    ]
    other = [claim("a", "ann", 6), claim("b", "ben", 9)]
    assert (
        "SB616 {{strike.killed}} is disputed"
        in told(strike("There were {{strike.killed}} dead.", claims=other))[0]
    )


@pytest.mark.parametrize(
    "text",
    [
        "Somebody counted {{strike.a}} dead.",
        "There were {{strike.a}} dead, according to somebody.",
        "Harbour Watch Office: {{strike.a}} dead.",
        "For the Watch Office, {{strike.a}} dead.",
        "For Harbour Watch, {{strike.a}} dead.",
        "The Watch: {{strike.a}} dead.",
        "[[ann|A man]]: {{strike.a}} dead.",
        "It was on {{strike.day}}.",
        "On {{strike.origins}} origins.",
    ],
)
def test_what_names_its_claimant(text: str) -> None:
    assert codes(strike(text)) == []


def test_what_is_agreed_needs_no_name() -> None:
    agreed = [claim("a", "ann", 6), claim("b", "ben", 6)]
    assert codes(strike("There were {{strike.killed}} dead.", claims=agreed)) == []


def test_a_note_of_a_claim_and_a_page_of_a_claimant_name_it() -> None:
    noted = [claim("a", "ann", 6, note="There were {{strike.a}}.")]
    assert codes(strike(claims=noted)) == []
    ann = record("actor", "ann", names={"en": "Watch"}, body="It has {{strike.a}} dead.")
    assert codes(ann) == []


@pytest.mark.parametrize("verb", ["admitted", "revealed", "boasted", "insists"])
def test_loaded_verbs(verb: str) -> None:
    assert told(strike(f"Ann {verb} it.")) == [
        f"SB617 '{verb}' judges what was said: write said, wrote or reported"
    ]
    assert codes(strike(f"Ann said “Ben {verb} it”.")) == []
    assert codes(strike("Ann said, claimed and reported it.")) == []


# ---- who did it


@pytest.mark.parametrize(
    "text",
    [
        "Two were killed at dawn.",
        "The shed was badly hit, by noon all were gone.",
        "A drone was shot down.",
        "It is being shelled.",
    ],
)
def test_who_did_it_is_not_left_out(text: str) -> None:
    (found,) = told(strike(text))
    assert found.startswith("SB618 ")
    assert "nobody is said to have done it: write who did it according to whom" in found
    assert codes(strike(text, roles=[ACCUSED])) == []
    rival = [ACCUSED, {**ACCUSED, "actor": "ann", "by": "ben"}]
    (found,) = told(strike(text, roles=rival))
    assert "and who did it is contested" in found


@pytest.mark.parametrize(
    "text",
    [
        "Two were killed by Ben.",
        "Nobody was killed, and no shed was hit.",
        "How many were killed is not known.",
        "Ben hit the shed.",
        "“Two were killed”, says Ann.",
        "They were found.",
    ],
)
def test_who_did_it_is_said_or_nothing_was_done(text: str) -> None:
    assert codes(strike(text)) == []
    assert codes(record("page", "about", body="Two were killed.")) == []


# ---- judgements and their grounds


def test_a_judgement_whose_grounds_stand() -> None:
    assert codes(chain(judgements=[judgement()])) == []
    assert codes(chain(judgements=[judgement(rests_on=["strike.a"])])) == []


def test_a_judgement_whose_grounds_have_moved() -> None:
    moved = judgement(rests_on=[{"claim": "strike.a", "standing": "agreed"}])
    assert told(chain(judgements=[moved])) == [
        "SB619 'strike.a' was agreed when the judgement was written and is single now: read the "
        "judgement again, then write standing: single"
    ]


@pytest.mark.parametrize("status", ["superseded", "withdrawn"])
def test_a_judgement_on_what_is_gone(status: str) -> None:
    gone = strike(claims=[claim("a", "ann", 6, status=status)])
    assert told(gone, chain(judgements=[judgement(rests_on=["strike.a"])])) == [
        f"SB619 'strike.a' is {status}: read the judgement again, then write standing: {status}"
    ]
    known = judgement(rests_on=[{"claim": "strike.a", "standing": status}])
    assert codes(gone, chain(judgements=[known])) == []
