"""The columns of what a publisher printed, each with the rules that reproduce it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeAlias, final
from unicodedata import normalize

import attrs

from kpikit._value import Value, to_tuple
from kpikit.analysis.reconcile.changes import ChangeFit, changes_of
from kpikit.analysis.reconcile.figures import Cells, Given, Lies, given
from kpikit.analysis.reconcile.fit import FEWEST, Fit, fits_of
from kpikit.analysis.reconcile.known import KnownScheme, known_scheme
from kpikit.analysis.reconcile.marks import NEARLY, scales_of
from kpikit.analysis.reconcile.rows import NOTHING, PrintedRow, PrintedRows
from kpikit.analysis.reconcile.scale import MarkScale
from kpikit.analysis.scheme import Scheme, load
from kpikit.judging.result import PlanEvaluation
from kpikit.language.messages import Language, say
from kpikit.model._given import check_each, check_given
from kpikit.model.period import Period
from kpikit.model.printed import Printed, PrintedChange, PrintedRate, PrintedResult
from kpikit.model.verdict import Direction

__all__ = ["PrintedColumn", "Reconciliation", "reconcile"]

#: So large a share of a column is reproduced by a rule that may tell which way is better.
_SURE: Final = Decimal("0.9")


def _kept(rows: Iterable[PrintedRow]) -> PrintedRows:
    return PrintedRows.of(rows)


@final
@attrs.frozen(repr=False)
class PrintedColumn(Value):
    """The printed rates, results or changes below one heading.

    >>> PrintedColumn("達成率", "指標", ()).compared
    0
    """

    #: The heading, without the year where the column is of several.
    heading: str
    #: The title of the table.
    table: str
    #: The cells in the order of the rows.
    rows: PrintedRows = attrs.field(converter=_kept)
    #: What reproduces most of them, equally well; the plainest first. None where too few are.
    fits: tuple[Fit | MarkScale | ChangeFit, ...] = attrs.field(default=(), converter=to_tuple)
    #: Whether its rows are those whose target is not beyond the baseline, or the others; ``None``:
    #: both.
    is_kept: bool | None = None
    #: How many of the cells the schemes reproduce that were given.
    schemes: tuple[KnownScheme, ...] = attrs.field(default=(), converter=to_tuple)

    @property
    def compared(self) -> int:
        """How many cells can be compared with a computed one."""
        return len(self.rows) - self.rows.agrees.count(None)

    @property
    def reproduced(self) -> int:
        """How many of them are as computed."""
        return self.rows.agrees.count(True)

    @property
    def differing(self) -> tuple[PrintedRow, ...]:
        """The rows where another rate or result is printed than the computed one."""
        return tuple(self.rows[at] for at, is_so in enumerate(self.rows.agrees) if is_so is False)

    def explain(self, lang: Language = "ja") -> str:
        """Say which rule reproduces how many of how many cells."""
        heading = self.heading
        if self.is_kept is not None:
            heading += say("reconcile-kept" if self.is_kept else "reconcile-beyond", lang)
        if not self.fits:
            return say("reconcile-none", lang, heading=heading, rows=len(self.rows))
        text = say(
            "reconcile-column",
            lang,
            heading=heading,
            fit=self.fits[0].words(lang),
            reproduced=self.reproduced,
            compared=self.compared,
            rows=len(self.rows),
        )
        others = len(self.fits) - 1
        return text + (say("reconcile-others", lang, count=others) if others else "")


@final
@attrs.frozen(repr=False)
class Reconciliation(Value):
    """What a plan prints of its indicators beside what their figures yield.

    >>> Reconciliation().columns
    ()
    """

    #: Its columns of printed rates and results.
    columns: tuple[PrintedColumn, ...] = attrs.field(default=(), converter=to_tuple)

    def explain(self, lang: Language = "ja") -> str:
        """Say it, a line a column, a line a scheme and a line a row that differs."""
        lines = list[str]()
        for column in self.columns:
            lines.append(column.explain(lang))
            lines += (each.explain(column.heading, lang) for each in column.schemes)
            lines += (each.explain(lang) for each in column.differing)
        return "\n".join(lines)


def reconcile(result: PlanEvaluation, schemes: Iterable[str | Scheme] = ()) -> Reconciliation:
    r"""Compare what a publisher printed with what its figures yield.

    No verdict changes by it; see :func:`directed` for what it may tell of those that are open.

    Args:
        result: An evaluated plan.
        schemes: Schemes to compare the cells with as well, or names that
            :func:`kpikit.analysis.scheme.load` knows.

    >>> import kpikit as kk
    >>> figures = [(60, 41, 68), (70, 50, 71), (90, 50, 55), (80, 80, 99)]
    >>> lines = [f"施設{t}の利用者数\t{t}人以上\t{a}人\t{r}%" for t, a, r in figures]
    >>> plan = kk.read_plan(
    ...     "\n".join(["指標名\t目標値\t実績値\t達成率", *lines]).encode(), name="a.tsv"
    ... )
    >>> print(kk.reconcile(kk.evaluate(plan)).explain("en"))
    達成率: a/t; target of the year; down, decimals: 0: 3 of 4 compared (4 printed)
    施設80の利用者数: 99% is printed, 100% computed
    """
    check_given("reconcile", result, "PlanEvaluation (kpikit.evaluate(plan))", PlanEvaluation)
    columns = _columns_of(result)
    given_ones = check_each("schemes", schemes, "str | Scheme (kpikit.scheme.load(…))", str, Scheme)
    chosen = [load(each) if isinstance(each, str) else each for each in given_ones]
    return Reconciliation(
        attrs.evolve(column, schemes=[known_scheme(each, own) for each in chosen])
        if chosen
        else column
        for (table, heading, kind), cells in columns.items()
        for column, own in _COLUMNS[kind](table, heading, cells)
    )


def _columns_of(result: PlanEvaluation) -> dict[tuple[str, str, type], Cells]:
    """Return the columns of printed cells, each by its table, its heading and its kind."""
    columns: dict[tuple[str, str, type], Cells] = {}
    for top in result.sections:
        title = top.section.title
        for evaluation in top.all():
            own: Given | None = None
            for printed in evaluation.indicator.printed:
                if own is None or own.period != printed.period:
                    own = given(evaluation, printed.period)
                key = title, _heading(printed), type(printed)
                if key not in columns:
                    columns[key] = Cells()
                columns[key].add(printed, own)
    return columns


def _heading(printed: Printed) -> str:
    """Return the heading of a cell without its year, in one width."""
    return _without(printed.heading, getattr(printed.period, "label", ""))


@lru_cache(maxsize=1024)
def _without(heading: str, label: str) -> str:
    heading, label = (normalize("NFKC", text) for text in (heading, label))
    return " ".join(heading.replace(label, "").split()) if label else heading


#: A column, and the cells that it is of.
_Part: TypeAlias = tuple[PrintedColumn, Cells]
_Columns: TypeAlias = Iterator[_Part]


def _rates(table: str, heading: str, cells: Cells) -> _Columns:
    yield _column(table, heading, cells, fits_of(cells)), cells


def _changes(table: str, heading: str, cells: Cells) -> _Columns:
    yield _column(table, heading, cells, changes_of(cells)), cells


def _results(table: str, heading: str, cells: Cells) -> _Columns:
    whole = _column(table, heading, cells, scales_of(cells)), cells
    return iter(_parted(whole, (_year, _is_kept)))


def _parted(whole: _Part, keys: Sequence[Callable[[Given], object]]) -> list[_Part]:
    """Return a column of results, or its parts where these have limits of their own.

    That is each year, or what is to be kept beside what is to be reached.
    """
    column, cells = whole
    if not keys or column.reproduced >= len(cells) * NEARLY:
        return [whole]
    plainer = _parted(whole, keys[1:])
    groups: dict[object, Cells] = {}
    for printed, each in cells:
        groups.setdefault(keys[0](each), Cells()).add(printed, each)
    if len(groups) == 1:
        return plainer
    parts = [
        part
        for own in groups.values()
        for part in _parted((_part_of(column, own, keys[0]), own), keys[1:])
    ]
    is_better = _reproduced(parts) >= _reproduced(plainer) + FEWEST
    return parts if is_better else plainer


def _part_of(whole: PrintedColumn, cells: Cells, key: Callable[[Given], object]) -> PrintedColumn:
    """Return the cells of a column that are alike in a key as a column of their own."""
    if key is _year:
        return _column(whole.table, cells.printed[0].heading, cells, scales_of(cells))
    part = _column(whole.table, whole.heading, cells, scales_of(cells))
    return attrs.evolve(part, is_kept=_is_kept(cells.given[0]))


def _reproduced(parts: Iterable[_Part]) -> int:
    return sum(each.reproduced for each, _ in parts)


def _year(cell: Given) -> Period | None:
    return cell.period


def _is_kept(cell: Given) -> bool:
    """Whether the target is not beyond the baseline, whichever way is better."""
    figures = cell.of_year
    if figures is None:
        return False
    return all(lies is Lies.BEHIND for _, lies in figures.cases[cell.ways])


_COLUMNS: Final[dict[type, Callable[[str, str, Cells], _Columns]]] = {
    PrintedRate: _rates,
    PrintedResult: _results,
    PrintedChange: _changes,
}


def _column(
    table: str,
    heading: str,
    cells: Cells,
    found: Sequence[tuple[Fit | MarkScale | ChangeFit, Sequence[PrintedRow]]],
) -> PrintedColumn:
    """Return a column with its rows as the plainest fit yields them."""
    if not found:
        nothing = [NOTHING] * len(cells)
        rows: Iterable[PrintedRow] = PrintedRows.beside(cells.evaluations, cells.printed, nothing)
        return PrintedColumn(heading, table, rows)
    column = PrintedColumn(heading, table, found[0][1], [fit for fit, _ in found])
    is_sure = column.reproduced >= column.compared * _SURE
    if is_sure and len(found) == 1:
        return column
    others = [rows for _, rows in found] if is_sure else []
    rows = (
        attrs.evolve(row, direction=_way([each[at] for each in others])) if row.direction else row
        for at, row in enumerate(column.rows)
    )
    return attrs.evolve(column, rows=rows)


def _way(rows: Sequence[PrintedRow]) -> Direction | None:
    """Return which way is better, if every fit that can be compared says so."""
    told = {row.direction for row in rows if row.agrees is not None}
    return told.pop() if len(told) == 1 else None
