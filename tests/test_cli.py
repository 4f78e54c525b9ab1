"""The command line as its users meet it: by process, with whole messages and exit codes."""

from __future__ import annotations

import importlib
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import kpikit as kk
from kpikit import report
from kpikit.analysis.scheme import shipped
from kpikit.cli import arguments, main, near, progress, sizes, streams
from kpikit.language.errors import MissingDependencyError
from kpikit.language.messages import Language
from sagamihara import EXAMPLE, copied

PACKAGE = str(EXAMPLE / "datapackage.json")
COMMANDS = (
    *("evaluate", "report", "audit", "reconcile", "compare", "draft", "template", "read"),
    *("schemes", "convert", "chart"),
)
#: What runs in the background of a shell ignores the keyboard; this does not.
#: kpikit as the shell of a terminal starts it, which says when it has been loaded.
HEARS_THE_KEYBOARD = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "import kpikit.cli; print('loaded', flush=True); "
    "runpy.run_module('kpikit', run_name='__main__', alter_sys=True)"
)
HEAD = "No.\t事業名\t指標名\t実績値(R5)\t目標値\n"


def process(
    *words: str, env: dict[str, str] | None = None, feed: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kpikit", *words],
        capture_output=True,
        check=False,
        encoding="utf-8",
        input=feed,
        env=os.environ | {"COLUMNS": ""} | (env or {}),
    )


