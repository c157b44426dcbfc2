"""What a machine read from a picture or recording is filed as such, and not in every case."""

import re

from sourcebook.capture.convert import ConvertedFile
from sourcebook.capture.errors import CaptureError
from sourcebook.models import Source
from sourcebook.problems import did_you_mean, quoted
from sourcebook.vocabulary import CaptureExtent, CaptureMethod, built_in

_EASTERN = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_MISREAD = ("ar", "fa", "prs", "ur", "ps", "ckb", "sd", "ug")
"""Languages whose digits programs take for others: ٤٥ for 60, ٢٣ for 7."""


def check_terms(read_by: str | None, holds: str | None) -> None:
    """Whether the words given for a capture are those of their lists.

    Raises:
        CaptureError: one is not.
    """
    given = (("read-by", CaptureMethod, read_by), ("holds", CaptureExtent, holds))
    for option, kind, word in given:
        known = [*built_in(kind)]
        if word is not None and word not in known:
            hint = did_you_mean(word, known)
            raise CaptureError(f"--{option}: {quoted(word)} is none of {', '.join(known)}{hint}")


def check_machine_reading(
    made: ConvertedFile, source: Source, read_by: str | None, compared_by: str | None
) -> None:
    """Whether the text of a source may be filed as what a machine read.

    Raises:
        CaptureError: its digits are of a script that machines misread, and nobody compared them.
    """
    method = built_in(CaptureMethod).get(read_by or made.read.read_by)
    eastern = _EASTERN.search(made.text)
    misread = source.language.partition("-")[0] in _MISREAD
    if method and method.by_machine and eastern and misread and compared_by is None:
        raise CaptureError(
            f"a machine read digits such as {eastern[0]} in it, which machines take for others: "
            f"compare each figure with the {method.source}, correct it, and say who did so with "
            "--compared-by NAME"
        )
