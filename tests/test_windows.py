"""What is otherwise on Windows, where the officers' machines are, as far as it can be run here.

What cannot: that an open file is not renamed (`kpikit.io.unfinished.Unfinished.become` and
`replace` close it first), that `rename` there fails where something has the name, and that the
memory of a process is not bounded (`kpikit.io.child._bound`; `tests/test_hostile.py` runs every
hostile file without it).
"""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.cli import main
from kpikit.io.files import check_output, write_whole
from kpikit.io.reserved import reserved
from kpikit.io.template_xlsx import write_templates
from kpikit.model.codec import named_file

#: A table whose name says nothing of it, with signs that cp932 has and signs that it has not.
TABLE = "指標名,実績値(R5),目標値(R5)\n面積±㎡‰,3 km²,2 km²以上\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "plan.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


class TestNamesOfDevices:
    """CON, aux.xlsx: no such file can be opened there, so none is made."""

    @pytest.mark.parametrize(
        ("name", "device"),
        [
            ("CON", "CON"),
            ("aux.xlsx", "AUX"),
            ("nul.", "NUL"),
            ("Prn .csv", "PRN"),
            ("lpt9.総務課.xlsx", "LPT9"),
            ("COM²", "COM²"),
            ("conin$.txt", "CONIN$"),
            ("con課.xlsx", ""),
            ("COM10.xlsx", ""),
            (".con", ""),
            ("総務課.con", ""),
        ],
    )
    def test_reserved(self, name: str, device: str) -> None:
        assert device == reserved(name)

    @pytest.mark.parametrize("name", ["CON.csv", "aux.json", "Nul.xlsx"])
    def test_not_written(self, table: Path, name: str) -> None:
        path = table.parent / name
        with pytest.raises(FileExistsError, match="is the name of a device") as caught:
            kk.write_plan(kk.read_plan(table), path, force=True)
        assert "装置の名前" in caught.value.__notes__[0]
        assert [table] == list(table.parent.iterdir())

    @pytest.mark.parametrize("name", ["con.html", "AUX.md"])
    def test_command(self, table: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        path = table.parent / name
        assert 2 == main(["report", str(table), "-o", str(path), "--lang", "en"])
        assert "is the name of a device" in capsys.readouterr().err
        assert not path.exists()

    def test_departments(self, tmp_path: Path) -> None:
        """The workbooks are sent to those who fill them in, whatever system made them."""
        departments = ["aux", "Con.", "_AUX", r"a\b:c", "総務課"]
        rows = [f"数{number}\t2件\t3件\t{each}" for number, each in enumerate(departments)]
        plan = kk.read_plan("\n".join(["指標名\t実績値(R6)\t目標値(R8)\t担当課", *rows]).encode())
        write_templates(tmp_path / "forms", plan)

        names = sorted(path.name for path in (tmp_path / "forms").iterdir())
        assert ["_AUX (2).xlsx", "_Con.xlsx", "_aux.xlsx", "a_b_c.xlsx", "総務課.xlsx"] == names


class TestPaths:
    """Backslashes, drives and shares."""

    @pytest.mark.parametrize(
        ("file", "name"),
        [
            (r"C:\Users\sato\plan.csv", "plan.csv"),
            (r"\\server\share\総務課\plan.csv", "plan.csv"),
            (r"\Users\sato\plan.csv", "plan.csv"),
            ("C:plan.csv", "plan.csv"),
            ("D:/2023/plan.csv", "plan.csv"),
            (r"2023\plan.csv", r"2023\plan.csv"),
        ],
    )
    def test_no_folder_of_this_machine_is_published(self, file: str, name: str) -> None:
        assert name == named_file(file)

    @pytest.mark.parametrize("file", [r"C:\Users\sato\plan.csv", r"\\server\sato\plan.csv"])
    def test_names_of_files_in_a_plan(self, tmp_path: Path, file: str) -> None:
        plan = kk.read_plan(TABLE.encode(), name=file)
        kk.write_plan(plan, tmp_path / "plan.json")
        assert "sato" not in (tmp_path / "plan.json").read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        "path",
        [r"..\a.csv", r"C:\a.csv", "C:a.csv", "C:/a.csv", r"\\server\a.csv", "//server/a.csv"],
    )
    def test_a_package_reaches_nothing_else(self, tmp_path: Path, path: str) -> None:
        package = tmp_path / "datapackage.json"
        package.write_text(json.dumps({"resources": [{"path": path}]}), encoding="utf-8")
        with pytest.raises(kk.FormatError, match="below the folder of the package"):
            kk.read_plan(package)

    @pytest.mark.skipif(os.name == "nt", reason="there a backslash parts folders")
    def test_a_name_with_backslashes(self, tmp_path: Path) -> None:
        """Elsewhere it is a character like others: such a file is read and named as it is."""
        path = tmp_path / r"2023\plan.csv"
        path.write_text(TABLE, encoding="utf-8")
        plan = kk.read_plan(path)
        assert (str(path), "plan") == (plan.files[0], plan.title)


