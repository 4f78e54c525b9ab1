"""Output files are whole or not there at all, and never replace another file by accident."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

import kpikit as kk
from kpikit.io.files import check_output, write_whole
from kpikit.io.unfinished import _lock
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


#: Writes a file as soon as it reads a line, and says what became of that.
WRITER = """
import sys
from kpikit.io.files import write_whole
print("ready", flush=True)
input()
try:
    write_whole(sys.argv[1], sys.argv[2].encode() * 100_000)
except FileExistsError as error:
    print(error.strerror)
else:
    print("written")
"""
#: Begins a file and never ends it.
HANGS = """
import sys, time
from pathlib import Path
from kpikit.io.unfinished import unfinished
with unfinished(Path(sys.argv[1])) as part:
    part.write(b"half")
    print("ready", flush=True)
    time.sleep(60)
"""


def started(program: str, *words: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", program, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    assert "ready\n" == process.stdout.readline()
    return process


class TestOthers:
    """Other writers, other owners, and what has the name already."""

    def test_one_of_several_writers(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        writers = {letter: started(WRITER, str(path), letter) for letter in "abcdef"}
        for each in writers.values():
            assert each.stdin is not None
            each.stdin.write("\n")
            each.stdin.flush()
        told = {letter: each.communicate()[0].strip() for letter, each in writers.items()}

        (winner,) = [letter for letter, words in told.items() if words == "written"]
        taken = "the file exists already: give force=True (--force) to replace it"
        assert {taken} == {words for letter, words in told.items() if letter != winner}
        assert (winner * 100_000, [path]) == (path.read_text("utf-8"), list(tmp_path.iterdir()))

    def test_cleared_away_before_it_was_locked(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Another writer took the new file for left, since it was unlocked: a new one is begun."""
        begun: list[Path] = []

        def lock_late(stream: BinaryIO, *, wait: bool = False) -> bool:
            if wait and not begun:
                (part,) = tmp_path.iterdir()
                part.unlink()
                begun.append(part)
            return _lock(stream, wait=wait)

        monkeypatch.setattr("kpikit.io.unfinished._lock", lock_late)
        path = write_whole(tmp_path / "a.txt", b"whole")
        assert (1, b"whole", [path]) == (len(begun), path.read_bytes(), list(tmp_path.iterdir()))

    def test_it_came_meanwhile(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "a.txt"
        monkeypatch.setattr(os, "fsync", lambda _number: path.write_bytes(b"first"))

        with pytest.raises(FileExistsError, match="the file exists already"):
            write_whole(path, b"second")
        assert (b"first", [path]) == (path.read_bytes(), list(tmp_path.iterdir()))

    @pytest.mark.skipif(os.name != "posix", reason="a signal is sent")
    def test_killed(self, tmp_path: Path) -> None:
        """What a killed writer left is cleared away by the next one, and not before."""
        with started(HANGS, str(tmp_path)) as writer:
            (part,) = tmp_path.iterdir()
            first = write_whole(tmp_path / "a.txt", b"whole")
            assert {part, first} == set(tmp_path.iterdir())
            writer.kill()
        assert part.exists()

        second = write_whole(tmp_path / "b.txt", b"whole")
        assert {first, second} == set(tmp_path.iterdir())

    def test_where_files_cannot_be_locked(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What has lain there for a day is nobody's."""
        monkeypatch.setitem(sys.modules, "fcntl", None)
        new, old, odd = (tmp_path / f".kpikit-{name}.part" for name in ("new", "old", "odd"))
        new.touch()
        old.touch()
        odd.mkdir()
        os.utime(old, (0, 0))

        path = write_whole(tmp_path / "a.txt", b"whole")
        assert {path, new, odd} == set(tmp_path.iterdir())

    @pytest.mark.parametrize("name", ["達" * 85, f"{'達' * 83}.txt"])
    def test_long_name(self, tmp_path: Path, name: str) -> None:
        """As long as a name may be: 255 bytes."""
        path = write_whole(tmp_path / name, b"old")
        assert b"new" == write_whole(path, b"new", force=True).read_bytes()
        assert [path] == list(tmp_path.iterdir())

    def test_link_to_nothing(self, tmp_path: Path) -> None:
        link, nothing = tmp_path / "a.txt", tmp_path / "none.txt"
        link.symlink_to(nothing)

        for force in (False, True):
            with pytest.raises(FileExistsError, match="a link that leads to nothing: remove it"):
                write_whole(link, b"new", force=force)
        assert (True, False) == (link.is_symlink(), nothing.exists())

    def test_link(self, tmp_path: Path) -> None:
        """What it leads to is replaced, and it stays."""
        folder = tmp_path / "there"
        folder.mkdir()
        link, real = tmp_path / "a.txt", folder / "b.txt"
        real.write_bytes(b"old")
        link.symlink_to(real)

        write_whole(link, b"new", force=True)
        assert (True, b"new") == (link.is_symlink(), real.read_bytes())

    def test_device(self) -> None:
        with pytest.raises(FileExistsError, match="no file but a device"):
            write_whole(os.devnull, b"new", force=True)

    @pytest.mark.skipif(os.name != "posix", reason="modes and owners of POSIX")
    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
    def test_mode(self, tmp_path: Path, mode: int) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(b"old")
        path.chmod(mode)

        write_whole(path, b"new", force=True)
        assert (b"new", mode) == (path.read_bytes(), stat.S_IMODE(path.stat().st_mode))

    @pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root gives away")
    def test_owner(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(b"old")
        os.chown(path, 12, 34)

        write_whole(path, b"new", force=True)
        assert (12, 34) == (path.stat().st_uid, path.stat().st_gid)

    def test_owner_that_cannot_be_kept(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(errno.EPERM, "Operation not permitted")

        path = tmp_path / "a.txt"
        path.write_bytes(b"old")
        monkeypatch.setattr(os, "fchown", refuse, raising=False)

        with pytest.raises(PermissionError, match="or by the owner of the file to replace"):
            write_whole(path, b"new", force=True)
        assert (b"old", [path]) == (path.read_bytes(), list(tmp_path.iterdir()))

    def test_disk_without_links(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr(os, "link", refuse)

        path = write_whole(tmp_path / "a.txt", b"whole")
        assert (b"whole", [path]) == (path.read_bytes(), list(tmp_path.iterdir()))

    def test_full_disk_without_links(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What could not get its name leaves nothing under it, and needs no room for a copy."""

        def refuse(*_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "link", refuse)
        monkeypatch.setattr(Path, "replace", refuse)
        monkeypatch.setattr("shutil.copyfileobj", refuse)

        with pytest.raises(OSError, match="nothing was left behind"):
            write_whole(tmp_path / "a.txt", b"whole")
        assert [] == list(tmp_path.iterdir())

    def test_taken_without_links(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Somebody who came meanwhile keeps the name there too."""
        path = tmp_path / "a.txt"

        def come(*_: object) -> None:
            path.write_bytes(b"theirs")
            raise PermissionError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr(os, "link", come)

        with pytest.raises(FileExistsError):
            write_whole(path, b"ours")
        assert (b"theirs", [path]) == (path.read_bytes(), list(tmp_path.iterdir()))

    def test_system_without_links(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """In a browser there is no such thing as a second name."""
        monkeypatch.delattr(os, "link")

        path = write_whole(tmp_path / "a.txt", b"whole")
        assert (b"whole", [path]) == (path.read_bytes(), list(tmp_path.iterdir()))

    def test_windows(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """There the file is closed before it gets its name."""
        monkeypatch.setattr("kpikit.io.unfinished._IS_WINDOWS", True)

        path = write_whole(tmp_path / "a.txt", b"old")
        assert b"new" == write_whole(path, b"new", force=True).read_bytes()
        assert [path] == list(tmp_path.iterdir())


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
