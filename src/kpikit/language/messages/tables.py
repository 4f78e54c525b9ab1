"""Issues and errors of tables."""

from __future__ import annotations

__all__ = ["TEXTS"]

TYPE_CHECKING = False  # typing itself is slow to import
if TYPE_CHECKING:
    from typing import Final

#: Code → (Japanese, English).
TEXTS: Final[dict[str, tuple[str, str]]] = {
    # -- tables: issues ----------------------------------------------------------------------------
    "column-missing": (
        "見出しに「{detail}」に当たる列がない",
        "no column is headed 「{detail}」 or the like",
    ),
    "column-twice": (
        "「{shown}」は二つ目の列なので、文字としてだけ残した",
        "「{shown}」 is a second column of its kind and was kept as text only",
    ),
    "too-few-cells": (
        "セルの数が見出しより少ない({detail})。足りないセルは空欄とみなした",
        "fewer cells than headings ({detail}): those missing were taken as empty",
    ),
    "too-many-cells": (
        "セルの数が見出しより多い({detail})。余るセルは文字としてだけ残した",
        "more cells than headings ({detail}): those beyond were kept as text only",
    ),
    "stray-line": (
        "表の行でも見出しでもない行がある。セルはタブで区切る",
        "neither a row of the table nor a heading; cells are split by tabs",
    ),
    "indicator-unnamed": (
        "指標名の欄が空である",
        "the row names no indicator",
    ),
    # -- tables: errors ----------------------------------------------------------------------------
    "file-encoding": (
        '「{name}」という文字コードはない。例えば encoding="utf-8" か encoding="cp932" と指定する',
        'no encoding is called {name!r}: give, for example, encoding="utf-8" or "cp932"',
    ),
    "file-bytes": (
        "{place}: バイト{byte}(位置{offset})は{name}の文字でない。encoding={other!r}を試す",
        "{place}: the byte {byte} at offset {offset} is not {name} text: try encoding={other!r}",
    ),
    "table-no-header": (
        (
            "{file}: 指標の表がない。見出しに「指標名」「目標値」「実績値」に当たる語が要る"
            "(見つけた見出し: {found})。見出しが違うときは layout=Layout(…) で指定する"
        ),
        (
            "{file}: no table: it needs a header of 「指標名」, 「目標値」, 「実績値」 or the like "
            "(headings found: {found}); give layout=Layout(…) if they are called otherwise"
        ),
    ),
    "package-path": (
        "「{path}」は、データパッケージのフォルダより下の .csv か .tsv か .txt でない",
        "{path!r} is no .csv, .tsv or .txt file below the folder of the package",
    ),
}
