"""The standard streams: what is shown, how wide, in colour or not, and what is complained of."""

from __future__ import annotations

import os
import sys

from kpikit.language.messages import CATALOGUE, Language, say

__all__ = ["complain", "line_width", "show", "told", "wants_colour"]

_USUAL_WIDTH = 80


def show(text: str) -> None:
    """Print a result."""
    sys.stdout.write(text)
    sys.stdout.flush()


def complain(text: str) -> None:
    """Say on the standard error what a user can put right."""
    sys.stderr.write(f"kpikit: {text}\n")


def told(error: BaseException | None, lang: Language) -> str:
    """Say an error, in Japanese if it can be.

    >>> told(FileNotFoundError(2, "No such file or directory", "plan.csv"), "en")
    'plan.csv: there is no such file: check the path'
    """
    issues = getattr(error, "issues", None)
    if issues:
        return "\n".join(issue.report(lang) for issue in issues)
    notes: list[str] = getattr(error, "__notes__", [])
    if notes and lang == "ja":
        return notes[0]
    if isinstance(error, OSError) and error.filename is not None:
        code = f"file-{type(error).__name__}"
        foreign = not notes and code in CATALOGUE
        detail = say(code, lang) if foreign else error.strerror
        return f"{error.filename}: {detail}"
    return str(error)


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
