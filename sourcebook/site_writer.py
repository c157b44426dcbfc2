"""The files of the site, each made alone and staged for publication."""

from functools import partial
from typing import Any
from urllib.parse import urlsplit

from sourcebook.briefing import briefing_kind
from sourcebook.frames import Shell, toc_html
from sourcebook.models import Source
from sourcebook.outputs import OUTPUTS, OutputContext
from sourcebook.pages import Page
from sourcebook.prepared import Prepared
from sourcebook.publish import Publication, PublishError
from sourcebook.render import PAGE_KINDS, Renderer
from sourcebook.workers import Progress, map_parallel


class SiteWriter:
    """Makes the files of the site, each alone and in any order."""

    def __init__(self, prepared: Prepared, shell: Shell, publication: Publication) -> None:
        self.prepared, self.shell, self.publication = prepared, shell, publication
        self.renderer = make_renderer(prepared, shell)

    def write_page(self, page: Page) -> str:
        """Render one page, pour it into its frame and stage it; its path."""
        body = self.renderer.render(page)
        slots = self.shell.slots(
            title=page.title,
            description=body.description,
            url=page.url,
            toc=toc_html(body.headings),
            article=body.article,
            head=body.head,
        )
        self.publication.put(page.url, self.shell.frames[page.section].pour(slots).encode())
        return page.url

    def write_pages(self, progress: Progress | None = None) -> list[str]:
        """Stage every page; their paths.

        A page of each kind is made before the work is divided, so that all processes share the
        templates that were compiled and what is worked out once for all pages.
        """
        pages = self.prepared.pages
        first = {page.kind: page.url for page in reversed(pages)}.values()
        made = [self.write_page(page) for page in pages if page.url in first]
        rest = [page for page in pages if page.url not in first]
        return [*made, *map_parallel(self.write_page, rest, progress)]

    def write_assets(self) -> list[str]:
        """Stage the theme's files; their paths.

        Raises:
            PublishError: a captured text lies among them.
        """
        self._refuse_captured_texts()
        for path in self.shell.files():
            self.publication.put(path, (self.shell.assets / path).read_bytes())
        return list(self.shell.files())

    def _refuse_captured_texts(self) -> None:
        """Wherever mkdocs.yml has files from: what we may not publish is known by its name."""
        captures = (source.capture for source in self.prepared.graph.all_of(Source))
        names = {f"{capture.sha256}.txt" for capture in captures if capture}
        found = next((path for path in self.shell.files() if path.split("/")[-1] in names), None)
        if found is not None:
            message = "this is a captured text, which is not published: move it out of the theme"
            raise PublishError(f"{found}: {message} and name its folder with --captures")

    def write_outputs(self) -> list[str]:
        """Stage every output; their paths."""
        base = self.shell.site_url and self.shell.site_url.rstrip("/") + "/"
        graph, derived = self.prepared.graph, self.prepared.derived
        context = OutputContext(graph, derived, self.prepared.pages, base, self.renderer)
        made = {path: data for output in OUTPUTS for path, data in output.files(context)}
        for path, data in made.items():
            self.publication.put(path, data)
        return list(made)


def make_renderer(prepared: Prepared, shell: Shell) -> Renderer:
    """What renders any page of a dataset; the words of mkdocs.yml come from the shell."""
    templates = prepared.root / "templates"
    kinds = (*PAGE_KINDS, briefing_kind(partial(_asset, shell)))
    return Renderer(templates, prepared.graph, prepared.derived, _template_globals(shell), kinds)


def _asset(shell: Shell, path: str) -> bytes | None:
    """A file that is published beside the pages."""
    return (shell.assets / path).read_bytes() if path in shell.files() else None


def _template_globals(shell: Shell) -> dict[str, Any]:
    """What every template may use of mkdocs.yml and of the table of outputs."""
    return {
        "site_name": shell.site_name,
        "site_url": shell.site_url,
        "urlpath": urlsplit(shell.site_url).path,
        "repo_url": shell.repo_url,
        "edit_uri": shell.edit_uri,
        "exports": [output for output in OUTPUTS if output.title],
    }
