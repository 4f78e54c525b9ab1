"""Whether kpikit finds what other systems publish: formulas, scores, statuses.

    python benchmarks/agreement_vectors.py --vectors DIR [--json]

The files in DIR hold inputs and results that others published; each row is computed anew and
compared. What differs is listed with the reason, and a difference without one is a fault.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import attrs

import kpikit as kk
from kpikit.analysis.trend import (
    Course,
    EurostatVariant,
    GrowthRate24,
    Score,
    TrendStatus,
    Undefined,
)
from kpikit.judging.rates import progress_rate

#: How far a computed number may be from a published one.
TOLERANCE = Decimal("1e-9")

Row = dict[str, str]
Method = GrowthRate24 | EurostatVariant


@attrs.frozen
class Case:
    """One published result beside the computed one."""

    #: Which row it is.
    name: str
    #: What was published.
    published: str
    #: What kpikit computes.
    computed: str
    #: Whether they agree.
    agrees: bool
    #: Why they need not agree; ``""`` where they should.
    reason: str = ""


@attrs.frozen
class Agreement:
    """How one file compares."""

    #: The name of the file.
    source: str
    #: Every row that was compared.
    cases: tuple[Case, ...]

    @property
    def compared(self) -> int:
        """How many rows should agree: all but those with a reason to differ."""
        return len(self.cases) - len(self.explained)

    @property
    def agreeing(self) -> int:
        """How many of those do."""
        return sum(case.agrees for case in self.cases)

    @property
    def faults(self) -> tuple[Case, ...]:
        """What differs without a reason."""
        return tuple(case for case in self.cases if not (case.agrees or case.reason))

    @property
    def explained(self) -> tuple[Case, ...]:
        """What differs, and has a reason to."""
        return tuple(case for case in self.cases if case.reason and not case.agrees)

    def as_dict(self) -> dict[str, object]:
        """Return what is worth keeping of it."""
        listed = [*self.faults, *self.explained]
        return {
            "source": self.source,
            "compared": self.compared,
            "agreeing": self.agreeing,
            "differences": [attrs.asdict(case) for case in listed],
        }


def agreements(directory: Path) -> list[Agreement]:
    """Compare every file of *directory* that is known and present."""
    return [
        Agreement(name, tuple(compare(directory / name)))
        for name, compare in SOURCES.items()
        if (directory / name).exists()
    ]


def rows_of(path: Path) -> list[Row]:
    """Return the rows of a TSV file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


# -- growth-rate methods -------------------------------------------------------------------------


def statcan_series(path: Path) -> Iterator[Case]:
    """The 374 published series of Statistics Canada that have data."""
    for row in rows_of(path):
        if row["base_value"]:
            yield scored(GrowthRate24(), row, f"{row['source']} {row['series']}")


def eustat_series(path: Path) -> Iterator[Case]:
    """The published series of Eustat."""
    for row in rows_of(path):
        yield scored(EurostatVariant(), row, row["series"])


def scored(method: Method, row: Row, name: str) -> Case:
    """Compare value, score and status of one series."""
    result = method.measure(course_of(row))
    if isinstance(result, Undefined):
        value, score, status = None, None, "not_available"
    else:
        value, score, status = result.value, result.score, result.status.value
    agrees = near(value, row["expected_progress_value"]) and near(score, row["expected_score"])
    published = " ".join(row[f"expected_{key}"] for key in ("progress_value", "score", "status"))
    same = status == status_of(row["expected_status"])
    return Case(name, published, f"{value} {score} {status}", agrees and same)


def status_of(text: str) -> str:
    """Return the status in a cell, some of which say that their source is cut off."""
    return next((each.value for each in TrendStatus if f" {each.value} " in f" {text} "), text)


def course_of(row: Row) -> Course:
    """Return the inputs of one row."""
    return Course(
        int(Decimal(row["base_year"])),
        row["base_value"],
        int(Decimal(row["current_year"])),
        row["current_value"],
        kk.Direction.HIGHER if row["direction"] in ("1", "positive") else kk.Direction.LOWER,
        target=row["target"] or None,
        target_year=int(Decimal(row["target_year"])) if row["target"] else None,
        limit=row["limit"] or None,
    )


def near(computed: Decimal | None, published: str) -> bool:
    """Whether both are nothing, or the same to 1e-9."""
    if computed is None or not published:
        return computed is None and not published
    return abs(computed - Decimal(published)) < TOLERANCE


def statcan_means(path: Path) -> Iterator[Case]:
    """The indicators of Statistics Canada: means over their series."""
    for row in rows_of(path):
        status = TrendStatus.TARGET_ACHIEVED
        if row["all_targets_achieved"] != "True":
            status = TrendStatus.LIMITED_PROGRESS
        nested = (
            "" if row["plain_mean_matches"] == "1" else "a mean of means; the groups are not given"
        )
        yield averaged(GrowthRate24(), row, status, nested)


