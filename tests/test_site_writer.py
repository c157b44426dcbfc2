"""The files of the site are staged, pages of each kind before the work is divided."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from sourcebook import site_writer
from sourcebook.frames import load_shell
from sourcebook.pages import Page
from sourcebook.publish import Publication
from sourcebook.site import Prepared
from sourcebook.site_writer import SiteWriter


def test_a_page_of_each_kind_is_made_before_the_work_is_divided(
    small_prepared: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    divided: list[Page] = []

    def here(job: Callable[[Page], str], pages: Sequence[Page], _: object) -> list[str]:
        divided.extend(pages)
        return [job(page) for page in pages]

    monkeypatch.setattr(site_writer, "map_parallel", here)
    shell = load_shell(small_prepared.root, small_prepared.content, small_prepared.stubs)
    paths = SiteWriter(small_prepared, shell, Publication(tmp_path / "site")).write_pages()
    assert sorted(paths) == sorted(page.url for page in small_prepared.pages)
    assert len(divided) == len(small_prepared.pages) - len({p.kind for p in small_prepared.pages})
