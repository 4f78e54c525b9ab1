"""Every exception of kpikit.

Three channels are never mixed: a definition that cannot exist raises one of
these; a cell that cannot be read is a :class:`kpikit.model.reading.Reading` without a
value; a missed target is a verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Self

from kpikit.language.messages import Language, say

if TYPE_CHECKING:
    from kpikit.language.fault import Fault
    from kpikit.language.issue import Issue

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
    """The root of every error that kpikit raises on purpose.

    Its message is English; where it can be said in Japanese too, its first note says so.
    """

    #: What is wrong, each with its code, place and words; ``()`` where only the message tells.
    faults: tuple[Fault, ...] = ()

    @classmethod
    def told(cls, code: str, /, **values: object) -> Self:
        """Return the error of *code*, a text of :mod:`kpikit.language.messages` with *values* filled in.

        >>> TableError.told("file-encoding", name="utf8mb4").__notes__[0]
        '「utf8mb4」という文字コードはない。例えば encoding="utf-8" か encoding="cp932" と指定する'
        """
        from kpikit.language.fault import Fault  # only what is wrong needs it

        fault = Fault(code, values={name: _kept(value) for name, value in values.items()})
        return cls._said(fault.message, [fault])

    @classmethod
    def of_file(cls, file: str, faults: Iterable[Fault]) -> Self:
        """Return one error for all that is wrong with a file; *file* may be ``""``.

        >>> from kpikit.language.fault import Fault
        >>> print(FormatError.of_file("plan.json", [Fault("wanted-text", "plan.title")]))
        plan.json: faults: 1
        plan.title: text is wanted
        """
        found = [*faults]
        where = f"{file}: " if file else ""

        def words(lang: Language) -> str:
            head = say("format-faults", lang, where=where, count=len(found))
            return "\n".join([head, *(fault.message(lang) for fault in found)])

        return cls._said(words, found)

    @classmethod
    def _said(cls, words: Callable[[Language], str], faults: Iterable[Fault]) -> Self:
        """Return an error whose message is English, and whose note says the same in Japanese."""
        error = cls(words("en"))
        error.add_note(words("ja"))
        error.faults = tuple(faults)
        return error


def _kept(value: object) -> object:
    """Return what an error keeps of a value: of another error its words, not its traceback."""
    return str(value) if isinstance(value, BaseException) else value


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

    The message lists everything that is wrong, each with its place; so do its ``faults``.
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
