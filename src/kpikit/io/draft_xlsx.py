"""A draft as a workbook: what was read, the labels to correct, the questions to answer."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import PureWindowsPath
from typing import Final

from kpikit.io.book import Book, Page, wide_enough
from kpikit.io.draft import Draft, Label, OpenQuestion
from kpikit.io.draft_values import ValueRead
from kpikit.io.draft_words import DIRECTIONS, ROLES, SHEETS, YEAR, headings_of, role_word
from kpikit.io.files import write_whole
from kpikit.judging.wording import period_words
from kpikit.language.messages import Language, say
from kpikit.language.units import IN_HEADINGS
from kpikit.model.period import Period
from kpikit.table.classes import Class
from kpikit.table.headings import Column

__all__ = ["draft_workbook", "write_draft"]

#: Sheet → how wide its columns are at least and at most, in half-width characters.
_WIDTHS: Final = {
    "values": ((20, 34), (10, 10), (14, 34), (14, 34), (8, 12), (12, 18), (12, 24)),
    "labels": (
        *((18, 34), (12, 24), (12, 18), (12, 18), (8, 12)),
        *((18, 18), (18, 18), (14, 14)),
    ),
    "questions": ((12, 12), (12, 24), (12, 24), (16, 34), (24, 50), (26, 26), (22, 22)),
}
_ABOUT_WIDTH: Final = 110
_LABEL_KINDS: Final = ("cell",) * 5 + ("open",) * 3
_QUESTION_KINDS: Final = (*("cell",) * 5, "open", "cell")


def write_draft(
    draft: Draft, path: str | os.PathLike[str], *, lang: Language = "ja", force: bool = False
) -> None:
    r"""Write a draft as a workbook, which is a layout once it is corrected.

    Args:
        draft: The draft.
        path: The workbook, which is written whole or not at all.
        lang: The language of all but what was published.
        force: Whether a file that is there already is replaced.

    Raises:
        OSError: It cannot be written; nothing was changed.
        MissingDependencyError: XlsxWriter is not here.

    >>> from tempfile import TemporaryDirectory
    >>> from kpikit.io import draft_of, read_layout
    >>> draft = draft_of("指標名\t目標値\t実績値\n利用率\t55%以上\t48.2%".encode())
    >>> with TemporaryDirectory() as folder:
    ...     write_draft(draft, f"{folder}/draft.xlsx")
    ...     [each.heading for each in read_layout(f"{folder}/draft.xlsx").columns]
    []
    """
    write_whole(path, draft_workbook(draft, lang), force=force, sources=[draft.file])


def draft_workbook(draft: Draft, lang: Language = "ja") -> bytes:
    """Return the bytes of the workbook of a draft.

    Raises:
        MissingDependencyError: XlsxWriter is not here.
    """
    book = Book(_title(draft, lang))
    values = [_value(draft, each, lang) for each in draft.values]
    labels = [_label(each, lang) for each in draft.labels]
    questions = [_question(each, lang) for each in draft.questions]
    _listed(book, "values", values, lang)
    page = _listed(book, "labels", labels, lang, _LABEL_KINDS)
    page.choices(5, 1, [role_word(role, lang) for role in ROLES], last=len(labels))
    page.choices(7, 1, sorted(IN_HEADINGS, key=len), last=len(labels))
    page = _listed(book, "questions", questions, lang, _QUESTION_KINDS)
    for at, question in enumerate(draft.questions, 1):
        page.choices(5, at, _answers(question, lang), last=at)
    _about(book.page(say(f"draft-sheet-{SHEETS[-1]}", lang), [_ABOUT_WIDTH]), draft, lang)
    return book.data()


def _title(draft: Draft, lang: Language) -> str:
    """Return the title, which says nothing of the folders of the machine."""
    return say("draft-title", lang, file=PureWindowsPath(draft.file).name)


def _listed(
    book: Book,
    name: str,
    rows: Sequence[Sequence[str]],
    lang: Language,
    kinds: str | Sequence[str] = "cell",
) -> Page:
    """Write a sheet that is one list."""
    headings = headings_of(name, lang)
    columns = zip(headings, *rows, strict=True)
    widths = [
        wide_enough(texts, least=least, most=most)
        for texts, (least, most) in zip(columns, _WIDTHS[name], strict=True)
    ]
    page = book.page(say(f"draft-sheet-{name}", lang), widths)
    page.head(headings)
    for row in rows:
        page.add(row, kinds)
    return page


def _value(draft: Draft, told: ValueRead, lang: Language) -> tuple[str, ...]:
    quantity = told.quantity
    return (
        told.indicator.name,
        role_word(told.role.value, lang),
        told.cell.text if told.cell else "",
        told.words(lang),
        quantity.unit if quantity else "",
        _period(told.period, lang),
        draft.place(told),
    )


def _label(label: Label, lang: Language) -> tuple[str, ...]:
    more = say("draft-more", lang, count=label.count - 1) if label.count > 1 else ""
    said, given = label.taken, label.given
    taken = ("", "", "") if given else _column(said.column, lang, is_year=said.kind is Class.YEAR)
    if said.of and not given:
        taken = (say(f"draft-of-{said.of}", lang), *taken[1:])
    corrected = _column(given, lang, is_year=given.is_year, unused=True) if given else ("", "", "")
    return (label.text, f"{label.place}{more}", *taken, *corrected)


def _column(
    column: Column, lang: Language, *, is_year: bool, unused: bool = False
) -> tuple[str, str, str]:
    role = YEAR if is_year else column.role.value if column.role else "text" if unused else ""
    return role_word(role, lang) if role else "", _period(column.period, lang), column.unit


def _period(period: Period | None, lang: Language) -> str:
    return period_words(period, lang) if period else ""


def _question(question: OpenQuestion, lang: Language) -> tuple[str, ...]:
    issue = question.issue
    code = f"draft-ask-{question.what}" + (f"-{question.role.value}" if question.role else "")
    subject = " ".join(question.subject.split())
    asked = issue.message(lang) if issue else say(code, lang, subject=subject)
    answer = question.answer
    if question.what == "direction" and answer:
        answer = say(f"draft-direction-{answer}", lang)
    use = "kept" if issue else "used"
    return (
        say(f"draft-what-{question.what}", lang),
        question.place,
        question.section,
        question.subject,
        asked,
        answer,
        say(f"draft-use-{use}", lang),
    )


def _answers(question: OpenQuestion, lang: Language) -> list[str]:
    """Return the answers that are offered."""
    if question.what == "direction":
        return [say(f"draft-direction-{code}", lang) for code in DIRECTIONS]
    return sorted(IN_HEADINGS, key=len) if question.what == "unit" else []


def _about(page: Page, draft: Draft, lang: Language) -> None:
    """Say what the workbook is for, one line below the other, so that it is no table."""
    page.add([_title(draft, lang)], "title")
    if draft.fault is not None:
        notes: list[str] = getattr(draft.fault, "__notes__", [])
        told = notes[0] if notes and lang == "ja" else str(draft.fault)
        page.add([say("draft-refused", lang, text=told)], "open")
    for line in say("draft-lines", lang).split("\n"):
        page.add([line], "text")
    page.add([say("draft-digest", lang, digest=draft.digest)], "text")
