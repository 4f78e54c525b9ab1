"""How often kpikit arrives at what the bodies themselves printed.

    python benchmarks/agreement.py [--rows FILE] [--vectors DIR] [--scheme NAME] [--json]

The cells of published rows are read by the cell reader, graded by the scheme of their body,
and compared with the rate and the class that the body printed. Every row that differs is
listed. Rows of any body that kpikit ships a scheme of are compared, by the name of the
publisher. By default the data are looked for in ../shared, which is not part of the repository.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import importlib.util
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs

import kpikit as kk
from kpikit.analysis.scheme import Grade
from kpikit.model.rule import AllOf, Rule

SHARED: Final = Path(__file__).resolve().parents[2] / "shared"
ROWS: Final = SHARED / "corpus" / "rows.tsv"
VECTORS: Final = SHARED / "vectors"

Row: TypeAlias = dict[str, str]


@attrs.frozen
class Outcome:
    """What became of one row."""

    row: Row
    grade: Grade | None
    #: Why the row cannot be compared: a value that it does not carry; ``""`` if it can.
    lacks: str = ""
    #: Whether the rate is as printed; ``None`` where none is printed.
    rate: bool | None = None
    #: Whether the class is as printed; ``None`` where none is printed.
    label: bool | None = None

    @property
    def agrees(self) -> bool:
        """Whether all that was printed is arrived at."""
        return False not in (self.rate, self.label)

    @property
    def shown(self) -> str:
        """One line: the row, what was printed, and what was arrived at."""
        row, grade = self.row, self.grade
        values = " -> ".join(row[key] or "?" for key in ("baseline", "actual", "target"))
        found = f"{grade.printed} {grade.rate_text}" if grade else ""
        period = _group(r"評価年度欄 (\w+)", row["note"]) or row["actual_period"]
        return f"{row['indicator']} {period}: {values}: printed {row['judgement']}, here {found}"


# -- reading the rows ----------------------------------------------------------------------------


def read_rows(path: Path) -> list[Row]:
    """Read the published rows."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def observed(cell: str, unit: str, period: str) -> kk.Observation | None:
    """Read the cell of an actual or a baseline."""
    seen = kk.read_actual(cell).value if cell else None
    if seen is None:
        return None
    if seen.period is None and period:
        seen = attrs.evolve(seen, period=kk.read_period(period).value)
    if seen.quantity is not None and unit and not seen.quantity.unit:
        seen = attrs.evolve(seen, quantity=with_unit(seen.quantity, unit))
    return seen


def with_unit(quantity: kk.Quantity, unit: str) -> kk.Quantity:
    """Attach the unit of the unit column, read as a cell reads it."""
    given = kk.read_quantity(f"1{unit}").value
    if given is None:
        return attrs.evolve(quantity, unit="".join(unit.split()))
    return attrs.evolve(quantity, unit=given.unit, per=quantity.per or given.per)


def targeted(cell: str, unit: str) -> Rule | None:
    """Read the cell of a target."""
    rule = kk.read_target(cell).value if cell else None
    match rule:
        case kk.AtLeast(bound=number) | kk.AtMost(bound=number) if unit and not number.unit:
            return attrs.evolve(rule, bound=with_unit(number, unit))
        case kk.Reach(value=number) if unit and not number.unit:
            return attrs.evolve(rule, value=with_unit(number, unit))
        case _:
            return rule


def evaluated(
    row: Row,
    *,
    direction: kk.Direction | None = None,
    as_of: date | None = None,
    total: bool = False,
) -> kk.Evaluation | str:
    """Evaluate a row, or say which value it does not carry.

    *total*: of two numbers in a cell, 7(16), the one in brackets is the running total, which
    the rate is about.
    """
    unit = row["unit"] or unit_of(row["actual"])
    actual = observed(row["actual"], unit, row["actual_period"])
    rule = targeted(row["target"], unit)
    if not row["actual"] or actual is None:
        return "actual" if not row["actual"] else "actual cannot be read"
    if rule is None:
        return "target cannot be read"
    baseline = of_same_kind(observed(row["baseline"], unit, row["baseline_period"]), actual)
    if total:
        actual, rule = last_of(actual), last_rule(rule)
    return kk.evaluate(indicator_of(row, rule, baseline, actual, direction), actual, as_of=as_of)


def indicator_of(
    row: Row,
    rule: Rule,
    baseline: kk.Observation | None,
    actual: kk.Observation,
    direction: kk.Direction | None,
) -> kk.Indicator:
    """Return the indicator of a row; a dated baseline is the first of its series."""
    period = kk.read_period(row["target_period"]).value if row["target_period"] else None
    earlier = [baseline] if baseline is not None and baseline.period is not None else []
    return kk.Indicator(
        row["indicator"],
        target=kk.Target(rule, period),
        baseline=baseline,
        direction=direction,
        observations=[*earlier, actual],
    )


