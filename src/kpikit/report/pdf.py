"""The report as a tagged PDF (PDF/UA-1) on A4, set by typst.

What is said goes to the template as data. A font for Japanese must be there: without one
nothing is written, since a page of empty boxes helps nobody.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pkgutil import get_data
from typing import Any, Final, cast

from kpikit.io.extras import required
from kpikit.language.errors import KpikitError
from kpikit.language.messages import Language, say
from kpikit.language.width import clip, width
from kpikit.report import blocks
from kpikit.report.answer import answer_words, clear_words
from kpikit.report.bars import Bar, bar_of, bars_by_department, bars_by_section
from kpikit.report.cards import Card, cards_of
from kpikit.report.concern import FIRST, concerns_of
from kpikit.report.markup import safe
from kpikit.report.model import Report, check_report
from kpikit.report.rows import COLOURS, column_of, one_line
from kpikit.report.scale import Lane, LaneGroup, Scale, scale_of
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


class FontError(KpikitError):
    """A character cannot be set: no installed font has it.

    >>> issubclass(FontError, KpikitError)
    True
    """


def render_pdf(report: Report) -> bytes:
    """Write the report as PDF.

    Raises:
        FontError: No font for Japanese is installed, or none has a character of the report.
        MissingDependencyError: typst is not installed (``kpikit[pdf]``).

    >>> import kpikit as kk
    >>> from kpikit.report import build_report
    >>> render_pdf(build_report(kk.evaluate(kk.Plan("計画"))))[:5]
    b'%PDF-'
    """
    check_report("render_pdf", report)
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
    scale = scale_of(report)
    cards = cards_of(report, scale)
    return {
        "lang": lang,
        "title": plan.title,
        "dated": report.dated,
        "words": {name: say(code, lang) for name, code in _WORDS.items()}
        | {"axis": [say(code, lang) for code in _AXIS]},
        "colours": {verdict.value: colours for verdict, colours in COLOURS.items()},
        "answer": answer_words(report),
        "clear": clear_words(report),
        **_counted(report, cards),
        **_concerns(scale, cards, lang),
        "scale": [_group(group, cards, lang) for group in scale.groups],
        "note": _note(scale),
        "sections": [_bar(bar, lang) for bar in bars_by_section(report)],
        "departments": [_bar(bar, lang) for bar in bars_by_department(report)],
        "changes": list(_changes(report)),
        "headlines": [_told(blocks.headline_items(each, lang)) for each in report.headlines],
        "tables": list(_tables(report, cards)),
        "remarks": list(plan.remarks),
        "officer": blocks.officer_words(report),
    }


_AXIS: Final = ("lane-start", "lane-target", "lane-twice")
_WORDS: Final = {
    "first": "first-title",
    "scale": "lane-title",
    "by": "by-title",
    "sections": "total-by-section",
    "departments": "total-by-department",
    "headline": "report-headlines",
    "cards": "cards-title",
    "remarks": "report-remarks",
}
_ZERO, _TWO = Fraction(0), Fraction(2)
#: How much of a lane's line its name and its values have, in half-width characters.
_NAME_ROOM: Final = 35
_VALUES_ROOM: Final = 25
#: … and its values, where it has no place and they may take that of the lane.
_UNPLACED_ROOM: Final = 52


def _counted(report: Report, cards: Sequence[Card]) -> dict[str, Any]:
    bar = bar_of((card.number, card.row) for card in cards)
    words = [bar.describe(report.lang), *blocks.share_words(report.mid_term.summary, report.lang)]
    return {"whole": bar.counts, "counted": [each for each in words if each]}


def _concerns(scale: Scale, cards: Sequence[Card], lang: Language) -> dict[str, Any]:
    found = concerns_of(scale)
    more = len(found) - FIRST
    told = [
        {
            "name": card.name,
            "verdict": card.row.evaluation.verdict.value,
            "word": card.row.verdict(lang),
            "off": each.explain(lang),
            "values": say(
                "first-values", lang, actual=one_line(card.actual), target=one_line(card.target)
            ),
        }
        for each in found[:FIRST]
        for card in [cards[each.lane.number]]
    ]
    return {"concerns": told, "more": say("first-more", lang, count=more) if more > 0 else ""}


def _group(group: LaneGroup, cards: Sequence[Card], lang: Language) -> dict[str, Any]:
    return {
        "heading": " / ".join(map(one_line, group.headings)),
        "lanes": [_lane(lane, cards[lane.number], lang) for lane in group.lanes],
    }


def _lane(lane: Lane, card: Card, lang: Language) -> dict[str, Any]:
    """Return the place of an indicator, from 0 to 2 as far as it is drawn."""
    room = _VALUES_ROOM if lane.span is not None else _UNPLACED_ROOM
    values = _clipped(card.values(_VALUES_ROOM), room)
    told = {
        "name": _clipped(card.name, _NAME_ROOM),
        "values": values,
        "wide": width(values) > _VALUES_ROOM,
        "verdict": lane.row.evaluation.verdict.value,
        "word": lane.row.verdict(lang),
        "placed": lane.span is not None,
    }
    if lane.span is None:
        return told
    low, high = lane.span.within(_ZERO, _TWO)
    below, beyond = lane.span.is_below(_ZERO), lane.span.is_beyond(_TWO)
    is_seen = lane.span.is_point and not below and not beyond
    asked = None if lane.expected is None else float(min(max(lane.expected, _ZERO), _TWO))
    return told | {
        "low": float(low),
        "high": float(high),
        "point": float(low) if is_seen else None,
        "interval": not lane.span.is_point,
        "expected": asked,
        "below": below,
        "beyond": beyond,
    }


def _clipped(text: str, room: int) -> str:
    """Return as much of a text as fits on a line; the card has it whole."""
    text = one_line(text)
    return text if width(text) <= room else f"{clip(text, room - 2)}…"


def _note(scale: Scale) -> str:
    counts = (("lane-without", scale.without_target), ("lane-unplaced", scale.unplaced))
    told = [say(code, scale.lang, count=count) for code, count in counts if count]
    return " ".join([say("lane-note", scale.lang), *told])


def _bar(bar: Bar, lang: Language) -> dict[str, Any]:
    return {
        "label": one_line(bar.label),
        "level": bar.level,
        "counts": bar.counts,
        "words": bar.describe(lang),
    }


def _changes(report: Report) -> Iterator[dict[str, Any]]:
    if report.changes is None:
        return
    from kpikit.report.changes import changes_of  # most reports have no edition before

    for each in changes_of(report.changes, report.lang):
        yield {"title": each.title, "lines": each.lines}


def _told(items: Iterable[blocks.Item]) -> list[dict[str, Any]]:
    return [{"label": each.label, "text": each.text, "entries": each.lines} for each in items]


def _tables(report: Report, cards: Sequence[Card]) -> Iterator[dict[str, Any]]:
    left = iter(cards)
    for table in report.tables:
        yield {
            "heading": table.heading,
            "groups": [
                {
                    "headings": [
                        {"text": text, "level": level}
                        for level, text in enumerate(group.headings, group.level)
                    ],
                    "cards": [_card(next(left), report.lang) for _ in group.rows],
                }
                for group in table.groups
            ],
        }


def _card(card: Card, lang: Language) -> dict[str, Any]:
    row = card.row
    facts = (
        ("card-actual", card.actual),
        ("card-target", card.target),
        ("card-start", card.start),
        ("card-due", card.due),
        ("card-departments", say("chart-comma", lang).join(row.departments)),
    )
    return {
        "above": card.above,
        "name": card.name,
        "bare": not card.has_target,
        "verdict": row.evaluation.verdict.value,
        "word": row.verdict(lang),
        "facts": [
            (say(code, lang), one_line(text))
            for code, text in facts
            if text and (card.has_target or any(map(str.isalnum, text)))
        ],
        "gap": card.gap,
        "sentence": card.sentence,
        "remarks": [
            cell.text
            for cell in row.cells
            if cell.text.strip() and column_of(cell.heading).role is Role.REMARK
        ],
    }
