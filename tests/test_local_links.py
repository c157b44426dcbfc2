"""What a text names by its address is there, and a picture can travel."""

from pathlib import Path

import pytest

from sourcebook.local_links import MOST_PICTURE_BYTES
from sourcebook.problems import Problem
from tests.rendering import LEAST, Tables, write

PLACE = "content/incidents.jsonl"


def told(folder: Path, text: str, pictures: dict[str, int] | None = None) -> list[str]:
    """The codes and messages about addresses in the text of an incident."""
    shown = folder / "content" / "pages"
    incident = LEAST["incidents"][0] | {"body": f"{text} [@chronicle, page 1]."}
    shown.mkdir(parents=True)
    for name, size in (pictures or {}).items():
        (shown / name).parent.mkdir(exist_ok=True)
        (shown / name).write_bytes(b"x" * size)
    problems = write(folder, Tables(LEAST | {"incidents": [incident]})).problems
    return [f"{p.code} {p.message}" for p in problems if _about(p)]


def _about(problem: Problem) -> bool:
    return problem.code in ("SB307", "SB308")


@pytest.mark.parametrize(
    "text",
    [
        "![A map](../map.png)",
        "![A map](../maps/a%20map.png)",
        "![A map](../map.png?v=2#top)",
        "A [miller](../actors/miller.html#said), [this](flood.html) and [that](../about.html)",
        "A [file](../map.png), [data](../dataset.json), [all](../briefings/wet-year.html)",
        "A [part](#map), [mail](mailto:a@b.example) and [elsewhere](https://mill.example/x.html)",
    ],
)
def test_what_is_there_is_not_told(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text, {"map.png": MOST_PICTURE_BYTES, "maps/a map.png": 9}) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "![A map](map.png)",
            "SB307 'map.png' is no picture beside the pages; did you mean '../map.png'?",
        ),
        (
            "![A map](../mpa.png)",
            "SB307 '../mpa.png' is no picture beside the pages; did you mean '../map.png'?",
        ),
        (
            "A [miller](../actors/miler.html)",
            "SB307 '../actors/miler.html' leads to no page of this site; did you mean "
            "'../actors/miller.html'?",
        ),
        (
            "As [told](../about.md)",
            "SB307 '../about.md' leads to no page of this site; did you mean '../about.html'?",
        ),
        ("![A map](../../../map.jpg)", "SB307 '../../../map.jpg' is no picture beside the pages"),
    ],
)
def test_what_is_not_there_is_told_with_what_was_meant(
    tmp_path: Path, text: str, message: str
) -> None:
    (found,) = told(tmp_path, text, {"map.png": 9})
    assert found.startswith(message)


def test_a_picture_too_large_to_travel_is_told(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "![A map](../map.png)", {"map.png": MOST_PICTURE_BYTES + 1})
    assert found.startswith("SB308 the picture '../map.png' has 400,001 bytes: with more than")
