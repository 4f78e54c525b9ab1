"""Cells that say several things at once: 【目標】令和８年度の入所者数, a name with its target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

import attrs

from kpikit.cell import Vocabulary
from kpikit.language.headings import JOINING, PAIRED, STACKED
from kpikit.language.pattern import pattern
from kpikit.language.words import either
from kpikit.language.years import DATED, INSTANTS
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import Class, Said, read_class, what_it_says
from kpikit.table.courses import leads_to_target, with_courses
from kpikit.table.headings import Column, Role, folded, read_heading

__all__ = ["composes", "parted"]

_FIGURES: Final = frozenset((Role.TARGET, Role.ACTUAL, Role.BASELINE))
_NEEDED: Final[frozenset[Role | None]] = frozenset((Role.TARGET, Role.ACTUAL))
#: The word of a role in brackets before a name or behind it, and its year.
_COMPOSED: Final = pattern(
    rf"(?:[【\[〔(](?P<before>[^\W\d]+)[】\]〕)])?(?:(?P<year>{DATED})末?(?:{either(INSTANTS)})?の)?"
    r"(?P<name>[^\d【】\[\]〔〕()][^【】\[\]〔〕]*?)(?:[【\[〔(](?P<behind>[^\W\d]+)[】\]〕)])?"
)
_JOINING: Final = pattern(JOINING)
_STACKED: Final = pattern(STACKED)
#: A label of a value, behind other words: 目標：.
_LABELLED: Final = pattern(r"(?<=[\s\u3000])([^\s\u3000\d:：、。]{1,8})[:：]")
_BETWEEN: Final = pattern(r"[\s:：]+")
#: The same with its value: 目標：45人, 目標値（R7）：45人, 【目標】45人.
_OPEN: Final = r"[【\[［〔<＜(（]"
_CLOSE: Final = r"[】\]］〕>＞)）]"
_PLAIN: Final = r"[^【】\[\]［］〔〕<>＜＞()（）:：\n]"
_BOXED: Final = (
    rf"{_OPEN}\s*(?P<boxed>{_PLAIN}{{1,14}}(?:[(（]{_PLAIN}{{1,10}}[)）])?)\s*{_CLOSE}[:：]?"
)
_VALUED: Final = pattern(rf"(?:{_BOXED}|(?P<label>[^:：、。]{{1,14}}?)\s*[:：])\s*(?P<value>\S.*)")
#: Such a label alone in its line, above its value.
_ABOVE: Final = pattern(rf"^\s*(?:{_BOXED}|{_PLAIN}{{1,14}}[:：])\s*\n\s*", re.MULTILINE)
#: The same in a bracket behind a name: 申請率（目標：60％（R8））.
_VALUED_BEHIND: Final = pattern(
    rf"(?P<name>.*\S)\s*{_OPEN}(?P<boxed>)(?P<label>{_PLAIN}{{1,14}})[:：]\s*"
    rf"(?P<value>{_PLAIN}+(?:[(（]{_PLAIN}*[)）])?){_CLOSE}",
    re.DOTALL,
)
_DATED: Final = pattern(DATED)
_INSIDE: Final = pattern(r"[(（]([^()（）]+)[)）]")
#: Around a year that stands with more.
_AROUND: Final = "()（） \n\N{IDEOGRAPHIC SPACE}"


#: A name with the values in its cell: role → the label and the value.
_Named: TypeAlias = tuple[str, dict[Role, tuple[str, str]]]


class _Told(NamedTuple):
    """What a cell says at once: its name, and of which value and when."""

    box: Box
    name: str
    column: Column


def parted(sheet: Cells, vocabulary: Vocabulary) -> Cells:
    """Return a sheet in which names stand in cells of their own.

    >>> texts = {(1, 1): "【目標】令和８年度の利用者数", (1, 2): "30人"}
    >>> texts |= {(2, 1): "【実績】令和６年度の利用者数", (2, 2): "28人"}
    >>> sheet = parted(Cells.of(texts), Vocabulary())
    >>> [(box.column, box.text) for box in sheet.lines[2]][0], sheet.boxes[2, 1].said.column.role
    ((0, '利用者数'), Role.ACTUAL)
    """
    _tell_years(sheet, vocabulary)
    _part_labels(sheet, vocabulary)
    _part_values(sheet, vocabulary)
    with_courses(sheet, vocabulary)
    _part_targets(sheet, vocabulary)
    _part_beside_names(sheet, vocabulary)
    _part_results(sheet, vocabulary)
    _tell_pairs(sheet)
    return sheet


def composes(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text says of a name that its value is a target, or joins the labels of both.

    >>> (
    ...     composes("【目標】令和８年度の利用者数", Vocabulary()),
    ...     composes("指標と目標値", Vocabulary()),
    ... )
    (True, True)
    """
    joined = _joined(text, vocabulary)
    if _with_values(text, vocabulary) is not None or leads_to_target(text, vocabulary):
        return True
    told = _role_of(_COMPOSED.fullmatch(folded(text)), vocabulary)
    return told is Role.TARGET or (joined is not None and joined[1].role is Role.TARGET)


