"""One row of a report: the published cells and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, final

import attrs

from kpikit._value import Value
from kpikit.judging.evaluation import Evaluation
from kpikit.judging.standing import Pace
from kpikit.judging.wording import observation_words, rule_words
from kpikit.language.messages import Language, say
from kpikit.language.printable import one_line
from kpikit.model.indicator import Cell
from kpikit.model.period import Period
from kpikit.model.plan import Category, Section
from kpikit.model.verdict import Verdict
from kpikit.table.headings import Column, Role, read_heading

if TYPE_CHECKING:
    from kpikit.analysis.scheme.grade import Grade  # only those who grade pay for it

__all__ = [
    "COLOURS",
    "COUNTS",
    "MARKS",
    "ReportRow",
    "advice_words",
    "column_of",
    "grade_words",
    "one_line",
    "plain_verdict",
    "published_cells",
    "reason_lines",
    "verdict_words",
]

#: Verdict → the mark that stands before its word, so that nothing hangs on colour.
MARKS: Final = {
    Verdict.ACHIEVED: "○",
    Verdict.NOT_ACHIEVED: "×",
    Verdict.INDETERMINATE: "?",
    Verdict.NOT_DUE: "…",
    Verdict.NOT_APPLICABLE: "-",
}
#: Verdict → the colours of its word and of what stands behind it.
COLOURS: Final = {
    Verdict.ACHIEVED: ("#0a5c4a", "#dcf2eb"),
    Verdict.NOT_ACHIEVED: ("#9b1c1c", "#fde7e5"),
    Verdict.INDETERMINATE: ("#704500", "#fcefcf"),
    Verdict.NOT_DUE: ("#1d4d8f", "#e3edfa"),
    Verdict.NOT_APPLICABLE: ("#4a5361", "#ebeef2"),
}

#: The counts that a row may be one of, each with the code of its words.
COUNTS: Final = {
    **{
        each.value: f"verdict-{each.value}"
        for each in Verdict
        if each is not Verdict.NOT_APPLICABLE
    },
    "forecast": "total-forecast",
    "not_applicable": "verdict-not_applicable",
    "repeated": "total-repeated",
}


@final
@attrs.frozen(repr=False)
class ReportRow(Value):
    """A row as published, with its evaluation.

    >>> import kpikit as kk
    >>> usage = kk.evaluate(kk.Indicator("利用率"))
    >>> ReportRow("1", kk.Section("施策", "1", "窓口"), None, None, usage, ()).name
    '1 窓口'
    """

    #: The number of its table.
    table: str
    #: The section that it belongs to.
    section: Section
    #: The category of that section, or of one above it.
    category: Category | None
    #: Which of several indicators of the section it is, from 1; ``None`` if the only one.
    part: int | None
    #: What became of it.
    evaluation: Evaluation
    #: Its cells, word for word.
    cells: tuple[Cell, ...]
    #: What each scheme of the report makes of it.
    grades: tuple[Grade, ...] = ()
    #: Whether it counts, or the same indicator is counted elsewhere.
    counts: bool = True
    #: The departments that answer for it, those of the sections above it first.
    departments: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """The number of its section; ``""`` if it has none."""
        return self.section.code

    @property
    def name(self) -> str:
        """The number and title of its section."""
        return f"{self.number} {self.section.title}".strip()

    @property
    def actual(self) -> str:
        """The cell of the actual that was judged; its value where no heading tells which it is."""
        seen = self.evaluation.observation
        cell = self._cell(Role.ACTUAL, seen and seen.column)
        return observation_words(seen, "ja") if cell is None and seen else cell or ""

    @property
    def target(self) -> str:
        """The cell of the target that was judged; its rule where no heading tells which it is."""
        target = self.evaluation.target
        cell = self._cell(Role.TARGET, target and target.period)
        return rule_words(target.rule, "ja") if cell is None and target else cell or ""

    @property
    def baseline(self) -> str:
        """The cell of the value at the start."""
        return self._cell(Role.BASELINE, None) or ""

    @property
    def count(self) -> str:
        """Which of :data:`COUNTS` it adds to."""
        name = self.evaluation.counted_as[0] if self.counts else "repeated"
        return name if name in COUNTS else "not_applicable"

    @property
    def pace(self) -> Pace | None:
        """Whether it keeps up with the line to its target, ``None`` where that is not open."""
        standing = self.evaluation.standing
        return standing.pace if standing is not None else None

    def verdict(self, lang: Language) -> str:
        """Return the verdict in words, with its mark, and how it stands where it is open.

        The mark and the word are what :data:`MARKS` and the messages say.
        """
        return verdict_words(self.evaluation.verdict, lang, self.pace)

    def why(self, lang: Language) -> str:
        """Return the explanation, how it stands, and what to write where there is no verdict."""
        return "\n".join(reason_lines(self.evaluation, lang))

    def texts(self, columns: Sequence[str]) -> list[str]:
        """Return its cells as text, each below its own heading; ``""`` where it has none."""
        told: dict[str, list[str]] = {}
        for cell in reversed(self.cells):
            told.setdefault(cell.heading, []).append(cell.text)
        return [told[heading].pop() if told.get(heading) else "" for heading in columns]

    def _cell(self, role: Role, period: Period | None) -> str | None:
        """Return the cell of a role, of the column for a period if there are several."""
        found = [
            (column, cell.text)
            for cell in self.cells
            if (column := column_of(cell.heading)).role is role
        ]
        for column, text in found:
            if column.period == period:
                return text
        return found[-1][1] if found else None


def verdict_words(verdict: Verdict, lang: Language, pace: Pace | None = None) -> str:
    """Return a verdict in words, with its mark, and the pace that goes with it.

    >>> verdict_words(Verdict.NOT_DUE, "ja", Pace.BEHIND)
    '… 期限前・遅れ'
    """
    return f"{MARKS[verdict]} {plain_verdict(verdict, lang, pace)}"


def plain_verdict(verdict: Verdict, lang: Language, pace: Pace | None = None) -> str:
    """Return a verdict in words alone, with the pace that goes with it.

    >>> plain_verdict(Verdict.NOT_DUE, "ja", Pace.BEHIND)
    '期限前・遅れ'
    """
    words = say(f"verdict-{verdict.value}", lang)
    if pace is None:
        return words
    return say("standing-verdict", lang, verdict=words, pace=say(f"pace-word-{pace.value}", lang))


@lru_cache(maxsize=4096)
def column_of(heading: str) -> Column:
    """Tell what a column holds, from its heading; the same headings come again in every row.

    >>> column_of("目標値").role
    Role.TARGET
    """
    return read_heading(heading)


def published_cells(section: Section, evaluation: Evaluation, lang: Language) -> tuple[Cell, ...]:
    """Return the cells of a row; an indicator made in code gets cells that say what it is.

    >>> import kpikit as kk
    >>> usage = kk.evaluate(kk.Indicator("利用率"))
    >>> published_cells(kk.Section("施策", "1", "窓口"), usage, "ja")[2].text
    '利用率'
    """
    indicator = evaluation.indicator
    if indicator.source is not None and indicator.source.cells:
        return indicator.source.cells
    target = evaluation.target and evaluation.target.rule
    told = {
        "report-number": section.code,
        "report-section": section.title,
        "report-indicator": indicator.name,
        "report-actual": observation_words(evaluation.observation, lang),
        "report-target": rule_words(target, lang),
    }
    return tuple(Cell(say(code, lang), text) for code, text in told.items())


def grade_words(grade: Grade) -> str:
    """Say a grade as the body prints it, with the rate that it rests on.

    >>> import kpikit as kk
    >>> from kpikit.analysis.scheme import Grade
    >>> usage = kk.evaluate(kk.Indicator("利用率"))
    >>> grade_words(Grade("miyagi", usage, "B", printed="B", rate_text="84.9%"))
    'B 84.9%'
    """
    return " ".join(filter(None, (grade.printed, grade.rate_text)))


def advice_words(evaluation: Evaluation, lang: Language) -> str:
    """Say what to write for a verdict that cannot be told, ``""`` if it can.

    >>> import kpikit as kk
    >>> met = kk.Indicator("利用率", target=kk.AtLeast(kk.Quantity("55", "%")))
    >>> advice_words(kk.evaluate(met, kk.Observation(None, kk.Quantity("60", "%"))), "ja")
    ''
    """
    if evaluation.verdict is not Verdict.INDETERMINATE or evaluation.reason is None:
        return ""
    return say(f"advice-{evaluation.reason.value}", lang)


def reason_lines(evaluation: Evaluation, lang: Language) -> list[str]:
    """Return the explanation, and what to write where a verdict cannot be told.

    >>> import kpikit as kk
    >>> missed = kk.Indicator("利用率", target=kk.AtLeast(kk.Quantity("55", "%")))
    >>> seen = kk.Observation(kk.FiscalYear(2023), kk.Quantity("48.2", "%"))
    >>> reason_lines(kk.evaluate(missed, seen), "ja")
    ['実績値(令和5年度)は48.2%で、目標値55%以上に6.8ポイント及ばない。']
    """
    advice = advice_words(evaluation, lang)
    label = say("report-advice", lang)
    told = [say("report-labelled", lang, label=label, text=advice)] if advice else []
    return [evaluation.explain(lang), *told]
