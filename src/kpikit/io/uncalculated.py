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
#: What adds cells up: a total may be a value that nothing else tells.
_SUM: Final = pattern(r"(?i)\bSUM|\+")
#: A sheet and a row of it.
_Line: TypeAlias = tuple[str, int]


def gathered(issues: Iterable[Issue], plan: Plan) -> list[Issue]:
    """Return issues, with those of several formulas without results as one.

    A formula that looks at its own row alone tells nothing that the row does not, if the indicator
    of that row has all its values; nor does a difference or a rate, if all indicators of the sheet
    have theirs. These are one issue of a sheet. In any other a value may be lost, and each row has
    an issue.

    >>> def of(formula: str, line: int, column: str) -> Issue:
    ...     return Issue("formula-not-calculated", formula, 0, 1, "", Location("f", line, column))
    >>> found = [of("=C1-D1", 1, "E1"), of("=C2-D2", 2, "E2"), of("=C1+C2", 3, "C3")]
    >>> [(str(each.location), each.detail) for each in gathered(found, Plan("計画"))]
    [('f:1 「E1」', 'E1 E2'), ('f:3 「C3」', '')]
    """
    issues = [*issues]
    if all(each.code != _ONE for each in issues):  # as in most files
        return issues
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
    return (line[0],) if _tells_nothing(issue.text, line, open_lines) else line


def _tells_nothing(formula: str, line: _Line, open_lines: set[_Line]) -> bool:
    """Whether a formula only works out what other cells of its sheet tell."""
    if _ELSEWHERE.search(formula) is not None:
        return False
    rows = {int(each) for each in _ROW.findall(formula)}
    if rows == {line[1]}:
        return line not in open_lines
    is_worked_out = bool(rows) and _SUM.search(formula) is None
    return is_worked_out and all(sheet != line[0] for sheet, _ in open_lines)


def _joined(issues: list[Issue]) -> Issue:
    first = issues[0]
    if len(issues) == 1:
        return first
    cells = [each.location.column for each in issues if each.location is not None]
    return attrs.evolve(first, code=_SEVERAL, detail=few(cells))
