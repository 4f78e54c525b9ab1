"""What the readers made of each cell before a change, and what they make of it after.

    python benchmarks/oracle.py record OLD.jsonl --python PYTHON_WITH_THE_OLD_WHEEL
    PYTHONPATH=src python benchmarks/oracle.py record NEW.jsonl
    python benchmarks/oracle.py compare OLD.jsonl NEW.jsonl [--marks MARKS.tsv] [--json]

``record`` reads every distinct cell of the published rows, of the labelled cells and of the case
tables, and cells composed by rules, with each reader, and writes what came out: the value and
the period as their constructor calls, the codes of the notes, code and place of the issue.

``compare`` sorts the differences by kind: *read, then refused*; *refused, then read*; *value*;
*period*; *notes*; *issue* (refused both times, told otherwise). Marks are lines of text, reader
(or ``*``), mark (fix, intended refusal, regression), reason, parted by tabs; ``\\n`` stands for a
line break. A text that begins with ``re:`` is a pattern for whole texts and needs a fifth field,
the kind that it is good for. ``--marks`` counts what is marked by mark and lists the rest;
``--unmarked FILE`` writes the rest as lines to be marked; a line without a mark counts as none.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

ROOT: Final = Path(__file__).resolve().parents[1]
SHARED: Final = ROOT.parent / "shared"
sys.path.append(str(ROOT / "tests"))
from composed_cells import distinct  # noqa: E402 - the tests compose the same cells

VALUE_READERS: Final = ("read_actual", "read_target", "read_quantity")
#: The fields of a case table that are cells; the rest is what is expected.
CASES: Final = {
    "actuals": [0],
    "targets": [0],
    "quantities": [0],
    "periods": [0],
    "judged": [1, 2, 3, 4],
}
MARKS: Final = ("fix", "intended refusal", "regression")
ORDER: Final = (
    "value",
    "period",
    "read, then refused",
    "refused, then read",
    "notes",
    "issue",
)
#: The text of a cell, and where it is from.
Cell: TypeAlias = tuple[str, str]
#: What a line of a recording says.
Line: TypeAlias = dict[str, Any]


class Mark(NamedTuple):
    """What somebody thinks of a difference."""

    mark: str
    reason: str
    #: The kind of difference that it is good for, ``""`` for any.
    kind: str


class Difference(NamedTuple):
    """A cell that is read otherwise."""

    kind: str
    old: Line
    new: Line


def corpus_cells(shared: Path) -> Iterator[Cell]:
    """Yield the cells of the published rows and the labelled ones."""
    rows = shared / "corpus" / "rows.tsv"
    with rows.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            for column in ("baseline", "actual", "target"):
                yield row[column] or "", "rows"
    for path in sorted(rows.parent.glob("gold*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"], "gold"


def case_cells() -> Iterator[Cell]:
    """Yield the cells of the case tables."""
    for name, fields in CASES.items():
        path = ROOT / "tests" / "cells" / f"{name}.tsv"
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("# "):
                cells = line.split("\t")
                yield from ((cells[each], name) for each in fields if each < len(cells))


def composed(count: int, seed: int) -> Iterator[Cell]:
    """Yield composed cells, each from the form that it has."""
    for cell in distinct(count, seed):
        yield cell.text, f"composed: {cell.form}"


def first_of(cells: Iterable[Cell]) -> dict[str, str]:
    """Return every distinct text and where it is from first."""
    found: dict[str, str] = {}
    for text, source in cells:
        found.setdefault(text, source)
    return found


def said(reading: Any) -> Line:
    """Return what a reading says, as text and numbers."""
    if reading.issues:
        issue = reading.issues[0]
        return {"issue": [issue.code, issue.start, issue.end]}
    return {
        "value": repr(reading.value),
        "period": None if reading.period is None else repr(reading.period),
        "notes": sorted({note.code for note in reading.notes}),
    }


def record(out: Path, cells: dict[str, str]) -> None:
    """Read every cell with every reader that is there, and write what came out."""
    import kpikit as kk

    names = [*VALUE_READERS, *(["read_targets"] if hasattr(kk, "read_targets") else [])]
    with out.open("w", encoding="utf-8") as file:
        for text, source in cells.items():
            for name in ["read_period"] if source == "periods" else names:
                try:
                    line = said(getattr(kk, name)(text))
                except Exception as error:  # noqa: BLE001 - that it raises is what is recorded
                    line = {"raised": repr(error)}
                line = {"text": text, "reader": name, "source": source, **line}
                print(json.dumps(line, ensure_ascii=False), file=file)


def lines_of(path: Path) -> dict[tuple[str, str], Line]:
    """Return the lines of a recording by text and reader."""
    with path.open(encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    return {(line["text"], line["reader"]): line for line in lines}


def kind_of(old: Line, new: Line) -> str:
    """Return what kind of difference there is, ``""`` if none."""
    if "value" not in old and "value" not in new:
        is_same = old.get("issue") == new.get("issue") and ("raised" in old) == ("raised" in new)
        return "" if is_same else "issue"
    if "value" not in new:
        return "read, then refused"
    if "value" not in old:
        return "refused, then read"
    return next((key for key in ("value", "period", "notes") if old[key] != new[key]), "")


def differences(old: Path, new: Path) -> tuple[list[Difference], int]:
    """Return what differs, the worst kind first, and how much was compared."""
    before, after = lines_of(old), lines_of(new)
    both = [key for key in before if key in after]
    found = [
        Difference(kind, before[key], after[key])
        for key in both
        if (kind := kind_of(before[key], after[key]))
    ]
    return sorted(found, key=lambda each: ORDER.index(each.kind)), len(both)


def escaped(text: str) -> str:
    """Write a text on one line, without tabs."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


