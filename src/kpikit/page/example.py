"""The example that the page shows: the ICT strategy of Sagamihara City."""

from __future__ import annotations

from pathlib import Path
from typing import Final

__all__ = ["PACKAGE", "TABLE", "folder"]

#: The file that describes its tables.
PACKAGE: Final = "datapackage.json"
#: The smaller of them.
TABLE: Final = "measures.tsv"
_ROOM: Final = Path(__file__).parent
#: Where it lies: in what is installed, or in a checkout.
_FOLDERS: Final = (_ROOM / "example", _ROOM.parents[2] / "examples" / "sagamihara")


def folder() -> Path:
    """Return the folder that it lies in.

    >>> (folder() / PACKAGE).is_file()
    True
    """
    return next(each for each in _FOLDERS if (each / PACKAGE).is_file())
