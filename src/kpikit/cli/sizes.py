"""How large files are, and how that is said."""

from __future__ import annotations

from pathlib import Path

__all__ = ["size_of", "size_words"]

_KILO = 1000


def size_of(path: str) -> int:
    """Return the size of a file, or of all that is in a folder; 0 where there is nothing.

    >>> size_of("no such file")
    0
    """
    found = Path(path)
    try:
        if found.is_dir():
            return sum(size_of(str(each)) for each in found.iterdir())
        return found.stat().st_size
    except (OSError, ValueError):
        return 0


def size_words(size: int) -> str:
    """Say a size in the unit that leaves one to three digits before the point.

    >>> size_words(512), size_words(212_900), size_words(1_240_000)
    ('512 B', '213 kB', '1.2 MB')
    """
    if size < _KILO:
        return f"{size} B"
    if size < _KILO**2:
        return f"{size / _KILO:.0f} kB"
    return f"{size / _KILO**2:.1f} MB"