# -- a year with what the values below it are -----------------------------------------------------


def _tell_years(sheet: Cells, vocabulary: Vocabulary) -> None:
    """Tell the years of headings that say of two values above one another which they are.

    令和5年度, 上段：目標値, 下段：実績値.
    """
    for box in dict.fromkeys(sheet.boxes.values()):
        told = _STACKED.findall(box.text) if box.said.kind is Class.UNREAD else ()
        rest = _STACKED.sub("", box.text).strip(_AROUND) if told else ""
        said = what_it_says(rest, vocabulary=vocabulary) if rest else box.said
        if said.kind is Class.YEAR:
            sheet.put(attrs.evolve(box, said=said))


# -- a name with what its value is ---------------------------------------------------------------


def _part_labels(sheet: Cells, vocabulary: Vocabulary) -> None:
    """Part labels of rows that name one thing, and say which value of it is in which row."""
    named: dict[tuple[str, int], list[_Told]] = {}
    for told in _composed(sheet, vocabulary):
        named.setdefault((told.name, told.box.column), []).append(told)
    for rows in named.values():
        if {each.column.role for each in rows} >= _NEEDED:
            for each in rows:
                _part_label(sheet, each, vocabulary)


def _composed(sheet: Cells, vocabulary: Vocabulary) -> Iterator[_Told]:
    """Yield the first cells of rows that are a name with its year, or with the word of a role."""
    for row, line in sheet.lines.items():
        first = line[0]
        if len(line) == 1 or first.row != row or first.bottom != row or first.says:
            continue
        found = _COMPOSED.fullmatch(folded(first.text))
        role = _role_of(found, vocabulary)
        if found is None or role is None:
            continue
        year = read_heading(found["year"], vocabulary=vocabulary).period if found["year"] else None
        yield _Told(first, found["name"], Column(first.text, role, year))


def _role_of(found: re.Match[str] | None, vocabulary: Vocabulary) -> Role | None:
    """Return which value a name is of: by the word of a role, an actual by a year alone."""
    if found is None:
        return None
    word = found["before"] or found["behind"]
    if not word:
        return Role.ACTUAL if found["year"] else None
    role = read_heading(word, vocabulary=vocabulary).role
    return role if role in _FIGURES else None


def _part_label(sheet: Cells, told: _Told, vocabulary: Vocabulary) -> None:
    """Put a name left of what its cell says of the value."""
    box = told.box
    name = attrs.evolve(
        box,
        column=box.column - 1,
        right=box.column - 1,
        text=told.name,
        said=what_it_says(told.name, vocabulary=vocabulary),
    )
    sheet.put(attrs.evolve(box, said=Said(Class.LABEL, told.column)))
    sheet.insert(name)


# -- a name with its value -----------------------------------------------------------------------


