"""Word files, web pages and PDF files are taken in like all else: bytes, streams, folders."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TypeAlias

import pytest

import kpikit as kk
from flows import line, table, word_file
from kpikit.cell import Vocabulary
from kpikit.io import child
from kpikit.io.document import Document
from kpikit.io.kinds import Kind, kind_of
from kpikit.io.limits import Limits
from kpikit.io.task import Task
from kpikit.table import Column, Role
from pdf_files import Paper, pdf_bytes

Bytes: TypeAlias = dict[str, bytes]

HEADER = ["指標名", "実績値(R5)", "目標値"]
ROW = ["受診率", "12.3%", "20%以上"]
HTML = "".join(f"<tr>{''.join(f'<td>{text}' for text in row)}" for row in (HEADER, ROW))
DIED = (sys.executable, "-c", "raise SystemExit('died')")


def pdf_of(*rows: list[str]) -> bytes:
    paper = Paper()
    paper.table([*rows], y=60, widths=[150, 80, 80])
    return pdf_bytes([paper])


@pytest.fixture
def given(tmp_path: Path) -> Bytes:
    """Return the same table as documents of each kind."""
    return {
        "plan.docx": word_file(tmp_path, table(HEADER, ROW)).read_bytes(),
        "plan.html": f"<table>{HTML}</table>".encode(),
        "plan.pdf": pdf_of(HEADER, ROW),
    }


KINDS = [
    ("plan.docx", Kind.WORD),
    ("plan.html", Kind.HTML),
    ("plan.pdf", Kind.PDF),
]


def names(plan: kk.Plan) -> list[str]:
    return [each.name for each in plan.indicators()]


class TestTakenIn:
    @pytest.mark.parametrize(("name", "kind"), KINDS)
    def test_kind_by_content(self, given: Bytes, name: str, kind: Kind) -> None:
        for called in ("", "upload", "upload.tmp"):
            assert kind is kind_of(Document(called, given[name]))

    @pytest.mark.wide
    @pytest.mark.parametrize(("name", "kind"), KINDS)
    def test_bytes_and_stream(self, given: Bytes, name: str, kind: Kind) -> None:
        if kind is Kind.PDF:
            pytest.importorskip("pypdfium2")
        for source in (given[name], io.BytesIO(given[name])):
            assert ["受診率"] == names(kk.read_plan(source, name=name))
        assert ["受診率"] == names(kk.read_plan(given[name]))

    def test_folder(self, tmp_path: Path, given: Bytes) -> None:
        """The same indicator with the same figures stands once."""
        pytest.importorskip("pypdfium2")
        (tmp_path / "in").mkdir()
        for name, data in given.items():
            (tmp_path / "in" / name).write_bytes(data)
        plan = kk.read_plan(tmp_path / "in")

        assert (["受診率"], ()) == (names(plan), plan.issues)

    @pytest.mark.parametrize("name", ["", "upload"])
    def test_xml_of_no_kind(self, name: str) -> None:
        with pytest.raises(kk.TableError, match=r"or call a web page \.html"):
            kk.read_plan(b"<?xml version='1.0'?><a/>", name=name)

    @pytest.mark.parametrize("name", ["plan.doc", "plan.rtf"])
    def test_old_word_by_name(self, name: str) -> None:
        with pytest.raises(kk.TableError, match=f"^{name}: a document of an older Word"):
            kk.read_plan(b"{\\rtf1 }", name=name)


class TestProcess:
    """Which documents are read in a process of their own, and that it makes no difference."""

    def test_word(self, given: Bytes, monkeypatch: pytest.MonkeyPatch) -> None:
        task = Task(Kind.WORD, Document("plan.docx", given["plan.docx"]))
        expected = child.sheets_of(task)

        assert expected == child._from_child(task)
        monkeypatch.setattr(child, "_COMMAND", DIED)
        assert expected == child.sheets_of(task)

    @pytest.mark.wide
    def test_large_word_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = word_file(tmp_path, table(HEADER, ROW) + line("甲" * 1_000_000))

        assert ["受診率"] == names(kk.read_plan(path))
        monkeypatch.setattr(child, "_COMMAND", DIED)
        with pytest.raises(kk.TableError, match=r"truncated or damaged \(died\)"):
            kk.read_plan(path)

    def test_pdf(self, given: Bytes, monkeypatch: pytest.MonkeyPatch) -> None:
        pytest.importorskip("pypdfium2")
        task = Task(Kind.PDF, Document("plan.pdf", given["plan.pdf"]))

        assert child._read(task) == child.sheets_of(task)
        monkeypatch.setattr(child, "_COMMAND", DIED)
        with pytest.raises(kk.TableError, match=r"truncated or damaged \(died\)"):
            kk.read_plan(given["plan.pdf"])

    @pytest.mark.wide
    def test_pdf_takes_too_long(self, given: Bytes, monkeypatch: pytest.MonkeyPatch) -> None:
        pytest.importorskip("pypdfium2")
        monkeypatch.setattr(child, "_COMMAND", (sys.executable, "-c", "while True: pass"))
        with pytest.raises(kk.TableError, match="takes more than 1 seconds"):
            kk.read_plan(given["plan.pdf"], limits=Limits(seconds=1))

    def test_own_headings_and_words(self) -> None:
        """What is said of a table goes with it."""
        pytest.importorskip("pypdfium2")
        data = pdf_of(
            ["ものさし", "到達点(R5)", "めざす姿"], ["区画", "12メッシュ", "10メッシュ以上"]
        )
        plan = kk.read_plan(
            data,
            layout=kk.Layout(
                columns=[Column("ものさし", Role.INDICATOR)],
                words={"到達点": Role.ACTUAL, "めざす姿": Role.TARGET},
            ),
            vocabulary=Vocabulary(units=["メッシュ"]),
        )

        (indicator,) = plan.indicators()
        assert ("区画", "12 メッシュ") == (
            indicator.name,
            str(indicator.observations[0].quantity),
        )


def test_elements(given: Bytes) -> None:
    """A Word file may have no more elements than so many cells need."""
    task = Task(
        Kind.WORD, Document("plan.docx", given["plan.docx"]), limits=Limits(cells=6, styles=1)
    )
    with pytest.raises(kk.TableError, match=r"larger than the limit \(cells: 6\)"):
        child.sheets_of(task)
