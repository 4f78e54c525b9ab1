"""What was left out of a plan or taken for something, a line for each kind of it."""

from __future__ import annotations

from typing import Final

from kpikit.language.messages import Language, say_of_file
from kpikit.model.plan import Chosen, Plan

__all__ = ["taken_lines"]

#: How a file was opened, which says nothing of what stands in it.
_OF_FILES: Final = frozenset(("encoding", "separator", "sheet", "columns", "facts", "labels"))
#: How many places a line names.
_SHOWN: Final = 5


def taken_lines(plan: Plan, lang: Language) -> tuple[str, ...]:
    """Say what was left out or taken for something, each kind once, with the first places.

    >>> from kpikit.model.plan import Chosen, Plan
    >>> taken_lines(Plan("plan", chosen=[Chosen("costs", "B8:D8 (3)")]), "en")
    ('figures of costs and the like are no indicators and were left out: B8:D8 (3)',)
    """
    told: dict[str, list[str]] = {}
    for each in plan.chosen:
        if each.what not in _OF_FILES:
            told.setdefault(each.what, []).append(_placed(each))
    return tuple(
        say_of_file(f"chosen-{what}", lang, value=_few(values)) for what, values in told.items()
    )


def _placed(chosen: Chosen) -> str:
    sheet = chosen.location.sheet if chosen.location else ""
    return f"[{sheet}] {chosen.value}" if sheet else chosen.value


def _few(values: list[str]) -> str:
    more = len(values) - _SHOWN
    return " ".join([*values[:_SHOWN], *([f"(+{more})"] if more > 0 else [])])