def _part_values(sheet: Cells, vocabulary: Vocabulary) -> None:
    """Part names from the values in the next line of their cells, where a heading names both."""
    last = max((box.right for line in sheet.lines.values() for box in line), default=0)
    for head in [box for line in sheet.lines.values() for box in line]:
        labels = _joined(head.text, vocabulary)
        below = [*_below(sheet, head)] if labels else []
        values = [(box, _with_value(box, vocabulary)) for box in below]
        if labels is None or not values or None in (value for _, value in values):
            continue
        last += 1
        name, value = labels
        sheet.put(attrs.evolve(head, said=Said(Class.LABEL, name)))
        sheet.insert(_at(head, last, value.heading, Said(Class.LABEL, value)))
        for box, told in values:
            assert told is not None  # noqa: S101 - all of them have one
            text, figure = told
            sheet.put(attrs.evolve(box, text=text, said=Said(Class.TEXT)))
            sheet.insert(_at(box, last, figure, what_it_says(figure, vocabulary=vocabulary)))


def _part_targets(sheet: Cells, vocabulary: Vocabulary) -> None:
    """Part names from their targets in their cells, which labels tell, and from what is beside.

    漁業就業者数, 目標：45人 below KPI（令和７年度目標）, which may say of which year they are;
    申請率, 【現状】30％, 【目標】60％（R8） has both of its values.
    """
    last = max((box.right for line in sheet.lines.values() for box in line), default=0)
    heads = dict.fromkeys(sheet.boxes.values())
    for head in [box for box in heads if _heads_names(sheet, box, vocabulary)]:
        below = [(box, _with_values(box.text, vocabulary)) for box in _below(sheet, head)]
        told = [(box, parts) for box, parts in below if parts is not None]
        roles = dict.fromkeys(role for _, (_, values) in told for role in values)
        labels = {role: _label_of_all(head, role, told, vocabulary) for role in roles}
        if None in labels.values():
            continue
        for role, label in labels.items():
            assert label is not None  # noqa: S101 - all of them have one
            last += 1
            sheet.insert(_at(head, last, label.heading, Said(Class.LABEL, label)))
            for box, (_, values) in told:
                if role in values:
                    figure = _dated(*values[role], label, vocabulary)
                    said = what_it_says(figure, vocabulary=vocabulary)
                    sheet.insert(_at(box, last, figure, said))
        for box, (name, _) in told:
            sheet.put(attrs.evolve(box, text=name, said=what_it_says(name, vocabulary=vocabulary)))


def _heads_names(sheet: Cells, box: Box, vocabulary: Vocabulary) -> bool:
    """Whether a cell is a heading of names, and of nothing else, with none of targets beside it."""
    if not box.is_label or box.said.column.role is not Role.INDICATOR:
        return False
    roles = {each.said.column.role for each in sheet.lines[box.row] if each.is_label}
    return Role.TARGET not in roles and _joined(box.text, vocabulary) is None


def _label_of_all(
    head: Box, role: Role, told: Sequence[tuple[Box, _Named]], vocabulary: Vocabulary
) -> Column | None:
    """Return what the labels of one role say of all its values, ``None`` if they differ.

    They may be of different years, which go with the values then; the bracket of the heading of
    their names may say of which year all targets are.
    """
    texts = dict.fromkeys(values[role][0] for _, (_, values) in told if role in values)
    own = [read_heading(text, vocabulary=vocabulary) for text in texts]
    if len(own) > 1:
        bare = [attrs.evolve(each, heading="", period=None) for each in own]
        is_same = all(each == bare[0] for each in bare) and all(each.period for each in own)
        return attrs.evolve(bare[0], heading=_DATED.sub("", own[0].heading)) if is_same else None
    inside = (read_heading(each, vocabulary=vocabulary) for each in _INSIDE.findall(head.text))
    more = (each for each in inside if each.role is role and each.period is not None)
    return own[0] if own[0].period is not None else next(more, own[0])


