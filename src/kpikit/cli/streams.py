"""The standard streams: what is shown, how wide, in colour or not, and what is complained of."""

from __future__ import annotations

import os
import sys

from kpikit.cli.near import file_hint
from kpikit.cli.sizes import size_of, size_words
from kpikit.language.messages import Language, say
from kpikit.language.printable import one_line, safe
from kpikit.language.told import told

__all__ = ["complain", "complain_of", "line_width", "show", "show_written", "told", "wants_colour"]

_USUAL_WIDTH = 80


def show(text: str) -> None:
    """Print a result."""
    sys.stdout.write(text)
    sys.stdout.flush()


def complain(text: str) -> None:
    """Say on the standard error what a user can put right."""
    sys.stderr.write(f"kpikit: {safe(text)}\n")


def complain_of(error: BaseException | None, lang: Language) -> None:
    """Say an error on the standard error, and which file was probably meant."""
    complain(f"{told(error, lang)}{file_hint(error, lang)}")


def show_written(path: str, lang: Language) -> None:
    """Say what was written and how large it is, a folder with all that is in it."""
    show(say("cli-written", lang, file=one_line(path), size=size_words(size_of(path))))


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
