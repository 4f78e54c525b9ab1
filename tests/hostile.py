"""Files that are made to do harm, each by a few lines; and a run of the command line, measured."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
#: The cells of a table that can be read.
TABLE = (("指標名", "実績値(R5)", "目標値(R5)"), ("相談件数", "3件", "2件以上"))
#: Without the processes that a browser has not, and without the limits that Windows has not.
ALONE = "import sys, kpikit.io.child as c; c._HAS_PROCESSES = False; "
#: Runs a command, and prints what came of it and what it took; a process that starts another
#: lends it its own size, so that the tests must not be the one.
MEASURE = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


#: Runs the command line over one file after the other in one process, and prints of each what
#: came of it, what it said and took, and the most memory that any has taken by then.
MANY = """
import contextlib, io, json, os, resource, sys
from kpikit.cli import main
for path in sys.argv[1:]:
    said, before = io.StringIO(), os.times()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        code = main(["evaluate", "--lang", "en", path])
    seconds = sum(os.times()[:4]) - sum(before[:4])
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps([code, said.getvalue(), seconds, max(each.ru_maxrss for each in used)]))
"""
#: Starts a process, to which it lends no size.
SMALL = "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)"


class Run(NamedTuple):
    """What a run of the command line came to."""

    code: int
    said: str
    #: Of the processor: other programs may be busy too.
    seconds: float
    megabytes: float


def run(*words: str | Path, before: str = "", after: str = "") -> Run:
    """Run ``kpikit evaluate`` in English, and measure it with the processes that it starts.

    Args:
        words: The words of the command line.
        before: Python code to run first.
        after: What a shell does first.
    """
    program = f"{before}from kpikit.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program if before else f"import sys; {program}"]
    command += ["evaluate", "--lang", "en", *map(str, words)]
    if after:
        command = ["sh", "-c", f'{after} && exec "$@"', "sh", *command]
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *command],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    code, seconds, kilobytes = done.stdout.split()
    return Run(int(code), done.stderr, float(seconds), int(kilobytes) / 1024)


def run_many(paths: Mapping[str, Path], *, before: str = "") -> dict[str, Run]:
    """Run ``kpikit evaluate`` in English over several files in one process, each measured."""
    command = [sys.executable, "-c", SMALL, sys.executable, "-c", before + MANY]
    done = subprocess.run(
        [*command, *map(str, paths.values())], capture_output=True, check=True, encoding="utf-8"
    )
    told = map(json.loads, done.stdout.splitlines())
    return {
        name: Run(code, said, seconds, kilobytes / 1024)
        for name, (code, said, seconds, kilobytes) in zip(paths, told, strict=True)
    }


def _text(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def sheet(after: str = "", *, cells: str = "", rows: str = "", top: str = "") -> str:
    """Return a sheet with the table, and what else is given: numbers stand below 備考."""
    heads = re.sub(r"<c [^>]*><v>[^<]*</v></c>", _text("備考"), cells)
    table = "".join(
        f"<row>{''.join(map(_text, row))}{more}</row>"
        for row, more in zip(TABLE, (heads, cells), strict=True)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{top}<worksheet xmlns="{MAIN}">'
        f"<sheetData>{table}{rows}</sheetData>{after}</worksheet>"
    )


def styles(inside: str = "", formats: str = "") -> str:
    """Return the styles of a workbook: *inside* are cell formats."""
    fonts = "<fonts><font/></fonts><fills><fill><patternFill/></fill></fills>"
    fonts += "<borders><border/></borders>"
    return (
        f'<styleSheet xmlns="{MAIN}">{formats}{fonts}<cellStyleXfs><xf/></cellStyleXfs>'
        f"<cellXfs><xf/>{inside}</cellXfs></styleSheet>"
    )


def strings(inside: str) -> str:
    return f'<sst xmlns="{MAIN}">{inside}</sst>'


def workbook(
    path: Path, *sheets: str | bytes, part: str = "xl/worksheets/sheet{}.xml", **parts: str | bytes
) -> Path:
    """Write a workbook of these sheets; other parts are given by their names without a suffix."""
    names = [part.format(number) for number in range(1, len(sheets) + 1)]
    listed = "".join(
        f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, len(sheets) + 1)
    )
    types = {f"/{name}": "worksheet" for name in names}
    types |= {"/xl/workbook.xml": "sheet.main"}
    types |= {f"/xl/{name}.xml": name for name in parts}
    targets = [*zip(names, ["worksheet"] * len(names), strict=True)]
    targets += [(f"xl/{name}.xml", name) for name in parts]
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="{name}" ContentType="{TYPE}.{kind}+xml"/>'
            for name, kind in types.items()
        )
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="/{name}"/>'
            for n, (name, kind) in enumerate(targets, 1)
        )
        + "</Relationships>",
        **dict(zip(names, sheets, strict=True)),
        **{f"xl/{name}.xml": text for name, text in parts.items()},
    }
    return packed(path, content)


def packed(path: Path, content: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return path


def ods(path: Path, rows: str, top: str = "") -> Path:
    """Write a workbook of LibreOffice with one sheet."""
    names = ("office", "table", "text")
    spaces = " ".join(f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in names)
    content = (
        f'<?xml version="1.0"?>{top}<office:document-content {spaces}><office:body>'
        f'<office:spreadsheet><table:table table:name="KPI">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return packed(
        path, {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": "<manifest/>"}
    )


def has_limits() -> bool:
    """Whether the system can bound the memory of a process."""
    return sys.platform.startswith("linux")


needs_limits = pytest.mark.skipif(not has_limits(), reason="memory can be bounded on Linux only")
