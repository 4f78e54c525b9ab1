"""Names that Windows keeps for devices, whatever they end in: a file called so opens nowhere there.

A file that is made here may well be opened there, so that no system is asked which one it is.
"""

from __future__ import annotations

from itertools import product
from typing import Final

__all__ = ["reserved"]

#: Ports have numbers, which may be raised.
_PORTS: Final = map("".join, product(("COM", "LPT"), "123456789¹²³"))
_DEVICES: Final = frozenset(("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *_PORTS))


def reserved(name: str) -> str:
    """Return the device that a file of that name would be on Windows, ``""`` if it is none.

    >>> reserved("aux.xlsx"), reserved("com1.総務課.csv"), reserved("console.xlsx")
    ('AUX', 'COM1', '')
    """
    device = name.partition(".")[0].rstrip(" ").upper()
    return device if device in _DEVICES else ""
