"""What a page does behind the reader's back: requests elsewhere, errors, broken rules."""

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page, Request, WebError, WebSocket

# A preconnect opens a connection without a request that could be seen.
HINTS = """() => [...document.querySelectorAll('link[rel~=preconnect], link[rel~=dns-prefetch]')]
    .map(link => link.href)"""


@dataclass
class Watch:
    """All that is to be complained of since the page was watched, or since `forget`.

    `home` is the address under which everything that a page may load has to lie: the server's, or
    the site's folder as a file address. A path that climbs out of the folder counts as elsewhere.
    """

    home: str
    page: Page
    seen: list[str] = field(default_factory=list)

    def problems(self) -> list[str]:
        """Each fault once, sorted."""
        hints = [f"connects to {url}" for url in self.page.evaluate(HINTS) if self._is_foreign(url)]
        return sorted({*self.seen, *hints})

    def forget(self) -> None:
        """Start again, for the next page in the same window."""
        self.seen.clear()

    def _is_foreign(self, url: str) -> bool:
        return not url.startswith((self.home, "data:", "blob:", "about:"))

    def on_request(self, request: Request) -> None:
        """Note a request that leaves the site."""
        if self._is_foreign(request.url):
            self.seen.append(f"requests {request.url}")

    def on_websocket(self, socket: WebSocket) -> None:
        """Note any socket: a static site has no use for one."""
        self.seen.append(f"opens a socket to {socket.url}")

    def on_console(self, message: ConsoleMessage) -> None:
        """Note an error on the console, which is also where a refusal by the CSP is told."""
        if message.type != "error":
            return
        refused = "Content Security Policy" in message.text
        self.seen.append(f"{'breaks the CSP' if refused else 'console error'}: {message.text}")

    def on_error(self, error: WebError) -> None:
        """Note an exception that no script caught."""
        self.seen.append(f"uncaught error: {error.error}")


def watch(page: Page, home: str) -> Watch:
    """Watch a page, its workers and the windows that it opens."""
    seen = Watch(home, page)
    page.context.on("request", seen.on_request)
    page.context.on("console", seen.on_console)
    page.context.on("weberror", seen.on_error)
    page.on("websocket", seen.on_websocket)
    return seen