class TestConsole:
    """A console of cp932 shows what it can, and the code points of the rest."""

    @pytest.mark.parametrize("encoding", ["cp932", "ascii"])
    @pytest.mark.parametrize("words", [["--help"], ["evaluate", "%"]])
    def test_in_a_file_all_is_utf_8(self, table: Path, encoding: str, words: list[str]) -> None:
        """Help, results and faults alike: no file is of two encodings."""
        words = [str(table) if word == "%" else word for word in words]
        done = _kpikit(words, encoding)
        assert (0, b"") == (done.returncode, done.stderr)
        text = done.stdout.decode()
        assert "使い方" in text or "面積±㎡‰" in text

    @pytest.mark.parametrize(
        ("words", "code", "told"),
        [(["evaluate", "--format", "‰", "x"], 2, "'‰'"), (["evaluate", "±㎡.csv"], 3, "±㎡.csv")],
    )
    def test_faults(self, words: list[str], code: int, told: str) -> None:
        done = _kpikit(words, "cp932")
        assert code == done.returncode
        assert told in done.stderr.decode()

    @pytest.mark.wide
    @pytest.mark.skipif(os.name == "nt", reason="no terminal can be made there")
    @pytest.mark.parametrize(
        ("encoding", "told"),
        [
            ("cp932", "面積±㎡‰  3 km\\xb2"),
            ("ascii", r"\u9762\u7a4d\xb1\u33a1\u2030  3 km\xb2"),
            ("utf-8", "面積±㎡‰  3 km²"),
        ],
    )
    def test_terminal(self, table: Path, encoding: str, told: str) -> None:
        import pty

        terminal, screen = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "kpikit", "evaluate", str(table)],
            stdout=screen,
            env={**os.environ, "PYTHONIOENCODING": encoding, "COLUMNS": "200", "NO_COLOR": "1"},
        )
        os.close(screen)
        shown = _all_of(terminal)
        assert 0 == process.wait()
        assert told in shown.decode(encoding)


def _kpikit(words: list[str], encoding: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "kpikit", *words],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )


def _all_of(terminal: int) -> bytes:
    """Read a terminal until nobody writes there any more, which Linux calls an error."""
    shown = b""
    try:
        while piece := os.read(terminal, 4096):
            shown += piece
    except OSError:
        pass
    finally:
        os.close(terminal)
    return shown


class TestHeldOpen:
    """A file that Excel holds open can be neither replaced nor, now and then, read."""

    def test_not_replaced(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The system then refuses the last step: the file stays, and nothing is left beside it."""

        def refuse(*_: object) -> None:
            raise PermissionError(errno.EACCES, "The process cannot access the file")

        path = tmp_path / "report.xlsx"
        path.write_bytes(b"old")
        monkeypatch.setattr("kpikit.io.unfinished._IS_WINDOWS", True)
        monkeypatch.setattr(Path, "replace", refuse)
        with pytest.raises(PermissionError, match="another program such as Excel") as caught:
            write_whole(path, b"new", force=True)
        assert "Excel" in caught.value.__notes__[0]
        assert (b"old", [path]) == (path.read_bytes(), list(tmp_path.iterdir()))

    def test_not_read(
        self, table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def refuse(self: Path, *_: object) -> None:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))

        monkeypatch.setattr(Path, "open", refuse)
        assert 3 == main(["evaluate", str(table)])
        assert "ほかのプログラムが開いていないか" in capsys.readouterr().err

    def test_no_name_is_taken_before_it_is_asked(self, tmp_path: Path) -> None:
        """What checks an output makes none."""
        assert tmp_path / "a.xlsx" == check_output(tmp_path / "a.xlsx")
        assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["resource", "fcntl"])
def test_without_a_module_of_unix(table: Path, name: str) -> None:
    """Neither limits of a process nor locks: the same verdicts, and files are written."""
    code = f"import sys; sys.modules[{name!r}] = None; from kpikit.cli import main; "
    out = table.parent / "report.html"
    words = ["report", str(table), "-o", str(out)]
    done = subprocess.run(
        [sys.executable, "-c", f"{code}sys.exit(main(sys.argv[1:]))", *words],
        capture_output=True,
        check=False,
    )
    assert (0, b"") == (done.returncode, done.stderr)
    assert "達成" in out.read_text(encoding="utf-8")
    assert sorted(table.parent.iterdir()) == [table, out]
