"""Whether a sheet may have targets at all: one that has none need not be read by its labels."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import Final

from kpikit.cell import Vocabulary
from kpikit.cell.vocabulary import USUAL
from kpikit.language.headings import KINDS, LINE_NUMBER, NAMED_PLAN, PAIRED, PLANNED, STACKED
from kpikit.language.pattern import pattern
from kpikit.model.observation import Status
from kpikit.table.aimed import aims_of_named, heads_aims
from kpikit.table.cells import Box, Cells
from kpikit.table.classes import what_it_says
from kpikit.table.composed import composes
from kpikit.table.eras import without_bare_year
from kpikit.table.headings import SYNONYMS, Role, folded
from kpikit.table.labelled import has_labelled_aims
from kpikit.table.led_values import has_led_values
from kpikit.table.second_values import legend_of

__all__ = ["may_aim", "told_in_title"]

_NUMBER: Final = pattern(LINE_NUMBER)
_STACKED: Final = pattern(STACKED)
#: Signs before a title: ■.
_SIGNS: Final = pattern(r"^[^\w(（【\[「]+")
_IN_BRACKETS: Final = pattern(r"[(\[【]([^()\[\]【】]+)[)\]】]")
#: How long the bracket at the end of a title may be.
_SHORT: Final = 8
#: What stands between a label and its value, or between labels, in one cell.
_BETWEEN: Final = pattern(r"[\s:：／/()（）【】〔〕\[\]［］＜＞<>]+")
#: The words of labels that say of a value that it is a target, or an actual.
_PAIRED: Final = {Role(role): tuple(words.split()) for role, words in PAIRED}
#: What the parts of one cell say together.
_BOTH: Final = frozenset((Role.TARGET, Role.ACTUAL))
#: What a text has in it that says so of values.
_PLANNED: Final = pattern(f"{PLANNED}|{NAMED_PLAN}")
_WORD: Final = pattern(
    "|".join(
        [
            *(re.escape(word) for word, role in SYNONYMS.items() if role is Role.TARGET),
            *(word for word, role in KINDS if role == Role.TARGET.value),
            *_PAIRED[Role.TARGET],
        ]
    )
)


def may_aim(cells: Cells, vocabulary: Vocabulary = USUAL) -> bool:
    """Whether anything in a sheet may say of values that they are targets.

    A label does, a line, the parts of a cell, or a heading of the noun of another: 目標効果額
    beside 実績効果額; so may what is expected beside 実績. Where this says no, no value would be
    found to be a target.

    >>> may_aim(Cells.of({(1, 1): "目標値"})), may_aim(Cells.of({(1, 1): "計画を立てた"}))
    (True, False)
    """
    boxes = cells.boxes.values()
    told = chain((box.said.column for box in boxes), cells.labels)
    if any(
        column.role is Role.TARGET or (column.role is not None and column.status is Status.FORECAST)
        for column in told
    ):
        return True

    def roles(parts: Iterable[str]) -> set[Role | None]:
        return {
            what_it_says(part, labels=cells.labels, vocabulary=vocabulary).column.role
            for part in parts
        }

    texts = {text: folded(text) for text in {box.text for box in boxes}}
    aiming = [text for text, bare in texts.items() if _WORD.search(bare.casefold())]
    lines = {line[0].text for line in cells.lines.values() if len(line) == 1}
    titles = chain(*map(told_in_title, lines.intersection(aiming)))
    return (
        any(_STACKED.search(text) for text in aiming)
        or Role.TARGET in roles((*titles, legend_of(cells)))
        or any(roles(_BETWEEN.split(text)) >= _BOTH for text in aiming)
        or any(composes(text, vocabulary) for text in aiming)
        or any(heads_aims(cells, box) for box in dict.fromkeys(boxes))
        or not _nouns(texts.values(), Role.TARGET).isdisjoint(_nouns(texts.values(), Role.ACTUAL))
        or any(_is_aim(box) for box in dict.fromkeys(boxes))
        or Role.TARGET in roles(map(without_bare_year, map(texts.__getitem__, aiming)))
        or has_labelled_aims(cells, vocabulary)
        or has_led_values(cells, vocabulary)
        or any(aims_of_named(cells, box) is not None for box in dict.fromkeys(boxes))
        or _is_planned(texts.values(), {box.said.column.role for box in boxes})
    )


def _is_planned(texts: Iterable[str], roles: set[Role | None]) -> bool:
    """Whether a word of a plan may stand beside one of actuals: 予定, 実績."""
    return Role.ACTUAL in roles and any(map(_PLANNED.fullmatch, texts))


def _is_aim(box: Box) -> bool:
    """Whether a cell over several columns ends with the word for targets: 削減目標 above years."""
    return box.right > box.column and folded(box.text).endswith(_PAIRED[Role.TARGET])


def told_in_title(text: str) -> tuple[str, str]:
    """Return what may say of values what they are: a title without its number, and its bracket.

    >>> told_in_title("２　実績値"), told_in_title("■ KPIの一覧（目標）")
    (('実績値', ''), ('KPIの一覧（目標）', '目標'))
    """
    bare = _SIGNS.sub("", _NUMBER.sub("", text))
    *_, last = _IN_BRACKETS.findall(folded(bare)[-_SHORT:]) or [""]
    return bare, last


def _nouns(texts: Iterable[str], role: Role) -> set[str]:
    """Return texts without the word of a role that they begin or end with."""
    return {
        rest
        for text in texts
        for word in _PAIRED[role]
        for rest in (text.removeprefix(word), text.removesuffix(word))
        if rest != text
    }
