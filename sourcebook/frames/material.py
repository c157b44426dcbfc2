"""MkDocs and Material, driven: the pages of a site drawn from stubs."""

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from inspect import getsourcefile
from pathlib import Path, PurePosixPath
from traceback import extract_tb
from typing import Any

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from sourcebook.frames.errors import FrameError
from sourcebook.frames.frame import slot
from sourcebook.frames.frame_cache import DrawnFrames
from sourcebook.frames.policy import content_security_policy
from sourcebook.frames.stubs import NOT_FOUND
from sourcebook.theme import SOURCES, material_folders

# Space that templates leave: a fifth of the frame, on each of thousands of pages.
_BLANK = re.compile(r"[ \t]*\n\s*")
_NO_CHECKBOX_HAS = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
# What MkDocs and its search write of the stubs; the site's own come from the records.
_NOT_OURS = ("sitemap.xml", "sitemap.xml.gz", "search/")


def draw_frames(root: Path, content: Path, stubs: Mapping[str, str], out: Path) -> DrawnFrames:
    """One run of MkDocs over the stubs alone, written to `out`.

    Raises:
        FrameError: MkDocs or the theme has an error or a warning; the message is theirs.
    """
    settings = {"docs_dir": str(content / "pages"), "site_dir": str(out)}
    with _LoggedMessages() as logged:
        try:
            config = load_config(str(root / "mkdocs.yml"), **settings)
            with _drawing_stubs_only(config, stubs):
                build(config)
        except (MkDocsException, TemplateError) as error:
            raise FrameError("; ".join(logged.messages) or _error_message(error)) from error
    if logged.messages:
        raise FrameError("; ".join(logged.messages))
    return collect_frames(config, stubs)


def _error_message(error: MkDocsException | TemplateError) -> str:
    """An error's message, with the template and the line where it is one of a template."""
    templates = [at for at in extract_tb(error.__traceback__) if at.filename.endswith(".html")]
    return "".join(f"{at.filename}:{at.lineno}: " for at in templates[-1:]) + str(error)


def collect_frames(
    config: MkDocsConfig, stubs: Mapping[str, str], *, preview: bool = False
) -> DrawnFrames:
    """Take the drawn stubs out of MkDocs' output folder; what stays behind are the assets."""
    out = Path(config.site_dir)
    pages = {}
    for stub in sorted({*stubs, NOT_FOUND}):
        path = out / PurePosixPath(stub).with_suffix(".html")
        pages[stub] = _with_policy(path.read_text("utf-8"), preview=preview)
        path.unlink()
    files = (path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    paths = tuple(sorted(path for path in files if not path.startswith(_NOT_OURS)))
    return DrawnFrames(pages, _settings(config), out, paths, tuple(sorted(_watched(config))))


def _with_policy(html: str, *, preview: bool) -> str:
    """The page with its policy, without what is invalid and lies in no block of the theme."""
    html = _NO_CHECKBOX_HAS.sub(r"\1", _BLANK.sub("\n", html).lstrip())
    return html.replace(slot("policy"), content_security_policy(html, preview=preview))


def _settings(config: MkDocsConfig) -> dict[str, str]:
    names = ("site_name", "site_url", "site_description", "repo_url")
    words = {name: str(config[name] or "") for name in names}
    # MkDocs guesses a branch and a folder where none is named, and adds a slash to the other.
    with Path(config.config_file_path).open("rb") as file:
        named = yaml_load(file).get("edit_uri")
    words |= {"repo_url": words["repo_url"].rstrip("/"), "edit_uri": str(named or "")}
    return words | {"language": str(config.theme["language"])}


def _watched(config: MkDocsConfig) -> Iterator[str]:
    """The theme's overrides, what scripts are joined from, the hooks and the plugins."""
    if config.theme.custom_dir:
        yield str(config.theme.custom_dir)
    yield from map(str, (*material_folders(project_templates(config)), *SOURCES))
    yield from map(str, config.hooks)
    yield from filter(None, (getsourcefile(type(each)) for each in config.plugins.values()))


def project_templates(config: MkDocsConfig) -> Path:
    """The folder of the project's own templates."""
    return Path(config.config_file_path).parent / "templates"


def add_theme(config: MkDocsConfig) -> None:
    """Let MkDocs look for templates and assets in ours before Material's, and after the project's.

    Where mkdocs.yml names a `custom_dir` that one is still the first, as Material's manual says.
    """
    first = 1 if config.theme.custom_dir else 0
    found = [
        str(folder) for folder in material_folders(project_templates(config)) if folder.is_dir()
    ]
    config.theme.dirs[first:first] = [each for each in found if each not in config.theme.dirs]


@contextmanager
def _drawing_stubs_only(config: MkDocsConfig, stubs: Mapping[str, str]) -> Iterator[None]:
    """Tell our plugin to draw and not to pour; MkDocs keeps its object for the next build."""
    plugin: Any = config.plugins.get("sourcebook")
    if plugin is None:
        raise FrameError("mkdocs.yml: the list of plugins needs 'sourcebook'")
    plugin.frame_stubs = stubs
    try:
        yield
    finally:
        plugin.frame_stubs = None


class _LoggedMessages(logging.Handler):
    """Keeps MkDocs' warnings and errors instead of letting it print them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self._logger = logging.getLogger("mkdocs")

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

    def __enter__(self) -> "_LoggedMessages":
        self._before = self._logger.propagate
        self._logger.propagate = False
        self._logger.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        self._logger.removeHandler(self)
        self._logger.propagate = self._before
