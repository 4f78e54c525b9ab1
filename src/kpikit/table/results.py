"""Words of results, and how many of each there are: 達成 23件, 未達成 7件."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kpikit.language.outcomes import COUNT_OF_RESULTS, RESULT
from kpikit.language.pattern import pattern
from kpikit.table.headings import folded

__all__ = ["are_counts", "is_count", "is_result"]

_RESULT: Final = pattern(RESULT)
_COUNT: Final = pattern(COUNT_OF_RESULTS)
#: How many results are told apart at least.
_SEVERAL: Final = 2


def is_result(text: str) -> bool:
    """Whether a text is what a publisher says of how an indicator went, and nothing else.

    >>> [is_result(text) for text in ("◎", "Ａ（達成）", "概ね順調", "達成率", "")]
    [True, True, True, False, False]
    """
    return bool(text.strip()) and _RESULT.fullmatch(folded(text)) is not None


def are_counts(texts: Iterable[str]) -> bool:
    """Whether each of several texts says how many indicators went so: 達成 23件, 未達成 7件.

    >>> are_counts(["達成 23件", "未達成：7件"]), are_counts(["達成", "未達成"])
    (True, False)
    """
    results = set[str]()
    for text in texts:
        has_number = any(map(str.isnumeric, text))
        told = _COUNT.fullmatch(folded(text)) if has_number else None
        if told is None or not (told["count"] and told["result"]):
            return False
        results.add(told["result"])
    return len(results) >= _SEVERAL


def is_count(text: str) -> bool:
    """Whether a figure may be how many there are, or what share of all.

    >>> [is_count(text) for text in ("23", "23件(76.7%)", "76.7%", "23人", "達成")]
    [True, True, True, False, False]
    """
    bare = folded(text)
    return bare[:1].isdigit() and _COUNT.fullmatch(bare) is not None
