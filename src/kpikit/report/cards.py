"""A card for each indicator: what is told of it at a glance, and what is told on demand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, final

import attrs

from kpikit._value import Value
from kpikit.judging.amounts import noun_words
from kpikit.judging.wording import period_words
from kpikit.language.issue import Location
from kpikit.language.messages import Language, say
from kpikit.language.width import width
from kpikit.model.quantity import Quantity
from kpikit.model.verdict import Verdict
from kpikit.report.blocks import Item, others_of
from kpikit.report.concern import gap_words
from kpikit.report.model import Report
from kpikit.report.rows import ReportRow, one_line
from kpikit.report.scale import Lane, Scale, pair_words

if TYPE_CHECKING:
    from kpikit.analysis.findings import Finding  # only those who audit pay for it

__all__ = ["Card", "card_details", "cards_of", "spot"]

#: What stands before an actual in a table and is no part of it.
_ARROWS: Final = "→⇒➡ \N{IDEOGRAPHIC SPACE}"


@final
@attrs.frozen(repr=False)
class Card(Value):
    """One row of a report, with all that belongs to it."""

    #: Its place in the report, from 0.
    number: int
    #: The row.
    row: ReportRow
    #: Where it stands on the common scale; ``None`` where it has no target.
    lane: Lane | None = None
    #: What the audit found of it.
    findings: tuple[Finding, ...] = ()
    #: The number and title of its section, ``""`` where its name or a heading says it.
    above: str = ""
    #: The actual as published, without an arrow before it, with the unit of its column.
    actual: str = ""
    #: The target as published, with the unit of its column.
    target: str = ""
    #: The value at the start as published, ``""`` where there is none.
    start: str = ""
    #: By when the target is to be met, in words; ``""`` where that is not told.
    due: str = ""
    #: How far the actual is from the target, in units; ``""`` where that is unknown.
    gap: str = ""
    #: How the verdict came about.
    sentence: str = ""

    def values(self, room: int) -> str:
        """Return actual and target as published, in words where they need more than *room*.

        Args:
            room: The width in half-width characters.
        """
        told = pair_words(self.actual, self.target)
        if self.lane is None or self.lane.span is None or width(told) <= room:
            return told
        return pair_words(self.lane.actual_words, self.lane.aim_words)

    @property
    def has_target(self) -> bool:
        """Whether there is a target to meet."""
        return self.row.evaluation.verdict is not Verdict.NOT_APPLICABLE

    @property
    def name(self) -> str:
        """What the indicator is called."""
        return self.row.evaluation.indicator.name


def cards_of(report: Report, scale: Scale) -> tuple[Card, ...]:
    """Return a card for each row of a report, in source order.

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> from kpikit.report.scale import scale_of
    >>> table = kk.Section("表", "1", "指標", indicators=[kk.Indicator("利用率")])
    >>> report = build_report(kk.evaluate(kk.Plan("計画", sections=[table])))
    >>> [card.name for card in cards_of(report, scale_of(report))]
    ['利用率']
    """
    lanes = {lane.number: lane for lane in scale.lanes()}
    found = _findings_by_spot(report)
    cards: list[Card] = []
    opened: list[str] = []
    for table, group in ((each, group) for each in report.tables for group in each.groups):
        opened = [one_line(heading) for heading in group.headings] or opened
        headings = [one_line(table.heading), *opened]
        for row in group.rows:
            above = _above(row, headings)
            cards.append(_card(len(cards), row, lanes.get(len(cards)), above, report.lang, found))
    return tuple(cards)


def card_details(card: Card, lang: Language) -> tuple[Item, ...]:
    """Return what is told of a card on demand: how it stands, rates, what was taken as read."""
    return tuple(_details(card, lang))


def spot(location: Location) -> tuple[str, int]:
    r"""Return the file and line of a place, whatever its column.

    >>> spot(Location("plan.tsv", 3, "実績値"))
    ('plan.tsv\n', 3)
    """
    return f"{location.file}\n{location.sheet}", location.line


def _card(
    number: int,
    row: ReportRow,
    lane: Lane | None,
    above: str,
    lang: Language,
    found: Mapping[tuple[str, int], Sequence[Finding]],
) -> Card:
    """Return a card with its words, each of which is made once."""
    evaluation = row.evaluation
    source, seen, rule = evaluation.indicator.source, evaluation.observation, evaluation.rule
    target = evaluation.target
    return Card(
        number,
        row,
        lane,
        tuple(found.get(spot(source.location), ())) if source is not None else (),
        above,
        _with_unit(row.actual.strip().lstrip(_ARROWS), seen and seen.quantity),
        _with_unit(row.target.strip(), rule.number if rule is not None else None),
        _start(row),
        period_words(target.period, lang) if target and target.period else "",
        gap_words(lane.gap, "target", lang, seen) if lane is not None else "",
        evaluation.explain(lang),
    )


def _start(row: ReportRow) -> str:
    """Return the cell of the value at the start, where it is a number."""
    start = row.evaluation.baseline
    if start is None or start.quantity is None:
        return ""
    return _with_unit(row.baseline.strip(), start.quantity)


def _above(row: ReportRow, headings: list[str]) -> str:
    """Return the number and title of a section, unless its name or a heading says it."""
    title = one_line(row.section.title)
    is_told = title == row.evaluation.indicator.name or any(title in each for each in headings)
    return "" if is_told else one_line(row.name)


def _with_unit(text: str, quantity: Quantity | None) -> str:
    """Return a cell, with the unit where it is a number that has none of its own."""
    is_bare = quantity is not None and text[-1:].isdigit() and quantity.unit not in text
    return f"{text}{noun_words(quantity.unit)}" if quantity is not None and is_bare else text


def _details(card: Card, lang: Language) -> Iterator[Item]:
    """Yield all but the sentence and what the row itself says."""
    others = others_of(card.row, lang)
    cells = {(cell.heading, cell.text) for cell in card.row.cells}
    for printed in card.row.evaluation.indicator.printed:
        yield Item(say("card-printed", lang, heading=printed.heading), printed.text)
    yield from (each for each in others if (each.label, each.text) not in cells)
    if card.row.departments:
        told = say("chart-comma", lang).join(card.row.departments)
        yield Item(say("card-departments", lang), told)
    entries = _findings_beside(card, lang) if card.findings else ()
    if entries:
        yield Item(say("card-findings", lang), "", entries)


def _findings_beside(card: Card, lang: Language) -> tuple[tuple[str, str], ...]:
    """Return what the audit found beside what the sentence of a card says itself."""
    sentence = card.sentence.casefold()
    found = (each.message(lang) for each in card.findings)
    return tuple((text, "") for text in found if text.casefold() not in sentence)


def _findings_by_spot(report: Report) -> dict[tuple[str, int], list[Finding]]:
    found: dict[tuple[str, int], list[Finding]] = {}
    for finding in report.findings:
        for key in dict.fromkeys(spot(place) for place in finding.locations):
            found.setdefault(key, []).append(finding)
    return found
