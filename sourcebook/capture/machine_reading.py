"""What a machine read from a picture or recording is filed as such, and not in every case."""

import re

from sourcebook.capture.convert import ConvertedFile
from sourcebook.capture.errors import CaptureError
from sourcebook.models import Source
from sourcebook.problems import did_you_mean, quoted
from sourcebook.vocabulary import CaptureMethod, built_in

_EASTERN = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_MISREAD = ("ar", "fa", "prs", "ur", "ps", "ckb", "sd", "ug")
"""Languages whose digits programs take for others: ٤٥ for 60, ٢٣ for 7."""


def check_machine_reading(
    made: ConvertedFile, source: Source, read_by: str | None, compared_by: str | None
) -> None:
    """Whether the text of a source may be filed as what a machine read.

    Raises:
        CaptureError: the method is unknown, or its digits are of a script that machines misread
            and nobody compared them.
    """
    methods = built_in(CaptureMethod)
    if read_by is not None and read_by not in methods:
        raise CaptureError(
            f"--read-by: {quoted(read_by)} is none of {', '.join(methods)}"
            f"{did_you_mean(read_by, list(methods))}"
        )
    method = methods.get(read_by or made.read.read_by)
    eastern = _EASTERN.search(made.text)
    misread = source.language.partition("-")[0] in _MISREAD
    if method and method.by_machine and eastern and misread and compared_by is None:
        raise CaptureError(
            f"a machine read digits such as {eastern[0]} in it, which machines take for others: "
            f"compare each figure with the {method.source}, correct it, and say who did so with "
            "--compared-by NAME"
        )
