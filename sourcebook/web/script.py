"""Data as scripts: a page that was opened from disk can fetch nothing else."""

import json
from typing import Any


def json_text(data: Any) -> str:
    """JSON that is also a script, in ASCII, and cannot end an element of HTML that holds it."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return text.replace("<", "\\u003c")


def call(function: str, version: str, name: str, text: str) -> bytes:
    """A script that hands a file's version, its name and its data (as JSON) to a function."""
    return f'{function}("{version}","{name}",{text});\n'.encode("ascii")
