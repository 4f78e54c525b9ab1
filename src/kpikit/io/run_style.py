"""How a run of text is shown: struck out, raised or hidden, by itself or on top of a style."""

from __future__ import annotations

from typing import Final, final

import attrs

__all__ = ["PLAIN_RUN", "RunStyle"]


@final
@attrs.frozen
class RunStyle:
    """What a run says of how it is shown; ``None`` where it says nothing."""

    struck: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None

    def over(self, other: RunStyle) -> RunStyle:
        """Return what holds where this is said on top of another style.

        >>> RunStyle(struck=False).over(RunStyle(struck=True, raised=True))
        RunStyle(struck=False, raised=True, hidden=None)
        """
        return RunStyle(
            other.struck if self.struck is None else self.struck,
            other.raised if self.raised is None else self.raised,
            other.hidden if self.hidden is None else self.hidden,
        )


#: A run that says nothing.
PLAIN_RUN: Final = RunStyle()
