"""The standard streams: what is shown, how wide, in colour or not, and what is complained of."""

from __future__ import annotations

import os
import sys

from kpikit.language.told import told

__all__ = ["complain", "line_width", "show", "told", "wants_colour"]

_USUAL_WIDTH = 80


def show(text: str) -> None:
    """Print a result."""
    sys.stdout.write(text)
    sys.stdout.flush()


def complain(text: str) -> None:
    """Say on the standard error what a user can put right."""
    sys.stderr.write(f"kpikit: {text}\n")


def line_width() -> int | None:
    """Return how wide a line may be: COLUMNS, else the terminal; in a file, as wide as need be."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    if not sys.stdout.isatty():
        return None
    return os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL_WIDTH


def wants_colour() -> bool:
    """Whether the standard output is a terminal whose user has not said no."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
