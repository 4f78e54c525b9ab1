"""Reports of an evaluated plan: one model, and a writer for each format.

A writer evaluates nothing. It gets a :class:`~kpikit.report.model.Report` and returns text, or
bytes where the format is not text.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final

from kpikit.io.files import check_output, write_whole
from kpikit.judging.result import PlanEvaluation
from kpikit.language.messages import Language
from kpikit.model._given import check_given
from kpikit.report.model import Report, build_report

if TYPE_CHECKING:
    from kpikit.analysis.editions import Comparison
    from kpikit.analysis.scheme import Scheme
    from kpikit.report.docx import render_docx
    from kpikit.report.html import render_html
    from kpikit.report.json import render_json
    from kpikit.report.markdown import render_markdown
    from kpikit.report.pdf import FontError, render_pdf
    from kpikit.report.text import render_text
    from kpikit.report.tsv import render_tsv
    from kpikit.report.xlsx import render_xlsx

__all__ = [
    "BINARY_FORMATS",
    "FORMATS",
    "SUFFIXES",
    "FontError",
    "Report",
    "build_report",
    "form_of",
    "render",
    "render_bytes",
    "render_docx",
    "render_html",
    "render_json",
    "render_markdown",
    "render_pdf",
    "render_text",
    "render_tsv",
    "render_xlsx",
    "save_report",
]

#: The formats that :func:`render` knows.
FORMATS: Final = ("text", "markdown", "json", "tsv", "html")
#: The formats that are not text: for :func:`render_bytes` and :func:`save_report`.
BINARY_FORMATS: Final = ("xlsx", "pdf", "docx")
#: How the name of a file ends → its format.
SUFFIXES: Final = {
    ".txt": "text",
    ".md": "markdown",
    ".json": "json",
    ".tsv": "tsv",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
    ".pdf": "pdf",
    ".docx": "docx",
}
#: The formats that list what the audit found.
_AUDITED: Final = ("json", "html", *BINARY_FORMATS)

#: Names that are imported on first use → their module: only who uses a format pays for it.
_LATER: Final = {
    "FontError": "kpikit.report.pdf",
    "html_bytes": "kpikit.report.html",
    **{f"render_{form}": f"kpikit.report.{form}" for form in (*FORMATS, *BINARY_FORMATS)},
}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module 'kpikit.report' has no attribute {name!r}")


def render(
    evaluated: PlanEvaluation,
    form: str = "text",
    *,
    lang: Language = "ja",
    columns: int | None = None,
    colour: bool = False,
    schemes: Sequence[Scheme] = (),
    changes: Comparison | None = None,
) -> str:
    """Write the report of an evaluated plan.

    Args:
        evaluated: The plan with its verdicts.
        form: One of :data:`FORMATS`.
        lang: The language of all but the published cells.
        columns: How wide a line of the text format may be; ``None`` wraps nothing.
        colour: Whether the text format colours verdicts, for a terminal.
        schemes: Schemes that every row is graded by as well.
        changes: What is different from the edition before, as
            :func:`kpikit.analysis.editions.compare` finds it.

    Raises:
        ValueError: There is no such format.

    >>> import kpikit as kk
    >>> render(kk.evaluate(kk.Plan("計画")), "tsv").split()[:5]
    ['table', 'no', 'part', 'indicator', 'verdict']
    """
    if form not in FORMATS:
        raise ValueError(f"no format is called {form!r}: {', '.join(FORMATS)}")
    report = build_report(
        evaluated, lang, audited=form in _AUDITED, schemes=schemes, changes=changes
    )
    look = {"columns": columns, "colour": colour} if form == "text" else {}
    text: str = __getattr__(f"render_{form}")(report, **look)
    return text


def render_bytes(
    evaluated: PlanEvaluation,
    form: str,
    *,
    lang: Language = "ja",
    schemes: Sequence[Scheme] = (),
    changes: Comparison | None = None,
) -> bytes:
    """Write the report in any format, as what a file holds; text is UTF-8.

    Args:
        evaluated: The plan with its verdicts.
        form: One of :data:`FORMATS` or :data:`BINARY_FORMATS`.
        lang: The language of all but the published cells.
        schemes: Schemes that every row is graded by as well.
        changes: What is different from the edition before, as
            :func:`kpikit.analysis.editions.compare` finds it.

    Raises:
        FontError: A PDF lacks a font.
        MissingDependencyError: A library that the format needs is not installed.
        ValueError: There is no such format.

    >>> import kpikit as kk
    >>> table = kk.Section("table", "1", "指標", indicators=[kk.Indicator("利用率")])
    >>> render_bytes(kk.evaluate(kk.Plan("計画", sections=[table])), "html")[:15]
    b'<!doctype html>'
    """
    if form not in (*BINARY_FORMATS, "html"):
        return render(evaluated, form, lang=lang, schemes=schemes, changes=changes).encode()
    report = build_report(evaluated, lang, audited=True, schemes=schemes, changes=changes)
    content: bytes = __getattr__("html_bytes" if form == "html" else f"render_{form}")(report)
    return content


def form_of(path: str | os.PathLike[str]) -> str:
    """Return the format that the name of a file stands for.

    Raises:
        ValueError: It ends in none of :data:`SUFFIXES`.

    >>> form_of("report.HTML")
    'html'
    """
    suffix = PurePath(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise ValueError(f"no format ends in {suffix!r}: {' '.join(SUFFIXES)}")
    return SUFFIXES[suffix]


def save_report(
    evaluated: PlanEvaluation,
    path: str | os.PathLike[str],
    form: str | None = None,
    *,
    lang: Language = "ja",
    schemes: Sequence[Scheme] = (),
    changes: Comparison | None = None,
    force: bool = False,
) -> Path:
    """Write the report to a file, whole or not at all.

    Args:
        evaluated: The plan with its verdicts.
        path: Where to.
        form: The format; by default what the name of the file ends in.
        lang: The language of all but the published cells.
        schemes: Schemes that every row is graded by as well.
        changes: What is different from the edition before, as
            :func:`kpikit.analysis.editions.compare` finds it.
        force: Whether a file that is there already may be replaced.

    Raises:
        FontError: A PDF lacks a font.
        MissingDependencyError: A library that the format needs is not installed.
        OSError: The file cannot be written, is there already, or the plan was read from it.
        ValueError: There is no such format.

    >>> import kpikit as kk
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     save_report(kk.evaluate(kk.Plan("計画")), f"{folder}/report.html").name
    'report.html'
    """
    check_given("save_report", evaluated, "PlanEvaluation (kpikit.evaluate(plan))", PlanEvaluation)
    form = form or form_of(path)
    sources = evaluated.plan.files
    check_output(path, force=force, sources=sources)
    content = render_bytes(evaluated, form, lang=lang, schemes=schemes, changes=changes)
    return write_whole(path, content, force=force, sources=sources)
