"""Look whether what the built pages link to is there: ``python docs/links.py docs/_build/html``.

Links within the site alone: files and the places in them. Nothing is asked of a network.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """What a page links to, and the places that can be linked to in it."""

    def __init__(self) -> None:
        """Begin without any."""
        super().__init__()
        self.targets: set[str] = set()
        self.places: set[str] = set()

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what a tag links to, and what it is called."""
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.targets.add(value)
            elif name in {"id", "name"} and value:
                self.places.add(value)


@cache
def page(path: Path) -> Page:
    read = Page()
    read.feed(path.read_text(encoding="utf-8"))
    return read


def broken(root: Path) -> Iterator[str]:
    """Yield a line for each link within the site that leads nowhere."""
    for path in sorted(root.rglob("*.html")):
        for target in sorted(page(path).targets):
            if not _leads(path, target):
                yield f"{path.relative_to(root)}: {target}"


def _leads(path: Path, target: str) -> bool:
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return True
    there = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if not there.exists():
        return False
    place = unquote(parts.fragment)
    return not place or there.suffix != ".html" or place in page(there).places


if __name__ == "__main__":
    found = list(broken(Path(sys.argv[1]).resolve()))
    sys.exit("\n".join([*found, f"{len(found)} links lead nowhere"]) if found else None)
