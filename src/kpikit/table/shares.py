"""重点事業の成果指標達成率: a figure that other rows of the same plan should yield."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from unicodedata import normalize

import attrs

from kpikit.language.lines import MISSED, SHARE_ACHIEVED
from kpikit.model.indicator import Indicator, ShareAchieved
from kpikit.model.plan import Category
from kpikit.model.unit import is_ratio

__all__ = ["with_share"]

_NAME: Final = re.compile(SHARE_ACHIEVED)
_MISSED: Final = re.compile(MISSED)
_ITEM: Final = re.compile(r"[\s\n]・")


def with_share(indicator: Indicator, categories: Iterable[Category]) -> Indicator:
    """Return the indicator, with what its figure should follow from if its name says so.

    The name is that of a category and 「の成果指標達成率」; a note may count and list the
    projects that were not achieved.
    """
    named = _NAME.fullmatch(indicator.name.strip())
    category = next((each for each in categories if named and each.title == named[1]), None)
    share = next((each.quantity for each in indicator.observations if each.quantity), None)
    if category is None or share is None or not is_ratio(share.unit):
        return indicator
    missed, titles = _missed(indicator)
    figure = ShareAchieved(category.code, share, missed, titles)
    return attrs.evolve(indicator, derivations=(*indicator.derivations, figure))


def _missed(indicator: Indicator) -> tuple[int | None, tuple[str, ...]]:
    """Return how many a note says were not achieved, and which it lists."""
    for cell in indicator.source.cells if indicator.source else ():
        found = _MISSED.search(cell.text)
        if found:
            _, *titles = _ITEM.split(cell.text[found.end() :])
            return int(normalize("NFKC", found[1])), tuple(title.strip() for title in titles)
    return None, ()