def eustat_means(path: Path) -> Iterator[Case]:
    """The indicators of Eustat: means over their series."""
    for row in rows_of(path):
        yield averaged(EurostatVariant(), row, TrendStatus.NO_PROGRESS, "")


def averaged(method: Method, row: Row, status: TrendStatus, reason: str) -> Case:
    """Compare score and status of one indicator; *status* stands for that of its series."""
    scores = json.loads(row["series_scores"], parse_float=Decimal, parse_int=Decimal)
    result = method.combine(Score(method.name, method.version, each, status) for each in scores)
    expected = row.get("expected_indicator_status") or row["expected_status"]
    score, said = None, "not_available"
    if isinstance(result, Score):
        score, said = result.score, result.status.value
    agrees = near(score, row["expected_indicator_score"]) and said == expected
    published = f"{row['expected_indicator_score']} {expected}"
    name = " ".join(filter(None, (row.get("source"), row["indicator"])))
    return Case(name, published, f"{score} {said}", agrees, reason)


#: What the site calls a status of the method.
LABELS = {
    "Deterioration": "deterioration",
    "On track (substantial_progress)": "substantial_progress",
}


def site_scenarios(path: Path) -> Iterator[Case]:
    """The scenarios that the Open SDG site itself is tested with."""
    for row in rows_of(path):
        result = GrowthRate24().measure(course_of(row))
        value, status = None, "not_available"
        if isinstance(result, Score):
            value, status = result.value, result.status.value
        expected = LABELS[row["expected_label"]]
        agrees = near(value, row["expected_ratio_by_formula"]) and status == expected
        published = f"{row['expected_ratio_by_formula']} {row['expected_label']}"
        yield Case(row["case"], published, f"{value} {status}", agrees)


# -- progress rates ------------------------------------------------------------------------------


def progress(actual: str, start: str, end: str) -> Decimal | str:
    """Return the progress in per cent, or why it is not defined."""
    rate = progress_rate(kk.Quantity(actual), kk.Quantity(start), kk.Quantity(end))
    return rate.undefined or Decimal(100) * (rate.value or Decimal(0))


def operately(path: Path) -> Iterator[Case]:
    """The unit tests of Operately: (value − from)/(to − from)."""
    for row in rows_of(path):
        computed = progress(row["value"], row["from"], row["to"])
        reason = ""
        if row["from"] == row["to"]:
            reason = "no distance to cover: kpikit gives no rate where the publisher gives 0"
        name = f"{row['from']} → {row['to']}: {row['value']}"
        agrees = isinstance(computed, Decimal) and near(computed, row["expected_pct"])
        yield Case(name, row["expected_pct"], str(computed), agrees, reason)


def servicenow_targets(path: Path) -> Iterator[Case]:
    """The worked examples of ServiceNow: (actual − start)/(target − start), and its colours."""
    for row in rows_of(path):
        computed = progress(row["actual"], row["start"], row["planned_or_final"])
        assert isinstance(computed, Decimal)
        shown = round(computed, 1)
        published = row["expected_achievement_pct"]
        told = row["expected_status(>=90 green,75-89 yellow,<75 red)"]
        actual = kk.Observation(None, kk.Quantity(shown, "%"))
        agrees = shown == Decimal(published) and colour(actual) == told
        reason = "the publisher's own arithmetic is wrong" if "arithmetic" in told else ""
        name = row["case"]
        yield Case(name, f"{published} {told}", f"{shown} {colour(actual)}", agrees, reason)


#: The lowest share of each colour, best first.
COLOURS = {"green": "90", "yellow": "75", "red": "0"}


def colour(seen: kk.Observation) -> str:
    """Return the best colour that an actual, with all its parts, comes up to."""
    for name, floor in COLOURS.items():
        rule = kk.AtLeast(kk.Quantity(floor, "%"))
        if kk.evaluate(kk.Indicator("達成率", target=rule), seen).verdict is kk.Verdict.ACHIEVED:
            return name
    return "none"


def servicenow_rollup(path: Path) -> Iterator[Case]:
    """The roll-ups of ServiceNow: the worst of several, or the latest of several."""
    for number, case in enumerate(json.loads(path.read_text(encoding="utf-8"))["cases"], 1):
        children = [each.partition("(")[0] for each in case["children"]]
        roll_up = latest if case["rule"] == "latest-wins" else worst
        computed = roll_up(children)
        name = f"{number} {case['rule']} {', '.join(children)}"
        yield Case(name, case["expected"], computed, computed == case["expected"])


def share_of(name: str) -> kk.Quantity:
    """Return a share that has a colour."""
    return kk.Quantity(COLOURS[name], "%")


def worst(children: Sequence[str]) -> str:
    """Return the colour of an actual with several parts, all of which must meet a target."""
    parts = [
        kk.Part(str(number), kk.Observation(None, share_of(each)))
        for number, each in enumerate(children)
    ]
    return colour(kk.Observation(None, parts=parts))


