"""Errors for a file as a whole, said in both languages."""

from __future__ import annotations

from kpikit.language.errors import TableError

__all__ = ["table_error"]


def table_error(code: str, kind: type[TableError] = TableError, /, **values: object) -> TableError:
    """Return the error of *code*: its message is English, its note says the same in Japanese.

    >>> table_error("file-encoding", name="utf8mb4").__notes__[0]
    '「utf8mb4」という文字コードはない。例えば encoding="utf-8" か encoding="cp932" と指定する'
    """
    return kind.told(code, **values)
