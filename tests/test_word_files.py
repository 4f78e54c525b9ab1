"""Word files as plans: the same verdicts as from a text file, and what is wrong with them."""

from __future__ import annotations

import random
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

import kpikit as kk
from flows import cell, flow_of, line, part, relations, row, run, table, word_file
from shared import SHARED

HEADER = ["施策名", "指標名", "実績値（R5）", "目標値"]
ROWS = [
    ["窓口", "ICTを活用した行政サービスの利用率", "48.2%", "55%以上"],
    ["窓口", "満足度", "81%", "8割"],
    ["防災", "システム障害の件数", "126件", "126件以下"],
    ["防災", "訓練の回数", "―", "5回"],
]


def verdicts(plan: kk.Plan) -> list[tuple[str, kk.Verdict]]:
    """Return the names and verdicts of a plan."""
    return [(each.indicator.name, each.verdict) for each in kk.evaluate(plan).all()]


def refused(path: Path, **options: Any) -> str:
    with pytest.raises(kk.TableError) as caught:
        kk.read_plan(path, **options)
    assert caught.value.__notes__[0]
    return str(caught.value).removeprefix(str(path))


def told(plan: kk.Plan) -> list[tuple[str, str, int]]:
    return [
        (each.what, each.value, each.location.line)
        for each in plan.chosen
        if each.location is not None and each.what != "columns"
    ]


class TestPlan:
    """A document is read as its tables are."""

    def test_same_verdicts_as_of_text(self, tmp_path: Path) -> None:
        text = tmp_path / "plan.csv"
        text.write_text("\n".join(",".join(cells) for cells in [HEADER, *ROWS]), encoding="utf-8")
        raised = run("1", '<w:vertAlign w:val="superscript"/>')
        merged = '<w:vMerge w:val="restart"/>'
        first, second, third, fourth = ROWS
        path = word_file(
            tmp_path,
            line("進捗管理表")
            + table(
                row(*HEADER[:2], cell(line("実績値", raised, "（R5）")), HEADER[3]),
                row(cell("窓口", merged), first[1], cell(line("48.2", raised, "%")), first[3]),
                row(
                    cell("", "<w:vMerge/>"),
                    second[1],
                    second[2],
                    cell(line(run("9", "<w:strike/>"), "8割")),
                ),
                third,
                fourth,
            ),
        )
        read = kk.read_plan(path)

        expected = [
            ("ICTを活用した行政サービスの利用率", kk.Verdict.NOT_ACHIEVED),
            ("満足度", kk.Verdict.ACHIEVED),
            ("システム障害の件数", kk.Verdict.ACHIEVED),
            ("訓練の回数", kk.Verdict.INDETERMINATE),
        ]
        assert expected == verdicts(kk.read_plan(text))
        assert expected == verdicts(read)
        assert "進捗管理表" == read.title

    def test_table_ends_where_the_document_says(self, tmp_path: Path) -> None:
        """The costs below the indicators are no rows of theirs."""
        path = word_file(
            tmp_path,
            line("はじめに")
            + table(HEADER, ROWS[0])
            + line("事業費は次のとおりである。")
            + table(["事業名", "予算額", "決算額"], ["窓口", "100", "200"])
            + table(["課", ""], ["", "係"])
            + table(["", ""], ["", ""])
            + line("※ 単位は千円"),
        )
        plan = kk.read_plan(path)

        assert [("ICTを活用した行政サービスの利用率", kk.Verdict.NOT_ACHIEVED)] == verdicts(plan)
        assert [
            ("table-left", "「事業名」「予算額」「決算額」", 8),
            ("table-left", "「課」", 11),
        ] == told(plan)
        assert ("事業費は次のとおりである。", "※ 単位は千円") == plan.remarks

    def test_what_was_left_out(self, tmp_path: Path) -> None:
        deleted = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
        many = "".join(deleted.format(number) for number in range(8))
        path = word_file(
            tmp_path,
            line(run("内部用", "<w:vanish/>"), run(" ", "<w:vanish/>"), many)
            + line(run("旧計画", "<w:strike/>"))
            + table(HEADER, [*ROWS[0][:3], cell(line(run("50", "<w:strike/>"), "55%以上"))]),
        )
        plan = kk.read_plan(path)

        assert [
            ("hidden", "「内部用」", 1),
            ("deleted", "「0」 「1」 「2」 「3」 「4」 …", 1),
        ] == told(plan)
        assert [("text-struck", "旧計画", "", 1), ("text-struck", "50", "55%以上", 2)] == [
            (each.code, each.text, each.detail, each.location.line)
            for each in plan.issues
            if each.location is not None
        ]
        assert "the text is struck out and was left out; what is left is 「55%以上」" == (
            plan.issues[1].message("en")
        )

    def test_covered_by_the_cell_above(self, tmp_path: Path) -> None:
        """Word shows nothing of what a cell holds that goes on with the one above."""
        above, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
        path = word_file(
            tmp_path,
            table(
                HEADER,
                row(cell("窓口", above), *ROWS[0][1:]),
                row(cell("防災", below), *ROWS[1][1:]),
            ),
        )
        plan = kk.read_plan(path)

        assert [("hidden", "「防災」", 1)] == told(plan)
        assert ["窓口"] == [each.title for each in plan.walk() if each.kind == "施策"]

    def test_struck_target_is_none(self, tmp_path: Path) -> None:
        """Nothing is judged by a target that is struck out."""
        struck = cell(line(run("40%以上", "<w:strike/>")))
        plan = kk.read_plan(word_file(tmp_path, table(HEADER, [*ROWS[0][:3], struck])))

        assert [(ROWS[0][1], kk.Verdict.INDETERMINATE)] == verdicts(plan)

    def test_form(self) -> None:
        """A page of the form: labels beside their values, merged as they are drawn."""
        path = SHARED / "documents" / "d20_shinchoku_kanrihyo.docx"
        if not path.exists():
            pytest.skip(f"{path} is not here")
        grid = flow_of(path).grid

        assert ["実施計画　進捗管理票"] * 3 == [grid.texts[at, 1] for at in (1, 15, 29)]
        assert [(3, 13), (17, 27), (31, 41)] == grid.tables
        assert ("指標", "目標値", "25", "30", "35", "40") == tuple(
            grid.texts[9, at] for at in range(1, 7)
        )
        assert (9, 1, 10, 1) in grid.merges
        assert (3, 4, 3, 6) in grid.merges


