"""`python -m tests.scripts.check`: the types of the scripts, and a linter for scripts and styles.

TypeScript and Biome are npm packages, locked in package-lock.json and installed here when the lock
has changed. Where they cannot be had the checks are left out with one line, but in CI they fail.
"""

import subprocess
import sys
from hashlib import sha256

from tests.scripts.node import MISSING, REPOSITORY, find_node, find_npm, is_required

_INSTALLED = REPOSITORY / "node_modules" / ".installed"
_INSTALL = ("ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
_CHECKS = (
    ("typescript/lib/tsc.js", "--project", "."),
    ("@biomejs/biome/bin/biome", "lint", "--error-on-warnings"),
)


def main() -> int:
    """Run every check; the exit code."""
    node, npm = find_node(), find_npm()
    if not (node and npm):
        return _leave_out(MISSING)
    if not _install(npm):
        return _leave_out("npm could not install what package-lock.json names")
    runs = [(node, str(REPOSITORY / "node_modules" / path), *args) for path, *args in _CHECKS]
    return max(subprocess.run(run, cwd=REPOSITORY).returncode for run in runs)


def _install(npm: tuple[str, ...]) -> bool:
    """Whether node_modules holds what the lock names, now or already."""
    lock = sha256((REPOSITORY / "package-lock.json").read_bytes()).hexdigest()
    if _INSTALLED.is_file() and _INSTALLED.read_text("utf-8") == lock:
        return True
    if subprocess.run((*npm, *_INSTALL), cwd=REPOSITORY).returncode:
        return False
    _INSTALLED.write_text(lock, "utf-8")
    return True


def _leave_out(reason: str) -> int:
    sys.stderr.write(f"scripts and styles are not checked: {reason}\n")
    return int(is_required())


if __name__ == "__main__":
    sys.exit(main())
