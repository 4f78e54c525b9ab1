"""The same verdicts as columns of a data frame, on the engine that a user already has.

A frame has a row for each observation of an indicator and the columns of
:mod:`kpikit.frames.contract`. Thresholds are resolved as decimals before an engine sees them;
engines only compare. The engines are libraries of extras, imported on use.

>>> import pandas as pd
>>> frame = pd.DataFrame(
...     {
...         "undecided": [0, 0],
...         "target_low": [55.0, float("-inf")],
...         "target_high": [float("inf"), 126.0],
...         "actual_low": [48.2, 59.0],
...         "actual_high": [48.2, 59.0],
...     }
... )
>>> words(evaluate(frame, columns=["verdict"]), lang="en")["verdict"].tolist()
['not achieved', 'achieved']
"""

from kpikit.frames.counts import summary
from kpikit.frames.judge import evaluate
from kpikit.frames.plan import from_plan, to_plan
from kpikit.frames.rate import resolved
from kpikit.frames.reading import read
from kpikit.frames.refused import check
from kpikit.frames.wording import words
from kpikit.frames.years import year_on_year

__all__ = [
    "check",
    "evaluate",
    "from_plan",
    "read",
    "resolved",
    "summary",
    "to_plan",
    "words",
    "year_on_year",
]