class Marks:
    """The marks of a file: of single cells, and of patterns."""

    def __init__(self, path: Path | None) -> None:
        self.single: dict[tuple[str, str], Mark] = {}
        self.patterns: list[tuple[re.Pattern[str], str, Mark]] = []
        for line in path.read_text(encoding="utf-8").splitlines() if path else []:
            if line.strip() and not line.startswith("# "):
                self._take(line)

    def _take(self, line: str) -> None:
        text, reader, mark, reason, kind = [*line.split("\t"), "", "", "", ""][:5]
        if not mark:
            return
        if mark not in MARKS:
            raise SystemExit(f"no mark, which is one of {', '.join(MARKS)}: {line!r}")
        if not text.startswith("re:"):
            self.single[text, reader] = Mark(mark, reason, kind)
        elif kind in ORDER:
            pattern = re.compile(text.removeprefix("re:"))
            self.patterns.append((pattern, reader, Mark(mark, reason, kind)))
        else:
            raise SystemExit(f"a pattern needs the kind, one of {', '.join(ORDER)}: {line!r}")

    def of(self, found: Difference) -> Mark | None:
        """Return the mark of a difference, if it has one."""
        text, reader = escaped(found.old["text"]), found.old["reader"]
        single = self.single.get((text, reader)) or self.single.get((text, "*"))
        if single is not None and single.kind in {"", found.kind}:
            return single
        for pattern, whose, mark in self.patterns:
            if whose in {"*", reader} and mark.kind == found.kind and pattern.fullmatch(text):
                return mark
        return None


def shown(line: Line) -> str:
    """Say in a few words what was recorded of a cell."""
    if "raised" in line:
        return f"raised {line['raised']}"
    if "issue" in line:
        return "! {} {}:{}".format(*line["issue"])
    period = f" in {line['period']}" if line["period"] else ""
    return f"{line['value']}{period} {' '.join(line['notes'])}".rstrip()


def source_of(line: Line) -> str:
    """Return where a cell is from, without its form."""
    source: str = line["source"]
    return source.partition(":")[0]


