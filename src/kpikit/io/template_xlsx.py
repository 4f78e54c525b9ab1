"""Templates as workbooks: a sheet to fill in, and one that says how."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from kpikit.io.book import Book, Page, wide_enough
from kpikit.io.files import check_output, write_whole
from kpikit.io.reserved import reserved
from kpikit.io.template import Entry, Template, template_of
from kpikit.judging.wording import period_words
from kpikit.language.headings import DIRECTIONS_OF_FORM, STATUSES_OF_FORM
from kpikit.language.messages import Language, say
from kpikit.language.units import UNITS
from kpikit.language.words import having
from kpikit.model.period import Period
from kpikit.model.plan import Plan
from kpikit.table.headings import Role

__all__ = ["template_workbook", "write_template", "write_templates"]

#: How many rows an empty table has.
_EMPTY: Final = 40
#: So many rows below the last one offer choices too.
_SPARE: Final = 40
_USUAL_UNITS: Final = having(UNITS, "heading")
#: Role → how wide its column is at least and at most, in half-width characters.
_WIDTHS: Final[dict[Role, tuple[int, int]]] = {
    Role.SECTION: (16, 24),
    Role.INDICATOR: (24, 36),
    Role.UNIT: (8, 12),
    Role.DIRECTION: (14, 14),
    Role.BASELINE: (12, 20),
    Role.BASELINE_YEAR: (12, 16),
    Role.TARGET: (14, 26),
    Role.TARGET_YEAR: (12, 16),
    Role.ACTUAL: (20, 26),
    Role.ACTUAL_YEAR: (12, 16),
    Role.REMARK: (28, 28),
    Role.DEPARTMENT: (14, 20),
}
_HELP_WIDTH: Final = 110
#: What departments fill in beside the actual.
_OPEN: Final = frozenset((Role.ACTUAL_YEAR, Role.REMARK))
_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_SUFFIX: Final = ".xlsx"


def write_template(
    path: str | os.PathLike[str],
    plan: Plan | None = None,
    *,
    year: Period | None = None,
    lang: Language = "ja",
    force: bool = False,
) -> list[tuple[str, str]]:
    """Write a workbook that collects figures, one row an indicator.

    Args:
        path: The workbook, which is written whole or not at all.
        plan: Last year's plan, whose names, units, baselines, targets and years are filled in.
        year: The year whose actuals are wanted; by default each row says its own.
        lang: The language of the sheet that says how to fill it in.
        force: Whether a file that is there already is replaced.

    Returns:
        The figures that no cell can say and that were left out, each as the name of its
        indicator and its heading.

    Raises:
        OSError: It cannot be written; nothing was changed.
        MissingDependencyError: XlsxWriter is not here.

    >>> from tempfile import TemporaryDirectory
    >>> from kpikit.model.indicator import Indicator
    >>> from kpikit.model.plan import Section
    >>> from kpikit.model.quantity import Quantity
    >>> from kpikit.model.rule import AtLeast
    >>> usage = Indicator("利用率", target=AtLeast(Quantity("55", "%")))
    >>> plan = Plan("計画", sections=[Section("施策", "1", "窓口", indicators=[usage])])
    >>> with TemporaryDirectory() as folder:
    ...     write_template(f"{folder}/form.xlsx", plan)
    []
    """
    table = template_of(plan, year) if plan else Template(year=year)
    sources = plan.files if plan else ()
    write_whole(path, template_workbook(table, lang), force=force, sources=sources)
    return [*table.left()]


def write_templates(
    folder: str | os.PathLike[str],
    plan: Plan,
    *,
    year: Period | None = None,
    lang: Language = "ja",
    force: bool = False,
) -> list[tuple[str, str]]:
    """Write a workbook for each department, with the rows that it is in charge of.

    A row of several departments stands in the workbook of each. The folder is made where there
    is none. Either all workbooks are written, or none where one is there already.

    Returns:
        What was left out, as of :func:`write_template`.

    >>> from tempfile import TemporaryDirectory
    >>> from kpikit.model.indicator import Indicator
    >>> from kpikit.model.plan import Section
    >>> usage = Section(
    ...     "施策", "1", "窓口", departments=["市民課"], indicators=[Indicator("利用率")]
    ... )
    >>> with TemporaryDirectory() as folder:
    ...     _ = write_templates(folder, Plan("計画", sections=[usage]))
    ...     [file.name for file in Path(folder).iterdir()]
    ['市民課.xlsx']
    """
    target = Path(folder)
    target.mkdir(exist_ok=True)
    table = template_of(plan, year)
    parts = table.by_department()
    files = [target / name for name in _file_names(parts, lang)]
    for file in files:
        check_output(file, force=force, sources=plan.files)
    for file, part in zip(files, parts.values(), strict=True):
        write_whole(file, template_workbook(part, lang), force=force, sources=plan.files)
    return [*table.left()]


def _file_names(departments: Iterable[str], lang: Language) -> list[str]:
    """Return a name for each department, no two of them the same on any system."""
    names: list[str] = []
    taken: set[str] = set()
    for department in departments:
        bare = _NOT_IN_NAMES.sub("_", department).strip(" .") or say("form-no-department", lang)
        bare = f"_{bare}" if reserved(bare) else bare
        name, number = bare, 1
        while name.casefold() in taken:
            number += 1
            name = f"{bare} ({number})"
        taken.add(name.casefold())
        names.append(f"{name}{_SUFFIX}")
    return names


def template_workbook(table: Template, lang: Language = "ja") -> bytes:
    """Return the bytes of the workbook of a table.

    Raises:
        MissingDependencyError: XlsxWriter is not here.
    """
    title = table.title or say("form-title", lang)
    book = Book(title)
    rows = [table.cells(entry) for entry in table.entries or [Entry()] * _EMPTY]
    _filled(book.page(say("form-sheet", lang), _widths(table, rows)), table, rows)
    _help(book.page(say("form-help", lang), [_HELP_WIDTH]), table, title, lang)
    return book.data()


def _widths(table: Template, rows: Sequence[Sequence[str]]) -> list[int]:
    columns = zip(table.headings, *rows, strict=True)
    limits = [_WIDTHS[role] for role, _, _ in table.columns]
    return [
        wide_enough(texts, least=least, most=most)
        for texts, (least, most) in zip(columns, limits, strict=True)
    ]


def _filled(page: Page, table: Template, rows: Sequence[Sequence[str]]) -> None:
    """Write the table, the cells that are to be filled in coloured."""
    page.head(table.headings)
    kinds = ["open" if _is_open(table, *column) else "cell" for column in table.columns]
    for row in rows:
        page.add(row, kinds)
    for at, column in enumerate(table.columns):
        page.choices(at, 1, _offered(table, column, rows), last=len(rows) + _SPARE)


def _is_open(table: Template, role: Role, _: str, period: Period | None) -> bool:
    """Whether a column is to be filled in: all of an empty table, and what the plan cannot know."""
    if role is Role.ACTUAL:
        return period == table.year
    return role in _OPEN or not table.entries


def _offered(
    table: Template, column: tuple[Role, str, Period | None], rows: Sequence[Sequence[str]]
) -> Sequence[str]:
    """Return the words that are offered for the cells of a column."""
    role, _, period = column
    if role is Role.UNIT:
        at = table.columns.index(column)
        return [*dict.fromkeys([*filter(None, (row[at] for row in rows)), *_USUAL_UNITS])]
    if role is Role.ACTUAL:
        return STATUSES_OF_FORM if period == table.year else ()
    return [*DIRECTIONS_OF_FORM.values()] if role is Role.DIRECTION else ()


def _help(page: Page, table: Template, title: str, lang: Language) -> None:
    """Say how to fill it in, one line below the other, so that it is no table."""
    page.add([title], "title")
    year = period_words(table.year, lang) if table.year else say("form-each-year", lang)
    for line in say("form-lines", lang, year=year, sheet=say("form-sheet", lang)).split("\n"):
        page.add([line], "text")
