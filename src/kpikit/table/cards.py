"""Cards: a table for each indicator, its name above it, and what that means in a line between.

A-1 | 有収率（％） above 給水量のうち料金になった割合, and then R5 | R6 | 目標. The line is the
nearest to the values and is no name: the unit stands behind the name, or beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.lines import CARD_NUMBER
from kpikit.language.pattern import pattern
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, what_it_says
from kpikit.table.counted import UNIT_OF_ALL, unit_in
from kpikit.table.headings import Column, Role, folded
from kpikit.table.sections import counting_of

__all__ = ["with_names_of_cards"]

_NUMBER: Final = pattern(CARD_NUMBER)
_NEEDED: Final = frozenset((Role.TARGET, Role.ACTUAL))
_VALUES: Final = _NEEDED | {Role.BASELINE}
#: A label and what it says, in one cell: 担当：企画課.
_LABELLED: Final = pattern(r"[^:：\s]{1,12}\s*[:：]\s*\S.*")
#: What parts sentences, which name nothing.
_PROSE: Final = frozenset("、。")
#: How many headings a card has at least, and how many cards tell what each is without a number.
_SEVERAL: Final = 2
#: How many lines may stand between the name and the headings.
_LINES: Final = 2


@final
class _Card(NamedTuple):
    """The name of a card, with what stands beside it in its row."""

    name: Box
    number: Box | None
    unit: Box | None
    #: Whether the name has a unit, behind it or beside it.
    is_counted: bool
    #: The lines between the name and the headings.
    lines: tuple[Box, ...] = ()


def with_names_of_cards(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which the rows of the names of cards are the titles of their values.

    All tables with the same headings have one. Without a number such names are known where
    several cards have one each.

    >>> texts = {(1, 1): "A-1", (1, 2): "有収率（％）", (2, 1): "料金になった水の割合"}
    >>> texts |= {(3, 1): "R5", (3, 2): "R6", (3, 3): "R12目標", (4, 1): "90", (4, 2): "91"}
    >>> merges = [(1, 2, 1, 3), (2, 1, 2, 3)]
    >>> with_names_of_cards(Cells.of(texts, merges), Vocabulary()).titles
    frozenset({1})
    """
    _label_numbers(sheet)
    heads = {row: _headings(sheet, row) for row in sorted(sheet.lines)}
    cards = {row: _card(sheet, own, vocabulary) for row, own in heads.items() if own}
    for alike in _alike(heads):
        found = [card for row in alike if (card := cards[row]) is not None]
        if len(found) == len(alike):
            _tell(sheet, found, vocabulary)
    return sheet


def _label_numbers(sheet: Cells) -> None:
    """Let the numbers of names be their labels above values that have labels by turns.

    1-1 | 移住世帯数 | 担当：企画課 above 基準値 | 6世帯 | 目標値 | 12世帯.
    """
    for row in sorted(sheet.lines):
        own = sheet.lines[row] if _is_of_values(sheet.lines.get(row + 1, ())) else []
        if len(own) > 1 and _are_named(*own):
            number = own[0]
            said = Said(Class.LABEL, Column(number.text, Role.INDICATOR))
            sheet.put(attrs.evolve(number, said=said))


def _are_named(number: Box, name: Box, *beside: Box) -> bool:
    """Whether cells of one row are a number and a name, and others a label each: 担当：甲課."""
    is_row = all(box.row == box.bottom == number.row for box in (number, name, *beside))
    is_name = name.said.kind in (Class.TEXT, Class.UNREAD)
    is_named = is_name and _NUMBER.fullmatch(folded(number.text)) is not None
    return is_row and is_named and all(_LABELLED.fullmatch(box.text.strip()) for box in beside)


def _is_of_values(own: Sequence[Box]) -> bool:
    """Whether cells begin with labels of several values, each with its value beside it."""
    roles = list[Role | None]()
    for label, value in zip(own[::2], own[1::2], strict=False):
        if not label.is_label or label.said.column.role not in _VALUES or value.says:
            break
        roles.append(label.said.column.role)
    return len(roles) >= _SEVERAL and len(set(roles)) == len(roles)


def _alike(heads: Mapping[int, Sequence[Box]]) -> list[list[int]]:
    """Return the rows of headings that say the same in the same columns."""
    found: dict[tuple[tuple[int, str], ...], list[int]] = {}
    for row, own in heads.items():
        if own:
            key = tuple((box.column, folded(box.text)) for box in own if box.says)
            found.setdefault(key, []).append(row)
    return [*found.values()]


