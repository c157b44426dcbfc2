"""The folder of captured texts: named by the machine, and never one that is published."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sourcebook import cli
from sourcebook.publish import PublishError
from sourcebook.quotes import CapturesFolderError, captures_folder
from sourcebook.site import build, prepare
from tests.conftest import SMALL, lay_out
from tests.quotes.test_quotation_check import LOCK, STRIKE, edit, told

CAPTURES = SMALL.parent / "captures"
LOOKED_UP = "4 quotations: 2 looked up, 0 trusted by quotes.lock, 2 never checked"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small dataset without its captures."""
    shutil.copytree(SMALL, tmp_path / "project" / "content")
    return tmp_path / "project"


def run(root: Path, *words: str, **environment: str) -> Result:
    return CliRunner().invoke(cli.commands, words, obj=root, env=environment)


def last_line(result: Result) -> str:
    return result.output.splitlines()[-1]


@pytest.mark.parametrize("way", ["option", "environment", "beside the records"])
def test_the_machine_says_where_they_are(root: Path, tmp_path: Path, way: str) -> None:
    texts = root / "captures" if way == "beside the records" else tmp_path / "private"
    shutil.copytree(CAPTURES, texts)
    words = ("--captures", str(texts)) if way == "option" else ()
    environment = {"SOURCEBOOK_CAPTURES": str(texts)} if way == "environment" else {}
    assert last_line(run(root, "check", *words, **environment)) == LOOKED_UP
    assert run(root, "quotes", *words, **environment).exit_code == 0


def test_the_option_comes_before_the_environment(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    words = ("check", "--captures", str(CAPTURES))
    named = {"SOURCEBOOK_CAPTURES": str(tmp_path / "empty")}
    assert last_line(run(root, *words, **named)) == LOOKED_UP


@pytest.mark.parametrize("written", ["docs-private", "captures", "x" * 5000, "'..'"])
def test_a_dataset_does_not_say_where_they_are(root: Path, written: str) -> None:
    """And where it tries to, the texts at hand are read all the same."""
    shutil.copytree(CAPTURES, root / "captures")
    file = root / "content" / "dataset.yml"
    file.write_text(f"captures: {written}\n{file.read_text('utf-8')}", "utf-8")
    edit(root, STRIKE, "our aircraft struck the depot", "our aircraft struck the school")
    edit(root, LOCK, "our aircraft struck the depot", "our aircraft struck the school")
    first, second, *_ = sorted(told(root))
    assert first.startswith("content/dataset.yml:1 SB512 where the captured texts are is not for")
    assert "--captures or SOURCEBOOK_CAPTURES" in first
    assert second.startswith(f"{STRIKE}:20 SB501 'our aircraft struck the school' is not in")
    assert run(root, "check").exit_code == 1


PUBLISHED = {
    "content": "the records",
    "content/pages/texts": "the records",
    "site": "the site",
    "site/texts": "the site",
    "templates": "the templates and the theme",
    "templates/material/assets/texts": "the templates and the theme",
}


@pytest.mark.parametrize("place", PUBLISHED)
def test_they_do_not_lie_in_what_is_published(root: Path, tmp_path: Path, place: str) -> None:
    folder = root / place
    folder.mkdir(parents=True, exist_ok=True)
    link = tmp_path / "link"
    link.symlink_to(folder)
    before = sorted(root.rglob("*"))
    (tmp_path / "log.txt").write_text("Six.\n", "utf-8")
    for command in (
        ("check",),
        ("build",),
        ("quotes",),
        ("capture", "ember-log-2032", str(tmp_path / "log.txt")),
    ):
        for named in (folder, link, folder / ".." / folder.name):
            result = run(root, *command, "--captures", str(named))
            assert isinstance(result.exception, CapturesFolderError), command
            assert f"captured texts may not lie within {PUBLISHED[place]}" in str(result.exception)
            assert "name one outside with --captures or SOURCEBOOK_CAPTURES" in str(
                result.exception
            )
    assert sorted(root.rglob("*")) == before


def test_the_usual_folder_is_not_a_way_round(root: Path) -> None:
    (root / "captures").symlink_to(root / "content" / "pages")
    assert isinstance(run(root, "check").exception, CapturesFolderError)


@pytest.mark.parametrize("command", ["check", "quotes"])
def test_a_slip_in_its_name_does_not_look_like_no_captures(root: Path, command: str) -> None:
    for words, environment in (
        (("--captures", str(root / "captuers")), {}),
        ((), {"SOURCEBOOK_CAPTURES": str(root / "captuers")}),
    ):
        error = run(root, command, *words, **environment).exception
        assert isinstance(error, CapturesFolderError)
        assert str(error) == (
            f"{root / 'captuers'}: there is no such folder of captured texts; correct --captures "
            "or SOURCEBOOK_CAPTURES"
        )


@pytest.mark.parametrize("name", ["file.txt", "x" * 5000, "a\0b"])
def test_what_can_hold_no_texts_is_told(root: Path, name: str) -> None:
    (root / "file.txt").write_text("", "utf-8")
    with pytest.raises(CapturesFolderError):
        captures_folder(root / "content", root / name)
    with pytest.raises(CapturesFolderError):
        captures_folder(root / "content", root / name, new=True)


def test_a_theme_that_holds_a_captured_text_is_not_published(tmp_path: Path) -> None:
    """However it came there: by `custom_dir`, by a plugin, or by a copy."""
    root = lay_out(tmp_path)
    (text,) = CAPTURES.iterdir()
    assets = root / "templates" / "material" / "texts"
    assets.mkdir(parents=True)
    shutil.copyfile(text, assets / text.name)
    with pytest.raises(PublishError, match=f"texts/{text.name}: this is a captured text"):
        build(prepare(root), root / "site")
    assert not (root / "site").exists()


@pytest.mark.parametrize("name", ["facts.lock", "quotes.lock"])
@pytest.mark.parametrize("command", ["check", "quotes", "facts"])
def test_a_pipe_in_the_place_of_a_lock_is_told_and_not_read(
    root: Path, name: str, command: str
) -> None:
    edit(root, "content/dataset.yml", "locks: quotes\n", "")
    run(root, "facts")
    (root / "content" / name).unlink()
    os.mkfifo(root / "content" / name)
    result = run(root, command)
    if (name, command) == ("facts.lock", "facts"):
        assert result.exit_code == 0, "the command writes the file again"
        assert (root / "content" / name).is_file()
        return
    assert result.exit_code == 1
    told = f"{result.output}{result.exception}"
    assert f"content/{name}:0:" in told
    assert "this is neither a file nor a folder: delete it" in told
