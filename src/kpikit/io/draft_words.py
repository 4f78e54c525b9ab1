"""The words of a draft: its sheets, its headings, its choices, in either language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kpikit.io.grid import Grid
from kpikit.language.messages import Language, say
from kpikit.model.verdict import Direction
from kpikit.table.headings import Role

__all__ = [
    "DIRECTIONS",
    "LANGUAGES",
    "QUESTIONS",
    "ROLES",
    "SHEETS",
    "UNUSED",
    "YEAR",
    "headings_of",
    "meanings",
    "parts_of_draft",
    "role_word",
]

#: The languages that a draft may be in.
LANGUAGES: Final[tuple[Language, ...]] = ("ja", "en")

#: The sheets in their order; the last one says what the workbook is for.
SHEETS: Final = ("values", "labels", "questions", "about")
#: What a label may be taken for beside the roles: a year and no more, and nothing.
YEAR: Final = "year"
UNUSED: Final = "text"
#: Those that somebody corrects.
_CORRECTED: Final = SHEETS[1:3]
#: What labels may be taken for, the usual ones first.
ROLES: Final = (
    *(Role.INDICATOR.value, Role.TARGET.value, Role.ACTUAL.value, Role.BASELINE.value),
    *(Role.UNIT.value, YEAR, Role.TARGET_YEAR.value, Role.ACTUAL_YEAR.value),
    *(Role.BASELINE_YEAR.value, Role.SECTION.value, Role.NUMBER.value, Role.CATEGORY.value),
    *(Role.DEPARTMENT.value, Role.DIRECTION.value, Role.RATE.value, Role.RESULT.value),
    *(Role.CHANGE.value, Role.BENCHMARK.value, Role.REMARK.value, UNUSED),
)
#: The codes of the answers to which way is better.
DIRECTIONS: Final = tuple(each.value for each in Direction)
#: What a question may ask for that has an answer of use.
QUESTIONS: Final = ("period", "unit", "direction")
_HEADINGS: Final = {
    "values": ("value-of", "value-role", "published", "understood", "unit", "period", "place"),
    "labels": (
        *("label", "place", "taken-role", "taken-period", "taken-unit"),
        *("role", "label-period", "label-unit"),
    ),
    "questions": ("what", "place", "section", "subject", "question", "answer", "use"),
}


def headings_of(sheet: str, lang: Language) -> tuple[str, ...]:
    """Return the headings of a sheet."""
    return tuple(say(f"draft-head-{code}", lang) for code in _HEADINGS[sheet])


def role_word(role: str, lang: Language) -> str:
    """Return what a role is called.

    >>> role_word("target", "ja"), role_word("text", "en")
    ('目標値', 'not used')
    """
    return say(f"draft-role-{role}", lang)


def meanings(prefix: str, codes: tuple[str, ...]) -> dict[str, str]:
    """Return which code each word stands for, in either language; a code stands for itself.

    >>> meanings("draft-role-", ROLES)["目標値"]
    'target'
    """
    told = {say(f"{prefix}{code}", lang): code for lang in LANGUAGES for code in codes}
    return told | {code: code for code in codes}


def parts_of_draft(sheets: Mapping[str, Grid]) -> dict[str, Grid]:
    """Return the sheets of a workbook by what they are in a draft; ``{}`` if it is none."""
    found = {
        code: sheets[title]
        for lang in LANGUAGES
        for code in SHEETS
        if (title := say(f"draft-sheet-{code}", lang)) in sheets
    }
    is_draft = all(code in found and _is_headed(found[code], code) for code in _CORRECTED)
    return found if is_draft else {}


def _is_headed(grid: Grid, code: str) -> bool:
    """Whether the first row of a sheet has the headings that it was written with."""
    headings = [headings_of(code, lang) for lang in LANGUAGES]
    width = len(headings[0])
    return tuple(grid.texts.get((1, at), "") for at in range(1, width + 1)) in headings
