"""One page of each kind, found in the built site itself."""

from pathlib import Path

REDIRECT = 'http-equiv="refresh"'


def is_redirect(page: Path) -> bool:
    """Whether a page only leads on to another."""
    return REDIRECT in page.read_text("utf-8")[:2000]


def kind_of(path: str) -> str:
    """The kind of a page, by its place: `actors/ayla.html` is of the kind `actors/*`.

    An index and a page at the root are each a kind of their own.
    """
    *folders, name = path.split("/")
    if not folders or name == "index.html":
        return path
    return "/".join([folders[0], *("*" for _ in folders)])


def one_of_each(site: Path) -> dict[str, str]:
    """The first page of each kind, as a path in the site."""
    pages = sorted(site.rglob("*.html"), reverse=True)
    paths = [page.relative_to(site).as_posix() for page in pages if not is_redirect(page)]
    return dict(sorted({kind_of(path): path for path in paths}.items()))


def redirects(site: Path) -> list[str]:
    """The pages that lead on to another, as paths in the site."""
    pages = sorted(site.rglob("*.html"))
    return [page.relative_to(site).as_posix() for page in pages if is_redirect(page)]
