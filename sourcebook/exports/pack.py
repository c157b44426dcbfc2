"""The pack for a memory stick: the site in one ZIP file, with checksums and what verifies them.

The same site gives the same bytes on any machine: files are stored, since compressors differ;
in the order of their paths, with one time and one set of permissions.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from sourcebook.models import Dataset

CHECKSUMS = "SHA256SUMS"
VERIFY = "verify.py"
README = "README.txt"
_UNIX, _FILE = 3, 0o100644
_FIRST, _LAST = (1980, 1, 1), (2107, 12, 31)
"""The days that the format can write."""


class PackError(Exception):
    """A site cannot be packed; the message says why."""


def pack_name(dataset: Dataset) -> str:
    """What a pack is called, and the folder in it: the dataset and its edition, in plain ASCII."""
    words = f"{dataset.title} edition {dataset.edition}".encode("ascii", "ignore").decode().lower()
    return "-".join("".join(c if c.isalnum() else " " for c in words).split())


def write_pack(target: Path, site: Path, paths: Iterable[str], dataset: Dataset) -> None:
    """Write the files of a site, by their paths in it, into a ZIP file in one folder.

    Raises:
        PackError: a path is not allowed in a list of checksums, or a file of the pack's own would
            take the place of one of the site's.
    """
    own = {README: _readme(dataset), VERIFY: _verify_script()}
    listed = sorted({*_packable(paths, own), *own})
    day = dataset.edition_date.earliest
    stamp = (*min(max((day.year, day.month, day.day), _FIRST), _LAST), 0, 0, 0)
    sums = []
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for path in listed:
            data = own[path] if path in own else (site / path).read_bytes()
            sums.append(f"{sha256(data).hexdigest()}  {path}\n")
            _add(archive, f"{pack_name(dataset)}/{path}", data, stamp)
        _add(archive, f"{pack_name(dataset)}/{CHECKSUMS}", "".join(sums).encode(), stamp)


def _add(
    archive: ZipFile, path: str, data: bytes, stamp: tuple[int, int, int, int, int, int]
) -> None:
    entry = ZipInfo(path, stamp)
    entry.create_system, entry.external_attr = _UNIX, _FILE << 16
    archive.writestr(entry, data)


def _packable(paths: Iterable[str], own: Mapping[str, bytes]) -> Iterable[str]:
    for path in paths:
        if not path.isprintable() or ":" in path:
            raise PackError(f"{path!r}: cannot be packed; give the file a plain name")
        if path in (*own, CHECKSUMS):
            raise PackError(f"{path}: the pack has a file of this name; give it another")
        yield path


def _verify_script() -> bytes:
    source = files("sourcebook.exports").joinpath(VERIFY).read_bytes()
    return source.replace(b"\r\n", b"\n")


def _readme(dataset: Dataset) -> bytes:
    text = f"""\
{dataset.title}
Edition {dataset.edition}, {dataset.edition_date}. {dataset.publisher}. {dataset.licence}.

To read it     open index.html in a browser. No network is needed.
To pass it on  each file in briefings/ holds one briefing and needs no other file.
To check it    python3 verify.py
               says what is missing, changed or added. Without Python:
               sha256sum --check SHA256SUMS
"""
    return text.encode()
