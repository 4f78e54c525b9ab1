"""How many labelled cells are read right, refused, or read wrongly, by kind; and how fast.

    python benchmarks/reading.py --gold GOLD.jsonl --cases CASES.tsv --cells ROWS.tsv [--json]

``--gold`` takes cells labelled by hand (one JSON object a line), ``--cases`` periods with the
days they should span (text, kind, expected), ``--cells`` a table of published rows, of which
every distinct cell is read and the commonest reasons for refusal are counted. Numbers are
compared by dimension: 9割 is 90 %. ``--wrong`` lists what is not right.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import kpikit as kk
from kpikit.cell import Vocabulary
from kpikit.model.rule import (
    AllOf,
    AtLeast,
    AtMost,
    Between,
    Comparator,
    DefinedElsewhere,
    Exploratory,
    Improve,
    IncreaseBy,
    Maintain,
    Qualitative,
    Reach,
    ReduceBy,
    RelativeTo,
    Rule,
    Unset,
)
from kpikit.model.unit import scale_of

Label = dict[str, Any]
PERIOD = ("period_start", "period_end")
RULE_NAMES = {
    AtLeast: "at_least",
    AtMost: "at_most",
    Between: "between",
    Reach: "unstated",
    Maintain: "maintain",
}
WORDS = {
    None: "qualitative",
    kk.Direction.HIGHER: "improve_up",
    kk.Direction.LOWER: "improve_down",
}


def base(number: Any, unit: str | None) -> tuple[Decimal | None, str]:
    """Return a number in the base unit of its dimension."""
    scale = scale_of((unit or "").replace("パーセント", "%"))
    if number is None:
        return None, scale.base
    return Decimal(number) * scale.numerator / scale.denominator, scale.base


def interval(label: Label) -> tuple[Any, ...]:
    """Return what is compared of an interval: its ends and whether they belong to it."""
    lower, unit = base(label.get("lower"), label.get("unit"))
    upper, _ = base(label.get("upper"), label.get("unit"))
    closed = (
        label.get("lower_closed") if lower is not None else None,
        label.get("upper_closed") if upper is not None else None,
    )
    return lower, upper, closed, unit


def of_quantity(quantity: kk.Quantity) -> Label:
    """Describe a quantity in the terms of the labels, where 年間 is a basis."""
    is_yearly = quantity.statistic == "年間"
    return {
        "reading": "quantity",
        "lower": quantity.lower,
        "upper": quantity.upper,
        "lower_closed": quantity.lower_closed,
        "upper_closed": quantity.upper_closed,
        "unit": quantity.unit,
        "approx": quantity.approximate,
        "change": quantity.change.value,
        "statistic": None if is_yearly else quantity.statistic or None,
        "per": quantity.per or ("年" if is_yearly else ""),
        "rule": None,
    }


def of_observation(seen: kk.Observation) -> Label:
    """Describe an observation."""
    if seen.quantity is not None:
        return {**of_quantity(seen.quantity), **of_period(seen.period)}
    if seen.parts:
        return {
            "reading": "multi",
            "parts": [of_observation(part.observation) for part in seen.parts],
        }
    return {"reading": "missing" if seen.missing else "qualitative", "rule": None}


def of_rule(rule: Rule) -> Label:
    """Describe a rule."""
    match rule:
        case AtLeast(bound, strict=strict):
            return of_quantity(bound) | {
                "rule": "at_least",
                "upper": None,
                "lower_closed": not strict,
            }
        case AtMost(bound, strict=strict):
            return of_quantity(bound) | {
                "rule": "at_most",
                "lower": None,
                "upper_closed": not strict,
            }
        case Between(quantity) | Reach(quantity):
            return of_quantity(quantity) | {"rule": RULE_NAMES[type(rule)]}
        case ReduceBy(by, strict=strict) | IncreaseBy(by, strict=strict):
            kind = "rate" if scale_of(by.unit).base == "%" or by.unit == "倍" else "amount"
            verb = "reduce" if isinstance(rule, ReduceBy) else "increase"
            return of_quantity(by) | {"rule": f"{verb}_{kind}", "lower_closed": not strict}
        case Maintain(kk.Quantity() as quantity):
            floor, ceiling = quantity.upper is None, quantity.lower is None
            rule_name = "at_least" if floor else "at_most" if ceiling else "maintain"
            return of_quantity(quantity) | {"rule": rule_name}  # 80%以上を維持: a bound to keep
        case RelativeTo(reference, comparator, margin=margin):
            return {
                "reading": "relative",
                "comparator": comparator.value,
                "reference": reference,
                "margin": margin,
            }
        case Improve(direction, reference=reference):
            above = direction is kk.Direction.HIGHER
            comparator = Comparator.ABOVE if above else Comparator.BELOW
            return {"reading": "relative", "comparator": comparator.value, "reference": reference}
        case Maintain(reference=reference):
            return {"reading": "qualitative", "rule": "maintain", "reference": reference}
        case AllOf(parts):
            described = [of_rule(part.rule) | of_period(part.period) for part in parts]
            return {"reading": "multi", "parts": described}
        case Unset() | Exploratory():
            return {"reading": "missing"}
        case Qualitative() | DefinedElsewhere():
            return {"reading": "qualitative", "rule": WORDS[getattr(rule, "direction", None)]}
        case _:
            raise NotImplementedError(rule)


def of_period(period: Any) -> Label:
    """Describe a period by its first and last day."""
    if period is None:
        return {"period_start": None, "period_end": None}
    return {"period_start": str(period.start), "period_end": str(period.end)}


def read(kind: str, text: str, era: str | None) -> tuple[Label | None, Any]:
    """Read a cell by its kind; ``None`` if it is refused."""
    vocabulary = Vocabulary(era=era)
    reading: Any
    if kind == "period":
        reading = kk.read_period(text, era=era)
        label = {"reading": "period", **of_period(reading.value)}
    elif kind == "target":
        reading = kk.read_target(text, vocabulary=vocabulary)
        label = of_rule(reading.value) | of_period(reading.period) if reading.is_read else {}
    else:
        reading = kk.read_actual(text, vocabulary=vocabulary)
        label = of_observation(reading.value) if reading.is_read else {}
    return (label if reading.is_read else None), reading


def same(found: Label, label: Label) -> bool:
    """Whether a reading says what a label says, in all that either of them states."""
    if found["reading"] != label["reading"]:
        return False
    match label["reading"]:
        case "multi":
            mine, theirs = with_shared_period(found), with_shared_period(label)
            return len(mine) == len(theirs) and all(map(same, mine, theirs))
        case "relative":
            return same_reference(found, label) and same_period(found, label)
        case "quantity":
            return same_quantity(found, label) and same_period(found, label)
        case "qualitative":
            return found["rule"] in {None, label.get("rule")} and same_period(found, label)
        case "period":
            return same_period(found, label)
        case _:
            return True


def with_shared_period(whole: Label) -> list[Label]:
    """Return the parts of a label, each with the text, and the period if it names none."""
    shared = {key: whole.get(key) for key in ("text", *PERIOD)}
    return [
        shared | part | ({} if part.get(PERIOD[1]) else {key: shared[key] for key in PERIOD})
        for part in whole["parts"]
    ]


def same_period(found: Label, label: Label) -> bool:
    """Whether the first and last days agree; both may be unstated, and the first of what is due."""
    start, end = PERIOD
    is_due = label.get(start) is None and label.get(end) is not None
    return all(found.get(key) == label.get(key) for key in ((end,) if is_due else PERIOD))


def same_reference(found: Label, label: Label) -> bool:
    """Whether the comparator agrees, and what is compared with where a label names it."""
    if found["comparator"] != label.get("comparator"):
        return False
    return label.get("reference") is None or bare(label["reference"]) in bare(found["reference"])


def same_quantity(found: Label, label: Label) -> bool:
    """Whether numbers, unit, basis, rule, sense, statistic and approximation agree."""
    label = with_basis(label)
    by_change = (label.get("rule") or "").startswith(("reduce", "increase"))
    if by_change:
        label = label | {"upper": None}
        found = found | {"upper": None}
    mine, theirs = interval(found), interval(label)
    if mine != theirs:
        in_column = not found["unit"] and (label["unit"] or "") not in label["text"]
        if not in_column or interval({**found, "unit": label["unit"]}) != theirs:
            return False
    if found["rule"] and found["rule"] != label.get("rule"):
        return False
    if not found["rule"] and found["change"] != label.get("change"):
        return False
    if is_basis_wrong(found, label):
        return False
    same_statistic = (found["statistic"] or None) == (label.get("statistic") or None)
    return same_statistic and bool(found["approx"]) == bool(label.get("approx"))


def with_basis(label: Label) -> Label:
    """Return a label whose unit is mg/L as mg per L."""
    unit, _, per = (label.get("unit") or "").partition("/")
    return label | {"unit": unit, "per": per} if per else label


def is_basis_wrong(found: Label, label: Label) -> bool:
    """Whether the bases differ; what a label leaves out may stand in the text: 12/60校."""
    if not label.get("per"):
        return found["per"] in {"年", "月", "週", "日"} and found["per"] not in label["text"]
    return bare(found["per"]) != bare(label.get("per") or "")


def bare(name: str) -> str:
    """Return a name without blanks and the little words that labels leave out."""
    return re.sub("[ 　]|^1(?=[人日校回])|の(?=平均)", "", name)


def score_gold(
    path: Path, era: str | None, disputed: dict[str, str]
) -> list[tuple[str, str, str, str, Any]]:
    """Score each labelled cell: (outcome, kind, id, text, reading)."""
    scores: list[tuple[str, str, str, str, Any]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        found, reading = read(label["kind"], label["text"], era)
        labels = [label, *(label | other for other in label["alternatives"])]
        if found is None:
            outcome = "right" if label["reading"] == "unclear" else "refused"
        else:
            outcome = "right" if any(same(found, each) for each in labels) else "wrong"
        if outcome == "wrong" and label["id"] in disputed:
            outcome = "disputed"
        scores.append((outcome, label["kind"], label["id"], label["text"], reading))
    return scores


def score_cases(path: Path) -> list[tuple[str, str, str, str, Any]]:
    """Score the period cases: the days must agree, and what is invalid must be refused."""
    scores: list[tuple[str, str, str, str, Any]] = []
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        kind = row["kind"].split("/")[0]
        if kind not in {"period", "date", "invalid"}:
            continue
        reading = kk.read_period(row["text"])
        expected = row["expected"]
        if reading.value is None:
            outcome = "right" if "INVALID" in expected else "refused"
        elif "INVALID" in expected:
            flagged = any(note.code == "era-overrun" for note in reading.notes)
            outcome = "right" if "flagged" in expected and flagged else "wrong"
        else:
            start, end = str(reading.value.start), str(reading.value.end)
            spans = [each if "/" in each else f"{each}/{each}" for each in expected.split(" or ")]
            outcome = "right" if f"{start}/{end}" in spans else "wrong"
        scores.append((outcome, kind, "", row["text"], reading))
    return scores


def distinct_cells(path: Path) -> list[tuple[str, str]]:
    """Return every distinct cell of a table of rows with the kind of its column."""
    columns = {"baseline": "baseline", "actual": "actual", "target": "target"}
    cells: dict[tuple[str, str], None] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            for column, kind in columns.items():
                text = row.get(column) or ""
                if text.strip():
                    cells["target" if kind == "target" else "actual", text] = None
    return list(cells)


def speed(cells: list[tuple[str, str]]) -> dict[str, float]:
    """Return how many distinct texts a second each function reads, the median of 5 runs."""
    texts = {
        "read_period": ["R5", "令和5年度", "R2~5", "令和6年6月20日現在", "2023年度", "H30年3月"],
        "read_quantity": [text for kind, text in cells if kind == "actual"],
        "read_target": [text for kind, text in cells if kind == "target"],
    }
    rates: dict[str, float] = {}
    for name, each in texts.items():
        function = getattr(kk, name)
        many = [f"{text}" for text in each] * (1 + 3000 // max(1, len(each)))
        runs: list[float] = []
        for _ in range(5):
            start = time.perf_counter()
            for text in many:
                function(text)
            runs.append(len(many) / (time.perf_counter() - start))
        rates[name] = sorted(runs)[2]
    return rates


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--cells", type=Path)
    parser.add_argument("--disputed", type=Path, help="labels believed wrong: id, tab, reason")
    parser.add_argument("--era", help="the era of years that name none, such as 令和")
    parser.add_argument("--wrong", action="store_true", help="list what is not right")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    args = parser.parse_args()
    disputed = {}
    if args.disputed:
        lines = args.disputed.read_text(encoding="utf-8").splitlines()
        disputed = dict(line.split("\t", 1) for line in lines if "\t" in line)
    result: dict[str, Any] = {}
    cells = distinct_cells(args.cells) if args.cells else []
    for name, scores in (
        ("gold", score_gold(args.gold, args.era, disputed) if args.gold else []),
        ("cases", score_cases(args.cases) if args.cases else []),
    ):
        if scores:
            result[name] = tally(scores)
            if args.wrong:
                list_wrong(scores)
    if cells:
        result["cells"] = tally_cells(cells, args.era, list_all=args.wrong)
        result["speed"] = {key: round(value) for key, value in speed(cells).items()}
    print_result(result, as_json=args.json)


def tally(scores: list[tuple[str, str, str, str, Any]]) -> dict[str, dict[str, int]]:
    """Count outcomes by kind."""
    counts: dict[str, Counter[str]] = {"all": Counter()}
    for outcome, kind, *_ in scores:
        counts.setdefault(kind, Counter())[outcome] += 1
        counts["all"][outcome] += 1
    return {kind: dict(count) for kind, count in counts.items()}


def tally_cells(cells: list[tuple[str, str]], era: str | None, *, list_all: bool) -> dict[str, Any]:
    """Count what is read and refused of all cells, and why."""
    counts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for kind, text in cells:
        found, reading = read(kind, text, era)
        counts["read" if found is not None else "refused"] += 1
        if found is None:
            code = reading.issues[0].code
            reasons[code] += 1
            examples.setdefault(code, text)
            if list_all:
                print("refused", kind, code, text, sep="\t", file=sys.stderr)
    share = counts["read"] / max(1, len(cells))
    return {
        **counts,
        "share_read": round(share, 4),
        "reasons": [[code, n, examples[code]] for code, n in reasons.most_common(30)],
    }


def list_wrong(scores: list[tuple[str, str, str, str, Any]]) -> None:
    """List what is not right on standard error."""
    for outcome, kind, ident, text, reading in scores:
        if outcome != "right":
            said = reading.value if reading.is_read else reading.issues[0].code
            print(
                outcome,
                kind,
                ident,
                text,
                f"{said!r} {reading.period or ''}",
                sep="\t",
                file=sys.stderr,
            )


def print_result(result: dict[str, Any], *, as_json: bool) -> None:
    """Print a table, or one JSON object."""
    if as_json:
        print(json.dumps(result, ensure_ascii=False))
        return
    for name in ("gold", "cases"):
        for kind, counts in result.get(name, {}).items():
            total = sum(counts.values())
            shown = "  ".join(
                f"{key} {value} ({value / total:.1%})" for key, value in sorted(counts.items())
            )
            print(f"{name:6} {kind:10} {total:5}  {shown}")
    cells = result.get("cells")
    if cells:
        print(
            f"cells  read {cells.get('read', 0)}  refused {cells.get('refused', 0)}  "
            f"share {cells['share_read']:.1%}"
        )
        for code, count, example in cells["reasons"]:
            print(f"       {count:5}  {code:26} {example}")
    for name, rate in result.get("speed", {}).items():
        print(f"speed  {name:14} {rate:8,}/s")


if __name__ == "__main__":
    main()
