"""A comparator in a bracket beside its value: 66%(全国平均65.5%)."""

from __future__ import annotations

import re
from typing import Final

from kpikit.cell._gaps import is_start
from kpikit.cell._nodes import Phrase
from kpikit.cell._scan import Token
from kpikit.cell._values import Context, quantity_of
from kpikit.observation import Benchmark
from kpikit.unit import is_ratio, scale_of

__all__ = ["comparator_in"]

#: Whose value stands there, where the word 平均 is left out.
_WHOSE: Final = re.compile("(?:国|都|道|府|県|全[道県府都]|県全体|市町村|類似団体)値?")
#: What no parts add up to: of 5件(国3件、県2件) the bracket holds the parts.
_MEANS: Final = frozenset({"点", "歳", "年", "倍"})


def comparator_in(group: Token, value: Phrase, context: Context) -> tuple[Benchmark | None, bool]:
    """Return what a bracket compares a value with, and whether it says more than that.

    A rank, a change, a bound, or the value at another time is no comparator.
    """
    inner = list(group.inner)
    stops = [index for index, token in enumerate(inner) if token.kind == "sep"]
    first = inner[: stops[0]] if stops else inner
    dates = [token for token in first if token.kind == "period"]
    name, *rest = [token for token in first if token.kind not in {"period", "colon"}] or [group]
    if len(dates) > 1 or [token.kind for token in rest] != ["measure"]:
        return None, True
    number = rest[0]
    if not (_is_named(name) or (_is_whose(name, number) and not stops)):
        return None, True
    is_like = scale_of(number.unit).base == scale_of(value.unit).base and number.unit != "位"
    if not is_like or number.sign or number.number is None:
        return None, True
    period = context.period(dates[0]) if dates else None
    return Benchmark(name.text, quantity_of(Phrase(number)), period), bool(stops)


def _is_named(token: Token) -> bool:
    """Whether a comparator is named in full: 全国平均, 国の目標値."""
    if token.kind == "reference":
        return not (is_start(token) or token.text.startswith("過去") or token.text.endswith("比"))
    return token.text in {"全国", "全国値"}


def _is_whose(token: Token, number: Token) -> bool:
    """Whether only whose value it is stands there, of a mean or a share."""
    is_mean = is_ratio(number.unit) or number.unit in _MEANS
    return is_mean and token.kind == "word" and _WHOSE.fullmatch(token.text) is not None