def _tell(sheet: Cells, cards: Sequence[_Card], vocabulary: Vocabulary) -> None:
    """Let the names of cards of one kind be titles.

    Where nothing is counted, the line below may be the name itself, and the one above a section;
    so may it be below one line with a unit.
    """
    is_counted = all(card.is_counted for card in cards)
    is_numbered = all(card.number is not None for card in cards)
    names = {folded(card.name.text) for card in cards}
    is_one_each = len(cards) >= _SEVERAL and len(names) == len(cards)
    if is_counted and (is_numbered or is_one_each):
        for card in cards:
            if card.unit is not None:
                _join(sheet, card.name, card.unit, vocabulary)
            sheet.titles |= {card.name.row}
            sheet.meanings |= {line.row for line in card.lines}
    elif is_numbered or is_one_each or (is_counted and len(cards) == 1):
        sheet.unsure |= {line.row for card in cards for line in card.lines[:1]}


def _card(sheet: Cells, heads: Sequence[Box], vocabulary: Vocabulary) -> _Card | None:
    """Return the card of headings, ``None`` if no name with more stands above them."""
    between: list[Box] = []
    while len(between) <= _LINES:
        above = sheet.lines.get(heads[0].row - len(between) - 1, [])
        card = _parts(above, vocabulary)
        if card is not None and (card.is_counted or card.number is not None or between):
            is_as_wide = _spans(above, heads) and all(_spans([box], heads) for box in between)
            is_card = is_as_wide and bool(between or card.number or card.unit)
            is_card = is_card and (card.is_counted or not any(map(_is_counted, between)))
            return card._replace(lines=tuple(between)) if is_card else None
        if len(above) != 1 or above[0].said.kind is not Class.UNREAD:
            return None
        between.append(above[0])
    return None


def _is_counted(line: Box) -> bool:
    """Whether a line has a number of its own, and is no mere meaning: 【指標１】, (2)."""
    return counting_of(line.text) != ""


def _headings(sheet: Cells, row: int) -> list[Box]:
    """Return the cells of a row if they are headings of values, or one value, else ``[]``."""
    heads = [box for box in sheet.lines[row] if box.row == row]
    return heads if _are_headings(heads) or _is_labelled(heads) else []


def _is_labelled(own: Sequence[Box]) -> bool:
    """Whether cells are the label of a value and the value: R6実績 | 94.3％."""
    if len(own) != len(_NEEDED) or not own[0].is_label or own[1].says:
        return False
    return own[0].said.column.role in _NEEDED


def _are_headings(heads: Sequence[Box]) -> bool:
    """Whether cells are years and labels of values, and nothing else but a corner."""
    told = heads[1:] if heads and not heads[0].says else heads
    if len(told) < _SEVERAL or not all(box.says for box in told):
        return False
    return len(told) == len(heads) or heads[0].kind is Class.TEXT


def _spans(line: Sequence[Box], heads: Sequence[Box]) -> bool:
    """Whether cells reach over headings from the first to the last, and no further.

    The corner of the headings may be blank.
    """
    starts = (heads[0].column, heads[0].column - 1)
    return line[0].column in starts and line[-1].right == heads[-1].right


def _parts(line: Sequence[Box], vocabulary: Vocabulary) -> _Card | None:
    """Return the name in a row, with its number and its unit, if it is one with a unit."""
    wide = [at for at, box in enumerate(line) if box.right > box.column]
    if len(wide) != 1 or any(box.row != box.bottom for box in line):
        return None
    before, name, behind = line[: wide[0]], line[wide[0]], line[wide[0] + 1 :]
    number, unit = next(iter(before), None), next(iter(behind), None)
    if len(before) > 1 or (number is not None and not _NUMBER.fullmatch(folded(number.text))):
        return None
    if len(behind) > 1 or (unit is not None and unit.said.kind is not Class.UNIT):
        return None
    is_prose = not _PROSE.isdisjoint(name.text)
    if name.kind is not Class.TEXT or name.says or is_prose or UNIT_OF_ALL.search(name.text):
        return None
    is_counted = unit is not None or unit_in(name.text, vocabulary) != ""
    return _Card(name, number, unit, is_counted)


def _join(sheet: Cells, name: Box, unit: Box, vocabulary: Vocabulary) -> None:
    """Let a name take the cell of its unit in: 事故の件数（件）."""
    sheet.remove(unit)
    sheet.remove(name)
    text = f"{name.text.strip()}（{unit.text.strip('()（） ')}）"
    said = what_it_says(text, vocabulary=vocabulary)
    sheet.insert(attrs.evolve(name, right=unit.right, text=text, said=said))
