"""Read a file of tables as a plan."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import PurePath

from kpikit.errors import ReadingError
from kpikit.plan import Category, Plan
from kpikit.table.blocks import Table, split_tables
from kpikit.table.build import build_tree
from kpikit.table.faults import table_error
from kpikit.table.lines import read_rows
from kpikit.table.package import read_package
from kpikit.table.sections import read_legend

__all__ = ["plan_of", "read_plan"]


def read_plan(
    path: str | os.PathLike[str], *, encoding: str = "utf-8", strict: bool = False
) -> Plan:
    """Read the KPI tables of a plan.

    A text file holds one or more tables as published: a title, a header, rows of cells split
    by tabs, sections as lines with a mark (◆, ○), a legend. A ``datapackage.json`` names its
    tables as resources. Columns are known by their headings, see
    :data:`kpikit.table.headings.SYNONYMS`; those of other headings are kept as text.

    Args:
        path: The file, or the ``datapackage.json`` of several.
        encoding: How the text file is encoded; that of a package says so itself.
        strict: Whether to raise if anything could not be read.

    Returns:
        The plan. What could not be read is listed in its issues; no row is left out.

    Raises:
        OSError: The file cannot be opened.
        TableError: It is not text in *encoding*, or there is no table in it.
        ReadingError: *strict* was asked for and there are issues; it holds all of them.
    """
    file = os.fspath(path)
    if file.lower().endswith(".json"):
        tables, remarks, title = read_package(file)
    else:
        tables, before = split_tables(read_rows(file, encoding=encoding), file)
        remarks, title = [row.text for row in before], ""
    plan = plan_of(tables, remarks=remarks, title=title, file=file)
    if strict and plan.issues:
        raise ReadingError(plan.issues)
    return plan


def plan_of(
    tables: Sequence[Table], *, remarks: Sequence[str] = (), title: str = "", file: str = ""
) -> Plan:
    """Make a plan of tables, whatever they were read from.

    Args:
        tables: The tables.
        remarks: Lines beside them.
        title: What the plan is called; by default what the titles of the tables begin with.
        file: What was read, for the message if there is no table.

    Raises:
        TableError: There is no table.
    """
    if not tables:
        raise table_error("table-no-header", file=file)
    trees = [build_tree(table) for table in tables]
    lines = [*remarks, *(line for tree in trees for line in tree.remarks)]
    legend = {each.code: each for line in lines if (each := read_legend(line))}
    seen = {each.code: each for tree in reversed(trees) for each in tree.root.categories()}
    categories: dict[str, Category] = seen | legend
    return Plan(
        title or _common([tree.root.heading.title for tree in trees]) or PurePath(file).stem,
        sections=[tree.root.freeze(categories) for tree in trees],
        categories=legend.values(),
        issues=[issue for tree in trees for issue in tree.issues],
        remarks=lines,
    )


def _common(titles: Sequence[str]) -> str:
    """Return the words that all titles begin with."""
    words = [title.split() for title in titles]
    common: list[str] = []
    for column in zip(*words, strict=False):
        if len(set(column)) > 1:
            break
        common.append(column[0])
    return " ".join(common)
