"""Formulas of a workbook, made of the addresses of cells and of our own words, of nothing else.

Each says nothing where a number is missing or the rate is not defined, and comes to what
:class:`~kpikit.report.measured.Measured` comes to.
"""

from __future__ import annotations

from typing import Final

from kpikit.language.messages import Language, say

__all__ = ["achievement", "cell_name", "gap", "progress", "share"]

_LETTERS: Final = 26


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, both counted from 0.

    >>> cell_name(0, 0), cell_name(9, 27)
    ('A1', 'AB10')
    """
    letters, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def achievement(actual: str, target: str, way: str, lang: Language) -> str:
    """Write actual over target, where more is better and the target is above zero.

    >>> achievement("O2", "M2", "J2", "en")
    '=IF(AND(COUNT(O2,M2)=2,J2="higher"),IF(M2>0,O2/M2,""),"")'
    """
    higher = say("data-higher", lang)
    rate = f'IF({target}>0,{actual}/{target},"")'
    return f'=IF(AND(COUNT({actual},{target})=2,{way}="{higher}"),{rate},"")'


def progress(actual: str, baseline: str, target: str) -> str:
    """Write the distance covered from the baseline, where the target is another number.

    >>> progress("O2", "K2", "M2")
    '=IF(COUNT(O2,K2,M2)=3,IF(M2<>K2,(O2-K2)/(M2-K2),""),"")'
    """
    rate = f'IF({target}<>{baseline},({actual}-{baseline})/({target}-{baseline}),"")'
    return f'=IF(COUNT({actual},{baseline},{target})=3,{rate},"")'


def gap(actual: str, target: str) -> str:
    """Write the target less the actual, where both are numbers.

    >>> gap("O2", "M2")
    '=IF(COUNT(O2,M2)=2,M2-O2,"")'
    """
    return f'=IF(COUNT({actual},{target})=2,{target}-{actual},"")'


def share(met: str, missed: str) -> str:
    """Write how much of what is decided was met.

    >>> share("B5", "C5")
    '=IF(B5+C5>0,B5/(B5+C5),"")'
    """
    return f'=IF({met}+{missed}>0,{met}/({met}+{missed}),"")'
