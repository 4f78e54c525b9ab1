"""What is different from the edition before: gained, lost, loosened, added, dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.analysis.editions import Comparison, Difference, Kind
from kpikit.language.messages import Language, say
from kpikit.model.verdict import Verdict

__all__ = ["Changed", "changes_of"]

#: What is told after the verdicts, in this order.
_KINDS: Final = (
    Kind.TARGET_LOOSENED,
    Kind.ADDED,
    Kind.DROPPED,
    Kind.TARGET_TIGHTENED,
    Kind.TARGET_CHANGED,
    Kind.TARGET_REDATED,
    Kind.BASELINE_CHANGED,
    Kind.RENAMED,
    Kind.MOVED,
    Kind.UNMATCHED,
)


@final
@attrs.frozen(repr=False)
class Changed(Value):
    """Differences of one kind.

    >>> Changed("目標の緩和", ("1 窓口の利用率: 目標値が緩んだ。",)).title
    '目標の緩和'
    """

    #: What they are.
    title: str
    #: Each in one sentence.
    lines: tuple[str, ...]


def changes_of(comparison: Comparison, lang: Language) -> tuple[Changed, ...]:
    """Return what is different, newly achieved and lost first, then verdict by verdict.

    >>> import kpikit as kk
    >>> def edition(target):
    ...     usage = kk.Indicator("利用率", target=kk.AtLeast(kk.Quantity(target, "%")))
    ...     return kk.Plan("計画", sections=[kk.Section("施策", "1", "窓口", indicators=[usage])])
    >>> from kpikit.analysis.editions import compare
    >>> [each.title for each in changes_of(compare(edition("55"), edition("50")), "ja")]
    ['目標の緩和']
    """
    return tuple(_changes(comparison, lang))


def _changes(comparison: Comparison, lang: Language) -> Iterator[Changed]:
    yield from _verdicts(comparison.of(Kind.VERDICT_CHANGED), lang)
    for kind in _KINDS:
        found = comparison.of(kind)
        if found:
            yield Changed(say(f"change-{kind.value}", lang), _lines(found, lang))


def _verdicts(found: Iterable[Difference], lang: Language) -> Iterator[Changed]:
    """Yield the changes of verdicts: what is achieved now, what no longer is, then the others."""
    groups: dict[tuple[Verdict, Verdict], list[Difference]] = {}
    for each in found:
        if each.old and each.new:  # pragma: no branch - a verdict changes where both are
            pair = each.old.evaluation.verdict, each.new.evaluation.verdict
            groups.setdefault(pair, []).append(each)
    for old, new in sorted(groups, key=_weight):
        title = say(_title(old, new), lang, old=_word(old, lang), new=_word(new, lang))
        yield Changed(title, _lines(groups[old, new], lang))


def _title(old: Verdict, new: Verdict) -> str:
    if new is Verdict.ACHIEVED:
        return "change-gained"
    return "change-lost" if old is Verdict.ACHIEVED else "change-verdict"


def _weight(pair: tuple[Verdict, Verdict]) -> tuple[bool, bool, str, str]:
    old, new = pair
    return new is not Verdict.ACHIEVED, old is not Verdict.ACHIEVED, old.value, new.value


def _word(verdict: Verdict, lang: Language) -> str:
    return say(f"verdict-{verdict.value}", lang)


def _lines(found: Iterable[Difference], lang: Language) -> tuple[str, ...]:
    return tuple(each.explain(lang) for each in found)
