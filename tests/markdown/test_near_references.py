"""What is nearly a reference: told where there is such a record, and nothing else."""

import shutil
from pathlib import Path

import pytest

from sourcebook.markdown import parse_prose
from sourcebook.site import prepare
from tests.conftest import SMALL


def told(text: str) -> list[tuple[int, str, str]]:
    return [
        (one.line, one.id, one.message.rpartition("write ")[2])
        for one in parse_prose(text).near_references
    ]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (r"A \[[mill]] here", "[[mill]]"),
        (r"A \[\[mill\]\] here", "[[mill]]"),
        (r"A \[[mill|the mill]\] here", "[[mill]]"),
        (r"It burned.\[@mill, row 3]", "[@mill, place]"),
        (r"It burned.[\@mill, row 3]", "[@mill, place]"),
        (r"On \{{mill.day}} it", "{{mill.day}}"),
        (r"On \{\{mill.day\}\} it", "{{mill.day}}"),
        ("On {mill.day} it", "{{mill.day}}"),
        ("At [mill|the mill] it", "[[mill|words]]"),
        ("At [mill]] it", "[[mill|words]]"),
        ("It burned (@mill, row 3).", "[@mill, place]"),
        ("It burned. [ @mill, row 3]", "[@mill, place]"),
        ("It burned. [mill, row 3]", "[@mill, place]"),
    ],
)
def test_what_is_nearly_a_reference_is_told(text: str, form: str) -> None:
    assert told(f"One.\n\nTwo\n{text}") == [(3, "mill", form)]


@pytest.mark.parametrize(
    "text",
    [
        "[[mill]], [[mill|the mill]], {{mill.day}}, {{ mill.day }} [@mill, row 3; @other, row 4]",
        "[mill](mill.html) [mill][1] ![mill|x](mill.png) [F-15]{.name}",
        "`\\[[mill]]` and ``{mill.day}`` and `(@mill)`",
        "| a |\n|---|\n| [[mill\\|b]] |",
        "[sic] [t]he {a, b} a@mill.example (see mill, row 3)",
        "    [mill|x] in code",
    ],
)
def test_what_is_a_reference_or_none_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_it_is_told_where_there_is_such_a_record(small_root: Path, tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "content")
    file = tmp_path / "content" / "actors" / "duskland.md"
    text = file.read_text("utf-8")
    file.write_text(f"{text}\nNear \\[[testhaven]], {{nowhere.day}}, (@nobody).\n", "utf-8")
    found = [one for one in prepare(tmp_path).problems if one.code == "SB309"]
    assert [one.line for one in found] == [text.count("\n") + 2]
    assert found[0].message.startswith(r"'\[[testhaven]' looks like a link, but a backslash")
