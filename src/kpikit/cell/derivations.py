"""Derivations inside notes and remarks: what a published figure should follow from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import attrs

from kpikit.cell._numbers import KANJI_NUMERALS
from kpikit.cell._read import matches_in
from kpikit.cell.vocabulary import USUAL, Vocabulary
from kpikit.language.lexicon import CLASSES, DIMENSIONS, expanded
from kpikit.language.pattern import pattern
from kpikit.language.words import either
from kpikit.model.indicator import Derivation, Reduction, Sum
from kpikit.model.quantity import Change, Quantity

__all__ = ["may_derive", "read_derivations"]

#: What a text holds that says how a figure came about: the parts of it, or a rate …
_TELLING: Final = pattern(
    either(
        "％",
        CLASSES["breakdown"],
        CLASSES["ofwhich"],
        DIMENSIONS["pct"],
        DIMENSIONS["wari"],
        *expanded(CLASSES["halved"]),
    )
)
_NUMERALS: Final = rf"\d{KANJI_NUMERALS}"
#: … beside two numbers at least: two parts, or what a rate is of.
_TWO_NUMBERS: Final = pattern(
    rf"[{_NUMERALS}][,.，．]*[^{_NUMERALS},.，．][^{_NUMERALS}]*[{_NUMERALS}]"
)


def may_derive(text: str) -> bool:
    """Whether a text may say how a figure came about: it has two numbers, and a word for it.

    >>> may_derive("平成30年度に140件発生した障害の10%減"), may_derive("1,234.5%以上")
    (True, False)
    """
    return _TELLING.search(text) is not None and _TWO_NUMBERS.search(text) is not None


def read_derivations(
    text: str,
    figure: Quantity | None,
    *,
    kinds: Sequence[type[Derivation]] = (Sum, Reduction),
    vocabulary: Vocabulary = USUAL,
) -> tuple[Derivation, ...]:
    """Return how *figure* should follow from other figures, as far as *text* says so.

    A breakdown (内訳) whose parts are in the unit of the figure is a sum; a base and a rate
    that it is cut by (140件 … 10%減) are a reduction. What is not understood is no derivation.

    Args:
        text: A note, or the remark behind a value.
        figure: The published figure, a point; otherwise nothing follows.
        kinds: What is looked for.
        vocabulary: The words of the table.

    >>> read_derivations("<内訳> R2:3件、R3:4件", Quantity("7", "件"))
    (Sum((('R2', Quantity('3', '件')), ('R3', Quantity('4', '件'))), Quantity('7', '件')),)
    >>> read_derivations("平成30年度に140件発生した障害の10%減を目標とする", Quantity("126", "件"))
    (Reduction(Quantity('140', '件'), Quantity('10', '%'), Quantity('126', '件')),)
    """
    if figure is None or not figure.is_point:
        return ()
    return tuple([each for kind in kinds for each in _READERS[kind](text, figure, vocabulary)])


def _sums(text: str, figure: Quantity, vocabulary: Vocabulary) -> list[Sum]:
    total = attrs.evolve(figure, change=Change.LEVEL)
    return [
        Sum(parts, total)
        for parts in matches_in(text, "breakdown", vocabulary)
        if len(parts) > 1 and all(part.unit == figure.unit for _, part in parts)
    ]


def _reductions(text: str, figure: Quantity, vocabulary: Vocabulary) -> list[Reduction]:
    """Return the one reduction that a text tells; of two, neither may be that of the figure."""
    cuts = [
        Reduction(base, rate, figure)
        for base, rate in matches_in(text, "reduced", vocabulary)
        if base.unit == figure.unit
    ]
    return cuts if len(cuts) == 1 else []


#: How each kind is read.
_READERS: Final[dict[type[Derivation], Callable[..., Sequence[Derivation]]]] = {
    Sum: _sums,
    Reduction: _reductions,
}
