"""Print the report of a plan's KPI tables: every row judged, and the verdicts explained.

Without arguments it reads the two tables of 相模原市 beside this file. With ``-o`` it writes
a file: ``report.py --format html -o sagamihara.html``, and in the same way xlsx and pdf.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from kpikit import KpikitError, PlanEvaluation, evaluate, read_plan
from kpikit.cli.garbage import seldom_collected
from kpikit.cli.streams import line_width, show, told, wants_colour
from kpikit.language.messages import Language
from kpikit.report import BINARY_FORMATS, FORMATS, SUFFIXES, form_of, render, save_report

EXAMPLE = Path(__file__).with_name("datapackage.json")
UNWRITABLE = 2  # what the script exits with if the output cannot be written, as for misuse
UNREADABLE = 3  # what it exits with if the input cannot be read


def main() -> int:
    """Read, evaluate, print or write."""
    options = parse_arguments()
    try:
        plan = read_plan(options.input, encoding=options.encoding)
    except (KpikitError, OSError) as error:
        return complain(error, options.lang, UNREADABLE)
    try:
        return write(evaluate(plan, as_of=options.as_of), options)
    except (KpikitError, OSError) as error:
        return complain(error, options.lang, UNWRITABLE)


def parse_arguments() -> argparse.Namespace:
    """Return what the caller asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--input",
        default=str(EXAMPLE),
        metavar="PATH",
        help="a table (.txt, .tsv, .csv, .xlsx), or a datapackage.json",
    )
    parser.add_argument("--encoding", help="of a text file, such as cp932; found by default")
    parser.add_argument("--format", choices=(*FORMATS, *BINARY_FORMATS))
    parser.add_argument("--lang", default="ja", choices=("ja", "en"))
    parser.add_argument(
        "--as-of", type=date.fromisoformat, metavar="DATE", help="judge as of this day: 2024-03-31"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write a file, do not print")
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    options = parser.parse_args()
    if options.output is None:
        options.format = options.format or "text"
        if options.format in BINARY_FORMATS:
            parser.error(f"{options.format} is not printed: name a file with -o")
    elif options.format is None and Path(options.output).suffix.lower() not in SUFFIXES:
        parser.error(f"-o names no format: end it in one of {' '.join(SUFFIXES)}")
    return options


def write(evaluated: PlanEvaluation, options: argparse.Namespace) -> int:
    """Write the file that was asked for, else print."""
    if options.output is not None:
        form = options.format or form_of(options.output)
        save_report(evaluated, options.output, form, lang=options.lang, force=options.force)
        return 0
    text = render(
        evaluated,
        options.format,
        lang=options.lang,
        columns=line_width(),
        colour=wants_colour(),
    )
    try:
        show(text)
    except BrokenPipeError:  # a reader that has seen enough (``| head``) is no error
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def complain(error: Exception, lang: Language, code: int) -> int:
    """Say what went wrong on one line, and return the exit code."""
    print(f"{Path(sys.argv[0]).name}: {' '.join(told(error, lang).split())}", file=sys.stderr)
    return code


if __name__ == "__main__":
    with seldom_collected():  # all that is read lives until the end
        sys.exit(main())
