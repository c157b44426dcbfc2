"""MkDocs and Material, driven: the pages of a site drawn from stubs."""

import json
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from inspect import getsourcefile
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, InclusionLevel

from sourcebook.frames.cache import Drawn
from sourcebook.frames.errors import FrameError
from sourcebook.frames.frame import slot
from sourcebook.frames.policy import policy

NOT_FOUND = "404.html"
# Space that templates leave behind: a fifth of the frame, on each of thousands of pages.
_BLANK = re.compile(r"[ \t]*\n\s*")
_NO_CHECKBOX_HAS = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
# The theme's search worker and its languages: the site has a search of its own.
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
# What MkDocs and its search write of the stubs; the site's own come from the records.
_NOT_OURS = ("sitemap.xml", "sitemap.xml.gz", "search/")
# Anything a browser would run as a page or a script stays out of a folder that strangers edit.
_PICTURES = {".avif", ".csv", ".gif", ".jpeg", ".jpg", ".pdf", ".png", ".txt", ".webp"}


def draw(root: Path, content: Path, stubs: Mapping[str, str], out: Path) -> Drawn:
    """One run of MkDocs over the stubs alone, written to `out`.

    Raises:
        FrameError: MkDocs or the theme has an error or a warning; the message is theirs.
    """
    settings = {"docs_dir": str(content / "pages"), "site_dir": str(out)}
    with _Said() as said:
        try:
            config = load_config(str(root / "mkdocs.yml"), **settings)
            _ours(config).given = stubs
            build(config)
        except MkDocsException as error:
            raise FrameError("; ".join(said.words) or error.message) from error
    if said.words:
        raise FrameError("; ".join(said.words))
    return collect(config, stubs)


def collect(config: MkDocsConfig, stubs: Mapping[str, str], *, preview: bool = False) -> Drawn:
    """Take the drawn stubs out of MkDocs' output folder; what stays behind are the assets."""
    out = Path(config.site_dir)
    pages = {}
    for stub in sorted({*stubs, NOT_FOUND}):
        path = out / PurePosixPath(stub).with_suffix(".html")
        pages[stub] = _sealed(path.read_text("utf-8"), preview=preview)
        path.unlink()
    files = (path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    paths = tuple(sorted(path for path in files if not path.startswith(_NOT_OURS)))
    return Drawn(pages, _words(config), out, paths, tuple(sorted(_watched(config))))


def _sealed(html: str, *, preview: bool) -> str:
    """The page with its policy, without what is invalid and lies in no block of the theme."""
    html = _NO_CHECKBOX_HAS.sub(r"\1", _BLANK.sub("\n", html).lstrip())
    return html.replace(slot("policy"), policy(html, preview=preview))


def _words(config: MkDocsConfig) -> dict[str, str]:
    names = ("site_name", "site_url", "site_description", "repo_url", "edit_uri")
    words = {name: str(config[name] or "") for name in names}
    return words | {"language": str(config.theme["language"])}


def _watched(config: MkDocsConfig) -> Iterator[str]:
    """The theme's overrides, the hooks and the plugins."""
    if config.theme.custom_dir:
        yield str(config.theme.custom_dir)
    yield from map(str, config.hooks)
    yield from filter(None, (getsourcefile(type(each)) for each in config.plugins.values()))


def _ours(config: MkDocsConfig) -> Any:
    plugin = config.plugins.get("sourcebook")
    if plugin is None:
        raise FrameError("mkdocs.yml: the list of plugins needs 'sourcebook'")
    return plugin


def replace_documents(files: Files, config: MkDocsConfig, stubs: Mapping[str, str]) -> Files:
    """Put a stub for every section in the place of the documents that were found.

    Raises:
        FrameError: the nav names a page that is no stub; a file that may not be published lies
            among the documents.
    """
    named = set(_named(config.nav))
    _check_nav(named, stubs)
    for file in list(files):
        if _dropped(file, Path(config.docs_dir)):
            files.remove(file)
    for stub, title in sorted(stubs.items()):
        if stub != NOT_FOUND:
            place = InclusionLevel.INCLUDED if stub in named else InclusionLevel.NOT_IN_NAV
            text = f"---\ntitle: {json.dumps(title)}\n---\n"
            files.append(File.generated(config, stub, content=text, inclusion=place))
    return files


def _dropped(file: File, documents: Path) -> bool:
    """Whether a file is no part of the frames; a file that is none of a site's is an error."""
    path = Path(file.abs_src_path or "")
    if file.is_documentation_page() or file.src_uri.startswith(_UNUSED):
        return True
    if path.is_relative_to(documents):
        _check_picture(path, documents)
    return False


def _check_picture(path: Path, documents: Path) -> None:
    if path.resolve() != documents.resolve() / path.relative_to(documents):
        raise FrameError(f"{path}: a link to another place is not followed; put the file here")
    if path.suffix.lower() not in _PICTURES:
        raise FrameError(
            f"{path}: only pages (.md) and {', '.join(sorted(_PICTURES))} are published from here"
        )


def _named(entries: Any) -> Iterator[str]:
    """The documents that a nav of mkdocs.yml names, at any depth."""
    if isinstance(entries, str):
        if "://" not in entries and not entries.startswith("/"):
            yield entries
        return
    below: Iterable[Any] = entries.values() if isinstance(entries, Mapping) else entries or ()
    for entry in below:
        yield from _named(entry)


def _check_nav(named: Iterable[str], stubs: Mapping[str, str]) -> None:
    for name in sorted(set(named) - set(stubs)):
        near = get_close_matches(name, sorted(stubs), n=1)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        raise FrameError(f"mkdocs.yml: nav names '{name}', which is no page of the site{hint}")


class _Said(logging.Handler):
    """Keeps MkDocs' warnings and errors instead of letting it print them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.words: list[str] = []
        self._logger = logging.getLogger("mkdocs")

    def emit(self, record: logging.LogRecord) -> None:
        self.words.append(record.getMessage())

    def __enter__(self) -> "_Said":
        self._before = self._logger.propagate
        self._logger.propagate = False
        self._logger.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        self._logger.removeHandler(self)
        self._logger.propagate = self._before
