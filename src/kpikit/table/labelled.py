"""Values with their labels in their cells: 当初（2019年）：1,482億円, 2030年：1,650億円.

A heading stands over several columns of them, ＫＰＩ, and a row above them may name what they are
of: 指標：付加価値額.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias, final

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.headings import AIM, INDICATOR, VALUE
from kpikit.language.pattern import pattern
from kpikit.language.years import DATED
from kpikit.model.period import Period
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Column, Role, folded, read_heading
from kpikit.table.led_values import led_value

__all__ = ["has_labelled_aims", "with_labelled_values"]

#: A label and what it says, in one cell: 指標：利用率, 2030年：100店.
_LABELLED: Final = pattern(r"([^:：\n]{1,24}?)\s*[:：]\s*(\S.*)")
_DATED: Final = pattern(rf"[(（]?{DATED}[)）]?の?")
_FIGURES: Final = frozenset((Role.BASELINE, Role.ACTUAL, Role.TARGET))
#: A value that was seen.
_SEEN: Final = frozenset((Role.BASELINE, Role.ACTUAL))
_WORDED: Final = frozenset((Class.TEXT, Class.WORD))
#: How many values stand beside one another at least.
_SEVERAL: Final = 2


@final
class _Told(NamedTuple):
    """A value, and what the label in its cell says."""

    box: Box
    label: Column
    text: str


#: A row of values, and the cell that names what they are of.
_Row: TypeAlias = tuple[Box | None, list[_Told]]


def with_labelled_values(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which the labels of such values are the headings of their columns.

    Each column has one role, and a year alone behind those of the others is that of targets.

    >>> texts = {
    ...     (1, 1): "KPI",
    ...     (2, 1): "指標：登録数",
    ...     (3, 1): "実績（R6）：83店",
    ...     (3, 2): "R12：90店",
    ... }
    >>> cells = Cells.of(texts, [(1, 1, 1, 2), (2, 1, 2, 2)])
    >>> sheet = with_labelled_values(cells, Vocabulary())
    >>> [box.text for row in (1, 3) for box in sheet.lines[row]]
    ['実績', '目標値', '指標', '83店（R6）', '90店（R12）', '登録数']
    """
    last = max((box.right for line in sheet.lines.values() for box in line), default=0)
    for head in [box for box in dict.fromkeys(sheet.boxes.values()) if box.right > box.column]:
        rows = _rows(sheet, head, vocabulary)
        roles = _roles([told for _, told in rows])
        if roles:
            _part(sheet, head, rows, roles, last + 1)
    return sheet


def has_labelled_aims(sheet: Cells, vocabulary: Vocabulary) -> bool:
    """Whether such values of a sheet have targets among them.

    >>> texts = {(1, 2): "状況", (2, 1): "登録数", (2, 2): "実績（R6）：83店", (2, 3): "R12：90店"}
    >>> has_labelled_aims(Cells.of(texts, [(1, 2, 1, 3)]), Vocabulary())
    True
    """
    heads = [box for box in dict.fromkeys(sheet.boxes.values()) if box.right > box.column]
    found = (_roles([told for _, told in _rows(sheet, head, vocabulary)]) for head in heads)
    return any(map(bool, found))


def _rows(sheet: Cells, head: Box, vocabulary: Vocabulary) -> list[_Row]:
    """Return the rows of values below a heading, ``[]`` if anything else stands there."""
    rows: list[_Row] = []
    name: Box | None = None
    row = head.bottom + 1
    while row in sheet.lines:
        own = [box for box in sheet.lines[row] if head.column <= box.column <= head.right]
        if len(own) == 1 and (own[0].column, own[0].right) == (head.column, head.right):
            if name is not None or own[0].bottom > row or own[0].says:
                return []
            name = own[0]
        else:
            told = [_told(box, vocabulary) for box in own]
            values = [each for each in told if each is not None]
            if len(values) < _SEVERAL or len(values) < len(own):
                return []
            rows.append((name, values))
            name = None
        row += 1
    is_whole = name is None and all(_is_named(sheet, head, each) for each in rows)
    return rows if is_whole and len({above is None for above, _ in rows}) == 1 else []


def _is_named(sheet: Cells, head: Box, row: _Row) -> bool:
    """Whether values have a name, above them below a heading of names, or left of them."""
    name, (first, *_) = row
    if name is not None:
        return head.said.column.role is Role.INDICATOR
    left = (box for box in sheet.lines[first.box.row] if box.right < head.column)
    return any(box.kind in _WORDED for box in left)


