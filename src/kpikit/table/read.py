"""Tables into a plan, whatever they were read from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.model.plan import Category, Chosen, Plan
from kpikit.table.blocks import Table
from kpikit.table.build import build_tree
from kpikit.table.faults import table_error
from kpikit.table.sections import read_legend

__all__ = ["plan_of"]


def plan_of(
    tables: Sequence[Table],
    *,
    remarks: Sequence[str] = (),
    title: str = "",
    file: str = "",
    chosen: Sequence[Chosen] = (),
    vocabulary: Vocabulary = USUAL,
) -> Plan:
    """Make a plan of tables, whatever they were read from.

    Args:
        tables: The tables.
        remarks: Lines beside them.
        title: What the plan is called; by default what the titles of the tables begin with.
        file: What was read, for the message if there is no table.
        chosen: How the file was taken; the columns of each table are added.
        vocabulary: The words that cells are read by.

    Raises:
        TableError: There is no table.
    """
    if not tables:
        raise table_error("table-no-header", file=file, found="—")
    trees = [build_tree(table, vocabulary) for table in tables]
    lines = [*remarks, *(line for tree in trees for line in tree.remarks)]
    legend = {each.code: each for line in lines if (each := read_legend(line.strip()))}
    seen = {each.code: each for tree in reversed(trees) for each in tree.root.categories()}
    categories: dict[str, Category] = seen | legend
    return Plan(
        title or _common([tree.root.heading.title for tree in trees]) or PurePath(file).stem,
        sections=[tree.root.freeze(categories) for tree in trees],
        categories=legend.values(),
        issues=[issue for tree in trees for issue in tree.issues],
        remarks=lines,
        chosen=[*chosen, *(each for table in tables for each in _taken(table))],
    )


def _taken(table: Table) -> list[Chosen]:
    """Say what the columns of a table were taken for."""
    roles = [
        f"「{' '.join(column.heading.split())}」→{column.role.value if column.role else 'text'}"
        for column in table.columns
        if column.heading.strip()
    ]
    taken = [Chosen("columns", " ".join(roles), table.place())]
    if table.years:
        taken.append(Chosen("years", " ".join(table.years), table.place()))
    if table.kinds:
        taken.append(Chosen("kinds", " ".join(table.kinds), table.place()))
    if table.split:
        taken.append(
            Chosen("split", " ".join(f"「{each}」" for each in table.split), table.place())
        )
    if table.wrapped:
        names = " ".join(f"「{''.join(name.splitlines())}」" for name in table.wrapped)
        taken.append(Chosen("wrapped", names, table.place()))
    return taken


def _common(titles: Sequence[str]) -> str:
    """Return the words that all titles begin with."""
    words = [title.split() for title in titles]
    common: list[str] = []
    for column in zip(*words, strict=False):
        if len(set(column)) > 1:
            break
        common.append(column[0])
    return " ".join(common)
