"""What the page asks of kpikit inside the browser: plain values in, plain values out.

The page holds no domain. It hands over files and choices, and gets texts, the report as HTML and
the bytes of files to save. The files stand in the memory of the page, and nowhere else.
"""

from __future__ import annotations

import csv
import gc
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager
from datetime import date
from io import StringIO
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeAlias, final

import attrs

from kpikit.analysis.editions import compare
from kpikit.analysis.findings import Finding, audit
from kpikit.analysis.reconcile import discrepancies, reconcile
from kpikit.analysis.scheme import Scheme, load
from kpikit.io.draft import Draft, draft_of
from kpikit.io.draft_words import ROLES, UNUSED, YEAR, role_word
from kpikit.io.extras import required
from kpikit.io.layouts import read_layout
from kpikit.io.read import read_plan
from kpikit.io.write import write_plan
from kpikit.judging.judge import evaluate
from kpikit.judging.result import PlanEvaluation
from kpikit.language.errors import KpikitError, TableError
from kpikit.language.issue import Issue
from kpikit.language.messages import Language, say
from kpikit.language.told import told
from kpikit.model.plan import Plan
from kpikit.model.question import Question
from kpikit.model.verdict import Direction
from kpikit.page import example
from kpikit.report import build_report, render_bytes
from kpikit.report.answer import answer_words
from kpikit.report.blocks import alike, place_words
from kpikit.report.reconciled import reconciliation_text
from kpikit.table.answers import Answer, asked_as
from kpikit.table.classes import Class, Said
from kpikit.table.headings import Column, Role
from kpikit.table.layout import PLAIN, Layout

__all__ = ["FORMS", "Judged", "download", "judge", "practise"]

#: A file as the page hands it over: its ``name`` and its ``content``.
_File: TypeAlias = Mapping[str, Any]
#: What the page gets: plain values only.
_Plain: TypeAlias = dict[str, Any]

#: What can be saved → the type of its content, and the end of its name.
FORMS: Final = {
    "html": ("text/html", ".html"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".docx",
    ),
    "markdown": ("text/markdown", ".md"),
    "csv": ("text/csv", ".csv"),
    "json": ("application/json", ".json"),
    "plan": ("application/json", ".plan.json"),
    "layout": ("application/toml", ".layout.toml"),
}


@final
@attrs.frozen
class Judged:
    """What was judged: what the page shows of it, and what files are saved from.

    >>> Judged({"fault": "…"}).evaluated is None
    True
    """

    #: Texts, lists of texts, and the report as HTML in UTF-8; ``fault`` says why there is none.
    shown: _Plain
    #: What became of the plan, ``None`` where there is none.
    evaluated: PlanEvaluation | None = None
    #: What was said of headings and indicators.
    layout: Layout = PLAIN
    #: By which schemes it was graded.
    schemes: tuple[Scheme, ...] = ()


#: So many lines of a table have its headings and some rows.
_FEW: Final = 5


def judge(given: Mapping[str, Any]) -> Judged:
    r"""Read, judge and check what the page hands over.

    Args:
        given: ``lang``; ``files`` or ``example``; ``previous``, last year's files; ``layout``, a
            file; ``labels``, text → role; ``answers``; ``as_of``; ``scheme``.

    >>> table = "指標名,目標値,実績値\n利用率,55%以上,48.2%".encode()
    >>> given = {"lang": "en", "files": [{"name": "plan.csv", "content": table}], "example": False}
    >>> said = {"layout": None, "labels": {}, "answers": [], "as_of": "", "scheme": ""}
    >>> judge(given | said | {"previous": []}).shown["counts"]["not_achieved"]
    1
    """
    lang: Language = "en" if given["lang"] == "en" else "ja"
    plain = _empty(lang)
    try:
        layout = _layout(given)
        with _example() if given["example"] else _kept(given["files"]) as paths:
            plan = _read(paths, layout, plain, lang)
        schemes = tuple(load(name) for name in [given["scheme"]] if name)
        day = date.fromisoformat(given["as_of"]) if given["as_of"] else None
        evaluated = evaluate(plan, as_of=day)
        plain |= _judged(evaluated, schemes, lang)
        plain["changed"] = _changed(given["previous"], plan, lang)
    except (KpikitError, OSError, ValueError) as error:
        return Judged(plain | {"fault": told(error, lang)})
    return Judged(plain, evaluated, layout, schemes)


