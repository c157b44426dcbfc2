"""The look travels with the program, and a project overrides any file of it."""

import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from sourcebook.geo.basemap import DATA
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


OVERRIDES = {
    "location.html": ("<p>{}</p>", "locations/salt-flat.html"),
    "parts/notes.html": (
        "{{% macro notes(v) %}}<p>{}</p>{{% endmacro %}}",
        "actors/quellmark.html",
    ),
    "briefing.css": ("p::after {{ content: '{}'; }}", "briefings/salt-month.html"),
    "material/partials/copyright.html": ("<p>{}</p>", "index.html"),
    "material/assets/draw.css": ("/* {} */", "assets/draw.css"),
    "material/assets/search.js": ("// {}", "assets/search.js"),
    "material/assets/moving-map.js": ("// {}", "assets/moving-map.js"),
    "material/assets/house.css": ("/* {} */", "assets/house.css"),
}
"""Files of a project, each with a text around words of its own, and where these are shown."""


def own_words(override: str) -> str:
    return f"Our own words in {override}"


@pytest.fixture(scope="module")
def overridden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a project that overrides all of them."""
    root = lay_out(tmp_path_factory.mktemp("overridden") / "project")
    for override, (text, _) in OVERRIDES.items():
        path = root / "templates" / override
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(own_words(override)), "utf-8")
    build(prepare(root), root / "site")
    return root / "site"


@pytest.mark.parametrize("override", OVERRIDES)
def test_a_project_overrides_any_file_by_one_of_the_same_name(
    override: str, overridden: Path
) -> None:
    _, shown_in = OVERRIDES[override]
    assert own_words(override) in (overridden / shown_in).read_text("utf-8")


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


def test_a_project_brings_map_data_of_its_own(tmp_path: Path) -> None:
    """In this project every country is called Harrow Vale."""
    root = lay_out(tmp_path / "project")
    build(prepare(root), root / "site")
    own = root / "templates" / "basemap"
    own.mkdir()
    names = json.loads((DATA / "names.json").read_text("utf-8"))
    names["countries"] = [[code, "Harrow Vale", *where] for code, _, *where in names["countries"]]
    (own / "names.json").write_text(json.dumps(names), "utf-8")
    build(prepare(root), root / "own")
    world = [(root / site / "ground" / "world.js").read_text("utf-8") for site in ("site", "own")]
    assert [text.count("Harrow Vale") for text in world] == [0, len(names["countries"])]
