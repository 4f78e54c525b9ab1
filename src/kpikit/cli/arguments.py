"""What the command line understands, and its help in either language."""

from __future__ import annotations

import argparse
import os
import re
import sys

from kpikit.language.messages import say
from kpikit.language.width import wrap

TYPE_CHECKING = False  # typing itself is slow to import, and `kpikit --help` does without it
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, Final, NoReturn

    from kpikit.language.messages import Language

__all__ = ["FORMATS", "KINDS", "OUTPUTS", "language_of", "parser_of"]

#: The formats that can be printed.
FORMATS: Final = ("text", "markdown", "json", "tsv", "html")
#: How the name of a report may end.
OUTPUTS: Final = (".html", ".htm", ".xlsx", ".pdf", ".md", ".json", ".tsv", ".txt")
#: What a cell can be read as.
KINDS: Final = ("actual", "target", "quantity", "period")
_LISTS: Final = ("text", "json", "tsv")
_NARROWEST: Final = 40
_USUAL: Final = 80
#: A negative number, whatever follows it.
_NEGATIVE: Final = re.compile(r"-[\d.]")
#: What argparse says in English → the code of the same in our words.
_FAULTS: Final = (
    (re.compile(r"the following arguments are required: (?P<names>.*)"), "usage-required"),
    (re.compile(r"unrecognized arguments: (?P<names>.*)"), "usage-unknown"),
    (
        re.compile(
            r"argument (?P<name>.*?): invalid choice: (?P<value>.*?) "
            r"\(choose from (?P<choices>.*)\)"
        ),
        "usage-choice",
    ),
    (re.compile(r"argument (?P<name>.*?): expected (?:one|at least one) argument"), "usage-value"),
    (re.compile(r"argument (?P<name>.*?): (?P<text>.*)"), "usage-wrong"),
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
    made = _JapaneseParser if lang == "ja" else _EnglishParser
    parser = made(prog="kpikit", description=say("cli-about", lang), epilog=say("cli-codes", lang))
    parser.others.add_argument(
        "--version", action=_Version, nargs=0, default=False, help=say("cli-version", lang)
    )
    parser.language()
    commands = parser.add_subparsers(
        title=say("cli-commands", lang),
        metavar="COMMAND",
        dest="command",
        required=True,
    )
    for name, fill in _COMMANDS.items():
        told = say(f"cli-{name}", lang)
        if name in words:
            fill(commands.add_parser(name, help=told, description=told, prog=f"kpikit {name}"))
        else:
            commands.add_parser(name, help=told, add_help=False)
    return parser


class _Version(argparse.Action):
    """Print the version, which is looked up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_arguments: object) -> NoReturn:
        from importlib.metadata import version  # slow, and seldom asked for

        sys.stdout.write(f"kpikit {version('kpikit')}\n")
        parser.exit()


class _Help(argparse.HelpFormatter):
    """Help whose lines are as wide as they look, in full-width text too."""

    usage_word = ""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin with the word for usage in the language of the help."""
        super().add_usage(usage, actions, groups, prefix or self.usage_word)

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


class _JapaneseHelp(_Help):
    usage_word = say("usage-word", "ja")


class _EnglishHelp(_Help):
    usage_word = say("usage-word", "en")


_HELP: Final = {"ja": _JapaneseHelp, "en": _EnglishHelp}


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one language, and nothing in another."""

    lang: Language = "ja"

    def __init__(self, **settings: Any) -> None:
        lang, wanted = self.lang, settings.pop("add_help", True)
        super().__init__(
            **settings, formatter_class=_HELP[lang], add_help=False, allow_abbrev=False
        )
        if not wanted:
            return
        self.inputs = self.add_argument_group(say("cli-inputs", lang))
        self.others = self.add_argument_group(say("cli-options", lang))
        self.others.add_argument("-h", "--help", action="help", help=say("cli-help", lang))

    def argument(self, name: str, code: str, **settings: Any) -> None:
        """Add an argument whose help has a code; a name with a dash is an option."""
        group = self.others if name.startswith("-") else self.inputs
        group.add_argument(name, help=say(code, self.lang), **settings)

    def takes_numbers(self) -> None:
        """Take a word such as ``-5%`` for an argument rather than for options."""
        self._negative_number_matcher = _NEGATIVE

    def language(self) -> None:
        """Add the language of all that is said."""
        self.argument("--lang", "cli-lang", choices=("ja", "en"), default="ja")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the usage, and leave with 2."""
        self.print_usage(sys.stderr)
        told = say("usage-error", self.lang, prog=self.prog, text=_told(message, self.lang))
        self.exit(2, f"{told}\n")


class _JapaneseParser(_Parser):
    lang = "ja"


class _EnglishParser(_Parser):
    lang = "en"


def _told(message: str, lang: Language) -> str:
    """Say what argparse says, in the language of the help."""
    for pattern, code in _FAULTS:
        found = pattern.fullmatch(message)
        if found is not None:
            words = found.groupdict()
            if "choices" in words:  # quoted by some versions of Python, and not by others
                words["choices"] = words["choices"].replace("'", "")
            return say(code, lang, **words)
    return message


# -- the arguments of each command -----------------------------------------------------------------


def _reads(parser: _Parser) -> None:
    parser.argument("--encoding", "cli-encoding", metavar="NAME")
    parser.argument("--layout", "cli-layout", metavar="TOML")
    parser.argument("--strict", "cli-strict", action="store_true")


def _judges(parser: _Parser) -> None:
    parser.argument("--as-of", "cli-as-of", metavar="DATE", type=_date(parser.lang))
    parser.argument("--final", "cli-final", action="store_true")
    parser.argument("--scheme", "cli-scheme", metavar="NAME", action="append", default=[])


def _fails(parser: _Parser, *choices: str) -> None:
    parser.argument(
        "--fail-on",
        "cli-fail-on",
        metavar="|".join(choices),
        action="append",
        choices=choices,
        default=[],
    )


def _evaluate(parser: _Parser) -> None:
    parser.argument("FILE", "cli-file")
    parser.argument("--format", "cli-format", choices=FORMATS, default="text")
    _reads(parser)
    _judges(parser)
    _fails(parser, "not-achieved", "indeterminate", "issues")
    parser.language()


def _report(parser: _Parser) -> None:
    parser.argument("FILE", "cli-file")
    parser.argument(
        "-o", "cli-output", metavar="OUT", dest="output", required=True, type=_output(parser.lang)
    )
    parser.argument("--force", "cli-force", action="store_true")
    _reads(parser)
    _judges(parser)
    _fails(parser, "not-achieved", "indeterminate", "issues")
    parser.language()


def _audit(parser: _Parser) -> None:
    parser.argument("FILE", "cli-file")
    parser.argument("--previous", "cli-previous", metavar="OLD")
    parser.argument("--format", "cli-format", choices=_LISTS, default="text")
    _reads(parser)
    parser.argument("--as-of", "cli-as-of", metavar="DATE", type=_date(parser.lang))
    _fails(parser, "warning", "info")
    parser.language()


def _compare(parser: _Parser) -> None:
    parser.argument("OLD", "cli-old")
    parser.argument("NEW", "cli-new")
    _reads(parser)
    _fails(parser, "difference")
    parser.language()


def _read(parser: _Parser) -> None:
    parser.takes_numbers()
    parser.argument("CELL", "cli-cell", nargs="+")
    parser.argument("--kind", "cli-kind", choices=KINDS)
    parser.language()


def _schemes(parser: _Parser) -> None:
    parser.argument("NAME", "cli-scheme-name", nargs="?")
    parser.language()


def _convert(parser: _Parser) -> None:
    parser.argument("IN", "cli-file")
    parser.argument("OUT", "cli-converted")
    parser.argument("--force", "cli-force", action="store_true")
    _reads(parser)
    parser.language()


_COMMANDS: Final[dict[str, Callable[[_Parser], None]]] = {
    "evaluate": _evaluate,
    "report": _report,
    "audit": _audit,
    "compare": _compare,
    "read": _read,
    "schemes": _schemes,
    "convert": _convert,
}


def _date(lang: Language) -> Callable[[str], object]:
    def read(text: str) -> object:
        from datetime import date  # only a command pays for it

        try:
            return date.fromisoformat(text)
        except ValueError:
            raise argparse.ArgumentTypeError(say("usage-date", lang, text=text)) from None

    return read


def _output(lang: Language) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not text.lower().endswith(OUTPUTS):
            told = say("usage-output", lang, text=text, known=" ".join(OUTPUTS))
            raise argparse.ArgumentTypeError(told)
        return text

    return read
