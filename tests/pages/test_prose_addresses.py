"""Where an address in prose leads to: the check of links and the briefing read it alike."""

import pytest

from sourcebook.pages.prose_addresses import path_in_site


@pytest.mark.parametrize(
    ("page", "address", "path"),
    [
        ("incidents/raid.html", "../actors/reds.html", "actors/reds.html"),
        ("incidents/raid.html", "map.png", "incidents/map.png"),
        ("about.html", "pictures/map%20one.png?size=2#top", "pictures/map one.png"),
        ("about.html", "what%3F.png", "what?.png"),
        ("about.html", "#part", ""),
        ("about.html", "https://elsewhere.example/map.png", ""),
        ("about.html", "//elsewhere.example/map.png", ""),
        ("about.html", "mailto:desk@elsewhere.example", ""),
    ],
)
def test_a_path_in_the_site(page: str, address: str, path: str) -> None:
    assert path_in_site(page, address) == path
