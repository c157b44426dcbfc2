"""The browser that the tests drive: the machine's own Chromium, never a downloaded one."""

import os
import shutil
from pathlib import Path

import pytest

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
# No name resolves, so that a page which wants another host fails here as it would offline.
FLAGS = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
MISSING = (
    "no Chromium found: install the package chromium (Debian: apt install chromium; macOS: "
    "brew install --cask chromium), or say where one is with SOURCEBOOK_BROWSER=/path/to/it"
)


def find() -> Path | None:
    """The program to start; None if the machine has none that we know."""
    named = os.environ.get("SOURCEBOOK_BROWSER")
    if named:
        return Path(named)
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    return Path(found) if found else next(filter(Path.is_file, map(Path, PLACES)), None)


def find_or_skip() -> Path:
    """The program to start; without one the test is skipped, or fails where CI asks for all."""
    program = find()
    if program is not None:
        return program
    if os.environ.get("SOURCEBOOK_REQUIRE_BROWSER"):
        pytest.fail(MISSING, pytrace=False)
    pytest.skip(MISSING)
