"""What a rule is judged against."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from kpikit._value import Value
from kpikit.model.observation import Observation
from kpikit.model.sense import NOUNS, Body, Nouns, nouns_of
from kpikit.model.verdict import Direction

if TYPE_CHECKING:
    from kpikit.model.judgement import Told
    from kpikit.model.printed import GivenDirection

__all__ = ["Evidence"]


@final
@attrs.frozen(repr=False)
class Evidence(Value):
    """All that is known of an indicator when its target is judged.

    >>> from kpikit.model.quantity import Quantity
    >>> from kpikit.model.rule import AtLeast
    >>> seen = Observation(None, Quantity("48.2", "%"))
    >>> AtLeast(Quantity("55", "%")).judge(Evidence("利用率", seen)).verdict
    Verdict.NOT_ACHIEVED
    """

    #: The indicator's name.
    name: str
    #: The actual, or ``None`` where there is none.
    observation: Observation | None
    #: The value at the start.
    baseline: Observation | None = None
    #: The actual of the year before.
    previous: Observation | None = None
    #: Which way is better, where the caller or a column of the table says so.
    direction: Direction | None = None
    #: The nouns of names that say which way is better; plain ones are those where less is.
    nouns: Nouns = attrs.field(default=NOUNS, converter=nouns_of)
    #: The actual observed last before this one, of whatever year: 前回.
    preceding: Observation | None = None
    #: The cell that :attr:`direction` is taken from, ``None`` where the caller said it.
    given_direction: GivenDirection | None = None
    #: The kind of body that it is of, where titles or its name say so.
    body: Body | None = None
    #: The only way in which the publisher's own results come out.
    printed: Direction | None = None
    #: What the caller assumes where nothing tells which way is better.
    assumed: Direction | None = None
    #: Which way is better for the bare numbers of parts, told for all of them together.
    told: Told | None = None
