"""One page of each kind, found in the built site itself."""

import re
from pathlib import Path

REDIRECT = '<meta http-equiv="refresh"'
# A part of an index that is split: by year, by month, by letter.
PART = re.compile(r"\d{4}(-\d\d)?|undated|letter-\w+")


def is_redirect(page: Path) -> bool:
    """Whether a page only leads on to another."""
    return REDIRECT in page.read_text("utf-8")


def kind_of(path: str) -> str:
    """The kind of a page, by its place: `actors/ayla.html` is of the kind `actors/*`.

    An index, the parts that it is split into and each page at the root are kinds of their own.
    """
    *folders, name = path.split("/")
    if not folders or name == "index.html":
        return path
    part = PART.fullmatch(name.removesuffix(".html"))
    return "/".join([folders[0], *("*" for _ in folders[1:]), "part" if part else "*"])


def one_of_each(site: Path) -> dict[str, str]:
    """The first page of each kind, as a path in the site."""
    pages = sorted(site.rglob("*.html"), reverse=True)
    paths = [page.relative_to(site).as_posix() for page in pages if not is_redirect(page)]
    return dict(sorted({kind_of(path): path for path in paths}.items()))


def redirects(site: Path) -> list[str]:
    """The pages that lead on to another, as paths in the site."""
    pages = sorted(site.rglob("*.html"))
    return [page.relative_to(site).as_posix() for page in pages if is_redirect(page)]
