"""Whole tables, from the cells to the counts, beside an oracle that knows what was drawn.

Drawn are units with multipliers, bases, statistics, floors and ceilings in words or by a column,
forecasts, rows marked 再掲, targets that are due and targets that are not. The oracle compares
fractions, knows nothing of intervals, and reads no cell. The table goes through a CSV file in
two encodings, and through a workbook whose cells have the formats that Excel gives to numbers.
"""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from io import BytesIO, StringIO
from typing import Final, NamedTuple

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

import kpikit as kk

NOW, LATER = kk.FiscalYear(2023), kk.FiscalYear(2026)
HEADINGS: Final = ("指標名", "実績値(R5)", "目標値", "目標年度", "望ましい方向")
#: A unit, and how many of its base it is.
SCALES: Final = {
    "件": Fraction(1),
    "人": Fraction(1),
    "千人": Fraction(1000),
    "百万円": Fraction(10**6),
    "円": Fraction(1),
    "千円": Fraction(1000),
    "時間": Fraction(60),
    "分": Fraction(1),
    "%": Fraction(10),
    "割": Fraction(100),
    "‰": Fraction(1),
    "か所": Fraction(1),
}
#: Units that can stand on the two sides of a row.
PAIRS: Final = [
    *((unit, unit) for unit in SCALES),
    *(("人", "千人"), ("千円", "百万円"), ("円", "千円"), ("分", "時間"), ("割", "%"), ("‰", "%")),
]
COUNTS: Final = frozenset(("件", "人", "千人", "か所"))
#: A word for a bound → whether it is a floor, and whether the number itself is not enough.
BOUNDS: Final = {
    "以上": (True, False),
    "超": (True, True),
    "以下": (False, False),
    "未満": (False, True),
}
ARROWS: Final = {"↑": True, "↓": False}
#: A word for what is no final figure, by where it stands.
STATUSES: Final = {
    "": kk.Status.FINAL,
    "(見込み)": kk.Status.FORECAST,
    "(速報値)": kk.Status.PROVISIONAL,
}
#: Formats of Excel, each with what it puts behind a number and how much it makes of it.
FORMATS: Final = {
    "%": ("0.0%", "0.00%", '0.0"%"'),
    "千人": ('#,##0.0,"千人"', '#,##0"千人"', 'G/標準"千人"'),
    "千円": ('#,##0,"千円"', '#,##0"千円"'),
    "百万円": ('0.0,,"百万円"', '#,##0"百万円"_ '),
    "円": ("[$¥-411]#,##0", "\\¥#,##0;\\¥-#,##0", '#,##0"円"'),
}


class Row(NamedTuple):
    """A row as it is drawn."""

    name: str
    #: Actual and target, each as it is written, and its unit.
    value: Decimal
    unit: str
    aim: Decimal
    aim_unit: str
    #: The word for the bound, or the arrow in a column of its own.
    bound: str
    statistic: str
    basis: str
    status: str
    repeated: bool
    due: kk.FiscalYear
    #: Which of the formats of its unit the actual has in a workbook; its name changes font there.
    look: int

    @property
    def cells(self) -> tuple[str, str, str, str, str]:
        """What stands in the cells."""
        word = "" if self.bound in ARROWS else self.bound
        return (
            f"{self.name}(再掲)" if self.repeated else self.name,
            f"{self.statistic}{self.value:,}{self.unit}{self.basis}{self.status}",
            f"{self.statistic}{self.aim:,}{self.aim_unit}{self.basis}{word}",
            f"R{self.due.year - 2018}",
            self.bound if self.bound in ARROWS else "",
        )

    @property
    def is_met(self) -> bool:
        """Whether the actual meets the target."""
        value, aim = (
            Fraction(number) * SCALES[unit]
            for number, unit in ((self.value, self.unit), (self.aim, self.aim_unit))
        )
        up, strict = BOUNDS[self.bound] if self.bound in BOUNDS else (ARROWS[self.bound], False)
        if value == aim:
            return not strict
        return (value > aim) is up

    @property
    def waits(self) -> bool:
        """Whether only its date shows that it is met: what is counted on may pass a ceiling."""
        is_floor = BOUNDS[self.bound][0] if self.bound in BOUNDS else ARROWS[self.bound]
        return self.statistic == "累計" and not is_floor

    @property
    def verdict(self) -> kk.Verdict:
        """What a careful person says."""
        if self.due is NOW:
            return kk.Verdict.ACHIEVED if self.is_met else kk.Verdict.NOT_ACHIEVED
        is_early = self.is_met and not self.waits
        return kk.Verdict.ACHIEVED if is_early else kk.Verdict.NOT_DUE

    @property
    def counted(self) -> set[str]:
        """What it counts as."""
        if self.repeated:
            return {"repeated"}
        early = self.due is LATER and self.verdict is kk.Verdict.ACHIEVED
        if self.verdict is kk.Verdict.NOT_DUE:
            return {"not_due"}
        if STATUSES[self.status] is kk.Status.FORECAST:
            return {"forecast", "early_forecast"} if early else {"forecast"}
        return {self.verdict.value, "early"} if early else {self.verdict.value}


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """Draw rows with different names."""
    names = draw(
        st.lists(
            st.text("利用相談参加", min_size=2, max_size=4), min_size=1, max_size=5, unique=True
        )
    )
    drawn: list[Row] = []
    for name in names:
        unit, aim_unit = draw(st.sampled_from(PAIRS))
        if draw(st.booleans()):
            unit, aim_unit = aim_unit, unit
        value, aim = draw(_numbers), draw(_numbers)
        if draw(st.integers(0, 3)) == 0 and unit == aim_unit:
            aim = value  # where verdicts turn
        counts = {unit, aim_unit} <= COUNTS
        drawn.append(
            Row(
                f"{name}の値",
                *(value, unit, aim, aim_unit),
                draw(st.sampled_from([*BOUNDS, *ARROWS])),
                draw(st.sampled_from(["", "", "累計", "延べ", "年間"])) if counts else "",
                draw(st.sampled_from(["", "", "/年"])) if counts else "",
                draw(st.sampled_from([*STATUSES])),
                draw(st.integers(0, 4)) == 0,
                draw(st.sampled_from([NOW, NOW, LATER])),
                draw(st.integers(0, 2)),
            )
        )
    return drawn


