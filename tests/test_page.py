"""The page: its parts, how it is put together, served, and what it asks of kpikit."""

from __future__ import annotations

import base64
import gzip
import hashlib
import http.client
import io
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import kpikit as kk
from kpikit.cli import main
from kpikit.language.errors import FormatError, MissingDependencyError
from kpikit.page import Page, locked, serving, write_page
from kpikit.page.built import built
from kpikit.page.desk import FORMS, Judged, download, judge
from kpikit.page.parts import fetched, taken_from
from page_parts import ARCHIVES, small_parts, zip_of
from sagamihara import EXAMPLE


class TestParts:
    """Archives at locked versions, each with its hash."""

    def test_lock(self) -> None:
        parts = locked()

        assert all(re.fullmatch("[0-9a-f]{64}", each.sha256) for each in parts.all)
        assert all(each.version in each.file for each in parts.all)
        assert "pkg:npm/pyodide@314.0.7" == parts.interpreter.purl
        names = [each.name for each in parts.without("pypdfium2").wheels]
        assert [each.name for each in parts.wheels] == [*names, "pypdfium2"]

    def test_folder(self, tmp_path: Path) -> None:
        for name, data in {**ARCHIVES, "other.whl": b""}.items():
            (tmp_path / name).write_bytes(data)
        assert ARCHIVES == taken_from(tmp_path, small_parts())

    def test_archive(self, tmp_path: Path) -> None:
        path = tmp_path / "parts.zip"
        path.write_bytes(zip_of({f"parts/{name}": data for name, data in ARCHIVES.items()}))
        assert ARCHIVES == taken_from(path, small_parts())

    def test_missing(self, tmp_path: Path) -> None:
        (tmp_path / "attrs.whl").write_bytes(ARCHIVES["attrs.whl"])
        with pytest.raises(FormatError) as caught:
            taken_from(tmp_path, small_parts())
        assert f"{tmp_path} lacks parts of the page: interpreter.tgz" == str(caught.value)

    def test_archive_that_lacks_one(self, tmp_path: Path) -> None:
        path = tmp_path / "parts.zip"
        path.write_bytes(zip_of({}))
        with pytest.raises(FormatError, match=r"lacks parts of the page: interpreter\.tgz attrs"):
            taken_from(path, small_parts())

    def test_another(self, tmp_path: Path) -> None:
        """A part that was changed is refused, whoever changed it."""
        (tmp_path / "attrs.whl").write_bytes(b"another")
        found, wanted = (hashlib.sha256(d).hexdigest() for d in (b"another", ARCHIVES["attrs.whl"]))
        with pytest.raises(FormatError) as caught:
            taken_from(tmp_path, small_parts())
        assert str(caught.value) == (
            f"attrs.whl is not the one that is locked (its SHA-256 is {found}, "
            f"and should be {wanted})"
        )

    def test_no_archive(self, tmp_path: Path) -> None:
        path = tmp_path / "parts.txt"
        path.write_text("parts", encoding="utf-8")
        with pytest.raises(FormatError, match="is neither a folder nor a zip archive of parts"):
            taken_from(path, small_parts())

    def test_nothing_to_fetch_with(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(MissingDependencyError, match=r"^npm could not fetch parts \("):
            fetched(locked())

    @pytest.mark.wide
    @pytest.mark.skipif(os.name != "posix", reason="npm is a script of the shell here")
    def test_what_was_fetched_is_checked(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With a program in the place of npm, and nothing for pip to fetch."""
        (tmp_path / "packed").write_bytes(ARCHIVES["interpreter.tgz"])
        npm = tmp_path / "npm"
        npm.write_text(f'#!/bin/sh\ncp "{tmp_path}/packed" "$5/interpreter.tgz"\n', "utf-8")
        npm.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setenv("PIP_NO_INDEX", "1")
        few = small_parts().without("attrs")

        assert {"interpreter.tgz": ARCHIVES["interpreter.tgz"]} == fetched(few)
        (tmp_path / "packed").write_bytes(b"another")
        with pytest.raises(FormatError, match=r"interpreter\.tgz is not the one that is locked"):
            fetched(few)

    @pytest.mark.wide
    def test_fetched(self) -> None:
        """The interpreter by npm and a wheel by pip, where both can be reached."""
        parts = locked()
        few = parts.without(*(each.name for each in parts.wheels if each.name != "attrs"))
        try:
            found = fetched(few)
        except MissingDependencyError as error:
            pytest.skip(str(error))
        assert {each.file for each in few.all} == found.keys()


@pytest.fixture(scope="module")
def page() -> Page:
    return built(ARCHIVES, small_parts())


def block(document: str, name: str) -> str:
    """Return what stands in a block of data of the page."""
    found = re.search(
        rf'<script type="[^"]+" id="{re.escape(name)}">(.*?)</script>', document, re.DOTALL
    )
    assert found is not None
    return found[1]


class TestBuilt:
    """One file with everything in it."""

    def test_policy(self, page: Page) -> None:
        """Only the program of the page runs, and nothing is connected to."""
        document = page.whole().decode()
        (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', document)
        rules = dict(each.split(" ", 1) for each in policy.split("; "))

        program = document.rpartition("<script>")[2].partition("</script>")[0]
        digest = base64.b64encode(hashlib.sha256(program.encode()).digest()).decode()
        assert f"'sha256-{digest}' blob: 'wasm-unsafe-eval'" == rules["script-src"]
        nothing = ("default-src", "connect-src", "form-action", "base-uri", "frame-src")
        assert ["'none'"] * 5 == [rules[name] for name in nothing]
        assert "http-equiv" in document.partition("<title>")[0]

    def test_same_bytes(self, page: Page) -> None:
        assert page.whole() == built(ARCHIVES, small_parts()).whole()

    def test_parts(self, page: Page) -> None:
        document = page.whole().decode()
        parts = {name: gzip.decompress(data) for name, data in page.parts}

        for name, data in parts.items():
            packed = base64.b64decode(block(document, f"part-{name}"))
            assert data == gzip.decompress(packed)
        assert b"wasm" == parts["pyodide.asm.wasm"]
        assert "相模原市ICT総合戦略" in parts["example.html"].decode()
        with ZipFile(io.BytesIO(parts["python_stdlib.zip"])) as library:
            assert ["os.py", "unittests.py"] == library.namelist()
        with ZipFile(io.BytesIO(parts["site.zip"])) as site:
            names = site.namelist()
        assert {
            *("attrs/__init__.py", "kpikit/__init__.py", "kpikit/page/desk.py"),
            *("kpikit/language/messages/pages.tsv", "kpikit/page/example/measures.tsv"),
        } <= {*names}
        assert not [name for name in names if name.endswith((".pyc", "/"))]

    def test_what_it_is_made_of(self, page: Page) -> None:
        document = page.whole().decode()
        sbom = json.loads(block(document, "sbom"))
        facts = json.loads(block(document, "facts"))

        python, *parts = sbom["components"]
        assert ("python", "3.14.2") == (python["name"], python["version"])
        assert ["pkg:npm/pyodide@1", "pkg:pypi/attrs@1"] == [each["purl"] for each in parts]
        assert f"kpikit {kk.__version__} (MIT)" == facts["made_of"].split("\n")[0]
        made_of = ["Python 3.14.2 (PSF-2.0)", "pyodide 1 (MIT)", "attrs 1 (MIT)"]
        assert made_of == facts["made_of"].split("\n")[1:]
        assert {"info": {"python": "3.14.2"}, "packages": {}} == json.loads(facts["lock"])
        with ZipFile(io.BytesIO(gzip.decompress(dict(page.parts)["site.zip"]))) as site:
            licence = f"kpikit-{kk.__version__}.dist-info/licenses/LICENSE"
            assert site.read(licence).startswith(b"MIT License")
            assert {0} == {each.create_system for each in site.infolist()}
        assert facts["example"].startswith("目標のある30件のうち23件が達成")

    def test_words(self, page: Page) -> None:
        """All that the page says is there in both languages, and nothing says what is not."""
        document = page.whole().decode()
        words = json.loads(block(document, "words"))
        program = document.rpartition("<script>")[2]
        said = {*re.findall(r'data-say="([\w-]+)"', document)}
        said |= {*re.findall(r'"(page-[a-z-]+)"', program)}

        assert said <= words.keys()
        assert all(each["ja"] and each["en"] for each in words.values())
        assert "<" not in block(document, "words")

    def test_command(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        words = ["--parts", str(tmp_path), "--without-pdf", "--lang", "en"]
        output = str(tmp_path / "kpikit.html")

        assert 2 == main(["page", "-o", output, *words])
        assert "lacks parts of the page: pyodide-314.0.7.tgz" in capsys.readouterr().err
        assert 2 == main(["serve", *words])
        assert "lacks parts of the page: pyodide-314.0.7.tgz" in capsys.readouterr().err
        with pytest.raises(SystemExit):
            main(["page", "-o", str(tmp_path / "kpikit.txt"), *words])
        assert ".html .htm" in capsys.readouterr().err

    def test_written(
        self, tmp_path: Path, page: Page, monkeypatch: pytest.MonkeyPatch, capsys: Any
    ) -> None:
        """The command with the small parts in place of the locked ones."""
        monkeypatch.setattr("kpikit.page.made.locked", small_parts)
        for name, data in ARCHIVES.items():
            (tmp_path / name).write_bytes(data)
        output = tmp_path / "kpikit.html"

        assert 0 == main(["page", "-o", str(output), "--parts", str(tmp_path), "--lang", "en"])
        assert page.whole() == output.read_bytes()
        size = f"{output.stat().st_size / 1e6:.1f}"
        told = f"{output} was written ({size} MB): open it in a browser\n"
        assert told == capsys.readouterr().out
        with pytest.raises(FileExistsError):
            write_page(output, tmp_path)


@pytest.fixture(scope="module")
def address(page: Page) -> Iterator[tuple[str, int]]:
    with serving(page) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield "127.0.0.1", server.server_port
        server.shutdown()
        thread.join()


class TestServed:
    """The same from this machine, to this machine."""

    def ask(self, address: tuple[str, int], path: str, host: str = "") -> Any:
        with closing(http.client.HTTPConnection(*address)) as connection:
            connection.request("GET", path, headers={"Host": host or f"localhost:{address[1]}"})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()

    def test_document(self, page: Page, address: tuple[str, int]) -> None:
        status, headers, data = self.ask(address, "/")

        assert (200, page.around()) == (status, data)
        assert ("text/html; charset=utf-8", "no-cache") == (
            headers["Content-Type"],
            headers["Cache-Control"],
        )
        assert b"connect-src 'self'" in data
        assert len(data) < len(page.whole())

    def test_parts(self, page: Page, address: tuple[str, int]) -> None:
        """Each has an address that tells what is in it, so that a browser keeps it."""
        document = page.around().decode()
        names = json.loads(block(document, "served"))

        assert [name for name, _ in page.parts] == [*names]
        for name, data in page.parts:
            status, headers, found = self.ask(address, f"/{names[name]}")
            assert (200, data) == (status, found)
            assert "immutable" in headers["Cache-Control"]

    def test_nothing_else(self, address: tuple[str, int]) -> None:
        assert 404 == self.ask(address, "/etc/passwd")[0]
        assert 403 == self.ask(address, "/", "kpikit.example:80")[0]

    def test_command(self, monkeypatch: pytest.MonkeyPatch, capsys: Any, page: Page) -> None:
        def ended(_server: Any) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("kpikit.page.made.build_page", lambda *_given, **_how: page)
        serves = "http.server.ThreadingHTTPServer.serve_forever"
        monkeypatch.setattr(serves, lambda _server: None)
        assert 0 == main(["serve", "--lang", "ja"])
        assert "を開く" in capsys.readouterr().out
        monkeypatch.setattr(serves, ended)
        assert 130 == main(["serve", "--lang", "en"])
        assert re.match(r"Open http://127\.0\.0\.1:\d+/ and stop", capsys.readouterr().out)


TABLE = "指標名,当初値,実績値(R5),目標値(R5)\n利用率,40%,48%,55%以上\n窓口の数,,3か所,5か所\n"


#: Tells whether something is kept, and what is imported for the second file and not for the first.
PRACTISED = """
import gc, sys
from kpikit.page.desk import judge, practise
practise()
known = {*sys.modules}
given = {"lang": "ja", "example": False, "previous": [], "layout": None, "labels": {}}
table = "指標,実績値,目標値\\nA,3,5\\n"
files = [{"name": "plan.csv", "content": table.encode()}]
judge({**given, "answers": [], "as_of": "", "scheme": "", "files": files})
new = {*sys.modules} - known
print(gc.get_freeze_count() > 0, sorted(each for each in new if each.startswith("kpikit")))
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Come back from where the desk goes."""
    monkeypatch.chdir(tmp_path)


def file(name: str, text: str) -> dict[str, Any]:
    return {"name": name, "content": text.encode()}


def asked(*files: dict[str, Any], **named: Any) -> dict[str, Any]:
    """Return what the page shows of files."""
    return judged(*files, **named).shown


def judged(*files: dict[str, Any], **named: Any) -> Judged:
    usual = {"lang": "en", "example": False, "previous": [], "layout": None, "labels": {}}
    more = {"answers": [], "as_of": "", "scheme": ""}
    return judge({**usual, **more, "files": [*files], **named})


COUNTS = ("achieved", "not_achieved", "indeterminate", "not_due")


class TestDesk:
    """What the page asks of kpikit, by the same interpreter as everything else here."""

    def test_example(self) -> None:
        found = asked(example=True, lang="ja")
        counts = kk.evaluate(kk.read_plan(EXAMPLE / "datapackage.json")).summary()

        assert {name: getattr(counts, name) for name in COUNTS} == found["counts"]
        assert "" == found["fault"]
        assert "16/20" in found["answer"]
        assert found["report"].startswith(b"<!doctype html>")
        assert len(kk.audit(kk.read_plan(EXAMPLE / "datapackage.json"))) >= len(found["audit"]) > 9

    @pytest.mark.wide
    def test_practised(self) -> None:
        """What a first file needs is there then, and is not looked through again."""
        command = [sys.executable, "-c", PRACTISED]
        run = subprocess.run(command, check=False, capture_output=True, text=True)
        assert ("True []\n", "") == (run.stdout, run.stderr)

    def test_table(self) -> None:
        found = asked(file("plan.csv", TABLE))

        assert [0, 1, 1, 0] == [found["counts"][name] for name in COUNTS]
        (question,) = found["questions"]
        assert ("窓口の数", "") == (question["indicator"], question["section"])
        assert ["higher", "lower"] == [each["value"] for each in question["choices"]]
        taken = {each["text"]: each["taken"] for each in found["labels"]}
        assert {"指標名": "indicator", "当初値": "baseline"}.items() <= taken.items()
        offered = {each["value"]: each["label"] for each in found["roles"]}
        assert {"indicator", "target", "actual", "baseline", "text"} <= offered.keys()
        assert ("target", "not used") == (offered["target"], offered["text"])
        assert "the encoding was taken to be utf-8" in found["chosen"][0]

    def test_years(self) -> None:
        """A year below a heading is told as what it is, and not as a label of no use."""
        found = asked(
            file("plan.csv", "指標名,実績値,,目標値\n,R5,R6,R6\n利用率,50%,60%,55%以上\n")
        )
        taken = {each["text"]: each["taken"] for each in found["labels"]}
        assert ("actual", "year") == (taken["実績値"], taken["R6"])

    def test_what_could_not_be_read(self) -> None:
        """Where it stands, and the cell with what was not understood."""
        found = asked(file("plan.csv", "指標名,実績値,目標値\n利用率,60%,55ほにゃ??\n"), lang="en")
        (issue,) = found["issues"]
        assert ("plan.csv:2 「目標値」", "55ほにゃ??") == (
            issue["place"],
            issue["before"] + issue["marked"] + issue["after"],
        )
        assert issue["marked"]
        assert issue["message"]

    def test_answer(self) -> None:
        answer = {"indicator": "窓口の数", "section": "", "direction": "lower"}
        found = asked(file("plan.csv", TABLE), answers=[answer])

        assert [1, 1, 0, 0] == [found["counts"][name] for name in COUNTS]
        assert [] == found["questions"]

    def test_labels(self) -> None:
        """A heading that says nothing is assigned, and the layout for next year keeps that."""
        table = file("plan.csv", "何を,到達,めざす\n利用率,60%,55%以上\n講座の数,3回,5回以上\n")
        assert "no table" in asked(table)["fault"]
        assert ["何を", "到達", "めざす"] == [e["text"] for e in asked(table)["labels"]][:3]

        labels = {"何を": "indicator", "到達": "actual", "めざす": "target"}
        result = judged(table, labels=labels, lang="ja")
        found = result.shown
        assert ("", 1, 1) == (
            found["fault"],
            found["counts"]["achieved"],
            found["counts"]["not_achieved"],
        )
        assert "実績 3回 / 目標 5回以上" in found["report"].decode()  # what to look at first
        layout = download(result, {"form": "layout", "lang": "en"})
        again = {"name": "layout.toml", "content": layout["content"]}
        assert found["counts"] == asked(table, layout=again)["counts"]
        other = asked(table, layout=again, labels={"到達": "text"})
        assert other["fault"]

    def test_several_files(self) -> None:
        one = file("a.csv", TABLE)
        other = file("b.csv", TABLE.replace("利用率", "参加率"))
        found = asked(one, other, file("a.csv", TABLE.replace("利用率", "加入率")))
        assert 3 == found["counts"]["not_achieved"]
        assert [] == found["labels"]

    def test_names_that_lead_elsewhere(self, tmp_path: Path) -> None:
        found = asked(file("..\\..\\plan.csv", TABLE), lang="ja")
        assert 1 == found["counts"]["not_achieved"]
        assert [] == [*tmp_path.iterdir()]
        assert 1 == asked(file("", TABLE))["counts"]["not_achieved"]

    def test_previous(self) -> None:
        before = file("plan.csv", TABLE.replace("55%", "60%"))
        found = asked(file("plan.csv", TABLE), previous=[before])
        assert "利用率" in found["changed"]
        same = asked(file("plan.csv", TABLE), previous=[file("plan.csv", TABLE)])
        assert "Nothing is different." == same["changed"]

    def test_scheme_and_day(self) -> None:
        found = asked(file("plan.csv", TABLE), scheme="miyagi", as_of="2024-03-31")
        assert "" == found["fault"]
        assert b"2024" in found["report"]

    @pytest.mark.parametrize(
        ("given", "fault"),
        [
            ({"files": [file("plan.xlsx", "no workbook")]}, "plan.xlsx"),
            ({"files": [file("plan.json", "{")]}, "plan.json"),
            ({"files": [file("plan.csv", TABLE)], "as_of": "soon"}, "soon"),
            ({"files": [file("plan.csv", TABLE)], "layout": file("a.toml", "[")}, "a.toml"),
        ],
    )
    def test_fault(self, given: dict[str, Any], fault: str) -> None:
        found = judged(**{"files": [], **given})
        nothing = {"fault": "Nothing was judged yet"}
        assert fault in found.shown["fault"]
        assert b"" == found.shown["report"]
        assert nothing == download(found, {"form": "html", "lang": "en"})
        assert nothing == download(None, {"form": "html", "lang": "en"})

    @pytest.mark.parametrize("form", FORMS)
    def test_download(self, form: str) -> None:
        saved = download(judged(file("plan.csv", TABLE)), {"form": form, "lang": "ja"})
        assert FORMS[form] == (saved["type"], f".{saved['name'].partition('.')[2]}")
        assert saved["content"]
        if form == "csv":
            assert saved["content"].startswith(b"\xef\xbb\xbftable,no,part,indicator,verdict,")
            assert b"\r\n" in saved["content"]
            assert "利用率" in saved["content"].decode()
        if form == "plan":
            assert kk.read_plan(saved["content"], name="plan.json").sections

    def test_download_that_fails(self, monkeypatch: pytest.MonkeyPatch) -> None:
        result = judged(file("plan.csv", TABLE))
        monkeypatch.setattr("tempfile.tempdir", "/nowhere")
        told = download(result, {"form": "plan", "lang": "en"})
        assert "/nowhere" in told["fault"]

    def test_nothing_is_left(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """What was handed over is forgotten, however often it is judged and saved."""
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        before = Path.cwd()
        result = judged(file("plan.csv", TABLE), previous=[file("plan.csv", TABLE)])
        download(result, {"form": "plan", "lang": "en"})
        assert [] == [*tmp_path.iterdir()]
        assert before == Path.cwd()
