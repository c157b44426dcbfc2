"""The look travels with the program, and a project overrides any file of it."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from sourcebook.site import build, prepare
from tests.conftest import REPOSITORY, lay_out
from tests.small_site import tree

PROGRAM = """
import sys
from pathlib import Path
import sourcebook.cli
assert sourcebook.__file__.startswith(sys.argv.pop(1)), sourcebook.__file__
sourcebook.cli.main(Path.cwd())
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, unpacked: nothing else of the checkout is in it."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    (packed,) = out.glob("*.whl")
    with ZipFile(packed) as archive:
        archive.extractall(out / "unpacked")
    return out / "unpacked"


def run(wheel: Path, root: Path, *words: str) -> str:
    """What a command of the unpacked wheel prints, run in a project."""
    command = [sys.executable, "-c", PROGRAM, str(wheel), *words]
    environment = {"PYTHONPATH": str(wheel)}
    done = subprocess.run(command, cwd=root, env=environment, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_a_wheel_holds_all_that_a_build_needs(
    wheel: Path, small_site: Path, tmp_path: Path
) -> None:
    root = lay_out(tmp_path / "elsewhere")
    run(wheel, root)
    assert tree(root / "site") == tree(small_site)


@pytest.mark.parametrize("words", [("rules", "SB407"), ("pack",), ("brief", "salt-month")])
def test_a_wheel_holds_what_the_other_commands_need(
    words: tuple[str, ...], wheel: Path, tmp_path: Path
) -> None:
    run(wheel, lay_out(tmp_path / "elsewhere"), *words)


@pytest.mark.parametrize(
    ("override", "text", "shown_in"),
    [
        ("location.html", "<p>Our own words</p>", "locations/salt-flat.html"),
        (
            "parts/notes.html",
            "{% macro notes(v) %}<p>Our own words</p>{% endmacro %}",
            "actors/quellmark.html",
        ),
        ("briefing.css", "p::after { content: 'Our own words'; }", "briefings/salt-month.html"),
        ("material/partials/copyright.html", "<p>Our own words</p>", "index.html"),
        ("material/assets/draw.css", "/* Our own words */", "assets/draw.css"),
        ("material/assets/search.js", "// Our own words", "assets/search.js"),
        ("material/assets/moving-map.js", "// Our own words", "assets/moving-map.js"),
        ("material/assets/house.css", "/* Our own words */", "assets/house.css"),
    ],
)
def test_a_project_overrides_any_file_by_one_of_the_same_name(
    override: str, text: str, shown_in: str, tmp_path: Path
) -> None:
    root = lay_out(tmp_path / "project")
    path = root / "templates" / override
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    build(prepare(root), root / "site")
    assert "Our own words" in (root / "site" / shown_in).read_text("utf-8")


def test_an_override_of_material_is_no_body_of_a_page(tmp_path: Path) -> None:
    """`404.html` is the name of a body of ours and of a template of Material."""
    root = lay_out(tmp_path / "project")
    (root / "templates" / "material").mkdir()
    frame = "{% extends 'main.html' %}{% block footer %}Our own words{% endblock %}"
    (root / "templates" / "material" / "404.html").write_text(frame, "utf-8")
    build(prepare(root), root / "site")
    page = (root / "site" / "404.html").read_text("utf-8")
    assert page.count("Our own words") == 1
    assert "<h1>" in page