def _dated(label: str, figure: str, told: Column, vocabulary: Vocabulary) -> str:
    """Return a value with the year that its own label says, where that of all says none."""
    own = read_heading(label, vocabulary=vocabulary).period if told.period is None else None
    year = _DATED.search(folded(label)) if own is not None else None
    return f"{figure}（{year[0]}）" if year else figure


def _with_values(text: str, vocabulary: Vocabulary) -> _Named | None:
    """Return a name, and the target in its cell with what else is said beside it, by its label.

    Each stands in a line below the name, or one target in a bracket behind it.
    """
    joined = _ABOVE.sub(lambda found: found[0].strip(), text)
    lines = [line.strip() for line in joined.splitlines() if line.strip()]
    found = [_labelled(_VALUED.fullmatch(line), vocabulary) for line in lines]
    at = next((at for at, each in enumerate(found) if each is not None), 0)
    values = {each[0]: each[1:] for each in found[at:] if each is not None}
    if not at or len(values) < len(lines) - at:
        behind = _VALUED_BEHIND.fullmatch(text.strip())
        value = _labelled(behind, vocabulary) if behind else None
        is_figure = value is not None and read_class(value[2], vocabulary) is Class.FIGURE
        if behind is None or value is None or not is_figure:
            return None
        lines, at, values = [behind["name"]], 1, {value[0]: value[1:]}
    return ("\n".join(lines[:at]), values) if Role.TARGET in values else None


def _labelled(found: re.Match[str] | None, vocabulary: Vocabulary) -> tuple[Role, str, str] | None:
    """Return the role of a value, its label and itself, ``None`` where it is none."""
    label = (found["boxed"] or found["label"]) if found else ""
    role = read_heading(label, vocabulary=vocabulary).role if label else None
    return (role, label, found["value"]) if found and role in _FIGURES else None


def _part_beside_names(sheet: Cells, vocabulary: Vocabulary) -> None:
    """Part what a label, a year and a value say in one cell, right of a name and its label.

    指標① | 猫の引取り頭数 | 目標　令和12年度　300頭以下, where there is room for two cells.
    """
    for row, line in [*sheet.lines.items()]:
        own = [box for box in line if box.row == row]
        for label, name, box in zip(own, own[1:], own[2:], strict=False):
            is_named = label.said.column.role is Role.INDICATOR and name.kind is Class.TEXT
            has_room = box.right > box.column or sheet.at(row, box.column + 1) is None
            told = (
                _with_label(box, vocabulary) if label.is_label and is_named and has_room else None
            )
            if told is not None:
                said, value = told
                right = max(box.right, box.column + 1)
                sheet.remove(box)
                sheet.insert(
                    attrs.evolve(box, right=box.column, text=said.column.heading, said=said)
                )
                told_value = what_it_says(value, vocabulary=vocabulary)
                sheet.insert(
                    attrs.evolve(
                        box, column=box.column + 1, right=right, text=value, said=told_value
                    )
                )


def _with_label(box: Box, vocabulary: Vocabulary) -> tuple[Said, str] | None:
    """Return what the label in a cell says of the value behind it, and the value."""
    word, *rest = _BETWEEN.split(box.text.strip())
    is_dated = len(rest) > 1 and what_it_says(rest[0], vocabulary=vocabulary).kind is Class.YEAR
    label = f"{word}({rest.pop(0)})" if is_dated else word
    said, value = what_it_says(label, vocabulary=vocabulary), " ".join(rest)
    is_value = bool(value) and read_class(value, vocabulary) is Class.FIGURE
    return (said, value) if is_value and said.column.role in _FIGURES else None


