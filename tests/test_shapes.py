"""Documents in the shapes that cities make: what is taken from them is what a careful person takes.

The expectations were written by hand before a reader saw the documents (``tests/shapes``).
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import pytest

import kpikit as kk
from kpikit.model.unit import scale_of
from made_documents import FEW, SETS, Documents

pytestmark = pytest.mark.usefixtures("in_this_process")

SHAPES = Path(__file__).parent / "shapes"
#: The beginnings of names that are not taken, with an issue that says why.
SAID_MORE = {
    ("p01", "健康寿命"): "its target in words is not read, which an issue says",
    ("g03", "海岸清掃ボランティア参加者数"): "its bracket says 中止, which an issue says",
    ("g03", "+海岸清掃ボランティア参加者数"): "the same",
    ("x14", "+総排出量"): "its actuals are formulas without a result, which an issue says",
    (
        "rb14",
        "+光化学オキシダント",
    ): "its parts of 4 have no unit of their own, which an issue says",
    ("rb20", "こども食堂の数"): "a number in each place is no target yet, which an issue says",
    ("rb20", "+こども食堂の数"): "the same",
    ("b03", "在宅医療と介護の連携に"): "its row is cut by the end of a page, which an issue says",
}
#: The documents that are refused, though a careful person reads them.
REFUSED = {
    "j20": "nothing says that 令和６年度末の状況 heads actuals",
}
#: The documents of which more is said.
MORE_ISSUES = {
    "f02": "its formulas have no results, of which each row has an issue",
    "oa14": "its formulas have no results, of which each sheet of one indicator has an issue",
}
Line = dict[str, str]


def expectations(letters: str) -> dict[str, list[Line]]:
    """Return what is expected of each document of a set."""
    found: dict[str, list[Line]] = defaultdict(list)
    name = "expected" if letters == "a" else f"expected_{letters}"
    with (SHAPES / f"{name}.tsv").open(encoding="utf-8", newline="") as stream:
        for line in csv.DictReader(stream, delimiter="\t"):
            found[line["file"]].append(line)
    return found


EXPECTED = {letters: expectations(letters) for letters in sorted(SETS)}


def plain(text: str) -> str:
    return re.sub(r"\s+", "", normalize("NFKC", text))


def parts(name: str) -> list[str]:
    """Return the parts of a name that may stand in several cells."""
    return [part for part in re.split(r"[()\s]+", normalize("NFKC", name)) if part]


def above(plan: kk.Plan) -> dict[int, str]:
    """Return what stands above each indicator."""
    found: dict[int, str] = {}

    def walk(section: kk.Section, path: str) -> None:
        here = path + plain(f"{section.code}{section.title}")
        for inner in section.sections:
            walk(inner, here)
        for each in section.indicators:
            found.setdefault(id(each), here)

    for section in plan.sections:
        walk(section, "")
    return found


def years(period: kk.Period | None) -> set[str]:
    """Return how a period may be called: a span by its first or its last year.

    A month and a day may be called by their fiscal year as well.
    """
    if isinstance(period, kk.Span):
        return years(period.first) | years(period.last)
    if period is None:
        return set()
    start = period.start
    is_before_april = isinstance(period, kk.Month | kk.Date) and start.month < 4
    return {str(start.year), *([str(start.year - 1)] if is_before_april else [])}


def figure(text: str, *, target: bool) -> kk.Quantity | None:
    """Return the number that a careful person reads in a text."""
    if target:
        rule = kk.read_target(text).value
        return None if rule is None else rule.level
    seen = kk.read_actual(text).value
    return None if seen is None else seen.quantity


def is_same(one: kk.Quantity | None, other: kk.Quantity | None) -> bool:
    """Whether two numbers are one, a statistic and a basis of which one side is silent aside."""
    if one is None or other is None:
        return one is other
    return in_base_unit(one) == in_base_unit(other)


def in_base_unit(number: kk.Quantity) -> tuple[str, Decimal]:
    """Return the first number that a quantity has, which is compared without its bound."""
    scale = scale_of(number.unit)
    end = number.upper if number.lower is None else number.lower
    assert end is not None
    return scale.base, end * scale.numerator / scale.denominator


def fits(line: Line, indicator: kk.Indicator) -> bool:
    targets = [
        each.rule.level
        for each in indicator.targets
        if line["target_year"] in {"", *years(each.period)}
    ]
    targets += [each.rule.value for each in indicator.targets if isinstance(each.rule, kk.Maintain)]
    seen = [
        each.quantity
        for each in indicator.observations
        if line["year"] in {"", *years(each.period or each.column)}
    ]
    wanted = figure(line["target"], target=True)
    actual = figure(line["actual"], target=False)
    return any(is_same(each, wanted) for each in targets or [None]) and any(
        is_same(each, actual) for each in seen or [None]
    )


def is_called(line: Line, indicator: kk.Indicator, path: str) -> bool:
    """Whether all parts of a name stand in that of an indicator, or above it."""
    own = plain(indicator.name) + path
    cells = indicator.source.cells if indicator.source else ()
    beside = own + plain("".join(cell.text for cell in cells))
    named = all(plain(each) in own for each in parts(line["indicator"]))
    return named and plain(line["under"]) in beside


def differences(lines: list[Line], plan: kk.Plan) -> list[str]:
    """Return what was taken otherwise: expected lines that none fits, and indicators too many."""
    paths, left, missed = above(plan), list(plan.indicators()), list[str]()
    for line in sorted(lines, key=lambda each: each["need"] == "may"):
        called = [each for each in left if is_called(line, each, paths[id(each)])]
        found = next((each for each in called if fits(line, each)), None)
        if found is not None:
            left.remove(found)
        elif line["need"] != "may":
            missed.append(line["indicator"])
    return [*missed, *(f"+{each.name}" for each in left)]


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        pytest.param(letters, name, id=name, marks=() if letters in FEW else pytest.mark.wide)
        for letters, lines in EXPECTED.items()
        for name in sorted(lines)
    ],
)
def test_document(documents: Documents, letters: str, name: str) -> None:
    lines, document = EXPECTED[letters][name], name.partition("_")[0]
    path = next((each for each in documents[letters] if each.name == name), None)
    if path is None:
        pytest.skip("typst or a font for Japanese is not here")
    if lines[0]["need"] == "refuse" or document in REFUSED:
        with pytest.raises(kk.TableError):
            kk.read_plan(path)
        return
    plan = kk.read_plan(path)
    said = tuple(start for number, start in SAID_MORE if number == document)
    assert [] == [each for each in differences(lines, plan) if not (said and each.startswith(said))]
    assert not said or plan.issues
    assert document in MORE_ISSUES or len(plan.issues) <= 0.75 * len(lines)
