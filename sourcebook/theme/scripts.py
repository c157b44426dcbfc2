"""The scripts of the site, joined from modules: a page opened from disk can load no module.

Browsers load modules (`<script type="module">`) by the rules of CORS, which refuse every file of a
folder on disk. The sources are modules of the language all the same, so that an editor, a type
checker and a test follow their imports. What is published of them are ordinary scripts: each holds
the modules that its first one imports, as functions that hand what they export to one global
object, `sourcebook["search/tokenizer"]`. A module that several scripts hold is run once.
"""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from posixpath import normpath

WEB = Path(__file__).parent.parent / "web"
"""The folder of all modules: each index beside the scripts that read it."""

SCRIPTS = {
    "assets/search.js": "search/scripts/main.js",
    "assets/rows.js": "table/scripts/data.js",
    "assets/table.js": "table/scripts/main.js",
    "assets/moving-map.js": "map/scripts/main.js",
    "assets/moving-map-panel.js": "map/scripts/panel.js",
}
"""The scripts of the site by path, and the module that each begins with."""

_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";\n', re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) (\w+))", re.M)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.M)
_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/\n+", re.M | re.S)
_HEAD = "globalThis.sourcebook ??= {};\n"


class ScriptError(Exception):
    """A module that cannot be joined; the message names it and says why."""


def joined_script(first: str) -> str:
    """The script of a module and of all that it imports, each after what it imports itself.

    Raises:
        ScriptError: an import or export is of a form that is not known here, or modules import
            one another in a circle.
    """
    return _HEAD + "".join(_wrapped(path) for path in _ordered(first, ()))


def _ordered(path: str, above: tuple[str, ...]) -> list[str]:
    """A module behind all that it needs, each once."""
    if path in above:
        raise ScriptError(f"{path}: imports itself by way of {', '.join(above)}")
    found: dict[str, None] = {}
    for _, needed in _imports(path):
        found |= dict.fromkeys(_ordered(needed, (*above, path)))
    return [*found, path]


def _imports(path: str) -> Iterator[tuple[str, str]]:
    """What a module imports, and from which other."""
    for names, source in _IMPORT.findall(_source(path)):
        yield names, normpath(PurePosixPath(path).parent / source)


def _source(path: str) -> str:
    return (WEB / path).read_text("utf-8")


def _wrapped(path: str) -> str:
    """A module as a function that is called where the module is not there yet.

    Comments that fill their lines stay behind: they are half of it.
    """
    text = _source(path)
    taken = "".join(
        f'const {{{names}}} = sourcebook["{_id(of)}"];\n' for names, of in _imports(path)
    )
    body = _COMMENT.sub("", _EXPORT.sub("", _IMPORT.sub("", text))).strip()
    left = _LEFT.search(body)
    if left:
        raise ScriptError(f"{path}: cannot join {left[0]!r}")
    given = ", ".join(_EXPORT.findall(text))
    return (
        f'sourcebook["{_id(path)}"] ??= (() => {{\n"use strict";\n{taken}{body}'
        f"\nreturn {{ {given} }};\n}})();\n"
    )


def _id(path: str) -> str:
    """The name of a module: `table/sort` for table/scripts/sort.js, `fold` for a shared one."""
    return path.removesuffix(".js").replace("scripts/", "")
