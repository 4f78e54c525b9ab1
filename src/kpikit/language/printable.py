r"""Text that is safe to print: no control characters, nothing that turns text around.

Cells, names of files and whatever else others wrote may hold escape sequences, marks that turn
the direction of text, and line ends where one line is meant.
"""

from __future__ import annotations

from typing import Final

from kpikit.language.pattern import pattern

__all__ = ["UNSAFE", "one_line", "safe"]

#: What is no text at all, or would turn it around; tabs and line ends are kept.
UNSAFE: Final = pattern(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ufffe\uffff]"
)
_BLANKS: Final = pattern(r"[\t\r\n\v\f\x85\u2028\u2029]")


def safe(text: str) -> str:
    r"""Replace control characters, and what turns text around; line ends stay.

    >>> safe("8割\n以上\x07")
    '8割\n以上�'
    """
    if text.isprintable():
        return text  # most text: one look is enough
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    r"""Return *text* on one line: each tab and line end a blank, control characters replaced.

    >>> one_line("8割\n以上")
    '8割 以上'
    """
    return text if text.isprintable() else safe(_BLANKS.sub(" ", text))
