"""What a reconciliation finds: a rule for each column, and the rows that print something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kpikit.analysis.findings import Finding, Place, Severity
from kpikit.analysis.findings._rows import rows_of
from kpikit.analysis.findings.finding import info, warning
from kpikit.analysis.reconcile.result import PrintedColumn, Reconciliation, reconcile
from kpikit.analysis.reconcile.rows import PrintedRow
from kpikit.judging.result import PlanEvaluation
from kpikit.model._given import check_given
from kpikit.model.printed import PrintedChange, PrintedRate, PrintedResult

__all__ = ["discrepancies"]

#: What a printed cell is called in codes.
_KINDS: Final[dict[type, str]] = {
    PrintedRate: "rate",
    PrintedResult: "result",
    PrintedChange: "change",
}


def discrepancies(
    result: PlanEvaluation, reconciliation: Reconciliation | None = None
) -> tuple[Finding, ...]:
    r"""Return what is worth noting of the printed rates and results, a column after the other.

    Each row that differs is a warning of its own; notes of one kind are one finding a column.

    Args:
        result: An evaluated plan.
        reconciliation: What :func:`reconcile` makes of it, where it is at hand.

    >>> import kpikit as kk
    >>> lines = ["指標名\t目標値\t実績値\t達成状況", "ごみの量\t4%削減\t1%削減\t達成"]
    >>> result = kk.evaluate(kk.read_plan("\n".join(lines).encode(), name="a.tsv"))
    >>> print(discrepancies(result)[1].message("en"))
    達成 is printed, and by the rule of its column it is 未達成
    """
    found = reconcile(result) if reconciliation is None else reconciliation
    wanted = "Reconciliation (kpikit.reconcile(result))"
    check_given("discrepancies", found, wanted, Reconciliation)
    places = {id(row.evaluation): row.place for row in rows_of(result)}
    return tuple(each for column in found.columns for each in _of_column(column, places))


def _of_column(column: PrintedColumn, places: Mapping[int, Place]) -> Iterator[Finding]:
    code = "printed-rule-fitted" if column.fits else "printed-rule-unknown"
    yield Finding(code, Severity.INFO, (), column.explain("ja"), column.explain("en"))
    for each in column.schemes:
        told = (each.explain(column.heading, lang) for lang in ("ja", "en"))
        yield Finding("printed-scheme", Severity.INFO, (), *told)
    if not column.fits:
        return
    for row in column.differing:
        kind = _KINDS[type(row.printed)]
        place, printed = places[id(row.evaluation)], row.printed.text
        yield warning(f"printed-{kind}-differs", place, printed=printed, computed=row.yields)
    for note, rows in _noted(column).items():
        if rows:
            where = [places[id(row.evaluation)] for row in rows]
            yield info(note, *where, heading=column.heading, count=len(rows))


def _noted(column: PrintedColumn) -> dict[str, list[PrintedRow]]:
    """Return the notes that are made of several rows at once."""
    return {
        "printed-not-compared": [row for row in column.rows if row.agrees is None],
        "direction-from-printed": [row for row in column.rows if row.direction is not None],
    }