def download(judged: Judged | None, given: Mapping[str, Any]) -> _Plain:
    """Return a file of what was judged: its name, its type and its content.

    Args:
        judged: What was judged last, ``None`` if nothing was.
        given: ``lang``, and ``form``, one of :data:`FORMS`.

    >>> list(download(None, {"lang": "en", "form": "html"}))
    ['fault']
    """
    form = given["form"]
    lang: Language = "en" if given["lang"] == "en" else "ja"
    if judged is None or judged.evaluated is None:
        return {"fault": say("page-nothing-judged", lang)}
    kind, end = FORMS[form]
    try:
        content = _content(form, judged, judged.evaluated, lang)
    except (KpikitError, OSError) as error:
        return {"fault": told(error, lang)}
    title = "".join(letter for letter in judged.evaluated.plan.title if letter.isalnum())[:40]
    return {"name": f"{title or 'kpikit'}{end}", "type": kind, "content": content}


def practise() -> None:
    """Judge the first rows of the example, so that all that a first file needs is there.

    What is there then stays, and is looked through no more for what is gone.

    >>> practise()
    >>> gc.unfreeze()
    """
    required("openpyxl", "xlsx")
    lines = (example.folder() / example.TABLE).read_bytes().splitlines(keepends=True)
    files = [{"name": example.TABLE, "content": b"".join(lines[:_FEW])}]
    given = {"lang": "ja", "example": False, "files": files, "previous": [], "layout": None}
    judge({**given, "labels": {}, "answers": [], "as_of": "", "scheme": ""})
    gc.collect()
    gc.freeze()


def _content(form: str, judged: Judged, evaluated: PlanEvaluation, lang: Language) -> bytes:
    if form == "layout":
        return judged.layout.to_toml().encode()
    if form == "plan":
        with _kept([]):
            write_plan(evaluated.plan, "plan.json")
            return Path("plan.json").read_bytes()
    if form == "csv":
        return _csv(render_bytes(evaluated, "tsv", lang=lang, schemes=judged.schemes))
    return render_bytes(evaluated, form, lang=lang, schemes=judged.schemes)


def _csv(lines: bytes) -> bytes:
    """Return tab-separated lines as spreadsheets open them by a double click."""
    written = StringIO()
    csv.writer(written).writerows(line.split("\t") for line in lines.decode().split("\n")[:-1])
    return written.getvalue().encode("utf-8-sig")


# -- files and choices -----------------------------------------------------------------------------


@contextmanager
def _kept(files: Sequence[_File]) -> Generator[list[Path]]:
    """Keep files in a folder of their own, where they are read by their bare names."""
    with TemporaryDirectory() as folder, chdir(folder):
        for number, each in enumerate(files):
            name = PurePath(each["name"].replace("\\", "/")).name or f"{number}.txt"
            path = Path(name) if not Path(name).exists() else Path(f"{number}-{name}")
            path.write_bytes(bytes(each["content"]))
        yield sorted(Path().iterdir())


@contextmanager
def _example() -> Generator[list[Path]]:
    with chdir(example.folder()):
        yield [Path(example.PACKAGE)]


def _source(paths: Sequence[Path]) -> Any:
    """Return what is read of files: a package for all that it names, else each of them."""
    packages = [path for path in paths if path.name == example.PACKAGE]
    found = packages or list(paths)
    return found[0] if len(found) == 1 else found


def _layout(given: Mapping[str, Any]) -> Layout:
    """Return what is said of headings and indicators, the choices in the page last."""
    layout = PLAIN
    if given["layout"]:
        with _kept([given["layout"]]) as (path,):
            layout = read_layout(path)
    chosen = [_labelled(text, role) for text, role in given["labels"].items()]
    texts = {each.heading for each in chosen}
    kept = [each for each in layout.labels if each.heading not in texts]
    answers = {each.key: each for each in layout.answers}
    for each in given["answers"]:
        way = Direction(each["direction"])
        answer = Answer(each["indicator"], each["section"], direction=way)
        before = answers.get(answer.key, answer)
        answers[answer.key] = attrs.evolve(before, direction=way)
    return attrs.evolve(layout, labels=[*kept, *chosen], answers=tuple(answers.values()))