_numbers = st.integers(1, 99_999).map(lambda number: Decimal(number) / 10)


def check(data: bytes, name: str, table: list[Row]) -> None:
    """What was drawn is what is judged and counted."""
    plan = kk.read_plan(data, name=name, strict=True)
    evaluated = kk.evaluate(plan, as_of=NOW.end)
    judged = evaluated.all()
    for row, each in zip(table, judged, strict=True):
        assert each.verdict is row.verdict, (row, each.explain("en"))
        assert each.observation is not None
        assert each.observation.status is STATUSES[row.status]
        assert each.indicator.repeated is row.repeated
    counts: Counter[str] = Counter()
    for row in table:
        counts.update(row.counted)
    summary = evaluated.summary()
    for count in ("achieved", "not_achieved", "not_due", "forecast", "early", "early_forecast"):
        assert getattr(summary, count) == counts[count], count
    assert summary.repeated == counts["repeated"]
    assert summary.indeterminate == 0


@given(rows(), st.sampled_from(["utf-8-sig", "utf-16", "cp932"]), st.sampled_from(",\t"))
@settings(deadline=None)
def test_text(table: list[Row], encoding: str, separator: str) -> None:
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator)
    writer.writerows([HEADINGS, *(row.cells for row in table)])
    check(stream.getvalue().encode(encoding), "plan.csv", table)


def _stored(row: Row) -> tuple[float, str] | None:
    """Return the number that Excel keeps, and its format; ``None`` where the cell is text."""
    if row.statistic or row.basis or row.status:
        return None
    formats = FORMATS.get(row.unit, (f'#,##0.0"{row.unit}"', f'G/標準"{row.unit}"'))
    code = formats[row.look % len(formats)]
    value = row.value
    if code.endswith("0%"):
        value /= 100
    value *= 1000 ** code.partition('"')[0].rstrip("0.").count(",,") or 1
    if ',"千' in code:
        value *= 1000
    if ',,"百' in code:
        value *= 1000
    return float(value), code


@given(rows())
@settings(deadline=None)
def test_workbook(table: list[Row]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADINGS)
    for line, row in enumerate(table, 2):
        for column, text in enumerate(row.cells, 1):
            sheet.cell(line, column).value = text
        first, rest = row.cells[0][:1], row.cells[0][1:]
        red = InlineFont(color="FFFF0000")
        sheet.cell(line, 1).value = CellRichText(first, TextBlock(red, f"{rest[:2]}\n"), rest[2:])
        stored = _stored(row)
        if stored is not None:
            sheet.cell(line, 2).value, sheet.cell(line, 2).number_format = stored
    stream = BytesIO()
    book.save(stream)
    check(stream.getvalue(), "plan.xlsx", table)
