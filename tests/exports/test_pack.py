"""The pack for a memory stick, and what verifies it on a stranger's machine."""

import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from sourcebook.link import Graph
from sourcebook.models.when import parse_date
from sourcebook.outputs import PackError, pack_name, write_pack
from tests.conftest import Run
from tests.small_site import tree

NAME = "register-of-quellmark-edition-3"


@pytest.fixture(scope="module")
def packed(small_site: Path, graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as a ZIP file."""
    target = tmp_path_factory.mktemp("packed") / "pack.zip"
    write_pack(target, small_site, published_of(small_site), graph.dataset)
    return target


def published_of(site: Path) -> list[str]:
    return sorted(set(tree(site)) - {"published.json"})


@pytest.fixture
def unpacked(packed: Path, tmp_path: Path) -> Path:
    """The folder of the pack, to be damaged."""
    with ZipFile(packed) as archive:
        archive.extractall(tmp_path)
    return tmp_path / NAME


def verify(folder: Path, *words: str) -> tuple[int, list[str]]:
    """Run verify.py as a stranger does, with nothing but Python's own library."""
    command = [sys.executable, "-I", "-S", "-W", "error", str(folder / "verify.py"), *words]
    done = subprocess.run(
        command, cwd=folder.parent, capture_output=True, text=True, encoding="utf-8",
        check=False, env={"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


# --- The pack.


def test_the_same_site_gives_the_same_bytes(
    packed: Path, small_site: Path, graph: Graph, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(small_site, copy)
    for path in copy.rglob("*"):
        os.utime(path, (1, 1))
        path.chmod(0o755 if path.is_dir() else 0o600)
    write_pack(tmp_path / "x.zip", copy, reversed(published_of(copy)), graph.dataset)
    assert (tmp_path / "x.zip").read_bytes() == packed.read_bytes()


def test_the_pack_holds_the_site_and_nothing_hidden(packed: Path, small_site: Path) -> None:
    with ZipFile(packed) as archive:
        names = archive.namelist()
        inside = {name.removeprefix(f"{NAME}/") for name in names}
        assert all(name.startswith(f"{NAME}/") for name in names)
        own = {"README.txt", "SHA256SUMS", "verify.py"}
        assert inside == {*published_of(small_site), *own}
        assert {"index.html", "briefings/salt-month.html", "dataset.json"} <= inside
        assert "published.json" not in inside
        assert not any(part.startswith(".") for name in inside for part in name.split("/"))
        for path in published_of(small_site):
            assert archive.read(f"{NAME}/{path}") == (small_site / path).read_bytes()
        assert archive.testzip() is None


def test_every_entry_is_written_the_same_way(packed: Path) -> None:
    with ZipFile(packed) as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    assert names == [*sorted(names[:-1]), f"{NAME}/SHA256SUMS"]
    assert {
        (e.date_time, e.compress_type, e.create_system, e.external_attr >> 16, e.extra, e.comment)
        for e in entries
    } == {((2032, 4, 5, 0, 0, 0), ZIP_STORED, 3, 0o100644, b"", b"")}


def test_the_checksums_are_those_of_every_file(unpacked: Path) -> None:
    lines = (unpacked / "SHA256SUMS").read_text("utf-8").splitlines()
    expected = {
        path: sha256(data).hexdigest()
        for path, data in tree(unpacked).items()
        if path != "SHA256SUMS"
    }
    assert lines == [f"{digest}  {path}" for path, digest in sorted(expected.items())]
    assert b"\r" not in (unpacked / "SHA256SUMS").read_bytes()


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum on this machine")
def test_sha256sum_reads_the_checksums(unpacked: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    assert subprocess.run(command, cwd=unpacked, check=False).returncode == 0
    (unpacked / "index.html").write_text("x")
    done = subprocess.run(command, cwd=unpacked, capture_output=True, check=False)
    assert done.returncode == 1


def test_the_pack_says_how_to_read_and_check_it(unpacked: Path) -> None:
    text = (unpacked / "README.txt").read_text("utf-8")
    for words in ("Register of Quellmark", "Edition 3, 2032-04-05", "index.html", "verify.py"):
        assert words in text


@pytest.mark.parametrize(
    ("title", "edition", "name"),
    [
        ("Register of Quellmark", "3", "register-of-quellmark-edition-3"),
        ("../Up & away/\\", "2032.1", "up-away-edition-2032-1"),
        ("قرية الاختبار", "1", "edition-1"),
    ],
)
def test_a_pack_is_named_after_the_dataset(
    title: str, edition: str, name: str, graph: Graph
) -> None:
    dataset = graph.dataset.model_copy(update={"title": title, "edition": edition})
    assert pack_name(dataset) == name


@pytest.mark.parametrize(("date", "day"), [("1955", (1980, 1, 1)), ("9999", (2107, 12, 31))])
def test_a_day_that_the_format_cannot_write_becomes_the_nearest(
    date: str, day: tuple[int, int, int], graph: Graph, tmp_path: Path
) -> None:
    dataset = graph.dataset.model_copy(update={"edition_date": parse_date(date)})
    write_pack(tmp_path / "x.zip", tmp_path, [], dataset)
    with ZipFile(tmp_path / "x.zip") as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {day}


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("verify.py", "the pack has a file of this name"),
        ("SHA256SUMS", "the pack has a file of this name"),
        ("two\nlines.png", "give the file a plain name"),
        ("c:stream.png", "give the file a plain name"),
    ],
)
def test_a_name_that_cannot_be_packed_is_refused(
    path: str, message: str, graph: Graph, tmp_path: Path
) -> None:
    with pytest.raises(PackError, match=message):
        write_pack(tmp_path / "x.zip", tmp_path, [path], graph.dataset)


# --- What verifies it.


def test_a_whole_pack_is_told_whole(unpacked: Path) -> None:
    count = len(tree(unpacked)) - 1
    assert verify(unpacked) == (0, [f"All as it was packed: {count} files."])


def test_a_damaged_pack_says_what_is_wrong(unpacked: Path) -> None:
    count = len(tree(unpacked)) - 1
    (unpacked / "index.html").unlink()
    with (unpacked / "data.html").open("ab") as file:
        file.write(b" ")
    (unpacked / "briefings" / "new.html").write_text("planted")
    assert verify(unpacked) == (
        1,
        [
            "added: briefings/new.html",
            "changed: data.html",
            "missing: index.html",
            f"Not as it was packed: of {count} files listed, 1 missing, 1 changed, 1 added.",
        ],
    )


def test_what_systems_leave_on_a_stick_is_told_and_forgiven(unpacked: Path) -> None:
    (unpacked / ".DS_Store").write_text("x")
    (unpacked / "briefings" / "._index.html").write_text("x")
    (unpacked / "System Volume Information").mkdir()
    (unpacked / "System Volume Information" / "IndexerVolumeGuid").write_text("x")
    code, lines = verify(unpacked)
    assert code == 0
    assert len([line for line in lines if line.startswith("ignored, as systems leave")]) == 3
    assert lines[-1].startswith("All as it was packed")


def test_a_link_is_no_file_even_if_it_leads_to_the_same(unpacked: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.html"
    shutil.move(unpacked / "index.html", elsewhere)
    (unpacked / "index.html").symlink_to(elsewhere)
    (unpacked / "actors" / "more").symlink_to(tmp_path, target_is_directory=True)
    code, lines = verify(unpacked)
    assert code == 1
    assert lines[:2] == ["added: actors/more", "changed: index.html"]


@pytest.mark.parametrize(
    "path",
    ["../outside.txt", "/etc/hostname", "a/../../outside.txt", "a//b", "./x", "C:/x", "a\\..\\b"],
)
def test_a_list_that_leads_out_of_the_folder_is_refused(path: str, unpacked: Path) -> None:
    (unpacked.parent / "outside.txt").write_text("secret")
    with (unpacked / "SHA256SUMS").open("a", encoding="utf-8") as file:
        file.write(f"{sha256(b'secret').hexdigest()}  {path}\n")
    code, (line,) = verify(unpacked)
    assert code == 2
    assert re.fullmatch(
        r"Nothing could be verified: line \d+ of SHA256SUMS leads out of the folder: '.+'\.", line
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "SHA256SUMS is empty"),
        ("<html>\n", "line 1 of SHA256SUMS is no checksum and path"),
        (f"{'0' * 63}  index.html\n", "line 1 of SHA256SUMS is no checksum and path"),
        (f"{'0' * 64}  a\n{'1' * 64}  a\n", "SHA256SUMS names 'a' twice"),
        (None, "SHA256SUMS cannot be read (FileNotFoundError)"),
    ],
)
def test_a_damaged_list_is_told(text: str | None, message: str, unpacked: Path) -> None:
    if text is None:
        (unpacked / "SHA256SUMS").unlink()
    else:
        (unpacked / "SHA256SUMS").write_text(text, "utf-8")
    code, (line,) = verify(unpacked)
    assert code == 2
    assert line.startswith("Nothing could be verified: ")
    assert message in line


def test_another_folder_can_be_named(unpacked: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(unpacked, copy)
    assert verify(unpacked, str(copy))[0] == 0
    (copy / "index.html").unlink()
    assert verify(unpacked, str(copy))[0] == 1
    assert verify(unpacked)[0] == 0
    assert verify(unpacked, "--help")[0] == 0
    assert verify(unpacked, "a", "b")[0] == 2
    assert "python3 verify.py [FOLDER]" in "\n".join(verify(unpacked, "-h")[1])


# --- The command.


def test_the_command_builds_and_packs(run: Run, project: Path, packed: Path) -> None:
    (project / "site" / "index.html").write_text("spoilt")
    (project / "site" / "planted.txt").write_text("not ours")
    result = run("pack", "--content", str(project / "content"))
    assert result.exit_code == 0, result.output
    assert re.fullmatch(rf"{NAME}\.zip: \d+ files, [\d,]+ kB\n", result.stdout), result.stdout
    assert Path(f"{NAME}.zip").read_bytes() == packed.read_bytes()
    assert run("pack", "-q", "-o", "b.zip").output == ""
    assert Path("b.zip").read_bytes() == packed.read_bytes()


def test_the_command_packs_nothing_where_it_cannot(run: Run, project: Path) -> None:
    Path("taken").mkdir()
    assert "is a folder; name a file" in str(run("pack", "-o", "taken").exception)
    file = project / "content" / "incidents" / "village-drone.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("location: test-village", "location: test-vilage"), "utf-8")
    assert run("pack").exit_code == 1
    assert [path.name for path in Path().iterdir()] == ["taken"]