def _told(box: Box, vocabulary: Vocabulary) -> _Told | None:
    """Return the value in a cell and its label, ``None`` if there are none."""
    text = " ".join(box.text.split())
    found = led_value(text, vocabulary) if box.said.kind is Class.UNREAD else None
    if found is None or (box.row, box.column) != (box.bottom, box.right):
        return None
    label = read_heading(found[0], vocabulary=vocabulary)
    is_label = label.role in _FIGURES or label.is_year
    return _Told(box, label, found[2]) if is_label else None


def _roles(rows: Sequence[Sequence[_Told]]) -> dict[int, Role]:
    """Return what the values of each column are, ``{}`` where that is not certain."""
    roles: dict[int, set[Role]] = {}
    for row in rows:
        for each in row:
            role = each.label.role or _role_of_year(each, row)
            roles.setdefault(each.box.column, set()).update([role] if role else [])
    found = {column: next(iter(each)) for column, each in roles.items() if len(each) == 1}
    is_whole = len(found) == len(roles) and Role.TARGET in found.values()
    return found if is_whole and not _SEEN.isdisjoint(found.values()) else {}


def _role_of_year(told: _Told, row: Sequence[_Told]) -> Role | None:
    """Return the role of a value that only its year tells: a target after all that was seen."""
    others = [each.label for each in row if each is not told]
    is_told = all(each.role in _SEEN and each.period is not None for each in others)
    is_last = is_told and all(_is_before(each.period, told.label.period) for each in others)
    return Role.TARGET if is_last else None


def _is_before(one: Period | None, other: Period | None) -> bool:
    return one is not None and other is not None and one.end < other.end


def _part(sheet: Cells, head: Box, rows: Sequence[_Row], roles: dict[int, Role], last: int) -> None:
    """Put the labels of values in the place of their heading, and names right of all."""
    told = [each for _, row in rows for each in row]
    first = {each.box.column: each.label for each in reversed(told)}
    whole = _whole(told, roles)
    sheet.remove(head)
    for column, role in roles.items():
        text = whole.get(column) or _word(first[column], role)
        label = attrs.evolve(read_heading(text), heading=text, role=role)
        said = Said(Class.LABEL, label)
        sheet.insert(attrs.evolve(head, column=column, right=column, text=text, said=said))
    names = [name for name, _ in rows if name is not None]
    if names:
        said = Said(Class.LABEL, Column(INDICATOR, Role.INDICATOR))
        sheet.insert(attrs.evolve(head, column=last, right=last, text=INDICATOR, said=said))
    for each in told:
        text = each.text if each.box.column in whole else _dated(each)
        sheet.put(attrs.evolve(each.box, text=text, said=Said(Class.UNREAD)))
    for name, row in rows:
        if name is not None:
            sheet.remove(name)
            at = row[0].box.row
            text = _named(name.text)
            sheet.insert(
                attrs.evolve(
                    name,
                    row=at,
                    bottom=at,
                    column=last,
                    right=last,
                    text=text,
                    said=Said(Class.TEXT),
                )
            )


def _whole(told: Sequence[_Told], roles: Mapping[int, Role]) -> dict[int, str]:
    """Return the labels of columns that are told from others of their role by their year.

    All values of such a column have the same one: 目標（R6） beside 目標（R7）.
    """
    texts: dict[int, set[str]] = {}
    for each in told:
        is_led = each.label.role is not None and each.label.period is not None
        texts.setdefault(each.box.column, set()).add(each.label.heading if is_led else "")
    often = Counter(roles.values())
    one = {at: next(iter(each)) for at, each in texts.items() if len(each) == 1}
    return {at: text for at, text in one.items() if text and often[roles[at]] > 1}


def _word(label: Column, role: Role) -> str:
    """Return the word of a label, without its year."""
    bare = _DATED.sub("", folded(label.heading)).strip()
    return bare if label.role is role and bare else f"{AIM}{VALUE}"


def _dated(told: _Told) -> str:
    """Return a value with the year of its label."""
    year = _DATED.search(folded(told.label.heading)) if told.label.period else None
    inside = year[0].strip("()（）の") if year else ""
    return f"{told.text}（{inside}）" if inside else told.text


def _named(text: str) -> str:
    """Return a name without the word before it that says that it is one: 指標：利用率."""
    found = _LABELLED.fullmatch(" ".join(text.split()))
    is_name = found is not None and read_heading(found[1]).role is Role.INDICATOR
    return found[2] if found is not None and is_name else text
