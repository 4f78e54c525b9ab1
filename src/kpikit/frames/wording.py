"""Codes as words, at the edge: of what is shown, and not before."""

from __future__ import annotations

from typing import Final

from kpikit.frames.codes import words_of
from kpikit.frames.engine import Frame, narwhals
from kpikit.language.messages import Language

__all__ = ["words"]

_CODES: Final = ("verdict", "reason", "standing", "standing_reason")


def words(frame: Frame, *, lang: Language = "ja") -> Frame:
    """Return an evaluated frame with verdicts and standings in words, reasons as their codes.

    It takes many times as long as judging does: use it on what is shown.

    Args:
        frame: A frame of any engine, as :func:`~kpikit.frames.evaluate` returns it.
        lang: The language.

    >>> import pandas as pd
    >>> from kpikit.frames import evaluate
    >>> names = ["target_low", "target_high", "actual_low", "actual_high"]
    >>> frame = pd.DataFrame([[55.0, float("inf"), 60.0, 60.0]], columns=names).assign(undecided=0)
    >>> words(evaluate(frame, columns=["verdict"]))["verdict"].tolist()
    ['達成']
    """
    nw = narwhals()
    if nw.dependencies.is_dask_dataframe(frame):
        return frame.map_partitions(words, lang=lang)
    given = nw.from_native(frame)
    names = [name for name in _CODES if name in given.collect_schema()]
    said = [
        nw.col(name)
        .cast(nw.Int32)
        .replace_strict(words_of(name, lang), default="", return_dtype=nw.String)
        .alias(name)
        for name in names
    ]
    return given.with_columns(*said).to_native()
