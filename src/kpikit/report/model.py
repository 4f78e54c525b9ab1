"""What a report says, before it is written in any format.

A pure fold over a :class:`~kpikit.judging.result.PlanEvaluation`: the writers evaluate nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, final

import attrs

from kpikit._value import Value
from kpikit.judging.result import PlanEvaluation, SectionEvaluation
from kpikit.judging.summary import MidTerm, Summary, distinct
from kpikit.judging.wording import period_words
from kpikit.language.messages import Language, say
from kpikit.model._given import check_each, check_given, check_language
from kpikit.model.period import Date
from kpikit.model.plan import Category, Plan, Section
from kpikit.model.question import Question
from kpikit.report.checks import Check, checks_of
from kpikit.report.headlines import Headline, headlines_of
from kpikit.report.rows import ReportRow, published_cells

if TYPE_CHECKING:
    # Only those who audit or grade pay for it.
    from kpikit.analysis.editions import Comparison
    from kpikit.analysis.findings import Finding
    from kpikit.analysis.scheme import Scheme

__all__ = ["Report", "ReportGroup", "ReportTable", "Total", "build_report"]


@final
@attrs.frozen(repr=False)
class ReportGroup(Value):
    """Rows below one heading; below none where the table has no sections.

    >>> ReportGroup(("1 窓口",), 0, ()).headings
    ('1 窓口',)
    """

    #: The headings that open here, outermost first, each as published.
    headings: tuple[str, ...]
    #: How deep the first of them is: 0 is right below the table.
    level: int
    #: The rows.
    rows: tuple[ReportRow, ...]


@final
@attrs.frozen(repr=False)
class ReportTable(Value):
    """A table, as published, with a verdict on each row.

    >>> list(ReportTable("1", "指標", ("指標名", "目標値"), ()).rows())
    []
    """

    #: Its number as published, else its place among the tables.
    number: str
    #: The line of its title as published; of a table without one, its number in words.
    heading: str
    #: The headings of its columns.
    columns: tuple[str, ...]
    #: Its rows, by heading.
    groups: tuple[ReportGroup, ...]

    def rows(self) -> Iterator[ReportRow]:
        """Yield every row, in source order."""
        for group in self.groups:
            yield from group.rows


@final
@attrs.frozen(repr=False)
class Total(Value):
    """How many indicators of a section, a category or a department have which verdict.

    >>> Total("department", "", "市民課", 0, Summary(achieved=3)).summary.total
    3
    """

    #: ``plan``, ``table``, ``section``, ``category`` or ``department``.
    kind: str
    #: The number of the table, the code of the section or category; ``""`` if none.
    code: str
    #: What it is called.
    title: str
    #: How deep a section is: 0 is right below the table.
    level: int
    #: The counts.
    summary: Summary


@final
@attrs.frozen(repr=False)
class Report(Value):
    """All that a report says.

    >>> import kpikit as kk
    >>> build_report(kk.evaluate(kk.Plan("計画"))).plan.title
    '計画'
    """

    #: The language of all but the published cells.
    lang: Language
    #: The plan.
    plan: Plan
    #: The day of judging, or ``None`` where no period is known.
    as_of: date | None
    #: The tables.
    tables: tuple[ReportTable, ...]
    #: Published shares that rows of the plan should yield.
    headlines: tuple[Headline, ...]
    #: Published figures that follow from others.
    checks: tuple[Check, ...]
    #: The counts: of all, of each section, category and department.
    totals: tuple[Total, ...]
    #: What is open, how it stands, and by when it is to be met.
    mid_term: MidTerm = attrs.field(factory=lambda: MidTerm(Summary()))
    #: What the audit found; empty where it was not asked for.
    findings: tuple[Finding, ...] = ()
    #: What only a person can answer.
    questions: tuple[Question, ...] = ()
    #: The names of the schemes that every row is graded by.
    schemes: tuple[str, ...] = ()
    #: What is different from the edition before; ``None`` where none was given.
    changes: Comparison | None = None

    @property
    def dated(self) -> str:
        """The day of judging in words, ``""`` where there is none."""
        if self.as_of is None:
            return ""
        day = period_words(Date(self.as_of.year, self.as_of.month, self.as_of.day), self.lang)
        return say("report-as-of", self.lang, date=day)

    @property
    def open_words(self) -> str:
        """What is met of what is not due, and how the rest stands; ``""`` where all is due."""
        return self.mid_term.explain(self.lang)

    @property
    def is_mixed(self) -> bool:
        """Whether any row counts as more or else than its verdict: open, forecast, repeated."""
        counts = self.mid_term.summary
        return bool(counts.open or counts.forecast or counts.repeated)

    def rows(self) -> Iterator[ReportRow]:
        """Yield every row, in source order."""
        for table in self.tables:
            yield from table.rows()


def check_report(name: str, given: object) -> None:
    """Refuse what a writer is given that is no report."""
    check_given(name, given, "Report (kpikit.report.build_report(…))", Report)


def _check_schemes(given: object) -> None:
    from kpikit.analysis.scheme.definition import Scheme  # of use where there are any

    check_each("schemes", given, "Scheme (kpikit.scheme.load(…))", Scheme)


def _check_changes(given: object) -> None:
    from kpikit.analysis.editions import Comparison  # of use where there is one

    wanted = "Comparison (kpikit.analysis.editions.compare(…))"
    check_given("changes", given, wanted, Comparison)


def build_report(
    evaluated: PlanEvaluation,
    lang: Language = "ja",
    *,
    audited: bool = False,
    schemes: Sequence[Scheme] = (),
    changes: Comparison | None = None,
) -> Report:
    """Fold an evaluated plan into a report.

    Args:
        evaluated: The plan with its verdicts.
        lang: The language of all but the published cells.
        audited: Whether the report lists what the audit finds.
        schemes: Schemes that every row is graded by as well.
        changes: What is different from the edition before, as
            :func:`kpikit.analysis.editions.compare` finds it.

    >>> import kpikit as kk
    >>> plan = kk.Plan("計画", sections=[kk.Section("表", "1", "指標")])
    >>> build_report(kk.evaluate(plan)).tables[0].number
    '1'
    """
    check_given("build_report", evaluated, "PlanEvaluation (kpikit.evaluate(plan))", PlanEvaluation)
    check_language("build_report(lang=)", lang)
    if schemes != ():
        _check_schemes(schemes)
    if changes is not None:
        _check_changes(changes)
    elsewhere = frozenset(
        id(each) for each, counts_here in distinct(evaluated.all()) if not counts_here
    )
    tables = tuple(
        _Table(each, number, lang, tuple(schemes), evaluated.as_of, elsewhere).folded()
        for number, each in _numbered(evaluated)
    )
    rows = [row for table in tables for row in table.rows()]
    headlines = headlines_of(rows)
    findings: tuple[Finding, ...] = ()
    if audited:
        from kpikit.analysis.findings import audit  # most formats do without it

        findings = audit(evaluated)
    return Report(
        lang,
        evaluated.plan,
        evaluated.as_of,
        tables,
        headlines,
        checks_of(rows, headlines, lang),
        tuple(_totals(evaluated)),
        evaluated.roll_up(MidTerm.of),
        findings,
        evaluated.questions,
        tuple(scheme.name for scheme in schemes),
        changes,
    )


def _numbered(evaluated: PlanEvaluation) -> Iterator[tuple[str, SectionEvaluation]]:
    """Yield each table with its number as published, else its place."""
    for ordinal, each in enumerate(evaluated.sections, 1):
        yield each.section.code or str(ordinal), each


class _Label(NamedTuple):
    """What the rows of a section have of it and of those above it."""

    category: Category | None = None
    departments: tuple[str, ...] = ()

    def below(self, section: Section) -> _Label:
        """Return what those of a section below have."""
        departments = (*self.departments, *section.departments)
        return _Label(section.category or self.category, tuple(dict.fromkeys(departments)))


def _columns(rows: Iterable[ReportRow]) -> tuple[str, ...]:
    """Return the headings of all rows, in an order that is that of each of them.

    Indicators of forms may have years of their own: each cell stands below its own heading.
    """
    found: list[str] = []
    for headings in dict.fromkeys(tuple(cell.heading for cell in row.cells) for row in rows):
        at = len(found)
        for heading in reversed(headings):
            if heading in found[:at]:
                at = max(place for place in range(at) if found[place] == heading)
            else:
                found.insert(at, heading)
    return tuple(found)


@attrs.frozen
class _Table:
    """A table that is folded, and what its rows are told in and graded by."""

    top: SectionEvaluation
    number: str
    lang: Language
    schemes: tuple[Scheme, ...]
    as_of: date | None
    #: The evaluations, each by its ``id``, whose indicators are counted elsewhere.
    elsewhere: frozenset[int]

    def folded(self) -> ReportTable:
        section = self.top.section
        groups = tuple(self._groups(self.top, (), 0, _Label(), _heading_kinds(self.top)))
        columns = _columns(row for group in groups for row in group.rows)
        untitled = say("total-table", self.lang, number=self.number)
        heading = section.heading or section.title or untitled
        return ReportTable(self.number, heading, columns, groups)

    def _groups(
        self,
        evaluated: SectionEvaluation,
        opened: tuple[str, ...],
        level: int,
        above: _Label,
        kinds: frozenset[str],
    ) -> Iterator[ReportGroup]:
        """Yield the rows of a section by heading; sections that are rows go together."""
        above = above.below(evaluated.section)
        rows = [*self._rows(evaluated, above)]
        start = level - len(opened)
        for below in evaluated.sections:
            if not _is_heading(below, kinds):
                rows += self._rows(below, above.below(below.section))
                continue
            if rows:
                yield ReportGroup(opened, start, tuple(rows))
                rows, opened, start = [], (), level
            inner = (*opened, _heading(below.section))
            yield from self._groups(below, inner, level + 1, above, kinds)
            opened, start = (), level
        if rows or opened:
            yield ReportGroup(opened, start, tuple(rows))

    def _rows(self, evaluated: SectionEvaluation, label: _Label) -> Iterator[ReportRow]:
        section = evaluated.section
        for number, each in enumerate(evaluated.evaluations, 1):
            part = number if len(evaluated.evaluations) > 1 else None
            cells = published_cells(section, each, self.lang)
            grades = tuple(scheme.grade(each, self.as_of) for scheme in self.schemes)
            counts = id(each) not in self.elsewhere
            yield ReportRow(
                self.number,
                section,
                label.category,
                part,
                each,
                cells,
                grades,
                counts,
                label.departments,
            )


def _heading_kinds(table: SectionEvaluation) -> frozenset[str]:
    """Return the kinds of sections that are headings: half of them stand above several rows."""
    several: dict[str, list[bool]] = {}
    for each in table.walk():
        if each is not table:
            several.setdefault(each.section.kind, []).append(sum(1 for _ in each.all()) > 1)
    return frozenset(kind for kind, each in several.items() if 2 * sum(each) >= len(each))


def _is_heading(evaluated: SectionEvaluation, kinds: frozenset[str]) -> bool:
    """Whether a section is a heading above rows rather than a row itself."""
    section = evaluated.section
    has_own_line = bool(section.heading and not evaluated.evaluations)
    return bool(evaluated.sections) or has_own_line or section.kind in kinds


def _heading(section: Section) -> str:
    return section.heading or f"{section.kind}{section.code} {section.title}".strip()


def _totals(evaluated: PlanEvaluation) -> Iterator[Total]:
    yield Total("plan", "", "", 0, evaluated.summary())
    for number, each in _numbered(evaluated):
        yield Total("table", number, each.section.title, 0, each.summary())
        yield from _section_totals(each, 0, _heading_kinds(each))
    for category, summary in evaluated.by_category().items():
        yield Total("category", category.code, category.title, 0, summary)
    for department, summary in evaluated.by_department().items():
        yield Total("department", "", department, 0, summary)


def _section_totals(
    evaluated: SectionEvaluation, level: int, kinds: frozenset[str]
) -> Iterator[Total]:
    for below in evaluated.sections:
        if _is_heading(below, kinds):
            section = below.section
            name = f"{section.kind}{section.code}"
            yield Total("section", name, section.title, level, below.summary())
            yield from _section_totals(below, level + 1, kinds)