def unit_of(cell: str) -> str:
    """Return the unit of a cell, which the others of its row share where no column says so."""
    seen = kk.read_actual(cell).value if cell else None
    return seen.quantity.unit if seen is not None and seen.quantity is not None else ""


def of_same_kind(baseline: kk.Observation | None, actual: kk.Observation) -> kk.Observation | None:
    """Take the bare year of a baseline for one of the kind that the actual's is."""
    if baseline is None or not isinstance(actual.period, kk.CalendarYear):
        return baseline
    if not isinstance(baseline.period, kk.FiscalYear):
        return baseline
    return attrs.evolve(baseline, period=kk.CalendarYear(baseline.period.year))


def last_of(seen: kk.Observation) -> kk.Observation:
    """Return the last part of a cell that has several."""
    return attrs.evolve(seen.parts[-1].observation, period=seen.period) if seen.parts else seen


def last_rule(rule: Rule) -> Rule:
    """Return the rule of the last part of a cell that has several."""
    return rule.parts[-1].rule if isinstance(rule, AllOf) else rule


def _group(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found[1] if found else ""


# -- the sources ---------------------------------------------------------------------------------


def miyagi(row: Row) -> Outcome:
    """宮城県: a class, and a rate that may be 100%超 or 0%未満, in the year of its column."""
    kind, column = (_group(each, row["note"]) for each in (r"型: (\S+);", r"評価年度欄 R(\d+)"))
    if not (kind and column):
        return as_printed("miyagi", row)
    year = int(column) + 2018
    direction = kk.Direction.LOWER if kind.endswith("Ⅱ") else kk.Direction.HIGHER
    found = evaluated(row, direction=direction, as_of=date(year + 1, 3, 31))
    if isinstance(found, str):
        return Outcome(row, None, found)
    grade = kk.scheme.load("miyagi").grade(found)
    label, rate = _group(r"^(.)", row["judgement"]), _group(r"達成率 (.+?)）", row["judgement"])
    return Outcome(row, grade, "", grade.rate_text == rate, grade.label == label)


def shiga(row: Row) -> Outcome:
    """滋賀県: a rate from 0 % to 100 %, or 達成 and 未達成; brackets mark another year."""
    return as_printed("shiga", row, total=True)


def as_printed(scheme: str, row: Row, *, total: bool = False) -> Outcome:
    """Any body: the class that its column begins with, and the rate that it has.

    Of several rates the last is compared, or that of the whole plan where one is said to be.
    """
    rule, text = kk.scheme.load(scheme), row["judgement"].strip("() 　")
    given = sorted([*rule.labels, *dict(rule.verdicts).values(), *rule.by_hand], key=len)
    label = next((each for each in reversed(given) if text.startswith(each)), "")
    rates = re.findall(_WHOLE, text) or re.findall(_RATE, text)
    rate = f"{rates[-1]}%" if rates else ""
    if not (label or rate):
        return Outcome(row, None, "judgement")
    if label in rule.by_hand:
        return Outcome(row, None, "what a person judged")
    found = evaluated(row, direction=direction_of(row), total=total)
    if isinstance(found, str):
        return Outcome(row, None, found)
    grade = rule.grade(found)
    if grade.undecided in _NOT_CARRIED:
        return Outcome(row, grade, grade.undecided)
    same = same_percent(grade.rate_text, rate) if rate else None
    return Outcome(row, grade, "", same, grade.label == label if label else None)


def direction_of(row: Row) -> kk.Direction | None:
    """Return which way is better, where the row's note or anyone who knows the thing says so."""
    for direction, words in _DIRECTIONS.items():
        if any(each in row["note"] or each in row["indicator"] for each in words):
            return direction
    return None


def same_percent(one: str, other: str) -> bool:
    """Whether two printed rates are the same number: 100% and 100.0% are."""
    numbers = [Decimal(each.rstrip("%") or "NaN") for each in (one, other)]
    return numbers[0] == numbers[1]


#: Codes of rows that do not say what their rate needs.
_NOT_CARRIED: Final = ("direction-unknown", "not-quantified", "defined-elsewhere")
#: Words of a note; and indicators whose target lies at or below the baseline, which a row does
#: not explain: for those a caller must say which way is better.
_DIRECTIONS: Final = {
    kk.Direction.LOWER: ("lower is better", "⇩", "メタボリックシンド", "肥満傾向児"),
    kk.Direction.HIGHER: (
        "higher is better",
        "⇧",
        "地域人（",
        "ジョブステーションの相談件数",
        "モデル地域等",
    ),
}
#: A rate, and that of the whole plan beside that of a single year.
_RATE: Final = r"([\d.]+)[%％]"
_WHOLE: Final = r"全体[^\d%％]*([\d.]+)[%％]"
#: Schemes whose rows need more than their class and their rate to be compared.
_OWN: Final[dict[str, Callable[[Row], Outcome]]] = {"miyagi": miyagi, "shiga": shiga}


def outcomes(scheme: str, rows: list[Row]) -> list[Outcome]:
    """Compare the judged rows of the body that a scheme is from."""
    publisher = kk.scheme.load(scheme).publisher
    compare = _OWN.get(scheme, partial(as_printed, scheme))
    return [compare(row) for row in rows if row["publisher"] == publisher and row["judgement"]]


# -- why a rate differs ---------------------------------------------------------------------------


def reason(outcome: Outcome) -> str:
    """Say what the printed rate does follow from, as far as the row lets one tell."""
    case, printed = outcome.grade, _group(r"([\d.]+)%", outcome.row["judgement"])
    if case is None or case.rate is None or not printed:
        return "no reason known"
    numbers = [
        _number(case.evaluation.observation),
        _number(case.evaluation.baseline),
        case.evaluation.aim and case.evaluation.aim.value,
    ]
    if None in numbers or outcome.rate is not False:
        return "no reason known"
    return _follows_from(Decimal(printed) / 100, *(each for each in numbers if each is not None))


def _number(seen: kk.Observation | None) -> Decimal | None:
    return seen.quantity.value if seen is not None and seen.quantity is not None else None


def _follows_from(printed: Decimal, seen: Decimal, start: Decimal, aim: Decimal) -> str:
    half = Decimal("0.0005")
    if start and abs(seen / start - printed) <= half:
        return "the printed rate is actual over baseline: the target of the row came later"
    rates = [
        (seen + off - start - other) / (aim - start - other)
        for off in (-_half_unit(seen), _half_unit(seen))
        for other in (-_half_unit(start), _half_unit(start))
    ]
    if min(rates) - half <= printed <= max(rates) + half:
        return "the printed rate is of values with more digits than the row has"
    return "the printed rate follows from another target than the row has"


def _half_unit(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1)


# -- telling -------------------------------------------------------------------------------------


def summary(found: list[Outcome]) -> dict[str, Any]:
    """Count what agrees."""
    carried = [each for each in found if not each.lacks]
    return {
        "rows": len(found),
        "lacking": dict(Counter(each.lacks for each in found if each.lacks).most_common()),
        "rates": [each.rate for each in carried].count(True),
        "rates of": sum(each.rate is not None for each in carried),
        "labels": [each.label for each in carried].count(True),
        "labels of": sum(each.label is not None for each in carried),
        "agree": sum(each.agrees for each in carried),
        "compared": len(carried),
        "differing": [f"{each.shown}; {reason(each)}" for each in carried if not each.agrees],
    }


def tell(scheme: str, told: dict[str, Any]) -> Iterator[str]:
    """Yield the lines that tell of one source."""
    if not told["rows"]:
        yield f"{scheme}: no row that {kk.scheme.load(scheme).publisher} judged"
        return
    share = told["agree"] / told["compared"] if told["compared"] else 0
    yield (
        f"{scheme}: {told['agree']} of {told['compared']} rows agree ({share:.1%}); rates "
        f"{told['rates']}/{told['rates of']}, classes {told['labels']}/{told['labels of']}"
    )
    for lacks, count in told["lacking"].items():
        yield f"  {count} rows left out: {lacks}"
    for line in told["differing"]:
        yield f"  differs: {line}"


def compared_vectors(directory: Path) -> tuple[Any, list[Any]]:
    """Compare what other systems publish, if the module that does so and the data are here."""
    if importlib.util.find_spec("agreement_vectors") is None or not directory.exists():
        return None, []
    module = importlib.import_module("agreement_vectors")
    return module, module.agreements(directory)


def main() -> None:
    """Print the agreement of each source."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=Path, default=ROWS)
    parser.add_argument("--vectors", type=Path, default=VECTORS)
    parser.add_argument("--scheme", choices=kk.scheme.shipped())
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not args.rows.exists():
        print(f"there are no rows at {args.rows}: nothing to compare", file=sys.stderr)
        return
    rows = read_rows(args.rows)
    names = [args.scheme] if args.scheme else kk.scheme.shipped()
    compared = {name: outcomes(name, rows) for name in names}
    told = {name: summary(found) for name, found in compared.items() if found or args.scheme}
    module, vectors = compared_vectors(args.vectors)
    if args.scheme:
        vectors = []
    if args.json:
        others = [each.as_dict() for each in vectors]
        print(json.dumps({"rows": told, "vectors": others}, ensure_ascii=False))
        return
    for name, each in told.items():
        print(*tell(name, each), sep="\n")
    for agreement in vectors:
        module.print_agreement(agreement)


if __name__ == "__main__":
    main()
