"""Readers of sheets in a process of their own: what is given, what is answered, what is bounded."""

from __future__ import annotations

import json
import os
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest
import python_calamine

import kpikit as kk
from hostile import needs_limits, ods, packed, sheet, workbook
from kpikit.cell import Vocabulary
from kpikit.io import child
from kpikit.io.document import Document
from kpikit.io.grid import Complaint, Grid, Sheet
from kpikit.io.kinds import Kind
from kpikit.io.limits import Limits
from kpikit.io.task import Task
from kpikit.model.observation import Missing
from kpikit.table import Role
from shared import ROOT

OLD = ROOT / "tests" / "golden" / "kpi.xls"
AGAIN = "get it again, or open it and save it anew"


def task(path: Path, kind: Kind, **options: Any) -> Task:
    return Task(kind, Document(path.name, path.read_bytes()), **options)


def answer(given: Task, **limits: int) -> dict[str, Any]:
    """Return what the child says, run in this process, which it does not bound."""
    said = BytesIO()
    asked = attrs.evolve(given, limits=attrs.evolve(given.limits, **limits))
    child.main(BytesIO(child._asked(asked)), said)
    told: dict[str, Any] = json.loads(said.getvalue())
    return told


@pytest.fixture
def unbounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.setenv("OPENPYXL_LXML", "False")


