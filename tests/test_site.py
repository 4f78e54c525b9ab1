"""What the pages show: pictures and a workbook that are kept beside the examples."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import kpikit as kk
from kpikit.cli import main
from sagamihara import EXAMPLE
from shared import ROOT

KAKUU = ROOT / "examples" / "kakuu"
COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)


@pytest.mark.parametrize(("lang", "name"), [("en", "overview.svg"), ("ja", "overview.ja.svg")])
def test_overview(lang: str, name: str, tmp_path: Path) -> None:
    """The picture of the README is what ``kpikit chart`` makes today."""
    target = tmp_path / "charts"
    source = str(EXAMPLE / "datapackage.json")
    assert 0 == main(["--lang", lang, "chart", source, "-o", str(target)])
    overview = min(target.iterdir())
    assert overview.read_text(encoding="utf-8") == (EXAMPLE / name).read_text(encoding="utf-8")


def test_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The workbook that is kept holds what its script makes."""
    made = tmp_path / "kakuu.xlsx"
    runpy.run_path(str(KAKUU / "make_workbook.py"))["make"](made)
    monkeypatch.chdir(KAKUU)
    kept = kk.read_plan("kakuu.xlsx")
    monkeypatch.chdir(tmp_path)
    assert kk.read_plan("kakuu.xlsx") == kept


def test_sheet(tmp_path: Path) -> None:
    """A sheet is drawn with the words, the colours and the widths of its cells, and its tabs."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "見出し"
    book.create_sheet("使い方")
    sheet.append(["80%<", None])
    sheet.append(["left out", None])
    sheet["B1"].font = openpyxl.styles.Font(bold=True)
    sheet["B1"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFE3EAF2")
    sheet.column_dimensions["A"].width = 20
    book.save(tmp_path / "draft.xlsx")
    read = openpyxl.load_workbook(tmp_path / "draft.xlsx")
    page = runpy.run_path(str(ROOT / "docs" / "sheet.py"))["page_of"](read, 1)

    row = '<td style="">80%&lt;</td><td style="background: #E3EAF2; font-weight: 700"></td>'
    assert f"<tbody><tr><th>1</th>{row}</tr></tbody>" in page
    assert '<col style="width: 140px">' in page
    assert "<nav><span>見出し</span><span>使い方</span></nav>" in page


def test_floors() -> None:
    """The picture of the house has every room, and the cell on its way up."""
    floors = runpy.run_path(str(ROOT / "docs" / "floors.py"))
    assert {room for rooms in floors["floors"]() for room in rooms} == set(floors["_DOES"])

    page = floors["page_of"]("en")
    assert "<td>1. measures.tsv:2 「→ 約16,000時間削減 (R5)」</td>" in page
    assert "4. [15500,16500) 時間 change=decrease" in page


def test_commands_may_follow_each_other() -> None:
    """Who follows page after page in one folder writes no file twice, which would be refused."""
    pages = sorted((ROOT / "docs").rglob("*.md"))
    shown = [each for page in pages for each in COMMAND.findall(page.read_text("utf-8"))]
    written = re.findall(r" -o (\S+)", "\n".join(shown))

    assert len(written) > 5
    assert sorted(set(written)) == sorted(written)


def test_commands_on_a_japanese_page() -> None:
    """English pages say that English is wanted, and Japanese ones show what is there anyway."""
    pytest.importorskip("sphinx", reason="sphinx is not installed")
    put = runpy.run_path(str(ROOT / "docs" / "_extensions" / "commands.py"))["put"]
    fence = "```console 1\n$ kpikit --lang en read --kind target '126件以下'\n```"
    shown = {}
    for lang in ("en", "ja"):
        source = [fence]
        app = SimpleNamespace(
            config=SimpleNamespace(language=lang), builder=SimpleNamespace(name="")
        )
        put(app, "page", source)
        shown[lang] = source[0]

    assert "```console\n$ kpikit read --kind target '126件以下'\n126件以下\n…\n```" == shown["ja"]
    assert "$ kpikit --lang en read" in shown["en"]


def test_what_to_do() -> None:
    """Each code that a page lists comes with what to do, and nothing is written for no code."""
    generated = runpy.run_path(str(ROOT / "docs" / "_extensions" / "generated.py"))
    kinds = {kind: [code for code, _ in generated["codes_of"](kind)] for kind in generated["_TOLD"]}
    told = {kind: [generated["remedy"](kind, code) for code in kinds[kind]] for kind in kinds}

    assert {"reasons", "flags", "issues", "notes", "findings"} == {*kinds}
    assert [] == [texts for kind in told for texts in told[kind] if not all(texts)]
    assert {(kind, code) for kind in kinds for code in kinds[kind]} >= {*generated["remedies"]()}
    assert "no-actual-pending" in kinds["reasons"]
    assert "direction-and" not in kinds["flags"]  # a piece of a sentence
    assert (
        "目標値に「以上」又は「以下」を付ける。",
        "Write 以上 or 以下 behind the target.",
    ) == generated["remedy"]("findings", "plan-direction-unknown")
    with pytest.raises(
        ValueError, match=r"what-to-do.tsv does not say what to do about flags: nil"
    ):
        generated["remedy"]("flags", "nil")


def examples() -> dict[str, Any]:
    pytest.importorskip("sphinx", reason="sphinx is not installed")
    return runpy.run_path(str(ROOT / "docs" / "_extensions" / "examples.py"))


def test_comments_on_a_japanese_page() -> None:
    """Each comment of a fence has its Japanese, and none is kept that no fence has."""
    module = examples()
    pages = (path.read_text("utf-8") for path in (ROOT / "docs").rglob("*.md"))

    assert {each for page in pages for each in module["commented"](page)} == {*module["comments"]()}


@pytest.mark.parametrize(
    ("before", "asked", "shown"),
    [
        ("", '"en"', "「/」はここ"),
        ("", '"ja", "en"', "as it stands"),
        (">>> say()\nshown already\n", '"en"', "as it stands"),
    ],
)
def test_examples_on_a_japanese_page(before: str, asked: str, shown: str) -> None:
    """An example that asks for English alone shows Japanese; all others stay as they are."""
    opened = f">>> def say(*_lang):\n...     return print({shown!r})\n"
    example = f">>> say({asked})\nas it stands\n"
    page = f"```python\n{opened}\n```\n\nOf it:\n\n```python\n{before}{example}\n```\n"
    told = example.replace('"en"', '"ja"').replace("as it stands", shown)

    expected = page if shown == "as it stands" else page.replace(example, told)
    assert expected == examples()["told_again"](page, "page")


def test_japanese_of_a_page() -> None:
    """Only the Japanese site is told in Japanese, and a comment without it is refused."""
    fence = "```shell\nkpikit a.csv   # {}\n```"
    put, error = examples()["put"], examples()["ExtensionError"]

    def told(language: str, comment: str) -> str:
        source = [fence.format(comment)]
        config = SimpleNamespace(language=language)
        put(SimpleNamespace(config=config, builder=SimpleNamespace(name="html")), "page", source)
        return source[0]

    assert fence.format("判定し、報告を表示する") == told("ja", "judge, and print the report")
    assert fence.format("anything") == told("en", "anything")
    with pytest.raises(Exception, match="no Japanese, for page: anything") as raised:
        told("ja", "anything")
    assert error.__name__ == raised.typename
