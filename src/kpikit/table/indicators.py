"""One row of a table into an indicator."""

from __future__ import annotations

import re
from typing import Final

import attrs

from kpikit.cell import read_actual, read_target
from kpikit.cell.derivations import read_derivations
from kpikit.indicator import Cell, Derivation, Indicator, Reduction, Source, Sum, Target
from kpikit.observation import Missing, Observation
from kpikit.quantity import Quantity
from kpikit.reading import Issue, Note
from kpikit.rule import AtLeast, AtMost, Exactly, Exploratory, Reach, Rule, Unset
from kpikit.table.fields import Fields
from kpikit.table.headings import Column, Role

__all__ = ["read_indicator"]

_NOT_SET: Final = re.compile("(?:未設定|設定なし|設定無し|指標なし)")
_DASHES: Final = frozenset("—―-－‐–ー")
_REPEATED: Final = re.compile(r"[(（【\[〔]?再掲[)）】\]〕]?")


@attrs.define
class _Reader:
    """Reads the cells of one row, and keeps what there is to say of them."""

    fields: Fields
    issues: list[Issue] = attrs.field(factory=list[Issue])
    notes: dict[str, tuple[Note, ...]] = attrs.field(factory=dict[str, tuple[Note, ...]])

    def observation(self, column: Column, text: str) -> Observation:
        reading = read_actual(text, column=column.period)
        self.notes[column.heading] = reading.notes
        self.issues += self.fields.issues(column, reading)
        if reading.value is None:
            return Observation(None, missing=Missing.UNREADABLE, column=column.period)
        return reading.value

    def target(self, column: Column, text: str) -> Target | None:
        reading = read_target(text)
        self.notes[column.heading] = reading.notes
        self.issues += self.fields.issues(column, reading)
        if reading.value is None:
            return None
        return Target(reading.value, column.period or reading.period)

    def targets(self) -> list[Target]:
        cells = self.fields.of(Role.TARGET)
        given = [(column, text) for column, text in cells if not _is_empty(text)]
        unset = _unset(self.fields.text(Role.INDICATOR))
        if unset is not None and not given:
            return [Target(unset)]
        read = [self.target(column, text) for column, text in given or cells]
        return [target for target in read if target is not None]

    def baseline(self) -> Observation | None:
        for column, text in self.fields.of(Role.BASELINE):
            if not _is_empty(text):
                return self.observation(column, text)
        return None

    def source(self) -> Source:
        pairs = [pair for pair in self.fields.pairs() if not _is_group(pair[0], self.fields)]
        cells = (
            Cell(column.heading, text, self.notes.get(column.heading, ()) if column.role else ())
            for column, text in pairs
        )
        return Source(self.fields.place(), tuple(cells))


def read_indicator(fields: Fields, name: str) -> tuple[Indicator, list[Issue]]:
    """Read the row of an indicator.

    Args:
        fields: The row.
        name: What to call it where the row gives no name.

    Returns:
        The indicator, and the issues of the row and of its cells.
    """
    reader = _Reader(fields, [*fields.width_issues()])
    column = next(iter(fields.of(Role.INDICATOR)), None)
    own = column[1] if column and column[1].strip() else ""
    if column and not own:
        text = fields.row.text
        reader.issues.append(
            Issue("indicator-unnamed", text, 0, len(text), location=fields.place(column[0]))
        )
    baseline = reader.baseline()
    seen = [reader.observation(*cell) for cell in fields.of(Role.ACTUAL)]
    targets = reader.targets()
    indicator = Indicator(
        own or name,
        target=targets,
        baseline=baseline,
        observations=seen,
        derivations=_derivations(fields, seen, targets),
        repeated=any(_REPEATED.search(text) for text in _names(fields)),
        source=reader.source(),
    )
    return indicator, reader.issues


def _names(fields: Fields) -> list[str]:
    return [fields.text(Role.INDICATOR), *(text for _, text in fields.of(Role.SECTION))]


def _derivations(
    fields: Fields, seen: list[Observation], targets: list[Target]
) -> tuple[Derivation, ...]:
    """Return what the cells say of how the figures came about.

    The parts of a sum make the actual; what a reduction leaves is the target.
    """
    actual = next((each.quantity for each in reversed(seen) if each.quantity), None)
    aim = next((figure for each in targets if (figure := _figure(each.rule))), None)
    texts = [
        text
        for role in (Role.ACTUAL, Role.TARGET, Role.REMARK)
        for _, text in fields.of(role)
        if not _is_empty(text)
    ]
    found: list[Derivation] = []
    for text in texts:
        found += [each for each in read_derivations(text, actual) if isinstance(each, Sum)]
        found += [each for each in read_derivations(text, aim) if isinstance(each, Reduction)]
    return tuple(dict.fromkeys(found))


def _figure(rule: Rule) -> Quantity | None:
    match rule:
        case AtLeast(bound=figure) | AtMost(bound=figure):
            return figure
        case Exactly(value=figure) | Reach(value=figure):
            return figure
        case _:
            return None


def _unset(name: str) -> Rule | None:
    """Return the rule of a name that says that there is no indicator."""
    if not _NOT_SET.match(name):
        return None
    rule = read_target(name).value
    return rule if isinstance(rule, Exploratory | Unset) else None


def _is_empty(text: str) -> bool:
    return not text.strip() or text.strip() in _DASHES


def _is_group(column: Column, fields: Fields) -> bool:
    """Whether a column names the sections above that of the row: those are headings."""
    return column.role is Role.SECTION and column is not fields.of(Role.SECTION)[-1][0]
