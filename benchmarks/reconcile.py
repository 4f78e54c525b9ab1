"""What is found of how publishers rate, from their printed columns alone.

    python benchmarks/reconcile.py ROWS [--json]

ROWS is the table of published rows: tab-separated, with the columns publisher, indicator, unit,
baseline, actual, target, judgement, note. The rows of a publisher are written as one CSV, read
as any plan is, judged and reconciled; no scheme is told. A row that does not come to the rule of
its column is listed with both computations.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

import kpikit as kk
from kpikit.analysis.reconcile import PrintedColumn

Row: TypeAlias = dict[str, str]

#: Whose rows have a printed rate or mark.
PUBLISHERS: Final = ("宮城県", "滋賀県", "茨城県", "福島県", "甲州市", "長野県")
#: The year of the marks, whose limits are those of each year; it makes a table of its own.
YEAR: Final = re.compile(r"評価年度欄 (R\d)")
HEADINGS: Final = ("指標名", "単位", "基準値", "実績値", "目標値", "達成率", "評価")
#: 「C（達成率 30.9%）」 is a mark and a rate; 「達成率 25%」 and 「(25.0%)」 are rates.
JUDGEMENT: Final = re.compile(
    r"(?P<mark>[^（\d%]*?)(?:（?達成率 ?)?(?P<rate>\(?\d[\d.]*%(?:超|未満)?\)?)?）?"
)


def cells_of(row: Row) -> tuple[str, ...]:
    """Return the cells of a row, the printed rate and mark each in a column of its own."""
    start, aim = (re.sub(r"^\(\d{4}\) ", "", row[each]) for each in ("baseline", "target"))
    found = JUDGEMENT.fullmatch(row["judgement"])
    printed = (found["rate"] or "", found["mark"]) if found else ("", row["judgement"])
    return (row["indicator"], row["unit"], start, row["actual"], aim, *printed)


def plan_of(rows: Iterable[Row]) -> kk.Plan:
    """Read rows as a plan."""
    text = io.StringIO()
    lines = [HEADINGS, *map(cells_of, rows)]
    used = [at for at in range(len(HEADINGS)) if any(line[at] for line in lines[1:])]
    csv.writer(text).writerows([line[at] for at in used] for line in lines)
    return kk.read_plan(text.getvalue().encode(), name="plan.csv")


def tables_of(rows: list[Row], publisher: str) -> Iterator[tuple[str, list[Row]]]:
    """Yield the tables of a publisher: all its rows with a printed result and an actual."""
    tables: dict[str, list[Row]] = {}
    for row in rows:
        if row["publisher"] == publisher and row["judgement"] and row["actual"]:
            year = YEAR.search(row["note"])
            tables.setdefault(year[1] if year else "", []).append(row)
    yield from tables.items()


def told(publisher: str, table: str, column: PrintedColumn) -> dict[str, Any]:
    """Return what is found of a column."""
    return {
        "publisher": f"{publisher} {table}".strip(),
        "column": f"{column.heading}{' of values to keep' if column.is_kept else ''}",
        "printed": len(column.rows),
        "compared": column.compared,
        "reproduced": column.reproduced,
        "rules": [each.words() for each in column.fits],
        "differing": [each.explain() for each in column.differing],
        "directions": sum(row.direction is not None for row in column.rows),
    }


def found_in(path: Path) -> list[dict[str, Any]]:
    """Return what is found of every publisher."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = list[dict[str, Any]]()
    for publisher in PUBLISHERS:
        tables = list(tables_of(rows, publisher))
        if len(tables) > 1:
            tables.append(("", [row for _, each in tables for row in each]))
        for table, own in tables:
            columns = kk.reconcile(kk.evaluate(plan_of(own))).columns
            found += [told(publisher, table, each) for each in columns]
    return found


def main() -> None:
    """Print the table, or one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", type=Path)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    for each in found_in(args.rows):
        if args.json:
            print(json.dumps(each, ensure_ascii=False))
            continue
        counts = f"{each['reproduced']} of {each['compared']} compared, {each['printed']} printed"
        print(f"{each['publisher']} {each['column']}: {counts}")
        for rule in each["rules"] or ["(no rule)"]:
            print(f"    {rule}")
        print(f"    directions that only it tells: {each['directions']}")
        for line in each["differing"]:
            print(f"    - {line}")


if __name__ == "__main__":
    sys.exit(main())
