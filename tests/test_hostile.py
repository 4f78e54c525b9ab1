"""Files that are made to do harm: each ends soon, in little memory, with what to do."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

import pytest

import kpikit as kk
from hostile import (
    ALONE,
    TABLE,
    Run,
    needs_limits,
    ods,
    packed,
    run,
    run_many,
    sheet,
    strings,
    styles,
    workbook,
)
from kpikit.io import archive

Make: TypeAlias = Callable[[Path], Path]

#: Many of these take a process of their own, much memory or long.
pytestmark = pytest.mark.wide

ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
TOO_LARGE = "larger than the limit ({}): delete what is not used, or split the file"
DAMAGED = "truncated or damaged ({}): get it again, or open it and save it anew"
CELLS = TOO_LARGE.format("cells: 3,000,000")
FORMATTED = '<c s="1"><v>5</v></c>'

PLAN = json.dumps(
    {
        "format": "kpikit-plan",
        "version": 1,
        "plan": {
            "title": "市",
            "sections": [
                {
                    "kind": "table",
                    "code": "",
                    "title": "",
                    "indicators": [
                        {"name": "率", "observations": [{"quantity": {"value": "48.2"}}]}
                    ],
                }
            ],
        },
    }
)


def merge(reference: str) -> str:
    return sheet(f'<mergeCells><mergeCell ref="{reference}"/></mergeCells>')


def sheets(*texts: str | bytes, part: str = "xl/worksheets/sheet{}.xml") -> Make:
    return lambda folder: workbook(folder / "plan.xlsx", *texts, part=part)


def styled(*, cells: str = FORMATTED, inside: str = "", formats: str = "") -> Make:
    return lambda folder: workbook(
        folder / "plan.xlsx", sheet(cells=cells), styles=styles(inside, formats)
    )


def custom(code: str) -> str:
    """Return the number format 200."""
    return f'<numFmts><numFmt numFmtId="200" formatCode="{code}"/></numFmts>'


def texts(inside: str, cells: str = "") -> Make:
    return lambda folder: workbook(
        folder / "plan.xlsx", sheet(cells=cells), sharedStrings=strings(inside)
    )


def in_utf_16(text: str) -> bytes:
    return text.replace("UTF-8", "UTF-16").encode("utf-16")


def content(text: str) -> Make:
    def make(folder: Path) -> Path:
        path = folder / "plan.json"
        path.write_text(text, encoding="utf-8")
        return path

    return make


def link_to_an_endless_device(folder: Path) -> Path:
    path = folder / "plan.csv"
    path.symlink_to("/dev/zero")
    return path


def pipe(folder: Path) -> Path:
    path = folder / "plan.csv"
    os.mkfifo(path)
    return path


def many_parts(folder: Path) -> Path:
    return packed(folder / "plan.xlsx", {f"xl/{n}": "" for n in range(25_000)})


def package(**resource: object) -> Make:
    def make(folder: Path) -> Path:
        (folder / "a.csv").write_text("指標名,実績値,目標値\n数,1件,2件\n", encoding="utf-8")
        path = folder / "datapackage.json"
        path.write_text(json.dumps({"resources": [{"path": "a.csv"} | resource]}))
        return path

    return make


def text_cell(text: str, repeated: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="string"{repeated}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def row(cells: str, repeated: str = "") -> str:
    return f"<table:table-row{repeated}>{cells}</table:table-row>"


OPEN_TABLE = "".join(row("".join(map(text_cell, cells))) for cells in TABLE)


def opened(rows: str, top: str = "") -> Make:
    return lambda folder: ods(folder / "plan.ods", OPEN_TABLE + rows, top)


REFUSED: dict[str, tuple[Callable[[], Make], str]] = {
    # merged ranges, however they are written
    "merge": (lambda: sheets(merge("$A$1:$XFD$1048576")), CELLS),
    "merge-lower": (lambda: sheets(merge("a1:xfd1048576")), CELLS),
    "merge-references": (lambda: sheets(merge("&#65;1:&#x58;FD1048576")), CELLS),
    "merge-spaces": (lambda: sheets(merge(" A1 : XFD1048576\n")), CELLS),
    "merge-columns": (lambda: sheets(merge("A:XFD")), CELLS),
    "merge-rows": (lambda: sheets(merge("1:1048576")), CELLS),
    "merge-none": (
        lambda: sheets(merge("A1:B2 C3")),
        DAMAGED.format("no range of cells: A1:B2 C3"),
    ),
    "merge-utf-16": (lambda: sheets(in_utf_16(merge("A1:XFD1048576"))), CELLS),
    "merge-upper": (
        lambda: sheets(merge("A1:XFD1048576"), part="xl/worksheets/SHEET{}.XML"),
        CELLS,
    ),
    # parts by other names and in other encodings
    "entity-upper": (
        lambda: sheets(sheet(top=ENTITY), part="xl/worksheets/SHEET{}.XML"),
        "it declares a document type or entities (xl/worksheets/SHEET1.XML)",
    ),
    "entity-utf-16": (
        lambda: sheets(in_utf_16(sheet(top=ENTITY)), part="xl/media/picture{}.png"),
        "it declares a document type or entities (xl/media/picture1.png)",
    ),
    "entity-picture": (
        lambda: sheets(sheet(top=ENTITY), part="xl/media/picture{}.svg"),
        "it declares a document type or entities (xl/media/picture1.svg)",
    ),
    "encoding": (
        lambda: sheets(sheet().replace("UTF-8", "x-none")),
        DAMAGED.format("unknown encoding: x-none"),
    ),
    "encoding-of-two-bytes": (
        lambda: sheets(sheet().replace("UTF-8", "shift_jis").encode("cp932")),
        DAMAGED.format("multi-byte encodings are not supported"),
    ),
    # too much of anything
    "cells": (lambda: sheets(*[sheet(rows=f"<row>{'<c/>' * 2_000_000}</row>")] * 8), CELLS),
    "names": (
        lambda: sheets(sheet("".join(f"<n{n}/>" for n in range(10_001)))),
        TOO_LARGE.format("styles: 200,000"),
    ),
    "tag": (
        lambda: sheets(sheet('<x y="' + "z" * 1_200_000 + '"/>')),
        DAMAGED.format("xl/worksheets/sheet1.xml: a tag of more than 1,048,576 bytes"),
    ),
    "styles": (lambda: styled(inside="<xf/>" * 3_000_000), TOO_LARGE.format("styles: 200,000")),
    "strings": (
        lambda: texts("<si><t>x</t></si>" * 2_000_000),
        TOO_LARGE.format("strings: 500,000"),
    ),
    "one-string-in-many-cells": (
        lambda: texts(f"<si><t>{'x' * 1_000_000}</t></si>", '<c t="s"><v>0</v></c>' * 200),
        TOO_LARGE.format("size: 200,000,000"),
    ),
    "parts": (lambda: many_parts, TOO_LARGE.format("size: 1,000,000")),
    # formats and numbers
    "format-missing": (
        lambda: styled(inside='<xf numFmtId="200"/>'),
        DAMAGED.format("list index out")[:30],
    ),
    "format-number": (
        lambda: styled(inside='<xf numFmtId="4294967296"/>'),
        DAMAGED.format("signed integer")[:30],
    ),
    "style-missing": (
        lambda: sheets(sheet(cells='<c s="9"><v>5</v></c>')),
        DAMAGED.format("list index out")[:30],
    ),
    "number": (
        lambda: sheets(sheet(cells=f"<c><v>{'9' * 4000}</v></c>")),
        DAMAGED.format("int too large to convert to float"),
    ),
    # JSON
    "json-keys": (
        lambda: content(json.dumps({str(n): n for n in range(100_000)})),
        "neither a plan of kpikit",
    ),
    "json-twice": (
        lambda: content(json.dumps({str(n): n for n in range(100_000)})[:-1] + ', "7": 1}'),
        "not JSON ('7' stands twice in one object)",
    ),
    "json-exponent": (
        lambda: content('{"format": "kpikit-plan", "version": 1E+1000000}'),
        "version: a whole number is wanted",
    ),
    "json-digits": (
        lambda: content(PLAN.replace("48.2", "1E+1000000")),
        "quantity.value: digits as text are wanted",
    ),
    "json-many-digits": (
        lambda: content(PLAN.replace("48.2", "4" * 2_000_000)),
        "quantity.value: digits as text are wanted",
    ),
    "json-deep": (
        lambda: content("[" * 1_000_000),
        "the JSON is nested too deeply: write it with fewer levels",
    ),
    "json-faults": (
        lambda: content(PLAN.replace('"sections": [', '"sections": [' + "1," * 2_000_000)),
        "plan.sections[999]: an object is wanted\nonly the first 1,000 are listed: mend these",
    ),
    "json-members": (
        lambda: content(PLAN.replace("{", "{" + "".join(f'"k{n}": 1,' for n in range(100_000)), 1)),
        "only the first 1,000 are listed: mend these",
    ),
    "json-objects": (
        lambda: content('{"format": [' + '{"a":1},' * 3_300_000 + "1]}"),
        "{'a': 1}, ...] is not known: it must be kpikit-plan",
    ),
    "json-wide": (
        lambda: content('{"format": "' + "a" * 99_000_000 + '\U0001f600"}'),
        "aaaaaaaaa…' is not known: it must be kpikit-plan",
    ),
    "json-wider": (
        lambda: content('{"format": "' + "a" * 101_000_000 + '"}'),
        TOO_LARGE.format("size: 100,000,000"),
    ),
    "json-values": (lambda: content('{"format": [' + "[]," * 10_000_000 + "[]]}"), CELLS),
    # files that never end
    "endless": (
        lambda: link_to_an_endless_device,
        "no regular file (a device or a pipe): save it as a file, and name that",
    ),
    "pipe": (
        lambda: pipe,
        "no regular file (a device or a pipe): save it as a file, and name that",
    ),
    # data packages
    "package-nul": (
        lambda: package(path="a\0.csv"),
        "is no .csv, .tsv or .txt file below the folder",
    ),
    "package-windows": (lambda: package(path="..\\a.csv"), "below the folder of the package"),
    "package-drive": (lambda: package(path="C:a.csv"), "below the folder of the package"),
    "package-share": (
        lambda: package(path="//host/share/a.csv"),
        "below the folder of the package",
    ),
    "package-twice": (
        lambda: content(
            json.dumps({"resources": [{"path": "a.csv"}] + [{"path": "./a.csv"}] * 100_000})
        ),
        "resources: 'a.csv' is listed twice: list it once",
    ),
    "delimiter": (
        lambda: package(dialect={"delimiter": "::"}),
        "what separates cells is one character, no quote and no line end; it is not '::'",
    ),
    "package-encoding": (lambda: package(encoding="utf-8\0"), "no encoding is called 'utf-8\\x00'"),
    # workbooks of LibreOffice
    "ods-columns": (
        lambda: opened(row(text_cell("x", ' table:number-columns-repeated="9999"'))),
        TOO_LARGE.format("columns: 1,000"),
    ),
    "ods-rows": (
        lambda: opened(row(text_cell("x"), ' table:number-rows-repeated="299999"')),
        TOO_LARGE.format("rows: 200,000"),
    ),
    "ods-cells": (
        lambda: opened(
            row(
                text_cell("x", ' table:number-columns-repeated="999"'),
                ' table:number-rows-repeated="199999"',
            )
        ),
        CELLS,
    ),
    "ods-merged": (
        lambda: opened(row(text_cell("x", ' table:number-rows-spanned="1000000000"'))),
        CELLS,
    ),
    "ods-far": (
        lambda: opened(
            row("", ' table:number-rows-repeated="1000000"')
            + row('<table:table-cell table:number-columns-repeated="900"/>' + text_cell("x"))
        ),
        CELLS,
    ),
    "ods-entity": (
        lambda: opened("", ENTITY),
        "it declares a document type or entities (content.xml)",
    ),
}

#: Of these, what is read in a process of its own where there can be one.
LARGE = {"cells", "styles", "strings", *(name for name in REFUSED if name.startswith("ods"))}
#: What takes nearly all the memory that there is, and is read in a process that read nothing else.
LARGEST = "json-wide"
READ: dict[str, Callable[[], Make]] = {
    "link-over-the-sheet": lambda: sheets(
        sheet('<hyperlinks><hyperlink ref="A1:XFD1048576" location="S1!A1"/></hyperlinks>')
    ),
    "equal-merges": lambda: sheets(
        sheet("<mergeCells>" + '<mergeCell ref="A9:B9"/>' * 99_000 + "</mergeCells>")
    ),
    "merges": lambda: sheets(
        sheet(
            "<mergeCells>"
            + "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(9, 99_009))
            + "</mergeCells>"
        )
    ),
    "long-format": lambda: styled(
        inside='<xf numFmtId="200"/>',
        formats=custom("0" * 1_000_000),
    ),
    "large-picture": lambda: (
        lambda folder: packed_more(
            workbook(folder / "plan.xlsx", sheet()), "xl/media/a.png", "x" * 200_000
        )
    ),
    "picture-with-a-document-type": lambda: (
        lambda folder: packed_more(
            workbook(folder / "plan.xlsx", sheet()), "xl/media/a.svg", "<!DOCTYPE svg><svg/>"
        )
    ),
}


#: What takes a second or more by its mere size: `.ci/full` runs it, and smaller ones of its kind
#: are tried with lower limits (:class:`TestParts`).
HEAVY = frozenset(
    ("cells", "strings", "one-string-in-many-cells", "json-objects", "json-wide", "json-wider")
) | {"package-twice", "equal-merges", "merges"}


def packed_more(path: Path, name: str, text: str) -> Path:
    import zipfile

    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr(name, text)
    return path


def check(done: Run) -> None:
    """Nothing takes ten seconds, nor a gigabyte."""
    assert done.seconds < 10
    assert done.megabytes < 1000
    assert "Traceback" not in done.said


def made(factory: pytest.TempPathFactory, names: Iterable[str]) -> dict[str, Path]:
    """Make some of these files."""
    makers = {name: make for name, (make, _) in REFUSED.items()} | READ
    return {name: makers[name]()(factory.mktemp(name)) for name in names}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """Run the command line over all of these files but the heaviest, as it is usually run."""
    return run_many(made(tmp_path_factory, (REFUSED.keys() | READ.keys()) - HEAVY))


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """Run it over the heaviest."""
    paths = made(tmp_path_factory, HEAVY)
    large = run(paths.pop(LARGEST))
    return run_many(paths) | {LARGEST: large}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """Run it over the large ones where no process can be started."""
    return run_many(made(tmp_path_factory, LARGE - HEAVY), before=ALONE)


@needs_limits
class TestRefused:
    """Exit code 3, and a message that says what to do."""

    @pytest.mark.parametrize("name", [name for name in REFUSED if name not in HEAVY])
    def test_usual(self, usual: dict[str, Run], name: str) -> None:
        self.check(usual[name], name)

    @pytest.mark.long
    @pytest.mark.parametrize("name", [name for name in REFUSED if name in HEAVY])
    def test_heavy(self, heavy: dict[str, Run], name: str) -> None:
        self.check(heavy[name], name)

    @staticmethod
    def check(done: Run, name: str) -> None:

        check(done)
        assert REFUSED[name][1] in done.said
        assert 3 == done.code


@needs_limits
class TestCountersAlone:
    """Where no process can be started what is counted holds alone."""

    @pytest.mark.parametrize("name", sorted(LARGE - HEAVY))
    def test_usual(self, alone: dict[str, Run], name: str) -> None:
        TestRefused.check(alone[name], name)

    @pytest.mark.long
    def test_heavy(self, tmp_path_factory: pytest.TempPathFactory) -> None:
        paths = made(tmp_path_factory, LARGE & HEAVY)
        for name, done in run_many(paths, before=ALONE).items():
            TestRefused.check(done, name)


@needs_limits
class TestRead:
    """What looks dangerous and is not is read."""

    @pytest.mark.parametrize("name", [name for name in READ if name not in HEAVY])
    def test_usual(self, usual: dict[str, Run], name: str) -> None:
        self.check(usual[name])

    @pytest.mark.long
    @pytest.mark.parametrize("name", [name for name in READ if name in HEAVY])
    def test_heavy(self, heavy: dict[str, Run], name: str) -> None:
        self.check(heavy[name])

    @staticmethod
    def check(done: Run) -> None:
        check(done)
        assert (0, "") == (done.code, done.said)


@pytest.mark.long
@needs_limits
def test_many_small_numbers_of_an_ods_file(tmp_path: Path) -> None:
    number = '<table:table-cell office:value-type="float" office:value="1.5"/>'
    rows = "".join(row(text_cell(f"甲{n}") + number + text_cell("3件")) for n in range(8_000))
    before = os.times()
    plan = kk.read_plan(opened(rows)(tmp_path))
    after = os.times()

    assert () == plan.issues
    assert 1 + 8_000 == sum(1 for _ in plan.indicators())  # the row that the table has, too
    # About three seconds, and three times that where it is traced; it was quadratic.
    assert sum(after[:4]) - sum(before[:4]) < (12 if sys.gettrace() else 4)


class TestLongFormat:
    """A format of a million zeros is not written out."""

    def test_issue(self, tmp_path: Path) -> None:
        plan = kk.read_plan(READ["long-format"]()(tmp_path))

        assert [("number-format-unknown", "5", "0" * 40)] == [
            (each.code, each.text, each.detail) for each in plan.issues
        ]

    def test_date(self, tmp_path: Path) -> None:
        code = "yyyy" * 500
        make = styled(inside='<xf numFmtId="200"/>', formats=custom(code))
        (indicator,) = kk.read_plan(make(tmp_path)).indicators()

        assert indicator.source is not None
        assert "1900年1月5日" == indicator.source.cells[-1].text


@needs_limits
class TestUnderALimitOfMemory:
    """What the parent may not have, its process cannot be given."""

    @pytest.mark.wide
    @pytest.mark.parametrize(
        "make",
        [
            lambda: sheets(sheet()),
            lambda: sheets(sheet(rows=" " * 2_000_000)),
            lambda: opened(""),
        ],
        ids=["here", "large", "old"],
    )
    def test_read(self, tmp_path: Path, make: Callable[[], Make]) -> None:
        done = run(make()(tmp_path), after="ulimit -v 3000000")

        assert (0, "") == (done.code, done.said)


class TestParts:
    """The archive itself."""

    def test_compression(self, tmp_path: Path) -> None:
        path = sheets(sheet())(tmp_path)
        data = path.read_bytes()
        at = data.index(b"PK\x01\x02") + 10
        path.write_bytes(data[:at] + b"\x0c" + data[at + 1 :])

        with pytest.raises(kk.TableError, match=r"truncated or damaged \(compression 12\)"):
            kk.read_plan(path)

    def test_encrypted_part(self, tmp_path: Path) -> None:
        path = opened("")(tmp_path)
        data = path.read_bytes()
        at = data.index(b"PK\x01\x02") + 8
        path.write_bytes(data[:at] + b"\x01" + data[at + 1 :])

        with pytest.raises(kk.TableError, match="protected by a password"):
            kk.read_plan(path)

    def test_binary_workbook(self, tmp_path: Path) -> None:
        path = packed(tmp_path / "plan.xlsb", {"xl/workbook.bin": "x"})
        with pytest.raises(kk.TableError, match="truncated or damaged"):
            kk.read_plan(path)

    def test_two_sheets_of_one_name(self, tmp_path: Path) -> None:
        path = sheets(sheet(), sheet())(tmp_path)
        data = {name: text.replace(b'"S2"', b'"S1"') for name, text in parts_of(path).items()}
        with pytest.raises(kk.TableError, match="two sheets are called S1"):
            kk.read_plan(packed(path, data))

    def test_sheets_that_are_none(self, tmp_path: Path) -> None:
        """A chart, and a sheet whose part is missing."""
        path = sheets(sheet(), sheet(), sheet())(tmp_path)
        data = parts_of(path)
        del data["xl/worksheets/sheet2.xml"]
        links = "xl/_rels/workbook.xml.rels"
        data[links] = data[links].replace(
            b'worksheet" Target="/xl/worksheets/sheet3',
            b'chartsheet" Target="/xl/worksheets/sheet3',
        )
        plan = kk.read_plan(packed(path, data))

        assert ["S1"] == [each.value for each in plan.chosen if each.what == "sheet"]

    @pytest.mark.parametrize(
        ("rows", "limits", "what"),
        [
            ("<row/>" * 1_000, kk.Limits(rows=30), "rows: 30"),
            (f"<row>{'<f/>' * 300}</row>", kk.Limits(cells=40, styles=50), "cells: 40"),
            (f"<row>{'<x/>' * 60}</row>", kk.Limits(styles=50), "styles: 50"),
        ],
    )
    def test_counts(self, tmp_path: Path, rows: str, limits: kk.Limits, what: str) -> None:
        with pytest.raises(kk.TableError, match=rf"\({what}\)"):
            kk.read_plan(sheets(sheet(rows=rows))(tmp_path), limits=limits)

    @pytest.mark.parametrize(
        ("shared", "cells", "limits", "what"),
        [
            ("<si><t>x</t></si>" * 60, "", kk.Limits(strings=50), "strings: 50"),
            (
                f"<si><t>{'x' * 1_000}</t></si>",
                '<c t="s"><v>0</v></c>' * 200,
                kk.Limits(size=100_000),
                "size: 100,000",
            ),
        ],
    )
    def test_texts(
        self, tmp_path: Path, shared: str, cells: str, limits: kk.Limits, what: str
    ) -> None:
        with pytest.raises(kk.TableError, match=rf"\({what}\)"):
            kk.read_plan(texts(shared, cells)(tmp_path), limits=limits)

    def test_elements_of_an_ods_file(self, tmp_path: Path) -> None:
        limits = kk.Limits(cells=20, styles=50)
        with pytest.raises(kk.TableError, match=r"\(cells: 20\)"):
            kk.read_plan(opened(row("<table:x/>" * 200))(tmp_path), limits=limits)

    def test_counts_of_several_prefixes(self) -> None:
        tally = archive.WorkbookTally()
        for name in ("c", "x:c", "y:c"):
            tally.start(name, {})

        with pytest.raises(kk.TableError, match=r"\(cells: 2\)"):
            tally.check("plan.xlsx", kk.Limits(cells=2))


def parts_of(path: Path) -> dict[str, bytes]:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_formats_of_sheets_are_found(tmp_path: Path) -> None:
    """A workbook made of these parts is one that is read."""
    make = styled(
        inside='<xf numFmtId="200"/><xf numFmtId="9"/><xf numFmtId="90"/>',
        formats=custom("0&quot;件&quot;"),
        cells=FORMATTED + '<c s="2"><v>0.5</v></c><c s="3"><v>7</v></c>',
    )
    (indicator,) = kk.read_plan(make(tmp_path)).indicators()

    assert indicator.source is not None
    assert ["5件", "50%", "7"] == [cell.text for cell in indicator.source.cells[3:]]
