"""What a rule asks for in words: the code of a message, and what it is filled with."""

from __future__ import annotations

from typing import TypeAlias, final

import attrs

from kpikit._value import Value, to_tuple
from kpikit.model.period import Period
from kpikit.model.quantity import Quantity
from kpikit.model.unit import is_rank

__all__ = ["Phrase", "of_rank", "phrase"]

#: What a message is filled with.
Filling: TypeAlias = "Quantity | Period | Phrase | str | int"


@final
@attrs.frozen(repr=False)
class Phrase(Value):
    """A message in no language yet; :func:`kpikit.judging.wording.rule_words` says it in one.

    >>> phrase("rule-maintain", text=Quantity("90", "団体"))
    Phrase('rule-maintain', fillings=(('text', Quantity('90', '団体')),))
    """

    #: The code of its text in :mod:`kpikit.language.messages`; ``""`` for a list of parts.
    code: str
    #: What the text is filled with, by name.
    fillings: tuple[tuple[str, Filling], ...] = attrs.field(default=(), converter=to_tuple)
    #: Phrases that are said one after the other, each with its label.
    parts: tuple[tuple[str, Phrase], ...] = attrs.field(default=(), converter=to_tuple)


def phrase(code: str, **fillings: Filling) -> Phrase:
    """Return a phrase, its fillings by name."""
    return Phrase(code, tuple(fillings.items()))


def of_rank(quantity: Quantity) -> str:
    """Return the end of a code for ranks, where 10位以下 would be those from 10 on.

    >>> of_rank(Quantity("10", "位")), of_rank(Quantity("10", "人"))
    ('-rank', '')
    """
    return "-rank" if is_rank(quantity.unit) else ""
