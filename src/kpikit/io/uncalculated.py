"""Formulas whose results a workbook does not store: one issue for all that nothing is lost by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

import attrs

from kpikit.io.grid import few
from kpikit.language.issue import Issue, Location
from kpikit.language.pattern import pattern
from kpikit.model.observation import Missing
from kpikit.model.plan import Plan

__all__ = ["gathered"]

#: The issue of one formula, and that of several.
_ONE: Final = "formula-not-calculated"
_SEVERAL: Final = "formulas-not-calculated"
#: The rows that a formula names, and what it names in other sheets and files.
_ROW: Final = pattern(r"(?<![A-Za-z])\$?[A-Z]{1,3}\$?(\d+)(?![\d(])")
_ELSEWHERE: Final = pattern(r"!|\[[^.\]]")
#: A sheet and a row of it.
_Line: TypeAlias = tuple[str, int]


def gathered(issues: Iterable[Issue], plan: Plan) -> list[Issue]:
    """Return issues, with those of several formulas without results as one.

    A formula that looks at its own row alone tells nothing that the row does not. Where the
    indicator of that row has all its values, it is one issue with all such formulas of the sheet;
    elsewhere a value may be lost, and each row has an issue.

    >>> def of(formula: str, line: int, column: str) -> Issue:
    ...     return Issue("formula-not-calculated", formula, 0, 1, "", Location("f", line, column))
    >>> found = [of("=C1-D1", 1, "E1"), of("=C2-D2", 2, "E2"), of("=C1+C2", 3, "C3")]
    >>> [(str(each.location), each.detail) for each in gathered(found, Plan("計画"))]
    [('f:1 「E1」', 'E1 E2'), ('f:3 「C3」', '')]
    """
    open_lines = {*_lines_with_blanks(plan)}
    alike: dict[object, list[Issue]] = {}
    for at, each in enumerate(issues):
        alike.setdefault(_key(each, open_lines) or at, []).append(each)
    return [_joined(these) for these in alike.values()]


def _lines_with_blanks(plan: Plan) -> Iterable[_Line]:
    """Yield where an indicator stands that has no target, or an actual that is blank."""
    for each in plan.indicators():
        blanks = (seen.missing is Missing.BLANK for seen in each.observations)
        if each.source is not None and (not each.targets or any(blanks)):
            yield _line(each.source.location)


def _line(place: Location) -> _Line:
    return place.sheet, place.line


def _key(issue: Issue, open_lines: set[_Line]) -> object:
    """Return what issues of formulas share that are told as one; ``None`` of any other issue."""
    if issue.code != _ONE or issue.location is None:
        return None
    line = _line(issue.location)
    is_told = line not in open_lines and _is_of_its_row(issue.text, issue.location.line)
    return (line[0],) if is_told else line


def _is_of_its_row(formula: str, line: int) -> bool:
    """Whether a formula looks at cells of its own row, and at nothing else."""
    lines = {int(each) for each in _ROW.findall(formula)}
    return lines == {line} and _ELSEWHERE.search(formula) is None


def _joined(issues: list[Issue]) -> Issue:
    first = issues[0]
    if len(issues) == 1:
        return first
    cells = [each.location.column for each in issues if each.location is not None]
    return attrs.evolve(first, code=_SEVERAL, detail=few(cells))
