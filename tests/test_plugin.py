"""The plugin: what `mkdocs build` and `mkdocs serve` make is what build.py makes."""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from sourcebook.frames import Shell, load_shell, toc_html
from sourcebook.problems import RULES, Problem
from sourcebook.quotes import QuotationCounts
from sourcebook.site import Report
from tests.small_site import STUBS, configure, lay_out, tree

UNKNOWN = Problem("content/floods/weir.md", 3, min(RULES), "no source 'gauge-log'")


@dataclass
class FakeSite:
    """Stands in for the package's own job: one page for each frame, whatever the records are."""

    problems: list[Problem] = field(default_factory=list)
    failed: bool = False
    stubs: Mapping[str, str] = field(default_factory=lambda: STUBS)
    asked: list[tuple[Path, Path]] = field(default_factory=list)
    quotations: QuotationCounts = field(default_factory=lambda: QuotationCounts(1, 2, 3))

    def prepare(self, root: Path, content: Path) -> "FakeSite":
        self.asked.append((root, content))
        return self

    def publish(self, prepared: "FakeSite", shell: Shell, out: Path) -> Report:
        assert prepared is self
        publish(shell, out)
        return Report(4, 5, 9, 9, 0, len(self.problems), 0.1)


def publish(shell: Shell, out: Path) -> None:
    pages = {path: (shell.assets / path).read_bytes() for path in shell.files()}
    for stub, frame in shell.frames.items():
        url = stub.replace(".md", ".html")
        slots = shell.slots(
            title=stub, description="", url=url, toc=toc_html([("a", "A")]), article="<h1>A</h1>"
        )
        pages[url] = frame.pour(slots).encode()
    for path, data in pages.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> FakeSite:
    fake = FakeSite()
    monkeypatch.setattr("sourcebook.plugin.site", fake)
    return fake


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The project, and the promise that nothing is left behind in the temporary folder."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    yield lay_out(tmp_path / "project")
    assert list(temporary.iterdir()) == []


def configuration(
    root: Path, command: Literal["build", "serve"] = "build", **more: Any
) -> MkDocsConfig:
    config = load_config(str(root / "mkdocs.yml"), **more)
    config.plugins.on_startup(command=command, dirty=False)
    return config


def serve(root: Path) -> None:
    """One of the builds of `mkdocs serve`; MkDocs keeps the plugin's object between them."""
    address = "http://127.0.0.1:8000/"
    run(configuration(root, "serve", site_url=address), serve_url=address)


def run(config: MkDocsConfig, *, serve_url: str | None = None) -> None:
    """Build as the command does."""
    try:
        build(config, serve_url=serve_url)
    finally:
        config.plugins.on_shutdown()


@pytest.mark.parametrize("address", ["", "site_url: https://vale.example/register/\n"])
def test_mkdocs_makes_the_same_bytes(
    root: Path, site: FakeSite, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    configure(root, address)
    config = configuration(root)
    with caplog.at_level("INFO"):
        run(config)
    counts = "6 quotations: 1 looked up, 2 trusted by quotes.lock, 3 never checked"
    assert counts in caplog.messages
    publish(load_shell(root, root / "content", STUBS), root / "other")
    assert tree(root / "site") == tree(root / "other")
    assert site.asked == [(root, root / "content")]
    assert config.site_dir == str(root / "site"), "what deploys the site looks there"


def test_options_of_the_command_do_not_change_the_urls(root: Path, site: FakeSite) -> None:
    run(configuration(root, use_directory_urls=True, site_dir=str(root / "there")))
    assert (root / "there" / "floods" / "index.html").is_file()
    assert (root / "there" / "about.html").is_file()
    assert not (root / "site").exists()


def test_hand_written_pages_are_not_drawn_by_mkdocs(root: Path, site: FakeSite) -> None:
    run(configuration(root))
    assert b"Read me" not in (root / "site" / "about.html").read_bytes()


def test_a_broken_record_leaves_the_old_site(
    root: Path, site: FakeSite, capsys: pytest.CaptureFixture[str]
) -> None:
    run(configuration(root))
    before = tree(root / "site")
    site.problems, site.failed = [UNKNOWN], True
    configure(root, "copyright: Nobody\n")
    with pytest.raises(Abort, match="Nothing was published: the records have errors"):
        run(configuration(root))
    assert tree(root / "site") == before
    assert "content/floods/weir.md:3: " in capsys.readouterr().err


def test_a_warning_is_printed_and_only_strict_stops_at_it(
    root: Path, site: FakeSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.problems = [UNKNOWN]
    run(configuration(root))
    assert "no source 'gauge-log'" in capsys.readouterr().err
    assert (root / "site" / "index.html").is_file()
    with pytest.raises(Abort, match="Nothing was published"):
        run(configuration(root, strict=True))


def test_a_wrong_configuration_is_told_without_a_traceback(root: Path, site: FakeSite) -> None:
    configure(root, replace=("floods/index.md", "flods/index.md"))
    with pytest.raises(Abort, match=r"nav names 'flods/index\.md'.*did you mean"):
        run(configuration(root))
    assert not (root / "site").exists()


def test_the_server_keeps_the_last_site_until_a_record_is_mended(
    root: Path, site: FakeSite, capsys: pytest.CaptureFixture[str]
) -> None:
    serve(root)
    before = tree(root / "site")
    site.problems, site.failed = [UNKNOWN], True
    serve(root)
    assert tree(root / "site") == before
    assert "no source 'gauge-log'" in capsys.readouterr().err
    site.problems, site.failed = [], False
    configure(root, "copyright: The mended commons\n")
    serve(root)
    assert b"The mended commons" in (root / "site" / "index.html").read_bytes()


def test_the_server_may_start_with_a_broken_record(root: Path, site: FakeSite) -> None:
    site.failed = True
    serve(root)
    assert not (root / "site").exists()


def test_only_the_server_allows_the_script_that_reloads_the_page(
    root: Path, site: FakeSite
) -> None:
    run(configuration(root))
    assert b"unsafe-inline" not in (root / "site" / "index.html").read_bytes()
    serve(root)
    assert b"script-src 'self' 'unsafe-inline';" in (root / "site" / "index.html").read_bytes()


def test_the_server_watches_records_and_templates(root: Path, site: FakeSite) -> None:
    config = configuration(root)
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(root / "site"))
    try:
        config.plugins.on_serve(server, config=config, builder=lambda: None)
        assert set(server._watched_paths) == {str(root / "content"), str(root / "templates")}
    finally:
        server.server_close()
