"""The values that a plan is made of: periods, quantities, rules, indicators.

What only judging needs is imported on first use: who reads a rule does not pay for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from kpikit.model import comparison, direction, judgement, naming

__all__ = ["comparison", "direction", "judgement", "naming"]

_LATER: Final = frozenset(__all__)


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
