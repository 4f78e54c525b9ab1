"""Every writer tells the same: the answer, the counts of all and of each part, the verdicts."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import kpikit as kk
from kpikit.language.messages import Language, say
from kpikit.report import build_report, render, render_bytes
from kpikit.report.answer import answer_words, clear_words
from kpikit.report.bars import bar_of, bars_by_department, bars_by_section
from kpikit.report.blocks import total_matrices
from kpikit.report.concern import FIRST, concerns_of
from kpikit.report.rows import COUNTS, MARKS
from kpikit.report.scale import scale_of
from plans import of_every_kind
from sagamihara import EXAMPLE
from shared import ROOT
from test_html import Page

FY = kk.FiscalYear
#: What a table counts → the code of its heading.
HEADINGS = {
    **{name: code for name, code in COUNTS.items() if name != "not_applicable"},
    **{name: f"pace-word-{name}" for name in ("on_track", "behind", "unknown")},
    "not_applicable": "verdict-not_applicable",
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

#: The rows of a table: the cells of each.
Rows = list[list[str]]


def open_targets() -> kk.Plan:
    """On track, behind, unknown, met early, expected early, and one that is listed again."""

    def row(name: str, actual: str, **named: Any) -> kk.Indicator:
        status = named.pop("status", kk.Status.FINAL)
        started = kk.Observation(FY(2019), kk.Quantity("10", "件"))
        return kk.Indicator(
            name,
            baseline=named.pop("baseline", started),
            target=kk.Target(kk.AtLeast(kk.Quantity("90", "件")), FY(2027)),
            observations=[kk.Observation(FY(2023), kk.Quantity(actual, "件"), status=status)],
            **named,
        )

    rows = (
        row("進んだ件数", "60"),
        row("遅れた件数", "49"),
        row("始まりのない件数", "49", baseline=None),
        row("届いた件数", "95"),
        row("届く件数", "95", status=kk.Status.FORECAST),
        row("遅れた件数", "49", repeated=True),
    )
    sections = [
        kk.Section("事業", str(number), f"事業{number}", departments=["甲課"], indicators=[each])
        for number, each in enumerate(rows, 1)
    ]
    return kk.Plan("計画", sections=[kk.Section("表", "1", "表", sections=sections)])


def nothing_told() -> kk.Plan:
    rows = [
        kk.Indicator(name, target=kk.AtLeast(kk.Quantity("2", "件"))) for name in ("甲数", "乙数")
    ]
    return kk.Plan("計画", sections=[kk.Section("表", "1", "表", indicators=rows)])


PLANS = {
    "sagamihara": lambda: kk.read_plan(EXAMPLE / "datapackage.json"),
    "kakuu": lambda: kk.read_plan(ROOT / "examples" / "kakuu" / "kakuu.xlsx"),
    "every kind": of_every_kind,
    "open targets": open_targets,
    "nothing told": nothing_told,
}


@pytest.fixture(scope="module", params=PLANS)
def result(request: pytest.FixtureRequest) -> kk.PlanEvaluation:
    return kk.evaluate(PLANS[request.param]())


@pytest.fixture(params=["ja", "en"])
def lang(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


# -- what each writer says, as rows of cells -------------------------------------------------------


def rows_of_html(page: Page) -> Iterator[Rows]:
    """Yield the tables of counts."""
    rows: Rows = []
    for tag, attrs, words in page.elements:
        if tag == "table" and attrs.get("class") == "totals":
            yield rows
            rows = []
        elif tag == "tr":
            rows.append([])
        elif tag in ("td", "th") and rows:
            rows[-1].append("".join(words))
    yield rows


def rows_of_markdown(text: str) -> Iterator[Rows]:
    rows: Rows = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        else:
            yield rows
            rows = []


def rows_of_text(text: str) -> Iterator[Rows]:
    """Yield what stands in columns, with two blanks or more between them."""
    rows: Rows = []
    for line in [*text.splitlines(), ""]:
        cells = re.split(r" {2,}", line.strip())
        if len(cells) > 1:
            rows.append(cells)
        elif rows:
            yield rows
            rows = []


def rows_of_word(content: bytes) -> Iterator[Rows]:
    etree = pytest.importorskip("defusedxml.ElementTree")
    with ZipFile(BytesIO(content)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    for table in body.iter(f"{W}tbl"):
        yield [
            ["".join(each.text or "" for each in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]
            for row in table.iter(f"{W}tr")
        ]


def sheets_of(content: bytes) -> dict[str, Rows]:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(BytesIO(content), data_only=True)
    return {
        sheet.title: [["" if cell is None else str(cell) for cell in row] for row in sheet.values]
        for sheet in book.worksheets
    }


def rows_of_workbook(content: bytes, lang: Language) -> Iterator[Rows]:
    rows: Rows = []
    for cells in [*sheets_of(content)[say("report-totals", lang)], [""]]:
        if any(cells):
            rows.append(cells)
        else:
            yield rows
            rows = []


def text_of_pdf(content: bytes, path: Path) -> str:
    command = shutil.which("pdftotext")
    if command is None:
        pytest.skip("pdftotext (poppler-utils) is not here")
    path.write_bytes(content)
    done = subprocess.run([command, "-raw", str(path), "-"], capture_output=True, check=True)
    return re.sub(r"\s", "", done.stdout.decode())


# -- the laws --------------------------------------------------------------------------------------


def counted(tables: Iterator[Rows], result: kk.PlanEvaluation, lang: Language) -> Rows:
    """Return of each table of counts its rows: the label, and each count by its heading."""
    marks = re.compile("^[" + re.escape("".join(MARKS.values())) + "] ")
    names = {say(code, lang): name for name, code in HEADINGS.items()}
    titles = [matrix.title for matrix in total_matrices(build_report(result, lang))]
    found: Rows = []
    for head, *rows in filter(None, tables):
        if head[0] not in titles:
            continue
        columns = [names.get(marks.sub("", each)) for each in head]
        for row in (each for each in rows if len(each) > 1 and each[1].isdigit()):
            numbers = dict(zip(columns, row, strict=False))
            del numbers[None]
            told = [f"{name}={number}" for name, number in numbers.items() if number != "0"]
            found.append([row[0].strip(), *sorted(map(str, told))])
    return found


def expected(result: kk.PlanEvaluation, lang: Language) -> Rows:
    """Return the same from the summaries."""
    return [
        [
            row[0].strip(),
            *sorted(f"{name}={number}" for name in HEADINGS if (number := getattr(summary, name))),
        ]
        for matrix in total_matrices(build_report(result, lang))
        for row, summary in zip(matrix.rows, matrix.summaries, strict=True)
    ]


class TestCounts:
    """The tables of counts are the same in each: of the plan, its sections, its departments."""

    def test_html(self, result: kk.PlanEvaluation, lang: Language) -> None:
        page = Page(render(result, "html", lang=lang))
        assert counted(rows_of_html(page), result, lang) == expected(result, lang)

    def test_text(self, result: kk.PlanEvaluation, lang: Language) -> None:
        text = render(result, "text", lang=lang)
        assert counted(rows_of_text(text), result, lang) == expected(result, lang)

    def test_markdown(self, result: kk.PlanEvaluation, lang: Language) -> None:
        text = render(result, "markdown", lang=lang)
        assert counted(rows_of_markdown(text), result, lang) == expected(result, lang)

    def test_word(self, result: kk.PlanEvaluation, lang: Language) -> None:
        content = render_bytes(result, "docx", lang=lang)
        assert counted(rows_of_word(content), result, lang) == expected(result, lang)

    def test_workbook(self, result: kk.PlanEvaluation, lang: Language) -> None:
        content = render_bytes(result, "xlsx", lang=lang)
        assert counted(rows_of_workbook(content, lang), result, lang) == expected(result, lang)

    def test_json(self, result: kk.PlanEvaluation, lang: Language) -> None:
        totals = json.loads(render(result, "json", lang=lang))["totals"]
        plan, *_ = (each["counts"] for each in totals if each["kind"] == "plan")
        [_, *told] = expected(result, lang)[0]
        assert [*sorted(f"{name}={plan[name]}" for name in HEADINGS if plan.get(name))] == [
            each for each in told if not each.startswith("not_applicable")
        ]
        assert result.summary().not_applicable == sum(
            plan[name] for name in ("exploratory", "unset", "not_set")
        )

    def test_pdf(self, result: kk.PlanEvaluation, lang: Language, tmp_path: Path) -> None:
        pytest.importorskip("typst")
        text = text_of_pdf(render_bytes(result, "pdf", lang=lang), tmp_path / "a.pdf")
        report = build_report(result, lang)
        bars = [bar_of(enumerate(report.rows()))]
        for each in (bars_by_section(report), bars_by_department(report)):
            bars += each
        for bar in bars:
            assert re.sub(r"\s", "", bar.describe(lang)) in text


class TestVerdicts:
    """What each row is counted as adds up to the counts of the plan, wherever rows are listed."""

    @pytest.fixture
    def counts(self, result: kk.PlanEvaluation) -> dict[str, int]:
        summary = result.summary()
        names = (name for name in COUNTS if getattr(summary, name))
        return {name: getattr(summary, name) for name in names}

    def test_tab_separated(self, result: kk.PlanEvaluation, counts: dict[str, int]) -> None:
        lines = [*csv.DictReader(StringIO(render(result, "tsv")), delimiter="\t")]
        column = "counted_as" if "counted_as" in lines[0] else "verdict"
        assert Counter(line[column] for line in lines) == counts

    @pytest.mark.wide
    def test_facts_of_the_workbook(
        self, result: kk.PlanEvaluation, counts: dict[str, int], lang: Language
    ) -> None:
        head, *rows = sheets_of(render_bytes(result, "xlsx", lang=lang))[say("data-title", lang)]
        at = head.index(say("data-counted-as", lang))
        assert Counter(row[at] for row in rows) == {
            say(COUNTS[name], lang): number for name, number in counts.items()
        }

    def test_cards_and_filters(
        self, result: kk.PlanEvaluation, counts: dict[str, int], lang: Language
    ) -> None:
        page = Page(render(result, "html", lang=lang))
        cards = [attrs["data-v"] or "" for attrs, _ in page.all("details", class_="card")]
        assert Counter(each.split()[0] for each in cards) == counts
        labels = {attrs["for"]: text for attrs, text in page.all("label")}
        for name, number in counts.items():
            if f"v-{name}" in labels:
                assert labels[f"v-{name}"].split()[-1] == str(number)

    def test_tables_that_can_be_saved(self, result: kk.PlanEvaluation, lang: Language) -> None:
        page = Page(render(result, "html", lang=lang))
        links = [attrs["href"] or "" for attrs, _ in page.all("a") if "download" in attrs]
        told: Counter[str] = Counter()
        for link in links:
            text = b64decode(link.partition("base64,")[2]).decode("utf-8-sig")
            told += Counter(
                row[say("report-verdict", lang)] for row in csv.DictReader(StringIO(text))
            )
        rows = build_report(result, lang).rows()
        assert told == Counter(row.verdict(lang).split(maxsplit=1)[1] for row in rows)

    def test_rows_of_the_json(self, result: kk.PlanEvaluation) -> None:
        tables = json.loads(render(result, "json"))["tables"]
        rows = [row for table in tables for group in table["groups"] for row in group["rows"]]
        assert Counter(row["verdict"] for row in rows) == Counter(
            each.verdict.value for each in result.all()
        )


class TestAnswer:
    """The sentence and what to look at first are the same wherever they are told."""

    def told(self, result: kk.PlanEvaluation, lang: Language) -> list[str]:
        """Return the answer, and each thing to look at first with its gap."""
        report = build_report(result, lang)
        concerns = concerns_of(scale_of(report))[:FIRST]
        told = [answer_words(report), *[clear_words(report)] * (not concerns)]
        for each in concerns:
            told += [each.lane.row.evaluation.indicator.name, each.explain(lang)]
        return told

    def in_order(self, told: Sequence[str], text: str) -> bool:
        """Whether each is there, one after the other."""
        at = 0
        for each in (re.sub(r"\s", "", piece) for piece in told):
            at = text.find(each, at)
            if at < 0:
                return False
            at += len(each)
        return True

    @pytest.mark.parametrize("form", ["text", "markdown", "html"])
    def test_as_text(self, result: kk.PlanEvaluation, lang: Language, form: str) -> None:
        text = render(result, form, lang=lang)
        if form == "html":
            [(_, text)] = Page(text).all("section", id="answer")
        assert self.in_order(self.told(result, lang), re.sub(r"[\s\\]", "", text))

    def test_word(self, result: kk.PlanEvaluation, lang: Language) -> None:
        etree = pytest.importorskip("defusedxml.ElementTree")
        with ZipFile(BytesIO(render_bytes(result, "docx", lang=lang))) as archive:
            body = etree.fromstring(archive.read("word/document.xml"))
        text = re.sub(r"\s", "", "".join(each.text or "" for each in body.iter(f"{W}t")))
        assert self.in_order(self.told(result, lang), text)

    @pytest.mark.wide
    def test_workbook(self, result: kk.PlanEvaluation, lang: Language) -> None:
        sheet, *_ = sheets_of(render_bytes(result, "xlsx", lang=lang)).values()
        text = re.sub(r"\s", "", "".join(cell for row in sheet for cell in row))
        assert self.in_order(self.told(result, lang), text)

    def test_pdf(self, result: kk.PlanEvaluation, lang: Language, tmp_path: Path) -> None:
        pytest.importorskip("typst")
        text = text_of_pdf(render_bytes(result, "pdf", lang=lang), tmp_path / "a.pdf")
        answer, *others = (re.sub(r"\s", "", each) for each in self.told(result, lang))
        assert answer in text
        assert all(each in text for each in others)
