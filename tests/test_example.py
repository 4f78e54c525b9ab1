"""The example as a newcomer runs it: the report, its formats, and what changes its answer."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

from sagamihara import EXAMPLE, EXPECTED, cells, copied, published, rows_of, script
from shared import shared_path

SCRIPT = script()
HEADER = "table no part indicator verdict reason rule actual target explanation"


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run the script here and return what it printed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["report.py", *arguments])
        assert SCRIPT.main() == 0
    return capsys.readouterr().out


def verdicts(capsys: pytest.CaptureFixture[str], path: Path) -> dict[str, tuple[str, str]]:
    """Return verdict and reason by ``table no part`` (no part: ``table no``)."""
    lines = report(capsys, "--format", "tsv", "--input", str(path)).splitlines()
    rows = [line.split("\t") for line in lines[1:]]
    return {" ".join(row[:3]).strip(): (row[4], row[5]) for row in rows}


def run(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the script as a process of its own."""
    return subprocess.run(
        [sys.executable, str(EXAMPLE / "report.py"), *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=os.environ | {"COLUMNS": ""} | (env or {}),
    )


class Run(Protocol):
    """What runs the script in this process."""

    def __call__(self, *arguments: str, **environment: str) -> tuple[int, str, str]:
        """Return the exit code, and what is said on the two streams."""
        ...


@pytest.fixture
def here(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs the script in this process, as if it were one of its own."""

    def run_here(*arguments: str, **environment: str) -> tuple[int, str, str]:
        for name, value in ({"COLUMNS": ""} | environment).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["report.py", *arguments])
        try:
            code = SCRIPT.main()
        except SystemExit as error:
            code = error.code
        return code, *capsys.readouterr()

    return run_here


class TestVerdicts:
    """Every row has the verdict that a careful person reaches."""

    def test_columns(self, capsys: pytest.CaptureFixture[str]) -> None:
        lines = report(capsys, "--format", "tsv").splitlines()

        assert HEADER.split() == lines[0].split("\t")
        assert {10} == {len(line.split("\t")) for line in lines}

    def test_as_written_by_hand(self, capsys: pytest.CaptureFixture[str]) -> None:
        lines = report(capsys, "--format", "tsv").splitlines()
        rows = [line.split("\t") for line in lines[1:]]

        assert EXPECTED == [(*row[:3], *row[4:6]) for row in rows]

    def test_as_specified(self, capsys: pytest.CaptureFixture[str]) -> None:
        path = shared_path("sagamihara", "expected_verdicts.tsv")
        specified = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
        printed = report(capsys, "--format", "tsv").splitlines()[1:]
        rows = [line.split("\t") for line in printed]

        assert [(*row[:3], row[5]) for row in specified] == [(*row[:3], row[4]) for row in rows]
        assert [row[6] for row in specified] == [
            row[5] if wanted[6] else "" for row, wanted in zip(rows, specified, strict=True)
        ]

    def test_published_layout_reads_the_same(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "published.txt"
        path.write_text(published(), encoding="utf-8")

        for form in ("text", "markdown", "tsv"):
            assert report(capsys, "--format", form) == report(
                capsys, "--format", form, "--input", str(path)
            )

    def test_published_file_reads_the_same(self, capsys: pytest.CaptureFixture[str]) -> None:
        path = shared_path("sagamihara", "published.txt")

        assert report(capsys) == report(capsys, "--input", str(path))


class TestChanges:
    """The answer changes when the data do, and only for the row that they belong to."""

    @pytest.mark.parametrize(
        ("table", "number", "old", "new", "row", "verdict"),
        [
            ("measures", "", "48.2%", "55.0%", "1 3-3 2", ("achieved", "")),
            ("measures", "3-3", "80%以上", "80%超", "1 3-3 1", ("not_achieved", "")),
            (
                "projects",
                "16",
                "9割以上",
                "7割以上",
                "2 16",
                ("indeterminate", "interval-straddles"),
            ),
            ("projects", "19", "59件", "127件", "2 19", ("not_achieved", "")),
            ("projects", "31", "89.1%", "85.9%", "2 31", ("not_achieved", "")),
            ("projects", "23", "合計52種類", "合計50種類", "2 23", ("not_achieved", "")),
        ],
    )
    def test_one_cell(
        self,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        table: str,
        number: str,
        old: str,
        new: str,
        row: str,
        verdict: tuple[str, str],
    ) -> None:
        path = copied(tmp_path)
        before = verdicts(capsys, path)
        change(tmp_path / f"{table}.tsv", number, old, new)

        assert before | {row: verdict} == verdicts(capsys, path)
        assert before[row] != verdict

    def test_an_actual_for_what_was_left_undefined(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = copied(tmp_path)
        actual = next(cells[6] for cells in rows_of("projects") if cells[2] == "32")
        change(tmp_path / "projects.tsv", "32", actual, "85%")

        assert ("indeterminate", "defined-elsewhere") == verdicts(capsys, path)["2 32"]

    @pytest.mark.wide
    @pytest.mark.parametrize(
        ("name", "column", "index"),
        [
            *(("measures", 4, index) for index in range(1, 10)),
            *(("projects", 6, index) for index in range(1, 34)),
        ],
    )
    def test_no_actual_is_never_zero(
        self,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        name: str,
        column: int,
        index: int,
    ) -> None:
        path = copied(tmp_path)
        rows = rows_of(name)
        rows[index][column] = ""
        (tmp_path / f"{name}.tsv").write_text(
            "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8"
        )
        place = index - 1 + (9 if name == "projects" else 0)
        wanted = list(EXPECTED)
        if wanted[place][4] != "exploratory":
            wanted[place] = (*wanted[place][:3], "indeterminate", "no-actual")
        found = verdicts(capsys, path)

        assert [tuple(row[3:]) for row in wanted] == list(found.values())


def change(path: Path, number: str, old: str, new: str) -> None:
    """Change one cell's text, in the row of a number."""
    lines = path.read_text(encoding="utf-8").splitlines()
    at = 2 if path.stem == "projects" else 0
    for index, line in enumerate(lines):
        if line.split("\t")[at] == number and old in line:
            lines[index] = line.replace(old, new)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


class TestReport:
    """The report shows what was published, word for word, and what follows from it."""

    @pytest.mark.parametrize("form", ["text", "markdown"])
    @pytest.mark.parametrize("lang", ["ja", "en"])
    def test_every_published_cell_on_a_line(
        self, capsys: pytest.CaptureFixture[str], form: str, lang: str
    ) -> None:
        text = report(capsys, "--format", form, "--lang", lang)

        assert [] == [cell for cell in cells() if cell not in text]

    @pytest.mark.parametrize("form", ["text", "markdown"])
    def test_headline(self, capsys: pytest.CaptureFixture[str], form: str) -> None:
        text = report(capsys, "--format", form)

        assert "16/20 = 80%(達成16、未達成4)。公表値と一致する" in text
        assert "16/21～17/21(76%～81%)" in text
        assert "一つの読み方であって、資料に書かれた事実ではない" in text
        for name in (
            "7 相模原市公式ホームページ管理システム更新",
            "8 電子書籍の導入及び研究",
            "15 ICTを活用した多様なワークスタイルの創出",
            "18 プリンタと複合機の統合及び個人認証管理機能の導入",
            "12 市議会対応事務の電子化",
            "32 職員のICTスキルの向上",
        ):
            assert f"- {name}" in text

    def test_arithmetic(self, capsys: pytest.CaptureFixture[str]) -> None:
        text = report(capsys)

        assert "2,843 + 3,583 + 6,169 + 7,244 = 19,839時間  ○ 公表値19,839時間と一致" in text
        assert "140件 - 10% = 126件  ○ 公表値126件と一致" in text
        assert "重点事業:16/20 = 80%  ○ 公表値80%と一致" in text

    @pytest.mark.parametrize(
        ("table", "number", "old", "new", "line"),
        [
            (
                "measures",
                "2-1",
                "2,843",
                "2,844",
                "2,844 + 3,583 + 6,169 + 7,244 = 19,840時間  × 公表値19,839時間と一致しない",
            ),
            ("projects", "19", "140件", "150件", "150件 - 10% = 135件  × 公表値126件と一致しない"),
            ("projects", "7", "25,557,731", "35,557,731", "重点事業:17/20 = 85%  × 公表値80%"),
        ],
    )
    def test_arithmetic_is_done_again(
        self,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        table: str,
        number: str,
        old: str,
        new: str,
        line: str,
    ) -> None:
        path = copied(tmp_path)
        change(tmp_path / f"{table}.tsv", number, old, new)

        assert line in report(capsys, "--input", str(path))

    def test_english_speaks_english(self, capsys: pytest.CaptureFixture[str]) -> None:
        text = report(capsys, "--lang", "en")

        assert "16/20 = 80% (achieved 16, not achieved 4), as published" in text
        assert "a reading that fits, not a documented fact" in text
        assert "The actual (FY2024) is 70%, 10 points short of the target of at least 80%." in text

    def test_as_of(self, capsys: pytest.CaptureFixture[str]) -> None:
        loaded = json.loads(report(capsys, "--format", "json", "--as-of", "2024-03-31"))

        assert "2024-03-31" == loaded["as_of"]


class TestProcess:
    """The script behaves as a command should."""

    def test_runs_without_arguments(self) -> None:
        done = run()

        assert (0, "") == (done.returncode, done.stderr)
        assert done.stdout.startswith("相模原市ICT総合戦略\n")
        assert "\N{ESCAPE}" not in done.stdout

    def test_columns(self) -> None:
        done = run(env={"COLUMNS": "80"})

        assert "=" * 80 in done.stdout.splitlines()[:10]

    @pytest.mark.parametrize("form", ["json", "tsv", "markdown"])
    def test_data_do_not_hang_on_the_terminal(self, here: Run, form: str) -> None:
        assert here("--format", form) == here("--format", form, COLUMNS="60")

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (["--format", "doc"], "invalid choice: 'doc'"),
            (["--format", "pdf"], "pdf is not printed: name a file with -o"),
            (["-o", "a.doc"], "-o names no format: end it in one of .txt .md"),
        ],
    )
    def test_misuse(self, here: Run, words: list[str], told: str) -> None:
        code, printed, said = here(*words)

        assert (2, "") == (code, printed)
        assert told in said

    @pytest.mark.parametrize(
        ("form", "library", "start"),
        [
            ("html", "attrs", b"<!doctype html>"),
            ("xlsx", "xlsxwriter", b"PK"),
            ("pdf", "typst", b"%PDF"),
        ],
    )
    def test_file(self, here: Run, tmp_path: Path, form: str, library: str, start: bytes) -> None:
        pytest.importorskip(library)
        path = tmp_path / f"sagamihara.{form}"
        code, printed, said = here("--format", form, "-o", str(path))
        if "no font for Japanese" in said or "フォントがない" in said:
            pytest.skip("no font for Japanese is installed")

        assert (0, "", "") == (code, printed, said)
        assert path.read_bytes().startswith(start)

    def test_file_is_there(self, here: Run, tmp_path: Path) -> None:
        path = tmp_path / "a.html"
        path.touch()

        told = f"{path}: the file exists already: give force=True (--force) to replace it"
        assert (2, "", f"report.py: {told}\n") == here("-o", str(path), "--lang", "en")
        assert (0, "", "") == here("-o", str(path), "--force")

    def test_no_such_file(self, tmp_path: Path) -> None:
        done = run("--input", str(tmp_path / "plan.txt"))

        assert (3, "") == (done.returncode, done.stdout)
        assert done.stderr.startswith(f"report.py: {tmp_path / 'plan.txt'}: ")
        assert 1 == done.stderr.count("\n")

    def test_folder(self, here: Run, tmp_path: Path) -> None:
        code, _, said = here("--input", str(tmp_path))

        assert (3, 1) == (code, said.count("\n"))

    @pytest.mark.parametrize(
        ("lang", "told"),
        [
            ("ja", ":1: バイト0x95(位置0)はutf-8の文字でない。encoding='cp932'を試す\n"),
            ("en", ":1: the byte 0x95 at offset 0 is not utf-8 text: try encoding='cp932'\n"),
        ],
    )
    def test_other_encoding(self, here: Run, tmp_path: Path, lang: str, told: str) -> None:
        path = tmp_path / "plan.txt"
        path.write_bytes("表\t目標値".encode("cp932"))
        given = ("--input", str(path), "--encoding")

        assert (3, "", f"report.py: {path}{told}") == here(*given, "utf-8", "--lang", lang)
        assert 3 == here(*given, "cp932")[0]  # no table

    def test_encoding_is_found(self, here: Run, tmp_path: Path) -> None:
        path = tmp_path / "plan.txt"
        path.write_bytes("指標名\t実績値(R5)\t目標値\n利用者数\t3人\t2人以上\n".encode("cp932"))
        code, printed, said = here("--input", str(path), "--format", "tsv")

        assert (0, "") == (code, said)
        assert "利用者数\tachieved" in printed

    def test_pipe_that_closes_early(self) -> None:
        command = f"{sys.executable} {EXAMPLE / 'report.py'} | head -1"
        shell = shutil.which("bash")
        if shell is None:
            pytest.skip("no bash here")
        done = subprocess.run(
            [shell, "-o", "pipefail", "-c", command],
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

        assert ("相模原市ICT総合戦略\n", "", 0) == (done.stdout, done.stderr, done.returncode)

    @pytest.mark.parametrize("setting", [{}, {"NO_COLOR": "1"}])
    def test_colour_on_a_terminal_only(self, setting: dict[str, str]) -> None:
        pty = pytest.importorskip("pty")
        leader, follower = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, str(EXAMPLE / "report.py")],
            stdout=follower,
            env={**os.environ, "COLUMNS": "80", "NO_COLOR": "", **setting},
        )
        os.close(follower)
        text = b""
        try:
            while piece := os.read(leader, 65536):
                text += piece
        except OSError:  # how Linux says that the other side has closed
            pass
        os.close(leader)

        assert 0 == process.wait()
        assert (b"\x1b[31m" in text) is not bool(setting)
        assert "× 未達成".encode() in text


class TestPackage:
    """The data package is what it says."""

    def test_valid(self) -> None:
        frictionless = pytest.importorskip("frictionless")

        result = frictionless.validate(str(EXAMPLE / "datapackage.json"))

        assert result.valid, result.flatten(["rowNumber", "fieldNumber", "message"])

    def test_cells_are_those_published(self) -> None:
        text = shared_path("sagamihara", "published.txt").read_text(encoding="utf-8")
        words = [cell for line in text.split("\n") for cell in line.split("\t") if cell.strip()]

        assert set(words) == set(cells())
