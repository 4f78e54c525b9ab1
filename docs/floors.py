"""The floors of the house as a picture, and on each what one cell of the example is there.

The order of the floors is that of the contract that import-linter holds, and what the cell becomes
is worked out by kpikit: neither can grow old.
"""

from __future__ import annotations

import tomllib
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import kpikit as kk
from kpikit.judging.wording import period_words
from kpikit.language.messages import Language, say
from kpikit.report import build_report
from kpikit.report.answer import answer_words

if TYPE_CHECKING:
    from collections.abc import Iterable

_ROOT = Path(__file__).parents[1]
_EXAMPLE = _ROOT / "examples" / "sagamihara" / "datapackage.json"
#: Rooms, by their names → what they do, in each language.
_DOES = {
    "cli": ("says it on a terminal", "端末に表示する"),
    "page": ("the same in a browser, one file", "同じことをブラウザの一つのファイルで行う"),
    "report": ("lays out what was found", "分かったことを報告にする"),
    "frames": ("the same verdicts as columns", "同じ判定をデータフレームの列にする"),
    "analysis": (
        "findings, schemes, trend, editions, reconcile",
        "点検、評価基準、見通し、年度版の比較、照合",
    ),
    "io": ("documents in and out", "文書を読み書きする"),
    "table": ("cells → facts → plan", "セル → 事実 → 計画"),
    "cell": ("text → value", "文字 → 値"),
    "judging": ("evidence → verdict → words", "手がかり → 判定 → 文"),
    "model": ("quantity, period, rule, indicator, plan", "数量、時期、規則、指標、計画"),
    "language": ("words, width, messages, errors", "語、文字幅、文言、エラー"),
}
_HEADS = {
    "en": ("floor", "what it does", "what the cell is there"),
    "ja": ("階", "すること", "そこでのセルの姿"),
}
_STYLE = """
body { margin: 0; padding: 12px; width: 1080px; color: #1b2027; background: #fff;
  font: 15px/1.5 "Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", Meiryo, sans-serif; }
table { border-collapse: separate; border-spacing: 0 5px; width: 100%; }
th { text-align: left; font-weight: 400; color: #545e6b; padding: 0 12px; }
td { background: #eef2f7; padding: 7px 12px; vertical-align: top; }
td:first-child { background: #1f4e79; color: #fff; font-weight: 700; white-space: nowrap; }
td:last-child { background: #fff; border: 1px solid #cdd3da; width: 48%; }
"""


def page_of(lang: Language) -> str:
    """Return the floors as a page, the highest first."""
    shown = _shown(lang)
    rows = "".join(_row(rooms, shown, lang) for rooms in floors())
    heads = "".join(f"<th>{head}</th>" for head in _HEADS[lang])
    return (
        f'<!doctype html><meta charset="utf-8"><style>{_STYLE}</style>'
        f"<table><tr>{heads}</tr>{rows}</table>"
    )


def floors() -> Iterable[tuple[str, ...]]:
    """Yield the rooms of each floor, the highest first."""
    settings = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = (
        each["layers"]
        for each in settings["tool"]["importlinter"]["contracts"]
        if each["id"] == "layers"
    )
    for layer in layers:
        rooms = tuple(layer.split(" | "))
        if not rooms[0].startswith("_"):  # how it is started, and where things were before
            yield rooms


def _row(rooms: tuple[str, ...], shown: dict[str, str], lang: Language) -> str:
    does = " · ".join(_DOES[room][("en", "ja").index(lang)] for room in rooms)
    is_there = "<br>".join(escape(shown[room]) for room in rooms if room in shown)
    return f"<tr><td>{' | '.join(rooms)}</td><td>{does}</td><td>{is_there}</td></tr>"


def _shown(lang: Language) -> dict[str, str]:
    """Return what the actual of the first row of the example is on each floor."""
    result = kk.evaluate(kk.read_plan(_EXAMPLE))
    first = next(iter(result.all()))
    source = first.indicator.source
    column = next(cell for cell in source.cells if cell.heading == "実績値")
    reading = kk.read_actual(column.text)
    seen = reading.unwrap()
    text = column.text
    roles = (
        f"{text[each.start : each.end]} {say(f'role-{each.role}', lang)}" for each in reading.pieces
    )
    report = build_report(result, lang=lang)
    shown = {
        "io": f"{Path(source.location.file).name}:{source.location.line} 「{text}」",
        "table": f"{first.indicator.name} / {column.heading} / {period_words(seen.period, lang)}",
        "cell": " | ".join(roles),
        "model": str(seen.quantity.possible),
        "judging": f"{say(f'verdict-{first.verdict.value}', lang)}: {first.explain(lang)}",
        "analysis": str(result.summary().rate),
        "report": f"{next(iter(report.rows())).verdict(lang)} … {answer_words(report)}",
    }
    # The steps of the page's list: report is the end of the sixth.
    steps = zip(range(1, 8), shown.items(), strict=True)
    return {room: f"{min(step, 6)}. {what}" for step, (room, what) in steps}
