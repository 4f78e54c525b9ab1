"""kpikit in a browser: one file of HTML that opens from disk and connects to nothing.

In it are the interpreter (Pyodide), kpikit and the libraries that it needs, at locked versions,
beside a small program that takes files and shows what was found. What the page asks of kpikit is
in :mod:`kpikit.page.desk`, which runs inside it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from kpikit.page.built import Page
    from kpikit.page.made import build_page, write_page
    from kpikit.page.parts import Archive, Parts, locked
    from kpikit.page.served import serving

__all__ = ["Archive", "Page", "Parts", "build_page", "locked", "serving", "write_page"]

#: Names that are imported on first use → their module: inside the page none of them is of use.
_LATER: Final = {
    "Page": "kpikit.page.built",
    "Archive": "kpikit.page.parts",
    "Parts": "kpikit.page.parts",
    "build_page": "kpikit.page.made",
    "locked": "kpikit.page.parts",
    "serving": "kpikit.page.served",
    "write_page": "kpikit.page.made",
}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module 'kpikit.page' has no attribute {name!r}")
