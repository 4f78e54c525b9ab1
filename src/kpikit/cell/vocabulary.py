"""The words that cells are read by: a value that a city may extend, never global state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, cast, final

import attrs

from kpikit._value import Value, is_several
from kpikit.language.errors import InvalidDefinitionError
from kpikit.language.fold import fold
from kpikit.language.lexicon import CLASSES, MISSING
from kpikit.model._fields import typed
from kpikit.model.observation import Missing

__all__ = ["USUAL", "Vocabulary"]


def _folded(words: Any) -> Any:
    """Write words as cells are read: in half width, with one kind of dash."""
    if isinstance(words, str):
        return fold(words).text
    return tuple(map(_folded, words)) if is_several(words) else words


def _folded_several(words: Any) -> Any:
    """Write several words so; one alone is not its letters, and is left to be refused."""
    return words if isinstance(words, str) else _folded(words)


def _folded_keys(missing: Mapping[str, Missing]) -> Mapping[str, Missing]:
    if not isinstance(cast("object", missing), Mapping):
        return missing
    return {_folded(mark): why for mark, why in missing.items()}


def _folded_values(words: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(cast("object", words), Mapping):
        return cast("Mapping[str, tuple[str, ...]]", words)
    return {kind: _folded_several(each) for kind, each in words.items()}


def _known(_instance: object, _attribute: object, words: Mapping[str, Any]) -> None:
    for kind in words:
        if kind not in CLASSES:
            raise InvalidDefinitionError(f"the lexicon has no class {kind!r}")


@final
@attrs.frozen(
    repr=False,
    kw_only=True,
    cache_hash=True,
    field_transformer=typed(InvalidDefinitionError),
)
class Vocabulary(Value):
    """What a table's words mean, beside the lexicon that every table shares.

    A city adds its own words by making one of these and passing it to the reading functions:
    nothing is registered and nothing is global. Words may be written in any width.

    Raises:
        InvalidDefinitionError: The lexicon has no such class of words.

    >>> own = Vocabulary(units=("メッシュ以上区画",), words={"floor": ["をキープ"]})
    >>> own.words["floor"]
    ('をキープ',)
    """

    #: Counters that the lexicon does not know, or that hold a word of it.
    units: tuple[str, ...] = attrs.field(default=(), converter=_folded_several)
    #: Cells that stand for a missing value → why.
    missing: Mapping[str, Missing] = attrs.field(
        factory=dict[str, Missing], converter=_folded_keys, hash=False
    )
    #: Comparators that may be referred to, beside 全国平均 and the like.
    references: tuple[str, ...] = attrs.field(default=(), converter=_folded_several)
    #: Class of the lexicon → words that belong to it as well: bounds, words of change, deeds.
    words: Mapping[str, tuple[str, ...]] = attrs.field(
        factory=dict[str, tuple[str, ...]], converter=_folded_values, validator=_known, hash=False
    )
    #: The era of years that name none (``32年度``): ``平成``, ``令和``; ``None`` refuses them.
    era: str | None = None
    #: Whether a year without 年 or 年度 (``R5``) is a fiscal year.
    fiscal_year_default: bool = True

    def why_missing(self, word: str) -> Missing:
        """Return why a word of the class *missing* stands for no value.

        >>> USUAL.why_missing("集計中")
        Missing.PENDING
        """
        return self.missing.get(word) or Missing(MISSING[word])

    def classed(self) -> Iterator[tuple[str, str]]:
        """Yield each word that is added, with its class."""
        for word in self.missing:
            yield word, "missing"
        for word in self.references:
            yield word, "average"
        for kind, words in self.words.items():
            for word in words:
                yield word, kind


#: The words of every table.
USUAL: Final = Vocabulary()
