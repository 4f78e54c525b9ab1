"""A plan: a generic tree of sections, since cities differ in their levels."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final, final

import attrs

from kpikit._value import Value, several
from kpikit.language.errors import InvalidIndicatorError
from kpikit.language.issue import Issue, Location
from kpikit.language.messages import Language, say_of_file
from kpikit.model._fields import typed
from kpikit.model.indicator import Indicator
from kpikit.model.question import Question, questions_of

__all__ = ["Category", "Chosen", "Plan", "Section"]

_FIELDS: Final = typed(InvalidIndicatorError)


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class Chosen(Value):
    """Something that a file does not say of itself, and how it was taken.

    >>> print(Chosen("encoding", "cp932", Location("plan.csv", 1)).message("en"))
    plan.csv:1: the encoding was taken to be cp932
    """

    #: What was chosen: ``encoding``, ``separator``, ``columns``, ``sheet`` …
    what: str
    #: How it was taken.
    value: str
    #: Where, or ``None`` for the whole file.
    location: Location | None = None

    def message(self, lang: Language = "ja") -> str:
        """Say it in one sentence, with its place."""
        where = f"{self.location}: " if self.location else ""
        return where + say_of_file(f"chosen-{self.what}", lang, value=self.value)


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class Category(Value):
    """A label that sections are sorted by: ``A``, 重点事業.

    >>> Category("A", "重点事業").title
    '重点事業'
    """

    #: The code as it stands in the cells: ``A``.
    code: str
    #: What it is called: 重点事業.
    title: str = ""
    #: What the legend says of it.
    meaning: str = ""


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class Section(Value):
    """A node of the plan's tree: a table, 基本目標, 施策 or 事業.

    >>> Section("施策", "1-1", "窓口の改善", departments=["市民課"]).departments
    ('市民課',)
    """

    #: What it is: ``table``, ``基本目標``, ``施策``, ``事業``.
    kind: str
    #: Its number as published: ``1-1``; ``""`` if it has none.
    code: str
    #: Its name as published.
    title: str
    #: Its category, or ``None``.
    category: Category | None = attrs.field(default=None, kw_only=True)
    #: The departments in charge (所管課).
    departments: tuple[str, ...] = attrs.field(default=(), converter=several, kw_only=True)
    #: The indicators that hang on it directly.
    indicators: tuple[Indicator, ...] = attrs.field(default=(), converter=several, kw_only=True)
    #: The sections below it.
    sections: tuple[Section, ...] = attrs.field(default=(), converter=several, kw_only=True)
    #: The line as published, where it has one of its own.
    heading: str = attrs.field(default="", kw_only=True)
    #: Where it was published.
    location: Location | None = attrs.field(default=None, kw_only=True)

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in source order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@final
@attrs.frozen(repr=False, field_transformer=_FIELDS)
class Plan(Value):
    """A whole document: its sections, and what could not be read of it.

    >>> usage = Indicator("利用率")
    >>> plan = Plan("計画", sections=[Section("施策", "1", "窓口", indicators=[usage])])
    >>> [each.name for each in plan.indicators()]
    ['利用率']
    """

    #: Its name.
    title: str
    #: The topmost sections.
    sections: tuple[Section, ...] = attrs.field(default=(), converter=several, kw_only=True)
    #: The categories that its legend explains.
    categories: tuple[Category, ...] = attrs.field(default=(), converter=several, kw_only=True)
    #: What could not be read; the rest was.
    issues: tuple[Issue, ...] = attrs.field(default=(), converter=several, kw_only=True)
    #: Lines beside the tables, word for word: legends, remarks.
    remarks: tuple[str, ...] = attrs.field(default=(), converter=several, kw_only=True)
    #: How the file was taken where it does not say so itself: encoding, columns, sheets.
    chosen: tuple[Chosen, ...] = attrs.field(default=(), converter=several, kw_only=True)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What only a person can answer of its indicators, each once.

        An answer in a layout (:class:`kpikit.table.Answer`) holds for next year's table too.

        >>> from kpikit.model.quantity import Quantity
        >>> from kpikit.model.rule import Reach
        >>> one = Indicator("窓口の数", target=Reach(Quantity("5", "か所")))
        >>> plan = Plan("計画", sections=[Section("施策", "1", "相談", indicators=[one])])
        >>> [each.message() for each in plan.questions]
        ['「窓口の数」は、大きいほど良いか(以上)、小さいほど良いか(以下)。']
        """
        named = ((each.title, one) for each in self.walk() for one in each.indicators)
        return questions_of(named, self.title)

    @property
    def files(self) -> tuple[str, ...]:
        """The files that its tables were read from, by the names that they were read by."""
        places = [each.location for each in self.chosen]
        places += [each.location for each in self.sections]
        return tuple(dict.fromkeys(place.file for place in places if place is not None))

    def walk(self) -> Iterator[Section]:
        """Yield every section, in source order."""
        for section in self.sections:
            yield from section.walk()

    def indicators(self) -> Iterator[Indicator]:
        """Yield every indicator, in source order."""
        for section in self.walk():
            yield from section.indicators

    def to_frame(self, engine: str = "polars", *, session: Any = None) -> Any:
        """Return the plan as a frame, as :func:`kpikit.frames.from_plan` does.

        >>> section = Section("施策", "1", "窓口", indicators=[Indicator("利用率")])
        >>> Plan("計画", sections=[section]).to_frame()["name"].to_list()
        ['利用率']

        Args:
            engine: ``pandas``, ``polars``, ``pyarrow``, ``duckdb``, ``dask`` or ``pyspark``.
            session: The session of Spark; by default the active one.

        Raises:
            InvalidDefinitionError: There is no such engine.
            MissingDependencyError: The engine is not here.
        """
        frames = import_module("kpikit.frames")  # by its name: it stands above the model
        return frames.from_plan(self, engine, session=session)
