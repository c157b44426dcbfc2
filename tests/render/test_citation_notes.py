"""What is noted of a citation is read wherever the citation stands, not beside claims alone."""

from pathlib import Path

import pytest

from sourcebook.site import build, prepare
from tests.browser.markup import Document

NOTED = {
    "incidents/depot-nine-strike.md": (
        'at: para 1, quote: "our aircraft struck the depot"}',
        'at: para 1, quote: "our aircraft struck the depot", note: Of the role.}',
    ),
    "actors/dora-sample.md": (
        "at: heading}]}\nclaims",
        'at: heading, note: "Of [[quellmark]]."}]}\nclaims',
    ),
    "locations/depot-nine.md": ("at: sheet 5}", "at: sheet 5, note: Of the point.}"),
    "locations/test-village.md": ("at: sheet 4}", "at: sheet 4, note: Of the distance.}"),
}
"""A citation of each kind in the small dataset, and the same with a note."""


@pytest.fixture(scope="module")
def noted(small_root: Path, small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small dataset with the notes."""
    content = tmp_path_factory.mktemp("noted") / "content"
    assert small_site.is_dir()
    for file in sorted((small_root / "content").rglob("*")):
        if file.is_file():
            name = file.relative_to(small_root / "content")
            (content / name).parent.mkdir(parents=True, exist_ok=True)
            (content / name).write_bytes(file.read_bytes())
    for path, (plain, with_note) in NOTED.items():
        text = (content / path).read_text("utf-8")
        assert text.count(plain) == 1, path
        (content / path).write_text(text.replace(plain, with_note), "utf-8")
    prepared = prepare(small_root, content)
    assert not prepared.failed, prepared.problems
    build(prepared, content.parent / "site")
    return content.parent / "site"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("incidents/depot-nine-strike.html", ", para 1: Of the role."),
        ("actors/dora-sample.html", ", heading: Of Republic of Quellmark."),
        ("actors/quellmark-command.html", ", heading: Of Republic of Quellmark."),
        ("locations/depot-nine.html", ", sheet 5: Of the point."),
        ("locations/test-village.html", ", sheet 4: Of the distance."),
    ],
)
def test_the_note_of_a_citation_is_shown(page: str, words: str, noted: Path) -> None:
    found = [" ".join(note.text.split()) for note in Document.read(noted, page).select(".note")]
    assert [note for note in found if note.endswith(words)], found
