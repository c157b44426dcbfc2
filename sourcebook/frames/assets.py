"""Scripts of the site that are no files: joined from modules, put among what MkDocs copies."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from sourcebook.frames.errors import FrameError
from sourcebook.theme.scripts import SCRIPTS, ScriptError, joined_script


def add_joined(files: Files, config: MkDocsConfig) -> Files:
    """Add each script; a project's own file of the same name is there already, and stays.

    Raises:
        FrameError: a module cannot be joined.
    """
    for path, first in SCRIPTS.items():
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=_joined(first)))
    return files


def _joined(first: str) -> str:
    try:
        return joined_script(first)
    except ScriptError as error:
        raise FrameError(str(error)) from error
