"""The style sheets: sizes that are written elsewhere too, and no rule twice."""

import json
import re
import subprocess

from sourcebook.charts.text import SIZES
from sourcebook.maps.text_boxes import STYLES
from sourcebook.theme.styles import joined_style
from tests.scripts.node import REPOSITORY

QUERY = re.compile(r"@(?:container|media)[^{]*\{(?:[^{}]*\{[^}]*\})*\s*\}")


def sizes_in(path: str, prefix: str) -> dict[str, float]:
    """Font sizes in pixels by the rest of a class, outside of queries."""
    sheet = re.sub(
        r"@(?:container|media)[^{]*\{(?:[^{}]*\{[^}]*\})*\s*\}", "", joined_style(path) or ""
    )
    rules = re.findall(rf"\.{prefix}-([\w-]+) \{{[^}}]*font-size: ([\d.]+)px", sheet)
    return {name: float(size) for name, size in rules}


def test_figures_are_lettered_as_large_as_they_are_measured() -> None:
    assert sizes_in("assets/draw.css", "draw") == SIZES


def test_maps_are_lettered_as_large_as_they_are_measured() -> None:
    sizes = sizes_in("assets/map.css", "map")
    assert {f"map-{name}": size for name, size in sizes.items() if f"map-{name}" in STYLES} == {
        name: look.wide for name, look in STYLES.items()
    }


def test_a_moving_map_is_lettered_as_a_drawn_one(node: str) -> None:
    module = (REPOSITORY / "sourcebook/web/map/scripts/font_sizes.js").as_uri()
    script = f'import {{ FONT_SIZES }} from "{module}"; console.log(JSON.stringify(FONT_SIZES));'
    command = [node, "--input-type=module", "--eval", script]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    for name, size in json.loads(done.stdout).items():
        assert STYLES[f"map-{name}"].wide == size, name
