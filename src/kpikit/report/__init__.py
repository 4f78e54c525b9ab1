"""Reports of an evaluated plan: one model, and a writer for each format.

A writer evaluates nothing. It gets a :class:`~kpikit.report.model.Report` and returns text.
"""

from typing import Final

from kpikit.messages import Language
from kpikit.report.json import render_json
from kpikit.report.markdown import render_markdown
from kpikit.report.model import Report, build_report
from kpikit.report.text import render_text
from kpikit.report.tsv import render_tsv
from kpikit.result import PlanEvaluation

__all__ = [
    "FORMATS",
    "Report",
    "build_report",
    "render",
    "render_json",
    "render_markdown",
    "render_text",
    "render_tsv",
]

#: The formats that :func:`render` knows.
FORMATS: Final = ("text", "markdown", "json", "tsv")


def render(
    evaluated: PlanEvaluation,
    form: str = "text",
    *,
    lang: Language = "ja",
    columns: int | None = None,
    colour: bool = False,
) -> str:
    """Write the report of an evaluated plan.

    Args:
        evaluated: The plan with its verdicts.
        form: One of :data:`FORMATS`.
        lang: The language of all but the published cells.
        columns: How wide a line of the text format may be; ``None`` wraps nothing.
        colour: Whether the text format colours verdicts, for a terminal.

    Raises:
        ValueError: There is no such format.

    >>> import kpikit as kk
    >>> render(kk.evaluate(kk.Plan("計画")), "tsv").split()[:5]
    ['table', 'no', 'part', 'indicator', 'verdict']
    """
    report = build_report(evaluated, lang)
    match form:
        case "text":
            return render_text(report, columns=columns, colour=colour)
        case "markdown":
            return render_markdown(report)
        case "json":
            return render_json(report)
        case "tsv":
            return render_tsv(report)
        case _:
            raise ValueError(f"no format is called {form!r}: {', '.join(FORMATS)}")
