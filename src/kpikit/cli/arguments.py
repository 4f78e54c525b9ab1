"""What the command line understands, and its help in either language."""

from __future__ import annotations

import argparse
import os
import re
import sys
from functools import partial

from kpikit.language.messages import say
from kpikit.language.width import width, wrap

TYPE_CHECKING = False  # typing itself is slow to import, and `kpikit --help` does without it
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, Final, NoReturn, TypeAlias

    from kpikit.language.messages import Language

    _Settings: TypeAlias = dict[str, Any]
    _Arguments: TypeAlias = dict[str, _Settings]

__all__ = ["FORMATS", "KINDS", "OUTPUTS", "PICTURES", "WORKBOOKS", "language_of", "parser_of"]

#: The formats that can be printed.
FORMATS: Final = ("text", "markdown", "json", "tsv", "html")
#: How the name of a report may end.
OUTPUTS: Final = (".html", ".htm", ".xlsx", ".docx", ".pdf", ".md", ".json", ".tsv", ".txt")
#: What a chart can be written as.
PICTURES: Final = ("svg", "png")
#: How the name of a workbook ends that people fill in.
WORKBOOKS: Final = (".xlsx",)
_PAGES: Final = (".html", ".htm")
#: What can judge a file of rows into another one; the same as of :mod:`kpikit.frames.files`.
ENGINES: Final = ("polars", "duckdb", "pyarrow", "pandas", "dask", "spark")
#: What a cell can be read as.
KINDS: Final = ("actual", "target", "quantity", "period")
_LISTS: Final = ("text", "json", "tsv")
_NARROWEST: Final = 40
_USUAL: Final = 80
#: A negative number, whatever follows it.
_NEGATIVE: Final = r"-[\d.]"
#: What argparse says in English → the code of the same in our words.
_FAULTS: Final = (
    (r"the following arguments are required: (?P<names>.*)", "usage-required"),
    (r"unrecognized arguments: (?P<names>.*)", "usage-unknown"),
    (
        r"argument (?P<name>.*?): invalid choice: (?P<value>.*?) \(choose from (?P<choices>.*)\)",
        "usage-choice",
    ),
    (r"argument (?P<name>.*?): expected (?:one|at least one) argument", "usage-value"),
    (r"argument (?P<name>.*?): (?P<text>.*)", "usage-wrong"),
)


def language_of(words: Sequence[str]) -> Language:
    """Return the language that ``--lang`` asks for, before anything else is looked at.

    >>> language_of(["--lang=en", "--help"])
    'en'
    """
    for index, word in enumerate(words):
        name, given, value = word.partition("=")
        if name == "--lang":
            value = value if given else " ".join(words[index + 1 : index + 2])
            return "en" if value == "en" else "ja"
    return "ja"


def parser_of(lang: Language, words: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Return the parser, which speaks *lang*.

    Args:
        lang: The language of its help and of what it complains of.
        words: The command line: the arguments of a command that is not among its words are
            left out, which makes ``kpikit --help`` quicker.
    """
    parser = _Parser(
        lang, prog="kpikit", description=say("cli-about", lang), epilog=say("cli-codes", lang)
    )
    parser.argument("--version", action=_Version, nargs=0, default=False)
    parser.argument("--lang", **_LANG)
    parser.argument("--debug", **_FLAG)
    commands = parser.add_subparsers(
        title=say("cli-commands", lang), metavar="COMMAND", dest="command"
    )
    parser.options = sorted(
        option
        for name, arguments in _COMMANDS.items()
        if name in words
        for option in (*arguments, "--lang", "--debug", "--help")
        if option.startswith("-")
    )
    for name, arguments in _COMMANDS.items():
        told = say(f"cli-{name}", lang)
        if name not in words:
            commands.add_parser(name, help=told, lang=lang, add_help=False)
            continue
        command = commands.add_parser(
            name, help=told, lang=lang, description=told, prog=f"kpikit {name}"
        )
        for each, settings in (arguments | {"--lang": _LANG, "--debug": _FLAG}).items():
            command.argument(each, **settings)
    return parser


class _Version(argparse.Action):
    """Print the version, which is looked up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_arguments: object) -> NoReturn:
        from importlib.metadata import version  # slow, and seldom asked for

        sys.stdout.write(f"kpikit {version('kpikit')}\n")
        parser.exit()


