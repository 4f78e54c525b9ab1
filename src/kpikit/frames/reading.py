"""Columns of published texts, read to the columns of the contract.

Distinct texts are read once and joined back, most of them by their shapes. What is read of a text
is what the readers of cells read of it by itself: neither name nor unit of its row is looked at.
"""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from kpikit.frames.bulk import Bulk
from kpikit.frames.codes import DECIDED_BY_NUMBERS, NOTHING_TO_MEET, REASONS
from kpikit.frames.engine import Frame, collected, in_memory, like, narwhals, types_of
from kpikit.frames.interval import Expr, one
from kpikit.frames.texts import ACTUAL, PAIR, TARGET, Kind, pair_row
from kpikit.language.errors import FormatError
from kpikit.language.fault import Fault
from kpikit.model.verdict import Reason

__all__ = ["read"]

#: Columns of the way, none of which is left.
_ROW, _SHARED = "_kpikit_row", "_kpikit_shared"
_TEXT: Final = {"target": "_kpikit_target", "actual": "_kpikit_actual"}
_KINDS: Final = {"target": TARGET, "actual": ACTUAL}
_CODE: Final = "_kpikit_code"
#: No code, but that a target and an actual are to be seen together.
_OPEN: Final = -1
#: Codes that stand whatever stands in the other column.
_NO_TARGET: Final = REASONS[Reason.TARGET_UNREADABLE]
_NO_ACTUAL: Final = (REASONS[Reason.NO_ACTUAL], REASONS[Reason.ACTUAL_UNREADABLE])


def read(frame: Frame, *, target: str | None = None, actual: str | None = None) -> Frame:
    """Read columns of published texts to the columns of the contract.

    Distinct texts are brought into memory; all else stays on the engine. Where both columns are
    read, a target and an actual in one unit are compared by the engine; each distinct pair of
    others (千人 and 人, words, several parts) is judged by itself, as
    :func:`kpikit.evaluate` judges it.

    Args:
        frame: A frame of any engine.
        target: The column of targets, if any.
        actual: The column of actuals, if any.

    Returns:
        The frame with the columns that :func:`kpikit.frames.evaluate` asks for; with those of one
        column alone where the other is not given.

    Raises:
        FormatError: A column is not there or has no texts, or there is one already of those to add.

    >>> import pandas as pd
    >>> table = pd.DataFrame({"目標": ["80%以上", "126件"], "実績": ["81.4％（R5）", "59件"]})
    >>> rows = read(table, target="目標", actual="実績")
    >>> rows[["undecided", "target_low", "actual_low", "unit"]].values.tolist()
    [[0, 80.0, 81.4, '%'], [1, 126.0, 59.0, '件']]
    """
    nw = narwhals()
    given = {
        name: each for name, each in (("target", target), ("actual", actual)) if each is not None
    }
    if nw.dependencies.is_dask_dataframe(frame):
        return frame.map_partitions(partial(read, target=target, actual=actual))
    wrapped = nw.from_native(frame)
    _check(wrapped, given)
    is_lazy = isinstance(wrapped, nw.LazyFrame)
    keyed = (wrapped if is_lazy else wrapped.with_row_index(_ROW)).with_columns(
        nw.col(column).cast(nw.String).fill_null("").alias(_TEXT[name])
        for name, column in given.items()
    )
    for name in given:
        keyed = _joined(keyed, name)
    told = _paired(keyed) if len(given) > 1 else _alone(keyed, *given)
    dropped = [name for name in told.collect_schema() if name.startswith("_kpikit")]
    return (told if is_lazy else told.sort(_ROW)).drop(*dropped).to_native()


def _check(frame: Any, given: dict[str, str]) -> None:
    nw, schema = narwhals(), frame.collect_schema()
    added = PAIR if len(given) > 1 else [name for each in given for name in _KINDS[each].refused]
    faults = [
        Fault("frames-no-texts", column)
        for column in given.values()
        if schema.get(column) not in (nw.String, nw.Categorical)
    ]
    faults += [Fault("frames-has-column", name) for name in added if name in schema]
    if faults:
        raise FormatError.of_file("", faults)


def _joined(frame: Any, name: str) -> Any:
    """Join what is read of a column of texts, its columns named after it."""
    key = _TEXT[name]
    texts = collected(frame.select(key).unique()).get_column(key).to_list()
    return frame.join(_table(frame, texts, key, _KINDS[name], name), on=key, how="left")