@pytest.mark.usefixtures("unbounded")
class TestAnswer:
    """Plain data, from which the same sheets are made."""

    def test_sheets(self) -> None:
        first, second = answer(task(OLD, Kind.XLS))["sheets"]

        assert ("KPI", True, "隠し", False) == (
            first["title"],
            first["visible"],
            second["title"],
            second["visible"],
        )
        assert [[], [], []] == second["texts"]

    def test_hidden_sheet_that_is_wanted(self) -> None:
        first, second = answer(task(OLD, Kind.XLS, wanted=["隠し"]))["sheets"]

        assert [[], [], []] == first["texts"]
        assert [[1], [1], ["メモ"]] == second["texts"]

    @pytest.mark.parametrize("kind", [Kind.XLSX, Kind.XLS])
    def test_same_as_here(self, tmp_path: Path, kind: Kind) -> None:
        path = OLD
        if kind is Kind.XLSX:
            more = '<c><f>A1</f></c><c t="n"><v>5</v></c></row><row hidden="1">'
            merged = '<cols><col min="1" max="2" hidden="1"/></cols>'
            merged += '<mergeCells><mergeCell ref="A2:B3"/></mergeCells>'
            path = workbook(tmp_path / "plan.xlsx", sheet(merged, cells=more))
        given = task(path, kind)
        here = child._read(given)

        assert here == child._from_child(given)
        assert [] != here[0].grid.merges
        assert here == [child._sheet(each) for each in answer(given)["sheets"]]

    def test_every_field(self) -> None:
        made = Sheet(
            "S",
            Grid(
                {(1, 2): "x", (3, 1): "割"},
                [(1, 2, 3, 4)],
                frozenset([2]),
                {(3, 1)},
                [(1, 3)],
                {3: "p2"},
                {1},
            ),
            visible=False,
            complaints=[Complaint("column-hidden", "A", 1, "A", "d")],
            chosen=[("zero", "B2")],
        )
        assert made == child._sheet(json.loads(json.dumps(child._plain(made))))
        # What is added to a grid must be carried over, and told here.
        fields = ["texts", "merges", "hidden", "doubtful", "tables", "pages", "titles"]
        assert fields == [*attrs.fields_dict(Grid)]

    def test_every_word_of_the_task(self) -> None:
        given = Task(
            Kind.PDF,
            Document("plan.pdf", b"\n%PDF"),
            ["p2"],
            "cp932",
            Limits(pages=7),
            kk.Layout(header=(1, 2), words={"到達点": Role.ACTUAL}),
            Vocabulary(units=["枠"], missing={"空": Missing.PENDING}),
        )

        assert given == child._task(BytesIO(child._asked(given)))

    def test_what_is_wrong(self) -> None:
        told = answer(Task(Kind.XLS, Document("plan.xls", b"\xd0\xcf")))

        assert ("file-damaged", "plan.xls") == (told["code"], told["values"]["file"])

    def test_password(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Locked:
            @staticmethod
            def from_filelike(stream: object) -> None:
                raise python_calamine.PasswordError(stream)

        monkeypatch.setattr(python_calamine, "CalamineWorkbook", Locked)
        assert "file-encrypted" == answer(task(OLD, Kind.XLS))["code"]

    def test_binary_workbook(self, tmp_path: Path) -> None:
        path = packed(tmp_path / "plan.xlsb", {"xl/workbook.bin": "x"})

        assert "file-damaged" == answer(task(path, Kind.XLSB))["code"]

    def test_ods(self, tmp_path: Path) -> None:
        path = ods(tmp_path / "plan.ods", "<table:table-row/>")
        (found,) = answer(task(path, Kind.ODS))["sheets"]

        assert ("KPI", [[], [], []]) == (found["title"], found["texts"])

    def test_too_much_text(self) -> None:
        told = answer(task(OLD, Kind.XLS), size=100)

        assert ("file-too-large", "size") == (told["code"], told["values"]["what"])


class TestProcess:
    """Whatever becomes of the process, the caller lives on and is told what to do."""

    @pytest.mark.wide
    @pytest.mark.parametrize(
        ("code", "said"),
        [
            (
                "import time; time.sleep(60)",
                "reading it takes more than 1 seconds: delete what is not used, or split the file",
            ),
            (
                "raise MemoryError",
                "reading it takes more than 2,000,000,000 bytes of memory: delete what is not ",
            ),
            ("raise SystemExit(7)", f"truncated or damaged (exit 7): {AGAIN}"),
            ("raise ValueError('odd')", f"truncated or damaged (ValueError: odd): {AGAIN}"),
            ("import os; os.abort()", f"truncated or damaged (exit -6): {AGAIN}"),
            ("print('[]')", "truncated or damaged (list indices must be integers or"),
            ("print('{}')", f"truncated or damaged ('sheets'): {AGAIN}"),
            ("print()", "truncated or damaged (Expecting value: "),
            (
                """print('{"code": "file-encrypted", "values": {"file": "plan.xls"}}')""",
                "protected by a password: save it again without one",
            ),
        ],
    )
    def test_told(self, monkeypatch: pytest.MonkeyPatch, code: str, said: str) -> None:
        code = f"import sys; sys.stdin.buffer.read(); {code}"
        monkeypatch.setattr(child, "_COMMAND", (sys.executable, "-c", code))
        seconds = 1 if "sleep" in code else 30
        with pytest.raises(kk.TableError) as caught:
            child.sheets_of(task(OLD, Kind.XLS, limits=Limits(seconds=seconds)))

        assert str(caught.value).partition(": ")[2].startswith(said)
        assert caught.value.__notes__

    @pytest.mark.wide
    @needs_limits
    def test_time_of_the_processor(self, monkeypatch: pytest.MonkeyPatch) -> None:
        code = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 2))\nwhile True: pass"
        monkeypatch.setattr(child, "_COMMAND", (sys.executable, "-c", code))
        with pytest.raises(kk.TableError, match="takes more than 30 seconds"):
            child.sheets_of(task(OLD, Kind.XLS, limits=Limits(seconds=30)))

    @pytest.mark.wide
    @needs_limits
    def test_memory(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A workbook that needs more than it may have."""
        for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
            monkeypatch.delenv(name)  # it could not write what it has measured
        cell = f'<c t="inlineStr"><is><t>{"x" * 2_000}</t></is></c>'
        path = workbook(tmp_path / "plan.xlsx", sheet(rows=f"<row>{cell * 20}</row>" * 2_000))
        given = task(path, Kind.XLSX, limits=Limits(memory=90_000_000))
        with pytest.raises(kk.TableError, match="takes more than 90,000,000 bytes of memory"):
            child.sheets_of(given)

    def test_no_processes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        expected = child.sheets_of(task(OLD, Kind.XLS))
        monkeypatch.setattr(child, "_HAS_PROCESSES", False)
        monkeypatch.setattr(child, "_COMMAND", ("none",))

        assert expected == child.sheets_of(task(OLD, Kind.XLS))


class TestBounds:
    """No more than is allowed, and no more than the parent may have itself."""

    @pytest.mark.parametrize(
        ("soft", "hard", "memory"),
        [
            (-1, -1, 2_000_000_000),
            (-1, 3_000_000, 3_000_000),
            (4_000_000, -1, 4_000_000),
            (10**12, 10**13, 2_000_000_000),
        ],
    )
    def test_least(
        self, monkeypatch: pytest.MonkeyPatch, soft: int, hard: int, memory: int
    ) -> None:
        resource = pytest.importorskip("resource")
        bounds: dict[int, object] = {}
        monkeypatch.setenv("OPENPYXL_LXML", "")
        monkeypatch.setattr(resource, "getrlimit", lambda _kind: (soft, hard))
        monkeypatch.setattr(resource, "setrlimit", bounds.__setitem__)
        child._bound(Limits())

        assert (memory, hard) == bounds[resource.RLIMIT_AS]
        assert (60, hard) == bounds[resource.RLIMIT_CPU]
        assert (0, hard) == bounds[resource.RLIMIT_CORE]

    def test_what_cannot_be_bounded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        resource = pytest.importorskip("resource")
        tried: list[int] = []

        def refuse(kind: int, _limits: object) -> None:
            tried.append(kind)
            raise ValueError("current limit exceeds maximum limit")

        monkeypatch.setenv("OPENPYXL_LXML", "")
        monkeypatch.setattr(resource, "setrlimit", refuse)
        child._bound(Limits())

        assert 3 == len(tried)


class TestReaders:
    """Every kind that has sheets has a reader, which imports nothing slow but for headers."""

    @pytest.mark.parametrize("kind", {*child._READERS} - {Kind.PDF})
    def test_no_tables(self, kind: Kind) -> None:
        import subprocess

        code = (
            f"import sys, kpikit.io.child, {child._READERS[kind].module};"
            "print([each for each in sys.modules if each.startswith(('kpikit.table', "
            "'kpikit.cell', 'cattrs'))])"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

        assert b"[]" == done.stdout.strip()

    def test_all(self) -> None:
        assert {*Kind} - {Kind.TEXT, Kind.JSON, Kind.HTML} == {*child._READERS}
