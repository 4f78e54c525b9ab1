"""The page from a server on this machine: the standard library, the loopback address, no more.

The parts have addresses that say what is in them, so that a browser keeps them.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final, final

from kpikit.page.built import Page

__all__ = ["serving"]

_HOST: Final = "127.0.0.1"
_HTML: Final = "text/html; charset=utf-8"
_BYTES: Final = "application/octet-stream"
_FOR_EVER: Final = "public, max-age=31536000, immutable"


def serving(page: Page, port: int = 0) -> ThreadingHTTPServer:
    """Return a server of the page, which listens on the loopback address and has yet to run.

    Args:
        page: The page.
        port: On which port; 0: one that is free.

    Raises:
        OSError: The port is taken.
    """
    contents = {"/": (_HTML, "no-cache", page.around())}
    for path, data in page.addresses().items():
        contents[f"/{path}"] = _BYTES, _FOR_EVER, data
    return _Server((_HOST, port), contents)


@final
class _Server(ThreadingHTTPServer):
    """A server of what it holds in memory."""

    daemon_threads = True

    def __init__(
        self, address: tuple[str, int], contents: Mapping[str, tuple[str, str, bytes]]
    ) -> None:
        self.contents = contents
        super().__init__(address, _Handler)


@final
class _Handler(BaseHTTPRequestHandler):
    """Answers GET with what there is, to this machine by its own name alone."""

    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a piece of the page."""
        names = {f"{name}:{self.server.server_port}" for name in (_HOST, "localhost")}
        if self.headers.get("Host") not in names:  # another name that leads here
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path not in self.server.contents:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._send(*self.server.contents[self.path])

    def _send(self, kind: str, kept: str, data: bytes) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", kept)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""
