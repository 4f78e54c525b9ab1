"""What every value keeps to."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest

import kpikit
from kpikit.analysis import editions, findings, reconcile, scheme, trend
from kpikit.judging import gap, path, rates, standing, summary
from kpikit.model import (
    comparison,
    era,
    evidence,
    indicator,
    judgement,
    printed,
    question,
    reading,
    sense,
    unit,
)

#: Where public names come from; the last one wins.
MODULES = (
    *(comparison, editions, era, evidence, findings, indicator, judgement, printed, question),
    *(rates, reading, gap, path, reconcile, scheme, sense, standing, trend),
    summary,
    unit,
    kpikit,
)

#: The public names that a printed value may use.
SCOPE: dict[str, Any] = {"datetime": dt, "Decimal": Decimal}
for module in MODULES:
    names = [name for name in module.__all__ if not name.startswith("__")]
    SCOPE |= {name: getattr(module, name) for name in names}


def evaluated(text: str) -> Any:
    """Run the code that a value printed."""
    return eval(text, dict(SCOPE))  # noqa: S307 - the code is our own


def check_value_object(*examples: Any) -> None:
    """Check that the *examples*, all of one class and all different, behave as values."""
    for index, one in enumerate(examples):
        for other in examples[index + 1 :]:
            assert one != other
        check_one_value(one)


def check_one_value(one: Any) -> None:
    """Check one value: equality, hash, printing, copying, and that it cannot be changed."""
    assert one == copy.copy(one) == copy.deepcopy(one)
    assert one == pickle.loads(pickle.dumps(one))  # noqa: S301 - the bytes are our own
    assert hash(one) == hash(copy.deepcopy(one))
    assert one != "another type"
    assert evaluated(repr(one)) == one
    assert repr(evaluated(repr(one))) == repr(one)
    assert attrs.evolve(one) == one
    if hasattr(type(one), "parse"):
        assert type(one).parse(str(one)) == one
    assert not hasattr(one, "__dict__")
    name = attrs.fields(type(one))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(one, name, getattr(one, name))
