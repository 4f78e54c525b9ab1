"""The colours of verdicts on paper: ink and background, which pass WCAG AA together."""

from __future__ import annotations

from typing import Final

from kpikit.model.verdict import Verdict

__all__ = ["COLOURS"]

#: Verdict → the colours of its word and of what stands behind it.
COLOURS: Final = {
    Verdict.ACHIEVED: ("#0a5c4a", "#dcf2eb"),
    Verdict.NOT_ACHIEVED: ("#9b1c1c", "#fde7e5"),
    Verdict.INDETERMINATE: ("#704500", "#fcefcf"),
    Verdict.NOT_DUE: ("#1d4d8f", "#e3edfa"),
    Verdict.NOT_APPLICABLE: ("#4a5361", "#ebeef2"),
}
