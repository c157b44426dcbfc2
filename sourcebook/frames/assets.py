"""Scripts and styles of the site that are no files: joined, and put among what MkDocs copies."""

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from sourcebook.frames.errors import FrameError
from sourcebook.theme.scripts import SCRIPTS, ScriptError, joined_script
from sourcebook.theme.styles import SHEETS, joined_style


def add_joined(files: Files, config: MkDocsConfig) -> Files:
    """Add each script and sheet; a project's own file of the same name is there already, and stays.

    Raises:
        FrameError: a module cannot be joined.
    """
    for path, content in _joined():
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=content))
    return files


def _joined() -> Iterator[tuple[str, str]]:
    """Paths below `assets/`, and what belongs there."""
    try:
        yield from ((path, joined_script(first)) for path, first in SCRIPTS.items())
    except ScriptError as error:
        raise FrameError(str(error)) from error
    sheets = ((path, joined_style(path)) for path in SHEETS if path.startswith("assets/"))
    yield from ((path, sheet) for path, sheet in sheets if sheet is not None)