class _Help(argparse.HelpFormatter):
    """Help whose lines are as wide as they look, in full-width text too."""

    def __init__(self, lang: Language, prog: str) -> None:
        self._usage_word = say("usage-word", lang)
        # argparse takes each character of the word for usage for one that is half as wide.
        wider = width(self._usage_word) - len(self._usage_word)
        super().__init__(prog, width=_columns() - max(2, wider))

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin with the word for usage in the language of the help."""
        super().add_usage(usage, actions, groups, prefix or self._usage_word)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = (line for part in text.split("\n") for line in wrap(part, width))
        return "\n".join(f"{indent}{line}".rstrip() for line in lines)


def _columns() -> int:
    """Return how wide the help may be, without the import that argparse would do for it."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > _NARROWEST:
        return int(columns)
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, _NARROWEST)
    except (OSError, ValueError):
        return _USUAL


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one language, and nothing in another."""

    def __init__(self, lang: Language, *, add_help: bool = True, **settings: Any) -> None:
        help_of = partial(_Help, lang)
        super().__init__(**settings, formatter_class=help_of, add_help=False, allow_abbrev=False)
        self.lang: Language = lang
        #: The options that are known to the command that was given.
        self.options: list[str] = []
        if not add_help:
            return
        self.register("type", "date", partial(_date, lang))
        self.register("type", "output", partial(_output, lang))
        self.register("type", "workbook", partial(_workbook, lang))
        self.register("type", "page", partial(_page, lang))
        self.register("type", "year", partial(_year, lang))
        self.inputs = self.add_argument_group(say("cli-inputs", lang))
        self.others = self.add_argument_group(say("cli-options", lang))
        self.argument("--help", "-h", action="help")

    def argument(self, name: str, *short: str, code: str = "", **settings: Any) -> None:
        """Add an argument, by default with the help of its own name.

        A name with a dash is an option; what takes cells takes a word such as ``-5%`` for one.
        """
        group = self.others if name.startswith("-") else self.inputs
        told = say(code or f"cli-{name.lstrip('-').lower()}", self.lang)
        group.add_argument(*short, name, help=told, **settings)
        if name == "CELL":
            self._negative_number_matcher = re.compile(_NEGATIVE)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the usage, and leave with 2."""
        self.print_usage(sys.stderr)
        from kpikit.language.printable import safe  # only a mistake pays for it

        text = _told(message, self.lang, self.options)
        told = say("usage-error", self.lang, prog=self.prog, text=safe(text))
        self.exit(2, f"{told}\n")


def _told(message: str, lang: Language, options: Iterable[str] = ()) -> str:
    """Say what argparse says, in the language of the help, and what was probably meant."""
    for pattern, code in _FAULTS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is None:
            continue
        words = found.groupdict()
        if "choices" in words:  # quoted by some versions of Python, and not by others
            words["choices"] = words["choices"].replace("'", "")
        return f"{say(code, lang, **words)}{_meant(words, options, lang)}"
    return message


def _meant(words: dict[str, str], options: Iterable[str], lang: Language) -> str:
    """Ask whether a choice or an option was meant that is nearly called so."""
    from kpikit.cli.near import hint  # only a mistake pays for it

    if "choices" in words:
        return hint(words["value"].strip("'"), words["choices"].split(", "), lang)
    unknown = words.get("names", "").split()
    return hint(unknown[0], options, lang) if unknown else ""


def _date(lang: Language, text: str) -> object:
    from datetime import date  # only a command pays for it

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(say("usage-date", lang, text=text)) from None


def _year(lang: Language, text: str) -> object:
    from kpikit.cell import read_period  # only a command pays for it
    from kpikit.model.period import CalendarYear, FiscalYear

    year = read_period(text).value
    if not isinstance(year, FiscalYear | CalendarYear):
        raise argparse.ArgumentTypeError(say("usage-year", lang, text=text))
    return year


def _output(lang: Language, text: str, known: tuple[str, ...] = OUTPUTS) -> str:
    if not text.lower().endswith(known):
        told = say("usage-output", lang, text=text, known=" ".join(known))
        raise argparse.ArgumentTypeError(told)
    return text


def _workbook(lang: Language, text: str) -> str:
    return _output(lang, text, WORKBOOKS)


def _page(lang: Language, text: str) -> str:
    return _output(lang, text, _PAGES)


# -- the arguments of each command -----------------------------------------------------------------


def _fails_on(*choices: str) -> _Settings:
    return {"metavar": "|".join(choices), "choices": choices, **_REPEATED}


