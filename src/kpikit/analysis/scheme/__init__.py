"""Schemes: how one body rates and grades, as data with a name, a version and a source.

A scheme says which rate is taken, against which target, how it is capped and rounded, and
which class it falls into. Those that kpikit ships are in :func:`shipped`; a city can write its
own as a TOML file. What a scheme cannot grade is never given a class: the reason is told.
"""

from kpikit.analysis.scheme._terms import (
    Against,
    Band,
    Beside,
    How,
    Known,
    Measure,
    Position,
    RollUp,
    Rounding,
    RoundingMode,
    Start,
    Tolerance,
    Variant,
)
from kpikit.analysis.scheme.compare import SchemeRow, SchemeTable, compare_schemes
from kpikit.analysis.scheme.definition import Scheme
from kpikit.analysis.scheme.files import dumps, from_dict, load, loads, shipped, to_dict
from kpikit.analysis.scheme.grade import Grade
from kpikit.analysis.scheme.rolled import Rolled, rolled

__all__ = [
    "Against",
    "Band",
    "Beside",
    "Grade",
    "How",
    "Known",
    "Measure",
    "Position",
    "RollUp",
    "Rolled",
    "Rounding",
    "RoundingMode",
    "Scheme",
    "SchemeRow",
    "SchemeTable",
    "Start",
    "Tolerance",
    "Variant",
    "compare_schemes",
    "dumps",
    "from_dict",
    "load",
    "loads",
    "rolled",
    "shipped",
    "to_dict",
]
