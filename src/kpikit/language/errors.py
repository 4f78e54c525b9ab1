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

    >>> import kpikit as kk
    >>> try:
    ...     kk.Quantity("5", "件").to("%")
    ... except kk.KpikitError as error:
    ...     print(type(error).__name__)
    UnitMismatchError
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
    """Somebody asked for an object that cannot exist.

    >>> import kpikit as kk
    >>> kk.Indicator("")
    Traceback (most recent call last):
    kpikit.language.errors.InvalidIndicatorError: an indicator needs a name
    指標の名前が空である
    >>> issubclass(kk.InvalidIndicatorError, kk.InvalidDefinitionError)
    True
    """


class InvalidPeriodError(InvalidDefinitionError):
    """A year, month, day or era that no calendar has.

    >>> import kpikit as kk
    >>> kk.Date(2023, 2, 30)
    Traceback (most recent call last):
    kpikit.language.errors.InvalidPeriodError: no day 30 in February 2023
    令和5年2月に30日はない
    """


class InvalidQuantityError(InvalidDefinitionError):
    """An interval that is empty, not finite, or has no number at all.

    >>> import kpikit as kk
    >>> kk.Quantity(lower="90", upper="80", unit="%")
    Traceback (most recent call last):
    kpikit.language.errors.InvalidQuantityError: no number lies between 90 and 80
    90と80の間に数がない
    """


class InvalidRuleError(InvalidDefinitionError):
    """A target that nothing could ever be judged against.

    >>> import kpikit as kk
    >>> kk.AtLeast("55%")
    Traceback (most recent call last):
    kpikit.language.errors.InvalidRuleError: AtLeast.bound takes Quantity, and was given '55%'
    AtLeast.bound には Quantity を渡す(渡されたのは '55%')
    """


class InvalidIndicatorError(InvalidDefinitionError):
    """An indicator, observation, section or plan that contradicts itself.

    >>> import kpikit as kk
    >>> kk.Indicator("")
    Traceback (most recent call last):
    kpikit.language.errors.InvalidIndicatorError: an indicator needs a name
    指標の名前が空である
    """


class InvalidSchemeError(InvalidDefinitionError):
    """A scheme that contradicts itself, or whose classes leave a gap or overlap.

    >>> from kpikit.analysis.scheme import SchemeTable
    >>> SchemeTable(["miyagi", "miyagi"])
    Traceback (most recent call last):
    kpikit.language.errors.InvalidSchemeError: two schemes are called 'miyagi': give one another name
    「miyagi」という評価基準が二つある。一方の名前を変える
    """


class UnitMismatchError(KpikitError, TypeError):
    """Two quantities whose units are not of one dimension.

    >>> import kpikit as kk
    >>> kk.Quantity("5", "件").to("%")
    Traceback (most recent call last):
    kpikit.language.errors.UnitMismatchError: 件 cannot become %
    """


class TableError(KpikitError, ValueError):
    """A file that is no table of indicators: nothing of it could be read.

    >>> import kpikit as kk
    >>> try:
    ...     kk.read_plan("名前,年齢".encode(), name="people.csv")
    ... except kk.TableError as error:
    ...     print(str(error)[:30])
    people.csv: no table: it needs
    """


class FormatError(TableError):
    """A file of a format of ours that keeps to it nowhere or not everywhere.

    The message lists everything that is wrong, each with its place; so do its ``faults``.

    >>> import kpikit as kk
    >>> try:
    ...     kk.read_plan(b'{"format": "kpikit-plan", "version": 1}', name="plan.json")
    ... except kk.FormatError as error:
    ...     print(error)
    plan.json: faults: 1
    plan: this member is wanted
    """


class MissingDependencyError(KpikitError, ImportError):
    """A library that an extra installs is not here.

    >>> import kpikit as kk
    >>> issubclass(kk.MissingDependencyError, ImportError)
    True
    """


class ReadingError(KpikitError, ValueError):
    """All the cells that could not be read, at once (``strict=True``).

    >>> import kpikit as kk
    >>> try:
    ...     kk.read_actual("48.2%（目標）").unwrap()
    ... except kk.ReadingError as error:
    ...     print(error.issues[0].code)
    turned
    """

    def __init__(self, issues: Sequence[Issue]) -> None:
        """Keep the issues; the message lists each of them."""
        #: What could not be read, in source order.
        self.issues = tuple(issues)
        super().__init__("\n".join(str(issue) for issue in self.issues))

    def __reduce__(self) -> tuple[type[ReadingError], tuple[tuple[Issue, ...]]]:
        """Pickle by the issues, not by the composed message."""
        return type(self), (self.issues,)
