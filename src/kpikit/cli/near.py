"""What was probably meant: the command, the option or the file that is nearly called so."""

from __future__ import annotations

import os

from kpikit.language.messages import say
from kpikit.language.printable import one_line

TYPE_CHECKING = False  # typing itself is slow to import, and `kpikit --help` does without it
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kpikit.language.messages import Language

__all__ = ["file_hint", "hint"]

#: How alike two words must be, from 0 to 1.
_ALIKE = 0.6


def hint(word: str, known: Iterable[str], lang: Language) -> str:
    """Ask whether one of the known words was meant, ``""`` if none is nearly the same.

    >>> hint("evalaute", ["evaluate", "report"], "en"), hint("huh", ["evaluate", "report"], "en")
    (' (did you mean evaluate?)', '')
    """
    from difflib import get_close_matches  # slow to import, and seldom asked for

    near = get_close_matches(word, [*known], 1, _ALIKE)
    return say("usage-near", lang, near=near[0]) if near else ""


def file_hint(error: BaseException | None, lang: Language) -> str:
    """Ask whether another file beside the one that is not there was meant.

    >>> file_hint(FileNotFoundError(2, "No such file or directory", "/none/plan.csv"), "en")
    ''
    """
    if not isinstance(error, FileNotFoundError) or error.filename is None:
        return ""
    folder, name = os.path.split(os.fsdecode(error.filename))
    try:
        beside = os.listdir(folder or ".")  # noqa: PTH208 - see above
    except OSError:
        return ""
    return one_line(hint(name, sorted(beside), lang))
