"""The example's data, its published layout, and the reading that a careful person reaches."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from types import ModuleType

from shared import ROOT

#: The folder of the example.
EXAMPLE = ROOT / "examples" / "sagamihara"
#: Table, number, part, verdict, reason: written by hand, not computed.
EXPECTED = [
    ("1", "1-1", "", "achieved", ""),
    ("1", "1-2", "", "achieved", ""),
    ("1", "2-1", "", "achieved", ""),
    ("1", "2-2", "", "not_achieved", ""),
    ("1", "2-3", "", "achieved", ""),
    ("1", "3-1", "", "achieved", ""),
    ("1", "3-2", "", "achieved", ""),
    ("1", "3-3", "1", "achieved", ""),
    ("1", "3-3", "2", "not_achieved", ""),
    ("2", "1", "", "achieved", ""),
    ("2", "2", "", "achieved", ""),
    ("2", "3", "", "not_applicable", "exploratory"),
    ("2", "4", "", "not_applicable", "exploratory"),
    ("2", "5", "", "not_applicable", "exploratory"),
    ("2", "6", "", "achieved", ""),
    ("2", "7", "", "not_achieved", ""),
    ("2", "8", "", "not_achieved", ""),
    ("2", "9", "", "achieved", ""),
    ("2", "10", "", "achieved", ""),
    ("2", "11", "", "achieved", ""),
    ("2", "12", "", "indeterminate", "baseline-missing"),
    ("2", "13", "", "not_applicable", "exploratory"),
    ("2", "14", "", "not_applicable", "exploratory"),
    ("2", "15", "", "not_achieved", ""),
    ("2", "16", "", "achieved", ""),
    ("2", "17", "", "not_applicable", "exploratory"),
    ("2", "18", "", "not_achieved", ""),
    ("2", "19", "", "achieved", ""),
    ("2", "20", "", "achieved", ""),
    ("2", "21", "", "not_applicable", "exploratory"),
    ("2", "22", "", "achieved", ""),
    ("2", "23", "", "achieved", ""),
    ("2", "24", "", "achieved", ""),
    ("2", "25", "", "not_applicable", "exploratory"),
    ("2", "26", "", "achieved", ""),
    ("2", "27", "", "achieved", ""),
    ("2", "28", "", "not_applicable", "exploratory"),
    ("2", "29", "", "not_applicable", "exploratory"),
    ("2", "30", "", "not_applicable", "exploratory"),
    ("2", "31", "", "achieved", ""),
    ("2", "32", "", "not_applicable", "indicator-not-set"),
    ("2", "33", "", "achieved", ""),
]


def rows_of(name: str) -> list[list[str]]:
    """Return the rows of a table of the example, its header first."""
    text = (EXAMPLE / f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def published() -> str:
    """Lay the example out as it was published: titles, section rows, blank lines, a legend."""
    package = json.loads((EXAMPLE / "datapackage.json").read_text(encoding="utf-8"))
    first, second = (resource["title"] for resource in package["resources"])
    lines = ["", "", first, "", *map("\t".join, rows_of("measures")), "", second, ""]
    header, *projects = rows_of("projects")
    lines.append("\t".join(header[2:]))
    opened: list[str] = []
    for goal, measure, *cells in projects:
        if goal not in opened:
            lines += [goal + "\t" * 6, ""]
        if measure not in opened:
            lines += [measure, ""]
        opened += [goal, measure]
        lines.append("\t".join(cells))
    return "\n".join([*lines, "", *package["remarks"]])


def cells() -> list[str]:
    """Return every published cell, heading, title and line of the legend."""
    package = json.loads((EXAMPLE / "datapackage.json").read_text(encoding="utf-8"))
    tables = [cell for name in ("measures", "projects") for row in rows_of(name) for cell in row]
    levels = {"基本目標", "施策"}  # columns of the example only: published as lines of their own
    titles = [resource["title"] for resource in package["resources"]]
    return [text for text in (*tables, *titles, *package["remarks"]) if text and text not in levels]


def copied(folder: Path) -> Path:
    """Copy the example's data and return the path of its package."""
    for path in EXAMPLE.iterdir():
        if path.suffix in {".tsv", ".json"}:
            shutil.copy(path, folder)
    return folder / "datapackage.json"


def script() -> ModuleType:
    """Return the example's script as a module."""
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("sagamihara_report", EXAMPLE / "report.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
