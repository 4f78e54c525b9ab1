"""The page from a server on this machine: the standard library, the loopback address, no more.

The parts have addresses that say what is in them, so that a browser keeps them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final, TypeAlias, final

from kpikit.page.built import Page

__all__ = ["serving"]

#: Path → the type of what is there, how long it may be kept, and its bytes.
_Contents: TypeAlias = Mapping[str, tuple[str, str, bytes]]

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

    >>> with serving(Page("<html>", (), "{}", "")) as server:
    ...     server.server_address[0]
    '127.0.0.1'
    """
    contents = {"/": (_HTML, "no-cache", page.around())}
    for path, data in page.addresses().items():
        contents[f"/{path}"] = _BYTES, _FOR_EVER, data
    return ThreadingHTTPServer((_HOST, port), partial(_Handler, contents))


@final
class _Handler(BaseHTTPRequestHandler):
    """Answers GET with what there is, to this machine by its own name alone."""

    protocol_version = "HTTP/1.1"

    def __init__(self, contents: _Contents, *connection: Any) -> None:
        self.contents = contents
        super().__init__(*connection)

    def do_GET(self) -> None:
        """Answer with a piece of the page."""
        port = self.connection.getsockname()[1]
        if self.headers.get("Host") not in {f"{_HOST}:{port}", f"localhost:{port}"}:
            self.send_error(HTTPStatus.FORBIDDEN)  # another name that leads here
        elif self.path not in self.contents:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._send(*self.contents[self.path])

    def _send(self, kind: str, kept: str, data: bytes) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", kept)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - a name of its base
        """Say nothing."""
