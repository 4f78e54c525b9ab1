"""What the audit finds in published rows of many bodies, by code.

    python benchmarks/audit.py [--rows FILE] [--checked FILE] [--list [CODE]] [--json]

Each source document becomes a plan; rows of one indicator that differ in the year of their
actual become one indicator with several actuals. By default the rows are looked for in
../shared, which is not part of the repository. In audit_checked.tsv stands, for findings that
were read by hand beside their source, whether each is right; the cells themselves are not kept.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs
from agreement import read_rows

import kpikit as kk
from kpikit.analysis.findings import Finding, Severity
from kpikit.model.indicator import Cell, Source

ROWS: Final = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "rows.tsv"
CHECKED: Final = Path(__file__).with_name("audit_checked.tsv")
_COLUMN: Final = re.compile(r"評価年度欄 (\w+)")
_MILESTONE: Final = re.compile(r"first-year target \(2019 column\): ([^;]+);")

Row: TypeAlias = tuple[int, dict[str, str]]


# -- rows into plans -----------------------------------------------------------------------------


def plans(rows: list[dict[str, str]]) -> list[kk.Plan]:
    """Make a plan of each source, the number of a row as the line of its place."""
    sources: dict[str, dict[tuple[str, ...], list[Row]]] = defaultdict(lambda: defaultdict(list))
    for number, row in enumerate(rows, 2):
        document = f"{row['publisher']} {row['source'].split('#')[0]}"
        column = _COLUMN.search(row["note"])
        # Where a column of actuals is named, the rows of one indicator follow one another.
        fields = ("source", "indicator", "baseline", "target")
        key = tuple(row[each] for each in fields) if column else (str(number),)
        sources[document][key].append((number, row))
    return [_plan(title, list(groups.values())) for title, groups in sources.items()]


def _plan(title: str, groups: list[list[Row]]) -> kk.Plan:
    sections: dict[str, list[kk.Indicator]] = {}
    for group in groups:
        sections.setdefault(group[0][1]["source"], []).append(_indicator(group))
    return kk.Plan(
        title,
        sections=[
            kk.Section("施策", str(number), "", indicators=indicators)
            for number, indicators in enumerate(sections.values(), 1)
        ],
    )


def _indicator(group: list[Row]) -> kk.Indicator:
    number, row = group[0]
    return kk.Indicator(
        row["indicator"] or "?",
        target=_targets(row),
        baseline=observed(row["baseline"], row["unit"], row["baseline_period"]),
        observations=[each for each in map(_actual, group) if each is not None],
        source=Source(kk.Location("rows.tsv", number), [*_cells(row)]),
    )


def _cells(row: dict[str, str]) -> Iterator[Cell]:
    """Yield the cells with what was noted when they were read."""
    for heading, read in (
        ("baseline", kk.read_actual),
        ("baseline_period", kk.read_period),
        ("actual", kk.read_actual),
        ("actual_period", kk.read_period),
        ("target", kk.read_target),
        ("target_period", kk.read_period),
    ):
        yield Cell(heading, row[heading], read(row[heading]).notes)


def _actual(numbered: Row) -> kk.Observation | None:
    _, row = numbered
    if not row["actual"]:
        return None
    column = _COLUMN.search(row["note"])
    period = kk.read_period(column[1]).value if column else None
    seen = observed(row["actual"], row["unit"], row["actual_period"])
    if seen is None:
        return kk.Observation(None, missing=kk.Missing.UNREADABLE, column=period)
    return attrs.evolve(seen, column=period)


def _targets(row: dict[str, str]) -> list[kk.Target]:
    """Return the last target, and the one for the first year where the note names it."""
    targets: list[kk.Target] = []
    first = _MILESTONE.search(row["note"])
    early = targeted(first[1].strip(), row["unit"]) if first else None
    if early is not None:
        targets.append(kk.Target(early, kk.FiscalYear(2019)))
    rule = targeted(row["target"], row["unit"])
    if rule is not None:
        period = kk.read_period(row["target_period"].removesuffix("目標")).value
        period = period or kk.read_target(row["target"]).period
        targets.append(kk.Target(rule, period))
    return targets


def observed(cell: str, unit: str, period: str) -> kk.Observation | None:
    """Read the cell of an actual or a baseline, ``None`` if that cannot be done."""
    seen = kk.read_actual(cell).value if cell else None
    if seen is None:
        return None
    if seen.period is None and period:
        seen = attrs.evolve(seen, period=kk.read_period(period).value)
    if seen.quantity is not None:
        seen = attrs.evolve(seen, quantity=with_unit(seen.quantity, unit))
    return seen


def targeted(cell: str, unit: str) -> kk.Rule | None:
    """Read the cell of a target, ``None`` if that cannot be done."""
    rule = kk.read_target(cell).value if cell else None
    for name in ("value", "bound"):
        number = getattr(rule, name, None)
        if isinstance(number, kk.Quantity):
            return attrs.evolve(rule, **{name: with_unit(number, unit)})
    return rule


def with_unit(quantity: kk.Quantity, unit: str) -> kk.Quantity:
    """Attach the unit of the unit column to a bare number, as if it stood behind the number."""
    if quantity.unit or not unit:
        return quantity
    one = kk.read_quantity(f"1{unit}").value
    if one is None or not one.is_point:
        return attrs.evolve(quantity, unit="".join(unit.split()))
    return attrs.evolve(quantity.times(one.value, one.unit), per=quantity.per or one.per)


# -- findings ------------------------------------------------------------------------------------


def found_in(rows: list[dict[str, str]]) -> list[Finding]:
    """Audit every plan."""
    return [finding for plan in plans(rows) for finding in kk.audit(plan)]


def lines_of(finding: Finding) -> list[int]:
    """Return the rows that a finding is about, by their numbers in the file."""
    return [place.location.line for place in finding.places if place.location]


def checked(path: Path) -> list[dict[str, str]]:
    """Return what was read by hand."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def result(findings: list[Finding], hand: list[dict[str, str]]) -> dict[str, Any]:
    """Count the findings by severity and code, and those read by hand that were right."""
    codes = Counter((each.severity.value, each.code) for each in findings)
    now = {(str(lines_of(each)[-1]), each.code) for each in findings}
    still = [each for each in hand if (each["row"], each["code"]) in now]
    return {
        "codes": {
            severity.value: {
                code: count
                for (kind, code), count in sorted(codes.items())
                if kind == severity.value
            }
            for severity in Severity
        },
        "read by hand": _judged(hand),
        "of these still found": _judged(still),
    }


