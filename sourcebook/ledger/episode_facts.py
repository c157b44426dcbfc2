"""What an episode says: its words, and what each judgement rests on."""

from collections.abc import Iterable, Iterator

from sourcebook.derive import Derived
from sourcebook.ledger.published_fact import FactPart, words_of
from sourcebook.link import Graph
from sourcebook.load.yaml import ValuePath
from sourcebook.models import Episode
from sourcebook.models.episode import Judgement, Question

NamedParts = Iterator[tuple[str, Iterable[FactPart]]]


def episode_parts(graph: Graph, _derived: Derived, episode: Episode) -> NamedParts:
    """Its bottom line, assumptions and unknowns; key figures; questions and judgements.

    What its incidents come to in numbers is not among them: it follows from the incidents.
    """
    for field in ("bottom_line", "assumptions", "unknowns"):
        texts = enumerate(getattr(episode, field))
        yield (
            field.replace("_", " "),
            tuple(FactPart(words_of(text), (field, number)) for number, text in texts),
        )
    figures = enumerate(episode.key_figures)
    yield "key figures", tuple(FactPart(name, ("key_figures", at)) for at, name in figures)
    for number, question in enumerate(episode.questions):
        yield (
            f"question {question.see[0]}",
            _question_parts(
                question, graph.text_as_written(episode.id, "questions", number, "ask"), number
            ),
        )
    for number, judgement in enumerate(episode.judgements):
        yield f"judgement {number + 1}", _judgement_parts(judgement, ("judgements", number))


def _question_parts(question: Question, ask: str, number: int) -> Iterator[FactPart]:
    path: ValuePath = ("questions", number)
    yield FactPart(words_of(ask), (*path, "ask"))
    for at, name in enumerate(question.see):
        yield FactPart(name, (*path, "see", at))
    yield FactPart(words_of(question.note), (*path, "note"))


def _judgement_parts(judgement: Judgement, path: ValuePath) -> Iterator[FactPart]:
    yield FactPart(words_of(judgement.text), (*path, "text"))
    yield FactPart(judgement.likelihood, (*path, "likelihood"))
    yield FactPart(f"{judgement.confidence} confidence", (*path, "confidence"))
    yield FactPart(words_of(judgement.because), (*path, "because"))
    for number, basis in enumerate(judgement.rests_on):
        words = f"{basis.claim} {basis.standing or ''}".strip()
        yield FactPart(words, (*path, "rests_on", number))
