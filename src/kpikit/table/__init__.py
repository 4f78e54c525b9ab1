"""Tables of indicators: rows of cells into a :class:`kpikit.model.plan.Plan`.

A source yields a :class:`Row` for each of its rows; :func:`split_tables` finds the tables in them,
and :func:`plan_of` makes a plan of tables. The sources themselves, text files and workbooks,
are in :mod:`kpikit.io`. A name of this module is imported when it is first used.

>>> from kpikit.table import Row, plan_of, split_tables
>>> rows = [Row(1, ["指標名", "実績値(R5)", "目標値"]), Row(2, ["利用率", "48.2%", "55%以上"])]
>>> tables, _ = split_tables(rows, "my-source")
>>> [indicator.name for indicator in plan_of(tables).indicators()]
['利用率']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from kpikit.table.answers import Answer
    from kpikit.table.blocks import Table, split_tables
    from kpikit.table.headings import SYNONYMS, Column, Role
    from kpikit.table.layout import Layout
    from kpikit.table.lines import Row
    from kpikit.table.read import plan_of

__all__ = [
    "SYNONYMS",
    "Answer",
    "Column",
    "Layout",
    "Role",
    "Row",
    "Table",
    "plan_of",
    "split_tables",
]

_LATER: Final = {
    "SYNONYMS": "kpikit.table.headings",
    "Answer": "kpikit.table.answers",
    "Column": "kpikit.table.headings",
    "Layout": "kpikit.table.layout",
    "Role": "kpikit.table.headings",
    "Row": "kpikit.table.lines",
    "Table": "kpikit.table.blocks",
    "plan_of": "kpikit.table.read",
    "split_tables": "kpikit.table.blocks",
}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module 'kpikit.table' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