def latest(children: Sequence[str]) -> str:
    """Return the colour of the observation that is judged of several, in the order of months."""
    seen = [
        kk.Observation(kk.Month(2024, month), share_of(each))
        for month, each in enumerate(children, 1)
    ]
    judged = kk.evaluate(kk.Indicator("達成率", observations=seen)).observation
    return colour(judged) if judged else "none"


# -- official statuses ---------------------------------------------------------------------------

#: The last day that InfoBase's report of fiscal year 2017-18 counts as past.
REPORTED = kk.Month(2018, 4)
#: A time after it, for targets that the report calls future without naming a date.
LATER = kk.FiscalYear(2030)
#: Contradicted by its twin IN00222-2017: the same target, date and actual, not met.
INCONSISTENT = "IN00185-2017"
#: Top 4 among OECD member countries: a rank of which the worst is told.
RANK = re.compile(r"Top (\d+) among")


def infobase(path: Path) -> Iterator[Case]:
    """The official statuses of the Government of Canada, by rule and date."""
    for row in rows_of(path):
        reason = ""
        if row["id"] == INCONSISTENT:
            reason = "its twin, with the same target, date and actual, is published as not met"
        computed = official(row)
        published = row["official_status"]
        yield Case(row["id"], published, computed, computed == published, reason)


def official(row: Row) -> str:
    """Return InfoBase's word for kpikit's verdict."""
    target = kk.Target(rule_of(row), period_of(row))
    indicator = kk.Indicator(row["name"], target=target)
    evaluation = kk.evaluate(indicator, actual_of(row), as_of=REPORTED.end)
    early = kk.Flag.EARLY in evaluation.flags
    match evaluation.verdict:
        case kk.Verdict.ACHIEVED:
            return "future" if early else "met"
        case kk.Verdict.NOT_ACHIEVED:
            return "not_met"
        case kk.Verdict.INDETERMINATE:
            return "not_available"
        case _:  # not yet due, or no target as yet: "to be achieved in the future"
            return "future"


def rule_of(row: Row) -> kk.Rule:
    """Return the target of one row."""
    unit = "%" if row["target_type"].startswith("percent") else ""
    low = row["target_min"]
    match row["inferred_rule"]:
        case "at_least":
            return kk.AtLeast(kk.Quantity(low, unit))
        case "exact":
            return kk.Exactly(kk.Quantity(low, unit))
        case "range":
            return kk.Between(kk.Quantity(lower=low, upper=row["target_max"], unit=unit))
        case "text":
            rank = RANK.match(row["target_narrative"])
            words = kk.Qualitative(row["target_narrative"] or row["name"])
            return kk.AtMost(kk.Quantity(rank[1], "位")) if rank else words
        case _:
            return kk.Unset(row["target_narrative"])


def period_of(row: Row) -> kk.Month | kk.FiscalYear | None:
    """Return by when the target is to be met."""
    if row["target_year"] and row["target_month"]:
        return kk.Month(int(row["target_year"]), int(row["target_month"]))
    return LATER if row["status_period"] == "future" else None


def actual_of(row: Row) -> kk.Observation:
    """Return the actual of one row."""
    if not row["actual"]:
        return kk.Observation(None, missing=kk.Missing.BLANK)
    if rank := RANK.match(row["actual"]):
        return kk.Observation(None, kk.Quantity(lower="1", upper=rank[1], unit="位"))
    if row["actual_datatype"] == "text":
        return kk.Observation(None, outcome=row["actual"])
    unit = "%" if row["actual_datatype"] == "percent" else ""
    return kk.Observation(None, kk.Quantity(row["actual"], unit))


#: File → what compares its rows.
SOURCES: dict[str, Callable[[Path], Iterator[Case]]] = {
    "statcan_series.tsv": statcan_series,
    "statcan_indicator_mean.tsv": statcan_means,
    "eustat_eurostat_variant_series.tsv": eustat_series,
    "eustat_eurostat_variant_indicator_mean.tsv": eustat_means,
    "open_sdg_site_behat.tsv": site_scenarios,
    "servicenow_target_status.tsv": servicenow_targets,
    "servicenow_rollup.json": servicenow_rollup,
    "operately_target_progress.tsv": operately,
    "infobase_status.tsv": infobase,
}


def print_agreement(agreement: Agreement) -> None:
    """Print one file: its figure, and each row that differs."""
    share = f"{agreement.agreeing}/{agreement.compared}"
    print(f"{agreement.source:45} {share:>9} agree, {len(agreement.explained)} set apart")
    for case in (*agreement.faults, *agreement.explained):
        print(f"    {case.name}: published {case.published}, computed {case.computed}")
        print(f"        {case.reason or 'NO REASON KNOWN'}")


def main() -> None:
    """Print the agreement of each file, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found = agreements(args.vectors)
    if args.json:
        print(json.dumps([each.as_dict() for each in found], ensure_ascii=False))
        return
    for each in found:
        print_agreement(each)


if __name__ == "__main__":
    main()
