"""Data as scripts: a page that was opened from disk can fetch nothing else."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any


def json_text(data: Any) -> str:
    """JSON that is also a script, in ASCII, and cannot end an element of HTML that holds it."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return text.replace("<", "\\u003c")


def script_call(function: str, version: str, file_name: str, text: str) -> bytes:
    """A script that hands a file's version, its name and its data (as JSON) to a function."""
    return f'{function}("{version}","{file_name}",{text});\n'.encode("ascii")


def version_of(text: str) -> str:
    """A name for just this text: the first 12 digits of its SHA-256, in hexadecimal."""
    return sha256(text.encode()).hexdigest()[:12]


def script_files(function: str, texts: Mapping[str, str]) -> dict[str, bytes]:
    """A script for each text of JSON, by file name, sorted; each with a version of its own."""
    return {
        f"{name}.js": script_call(function, version_of(texts[name]), name, texts[name])
        for name in sorted(texts)
    }