def _labelled(text: str, role: str) -> Column:
    return Column(text, None if role == UNUSED else Role(role))


# -- what was found --------------------------------------------------------------------------------


def _empty(lang: Language) -> _Plain:
    return {
        "fault": "",
        "answer": "",
        "report": b"",
        "counts": {},
        "labels": [],
        "roles": [{"value": role, "label": role_word(role, lang)} for role in _ROLES],
        "questions": [],
        "issues": [],
        "chosen": [],
        "audit": [],
        "reconciled": "",
        "changed": "",
        "forms": [],
    }


_VALUES: Final = frozenset(role.value for role in Role)
#: What a heading may be assigned to in the page: a role, or nothing.
_ROLES: Final = tuple(role for role in ROLES if role in {*_VALUES, UNUSED})


def _read(paths: Sequence[Path], layout: Layout, plain: _Plain, lang: Language) -> Plan:
    """Read files as one plan; the labels of a single file are told also where it is refused."""
    if len(paths) > 1 or paths[0].suffix.lower() == ".json":
        return read_plan(_source(paths), layout=layout)
    draft = draft_of(paths[0], layout=layout)
    plain["labels"] = _labels(draft, lang)
    if draft.plan is None:
        raise draft.fault or TableError.told("table-no-header", file=draft.file, found="—")
    return draft.plan


def _labels(draft: Draft, lang: Language) -> list[_Plain]:
    return [
        {"text": each.text, "place": each.place, "taken": role_word(_role(each.taken), lang)}
        for each in draft.labels
    ]


def _role(said: Said) -> str:
    if said.column.role is None:
        return YEAR if said.kind is Class.YEAR else UNUSED
    return said.column.role.value


def _judged(evaluated: PlanEvaluation, schemes: Sequence[Scheme], lang: Language) -> _Plain:
    plan = evaluated.plan
    counts = evaluated.summary()
    return {
        "answer": answer_words(build_report(evaluated, lang)),
        "report": render_bytes(evaluated, "html", lang=lang, schemes=schemes),
        "counts": {
            name: getattr(counts, name)
            for name in ("achieved", "not_achieved", "indeterminate", "not_due")
        },
        "questions": [*_questions(plan, lang)],
        "issues": [_issue(each, lang) for each in plan.issues],
        "chosen": [each.message(lang) for each in plan.chosen],
        "audit": [*_findings(audit(evaluated), lang)],
        "reconciled": _reconciled(evaluated, schemes, lang),
        "forms": [{"name": form, "label": say(f"page-form-{form}", lang)} for form in FORMS],
    }


def _issue(issue: Issue, lang: Language) -> _Plain:
    """Return where something was not understood, and the cell around it."""
    text = issue.text
    return {
        "place": place_words(issue.location) if issue.location else "",
        "message": issue.message(lang),
        "before": text[: issue.start],
        "marked": text[issue.start : issue.end],
        "after": text[issue.end :],
    }


def _questions(plan: Plan, lang: Language) -> Iterator[_Plain]:
    sections = {id(indicator): empty.section for indicator, empty in asked_as(plan)}
    for each in plan.questions:
        source = each.indicator.source
        yield {
            "message": each.message(lang),
            "indicator": each.indicator.name,
            "section": sections.get(id(each.indicator), each.section),
            "place": place_words(source.location) if source else "",
            "choices": [
                {"value": way.value, "label": say(f"page-{way.value}", lang, word=word)}
                for way, word in zip(Direction, Question.words, strict=True)
            ],
        }


def _findings(findings: Sequence[Finding], lang: Language) -> Iterator[_Plain]:
    for each in alike(tuple(findings)):
        yield {
            "severity": say(f"severity-{each.first.severity.value}", lang),
            "place": say("chart-comma", lang).join(each.places),
            "message": each.message(lang),
            "code": each.first.code,
        }


def _reconciled(evaluated: PlanEvaluation, schemes: Sequence[Scheme], lang: Language) -> str:
    found = reconcile(evaluated, schemes)
    return reconciliation_text(discrepancies(evaluated, found), lang)


def _changed(files: Sequence[_File], plan: Plan, lang: Language) -> str:
    """Say what changed since last year's files, if there are any."""
    if not files:
        return ""
    with _kept(files) as paths:
        before = read_plan(_source(paths))
    return compare(before, plan).explain(lang) or say("cli-no-difference", lang)
