"""The PDF: tagged, with all that is said as text, and never with a box in place of a letter."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.language.messages import Language
from kpikit.report import FontError, render_bytes
from kpikit.report.pdf import FONTS
from plans import ATTACKS, hostile, of_every_kind
from sagamihara import EXAMPLE, rows_of
from shared import ROOT

typst = pytest.importorskip("typst")

has_font = pytest.mark.skipif(
    not set(FONTS) & set(typst.Fonts().families()), reason="no font for Japanese is installed"
)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def text_of(content: bytes, path: Path) -> str:
    """Return the text of a PDF without blanks, in the order of reading."""
    return "".join(pages_of(content, path))


def pages_of(content: bytes, path: Path) -> list[str]:
    """Return the text of each page of a PDF without blanks, in the order of reading."""
    command = shutil.which("pdftotext")
    if command is None:
        pytest.skip("pdftotext (poppler-utils) is not here")
    path.write_bytes(content)
    done = subprocess.run([command, "-raw", str(path), "-"], capture_output=True, check=True)
    return [squeezed(page) for page in done.stdout.decode().split("\f")]


def of_sections(*headings: str) -> kk.Plan:
    """Return a plan whose table has sections without rows, each below the one before."""
    inner: list[kk.Section] = []
    for heading in reversed(headings):
        inner = [kk.Section("施策", "", heading, heading=heading, sections=inner)]
    return kk.Plan("計画", sections=[kk.Section("表", "1", "表", sections=inner)])


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> kk.PlanEvaluation:
    path = tmp_path_factory.mktemp("kakuu") / "kakuu.xlsx"
    runpy.run_path(str(ROOT / "examples" / "kakuu" / "make_workbook.py"))["make"](path)
    return kk.evaluate(kk.read_plan(path))


@pytest.fixture(scope="module")
def example() -> kk.PlanEvaluation:
    return kk.evaluate(kk.read_plan(EXAMPLE / "datapackage.json"))


@has_font
class TestContent:
    """All is there, as text."""

    @pytest.mark.parametrize("lang", ["ja", "en"])
    def test_cells_and_explanations(
        self, example: kk.PlanEvaluation, lang: Language, tmp_path: Path
    ) -> None:
        text = text_of(render_bytes(example, "pdf", lang=lang), tmp_path / "a.pdf")
        pages = re.sub(r"相模原市ICT総合戦略\d+/\d+", "", text)

        assert [] == [
            each.explain(lang)
            for each in example.all()
            if squeezed(each.explain(lang)) not in pages
        ]
        wanted = {
            squeezed(part).lstrip("→")
            for name in ("measures", "projects")
            for row in (
                dict(zip(rows_of(name)[0], each, strict=True)) for each in rows_of(name)[1:]
            )
            for heading, cell in row.items()
            if heading not in {"No.", "事業区分"} and cell not in {"", "—"}
            for part in (cell.split("、") if heading == "所管課" else [cell])
        }
        assert [] == [cell for cell in wanted if cell not in pages]

    def test_tagged(self, example: kk.PlanEvaluation) -> None:
        content = render_bytes(example, "pdf")

        assert b"/MarkInfo" in content
        assert b"/StructTreeRoot" in content
        assert b"/Lang" in content

    def test_paper(self, example: kk.PlanEvaluation, tmp_path: Path) -> None:
        command = shutil.which("pdfinfo")
        if command is None:
            pytest.skip("pdfinfo (poppler-utils) is not here")
        path = tmp_path / "a.pdf"
        path.write_bytes(render_bytes(example, "pdf"))
        done = subprocess.run([command, str(path)], capture_output=True, check=True)

        told = done.stdout.decode()
        assert "595.276 x 841.89 pts (A4)" in told
        assert re.search(r"Tagged: +yes", told)
        assert int(re.findall(r"Pages: +(\d+)", told)[0]) <= 6

    def test_heading_stands_with_its_first_row(
        self, workbook: kk.PlanEvaluation, tmp_path: Path
    ) -> None:
        pages = pages_of(render_bytes(workbook, "pdf"), tmp_path / "a.pdf")
        for heading, first in (
            ("基本目標1子どもが育つまち", "待機児童数"),
            ("基本目標2安全に暮らせるまち", "自主防災組織率"),
            ("基本目標3にぎわうまち", "観光入込客数"),
        ):
            (found,) = [page for page in pages if heading in page and "指標ごとの結果" in page]
            assert first in found.split("指標ごとの結果")[1].split(heading)[1]

    def test_what_the_share_counts_is_told(
        self, workbook: kk.PlanEvaluation, tmp_path: Path
    ) -> None:
        summary, *_ = pages_of(render_bytes(workbook, "pdf"), tmp_path / "a.pdf")

        assert "9件中2件が到達。残る7件(期限令和9年度)は順調3・遅れ2・不明2" in summary
        assert "達成2、期限前7期限が来た目標はない期限前の達成2" in summary

    @pytest.mark.parametrize(
        "headings", [[], ["◆ 基本目標1 甲"], ["◆ 基本目標1 甲", "○ 施策1-1 乙"]]
    )
    def test_headings_without_rows(self, headings: list[str], tmp_path: Path) -> None:
        plan = of_sections(*headings)
        text = text_of(render_bytes(kk.evaluate(plan), "pdf"), tmp_path / "a.pdf")

        assert all(squeezed(heading) in text for heading in headings)

    def test_rare_letters(self, tmp_path: Path) -> None:
        text = text_of(
            render_bytes(kk.evaluate(hostile("髙﨑邊〜CO₂㎡")), "pdf"), tmp_path / "a.pdf"
        )

        assert "髙﨑邊〜CO₂㎡" in text

    def test_every_kind(self, tmp_path: Path) -> None:
        text = text_of(render_bytes(kk.evaluate(of_every_kind()), "pdf"), tmp_path / "a.pdf")

        assert "収支-7.5億円/-5億円以上×未達成" in text
        assert "目標を2.5億円下回る実績-7.5億円/目標-5億円以上" in text

    def test_empty_plan(self) -> None:
        assert render_bytes(kk.evaluate(kk.Plan("計画")), "pdf").startswith(b"%PDF")

    @pytest.mark.parametrize("text", ATTACKS)
    def test_markup_is_text(self, text: str, tmp_path: Path) -> None:
        found = text_of(render_bytes(kk.evaluate(hostile(text)), "pdf"), tmp_path / "a.pdf")
        shown = re.sub(r"[\x00\x1b\u202e]", "\N{REPLACEMENT CHARACTER}", text)

        assert squeezed(shown) in found

    def test_letter_that_no_font_has(self) -> None:
        with pytest.raises(FontError, match="could not be displayed") as caught:
            render_bytes(kk.evaluate(hostile("\U0010fffd")), "pdf")

        assert caught.value.__notes__[0].startswith("PDFにできない文字がある")


class TestFonts:
    """Without a font for Japanese nothing is written."""

    def test_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(typst, "Fonts", lambda: _Fonts([]))

        with pytest.raises(FontError) as caught:
            render_bytes(kk.evaluate(kk.Plan("計画")), "pdf")
        assert (
            "no font for Japanese is installed: install, for example, Noto Sans CJK JP "
            "(Debian: apt install fonts-noto-cjk) or IPAexGothic (fonts-ipaexfont-gothic)"
        ) == str(caught.value)

    def test_family_that_is_not_there_after_all(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("kpikit.report.pdf._families", lambda _: ["No Such Font"])

        with pytest.raises(FontError, match="unknown font family: no such font"):
            render_bytes(kk.evaluate(kk.Plan("計画")), "pdf")


class _Fonts:
    def __init__(self, families: list[str]) -> None:
        self._families = families

    def families(self) -> list[str]:
        return self._families
