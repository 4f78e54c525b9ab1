"""Target rules: frozen, printable, comparable, and each knows how to judge.

A rule is judged against :class:`kpikit.model.evidence.Evidence` and answers with a
:class:`kpikit.model.judgement.Judgement`. A rule that cannot exist raises
:class:`kpikit.language.errors.InvalidRuleError`; a target that cannot be decided is indeterminate,
with a reason. Bounds are inclusive unless *strict*. What else others need to know of a rule,
what it aims for, which way is better, what meets it and how it is said, is told by the members
of :class:`Rule`; nobody needs to ask which class it is of.

Each is imported on first use: a target is one of them, and nobody pays for the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from kpikit.model.rule.base import NumberRule, Rule
    from kpikit.model.rule.bound import AtLeast, AtMost, Between, Exactly, LevelRule, Reach
    from kpikit.model.rule.change import ChangeRule, IncreaseBy, ReduceBy
    from kpikit.model.rule.outcome import DefinedElsewhere, Exploratory, Qualitative, Unset
    from kpikit.model.rule.parts import AllOf, RulePart
    from kpikit.model.rule.phrase import Phrase
    from kpikit.model.rule.relative import Comparator, Improve, Maintain, RelativeTo

__all__ = [
    "AllOf",
    "AtLeast",
    "AtMost",
    "Between",
    "ChangeRule",
    "Comparator",
    "DefinedElsewhere",
    "Exactly",
    "Exploratory",
    "Improve",
    "IncreaseBy",
    "LevelRule",
    "Maintain",
    "NumberRule",
    "Phrase",
    "Qualitative",
    "Reach",
    "ReduceBy",
    "RelativeTo",
    "Rule",
    "RulePart",
    "Unset",
]

#: Module → the names that are imported from it on first use.
_NAMES: Final = {
    "base": "NumberRule Rule",
    "bound": "AtLeast AtMost Between Exactly LevelRule Reach",
    "change": "ChangeRule IncreaseBy ReduceBy",
    "outcome": "DefinedElsewhere Exploratory Qualitative Unset",
    "parts": "AllOf RulePart",
    "phrase": "Phrase",
    "relative": "Comparator Improve Maintain RelativeTo",
}
_LATER: Final = {name: module for module, names in _NAMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        value = globals()[name] = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
