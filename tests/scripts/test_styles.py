"""The style sheets: sizes that are written elsewhere too, and no rule twice."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator

from sourcebook.charts.text import SIZES
from sourcebook.maps.text_boxes import STYLES
from sourcebook.theme.styles import FOLDER, SHEETS, joined_style
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


# -- no rule twice

Rule = tuple[str, str, str]
BLOCK = re.compile(r"\s*([^{}]+?)\s*\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}")


def rules(sheet: str, query: str = "") -> Iterator[Rule]:
    """Query, selectors and declarations of each rule."""
    for prelude, body in BLOCK.findall(re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)):
        selectors = " ".join(prelude.split())
        if "{" in body and not selectors.startswith("@page"):
            yield from rules(body, f"{query} {selectors}")
        else:
            yield query, selectors, " ".join(body.split())


COMPONENTS = sorted({name for names in SHEETS.values() for name in names})
FOUND = {name: list(rules((FOLDER / f"{name}.css").read_text("utf-8"))) for name in COMPONENTS}


def twice(counted: Iterator[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [each for each, count in Counter(counted).items() if count > 1]


def test_each_component_has_a_rule_once() -> None:
    for name, found in FOUND.items():
        assert twice((query, selectors) for query, selectors, _ in found) == [], name


def test_what_site_and_briefing_share_is_written_once() -> None:
    assert twice(rule for found in FOUND.values() for rule in found) == []


def test_every_component_is_in_a_sheet() -> None:
    files = {path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.css")}
    assert files == set(COMPONENTS)
    assert sum(map(len, FOUND.values())) > 500
