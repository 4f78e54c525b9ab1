"""The report as a tagged PDF (PDF/UA-1) on A4, set by typst.

What is said goes to the template as data. A font for Japanese must be there: without one
nothing is written, since a page of empty boxes helps nobody.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pkgutil import get_data
from typing import Any, Final, cast

from kpikit.io.extras import required
from kpikit.language.errors import KpikitError
from kpikit.language.messages import Language, say
from kpikit.model.verdict import Verdict
from kpikit.report import blocks
from kpikit.report.chart import Bullet, bullets_of
from kpikit.report.markup import safe
from kpikit.report.model import Report, ReportGroup, ReportTable
from kpikit.report.rows import COLOURS, ReportRow, column_of, verdict_words
from kpikit.report.taken import taken_lines
from kpikit.table.headings import Role

__all__ = ["FONTS", "FontError", "render_pdf"]

#: Families that have Japanese, those that are installed are taken in this order.
FONTS: Final = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Source Han Sans JP",
    "Source Han Sans",
    "Hiragino Sans",
    "Hiragino Kaku Gothic ProN",
    "Yu Gothic",
    "BIZ UDPGothic",
    "BIZ UDGothic",
    "Meiryo",
    "IPAexGothic",
    "IPAGothic",
    "MS Gothic",
)
#: Role → the share of a line that its column takes; 0 is as wide as its text.
_SHARES: Final[dict[Role | None, int]] = {
    Role.NUMBER: 0,
    Role.SECTION: 18,
    Role.CATEGORY: 10,
    Role.INDICATOR: 22,
    Role.UNIT: 0,
    Role.BASELINE: 9,
    Role.ACTUAL: 16,
    Role.TARGET: 16,
    Role.DEPARTMENT: 11,
}
_SHARE: Final = 12


class FontError(KpikitError):
    """A character cannot be set: no installed font has it."""


def render_pdf(report: Report) -> bytes:
    """Write the report as PDF.

    Raises:
        FontError: No font for Japanese is installed, or none has a character of the report.
        MissingDependencyError: typst is not installed (``kpikit[pdf]``).
    """
    typst = required("typst", "pdf")
    installed = typst.Fonts()
    fonts = _families(installed)
    if not fonts:
        raise _font_error("font-none")
    data = json.dumps(_clean(_data(report) | {"fonts": fonts}), ensure_ascii=False)
    try:
        written, warnings = typst.compile_with_warnings(
            get_data("kpikit.report", "report.typ"),
            font_paths=installed,
            sys_inputs={"report": data},
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as error:
        raise _font_error("font-lacks", detail=error.message) from error
    for warning in warnings:
        raise _font_error("font-lacks", detail=warning.message)
    return bytes(written)


def _families(installed: Any) -> list[str]:
    """Return the families for Japanese that are installed, the best first."""
    families = set(installed.families())
    return [family for family in FONTS if family in families]


def _font_error(code: str, **values: object) -> FontError:
    error = FontError(say(code, "en", **values))
    error.add_note(say(code, "ja", **values))
    return error


def _clean(value: Any) -> Any:
    """Replace in every text what cannot be set."""
    if isinstance(value, str):
        return safe(value).replace("\t", " ").replace("\r", "\n")
    if isinstance(value, dict):
        return {key: _clean(each) for key, each in cast("dict[str, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [_clean(each) for each in cast("Sequence[Any]", value)]
    return value


# -- the report as data ----------------------------------------------------------------------------


def _data(report: Report) -> dict[str, Any]:
    lang, plan = report.lang, report.plan
    return {
        "lang": lang,
        "title": plan.title,
        "dated": report.dated,
        "words": _words(report),
        "open": report.open_words,
        "colours": {verdict.value: colours for verdict, colours in COLOURS.items()},
        **_counts(report),
        "headlines": [_told(blocks.headline_items(each, lang)) for each in report.headlines],
        "tables": [_table(each, lang) for each in report.tables],
        "matrices": [_matrix(each) for each in blocks.total_matrices(report)],
        "checks": _told(blocks.check_items(report)),
        "findings": list(_findings(report)),
        "issues": _told(blocks.issue_items(report)),
        "taken": list(taken_lines(plan, lang)),
        "remarks": list(plan.remarks),
    }


def _words(report: Report) -> dict[str, Any]:
    lang = report.lang
    columns = ("finding-severity", "finding-place", "finding-message")
    return {
        "summary": say("html-summary", lang),
        "share": say("total-rate", lang),
        "headline": say("report-headlines", lang),
        "verdict": say("report-verdict", lang),
        "totals": say("report-totals", lang),
        "checks": say("report-checks", lang),
        "findings": say("html-findings", lang, count=len(report.findings)),
        "nothing": say("html-no-findings", lang),
        "finding": [say(code, lang) for code in columns],
        "issues": say("report-issues", lang, count=len(report.plan.issues)),
        "taken": say("report-taken", lang),
        "remarks": say("report-remarks", lang),
    }


def _counts(report: Report) -> dict[str, Any]:
    lang, summary = report.lang, report.mid_term.summary
    counts = [
        {
            "verdict": (each.verdict or Verdict.NOT_APPLICABLE).value,
            "words": verdict_words(each.verdict, lang) if each.verdict else each.words,
            "number": each.number,
            "below": each.below,
        }
        for each in blocks.counts_of(report)
        if each.is_told
    ]
    rate = summary.rate
    share = f"{rate.percent()}%" if rate is not None else "-"
    return {"counts": counts, "share": share, "share_words": blocks.share_lines(summary, lang)}


def _told(items: Iterable[blocks.Item]) -> list[dict[str, Any]]:
    return [{"label": each.label, "text": each.text, "entries": each.lines} for each in items]


def _matrix(matrix: blocks.Matrix) -> dict[str, Any]:
    return {
        "head": [matrix.title, *matrix.counts, *matrix.shares],
        "figures": len(matrix.counts),
        "rows": [list(row) for row in matrix.rows],
        "note": matrix.note,
    }


def _findings(report: Report) -> Iterator[dict[str, Any]]:
    for each in blocks.alike(report.findings):
        severity = each.first.severity.value
        yield {
            "severity": say(f"severity-{severity}", report.lang),
            "warning": severity == "warning",
            "places": "\n".join(each.places),
            "message": each.message(report.lang),
        }


def _table(table: ReportTable, lang: Language) -> dict[str, Any]:
    roles = [column_of(heading).role for heading in table.columns]
    shown = [index for index, role in enumerate(roles) if role is not Role.REMARK]
    return {
        "heading": table.heading,
        "columns": [table.columns[index] for index in shown],
        "widths": [_SHARES.get(roles[at], _SHARE) for at in shown],
        "rows": [line for group in table.groups for line in _lines(group, shown, lang)],
    }


def _lines(group: ReportGroup, shown: Sequence[int], lang: Language) -> Iterator[dict[str, Any]]:
    """Yield headings and rows; each says how many lines stand with it on one page.

    Headings stand with the row that follows them; a row has two lines. What is held by a line
    before it says 0.
    """
    held = len(group.headings) + 2 * bool(group.rows)
    for level, heading in enumerate(group.headings, group.level):
        yield {"heading": heading, "level": level, "held": held}
        held = 0
    for row in group.rows:
        yield _row(row, shown, lang) | {"held": held if group.headings else 2}
        held = 2


def _row(row: ReportRow, shown: Sequence[int], lang: Language) -> dict[str, Any]:
    texts = row.texts(1 + max(shown, default=0))
    return {
        "heading": None,
        "cells": [texts[index] for index in shown],
        "verdict": row.evaluation.verdict.value,
        "verdict_words": row.verdict(lang),
        "bullets": [_bullet(each, lang) for each in bullets_of(row.evaluation, lang)],
        "details": _told(blocks.details_of(row, lang)),
    }


def _bullet(bullet: Bullet, lang: Language) -> dict[str, Any]:
    """Return a chart as shares of its scale, from 0 to 1."""
    low, high = bullet.scale
    whole = high - low

    def at(number: Decimal | None, unbounded: float) -> float:
        return unbounded if number is None else round(float((number - low) / whole), 4)

    aim, actual = bullet.aim, bullet.actual
    zero = at(Decimal(0), 0)
    begin, end = at(actual.lower, 0), at(actual.upper, 1)
    sure = min(max(zero, begin), end)
    label = f"{bullet.label} " if bullet.label else ""
    return {
        "verdict": bullet.verdict.value,
        "zone": None if aim.is_point else [at(aim.lower, 0), at(aim.upper, 1)],
        "bar": [min(zero, sure), max(zero, sure)],
        "maybe": None if actual.is_point else [begin, end],
        "point": begin if actual.is_point else None,
        "start": None if bullet.baseline is None else at(bullet.baseline, 0),
        "aims": [at(each, 0) for each in dict.fromkeys((aim.lower, aim.upper)) if each is not None],
        "words": f"{label}{bullet.describe(lang)}",
    }
