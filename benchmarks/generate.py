"""A seeded, wholly invented dataset of N incidents: `python -m benchmarks.generate N FOLDER`.

N/20 actors, N/15 locations, 1.5 N sources; 2 to 5 claims, 4 to 8 cross links and three
paragraphs to each incident. The same seed gives the same bytes.
"""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

Row = dict[str, Any]

_SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "je",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "ri",
    "so",
    "tu",
    "va",
    "we",
    "xi",
    "yo",
    "zu",
]
_PLACES = ("town", "city", "military_base", "camp", "depot", "gas_field")
_EVENTS = ("airstrike", "drone_strike", "rocket_attack", "missile_attack", "artillery", "ied")
_FIRST = date(2019, 1, 1)
_DAYS = 2200

_DATASET = """\
title: An invented dataset
description: Made by a program to measure speed; nothing in it ever happened.
publisher: Nobody
licence: CC0 1.0
edition: "1"
edition_date: 2026-01-01
time_zone: UTC
locks: quotes
"""
_PAGE = "---\ntitle: {0}\n---\n\n{0} this dataset: it was made by a program.\n"


class Generator:
    """Makes the records of a dataset of `size` incidents, in order, from one seed."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self.size = size
        self.actors = [f"actor-{i}" for i in range(max(4, size // 20))]
        self.locations = [f"place-{i}" for i in range(max(4, size // 15))]
        self.sources = [f"source-{i}" for i in range(max(4, size * 3 // 2))]

    def tables(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """The name of each table and its rows."""
        yield "actors", map(self._actor, range(len(self.actors)))
        yield "locations", map(self._location, range(len(self.locations)))
        yield "sources", map(self._source, range(len(self.sources)))
        yield "incidents", map(self._incident, range(self.size))

    def _word(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=3))

    def _name(self) -> str:
        return f"{self._word()} {self._word()}".title()

    def _day(self) -> date:
        return _FIRST + timedelta(days=self._random.randrange(_DAYS))

    def _cite(self, day: date | None = None) -> Row:
        """A citation of one of the sources that appeared after a day."""
        low = 0 if day is None else _after(day, len(self.sources))
        number = self._random.randrange(low, len(self.sources))
        return {"source": self.sources[number], "at": f"para {self._random.randrange(1, 20)}"}

    def _actor(self, number: int) -> Row:
        row: Row = {"id": self.actors[number], "names": {"en": self._name()}, "type": "militia"}
        if number:
            part = {"type": "part-of", "actor": self.actors[number // 2]}
            row["relations"] = [part | {"by": self.actors[0], "cites": [self._cite()]}]
        return row | {"body": self._paragraph(_FIRST)}

    def _location(self, number: int) -> Row:
        point = {
            "lat": round(self._random.uniform(-60, 70), 4),
            "lon": round(self._random.uniform(-170, 170), 4),
            "uncertainty_m": self._random.choice((100, 1000, 5000)),
            "cites": [self._cite()],
        }
        kind = self._random.choice(_PLACES)
        names = {"en": self._name()}
        row: Row = {"id": self.locations[number], "names": names, "type": kind}
        if number:
            row["within"] = self.locations[number // 4]
        return row | {"coordinates": point}

    def _source(self, number: int) -> Row:
        published = _FIRST + timedelta(days=number * (_DAYS + 30) // len(self.sources))
        row: Row = {
            "id": self.sources[number],
            "title": self._name(),
            "publisher": self._word().title(),
            "published": published.isoformat(),
            "type": "article",
            "language": "en",
            "url": f"https://news.example/{number}",
            "read": "whole",
        }
        if number % 7 == 6:
            origin = {"source": self.sources[number - 3], "relation": "syndication"}
            row["derived_from"] = [origin]
        return row

    def _incident(self, number: int) -> Row:
        day = self._day()
        claimants = self._random.sample(
            self.actors, self._random.randint(2, min(5, len(self.actors)))
        )
        claims = [self._claim(i, by, day) for i, by in enumerate(claimants)]
        attacker, target = self._random.sample(self.actors, 2)
        said = {"by": target, "cites": [self._cite(day)]}
        return {
            "id": f"incident-{number}",
            "title": f"Strike at {self._name()}",
            "type": self._random.choice(_EVENTS),
            "date": day.isoformat(),
            "location": self._random.choice(self.locations),
            "location_precision": "settlement",
            "roles": [
                {"actor": attacker, "role": "attacker"} | said,
                {"actor": target, "role": "target"} | said,
            ],
            "claims": claims,
            "body": "\n\n".join(self._paragraph(day) for _ in range(3)),
        }

    def _claim(self, number: int, by: str, day: date) -> Row:
        low = self._random.randrange(20)
        value = self._random.choice((str(low), f">={low}", f"{low}-{low + 3}", "not stated"))
        return {
            "id": f"claim-{number}",
            "by": by,
            "measure": self._random.choice(("killed", "wounded")),
            "of": "people",
            "value": value,
            "said": (day + timedelta(days=1)).isoformat(),
            "cites": [self._cite(day)],
        }

    def _paragraph(self, day: date) -> str:
        sentences = (self._sentence(day) for _ in range(3))
        cite, named = self._cite(day), self._random.choice(self.actors)
        last = f"It names [[{named}]].[@{cite['source']}, {cite['at']}]"
        return "\n".join((*sentences, last))

    def _sentence(self, day: date) -> str:
        words = " ".join(self._word() for _ in range(16))
        cite = self._cite(day)
        return f"{words.capitalize()}.[@{cite['source']}, {cite['at']}]"


def _after(day: date, count: int) -> int:
    """The number of the first of `count` evenly dated sources that appeared after a day."""
    return min(count - 1, ((day - _FIRST).days + 2) * count // (_DAYS + 30) + 1)


def write(size: int, folder: Path, seed: int = 1) -> None:
    """Write the dataset as tables of JSON lines below `folder`."""
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    (folder / "dataset.yml").write_text(_DATASET, encoding="utf-8")
    for page in ("about", "method"):
        (folder / "pages" / f"{page}.md").write_text(_PAGE.format(page.title()), encoding="utf-8")
    for name, rows in Generator(size, seed).tables():
        with (folder / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)


@click.command()
@click.argument("size", type=click.IntRange(min=1))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--seed", default=1, show_default=True)
def main(size: int, folder: Path, seed: int) -> None:
    """Write an invented dataset of SIZE incidents into FOLDER."""
    write(size, folder, seed)


if __name__ == "__main__":
    main()
