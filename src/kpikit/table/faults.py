"""Errors for a file as a whole, said in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import final

import attrs

from kpikit.errors import FormatError, TableError
from kpikit.messages import Language, say

__all__ = ["Fault", "all_faults", "table_error"]


@final
@attrs.frozen
class Fault:
    """Something that is wrong with a file, and what is wanted in its place."""

    #: Where it is.
    place: str
    #: What is wanted, by its code.
    wanted: str
    #: What the message shows of it.
    detail: str = ""

    def message(self, lang: Language) -> str:
        """Say where it is and what is wanted.

        >>> Fault("$.version", "whole").message("en")
        '$.version: a whole number is wanted'
        """
        return f"{self.place}: {say(f'wanted-{self.wanted}', lang, detail=self.detail)}"


def table_error(code: str, kind: type[TableError] = TableError, /, **values: object) -> TableError:
    """Return the error of *code*: its message is English, its note says the same in Japanese.

    >>> table_error("file-encoding", name="utf8mb4").__notes__[0]
    '「utf8mb4」という文字コードはない。例えば encoding="utf-8" か encoding="cp932" と指定する'
    """
    error = kind(say(code, "en", **values))
    error.add_note(say(code, "ja", **values))
    return error


def all_faults(file: str, faults: Sequence[Fault]) -> FormatError:
    """Return one error for all that is wrong with a file."""
    error = FormatError(_told(file, faults, "en"))
    error.add_note(_told(file, faults, "ja"))
    return error


def _told(file: str, faults: Sequence[Fault], lang: Language) -> str:
    head = say("format-faults", lang, file=file, count=len(faults))
    return "\n".join([head, *(fault.message(lang) for fault in faults)])
