"""The plugin by which `mkdocs build` and `mkdocs serve` give the site that build.py gives."""

import logging
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp

import click
from jinja2 import Environment
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files

from sourcebook import site
from sourcebook.frames import FrameError, Shell, assets, material, slot, stubs
from sourcebook.language import FOR_EDITORS
from sourcebook.problems import format_problems
from sourcebook.publish import PublishError
from sourcebook.quotes import CapturesFolderError, describe_quotations
from sourcebook.render import PageTemplateError
from sourcebook.workers import WorkerError

_EXPECTED_ERRORS = (
    CapturesFolderError,
    FrameError,
    PageTemplateError,
    PublishError,
    WorkerError,
)
_log = logging.getLogger("mkdocs.plugins.sourcebook")


class SourcebookPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """Puts stubs in the place of documents, and pours the pages into what MkDocs makes of them.

    MkDocs empties its output folder before it builds. It is therefore given a folder of its own to
    draw in, and the site is published from there as build.py does it: all or nothing.
    """

    frame_stubs: Mapping[str, str] | None = (
        None  # set by `load_shell`, which wants the frames alone
    )
    serving = broken = False
    scratch = ""

    def on_startup(self, *, command: str, **_: object) -> None:
        """Remember whether MkDocs' own server shows the site."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Draw apart from the site, with urls that need no server."""
        self.broken = config.use_directory_urls = False
        config.theme.static_templates.discard("sitemap.xml")
        material.add_theme(config)
        if self.frame_stubs is None:
            self.scratch = self.scratch or mkdtemp(prefix="sourcebook-")
            self.out, config.site_dir = config.site_dir, self.scratch

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check every record before anything is drawn; the server goes on with the last site."""
        if self.frame_stubs is None:
            content = Path(config.docs_dir).parent
            self.prepared = site.prepare(Path(config.config_file_path).parent, content)
            click.echo(format_problems(self.prepared.problems), nl=False, err=True)
            self.broken = self.prepared.failed or bool(config.strict and self.prepared.problems)
            if self.broken and not self.serving:
                raise Abort("Nothing was published: the records have errors.")
            if self.broken:
                _log.error("The last good site is shown until the records are corrected.")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """A stub for each section, and the scripts; nothing while the server waits for a record."""
        if self.broken:
            config.nav = []
            return Files([])
        named = self.prepared.stubs if self.frame_stubs is None else self.frame_stubs
        return assets.add_joined(stubs.replace_documents(files, config, named), config)

    def on_env(self, env: Environment, **_: object) -> None:
        """Let the templates write slots."""
        env.globals["slot"] = slot

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Pour and publish when every other plugin has finished."""
        if self.frame_stubs is None and not self.broken:
            drawn = material.collect_frames(config, self.prepared.stubs, preview=self.serving)
            done = site.publish(self.prepared, Shell.from_drawn(drawn), Path(self.out))
            _log.info("%s: %d files, %d changed", self.out, done.files, done.changed)
            counts = describe_quotations(self.prepared.quotations, FOR_EDITORS)
            _log.info("%s", counts)
        if self.frame_stubs is None:
            config.site_dir = self.out

    def on_build_error(self, *, error: Exception, **_: object) -> None:
        """No traceback for what a person can correct."""
        if isinstance(error, _EXPECTED_ERRORS):
            raise Abort(str(error)) from error

    def on_shutdown(self) -> None:
        """Leave no folder."""
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch = ""

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: object) -> None:
        """Build again when a record or a template changes."""
        server.watch(str(Path(config.docs_dir).parent))
        server.watch(str(material.project_templates(config)))
