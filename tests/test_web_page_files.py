"""Web pages as plans: the same verdicts as from a text file, and what is wrong with them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import kpikit as kk
from test_word_files import HEADER, ROWS, refused, spoilt, told, verdicts

HEAD = "<!DOCTYPE html><html lang=ja><head>{}<title>市</title></head><body>"
TABLE = (
    "<h2>進捗管理表</h2><table><tr>"
    + "".join(f"<th>{text}" for text in HEADER)
    + "".join("<tr>" + "".join(f"<td>{text}" for text in cells) for cells in ROWS)
    + "</table>"
)
EXPECTED = [
    ("ICTを活用した行政サービスの利用率", kk.Verdict.NOT_ACHIEVED),
    ("満足度", kk.Verdict.ACHIEVED),
    ("システム障害の件数", kk.Verdict.ACHIEVED),
    ("訓練の回数", kk.Verdict.INDETERMINATE),
]


def written(folder: Path, html: str, encoding: str = "utf-8", name: str = "plan.html") -> Path:
    path = folder / name
    path.write_bytes(html.encode(encoding))
    return path


class TestPlan:
    """A page is read as its tables are."""

    def test_same_verdicts_as_of_text(self, tmp_path: Path) -> None:
        html = (
            HEAD.format("<meta charset='UTF-8'>")
            + "<nav><ul><li><a href='/'>ホーム</a></ul></nav><h1>進捗管理表</h1>"
            "<table><caption>令和5年度</caption><thead><tr><th>施策名<th>指標名"
            "<th>実績値<sup>1</sup><br>（R5）<th>目標値</thead><tbody>"
            "<tr><td rowspan=2>窓口<td>ICTを活用した行政サービスの利用率"
            "<td>48.2<sup>2</sup>%<td>55%以上"
            "<tr><td>満足度<td>81%<td><del>9割</del>8割"
            "<tr><td rowspan=0>防災<td>システム障害の件数<td>126件<td>126件以下"
            "<tr><td>訓練の回数<td>―<td>5回<tr style='display:none'><td>隠し<td>1<td>2"
            "</table><p>※1 速報値</p><table><tr><th>事業名<th>予算額<tr><td>窓口<td>100</table>"
        )
        text = written(
            tmp_path, "\n".join(",".join(cells) for cells in [HEADER, *ROWS]), name="plan.csv"
        )
        plan = kk.read_plan(written(tmp_path, html))

        assert EXPECTED == verdicts(kk.read_plan(text))
        assert EXPECTED == verdicts(plan)
        assert "進捗管理表" == plan.title
        assert [("text-struck", "9割", "8割")] == [
            (each.code, each.text, each.detail) for each in plan.issues
        ]
        assert [
            ("encoding", "utf-8", 1),
            ("table-left", "「事業名」「予算額」", 12),
            ("hidden", "「隠し」 「1」 「2」", 1),
        ] == told(plan)
        assert ("※1 速報値",) == plan.remarks

    @pytest.mark.parametrize(
        ("said", "encoding", "found"),
        [
            ("<meta charset=utf-8>", "utf-8", "utf-8"),
            ("<meta charset='Shift_JIS'>", "cp932", "cp932"),
            (
                '<meta http-equiv="Content-Type" content="text/html; charset=x-sjis">',
                "cp932",
                "cp932",
            ),
            ("<meta charset=EUC-JP>", "euc_jp", "euc-jp"),
            ("<meta charset=x-euc-jp>", "euc_jp", "euc_jp"),
            ("<meta charset=iso-2022-jp>", "iso2022_jp", "iso-2022-jp"),
            ("<meta charset=nosuch>", "utf-8", "utf-8"),
            ("<meta charset=utf-8>", "cp932", "cp932"),
            ("<meta charset=shift_jis>", "utf-8-sig", "utf-8-sig"),
            ("", "utf-8", "utf-8"),
            ("", "utf-8-sig", "utf-8-sig"),
            ("", "utf-16", "utf-16"),
            ("", "cp932", "cp932"),
            ("", "euc_jp", "euc_jp"),
        ],
    )
    def test_encoding(self, tmp_path: Path, said: str, encoding: str, found: str) -> None:
        """What the page says, if it is that; else what fits."""
        path = written(tmp_path, HEAD.format(said) + TABLE, encoding, "plan.htm")
        plan = kk.read_plan(path)

        assert EXPECTED == verdicts(plan)
        assert [("encoding", found, 1)] == told(plan)

    def test_encoding_is_given(self, tmp_path: Path) -> None:
        path = written(tmp_path, HEAD.format("<meta charset=utf-8>") + TABLE, "cp932")
        plan = kk.read_plan(path, encoding="cp932")

        assert EXPECTED == verdicts(plan)
        assert [] == told(plan)

    def test_declared_as_xml(self, tmp_path: Path) -> None:
        html = '<?xml version="1.0" encoding="Shift_JIS"?><html>' + TABLE

        assert EXPECTED == verdicts(kk.read_plan(written(tmp_path, html, "cp932")))


class TestFaults:
    """What cannot be read is refused, with what to do."""

    def test_no_table(self, tmp_path: Path) -> None:
        path = written(tmp_path, "<p>計画<table><tr><th>事業名<th>予算額<tr><td>窓口<td>1</table>")

        assert "no table" in refused(path)
        assert "「事業名」→section 「予算額」" in refused(path)

    def test_no_text(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.html"
        path.write_bytes(b"<html>\x81\xff")

        assert "text in none of" in refused(path)

    @pytest.mark.parametrize("name", ["plan.xls", "plan.xlsx", "plan.csv", "plan.docx"])
    def test_other_names(self, tmp_path: Path, name: str) -> None:
        """A page saved under the name of a workbook stays refused."""
        message = refused(written(tmp_path, "<html>" + TABLE, name=name))

        assert "the content is a web page or XML" in message

    def test_other_content(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.html"
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

        assert "rename it to end in .xls" in refused(path)

    @pytest.mark.parametrize(
        ("html", "limits", "message"),
        [
            ("<p>甲" * 6, {"rows": 5}, "(rows: 5)"),
            ("<table>" + "<tr><td>甲<td>乙" * 6, {"rows": 5}, "(rows: 5)"),
            ("<table><tr>" + "<td>甲" * 6, {"columns": 5}, "(columns: 5)"),
            ("<table><tr><td>甲<td colspan=9999999>乙", {}, "(columns: 1,000)"),
            ("<table><tr>" + "<td>甲" * 6, {"cells": 5}, "(cells: 5)"),
            ("<p>甲" * 200, {"size": 600}, "(size: 600)"),
            ("<div>" * 3_000, {}, "truncated or damaged (<div> × 2000)"),
            ("<!--" * 3_000, {}, "truncated or damaged (<!-- × 1000)"),
            ("<td " * 3_000, {}, "truncated or damaged (< × 1000)"),
        ],
    )
    def test_limits(self, tmp_path: Path, html: str, limits: dict[str, int], message: str) -> None:
        assert message in refused(written(tmp_path, html), limits=kk.Limits(**limits))

    @pytest.mark.wide
    def test_corrupted(self, tmp_path: Path) -> None:
        """Whatever happens to the bytes, it is read or refused, and never falls over."""
        chance = random.Random(20)  # noqa: S311 - the same bytes each time
        whole = (HEAD.format("<meta charset=utf-8>") + TABLE).encode()
        path = tmp_path / "plan.html"
        for _ in range(200):
            path.write_bytes(spoilt(whole, chance))
            try:
                kk.read_plan(path)
            except kk.TableError as error:
                assert error.__notes__  # noqa: PT017 - reading it is as good
