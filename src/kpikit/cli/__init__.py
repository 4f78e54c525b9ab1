"""The command line: ``kpikit``, and ``python -m kpikit``.

What a command needs is imported when it runs, so that ``kpikit --help`` is quick.

Exit codes:

======= ==========================================================================================
``0``   It worked. Missed targets are no error.
``1``   It worked, and what ``--fail-on`` asks for was found.
``2``   Wrong usage; an output that is there already or cannot be written; a missing library.
``3``   The input cannot be read.
``70``  Something that kpikit did not expect, a fault of its own; ``--debug`` shows the traceback.
``130`` It was stopped by the keyboard.
======= ==========================================================================================
"""

from __future__ import annotations

import os
import sys

from kpikit.cli.arguments import language_of, parser_of

TYPE_CHECKING = False  # typing itself is slow to import, and `kpikit --help` does without it
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpikit.language.messages import Language

__all__ = ["main"]

#: What a shell calls a program that was stopped by the keyboard.
_STOPPED = 130
#: An internal fault, as ``sysexits.h`` numbers it.
_UNEXPECTED = 70
_FAILED = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code.

    Args:
        argv: The words of the command line; by default those of this process.

    Raises:
        SystemExit: ``--help`` or ``--version`` was asked for, or the usage is wrong.

    >>> main(["--lang", "en", "read", "126件以下"])  # doctest: +ELLIPSIS
    126件以下...
    0
    """
    _open_streams()
    words = sys.argv[1:] if argv is None else argv
    try:
        lang = language_of(words)
        parser = parser_of(lang, words)
        options = parser.parse_args(words)
        options.lang = lang
        if options.command is None:
            parser.print_help()
            return 0
        from kpikit.cli.commands import run  # only a command pays for it

        code = run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return 0
    except KeyboardInterrupt:
        return _STOPPED
    except SystemExit:
        raise
    except BaseException as error:  # noqa: BLE001 - a library in Rust that gives up raises no Exception
        if "--debug" in words:
            from traceback import print_exception

            print_exception(error)
        return _told_unexpected(error, language_of(words))
    return code


def _told_unexpected(error: BaseException, lang: Language) -> int:
    """Say in one line what should not have happened, or that the output is full."""
    from kpikit.cli.streams import complain
    from kpikit.language.messages import say

    if isinstance(error, OSError) and error.filename is None:
        _drop_output()
        complain(say("cli-output-failed", lang, detail=error.strerror or error))
        return _FAILED
    from importlib.metadata import version  # slow, and seldom asked for

    text = " ".join(str(error).split())
    named = {"kind": type(error).__name__, "version": version("kpikit")}
    complain(say("cli-unexpected", lang, text=text, **named))
    return _UNEXPECTED


def _drop_output() -> None:
    """Let what is still unwritten go nowhere: nobody takes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_streams() -> None:
    """Let what is said go nowhere where a stream is closed, and else be told to the last character.

    A file or a pipe is given UTF-8; a terminal what it can show, and the code points of the rest.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif hasattr(stream, "reconfigure"):  # what tests put in its place has none
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
