"""Leaflet, the library by which a map moves, out of the package that carries it."""

from importlib.metadata import Distribution, distribution
from pathlib import Path

from sourcebook.exports.output import OutputContext

_PACKAGE = "django-js-lib-leaflet"
_FOLDER = "js_lib_leaflet/static/js_lib_leaflet"
_FILES = (
    "leaflet.js",
    "leaflet.css",
    # Named in the style sheet, but of nothing that our maps show.
    "images/layers.png",
    "images/layers-2x.png",
    "images/marker-icon.png",
)


def leaflet_files(_: OutputContext) -> dict[str, bytes]:
    """Its files by name, with its licence.

    The package is made for Django, of which nothing is needed or imported: it is a folder here.
    """
    found = distribution(_PACKAGE)
    files = {name: _at(found, f"{_FOLDER}/{name}").read_bytes() for name in _FILES}
    licence = next(path for path in found.files or () if path.name == "LICENSE")
    return files | {"LICENSE.txt": _at(found, str(licence)).read_bytes()}


def _at(found: Distribution, path: str) -> Path:
    return Path(str(found.locate_file(path)))