def _table(frame: Any, texts: list[str], key: str, kind: Kind, name: str) -> Any:
    """Return what is read of texts, as a frame of the engine of another."""
    nw, bulk, engine = narwhals(), Bulk(kind, texts), frame.implementation.value
    read: dict[str, list[Any]] = {key: texts, _SHARED: bulk.shared, **bulk.ends}
    rows: dict[str, list[Any]] = {_SHARED: [*range(len(bulk.rows))]}
    rows |= {each: [row[each] for row in bulk.rows] for each in kind.others}
    own = {key: nw.String, _SHARED: nw.Int32}
    joined = in_memory(read, engine, own).join(
        in_memory(rows, engine, {_SHARED: nw.Int32}), on=_SHARED, how="left"
    )
    named = {each: f"_kpikit_{name}_{each}" for each in kind.refused}
    return like(joined.drop(_SHARED).rename(named), frame)


def _alone(frame: Any, name: str) -> Any:
    """Give the columns of the one column that was read their names."""
    return frame.rename({f"_kpikit_{name}_{each}": each for each in _KINDS[name].refused})


def _paired(frame: Any) -> Any:
    """Add the columns of targets beside actuals: of most by the engine, of others one by one."""
    nw = narwhals()
    told = frame.with_columns(_undecided().alias(_CODE))
    keys = [*_TEXT.values()]
    pairs = collected(told.filter(nw.col(_CODE) == _OPEN).select(*keys).unique()).rows()
    rows = [pair_row(*pair) for pair in pairs]
    columns: dict[str, list[Any]] = {name: [row[name] for row in rows] for name in PAIR}
    columns |= {key: [pair[at] for pair in pairs] for at, key in enumerate(keys)}
    table = in_memory(columns, frame.implementation.value, dict.fromkeys(keys, nw.String))
    table = table.rename({name: f"_kpikit_pair_{name}" for name in PAIR})
    both = told.join(like(table, frame), on=keys, how="left")
    return both.with_columns(
        nw.when(nw.col(_CODE) == _OPEN)
        .then(nw.col(f"_kpikit_pair_{name}"))
        .otherwise(_own(name))
        .cast(kind)  # which joining may have widened
        .alias(name)
        for name, kind in types_of(PAIR, frame.implementation.value).items()
    )


def _undecided() -> Expr:
    """Return the code of a target beside an actual, :data:`_OPEN` where the two are to be seen."""
    nw = narwhals()
    target, actual = _of("target", "undecided"), _of("actual", "undecided")
    return (
        nw.when((target >= NOTHING_TO_MEET) | (target == _NO_TARGET))
        .then(target)
        .when(actual.is_in(_NO_ACTUAL))
        .then(actual)
        .when((target <= DECIDED_BY_NUMBERS) & (actual == 0) & _is_plain())
        .then(target)
        .otherwise(nw.lit(_OPEN, nw.Int8))
    )


def _is_plain() -> Expr:
    """Whether two numbers are of one thing at one time, so that the numbers are all there is."""
    is_alike = _of("target", "sense") == _of("actual", "sense")
    for name in ("unit", "per"):
        is_alike = is_alike & (_of("target", name) == _of("actual", name))
    for name in _KINDS:
        is_alike = is_alike & (_of(name, "statistic") == "")
    until, due = _of("actual", "actual_until"), _of("target", "target_due")
    several = (_of("target", "part_of_total") > 0) | (_of("actual", "part_of_total") > 0)
    several = several | (_of("actual", "year") == 0)
    is_part = (until >= _of("target", "target_from")) & ((until < due) | (several & (until <= due)))
    return is_alike & ~is_part.fill_null(value=False)


def _of(name: str, column: str) -> Expr:
    return narwhals().col(f"_kpikit_{name}_{column}")


def _own(name: str) -> Expr:
    """Return a column of a target and an actual that the engine compares."""
    nw = narwhals()
    match name:
        case "undecided":
            return nw.col(_CODE)
        case "as_of":
            return _of("actual", "actual_until")
        case "stays":
            return nw.lit(value=False)
        case "part_of_total":
            return nw.lit(0, nw.Int8)
        case "taken":
            is_held = one(_of("actual", "undecided") == 0)  # against the target, as it was taken
            return _of("actual", name) + is_held * _of("target", name)
        case _:
            return _of("actual" if name in ACTUAL.refused else "target", name)
