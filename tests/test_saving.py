"""Output files are whole or not there at all, and never replace another file by accident."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.io.files import check_output, write_whole
from kpikit.report import form_of, render_bytes, save_report
from sagamihara import EXAMPLE


class TestWrite:
    """Whole, and under its own name only when it is whole."""

    def test_new(self, tmp_path: Path) -> None:
        path = write_whole(tmp_path / "a.txt", b"whole")

        assert (b"whole", [path]) == (path.read_bytes(), list(tmp_path.iterdir()))

    def test_exists(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(b"old")

        with pytest.raises(FileExistsError) as caught:
            write_whole(path, b"new")
        told = "the file exists already: give force=True (--force) to replace it"
        assert (told, b"old") == (caught.value.strerror, path.read_bytes())
        write_whole(path, b"new", force=True)
        assert b"new" == path.read_bytes()

    def test_folder(self, tmp_path: Path) -> None:
        with pytest.raises(IsADirectoryError, match="a folder: name a file in it"):
            write_whole(tmp_path, b"", force=True)

    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError, match="no such folder: make it first"):
            write_whole(tmp_path / "none" / "a.txt", b"")

    def test_read_only_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "access", lambda *_: False)

        with pytest.raises(
            PermissionError, match="the folder cannot be written to: check its permissions"
        ):
            check_output(tmp_path / "a.txt")

    @pytest.mark.parametrize(
        ("error", "detail"),
        [
            (OSError(28, "No space left on device"), "No space left on device"),
            (OSError("odd"), "odd"),
        ],
    )
    def test_full_disk(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, detail: str
    ) -> None:
        """The file that was there stays, and nothing is left beside it."""

        def fail(_descriptor: int) -> None:
            raise error

        path = tmp_path / "a.txt"
        path.write_bytes(b"old")
        monkeypatch.setattr(os, "fsync", fail)

        with pytest.raises(OSError, match="nothing was left behind") as caught:
            write_whole(path, b"new", force=True)
        told = f"it could not be written ({detail}); nothing was left behind"
        assert (told, str(path)) == (caught.value.strerror, caught.value.filename)
        assert (b"old", [path]) == (path.read_bytes(), list(tmp_path.iterdir()))
        assert caught.value.__notes__[0].startswith(f"{path}: 書き込めなかった")


class TestSource:
    """What is read is never replaced by what is made of it."""

    def test_source(self, tmp_path: Path) -> None:
        source = tmp_path / "plan.xlsx"
        source.write_bytes(b"mine")
        (tmp_path / "link.xlsx").symlink_to(source)

        for path in (source, tmp_path / "link.xlsx", tmp_path / "." / "plan.xlsx"):
            with pytest.raises(FileExistsError, match="the plan is read from this file"):
                check_output(path, force=True, sources=[tmp_path / "other", source])

    def test_another_file(self, tmp_path: Path) -> None:
        source, other = tmp_path / "plan.xlsx", tmp_path / "report.xlsx"
        source.write_bytes(b"mine")
        other.write_bytes(b"old")

        assert other == check_output(other, force=True, sources=[source])
        assert other == check_output(other, force=True, sources=[tmp_path / "none"])

    def test_resources_of_a_package(self, tmp_path: Path) -> None:
        """Neither a plan nor a report replaces a file that a package consists of."""
        for path in EXAMPLE.glob("*.*s*"):
            (tmp_path / path.name).write_bytes(path.read_bytes())
        resource = tmp_path / "measures.tsv"
        mine = resource.read_bytes()
        plan = kk.read_plan(tmp_path / "datapackage.json")

        assert [str(resource), str(tmp_path / "projects.tsv")] == list(plan.files)
        with pytest.raises(FileExistsError, match="the plan is read from this file"):
            kk.write_plan(plan, resource, force=True)
        with pytest.raises(FileExistsError, match="the plan is read from this file"):
            save_report(kk.evaluate(plan), resource, force=True)
        assert mine == resource.read_bytes()

    def test_no_files(self) -> None:
        assert () == kk.Plan("市", sections=[kk.Section("table", "", "")]).files


class TestReport:
    """A report is written in the format that its name ends in."""

    @pytest.mark.parametrize(
        ("name", "form"),
        [
            ("a.html", "html"),
            ("a.HTM", "html"),
            ("a.md", "markdown"),
            ("a.tsv", "tsv"),
            ("a.txt", "text"),
        ],
    )
    def test_by_name(self, tmp_path: Path, name: str, form: str) -> None:
        result = kk.evaluate(kk.Plan("計画"))

        path = save_report(result, tmp_path / name)

        assert render_bytes(result, form) == path.read_bytes()

    @pytest.mark.parametrize("form", ["text", "markdown", "json", "tsv", "html", "xlsx"])
    def test_what_no_file_can_hold(self, tmp_path: Path, form: str) -> None:
        """Half of a surrogate pair, which an escape in a file of ours may bring in."""
        if form == "xlsx":
            pytest.importorskip("xlsxwriter")
        indicator = kk.Indicator("甲\ud800乙", target=kk.AtLeast(kk.Quantity("2", "件")))
        section = kk.Section("表", "1", "表\udfff", indicators=[indicator])
        result = kk.evaluate(kk.Plan("計画\ud83d", sections=[section]))

        path = save_report(result, tmp_path / "report", form)
        if form == "json":
            assert "計画\ud83d" == json.loads(path.read_bytes())["title"]
        elif form != "xlsx":
            assert "甲\N{REPLACEMENT CHARACTER}乙" in path.read_text(encoding="utf-8")

    def test_by_format(self, tmp_path: Path) -> None:
        path = save_report(kk.evaluate(kk.Plan("計画")), tmp_path / "report", "json", lang="en")

        assert b'"language": "en"' in path.read_bytes()

    def test_unknown(self) -> None:
        told = r"no format ends in '.doc': .txt .md .json .tsv .html .htm .xlsx .pdf"
        with pytest.raises(ValueError, match=told):
            form_of("a.doc")

    def test_nothing_is_done_in_vain(self, tmp_path: Path) -> None:
        """Whether a file can be written is asked before the report is made."""
        (tmp_path / "a.pdf").touch()

        with pytest.raises(FileExistsError):
            save_report(kk.evaluate(kk.Plan("計画")), tmp_path / "a.pdf")
