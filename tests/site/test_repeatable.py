"""The same input makes the same bytes, wherever, and nothing is written that has not changed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs
from mkdocs.config import load_config

from sourcebook.problems import blocks_publication
from sourcebook.site import Report, build, prepare
from sourcebook.theme import template_folders
from tests.conftest import REPOSITORY
from tests.small_site import tree

BUILD = "from pathlib import Path; from sourcebook.cli import main; main(Path('.'))"


def changes(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """The paths that are not the same in both."""
    return {path for path in {*before, *after} if before.get(path) != after.get(path)}


def rebuild(root: Path) -> Report:
    prepared = prepare(root)
    assert not blocks_publication(prepared.problems)
    return build(prepared, root / "site")


def scattered(source: Path, target: Path) -> None:
    """Copy a project with its files made in another order."""
    files = sorted((path for path in source.rglob("*") if path.is_file()), reverse=True)
    for path in sorted(files, key=lambda path: path.name[::-1]):
        if path.relative_to(source).parts[0] in ("content", "templates", "mkdocs.yml"):
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)


@pytest.mark.parametrize(
    ("zone", "locale", "seed"),
    [("Pacific/Kiritimati", "C", "1"), ("America/St_Johns", "POSIX", "4242")],
)
def test_the_machine_does_not_matter(
    zone: str, locale: str, seed: str, small_root: Path, small_site: Path, tmp_path: Path
) -> None:
    scattered(small_root, tmp_path / "a place with spaces")
    surroundings = {
        **os.environ,
        "TZ": zone,
        "LC_ALL": locale,
        "LANG": locale,
        "PYTHONHASHSEED": seed,
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
        "PYTHONPATH": str(REPOSITORY),
        "SOURCE_DATE_EPOCH": "1",
    }
    run = subprocess.run(
        [sys.executable, "-c", BUILD, "build"],
        cwd=tmp_path / "a place with spaces",
        env=surroundings,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    assert changes(tree(small_site), tree(tmp_path / "a place with spaces" / "site")) == set()


def test_mkdocs_makes_the_same_site(project: Path, small_site: Path) -> None:
    shutil.rmtree(project / "site")
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs(config)
    config.plugins.on_shutdown()
    assert changes(tree(small_site), tree(project / "site")) == set()


def test_a_build_with_nothing_changed_writes_nothing(project: Path) -> None:
    times = {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")}
    report = rebuild(project)
    assert (report.changed, report.removed) == (0, 0)
    assert {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")} == times
    assert not (project / ".site.staged").exists()


def edit(project: Path, path: str, old: str, new: str) -> set[str]:
    """Change one text of a record and build; the pages that changed, without the exports."""
    file = project / "content" / path
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    before = tree(project / "site")
    file.write_text(text.replace(old, new), "utf-8")
    report = rebuild(project)
    changed = changes(before, tree(project / "site"))
    assert report.changed == len(changed)
    return {path for path in changed if path.endswith(".html")}


def test_a_title_changes_the_pages_that_show_it(project: Path) -> None:
    assert edit(project, "incidents/lost-patrol.md", "The lost patrol", "A patrol astray") == {
        "incidents/lost-patrol.html",
        "incidents/index.html",
        "incidents/undated.html",
        "locations/salt-flat.html",
        "sources/gazette-almanac.html",
        "timeline.html",
    }


def test_a_sentence_changes_its_page_and_the_page_of_its_source(project: Path) -> None:
    changed = edit(project, "incidents/village-drone.md", "A drone passed over", "Drones crossed")
    assert changed == {"incidents/village-drone.html", "sources/digest-2032.html"}


def test_an_episode_shows_what_changes_in_its_incidents(project: Path) -> None:
    changed = edit(project, "incidents/salt-flat-clash.md", "value: 5–8", "value: 5–9")
    assert "incidents/salt-flat-clash.html" in changed
    assert "actors/marrow-gazette.html" in changed
    assert "about.html" not in changed
    assert "incidents/village-drone.html" not in changed


def test_what_is_gone_leaves_no_page(project: Path) -> None:
    (project / "content" / "incidents" / "lost-patrol.md").unlink()
    report = rebuild(project)
    assert report.removed == 3
    assert not (project / "site" / "incidents" / "lost-patrol.html").exists()
    assert not (project / "site" / "incidents" / "undated.html").exists()
    assert not (project / "site" / "rows" / "undated.js").exists()


def test_an_added_record_makes_the_site_that_a_fresh_build_makes(project: Path) -> None:
    record = (project / "content" / "actors" / "duskland.md").read_text("utf-8")
    (project / "content" / "actors" / "dawnland.md").write_text(
        record.replace("Duskland", "Dawnland"), "utf-8"
    )
    rebuild(project)
    build(prepare(project), project / "anew")
    assert changes(tree(project / "site"), tree(project / "anew")) == set()


def test_a_changed_template_is_seen(project: Path) -> None:
    ours = template_folders(project / "templates")[1] / "incident.html"
    added = ours.read_text("utf-8") + "<p>Added by hand</p>"
    (project / "templates" / "incident.html").write_text(added, "utf-8")
    assert rebuild(project).changed == len(list((project / "content").glob("incidents/*.md"))) + 2


def test_a_changed_configuration_is_seen(project: Path) -> None:
    text = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(text.replace("copyright: ", "copyright: Anew. "), "utf-8")
    report = rebuild(project)
    assert report.changed == report.pages, "every page, and no file that has no frame"
