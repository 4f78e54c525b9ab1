"""The charts of a report as pictures, a file each: SVG by hand, PNG by typst.

A picture is what the page draws, with its name above it and its colours in it, on white.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from pkgutil import get_data
from typing import Final, final

import attrs

from kpikit._value import Value
from kpikit.io.extras import required
from kpikit.io.files import check_output, write_whole
from kpikit.judging.result import PlanEvaluation
from kpikit.language.messages import Language, say
from kpikit.language.pattern import pattern
from kpikit.language.width import clip, width
from kpikit.model.verdict import Verdict
from kpikit.report.chart import bullets_of, trend_of
from kpikit.report.concern import concerns_of
from kpikit.report.lanes import scale_svg
from kpikit.report.markup import escape
from kpikit.report.model import Report, build_report
from kpikit.report.pdf import FONTS, FontError
from kpikit.report.rows import ReportRow, one_line, verdict_words
from kpikit.report.scale import scale_of
from kpikit.report.svg import bullet_svg, trend_svg
from kpikit.report.xlsx.answer import drawn_groups

__all__ = ["FORMS", "Picture", "pictures_of", "save_charts"]

#: What a picture may be written as.
FORMS: Final = ("svg", "png")
#: What no name of a file may have on any system.
_NOT_IN_NAMES: Final = pattern(r'[\x00-\x1f\x7f"*/:<>?\\|]')
#: How wide the name of a file may be, in half-width characters.
_LONGEST: Final = 60
#: What stands around a drawing, and above it for its name, in pixels.
_MARGIN: Final = 12
_ABOVE: Final = 26
_CHARACTER: Final = 6.6
#: How many pixels of a PNG an inch is of.
_DENSITY: Final = 300
_SIZE: Final = pattern(r'viewBox="0 0 (\d+) (\d+)"')
_FONTS: Final = (
    "'Noto Sans JP','Noto Sans CJK JP','Hiragino Sans','Yu Gothic UI',Meiryo,IPAexGothic,sans-serif"
)
#: A page as large as the picture, and no text of its own.
_TYPST: Final = (
    b"#set page(width: auto, height: auto, margin: 0pt)\n"
    b'#image(bytes(sys.inputs.picture), format: "svg")\n'
)


@final
@attrs.frozen(repr=False)
class Picture(Value):
    """A chart as a picture of its own.

    >>> Picture("001_利用率", "<svg/>").data("svg")
    b'<svg/>'
    """

    #: What its file is called, without what it ends in.
    name: str
    #: The picture.
    svg: str

    def png(self) -> bytes:
        """Return it as PNG, at 300 pixels an inch.

        Raises:
            FontError: No font for Japanese is installed.
            MissingDependencyError: typst is not installed (``kpikit[pdf]``).
        """
        typst = required("typst", "pdf")
        if not set(FONTS).intersection(typst.Fonts().families()):
            raise FontError.told("font-none")
        inputs = {"picture": self.svg}
        return bytes(typst.compile(_TYPST, format="png", ppi=_DENSITY, sys_inputs=inputs))

    def data(self, form: str) -> bytes:
        """Return what its file holds, in one of :data:`FORMS`."""
        return self.png() if form == "png" else self.svg.encode()


def pictures_of(report: Report) -> Iterator[Picture]:
    """Draw all indicators on one scale, and the charts of each that has numbers.

    They are the target with the actual, and the course of years where there are several.

    >>> import kpikit as kk
    >>> usage = kk.Indicator(
    ...     "利用率",
    ...     target=kk.AtLeast(kk.Quantity("60", "%")),
    ...     observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity("45", "%"))],
    ... )
    >>> plan = kk.Plan("計画", sections=[kk.Section("表", "1", "指標", indicators=[usage])])
    >>> [each.name for each in pictures_of(build_report(kk.evaluate(plan)))]
    ['000_すべての指標の位置', '001_1_利用率_目標と実績']
    """
    yield from _of_all(report)
    for number, row in enumerate(report.rows(), 1):
        yield from _of_row(row, number, report.lang)


def save_charts(
    evaluated: PlanEvaluation,
    folder: str | os.PathLike[str],
    form: str = "svg",
    *,
    lang: Language = "ja",
    force: bool = False,
) -> list[Path]:
    """Write the charts of an evaluated plan, a file each; the folder is made where there is none.

    Either all are written, or none where one is there already.

    Args:
        evaluated: The plan with its verdicts.
        folder: Where to.
        form: One of :data:`FORMS`.
        lang: The language of all but the published words.
        force: Whether files that are there already may be replaced.

    Returns:
        The files.

    Raises:
        FontError: A PNG was asked for, and no font for Japanese is installed.
        MissingDependencyError: A PNG was asked for, and typst is not installed (``kpikit[pdf]``).
        OSError: The folder or a file cannot be written, or a file is there already.
        ValueError: There is no such form.

    >>> import kpikit as kk
    >>> from tempfile import TemporaryDirectory
    >>> seen = kk.Observation(kk.FiscalYear(2023), kk.Quantity("45", "%"))
    >>> usage = kk.Indicator(
    ...     "利用率", target=kk.AtLeast(kk.Quantity("60", "%")), observations=[seen]
    ... )
    >>> plan = kk.Plan("計画", sections=[kk.Section("表", "1", "指標", indicators=[usage])])
    >>> with TemporaryDirectory() as folder:
    ...     [file.name for file in save_charts(kk.evaluate(plan), folder)]
    ['000_すべての指標の位置.svg', '001_1_利用率_目標と実績.svg']
    """
    if form not in FORMS:
        raise ValueError(f"no form of a picture is called {form!r}: {', '.join(FORMS)}")
    sources = evaluated.plan.files
    drawn = list(pictures_of(build_report(evaluated, lang)))
    target = Path(folder)
    target.mkdir(exist_ok=True)
    files = {target / f"{each.name}.{form}": each for each in drawn}
    for file in files:
        check_output(file, force=force, sources=sources)
    for file, each in files.items():
        write_whole(file, each.data(form), force=force, sources=sources)
    return list(files)


def _of_all(report: Report) -> Iterator[Picture]:
    """Draw what the first page draws: all indicators with a target, or the worst of many."""
    scale = scale_of(report)
    groups = drawn_groups(scale, concerns_of(scale))
    if groups:
        told = say("lane-title" if groups == scale.groups else "drawn-worst", report.lang)
        svg = scale_svg(attrs.evolve(scale, groups=groups), f"{report.plan.title}  {told}")
        yield Picture(_file_name(f"{0:03d}", told), svg)


def _of_row(row: ReportRow, number: int, lang: Language) -> Iterator[Picture]:
    evaluation = row.evaluation
    indicator = one_line(evaluation.indicator.name)
    title = f"{row.number} {indicator}".strip()
    name = "_".join(filter(None, (f"{number:03d}", row.number, indicator)))
    verdict = evaluation.verdict
    words = verdict_words(verdict, lang, row.pace)
    bullets = bullets_of(evaluation, lang)
    for part, bullet in enumerate(bullets, 1):
        told = " ".join(filter(None, (title, bullet.label)))
        svg = bullet_svg(bullet, "c", told, lang)
        label = f"{part} {bullet.label}".strip() if len(bullets) > 1 else ""
        what = "_".join(filter(None, (label, say("picture-bullet", lang))))
        yield Picture(_file_name(name, what), _alone(svg, f"{told}  {words}", bullet.verdict))
    trend = trend_of(evaluation, lang)
    if trend is not None:
        told = say("chart-trend", lang, name=title)
        svg = _alone(trend_svg(trend, "c", told, lang), f"{told}  {words}", verdict)
        yield Picture(_file_name(name, say("picture-trend", lang)), svg)


def _file_name(name: str, what: str) -> str:
    """Return the name of a file that any system takes, with what it shows at the end."""
    bare, kind = (_NOT_IN_NAMES.sub("_", each).strip(" .") for each in (name, one_line(what)))
    return f"{_cut(bare, _LONGEST)}_{_cut(kind, _LONGEST)}"


def _cut(text: str, wide: int) -> str:
    return text if width(text) <= wide else clip(text, wide)


# -- a drawing of the page, by itself --------------------------------------------------------------


def _alone(svg: str, title: str, verdict: Verdict) -> str:
    """Return a drawing with its name above it and its colours in it."""
    size = _SIZE.search(svg)
    assert size is not None  # noqa: S101 - every drawing of kpikit has a size
    inner, high = int(size[1]), int(size[2])
    named = width(title) * _CHARACTER
    wide = round(max(inner, named)) + 2 * _MARGIN
    tall = high + _ABOVE + 2 * _MARGIN
    placed = svg.replace(
        "<svg ", f'<svg x="{_MARGIN}" y="{_ABOVE + _MARGIN}" width="{inner}" height="{high}" ', 1
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" width="{wide}" '
        f'height="{tall}" font-family="{_FONTS}"><style>{_style(verdict)}</style>'
        f'<rect width="{wide}" height="{tall}" fill="#ffffff"/>'
        f'<text class="name" x="{_MARGIN}" y="{_MARGIN + 12}" text-anchor="start" '
        f'font-weight="bold">{escape(title)}</text>{placed}</svg>'
    )


_ROOT: Final = pattern(r":root\s*{([^}]*)}")
_VALUE: Final = pattern(r"(--[\w-]+):\s*([^;]+);")
_USED: Final = pattern(r"var\((--[\w-]+)(?:,[^()]*)?\)")
#: The rules of the page that are for drawings alone.
_DRAWN: Final = pattern(r"^(?:svg text|svg \.|\.bullet |\.trend )[^{\n]*{[^}]*}", re.MULTILINE)


@cache
def _style(verdict: Verdict) -> str:
    """Return the rules of the page for its drawings, in the colours of light paper."""
    sheet = (get_data("kpikit.report.html", "report.css") or b"").decode()
    root = _ROOT.search(sheet)
    values = dict(_VALUE.findall(root[1] if root else ""))
    values |= {"--tone": values[f"--{verdict.value}"], "--back": values[f"--{verdict.value}-back"]}
    rules = "\n".join(_DRAWN.findall(sheet))
    return _USED.sub(lambda found: _resolved(found, values), rules)


def _resolved(found: re.Match[str], values: Mapping[str, str]) -> str:
    return values[found[1]]