def _judged(hand: list[dict[str, str]]) -> dict[str, int]:
    return dict(Counter(f"{each['severity']} {each['judged']}" for each in hand))


def listed(findings: list[Finding], code: str, rows: list[dict[str, str]]) -> None:
    """Print findings of a code, with the cells that they are about."""
    for finding in findings:
        if code in ("", finding.code):
            print(finding.severity.value, finding.code, finding.message("en"), sep="\t")
            for line in lines_of(finding):
                row = rows[line - 2]
                print(
                    f"    {line}",
                    *[value for key, value in row.items() if key != "source"],
                    sep=" | ",
                )


def main() -> None:
    """Print the findings by code, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=Path, default=ROWS)
    parser.add_argument("--checked", type=Path, default=CHECKED)
    parser.add_argument("--list", nargs="?", const="", metavar="CODE")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not args.rows.exists():
        sys.exit(f"there are no rows at {args.rows}")
    rows = read_rows(args.rows)
    findings = found_in(rows)
    if args.list is not None:
        listed(findings, args.list, rows)
        return
    told = result(findings, checked(args.checked) if args.checked.exists() else [])
    if args.json:
        print(json.dumps(told, ensure_ascii=False))
        return
    print(f"{len(rows)} rows, {len(findings)} findings")
    for severity, codes in told["codes"].items():
        for code, count in codes.items():
            print(f"{severity:8} {code:28} {count:5}")
    for name in ("read by hand", "of these still found"):
        print(name, *(f"{key}: {count}" for key, count in told[name].items()), sep="  ")


if __name__ == "__main__":
    main()
