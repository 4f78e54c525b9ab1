"""Every exception of kpikit.

Three channels are never mixed: a definition that cannot exist raises one of
these; a cell that cannot be read is a :class:`kpikit.reading.Reading` without a
value; a missed target is a verdict.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kpikit.reading import Issue

__all__ = [
    "FormatError",
    "InvalidDefinitionError",
    "InvalidIndicatorError",
    "InvalidPeriodError",
    "InvalidQuantityError",
    "InvalidRuleError",
    "InvalidSchemeError",
    "KpikitError",
    "MissingDependencyError",
    "ReadingError",
    "TableError",
    "UnitMismatchError",
]


class KpikitError(Exception):
    """The root of every error that kpikit raises on purpose."""


class InvalidDefinitionError(KpikitError, ValueError):
    """Somebody asked for an object that cannot exist."""


class InvalidPeriodError(InvalidDefinitionError):
    """A year, month, day or era that no calendar has."""


class InvalidQuantityError(InvalidDefinitionError):
    """An interval that is empty, not finite, or has no number at all."""


class InvalidRuleError(InvalidDefinitionError):
    """A target that nothing could ever be judged against."""


class InvalidIndicatorError(InvalidDefinitionError):
    """An indicator, observation, section or plan that contradicts itself."""


class InvalidSchemeError(InvalidDefinitionError):
    """A scheme that contradicts itself, or whose classes leave a gap or overlap."""


class UnitMismatchError(KpikitError, TypeError):
    """Two quantities whose units are not of one dimension."""


class TableError(KpikitError, ValueError):
    """A file that is no table of indicators: nothing of it could be read."""


class FormatError(TableError):
    """A file of a format of ours that keeps to it nowhere or not everywhere.

    The message lists everything that is wrong, each with its place.
    """


class MissingDependencyError(KpikitError, ImportError):
    """A library that an extra installs is not here."""


class ReadingError(KpikitError, ValueError):
    """All the cells that could not be read, at once (``strict=True``)."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        """Keep the issues; the message lists each of them."""
        #: What could not be read, in source order.
        self.issues = tuple(issues)
        super().__init__("\n".join(str(issue) for issue in self.issues))

    def __reduce__(self) -> tuple[type[ReadingError], tuple[tuple[Issue, ...]]]:
        """Pickle by the issues, not by the composed message."""
        return type(self), (self.issues,)