def _part_results(sheet: Cells, vocabulary: Vocabulary) -> None:
    """Part names from their target and actual behind them, each with its label.

    解決率 目標：95％ 実績：96％. Where other labels tell values, such cells are remarks.
    """
    boxes = dict.fromkeys(sheet.boxes.values())
    if any(box.said.column.role in _FIGURES for box in boxes):
        return
    found = [
        (box, told)
        for box in boxes
        if box.said.kind is Class.UNREAD and (told := _with_results(box.text, vocabulary))
    ]
    last = max((box.right for line in sheet.lines.values() for box in line), default=0)
    for box, (name, results) in found:
        sheet.put(attrs.evolve(box, text=name, said=what_it_says(name, vocabulary=vocabulary)))
        sheet.insert(_at(box, last + 1, results, Said(Class.UNREAD)))


def _with_results(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Return a name and what stands behind it, where that has a target and an actual."""
    told = [
        (found.start(), read_heading(found[1], vocabulary=vocabulary).role)
        for found in _LABELLED.finditer(text)
    ]
    starts = [start for start, role in told if role in _FIGURES]
    name = text[: starts[0]].strip(_AROUND) if starts else ""
    is_both = {role for _, role in told} >= _NEEDED
    return (name, text[starts[0] :]) if name and is_both and ":" not in folded(name) else None


def _joined(text: str, vocabulary: Vocabulary) -> tuple[Column, Column] | None:
    """Return the two labels that a heading joins: that of names, and that of their values."""
    parts = _JOINING.split(folded(text))
    columns = [read_heading(part, vocabulary=vocabulary) for part in parts]
    if len(columns) != 2 or columns[0].role is not Role.INDICATOR:  # noqa: PLR2004 - a name, a value
        return None
    return (columns[0], columns[1]) if columns[1].role in _FIGURES else None


def _below(sheet: Cells, head: Box) -> Iterator[Box]:
    """Yield the cells below a heading, up to a blank one."""
    box = sheet.at(head.bottom + 1, head.column)
    while box is not None and box.column == head.column:
        yield box
        box = sheet.at(box.bottom + 1, head.column)


def _with_value(box: Box, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Return the name in a cell, and the value in the last line of it."""
    *lines, last = [line.strip() for line in box.text.splitlines() if line.strip()] or [""]
    is_value = bool(lines) and read_class(last, vocabulary) is Class.FIGURE
    return ("".join(lines), last) if is_value else None


def _at(box: Box, column: int, text: str, said: Said) -> Box:
    return attrs.evolve(box, column=column, right=column, text=text, said=said)


# -- labels of one noun --------------------------------------------------------------------------


def _tell_pairs(sheet: Cells) -> None:
    """Tell labels that part the rows of a name by the words of roles: 年度別目標, 年度別実績."""
    for row, line in [*sheet.lines.items()]:
        for box in line:
            below = sheet.at(row + 1, box.column)
            if below is None or not _are_alone(box, below) or not _have_one_name(sheet, box):
                continue
            roles = [_noun_of(each) for each in (box, below)]
            nouns = {noun for noun, _ in roles}
            if len(nouns) == 1 and frozenset(role for _, role in roles) == _NEEDED:
                for each, (_, role) in zip((box, below), roles, strict=True):
                    sheet.put(attrs.evolve(each, said=Said(Class.LABEL, Column(each.text, role))))


def _are_alone(*boxes: Box) -> bool:
    """Whether cells are text, each in a row and a column of its own."""
    plain = all((box.row, box.column) == (box.bottom, box.right) for box in boxes)
    return plain and all(box.said.kind is Class.UNREAD for box in boxes)


def _have_one_name(sheet: Cells, box: Box) -> bool:
    """Whether the cell on the left of a label goes on in the row below: it is the name of both."""
    name, other = (sheet.at(row, box.column - 1) for row in (box.row, box.row + 1))
    return name is not None and not name.says and other in (name, None)


def _noun_of(box: Box) -> tuple[str, Role | None]:
    """Return what stands before the word of a role at the end of a text, and that role."""
    text = folded(box.text)
    for role, words in PAIRED:
        for word in words.split():
            if text.endswith(word) and text != word:
                return text.removesuffix(word), Role(role)
    return text, None
