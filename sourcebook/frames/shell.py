"""What the pages need from MkDocs: the frames, the theme's files and a few words of mkdocs.yml."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from sourcebook.frames.errors import FrameError
from sourcebook.frames.frame import Frame
from sourcebook.frames.frame_cache import DrawnFrames, FrameCache


@dataclass(frozen=True, slots=True)
class Shell:
    """A site of frames, still without articles.

    `frames` is by the path of the stub (`incidents/index.md`, `404.html`), which serves all pages
    of the same folder; `assets` is the folder of everything else that MkDocs wrote. The words are
    those of mkdocs.yml; what is not set there is empty.
    """

    frames: Mapping[str, Frame]
    assets: Path
    paths: tuple[str, ...]
    site_name: str
    site_url: str
    site_description: str
    repo_url: str
    edit_uri: str
    language: str

    @classmethod
    def from_drawn(cls, drawn: DrawnFrames) -> "Shell":
        """The shell of what MkDocs drew, now or earlier."""
        frames = {stub: Frame.split(html) for stub, html in drawn.pages.items()}
        return cls(frames, drawn.assets, drawn.paths, **drawn.settings)

    def files(self) -> tuple[str, ...]:
        """The paths in `assets` that belong into the site, sorted."""
        return self.paths

    def slots(
        self, *, title: str, description: str, url: str, toc: str, article: str, head: str = ""
    ) -> dict[str, str]:
        """What `Frame.pour` needs, from plain text and finished HTML.

        `title` and `description` are plain and are escaped here; `url` is the page's path in the
        site; `toc` (see `toc_html`), `article` and `head` are HTML. The home page, `index.html`,
        has the site's name alone as the title of its window.
        """
        whole = self.site_name if url == "index.html" else f"{title} - {self.site_name}"
        return {
            "title": escape(title),
            "document_title": escape(whole),
            "description": escape(description or self.site_description),
            "canonical": escape(self.canonical(url)),
            "toc": toc,
            "article": article,
            "head": head,
        }

    def canonical(self, url: str) -> str:
        """The full address of a page, or nothing while mkdocs.yml names no `site_url`."""
        return self.site_url and f"{self.site_url.rstrip('/')}/{url}"


def load_shell(
    root: Path, content: Path, stubs: Mapping[str, str], cache_folder: Path | None = None
) -> Shell:
    """The shell of the site, from the cache or, when anything it depends on changed, from MkDocs.

    `root` holds mkdocs.yml, `content/pages` is MkDocs' folder of documents, `stubs` gives a title
    to the path of each section's page (`incidents/index.md`; `404.html` for the error page, where
    only the name counts). `cache` is `root/.cache/sourcebook` unless given; a damaged cache is
    made again.

    Raises:
        FrameError: mkdocs.yml, the theme's overrides or `content/pages` do not make a frame.
    """
    _require(root / "mkdocs.yml", (root / "mkdocs.yml").is_file(), "the site's configuration")
    _require(content / "pages", (content / "pages").is_dir(), "the folder of hand-written pages")
    store = FrameCache(cache_folder or root / ".cache" / "sourcebook", root, content, stubs)
    return Shell.from_drawn(store.read() or _draw(store))


def _require(path: Path, found: bool, what: str) -> None:
    if not found:
        raise FrameError(f"{path}: there is no such file or folder; it is {what}")


def _draw(store: FrameCache) -> DrawnFrames:
    # MkDocs takes longer to import than the whole site to pour: only here, where it is needed.
    from sourcebook.frames.material import draw_frames  # noqa: PLC0415

    store.folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=store.folder) as scratch:
        return store.write(draw_frames(store.root, store.content, store.stubs, Path(scratch)))