def result_of(found: list[Difference], compared: int, marks: Marks) -> dict[str, Any]:
    """Count the differences by kind, source and mark; keep those without a mark."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    by_mark: dict[str, Counter[str]] = defaultdict(Counter)
    unmarked: list[Difference] = []
    for each in found:
        kinds[each.kind][source_of(each.old)] += 1
        mark = marks.of(each)
        by_mark[each.kind][mark.mark if mark else "unmarked"] += 1
        if mark is None:
            unmarked.append(each)
    return {
        "compared": compared,
        "differ": len(found),
        "kinds": {kind: dict(kinds[kind]) for kind in ORDER if kind in kinds},
        "marks": {kind: dict(by_mark[kind]) for kind in ORDER if kind in by_mark},
        "unmarked": [
            [each.kind, each.old["reader"], each.old["text"], shown(each.old), shown(each.new)]
            for each in unmarked
        ],
        "forms": forms_of(unmarked),
    }


def forms_of(unmarked: list[Difference]) -> list[list[Any]]:
    """Count the forms of composed cells without a mark: kind, form, count, an example."""
    counts: Counter[tuple[str, str]] = Counter()
    example: dict[tuple[str, str], str] = {}
    for each in unmarked:
        source, _, form = each.old["source"].partition(": ")
        if source == "composed":
            counts[each.kind, form] += 1
            example.setdefault((each.kind, form), each.old["text"])
    return [[*key, count, example[key]] for key, count in counts.most_common()]


def print_result(result: dict[str, Any], show: int) -> None:
    """Print the counts, and what has no mark: published cells first, composed ones by form."""
    print(f"{result['compared']:,} readings compared, {result['differ']:,} differ")
    for kind, sources in result["kinds"].items():
        where = "  ".join(f"{name} {count:,}" for name, count in sorted(sources.items()))
        marks = "  ".join(f"{name} {n:,}" for name, n in sorted(result["marks"][kind].items()))
        print(f"{kind:20} {sum(sources.values()):8,}   {where}\n{'':32}{marks}")
    for kind, reader, text, old, new in result["unmarked"][:show]:
        print(f"\n{kind}: {reader} {escaped(text)}\n  - {old}\n  + {new}")
    if result["forms"]:
        print("\ncomposed cells without a mark, by form")
    for kind, form, count, text in result["forms"][:show]:
        print(f"{count:7,}  {kind:20} {form:40} {escaped(text)}")


def write_unmarked(path: Path, result: dict[str, Any]) -> None:
    """Write what has no mark as lines to be marked."""
    lines = [
        f"{escaped(text)}\t{reader}\t\t\t{kind}\t{escaped(old)}\t{escaped(new)}\n"
        for kind, reader, text, old, new in result["unmarked"]
    ]
    path.write_text("".join(lines), encoding="utf-8")


def run_record(args: argparse.Namespace) -> None:
    """Record with this Python, or with another that has its own kpikit."""
    if args.python:
        options = [sys.argv[0], "record", str(args.out), "--shared", str(args.shared)]
        options += ["--cells", str(args.cells), "--seed", str(args.seed)]
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        subprocess.run([args.python, *options], check=True, env=environment)
        return
    corpus = corpus_cells(args.shared) if args.shared.exists() else ()
    cells = first_of([*corpus, *case_cells(), *composed(args.cells, args.seed)])
    record(args.out, cells)
    print(f"{len(cells):,} cells, seed {args.seed}")


def run_compare(args: argparse.Namespace) -> None:
    """Compare two recordings."""
    found, compared = differences(args.old, args.new)
    result = result_of(found, compared, Marks(args.marks))
    if args.unmarked:
        write_unmarked(args.unmarked, result)
    if args.json:
        print(json.dumps(result, ensure_ascii=False))
    else:
        print_result(result, args.show)


def main() -> None:
    """Record, or compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True)
    recording = commands.add_parser("record", help="write what the readers make of each cell")
    recording.add_argument("out", type=Path)
    recording.add_argument("--python", help="the interpreter to read with, if not this one")
    recording.add_argument("--shared", type=Path, default=SHARED, help="where corpus/ is")
    recording.add_argument("--cells", type=int, default=100_000, help="how many are composed")
    recording.add_argument("--seed", type=int, default=1)
    recording.set_defaults(run=run_record)
    comparing = commands.add_parser("compare", help="sort what differs between two recordings")
    comparing.add_argument("old", type=Path)
    comparing.add_argument("new", type=Path)
    comparing.add_argument("--marks", type=Path, help="what somebody thinks of the differences")
    comparing.add_argument("--unmarked", type=Path, help="write what has no mark to this file")
    comparing.add_argument("--show", type=int, default=40, help="how many are listed")
    comparing.add_argument("--json", action="store_true", help="print one JSON object")
    comparing.set_defaults(run=run_compare)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
