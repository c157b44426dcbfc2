"""Where the captured texts are: the machine says so, and never what is checked against them.

If a record or `dataset.yml` could name the folder, a change to them could name one that is not
there, and nothing would be looked up any more; or one that is published, and texts that belong to
others would go out with the site.
"""

import os
from pathlib import Path

ENVIRONMENT = "SOURCEBOOK_CAPTURES"
"""The variable of the environment that names the folder."""
_USUAL = "captures"
_HOW = f"name one outside with --captures or {ENVIRONMENT}, or use {_USUAL}/ beside the records"


class CapturesFolderError(Exception):
    """The folder of captured texts cannot be used; the message names it and says what to do."""


def captures_folder(
    content: Path, given: Path | None = None, root: Path | None = None, *, new: bool = False
) -> Path:
    """The folder of captured texts: as given, as the environment says, or beside `content`.

    `root` is the folder of the project, that of `content` unless given; `new` is whether a folder
    that is named may have to be made first.

    Raises:
        CapturesFolderError: what is named is not there, is no folder, or is published.
    """
    named = given or (Path(os.environ[ENVIRONMENT]) if os.environ.get(ENVIRONMENT) else None)
    folder = named or content.parent / _USUAL
    _refuse_published(folder, content, root or content.parent)
    if not _is_folder(folder):
        _refuse_missing(folder, named=named is not None, new=new)
    return folder


def _refuse_published(folder: Path, content: Path, root: Path) -> None:
    try:
        resolved = folder.resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise CapturesFolderError(f"{folder}: cannot be found: {error}") from None
    for published, what in (
        (content, "the records"),
        (root / "site", "the site"),
        (root / "templates", "the templates and the theme"),
        (Path(__file__).parents[1], "the program"),
    ):
        if resolved.is_relative_to(published.resolve()):
            message = f"captured texts may not lie within {what} ({published}), which is published"
            raise CapturesFolderError(f"{folder}: {message}: {_HOW}")


def _is_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except (OSError, ValueError) as error:
        raise CapturesFolderError(f"{folder}: cannot be read: {error}") from None


def _refuse_missing(folder: Path, *, named: bool, new: bool) -> None:
    """What is named has to be there, so that a slip in its name does not look like no captures."""
    if os.path.lexists(folder):
        raise CapturesFolderError(f"{folder}: this is no folder, and cannot hold captured texts")
    if named and not new:
        message = f"there is no such folder of captured texts; correct --captures or {ENVIRONMENT}"
        raise CapturesFolderError(f"{folder}: {message}")