def run(*words: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line in this process, with streams as it would have in one of its own."""
    printed, said = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ({"COLUMNS": ""} | (env or {})).items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdout", printed)
        patch.setattr(sys, "stderr", said)
        try:
            code = main([*words])
        except SystemExit as error:
            code = int(error.code or 0)
    told = []
    for stream in (printed, said):
        stream.flush()
        stream.seek(0)
        told.append(stream.read())
    return subprocess.CompletedProcess(words, code, *told)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "plan.tsv"
    path.write_text(f"{HEAD}1\t甲\t数\t3件\t2件以上\n2\t乙\t率\t40%\t50%以上\n", encoding="utf-8")
    return path


class TestHelp:
    """Help and version, quickly, in either language."""

    def test_japanese(self) -> None:
        done = process("--help")

        assert (0, "") == (done.returncode, done.stderr)
        assert done.stdout.startswith(
            "使い方: kpikit [-h] [--version] [--lang {ja,en}] [--debug] COMMAND ...\n"
        )
        for command in COMMANDS:
            assert f"\n    {command} " in done.stdout

    @pytest.mark.parametrize("words", [[], ["--lang", "ja"]])
    def test_alone(self, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
        """Without a command there is nothing wrong: the help says what there is."""
        assert 0 == main(words)
        told = capsys.readouterr().out
        with pytest.raises(SystemExit):
            main(["--help"])

        assert told == capsys.readouterr().out

    @pytest.mark.parametrize("words", [["--lang", "en", "--help"], ["--help", "--lang=en"]])
    def test_english(self, words: list[str]) -> None:
        told = run(*words).stdout

        assert told.startswith("usage: kpikit ")
        assert "exit codes:\n  0 it worked" in told

    @pytest.mark.parametrize("command", COMMANDS)
    @pytest.mark.parametrize("lang", ["ja", "en"])
    def test_of_a_command(
        self, capsys: pytest.CaptureFixture[str], command: str, lang: Language
    ) -> None:
        with pytest.raises(SystemExit) as caught:
            main([command, "--help", "--lang", lang])

        told = capsys.readouterr().out
        assert 0 == caught.value.code
        assert f"kpikit {command}" in told
        assert all(streams_width(line) <= 80 for line in told.splitlines())

    def test_version(self) -> None:
        done = process("--version")

        assert (0, f"kpikit {kk.__version__}\n", "") == (done.returncode, done.stdout, done.stderr)

    def test_loads_nothing_else(self) -> None:
        loaded = imported("-m", "kpikit", "--help") - imported("-c", "pass")
        ours = {name for name in loaded if name.startswith("kpikit")}

        assert ours == {
            "kpikit",
            "kpikit.cli",
            "kpikit.cli.arguments",
            "kpikit.language",
            "kpikit.language.messages",
            "kpikit.language.width",
        }
        assert not loaded & {"attr", "cattrs", "rich", "json", "shutil", "typing"}

    def test_formats_are_those_of_the_reports(self) -> None:
        assert report.FORMATS == arguments.FORMATS
        assert set(report.SUFFIXES) == set(arguments.OUTPUTS)

    def test_width(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "50")
        with pytest.raises(SystemExit):
            main(["--help"])

        assert max(map(streams_width, capsys.readouterr().out.splitlines())) <= 50


def imported(*words: str) -> set[str]:
    """Return the modules that an interpreter imports."""
    told = subprocess.run(
        [sys.executable, "-X", "importtime", *words],
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stderr
    return {line.rsplit("|")[-1].strip() for line in told.splitlines()}


def streams_width(line: str) -> int:
    from kpikit.language.width import width  # a name that tests use for other things

    return width(line)


class TestMisuse:
    """2, and what to do, without a traceback."""

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (["report", "a.tsv"], "kpikit report: 使い方の誤り: -oを指定する\n"),
            (
                ["evaluate", "a", "--lang", "en", "--huh"],
                "kpikit: error: unknown arguments: --huh\n",
            ),
            (["evaluate"], "kpikit evaluate: 使い方の誤り: FILEを指定する\n"),
            (
                ["evaluate", "a", "--fromat", "tsv"],
                "kpikit: 使い方の誤り: 知らない引数である: --fromat tsv(もしかして: --format)\n",
            ),
            (
                ["evaluate", "a", "--format", "pdf"],
                (
                    "kpikit evaluate: 使い方の誤り: --formatに'pdf'はない。"
                    "text, markdown, json, tsv, htmlのどれかを指定する\n"
                ),
            ),
            (
                ["evaluate", "a", "--as-of", "R6"],
                (
                    "kpikit evaluate: 使い方の誤り: "
                    "--as-of: 「R6」は日付でない。2024-03-31 のように書く\n"
                ),
            ),
            (
                ["report", "a", "-o", "a.doc", "--lang", "en"],
                (
                    "kpikit report: error: -o: 'a.doc' names no format: "
                    "end it in one of .html .htm .xlsx .docx .pdf .md .json .tsv .txt\n"
                ),
            ),
            (
                ["draft", "a", "-o", "a.csv", "--lang", "en"],
                "kpikit draft: error: -o: 'a.csv' names no format: end it in one of .xlsx\n",
            ),
            (
                ["template", "-o", "a.xlsx", "--year", "R5-07"],
                "kpikit template: 使い方の誤り: --year: 「R5-07」は年度でない。R7 のように書く\n",
            ),
            (
                ["template", "-o", "a.csv"],
                "kpikit: 「a.csv」の形式が分からない。名前の終わりを次のどれかにする: .xlsx\n",
            ),
            (
                ["template", "-o", "forms", "--by-department"],
                "kpikit: --by-department には --plan と、書き先のフォルダが要る\n",
            ),
            (
                ["template", "-o", "a.xlsx", "--plan", "a", "--by-department", "--lang", "en"],
                "kpikit: --by-department needs --plan, and a folder to write to\n",
            ),
            (["evaluate", "a", "--as-of"], "kpikit evaluate: 使い方の誤り: --as-ofに値が要る\n"),
        ],
    )
    def test_words(self, words: list[str], told: str) -> None:
        done = run(*words)

        assert (2, "") == (done.returncode, done.stdout)
        assert told == done.stderr[f"\n{done.stderr}".index("\nkpikit") :]

    def test_what_argparse_says_otherwise(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit):
            arguments.parser_of("en").error("something new")

        assert capsys.readouterr().err.endswith("kpikit: error: something new\n")

    def test_scheme_that_is_none(self) -> None:
        done = run("evaluate", PACKAGE, "--scheme", "none", "--lang", "en")

        assert (2, "") == (done.returncode, done.stdout)
        assert (
            f"kpikit: no scheme is called 'none'; kpikit ships {', '.join(shipped())}\n"
            == done.stderr
        )

    def test_scheme_that_is_none_in_japanese(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert 2 == main(["evaluate", PACKAGE, "--scheme", "none"])

        assert capsys.readouterr().err.startswith(
            "kpikit: 「none」という評価基準はない。あるのは arrows, "
        )

    def test_output_is_there(self, table: Path, tmp_path: Path) -> None:
        output = tmp_path / "a.html"
        output.write_bytes(b"mine")
        done = run("report", str(table), "-o", str(output))

        told = (
            f"kpikit: {output}: 既にファイルがある。"
            "上書きするときは force=True(--force)を指定する\n"
        )
        assert (2, "", told) == (done.returncode, done.stdout, done.stderr)
        assert b"mine" == output.read_bytes()
        assert 0 == run("report", str(table), "-o", str(output), "--force").returncode
        assert output.read_bytes().startswith(b"<!doctype html>")

    def test_output_folder(self, table: Path, tmp_path: Path) -> None:
        done = run("report", str(table), "-o", str(tmp_path / "none" / "a.html"), "--lang", "en")

        told = "there is no such folder: make it first"
        assert (2, f"kpikit: {tmp_path / 'none'}: {told}\n") == (done.returncode, done.stderr)

    @pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
    )
    def test_read_only_folder(self, table: Path, tmp_path: Path) -> None:
        folder = tmp_path / "locked"
        folder.mkdir(mode=0o500)
        done = run("report", str(table), "-o", str(folder / "a.html"), "--lang", "en")

        told = "the folder cannot be written to: check its permissions, or name another place"
        assert (2, f"kpikit: {folder}: {told}\n") == (done.returncode, done.stderr)

    @pytest.mark.parametrize("command", [["report", "-o"], ["convert"]])
    def test_output_onto_the_input(self, tmp_path: Path, command: list[str]) -> None:
        """Not even with --force: a city's own workbook is not replaced by its report."""
        source = tmp_path / "plan.tsv"
        source.write_text(HEAD, encoding="utf-8")
        name, *flags = command
        done = run(name, str(source), *flags, str(source), "--force", "--lang", "en")

        told = "the plan is read from this file: choose another name"
        assert HEAD == source.read_text(encoding="utf-8")
        assert (2, f"kpikit: {source}: {told}\n") == (done.returncode, done.stderr)

    @pytest.mark.parametrize("command", [["report", "-o"], ["convert"]])
    def test_output_onto_a_resource(self, tmp_path: Path, command: list[str]) -> None:
        """A package is read from several files."""
        for path in EXAMPLE.glob("*.*s*"):
            (tmp_path / path.name).write_bytes(path.read_bytes())
        name, *flags = command
        resource = tmp_path / "measures.tsv"
        mine = resource.read_bytes()
        done = run(
            name,
            str(tmp_path / "datapackage.json"),
            *flags,
            str(resource),
            "--force",
            "--lang",
            "en",
        )

        told = "the plan is read from this file: choose another name"
        assert mine == resource.read_bytes()
        assert (2, f"kpikit: {resource}: {told}\n") == (done.returncode, done.stderr)

    def test_missing_library(
        self,
        table: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setitem(sys.modules, "typst", None)
        monkeypatch.setattr(sys, "executable", "/opt/python")

        assert 2 == main(["report", str(table), "-o", str(tmp_path / "a.pdf"), "--lang", "en"])
        assert (
            'kpikit: typst is not installed: run /opt/python -m pip install "kpikit[pdf]"\n'
            == capsys.readouterr().err
        )
        assert [table] == list(tmp_path.iterdir())


class TestUnreadable:
    """3, and which file is wrong how."""

    @pytest.mark.parametrize(
        ("lang", "told"),
        [
            ("ja", "ファイルがない。パス"),
            ("en", "no such file: check the path"),
        ],
    )
    def test_no_file(self, tmp_path: Path, lang: str, told: str) -> None:
        path = tmp_path / "none.tsv"
        done = run("evaluate", str(path), "--lang", lang)

        assert (3, "") == (done.returncode, done.stdout)
        assert done.stderr.startswith(f"kpikit: {path}: {told}")
        assert 1 == done.stderr.count("\n")

    def test_folder(self, tmp_path: Path) -> None:
        done = run("audit", str(tmp_path))

        assert (3, "") == (done.returncode, done.stdout)
        assert 1 == done.stderr.count("\n")
        assert "Traceback" not in done.stderr

    def test_no_table(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.tsv"
        path.write_text("表はない\n", encoding="utf-8")
        done = run("report", str(path), "-o", str(tmp_path / "a.html"))

        assert (3, "") == (done.returncode, done.stdout)
        assert done.stderr.startswith(f"kpikit: {path}: ")
        assert [path] == list(tmp_path.iterdir())

    def test_strict(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.tsv"
        path.write_text(f"{HEAD}1\t甲\t数\t12フィートぐらい?\t2件以上\n", encoding="utf-8")

        assert 0 == run("evaluate", str(path)).returncode
        done = run("evaluate", str(path), "--strict")
        assert (3, "") == (done.returncode, done.stdout)
        assert f"{path}:2" in done.stderr
        assert "^" in done.stderr

    def test_layout_that_is_none(self, table: Path, tmp_path: Path) -> None:
        done = run("evaluate", str(table), "--layout", str(tmp_path / "none.toml"))

        assert (3, f"kpikit: {tmp_path / 'none.toml'}: ファイルがない。パスを確かめる\n") == (
            done.returncode,
            done.stderr,
        )

    def test_encoding(self, tmp_path: Path) -> None:
        path = tmp_path / "plan.tsv"
        path.write_bytes(f"{HEAD}1\t甲\t数\t3件\t2件以上\n".encode("cp932"))

        assert 3 == run("evaluate", str(path), "--encoding", "utf-8").returncode
        assert "○ 達成" in run("evaluate", str(path), "--encoding", "cp932").stdout
        assert "○ 達成" in run("evaluate", str(path)).stdout


class TestNear:
    """What was probably meant is asked."""

    @pytest.mark.parametrize(
        ("lang", "told"),
        [("ja", "(もしかして: plan.csv)\n"), ("en", " (did you mean plan.csv?)\n")],
    )
    def test_file(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, told: str
    ) -> None:
        (tmp_path / "plan.csv").touch()
        (tmp_path / "other.txt").touch()

        assert 3 == main(["evaluate", str(tmp_path / "paln.csv"), "--lang", lang])
        assert capsys.readouterr().err.endswith(told)

    def test_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit):
            main(["evalaute", "a", "--lang", "en"])
        assert capsys.readouterr().err.endswith(" (did you mean evaluate?)\n")

    def test_command_with_escapes(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit):
            main(["\x1b[31mread\u202e"])
        assert not {"\x1b", "\u202e"} & set(capsys.readouterr().err)

    def test_no_file_is_near(self, tmp_path: Path) -> None:
        there = FileNotFoundError(2, "none", str(tmp_path / "plan.csv"))

        assert "" == near.file_hint(there, "en")
        apart = FileNotFoundError(2, "none", str(tmp_path / "no folder" / "plan.csv"))
        assert "" == near.file_hint(apart, "en")
        assert "" == near.file_hint(FileNotFoundError("none"), "en")
        assert "" == near.file_hint(IsADirectoryError(21, "a folder", str(tmp_path)), "en")

    def test_name_with_escapes(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A name can neither begin a line of its own nor command the terminal."""
        name = "pl\nan\x1b[31m\u202e.csv"
        (tmp_path / f"{name}x").touch()

        assert 3 == main(["evaluate", str(tmp_path / name)])
        told = capsys.readouterr().err
        assert 1 == told.count("\n")
        assert not {"\x1b", "\u202e"} & set(told)
        assert "pl an\ufffd[31m\ufffd.csvx)" in told


class TestEvaluate:
    """The report on the standard output."""

    def test_text(self) -> None:
        done = process("evaluate", PACKAGE)

        assert (0, "") == (done.returncode, done.stderr)
        assert report.render(kk.evaluate(kk.read_plan(PACKAGE))) == done.stdout

    @pytest.mark.parametrize("form", report.FORMATS)
    @pytest.mark.parametrize("lang", ["ja", "en"])
    def test_formats(self, capsys: pytest.CaptureFixture[str], form: str, lang: Language) -> None:
        assert 0 == main(["evaluate", PACKAGE, "--format", form, "--lang", lang])

        result = kk.evaluate(kk.read_plan(PACKAGE))
        assert report.render(result, form, lang=lang) == capsys.readouterr().out

    def test_language_before_the_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 == main(["--lang", "en", "evaluate", PACKAGE])

        assert "Judged as of 31 March 2025" in capsys.readouterr().out

    def test_as_of(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["evaluate", PACKAGE, "--as-of", "2024-03-31", "--format", "json"])

        assert "2024-03-31" == json.loads(capsys.readouterr().out)["as_of"]

    @pytest.mark.parametrize(
        ("words", "verdict"),
        [
            ([], "indeterminate"),
            (["--assume", "higher"], "achieved"),
            (["--assume", "lower"], "not_achieved"),
        ],
    )
    def test_assume(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], verdict: str
    ) -> None:
        path = tmp_path / "plan.tsv"
        path.write_text(f"{HEAD}1\t甲\t数\t3件\t2件\n", encoding="utf-8")
        main(["evaluate", str(path), "--format", "json", *words])

        (table,) = json.loads(capsys.readouterr().out)["tables"]
        assert [verdict] == [row["verdict"] for row in table["groups"][0]["rows"]]

    @pytest.mark.parametrize("form", report.FORMATS)
    def test_scheme(self, capsys: pytest.CaptureFixture[str], form: str) -> None:
        name = "miyagi"
        assert 0 == main(["evaluate", PACKAGE, "--scheme", name, "--format", form])

        assert name in capsys.readouterr().out or form == "text"

    @pytest.mark.parametrize(
        ("words", "code"),
        [
            ([], 0),
            (["--fail-on", "issues"], 0),
            (["--fail-on", "not-achieved"], 1),
            (["--fail-on", "issues", "--fail-on", "indeterminate"], 1),
        ],
    )
    def test_fail_on(self, words: list[str], code: int) -> None:
        done = run("evaluate", PACKAGE, *words)

        assert (code, "") == (done.returncode, done.stderr)
        assert done.stdout.startswith("相模原市ICT総合戦略\n")

    def test_fail_on_issues(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "plan.tsv"
        path.write_text(f"{HEAD}1\t甲\t数\t12フィートぐらい?\t2件以上\n", encoding="utf-8")

        assert 1 == main(["evaluate", str(path), "--fail-on", "issues"])
        assert "読み取りの問題点" in capsys.readouterr().out

    def test_layout(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        table, layout = tmp_path / "plan.tsv", tmp_path / "layout.toml"
        table.write_text("しるし\tいま\tめざす値\n数\t3件\t2件以上\n", encoding="utf-8")
        layout.write_text(
            '[columns]\n"しるし" = "indicator"\n"いま" = "actual"\n"めざす値" = "target"\n',
            encoding="utf-8",
        )

        assert 0 == main(["evaluate", str(table), "--layout", str(layout)])
        assert "○ 達成" in capsys.readouterr().out


def written(path: Path, told: str = "{} を書いた({} kB)\n") -> str:
    """Return what is said of a file of thousands of bytes."""
    return told.format(path, round(path.stat().st_size / 1000))


class TestPrevious:
    """What changed since the edition before stands in the report."""

    @pytest.mark.parametrize(
        ("form", "lines"),
        [
            ("text", ["前の年度版からの変化", "目標の緩和(1件)"]),
            ("markdown", ["## 前の年度版からの変化", "### 目標の緩和(1件)"]),
        ],
    )
    def test_changes(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, lines: list[str]
    ) -> None:
        old, new = tmp_path / "old.tsv", tmp_path / "new.tsv"
        old.write_text("指標名\t目標値\t実績値\n窓口の数\t8件以上\t9件\n", encoding="utf-8")
        new.write_text("指標名\t目標値\t実績値\n窓口の数\t7件以上\t9件\n", encoding="utf-8")

        assert 0 == main(["evaluate", str(new), "--previous", str(old), "--format", form])
        assert {*lines} <= {*capsys.readouterr().out.splitlines()}
        assert 0 == main(["evaluate", str(new), "--previous", str(new), "--format", form])
        assert "前の年度版から変わったところはない。" in capsys.readouterr().out

    def test_report(self, tmp_path: Path) -> None:
        output = tmp_path / "a.txt"

        assert 0 == main(["report", PACKAGE, "-o", str(output), "--previous", PACKAGE])
        assert "前の年度版から変わったところはない。" in output.read_text(encoding="utf-8")


class TestDraft:
    """How a table is read as a workbook, which is then a layout."""

    UNKNOWN = "しるし\tいま\tのぞむ値\n甲の数\t3件\t2件以上\n"

    @pytest.fixture
    def unknown(self, tmp_path: Path) -> Path:
        path = tmp_path / "unknown.tsv"
        path.write_text(self.UNKNOWN, encoding="utf-8")
        return path

    def test_refused_and_named(
        self, unknown: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What is refused says how to name it, and the draft that it names does."""
        openpyxl = pytest.importorskip("openpyxl")
        draft = tmp_path / "draft.xlsx"
        assert 3 == main(["evaluate", str(unknown)])
        assert (
            f"kpikit: {unknown}: 指標の表がない。"
            "見出しに「指標名」「目標値」「実績値」に当たる語が要る"
            "(見つけた見出し: 「しるし」 「いま」 「のぞむ値」)。見出しが違うときは、"
            f"kpikit draft {unknown} -o draft.xlsx で見出しの一覧を作り、"
            "役割を選んで --layout draft.xlsx と指定する\n"
        ) == capsys.readouterr().err

        assert 0 == main(["draft", str(unknown), "-o", str(draft)])
        assert (
            written(draft),
            (
                f"kpikit: {unknown} はまだ判定できない。"
                f"{draft} の「見出し」で役割を選び、--layout に指定する\n"
            ),
        ) == capsys.readouterr()
        book = openpyxl.load_workbook(draft)
        words = {"しるし": "指標名", "いま": "実績値", "のぞむ値": "目標値"}
        for row in book["見出し"].iter_rows(min_row=2):
            row[5].value = words.get(row[0].value)
        book.save(draft)

        assert 0 == main(["evaluate", str(unknown), "--layout", str(draft)])
        assert "○ 達成" in capsys.readouterr().out

    def test_read(self, table: Path, tmp_path: Path) -> None:
        draft = tmp_path / "draft.xlsx"
        done = run("draft", str(table), "-o", str(draft), "--lang", "en")

        told = written(draft, "{} was written ({} kB)\n")
        assert (0, told, "") == (done.returncode, done.stdout, done.stderr)
        assert draft.read_bytes().startswith(b"PK")
        assert 2 == run("draft", str(table), "-o", str(draft)).returncode

    def test_unreadable(self, tmp_path: Path) -> None:
        done = run("draft", str(tmp_path / "none.csv"), "-o", str(tmp_path / "draft.xlsx"))

        assert (
            3,
            f"kpikit: {tmp_path / 'none.csv'}: ファイルがない。パスと拡張子を確かめる\n",
        ) == (
            done.returncode,
            done.stderr,
        )

    def test_layout_that_is_none(self, table: Path, tmp_path: Path) -> None:
        layout = tmp_path / "layout.xlsx"
        layout.write_bytes(b"mine")
        done = run("draft", str(table), "-o", str(tmp_path / "a.xlsx"), "--layout", str(layout))

        assert 3 == done.returncode


class TestTemplate:
    """A workbook that collects figures."""

    def test_empty(self, tmp_path: Path) -> None:
        path = tmp_path / "a.xlsx"
        done = run("template", "-o", str(path), "--year", "R7")

        assert (0, written(path), "") == (done.returncode, done.stdout, done.stderr)
        assert path.read_bytes().startswith(b"PK")

    def test_of_a_plan(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        path = tmp_path / "a.xlsx"

        assert 0 == main(["template", "-o", str(path), "--plan", PACKAGE, "--year", "R7"])
        assert (written(path), "") == capsys.readouterr()
        assert 43 == openpyxl.load_workbook(path).worksheets[0].max_row

    def test_by_department(self, tmp_path: Path) -> None:
        words = ["template", "-o", str(tmp_path / "forms"), "--plan", PACKAGE, "--by-department"]

        assert 0 == main(words)
        assert "区政推進課.xlsx" in [path.name for path in (tmp_path / "forms").iterdir()]
        assert 2 == main(words)
        assert 0 == main([*words, "--force"])

    def test_what_was_left_out(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        plan = tmp_path / "plan.json"
        odd = kk.Quantity(lower="3", upper="5", unit="件", per="1案件")
        one = kk.Indicator("数", target=kk.AtLeast(kk.Quantity("2", "件")), baseline=odd)
        kk.write_plan(kk.Plan("計画", sections=[kk.Section("", "", "", indicators=[one])]), plan)

        assert 0 == main(["template", "-o", str(tmp_path / "a.xlsx"), "--plan", str(plan)])
        assert "kpikit: 数の基準値は、ほかのセルと合わせて初めて読める値なので記入しなかった\n" == (
            capsys.readouterr().err
        )


class TestReport:
    """A file for each format."""

    @pytest.mark.parametrize("suffix", [".html", ".md", ".json", ".tsv", ".txt"])
    def test_text_formats(self, tmp_path: Path, suffix: str) -> None:
        output = tmp_path / f"a{suffix}"
        done = run("report", PACKAGE, "-o", str(output))

        assert (0, written(output), "") == (done.returncode, done.stdout, done.stderr)
        result = kk.evaluate(kk.read_plan(PACKAGE))
        assert report.render_bytes(result, report.form_of(output)) == output.read_bytes()
        assert [output] == list(tmp_path.iterdir())

    def test_xlsx(self, tmp_path: Path) -> None:
        pytest.importorskip("xlsxwriter")
        assert 0 == main(["report", PACKAGE, "-o", str(tmp_path / "a.xlsx")])

        assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")

    def test_fail_on(self, tmp_path: Path) -> None:
        """The report is written all the same."""
        output = tmp_path / "a.html"

        assert 1 == main(["report", PACKAGE, "-o", str(output), "--fail-on", "not-achieved"])
        assert output.is_file()


class TestAudit:
    """Findings, as text or as data."""

    def test_text(self) -> None:
        done = run("audit", PACKAGE)

        assert (0, "") == (done.returncode, done.stderr)
        assert done.stdout.startswith(
            "▲ 要確認 (2) 1 電子申請の新規導入手続数\n"
            "    令和5年度の欄に、令和4年度の実績値が書かれている [period-mismatch]\n"
            "    projects.tsv:2\n"
        )

    def test_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 == main(["audit", PACKAGE, "--format", "json", "--lang", "en"])

        loaded = json.loads(capsys.readouterr().out)
        findings = kk.audit(kk.read_plan(PACKAGE))
        assert [(each.code, each.message("en")) for each in findings] == [
            (each["code"], each["message"]) for each in loaded
        ]

    def test_tsv(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 == main(["audit", PACKAGE, "--format", "tsv"])

        head, *rows = (line.split("\t") for line in capsys.readouterr().out.splitlines())
        assert "severity code table no part indicator message source" == " ".join(head)
        assert {8} == {len(row) for row in rows}
        assert len(kk.audit(kk.read_plan(PACKAGE))) == len(rows)

    @pytest.mark.parametrize(("severities", "code"), [([], 0), (["warning"], 1), (["info"], 1)])
    def test_fail_on(
        self, capsys: pytest.CaptureFixture[str], severities: list[str], code: int
    ) -> None:
        words = [word for each in severities for word in ("--fail-on", each)]

        assert code == main(["audit", PACKAGE, *words])
        assert capsys.readouterr().out

    def test_previous(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        package = copied(tmp_path)
        table = tmp_path / "measures.tsv"
        table.write_text(table.read_text(encoding="utf-8").replace("55%", "45%"), encoding="utf-8")

        assert 0 == main(["audit", str(package), "--previous", PACKAGE])
        assert "[target-loosened]" in capsys.readouterr().out

    def test_nothing_found(self, table: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 == main(["audit", str(table), "--fail-on", "info"])
        assert "表の点検(0件)\n" == capsys.readouterr().out


class TestReconcile:
    """Printed rates and results beside computed ones."""

    @pytest.fixture
    def printed(self, tmp_path: Path) -> str:
        table = tmp_path / "printed.tsv"
        rows = ["窓口\t120人以上\t131人\t109.2%", "講座\t130人以上\t131人\t100.0%"]
        rows += ["相談\t70件以上\t50件\t71.4%", "派遣\t90回以上\t50回\t55.6%"]
        lines = ["指標名\t目標値\t実績値\t達成率", *rows]
        table.write_text("\n".join(lines), encoding="utf-8")
        return str(table)

    def test_text(self, printed: str) -> None:
        done = run("reconcile", printed, env={"COLUMNS": "40"})
        assert (0, "") == (done.returncode, done.stderr)
        assert (
            "・ 参考\n"
            "    達成率:実績値÷目標値、その年の目標\n"
            "    値、四捨五入(小数1桁)。比較できた4件\n"
            "    中3件が一致(公表4件)\n"
            "    [printed-rule-fitted]\n"
            "▲ 要確認 講座\n"
            "    公表された率は100.0%であるが、同じ欄\n"
            "    のほかの行に合う計算方法では100.8%と\n"
            "    なる [printed-rate-differs]\n"
            "    printed.tsv:3\n"
            "2件\n"
        ) == done.stdout

    def test_english(self, printed: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 == main(["reconcile", printed, "--lang", "en"])
        assert (
            "- note\n"
            "    達成率: a/t; target of the year; half up, decimals: 1: 3 of 4 compared "
            "(4 printed) [printed-rule-fitted]\n"
            "▲ warning 講座\n"
            "    100.0% is printed, and by the rule of its column it is 100.8% "
            "[printed-rate-differs]\n"
            "    printed.tsv:3\n"
            "2 findings\n"
        ) == capsys.readouterr().out

    @pytest.mark.parametrize("words", [["--json"], ["--format", "json"]])
    def test_json(self, printed: str, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 == main(["reconcile", printed, *words])
        found = json.loads(capsys.readouterr().out)
        (column,) = found["columns"]
        assert (4, 4, 3) == tuple(column[key] for key in ("printed", "compared", "reproduced"))
        assert "実績値÷目標値、その年の目標値、四捨五入(小数1桁)" == column["rules"][0]["words"]
        assert {
            "indicator": "講座",
            "printed": "100.0%",
            "computed": "100.8%",
            "agrees": False,
            "direction": None,
        } == column["rows"][1]
        assert ["printed-rule-fitted", "printed-rate-differs"] == [
            each["code"] for each in found["findings"]
        ]

    def test_tsv(self, printed: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 == main(["reconcile", printed, "--format", "tsv"])
        head, *rows = (line.split("\t") for line in capsys.readouterr().out.splitlines())
        assert ["code", "printed-rule-fitted", "printed-rate-differs"] == [
            row[1] for row in (head, *rows)
        ]

    @pytest.mark.parametrize(("words", "code"), [([], 0), (["--fail-on", "difference"], 1)])
    def test_fail_on(
        self, printed: str, words: list[str], code: int, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert code == main(["reconcile", printed, *words])
        assert capsys.readouterr().out

    def test_a_scheme(self, printed: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 == main(["reconcile", printed, "--scheme", "ibaraki", "--json"])
        (column,) = json.loads(capsys.readouterr().out)["columns"]
        (found,) = column["schemes"]
        assert ("ibaraki", 1, 4) == tuple(  # 109.166, 100.769, 71.428 and 55.555, cut off
            found[key] for key in ("scheme", "reproduced", "compared")
        )

    def test_nothing_printed(self, table: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 == main(["reconcile", str(table), "--fail-on", "difference"])
        assert "0件\n" == capsys.readouterr().out


class TestCompare:
    """Two editions."""

    def test_same(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 == main(["compare", PACKAGE, PACKAGE, "--fail-on", "difference"])
        assert "違いはない。\n" == capsys.readouterr().out

    def test_loosened(self, tmp_path: Path) -> None:
        package = copied(tmp_path)
        table = tmp_path / "measures.tsv"
        table.write_text(table.read_text(encoding="utf-8").replace("55%", "45%"), encoding="utf-8")
        done = run("compare", PACKAGE, str(package), "--lang", "en")

        assert (0, "") == (done.returncode, done.stderr)
        assert "was loosened: " in done.stdout
        assert 1 == run("compare", PACKAGE, str(package), "--fail-on", "difference").returncode

    def test_unreadable(self, tmp_path: Path) -> None:
        assert 3 == run("compare", PACKAGE, str(tmp_path / "none.tsv")).returncode


class TestRead:
    """How a cell is read, and which characters are not."""

    def test_target(self) -> None:
        done = run("read", "80%以上", "--kind", "target")

        assert (0, "") == (done.returncode, done.stderr)
        assert (
            "80%以上\n^^       数\n  ^      単位\n   ^^^^  範囲の語\n  目標値として  80%以上\n\n"
        ) == done.stdout

    def test_every_kind_that_fits(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 == main(["read", "令和5年度"])

        told = capsys.readouterr().out
        assert told.startswith("令和5年度\n^^^^^^^^^  時期\n")
        assert "  期間として  令和5年度\n" in told

    def test_notes(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 == main(["read", "平成32年度", "--kind", "period", "--lang", "en"])

        told = capsys.readouterr().out
        assert "  as a period  FY2020\n" in told
        assert "      the era had ended by then: it is 令和2年度\n" in told

    def test_actual_with_period(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 == main(["read", "90手続 (R4)", "--kind", "actual"])

        assert "実績値として  90手続" in capsys.readouterr().out

    def test_not_read(self) -> None:
        done = run("read", "検討中", "--kind", "quantity", "--lang", "en")

        assert (3, "") == (done.returncode, done.stderr)
        assert done.stdout.startswith("検討中\n  as a quantity\n  ")
        assert "^" in done.stdout

    @pytest.mark.parametrize("cell", ["-5%", "-0.5ポイント", "-1,200人"])
    def test_negative_number_is_no_option(
        self, capsys: pytest.CaptureFixture[str], cell: str
    ) -> None:
        assert 0 == main(["read", cell, "--kind", "quantity"])

        told = capsys.readouterr().out
        assert told.startswith(f"{cell}\n^")
        assert "\n  数量として  -" in told

    def test_narrow(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Pieces are listed where their drawing has no room, and a caret stays on the line."""
        monkeypatch.setenv("COLUMNS", "30")
        assert 0 == main(["read", "126件以下", "--kind", "target"])
        assert "\n   ^^      単位\n     ^^^^  範囲の語\n" in capsys.readouterr().out
        assert 0 == main(["read", "1,234,567,890,123件以下", "--kind", "target"])
        assert (
            "\n  数        1,234,567,890,123\n  単位      件\n  範囲の語  以下\n"
        ) in capsys.readouterr().out
        assert 3 == main(["read", "あ" * 20 + "2,34件", "--kind", "target"])
        assert f"\n      …{'あ' * 8}2,34件\n{' ' * 23}^^^^\n" in capsys.readouterr().out

    def test_from_the_standard_input(self) -> None:
        done = process("read", "-", "--kind", "target", feed="80%以上\n126件以下\n")

        assert 0 == done.returncode
        assert "目標値として  80%以上" in done.stdout
        assert "目標値として  126件以下" in done.stdout

    def test_not_read_here(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert 3 == main(["read", "検討中", "--kind", "period"])
        assert "  期間として\n  「検討中」は" in capsys.readouterr().out

    def test_quantity(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 == main(["read", "9割以上", "--kind", "quantity"])
        assert "  数量として  9割以上\n" in capsys.readouterr().out

    def test_control_characters(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["read", "3件\x1b[31m"])

        assert "\x1b" not in capsys.readouterr().out


class TestSchemes:
    """What the schemes are."""

    def test_list(self) -> None:
        done = process("schemes")

        assert (0, "") == (done.returncode, done.stderr)
        assert list(shipped()) == [
            line.split("  ")[0] for line in done.stdout.splitlines() if not line.startswith(" ")
        ]

    def test_list_has_no_empty_lines(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Some schemes print rates only and have no labels."""
        assert 0 == main(["schemes"])

        lines = capsys.readouterr().out.splitlines()
        assert lines
        assert all(line.strip() for line in lines)

    def test_one(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 == main(["schemes", "miyagi"])
        assert 'name = "miyagi"\n' in capsys.readouterr().out

    def test_none(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert 2 == main(["schemes", "none"])
        assert capsys.readouterr().err.startswith("kpikit: ")


class TestConvert:
    """A table in another format."""

    @pytest.mark.wide
    @pytest.mark.parametrize("suffix", [".json", ".tsv", ".csv"])
    def test_same_verdicts(self, tmp_path: Path, suffix: str) -> None:
        output = tmp_path / f"a{suffix}"
        assert 0 == main(["convert", PACKAGE, str(output)])

        one, other = (kk.evaluate(kk.read_plan(path)) for path in (PACKAGE, output))
        assert [each.verdict for each in one.all()] == [each.verdict for each in other.all()]

    def test_is_there(self, tmp_path: Path) -> None:
        output = tmp_path / "a.json"
        output.touch()

        assert 2 == run("convert", PACKAGE, str(output)).returncode
        assert 0 == run("convert", PACKAGE, str(output), "--force").returncode

    def test_unknown_format(self, tmp_path: Path) -> None:
        done = run("convert", PACKAGE, str(tmp_path / "a.doc"))

        assert (2, "") == (done.returncode, done.stdout)
        assert 1 == done.stderr.count("\n")

    def test_reader_that_is_not_here(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A library that is missing is not the fault of the input."""

        def lacks(*_arguments: object, **_settings: object) -> None:
            raise MissingDependencyError("calamine is not installed")

        monkeypatch.setattr("kpikit.io.read_plan", lacks)

        assert 2 == main(["evaluate", str(tmp_path / "a.xls")])
        assert "kpikit: calamine is not installed\n" == capsys.readouterr().err


class TestProcess:
    """It behaves as a command should."""

    def test_pipe_that_closes_early(self) -> None:
        shell = shutil.which("bash")
        if shell is None:
            pytest.skip("no bash here")
        command = f"{sys.executable} -m kpikit evaluate {PACKAGE} --format json | head -1"
        done = subprocess.run(
            [shell, "-o", "pipefail", "-c", command],
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

        assert ("{\n", "", 0) == (done.stdout, done.stderr, done.returncode)

    def test_pipe(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is still unwritten goes nowhere."""

        def closed(_text: str) -> None:
            raise BrokenPipeError

        turned: list[tuple[int, int]] = []
        monkeypatch.setattr("kpikit.cli.commands.show", closed)
        monkeypatch.setattr(os, "dup2", lambda one, other: turned.append((one, other)))
        monkeypatch.setattr(sys.stdout, "fileno", lambda: 1, raising=False)

        assert 0 == main(["schemes"])
        assert [1] == [other for _, other in turned]

    def test_module(self) -> None:
        """To import it runs nothing."""
        assert main is importlib.import_module("kpikit.__main__").main

    def test_unexpected(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """One line that says what to do; the traceback only where it is asked for."""

        def fails(_options: object) -> int:
            raise ZeroDivisionError("by\nzero")

        monkeypatch.setattr("kpikit.cli.commands.run", fails)

        assert 70 == main(["schemes", "--lang", "en"])
        told = (
            f"kpikit: kpikit {kk.__version__} did not expect this (ZeroDivisionError: by zero), "
            "which is a fault of its own: run it with --debug and report what is shown\n"
        )
        assert ("", told) == capsys.readouterr()

        assert 70 == main(["--debug", "schemes", "--lang", "en"]), "1 is for --fail-on alone"
        out, err = capsys.readouterr()
        assert "" == out
        assert err.startswith("Traceback (most recent call last):\n")
        assert err.endswith(f"ZeroDivisionError: by\nzero\n{told}")

    def test_library_gives_up(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What is written in Rust panics, with an error that is no ``Exception``."""

        class PanicException(BaseException):
            """What PyO3 makes of a panic."""

        def fails(_options: object) -> int:
            raise PanicException("out of range")

        monkeypatch.setattr("kpikit.cli.commands.run", fails)

        assert 70 == main(["schemes", "--lang", "en"])
        assert "did not expect this (PanicException: out of range)" in capsys.readouterr().err

    @pytest.mark.wide
    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is full")
    @pytest.mark.parametrize("words", ["schemes", "read 5件", f"evaluate {PACKAGE}"])
    def test_full_output(self, words: str) -> None:
        command = f'"$0" -m kpikit {words} --lang en > /dev/full'
        done = subprocess.run(
            ["/bin/sh", "-c", command, sys.executable],
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

        told = "kpikit: the standard output could not be written (No space left on device)\n"
        assert (2, told) == (done.returncode, done.stderr)

    def test_interrupted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def stopped(_options: object) -> int:
            raise KeyboardInterrupt

        monkeypatch.setattr("kpikit.cli.commands.run", stopped)

        assert 130 == main(["schemes"])

    def test_interrupted_while_the_command_line_is_read(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stopped(*_words: object) -> Language:
            raise KeyboardInterrupt

        monkeypatch.setattr("kpikit.cli.language_of", stopped)

        assert 130 == main(["schemes"])

    @pytest.mark.skipif(os.name != "posix", reason="a signal is sent")
    def test_stopped_by_the_keyboard(self, tmp_path: Path) -> None:
        """Nothing is said, and nothing half made is left."""
        table = tmp_path / "plan.tsv"
        rows = "".join(f"{n}\t事業{n}\t数{n}\t3件\t2件以上\n" for n in range(20_000))
        table.write_text(HEAD + rows, encoding="utf-8")
        words = ["report", str(table), "-o", str(tmp_path / "a.html")]
        with subprocess.Popen(
            [sys.executable, "-c", HEARS_THE_KEYBOARD, *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as started:
            assert started.stdout is not None
            assert b"loaded\n" == started.stdout.readline()
            time.sleep(1)
            started.send_signal(signal.SIGINT)
            said, told = started.communicate()

        assert (130, b"", b"") == (started.returncode, said, told)
        assert [table] == list(tmp_path.iterdir())

    @pytest.mark.skipif(os.name != "posix", reason="a shell closes the streams")
    @pytest.mark.parametrize(
        ("closing", "code"), [("--help >&-", 0), ("schemes >&-", 0), ("evaluate none 2>&-", 3)]
    )
    def test_closed_streams(self, closing: str, code: int) -> None:
        command = f'"$0" -m kpikit {closing}'
        done = subprocess.run(
            ["/bin/sh", "-c", command, sys.executable], capture_output=True, check=False
        )

        assert (code, b"", b"") == (done.returncode, done.stdout, done.stderr)

    def test_words_of_the_process(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "argv", ["kpikit", "schemes", "miyagi"])

        assert 0 == main()
        assert capsys.readouterr().out

    @pytest.mark.parametrize("setting", [{}, {"NO_COLOR": "1"}])
    def test_colour_on_a_terminal_only(self, setting: dict[str, str]) -> None:
        text = on_a_terminal("evaluate", PACKAGE, env={"COLUMNS": "80", "NO_COLOR": "", **setting})

        assert (b"\x1b[31m" in text) is not bool(setting)
        assert "× 未達成".encode() in text


def on_a_terminal(*words: str, env: dict[str, str]) -> bytes:
    """Run with a terminal as standard output and error, and return what was shown."""
    pty: Any = pytest.importorskip("pty")
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "kpikit", *words],
        stdout=follower,
        stderr=follower,
        env={**os.environ, **env},
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
    return text


class TestProgress:
    """A bar for long work, on a terminal, that leaves nothing behind."""

    @pytest.fixture
    def terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(progress, "_LONG", 0)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)

    @pytest.mark.usefixtures("terminal")
    def test_plain(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], table: Path
    ) -> None:
        monkeypatch.setitem(sys.modules, "rich.progress", None)
        monkeypatch.setattr(progress, "_LONG", 0)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        with progress.Stages([str(table)], ("read", "judge"), "ja") as stages:
            stages.next()
            stages.next()

        told = capsys.readouterr().err
        assert "\r[........................] 1/2 読み取り" in told
        assert "\r[############............] 2/2 判定" in told
        assert told.endswith(f"\r{' ' * 35}\r")

    def test_rich(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], table: Path
    ) -> None:
        pytest.importorskip("rich")
        monkeypatch.setattr(progress, "_LONG", 0)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        with progress.Stages([str(table)], ("read", "judge"), "en") as stages:
            stages.next()
            stages.next()

        assert "" == capsys.readouterr().out

    def test_motion(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], table: Path
    ) -> None:
        """It moves as long as one stage goes on."""
        monkeypatch.setitem(sys.modules, "rich.progress", None)
        monkeypatch.setattr(progress, "_LONG", 0)
        monkeypatch.setattr(progress, "_PAUSE", 0.001)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        with progress.Stages([str(table)], ("read",), "en") as stages:
            time.sleep(0.01)  # before the first stage there is nothing to move
            stages.next()
            time.sleep(0.05)

        told = capsys.readouterr().err
        assert "1/1 reading | 0s" in told or "1/1 reading / 0s" in told
        assert {"|", "/", "-", "\\"} <= set(told)
        assert told.endswith(" \r")

    def test_folder(self, tmp_path: Path) -> None:
        """A folder is as large as all that is in it."""
        (tmp_path / "a").mkdir()
        (tmp_path / "a" / "b.csv").write_bytes(b"x" * 1200)
        (tmp_path / "c.csv").write_bytes(b"x" * 300)

        assert 1500 == sizes.size_of(str(tmp_path))
        assert ["999 B", "1 kB", "2.5 MB"] == [*map(sizes.size_words, (999, 1200, 2_500_000))]

    def test_small_file(self, capsys: pytest.CaptureFixture[str], table: Path) -> None:
        with progress.Stages([str(table)], ("read",), "en") as stages:
            stages.next()

        assert "" == capsys.readouterr().err

    def test_no_file(self, capsys: pytest.CaptureFixture[str]) -> None:
        with progress.Stages(["none"], ("read",), "en") as stages:
            stages.next()

        assert "" == capsys.readouterr().err


class TestStreams:
    """How errors are told, and how wide a line is."""

    @pytest.mark.parametrize(
        ("error", "told"),
        [
            (IsADirectoryError(21, "Is a directory", "a"), "a: it is a folder: name a file"),
            (OSError(5, "Input/output error", "a"), "a: Input/output error"),
            (OSError("odd"), "odd"),
            (OSError(5, "Input/output error", "a\nb"), "a b: Input/output error"),
            (
                PermissionError(13, "Permission denied", "a"),
                (
                    "a: it may not be read: check its permissions, "
                    "and whether another program has it open"
                ),
            ),
        ],
    )
    def test_told(self, error: OSError, told: str) -> None:
        assert told == streams.told(error, "en")

    def test_stream_that_has_no_encoding(self, monkeypatch: pytest.MonkeyPatch) -> None:
        held = io.StringIO()
        monkeypatch.setattr(sys, "stdout", held)
        streams.show("達成")

        assert "達成" == held.getvalue()

    def test_width(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "72")
        assert 72 == streams.line_width()
        monkeypatch.setenv("COLUMNS", "0")
        assert streams.line_width() is None
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(sys.stdout, "fileno", lambda: 1, raising=False)
        monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((0, 0)))
        assert 80 == streams.line_width()