class TestFaults:
    """What cannot be read is refused, with what to do."""

    @pytest.mark.parametrize("name", ["plan.doc", "plan.rtf", "plan.DOC"])
    def test_old_word(self, tmp_path: Path, name: str) -> None:
        path = tmp_path / name
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

        assert "open it in Word and save it as .docx" in refused(path)

    @pytest.mark.parametrize(
        ("stream", "message"),
        [("WordDocument", "save it as .docx"), ("EncryptedPackage", "protected by a password")],
    )
    def test_old_word_by_another_name(self, tmp_path: Path, stream: str, message: str) -> None:
        path = tmp_path / "plan.docx"
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + stream.encode("utf-16-le"))

        assert message in refused(path)

    def test_other_kind(self, tmp_path: Path) -> None:
        path = word_file(tmp_path, table(HEADER, ROWS[0])).rename(tmp_path / "plan.xlsx")

        assert ": the content is that of a .docx file: rename it to end in .docx" == refused(path)

    def test_no_table(self, tmp_path: Path) -> None:
        path = word_file(tmp_path, line("計画") + table(["事業名", "予算額"], ["窓口", "100"]))

        assert "no table" in refused(path)
        assert "「事業名」→section 「予算額」" in refused(path)

    @pytest.mark.parametrize(
        ("parts", "message"),
        [
            ({"word/document.xml": part("")}, "truncated or damaged"),
            ({"_rels/.rels": relations()}, "an archive that is neither a workbook nor a Word file"),
            ({"_rels/.rels": relations(), "word/a.xml": ""}, "truncated or damaged"),
            (
                {"_rels/.rels": relations(), "word/document.xml": "<a>"},
                "truncated or damaged (no element found",
            ),
            (
                {"_rels/.rels": relations(), "word/document.xml": part("<w:tr/>")},
                "truncated or damaged",
            ),
            (
                {
                    "_rels/.rels": relations(),
                    "word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
                },
                "it declares a document type or entities (word/document.xml)",
            ),
            (
                {
                    "_rels/.rels": relations(),
                    "word/document.xml": "<?xml version='1.0' encoding='x'?><a/>",
                },
                "truncated or damaged",
            ),
        ],
    )
    def test_parts(self, tmp_path: Path, parts: dict[str, str], message: str) -> None:
        path = tmp_path / "plan.docx"
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

        assert message in refused(path)

    def test_archive_of_the_future(self, tmp_path: Path) -> None:
        path = word_file(tmp_path, table(HEADER, ROWS[0]))
        data = bytearray(path.read_bytes())
        data[data.index(b"PK\x01\x02") + 6] = 165
        path.write_bytes(data)

        assert "truncated or damaged (zip file version 16.5)" in refused(path)

    @pytest.mark.parametrize(
        ("body", "limits", "message"),
        [
            (line("甲") * 6, {"rows": 5}, "(rows: 5)"),
            (table(*[["甲", "乙"]] * 6), {"rows": 5}, "(rows: 5)"),
            (table(["甲"] * 6), {"columns": 5}, "(columns: 5)"),
            (table(["甲", cell("乙", '<w:gridSpan w:val="999999999"/>')]), {}, "(columns: 1,000)"),
            (table(row("甲", "乙", style='<w:gridBefore w:val="1000"/>')), {}, "(columns: 1,000)"),
            (table(["甲"] * 6), {"cells": 5}, "(cells: 5)"),
            (line("甲") * 60, {"size": 600}, "(size: 600)"),
        ],
    )
    def test_limits(self, tmp_path: Path, body: str, limits: dict[str, int], message: str) -> None:
        path = word_file(tmp_path, body)

        assert message in refused(path, limits=kk.Limits(**limits))

    def test_library_is_missing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = word_file(tmp_path, table(HEADER, ROWS[0]))
        monkeypatch.setitem(sys.modules, "defusedxml", None)

        with pytest.raises(kk.MissingDependencyError, match=r"kpikit\[word\]"):
            kk.read_plan(path)

    @pytest.mark.wide
    def test_corrupted(self, tmp_path: Path) -> None:
        """Whatever happens to the bytes, it is read or refused, and never falls over."""
        chance = random.Random(20)  # noqa: S311 - the same bytes each time
        body = part("<w:body>" + line("計画") + table(HEADER, *ROWS) + "</w:body>").encode()
        path = word_file(tmp_path, "")
        whole = word_file(tmp_path, table(HEADER, *ROWS)).read_bytes()
        for number in range(300):
            if number % 3:
                with zipfile.ZipFile(path, "w") as archive:
                    archive.writestr("_rels/.rels", relations())
                    archive.writestr("word/document.xml", spoilt(body, chance))
            else:
                path.write_bytes(spoilt(whole, chance))
            try:
                kk.read_plan(path)
            except kk.TableError as error:
                assert error.__notes__  # noqa: PT017 - reading it is as good


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Return bytes cut off, changed, or with some left out."""
    at = chance.randrange(len(data))
    match chance.randrange(3):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        case _:
            return data[:at] + data[at + chance.randrange(1, 20) :]
