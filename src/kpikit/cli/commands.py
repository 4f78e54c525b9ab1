"""What each command does.

Results go to the standard output, and what went wrong to the standard error.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import attrs

from kpikit.cli.garbage import seldom_collected
from kpikit.cli.progress import Stages
from kpikit.cli.streams import (
    complain,
    complain_of,
    line_width,
    show,
    show_written,
    wants_colour,
)
from kpikit.language.errors import KpikitError, MissingDependencyError, TableError
from kpikit.language.messages import Language, say
from kpikit.language.printable import one_line, safe

if TYPE_CHECKING:
    from kpikit.analysis.editions import Comparison
    from kpikit.analysis.findings import Finding
    from kpikit.analysis.reconcile import Reconciliation
    from kpikit.analysis.scheme import Scheme
    from kpikit.judging.result import PlanEvaluation
    from kpikit.model.plan import Plan
    from kpikit.model.verdict import Direction
    from kpikit.table import Layout

__all__ = ["run"]

_FOUND: Final = 1
_USAGE: Final = 2
_UNREADABLE: Final = 3
_STANDARD_INPUT: Final = "-"


class _UnreadableError(Exception):
    """The input cannot be read; the cause says why."""


def run(options: Namespace) -> int:
    """Run the command that was asked for, and say what a user can put right."""
    try:
        with seldom_collected():
            return _COMMANDS[options.command](options)
    except _UnreadableError as error:
        complain_of(error.__cause__, options.lang)
        return _UNREADABLE
    except (KpikitError, OSError) as error:
        if isinstance(error, OSError) and error.filename is None:  # the standard output
            raise
        complain_of(error, options.lang)
        return _USAGE


# -- evaluate, report, chart -----------------------------------------------------------------------


def _evaluate(options: Namespace) -> int:
    if options.output:
        return _evaluate_rows(options)
    from kpikit.report import render  # of use for this command only

    columns, colour = line_width(), wants_colour()
    return _judge(options, partial(render, form=options.format, columns=columns, colour=colour))


def _evaluate_rows(options: Namespace) -> int:
    """Judge a file of rows into another one."""
    from kpikit.cli.arguments import OUTPUTS  # of use for this command only
    from kpikit.frames.files import evaluate_file  # of use for this command only

    if options.output.lower().endswith(OUTPUTS):
        complain(say("usage-report", options.lang, output=options.output))
        return _USAGE
    if len(options.FILE) > 1:
        complain(say("usage-rows", options.lang))
        return _USAGE
    with Stages(options.FILE, ("judge",), options.lang) as stages:
        stages.next()
        how = {"engine": options.engine, "as_of": options.as_of, "force": options.force}
        try:
            evaluate_file(options.FILE[0], options.output, **how)
        except (TableError, OSError) as error:
            if isinstance(error, OSError) and error.filename != options.FILE[0]:
                raise
            raise _UnreadableError from error
    return 0


def _collect(options: Namespace) -> int:
    from kpikit.frames.files import collect_file  # of use for this command only

    def told(file: str, error: Exception | None) -> None:
        if error is not None:
            complain_of(error, options.lang)
            unread.append(file)

    unread: list[str] = []
    with Stages([options.FOLDER], ("read",), options.lang) as stages:
        stages.next()
        how = {"processes": options.processes, "force": options.force}
        collect_file(options.FOLDER, options.output, told=told, **how)
    return _UNREADABLE if unread else 0


def _report(options: Namespace) -> int:
    from kpikit.io.files import check_output  # of use for some commands only
    from kpikit.report import save_report  # of use for this command only

    def write(evaluated: PlanEvaluation, **how: Any) -> str:
        save_report(evaluated, options.output, force=options.force, **how)
        return ""

    sources = [*options.FILE, *([options.previous] if options.previous else [])]
    check_output(options.output, force=options.force, sources=sources)
    code = _judge(options, write)
    show_written(options.output, options.lang)
    return code


def _changes(options: Namespace, evaluated: PlanEvaluation) -> Comparison | None:
    """Compare with the edition before, if one is given, judged in the same way at its own time."""
    if not options.previous:
        return None
    from kpikit.analysis.editions import compare  # seldom asked for
    from kpikit.judging.judge import evaluate  # of use for some commands only

    plan = _plan(options, options.previous)
    return compare(evaluate(plan, final=options.final, assume=_assumed(options)), evaluated)


def _judge(options: Namespace, write: Callable[..., str]) -> int:
    """Read and judge a table, write what is found of it, and show what is returned of that."""
    from kpikit.judging.judge import evaluate  # of use for some commands only

    schemes = _schemes_of(options)
    with Stages(options.FILE, ("read", "judge", "write"), options.lang) as stages:
        stages.next()
        plan = _plan(options, *options.FILE)
        stages.next()
        assumed = _assumed(options)
        evaluated = evaluate(plan, as_of=options.as_of, final=options.final, assume=assumed)
        stages.next()
        changes = _changes(options, evaluated)
        text = write(evaluated, lang=options.lang, schemes=schemes, changes=changes)
    show(text)
    counts = evaluated.summary()
    found = {
        "not-achieved": counts.not_achieved,
        "indeterminate": counts.indeterminate,
        "behind": counts.behind,
        "issues": len(plan.issues),
    }
    return _FOUND if any(found[each] for each in options.fail_on) else 0


def _chart(options: Namespace) -> int:
    from kpikit.judging.judge import evaluate  # of use for some commands only
    from kpikit.report.picture import save_charts  # of use for this command only

    with Stages(options.FILE, ("read", "judge", "write"), options.lang) as stages:
        stages.next()
        plan = _plan(options, *options.FILE)
        stages.next()
        assumed = _assumed(options)
        evaluated = evaluate(plan, as_of=options.as_of, final=options.final, assume=assumed)
        stages.next()
        how = {"lang": options.lang, "force": options.force}
        written = save_charts(evaluated, options.output, options.format, **how)
    if written:
        show_written(options.output, options.lang)
    else:
        complain(say("cli-charts-none", options.lang))
    return 0


def _assumed(options: Namespace) -> Direction | None:
    """Return which way is better where nothing tells."""
    from kpikit.model.verdict import Direction  # of use for some commands only

    return Direction(options.assume) if options.assume else None


def _plan(options: Namespace, *files: str) -> Plan:
    """Read files as one plan."""
    from kpikit.io import read_plan  # of use for some commands only

    with _reading():
        layout = _layout(options)
        given = [_given(file) for file in files]
        source = given if len(given) > 1 else given[0]
        return read_plan(source, layout=layout, encoding=options.encoding, strict=options.strict)


@contextmanager
def _reading() -> Generator[None, None, None]:
    """Tell whatever cannot be read as such; a library that is missing is none of that."""
    try:
        yield
    except MissingDependencyError:
        raise
    except (KpikitError, OSError) as error:
        raise _UnreadableError from error


def _layout(options: Namespace) -> Layout | None:
    given: Layout | None = None
    if options.layout:
        from kpikit.io.layouts import read_layout  # of use for some commands only

        given = read_layout(options.layout)
    if not getattr(options, "ahead", False):
        return given
    from kpikit.table.layout import PLAIN  # of use for one command only

    return attrs.evolve(given or PLAIN, ahead=True)


def _given(file: str) -> str | BinaryIO | bytes:
    """Return what is read: ``-`` stands for the standard input."""
    return getattr(sys.stdin, "buffer", b"") if file == _STANDARD_INPUT else file


def _schemes_of(options: Namespace) -> list[Scheme]:
    if not options.scheme:
        return []
    from kpikit.analysis.scheme import load  # seldom asked for

    return [load(name) for name in options.scheme]


# -- audit, compare --------------------------------------------------------------------------------


def _audit(options: Namespace) -> int:
    from kpikit.analysis.findings import audit, audit_plan  # of use for this command only

    with Stages(options.FILE, ("read", "audit"), options.lang) as stages:
        stages.next()
        plan = _plan(options, *options.FILE)
        previous = _plan(options, options.previous) if options.previous else None
        stages.next()
        if options.ahead:
            findings = audit_plan(plan)
        else:
            findings = audit(plan, previous=previous, as_of=options.as_of)
    show(_LISTS[options.format](findings, options.lang))
    found = {finding.severity.value for finding in findings}
    if "warning" in found:
        found.add("info")
    return _FOUND if found & set(options.fail_on) else 0


def _as_text(findings: Iterable[Finding], lang: Language) -> str:
    from kpikit.report.blocks import alike, place_words

    lines: list[str] = []
    found = tuple(findings)
    for each in alike(found):
        places = say("chart-comma", lang).join(each.places)
        lines.append(f"{say(f'severity-{each.first.severity.value}', lang)} {one_line(places)}")
        lines.append(f"    {one_line(each.message(lang))} [{each.first.code}]")
        located = [place for one in each.findings for place in one.locations]
        lines.append(f"    {' '.join(dict.fromkeys(map(place_words, located)))}")
    lines.append(say("html-findings", lang, count=len(found)))
    return "\n".join([*lines, ""])


def _as_json(findings: Sequence[Finding], lang: Language) -> str:
    from kpikit.report.json import findings_json  # only this format pays for it

    return findings_json(findings, lang)


def _as_tsv(findings: Iterable[Finding], lang: Language) -> str:
    from kpikit.report.tsv import findings_tsv  # only this format pays for it

    return findings_tsv(findings, lang)


_LISTS: Final = {"text": _as_text, "json": _as_json, "tsv": _as_tsv}


# -- reconcile -------------------------------------------------------------------------------------


def _reconcile(options: Namespace) -> int:
    from kpikit.analysis.reconcile import discrepancies, reconcile  # of use for this command only
    from kpikit.judging.judge import evaluate

    with Stages(options.FILE, ("read", "judge", "reconcile"), options.lang) as stages:
        stages.next()
        plan = _plan(options, *options.FILE)
        stages.next()
        evaluated = evaluate(plan, as_of=options.as_of)
        stages.next()
        found = reconcile(evaluated, _schemes_of(options))
        findings = discrepancies(evaluated, found)
    show(_reconciled(options, found, findings))
    differs = any(column.differing for column in found.columns)
    return _FOUND if differs and options.fail_on else 0


def _reconciled(options: Namespace, found: Reconciliation, findings: Sequence[Finding]) -> str:
    from kpikit.io.json_text import json_text  # of use for this command only
    from kpikit.report.reconciled import reconciliation_plain, reconciliation_text

    match options.format:
        case "json":
            plain = reconciliation_plain(found, findings, options.lang)
            return json_text(plain, apart=("columns", "findings", "rows"))
        case "tsv":
            return _as_tsv(findings, options.lang)
        case _:
            return reconciliation_text(findings, options.lang, line_width())


def _compare(options: Namespace) -> int:
    from kpikit.analysis.editions import compare  # of use for this command only

    with Stages([options.OLD, options.NEW], ("read", "compare"), options.lang) as stages:
        stages.next()
        old, new = _plan(options, options.OLD), _plan(options, options.NEW)
        stages.next()
        compared = compare(old, new)
    show(safe(f"{compared.explain(options.lang) or say('cli-no-difference', options.lang)}\n"))
    return _FOUND if compared.differences and options.fail_on else 0


# -- draft, template ------------------------------------------------------------------------------


def _draft(options: Namespace) -> int:
    from kpikit.io.draft import draft_of  # of use for this command only
    from kpikit.io.draft_xlsx import write_draft
    from kpikit.io.files import check_output

    lang, file = options.lang, options.FILE
    check_output(options.output, force=options.force, sources=[file])
    with Stages([file], ("read", "write"), lang) as stages:
        stages.next()
        with _reading():
            draft = draft_of(_given(file), layout=_layout(options), encoding=options.encoding)
        stages.next()
        write_draft(draft, options.output, lang=lang, force=options.force)
    show_written(options.output, lang)
    if draft.plan is None:
        complain(say("cli-drafted", lang, file=draft.file, output=options.output))
    return 0


def _template(options: Namespace) -> int:
    from kpikit.cli.arguments import WORKBOOKS  # of use for this command only
    from kpikit.io.template_xlsx import write_template, write_templates

    lang = options.lang
    is_workbook = options.output.lower().endswith(WORKBOOKS)
    if options.by_department and (is_workbook or not options.plan):
        complain(say("usage-by-department", lang))
        return _USAGE
    if not options.by_department and not is_workbook:
        complain(say("usage-output", lang, text=options.output, known=" ".join(WORKBOOKS)))
        return _USAGE
    plan = _plan(options, options.plan) if options.plan else None
    how = {"year": options.year, "lang": lang, "force": options.force}
    if plan is not None and options.by_department:
        left = write_templates(options.output, plan, **how)
    else:
        left = write_template(options.output, plan, **how)
    show_written(options.output, lang)
    for name, heading in left:
        complain(say("cli-left", lang, name=name, heading=heading))
    return 0


# -- page, serve -----------------------------------------------------------------------------------


def _page(options: Namespace) -> int:
    from kpikit.page import write_page  # of use for this command only

    pdf = not options.without_pdf
    path = write_page(options.output, options.parts, pdf=pdf, force=options.force)
    show(say("cli-page-written", options.lang, path=path, size=f"{path.stat().st_size / 1e6:.1f}"))
    return 0


def _serve(options: Namespace) -> int:
    from kpikit.page import build_page, serving  # of use for this command only

    page = build_page(options.parts, pdf=not options.without_pdf)
    with serving(page, options.port) as server:
        show(say("cli-served", options.lang, port=server.server_port))
        server.serve_forever()
    return 0


# -- read ------------------------------------------------------------------------------------------


def _read(options: Namespace) -> int:
    from kpikit.cli.cells import show_cell  # of use for this command only

    cells = options.CELL
    if cells == [_STANDARD_INPUT]:
        cells = [line.rstrip("\n") for line in sys.stdin]
    columns = line_width()
    readable = [show_cell(cell, options.kind, options.lang, columns) for cell in cells]
    return 0 if all(readable) else _UNREADABLE


# -- schemes, convert ------------------------------------------------------------------------------


def _schemes(options: Namespace) -> int:
    from kpikit.analysis.scheme import dumps, load, shipped  # of use for this command only

    if options.NAME is not None:
        show(dumps(load(options.NAME)))
        return 0
    show("".join(_scheme_lines(load(name)) for name in shipped()))
    return 0


def _scheme_lines(scheme: Scheme) -> str:
    head = f"{scheme.name}  {scheme.publisher} {scheme.title} ({scheme.version})"
    below = filter(None, (" / ".join(scheme.labels), scheme.document))
    return "".join([f"{head}\n", *(f"    {each}\n" for each in below)])


def _convert(options: Namespace) -> int:
    from kpikit.io import write_plan  # of use for this command only
    from kpikit.io.files import check_output  # of use for some commands only

    check_output(options.OUT, force=options.force, sources=options.IN)
    with Stages(options.IN, ("read", "write"), options.lang) as stages:
        stages.next()
        plan = _plan(options, *options.IN)
        stages.next()
        write_plan(plan, options.OUT, force=options.force)
    show_written(options.OUT, options.lang)
    return 0


_COMMANDS: Final[dict[str, Callable[[Namespace], int]]] = {
    "evaluate": _evaluate,
    "report": _report,
    "chart": _chart,
    "audit": _audit,
    "reconcile": _reconcile,
    "collect": _collect,
    "compare": _compare,
    "draft": _draft,
    "template": _template,
    "read": _read,
    "page": _page,
    "serve": _serve,
    "schemes": _schemes,
    "convert": _convert,
}