_FLAG: Final[_Settings] = {"action": "store_true"}
_SEVERAL: Final[_Settings] = {"nargs": "+"}
_REPEATED: Final[_Settings] = {"action": "append", "default": []}
_LANG: Final[_Settings] = {"choices": ("ja", "en"), "default": "ja"}
_DATE: Final[_Settings] = {"metavar": "DATE", "type": "date"}
_ASSUMES: Final[_Settings] = {"choices": ("higher", "lower")}
_WRITES: Final[_Settings] = {"metavar": "OUT", "dest": "output", "required": True}
_EDITION_BEFORE: Final[_Settings] = {"metavar": "OLD", "code": "cli-edition-before"}
#: What every command takes that reads a table, and what those take that judge it.
_READS: Final[_Arguments] = {
    "--encoding": {"metavar": "NAME"},
    "--layout": {"metavar": "FILE"},
    "--strict": _FLAG,
}
_JUDGES: Final[_Arguments] = {
    "--as-of": _DATE,
    "--final": _FLAG,
    "--assume": _ASSUMES,
    "--scheme": {"metavar": "NAME", **_REPEATED},
    "--fail-on": _fails_on("not-achieved", "indeterminate", "behind", "issues"),
}
#: Command → its arguments, each with how argparse takes it.
_COMMANDS: Final[dict[str, _Arguments]] = {
    "evaluate": {
        "FILE": _SEVERAL,
        "--format": {"choices": FORMATS, "default": "text"},
        "--previous": _EDITION_BEFORE,
        "-o": {"metavar": "OUT", "dest": "output", "code": "cli-rows-output"},
        "--engine": {"choices": ENGINES, "default": ENGINES[0]},
        "--force": _FLAG,
        **_READS,
        **_JUDGES,
    },
    "report": {
        "FILE": _SEVERAL,
        "-o": {**_WRITES, "code": "cli-output", "type": "output"},
        "--previous": _EDITION_BEFORE,
        "--force": _FLAG,
        **_READS,
        **_JUDGES,
    },
    "chart": {
        "FILE": _SEVERAL,
        "-o": {**_WRITES, "code": "cli-chart-output"},
        "--format": {"code": "cli-chart-format", "choices": PICTURES, "default": PICTURES[0]},
        "--force": _FLAG,
        **_READS,
        "--as-of": _DATE,
        "--final": _FLAG,
        "--assume": _ASSUMES,
    },
    "audit": {
        "FILE": _SEVERAL,
        "--previous": {"metavar": "OLD"},
        "--plan": {**_FLAG, "code": "cli-ahead", "dest": "ahead"},
        "--format": {"choices": _LISTS, "default": "text"},
        **_READS,
        "--as-of": _DATE,
        "--fail-on": _fails_on("warning", "info"),
    },
    "reconcile": {
        "FILE": _SEVERAL,
        "--format": {"choices": _LISTS, "default": "text"},
        "--json": {"action": "store_const", "const": "json", "dest": "format"},
        **_READS,
        "--as-of": _DATE,
        "--scheme": {"metavar": "NAME", "code": "cli-compared-scheme", **_REPEATED},
        "--fail-on": _fails_on("difference"),
    },
    "collect": {
        "FOLDER": {"code": "cli-collect-folder"},
        "-o": {**_WRITES, "code": "cli-collect-output"},
        "--processes": {"metavar": "N", "type": int},
        "--force": _FLAG,
    },
    "compare": {"OLD": {}, "NEW": {}, **_READS, "--fail-on": _fails_on("difference")},
    "draft": {
        "FILE": {"code": "cli-draft-file"},
        "-o": {**_WRITES, "code": "cli-draft-output", "type": "workbook"},
        "--force": _FLAG,
        "--encoding": _READS["--encoding"],
        "--layout": _READS["--layout"],
    },
    "template": {
        "-o": {**_WRITES, "code": "cli-template-output"},
        "--plan": {"metavar": "FILE"},
        "--year": {"metavar": "YEAR", "type": "year"},
        "--by-department": _FLAG,
        "--force": _FLAG,
        **_READS,
    },
    "read": {"CELL": {"nargs": "+"}, "--kind": {"choices": KINDS}},
    "page": {
        "-o": {**_WRITES, "code": "cli-page-output", "type": "page"},
        "--parts": {"metavar": "FOLDER"},
        "--without-pdf": _FLAG,
        "--force": _FLAG,
    },
    "serve": {
        "--parts": {"metavar": "FOLDER"},
        "--without-pdf": _FLAG,
        "--port": {"metavar": "PORT", "type": int, "default": 0},
    },
    "schemes": {"NAME": {"nargs": "?", "code": "cli-scheme-name"}},
    "convert": {
        "IN": {"code": "cli-file", **_SEVERAL},
        "OUT": {"code": "cli-converted"},
        "--force": _FLAG,
        **_READS,
    },
}
