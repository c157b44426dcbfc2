"""Stubs in the place of documents, and what else may lie among them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from sourcebook.frames.errors import FrameError
from sourcebook.problems import did_you_mean

# The page that hosts send for a wrong address; the theme has a template for it, not a document.
NOT_FOUND = "404.html"
# The theme's search worker and its languages: the site has a search of its own.
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
# Anything a browser would run as a page or a script stays out of a folder that strangers edit.
_PICTURES = {".avif", ".csv", ".gif", ".jpeg", ".jpg", ".pdf", ".png", ".txt", ".webp"}


def replace_documents(files: Files, config: MkDocsConfig, stubs: Mapping[str, str]) -> Files:
    """Put a stub for every section in the place of the documents that were found.

    Raises:
        FrameError: the nav names a page that is no stub; a file that may not be published lies
            among the documents.
    """
    named = set(_documents_in_nav(config.nav))
    _check_nav(named, stubs)
    for file in list(files):
        if _is_left_out(file, Path(config.docs_dir)):
            files.remove(file)
    for stub, title in sorted(stubs.items()):
        if stub != NOT_FOUND:
            place = InclusionLevel.INCLUDED if stub in named else InclusionLevel.NOT_IN_NAV
            text = f"---\ntitle: {json.dumps(title)}\n---\n"
            files.append(File.generated(config, stub, content=text, inclusion=place))
    return files


def _is_left_out(file: File, documents: Path) -> bool:
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


def _documents_in_nav(entries: Any) -> Iterator[str]:
    """The documents that a nav of mkdocs.yml names, at any depth."""
    if isinstance(entries, str):
        if "://" not in entries and not entries.startswith("/"):
            yield entries
        return
    below: Iterable[Any] = entries.values() if isinstance(entries, Mapping) else entries or ()
    for entry in below:
        yield from _documents_in_nav(entry)


def _check_nav(named: Iterable[str], stubs: Mapping[str, str]) -> None:
    for name in sorted(set(named) - set(stubs)):
        hint = did_you_mean(name, stubs)
        raise FrameError(f"mkdocs.yml: nav names '{name}', which is no page of the site{hint}")
