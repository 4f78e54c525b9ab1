"""Counts as bars: of the plan, of each section and of each department, by verdict.

Every row adds to one count only, the one that the page filters it by, so that a bar shows as many
rows as choosing it does, and all bars of one kind add up to the plan where no row has two places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.language.messages import Language, say
from kpikit.report.model import Report, ReportGroup
from kpikit.report.rows import COUNTS, ReportRow

__all__ = ["Bar", "bar_of", "bars_by_department", "bars_by_section"]

#: What stands between a word and its count.
_GAP: Final = {"ja": "", "en": " "}


@final
@attrs.frozen(repr=False)
class Bar(Value):
    """Some rows of a report, by what they count as.

    >>> Bar("窓口", 0, (0, 1, 2), (("achieved", 2), ("not_achieved", 1))).rows
    (0, 1, 2)
    """

    #: What they share: a heading, a department; ``""`` of all.
    label: str
    #: How deep a heading is: 0 is the topmost.
    level: int
    #: The places of the rows in the report, from 0.
    rows: tuple[int, ...]
    #: Which of :data:`kpikit.report.rows.COUNTS` → how many, those that there are, in that order.
    counts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """How many rows it has.

        >>> Bar("窓口", 0, (0, 1, 2), (("achieved", 2), ("not_achieved", 1))).total
        3
        """
        return len(self.rows)

    def describe(self, lang: Language) -> str:
        """Say the counts in words.

        >>> Bar("窓口", 0, (0, 1, 2), (("achieved", 2), ("not_achieved", 1))).describe("ja")
        '達成2、未達成1'
        """
        told = (f"{say(COUNTS[name], lang)}{_GAP[lang]}{number}" for name, number in self.counts)
        return say("chart-comma", lang).join(told)


def bar_of(rows: Iterable[tuple[int, ReportRow]], label: str = "", level: int = 0) -> Bar:
    """Count rows, each with its place in the report.

    >>> bar_of([]).total
    0
    """
    placed = list(rows)
    found = Counter(row.count for _, row in placed)
    counts = tuple((name, found[name]) for name in COUNTS if found[name])
    return Bar(label, level, tuple(place for place, _ in placed), counts)


def bars_by_section(report: Report) -> tuple[Bar, ...]:
    """Count the rows of every heading, those of a table too where there are several tables.

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> usage = kk.Section("施策", "1", "窓口", indicators=[kk.Indicator("利用率")])
    >>> goal = kk.Section("基本目標", "1", "便利な市役所", sections=[usage])
    >>> table = kk.Section("table", "1", "指標", sections=[goal])
    >>> report = build_report(kk.evaluate(kk.Plan("計画", sections=[table])))
    >>> [(bar.label, bar.total) for bar in bars_by_section(report)]
    [('基本目標1 便利な市役所', 1)]
    """
    bars: list[Bar] = []
    place = 0
    for table in report.tables:
        rows = list(enumerate(table.rows(), place))
        level = int(len(report.tables) > 1)
        if level:
            bars.append(bar_of(rows, table.heading))
        bars += _of_headings(table.groups, place, level)
        place += len(rows)
    return tuple(bars)


def bars_by_department(report: Report) -> tuple[Bar, ...]:
    """Count the rows of every department, in each of those that share one.

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> usage = kk.Indicator("利用率")
    >>> table = kk.Section("table", "1", "指標", departments=["市民課"], indicators=[usage])
    >>> report = build_report(kk.evaluate(kk.Plan("計画", sections=[table])))
    >>> [(bar.label, bar.total) for bar in bars_by_department(report)]
    [('市民課', 1)]
    """
    found: dict[str, list[tuple[int, ReportRow]]] = {}
    for place, row in enumerate(report.rows()):
        for department in row.departments:
            found.setdefault(department, []).append((place, row))
    return tuple(bar_of(rows, department) for department, rows in found.items())


def _of_headings(groups: tuple[ReportGroup, ...], place: int, level: int) -> Iterator[Bar]:
    """Yield a bar for each heading of a table, in the order in which they open."""
    opened: list[tuple[str, int, list[tuple[int, ReportRow]]]] = []
    current: list[tuple[int, list[tuple[int, ReportRow]]]] = []
    for group in groups:
        current = [each for each in current if each[0] < group.level]
        for depth, heading in enumerate(group.headings, group.level):
            rows: list[tuple[int, ReportRow]] = []
            current.append((depth, rows))
            opened.append((heading, depth, rows))
        for row in group.rows:
            for _, rows in current:
                rows.append((place, row))
            place += 1
    for heading, depth, rows in opened:
        yield bar_of(rows, heading, level + depth)
