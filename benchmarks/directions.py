"""How often kpikit knows which way is better, and what told it, over published rows.

    python benchmarks/directions.py [--rows FILE] [--left-out] [--list] [--json]

The rows of each publisher are written as one table, with years and printed results in columns of
their own, and read by ``read_plan``. Each is judged against its target without a caller's word and
without looking at dates. Told are the share that is decided, what the direction was told by, every
verdict that the printed rate or mark contradicts, and, with ``--left-out``, the share that is left
when each publisher's own nouns are taken out of the table. By default the rows are looked for in
../shared, which is not part of the repository.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, TypeAlias
from unicodedata import normalize

import attrs

import kpikit as kk
from kpikit.model.sense import NOUNS, Nouns

SHARED: Final = Path(__file__).resolve().parents[2] / "shared"
ROWS: Final = SHARED / "corpus" / "rows.tsv"
Row: TypeAlias = dict[str, str]

_HEADINGS: Final = {
    "番号": "number",
    "指標名": "indicator",
    "単位": "unit",
    "基準値": "baseline",
    "基準年度": "baseline_period",
    "目標値": "target",
    "目標年度": "target_period",
    "実績値": "actual",
    "実績年度": "actual_period",
    "達成率": "rate",
    "評価": "mark",
}
_RATE: Final = re.compile(r"[\d.]+ ?[%％](?:超|未満)?")
#: What is no row with a value and a target.
_LACKING: Final = ("open: unset", "open: no-actual")
_MARKS: Final = {"未達成": False, "達成": True}


@attrs.frozen
class Judged:
    """What became of one row."""

    row: Row
    evaluation: kk.Evaluation

    @property
    def is_decided(self) -> bool:
        """Whether the value meets its target or not."""
        return self.evaluation.verdict in (kk.Verdict.ACHIEVED, kk.Verdict.NOT_ACHIEVED)

    @property
    def told_by(self) -> str:
        """What told which way is better, or why it is not decided."""
        flags = [each.value for each in self.evaluation.flags if "direction" in each.value]
        if not self.is_decided:
            return f"open: {self.evaluation.reason.value if self.evaluation.reason else '?'}"
        if flags:
            return flags[0]
        rule = self.evaluation.rule
        return "equal" if rule is not None and rule.is_undirected else "words, rank or column"

    @property
    def is_opposite(self) -> bool:
        """Whether the printed rate or mark says otherwise."""
        printed = says(self.row)
        met = self.evaluation.verdict is kk.Verdict.ACHIEVED
        return self.is_decided and printed is not None and printed is not met

    @property
    def shown(self) -> str:
        """One line."""
        row, told = self.row, self.evaluation.verdict.value
        values = " -> ".join(row[key] or "?" for key in ("baseline", "actual", "target"))
        name = f"{row['publisher']} {''.join(row['indicator'].split())}"
        return f"{name}: {values}: printed {row['judgement']}, here {told} by {self.told_by}"


def says(row: Row) -> bool | None:
    """Return whether a printed rate or mark says that the target is met, if it says it."""
    mark, rate = parted(row["judgement"])
    if rate:
        number = Decimal(re.sub(r"[^\d.]", "", normalize("NFKC", rate)))
        return number >= 100 and not rate.endswith("未満")  # noqa: PLR2004 - the whole
    return _MARKS.get(mark)


def parted(judgement: str) -> tuple[str, str]:
    """Return the mark and the rate of what was printed."""
    found = _RATE.findall(judgement)
    return re.sub(r"[()（） ]|達成率.*|[\d.]+ ?[%％].*", "", judgement), found[-1] if found else ""


# -- the tables ----------------------------------------------------------------------------------


def read_rows(path: Path) -> list[Row]:
    """Read the published rows that have a value and a target."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [each for each in rows if each["target"] and (each["actual"] or each["baseline"])]


def table_of(rows: Iterable[Row], value: str = "actual") -> bytes:
    """Return the table of one publisher: what *value* names stands in the column of actuals."""
    cells: list[Row] = []
    for number, row in enumerate(rows, 1):
        mark, rate = parted(row["judgement"])
        told = {**row, "number": str(number), "mark": mark, "rate": rate}
        if value != "actual":
            told |= {"actual": row[value], "actual_period": row[f"{value}_period"]}
            told |= {"baseline": "", "baseline_period": "", "mark": "", "rate": ""}
        cells.append(told | {key: year_of(told[key]) for key in told if key.endswith("_period")})
    columns = [key for key in _HEADINGS if any(each[_HEADINGS[key]] for each in cells)]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([each[_HEADINGS[key]] for key in columns] for each in cells)
    return text.getvalue().encode()


def year_of(text: str) -> str:
    """Return a year as a column of years has it, ``""`` for what is none."""
    found = kk.read_period(re.sub(r"\s|目標値?|実績値?", "", text)).value if text else None
    return "" if found is None else found.japanese()


def batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Yield rows so that no name stands twice in a table: there it would be one indicator."""
    found = defaultdict[int, list[Row]](list)
    times = Counter[str]()
    for row in rows:
        found[times[row["indicator"]]].append(row)
        times[row["indicator"]] += 1
    yield from found.values()


def judged(rows: list[Row], nouns: Nouns = NOUNS, value: str = "actual") -> Iterator[Judged]:
    """Judge the rows of one publisher."""
    for some in batches(rows):
        yield from _judged(some, nouns, value)


def _judged(rows: list[Row], nouns: Nouns, value: str) -> Iterator[Judged]:
    content = table_of(rows, value)
    try:
        plan = kk.read_plan(content, name="rows.csv")
    except kk.TableError:  # nothing but a row without a value stands in it
        return
    for evaluation in kk.evaluate(undated(plan), nouns=nouns).all():
        source = evaluation.indicator.source
        if source is not None:
            yield Judged(rows[line_of(content)[source.location.line] - 1], evaluation)


def line_of(content: bytes) -> dict[int, int]:
    """Return which row stands in which line: no cell of the rows has a line end."""
    return {number + 1: number for number in range(1, content.count(b"\n"))}


def undated(plan: kk.Plan) -> kk.Plan:
    """Return a plan whose targets have no dates, so that none is early, open or stale."""

    def bare(indicator: kk.Indicator) -> kk.Indicator:
        targets = [kk.Target(each.rule) for each in indicator.targets]
        return attrs.evolve(indicator, target=targets)

    def section(given: kk.Section) -> kk.Section:
        return attrs.evolve(
            given,
            indicators=[bare(each) for each in given.indicators],
            sections=[section(each) for each in given.sections],
        )

    return attrs.evolve(plan, sections=[section(each) for each in plan.sections])


def by_publisher(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the rows of each publisher."""
    found = defaultdict[str, list[Row]](list)
    for row in rows:
        found[row["publisher"]].append(row)
    return found


# -- the table of nouns without those of one publisher -------------------------------------------


def without(publisher: str, names: dict[str, str]) -> Nouns:
    """Return the table without the nouns that only this publisher's names have."""

    def kept(nouns: frozenset[str]) -> frozenset[str]:
        return frozenset(
            noun
            for noun in nouns
            if noun not in names[publisher]
            or any(noun in text for other, text in names.items() if other != publisher)
        )

    return Nouns(
        kept(NOUNS.less),
        more=kept(NOUNS.more),
        harms=kept(NOUNS.harms),
        doing=kept(NOUNS.doing),
        goods=kept(NOUNS.goods),
    )


def names_of(rows: Iterable[Row]) -> dict[str, str]:
    """Return all names of each publisher in one text."""
    found = defaultdict[str, set[str]](set)
    for row in rows:
        found[row["publisher"]].add("".join(normalize("NFKC", row["indicator"]).split()))
    return {publisher: "\n".join(sorted(names)) for publisher, names in found.items()}


# -- telling -------------------------------------------------------------------------------------


def summary(found: list[Judged], rows: int) -> dict[str, Any]:
    """Count what is decided, and what by."""
    lacking = sum(each.told_by in _LACKING for each in found)
    return {
        "rows": rows - lacking,
        "without value or target": lacking,
        "decided": sum(each.is_decided for each in found),
        "told by": dict(Counter(each.told_by for each in found).most_common()),
        "printed": sum(
            each.is_decided and says(each.row) is not None and bool(each.row["actual"])
            for each in found
        ),
        "opposite": [each.shown for each in found if each.is_opposite and each.row["actual"]],
    }


def tell(title: str, told: dict[str, Any]) -> Iterator[str]:
    """Yield the lines that tell of some rows."""
    share = told["decided"] / told["rows"] if told["rows"] else 0
    yield f"{title}: {told['decided']} of {told['rows']} rows decided ({share:.1%})"
    for source, count in told["told by"].items():
        yield f"  {count:5} {source}"
    yield f"  {len(told['opposite'])} of {told['printed']} verdicts opposite to what is printed"
    yield from (f"  opposite: {line}" for line in told["opposite"])


def left_out(rows: list[Row]) -> Iterator[str]:
    """Yield how much of each publisher is decided without its own nouns."""
    names, whole, less = names_of(rows), 0, 0
    for publisher, own in by_publisher(rows).items():
        decided = sum(each.is_decided for each in judged(own))
        bare = sum(each.is_decided for each in judged(own, without(publisher, names)))
        whole, less = whole + decided, less + bare
        yield f"  {publisher}: {decided} of {len(own)} with its own nouns, {bare} without"
    yield f"  all: {whole} of {len(rows)} with, {less} without ({less / len(rows):.1%})"


def main() -> None:
    """Print what is decided, and by what."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=Path, default=ROWS)
    parser.add_argument("--left-out", action="store_true")
    parser.add_argument("--list", action="store_true", help="list what is open")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not args.rows.exists():
        print(f"there are no rows at {args.rows}: nothing to judge", file=sys.stderr)
        return
    rows = read_rows(args.rows)
    actuals = [each for each in rows if each["actual"]]
    starts = [each for each in rows if not each["actual"]]
    found = {
        "with an actual": ("actual", actuals),
        "with a value at the start only, by name": ("baseline", starts),
    }
    told: dict[str, Any] = {}
    for title, (value, some) in found.items():
        cases = [each for own in by_publisher(some).values() for each in judged(own, value=value)]
        told[title] = summary(cases, len(some))
        if args.list:
            print(*(each.shown for each in cases if not each.is_decided), sep="\n")
    if args.json:
        print(json.dumps(told, ensure_ascii=False))
        return
    for title, each in told.items():
        print(*tell(title, each), sep="\n")
    if args.left_out:
        print("without each publisher's own nouns:", *left_out(actuals), sep="\n")


if __name__ == "__main__":
    main()
