"""Print the report of a plan's KPI tables: every row judged, and the verdicts explained.

Without arguments it reads the two tables of 相模原市 beside this file.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from kpikit import KpikitError, evaluate, read_plan
from kpikit.report import FORMATS, render

EXAMPLE = Path(__file__).with_name("datapackage.json")
UNREADABLE = 3  # what the script exits with if the input cannot be read; misuse is 2


def main() -> int:
    """Read, evaluate, print."""
    options = parse_arguments()
    try:
        plan = read_plan(options.input, encoding=options.encoding)
    except (KpikitError, OSError) as error:
        print(f"{Path(sys.argv[0]).name}: {told(error, options.lang)}", file=sys.stderr)
        return UNREADABLE
    text = render(
        evaluate(plan, as_of=options.as_of),
        options.format,
        lang=options.lang,
        columns=line_width(),
        colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
    )
    return write(text)


def parse_arguments() -> argparse.Namespace:
    """Return what the caller asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--input",
        default=str(EXAMPLE),
        metavar="PATH",
        help="a published text file, or a datapackage.json",
    )
    parser.add_argument("--encoding", default="utf-8", help="of a text file, such as cp932")
    parser.add_argument("--format", default="text", choices=FORMATS)
    parser.add_argument("--lang", default="ja", choices=("ja", "en"))
    parser.add_argument(
        "--as-of", type=date.fromisoformat, metavar="DATE", help="judge as of this day: 2024-03-31"
    )
    return parser.parse_args()


def told(error: Exception, lang: str) -> str:
    """Say an error on one line, in Japanese if it can be."""
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}"
    in_japanese = getattr(error, "__notes__", [])
    return " ".join((in_japanese[0] if lang == "ja" and in_japanese else str(error)).split("\n"))


def line_width() -> int | None:
    """Return how wide a line may be: COLUMNS, else the terminal; in a file, as wide as need be."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    if not sys.stdout.isatty():
        return None
    return os.get_terminal_size(sys.stdout.fileno()).columns or 80


def write(text: str) -> int:
    """Print *text*; a reader that has seen enough (``| head``) is no error."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
