"""Target rules: frozen, printable, comparable, and each knows how to judge.

A rule is judged against :class:`kpikit.evidence.Evidence` and answers with a
:class:`kpikit.evidence.Judgement`. A rule that cannot exist raises
:class:`kpikit.errors.InvalidRuleError`; a target that cannot be decided is indeterminate,
with a reason. Bounds are inclusive unless *strict*.
"""

from kpikit.rule.base import NumberRule, Rule
from kpikit.rule.bound import AtLeast, AtMost, Between, Exactly, Reach
from kpikit.rule.change import IncreaseBy, ReduceBy
from kpikit.rule.outcome import DefinedElsewhere, Exploratory, Qualitative, Unset
from kpikit.rule.parts import AllOf, RulePart
from kpikit.rule.relative import Comparator, Improve, Maintain, RelativeTo

__all__ = [
    "AllOf",
    "AtLeast",
    "AtMost",
    "Between",
    "Comparator",
    "DefinedElsewhere",
    "Exactly",
    "Exploratory",
    "Improve",
    "IncreaseBy",
    "Maintain",
    "NumberRule",
    "Qualitative",
    "Reach",
    "ReduceBy",
    "RelativeTo",
    "Rule",
    "RulePart",
    "Unset",
]
