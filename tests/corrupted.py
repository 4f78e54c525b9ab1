"""Files of every kind that is read, spoilt at random, and what the command line says of them.

Each file is made of a number and a seed alone, so that one that is told wrong can be made again.
"""

from __future__ import annotations

import io
import random
import traceback
import zipfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

import flows
import hostile
import kpikit as kk
import pdf_files
from kpikit.cli import main
from sagamihara import EXAMPLE

__all__ = ["KINDS", "Outcome", "check", "corrupted"]

GOLDEN: Final = Path(__file__).parent / "golden"
#: A table with what cells may hold.
ROWS: Final = (
    ("No.", "施策名", "指標名", "単位", "当初値(R4)", "実績値(R5)", "目標値(R8)", "達成率", "評価"),
    ("1", "窓口", "利用率", "%", "48.0", "→ 約50.2 (R5)", "55%以上", "40%", "B"),
    ("2", "道路", "事故件数", "件", "140", "▲9件", "平成25年度から10%減", "—", "○"),
    ("", "", "①男 ②女", "", "①5% ②6%", "①6% ②集計中", "①7% ②8%", "", ""),
    ("3", "", "累計参加者数(再掲)", "千人", "1万6千", "16,800人", "現状維持", "105.0", "×"),
)
#: What is put into a file: what has a meaning in one or another kind.
SCRAPS: Final = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"'", b",", b"\t", b"\r", b"\n", b"<", b">", b"&"),
    *(b"]]>", b"&#0;", b"&x;", b"<td rowspan=99999>", b"1e999999", b"-1", b"NaN", b"null", b"{}"),
    *(b"[[[", b"\x1b[2J", "\u202e".encode(), "令和99年度".encode(), "㎡".encode("cp932")),
    *(b"endobj", b"stream", b"%PDF-", b"/Kids [2 0 R]", b"PK\x03\x04", b"9" * 400, b"\x8f\xff"),
)

Make: TypeAlias = Callable[[Path], Path]
#: What is wrong, ``""`` if nothing is.
Outcome: TypeAlias = str


class Kind(NamedTuple):
    """A kind of file."""

    #: How its name ends.
    suffix: str
    #: Writes a good one into a folder.
    make: Make
    #: The words of the command line, where ``%`` is the file.
    words: tuple[str, ...] = ("evaluate", "%")


class Case(NamedTuple):
    """A spoilt file, and the words of the command line that read it."""

    kind: str
    path: Path
    words: list[str]


def _text(separator: str, encoding: str) -> Make:
    def make(folder: Path) -> Path:
        rows = "".join(f"{separator.join(row)}\r\n" for row in ROWS)
        path = folder / "good"
        path.write_bytes(rows.encode(encoding, "replace"))
        return path

    return make


def _workbook(folder: Path) -> Path:
    import xlsxwriter  # an extra

    path = folder / "good.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("KPI")
        percent, red = book.add_format({"num_format": "0.0%"}), book.add_format({"color": "red"})
        for line, row in enumerate(ROWS):
            sheet.write_row(line, 0, row)
        sheet.write_number(1, 5, 0.502, percent)
        sheet.write_rich_string(2, 5, red, "131", "件\n(R5)")
        sheet.merge_range(3, 1, 4, 1, "福祉")
        sheet.write_datetime(5, 5, date(2024, 3, 31), book.add_format({"num_format": "yyyy/m/d"}))
    return path


def _open_document(folder: Path) -> Path:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = "".join(
        f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in ROWS
    )
    return hostile.ods(folder / "good.ods", rows)


def _word(folder: Path) -> Path:
    return flows.word_file(folder, flows.line("計画") + flows.table(*ROWS))


def _page(folder: Path) -> Path:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    path = folder / "good"
    path.write_text(
        f'<!doctype html><meta charset="utf-8"><h1>計画</h1><table>{rows}</table>', "utf-8"
    )
    return path


def _pdf(folder: Path) -> Path:
    paper = pdf_files.Paper()
    paper.table(ROWS, x=20, widths=[60] * len(ROWS[0]))
    return pdf_files.write_pdf(folder / "good.pdf", paper)


def _plan(folder: Path) -> Path:
    path = folder / "good.json"
    kk.write_plan(kk.read_plan(_text("\t", "utf-8")(folder).read_bytes()), path)
    return path


def _copied(path: Path) -> Make:
    def make(_: Path) -> Path:
        return path

    return make


def _layout(folder: Path) -> Path:
    path = folder / "good.toml"
    path.write_text(
        'header = [1, 1]\nmade_for = "x"\n[columns]\n"実績値" = "actual"\n'
        '"当初値" = {role = "baseline", period = "2021", unit = "%"}\n[words]\n'
        'target = ["めざす値"]\n',
        "utf-8",
    )
    return path


def _draft(folder: Path) -> Path:
    """Write what `kpikit draft` makes of a table, for somebody to fill in."""
    path = folder / "good.xlsx"
    with redirect_stdout(io.StringIO()):
        main(["draft", str(EXAMPLE / "measures.tsv"), "-o", str(path), "--force"])
    return path


def _scheme(folder: Path) -> Path:
    path = folder / "good.toml"
    path.write_bytes((files("kpikit") / "schemes" / "miyagi.toml").read_bytes())
    return path


#: Beside a file of settings stands a table that is good.
_WITH: Final = ("evaluate", str(EXAMPLE / "measures.tsv"))
KINDS: Final = {
    "csv": Kind(".csv", _text(",", "utf-8-sig")),
    "csv-cp932": Kind(".csv", _text(",", "cp932")),
    "tsv": Kind(".tsv", _text("\t", "utf-8")),
    "txt-utf-16": Kind(".txt", _text("\t", "utf-16")),
    "plan": Kind(".json", _plan),
    "package": Kind(".json", _copied(EXAMPLE / "datapackage.json")),
    "layout": Kind(".toml", _layout, (*_WITH, "--layout", "%")),
    "scheme": Kind(".toml", _scheme, (*_WITH, "--scheme", "%")),
    "xlsx": Kind(".xlsx", _workbook),
    "draft": Kind(".xlsx", _draft, (*_WITH, "--layout", "%")),
    "docx": Kind(".docx", _word),
    "html": Kind(".html", _page),
    "ods": Kind(".ods", _open_document),
    "pdf": Kind(".pdf", _pdf),
    "xls": Kind(".xls", _copied(GOLDEN / "kpi.xls")),
}
#: Read in a process of their own, which takes a while to start: one in so many files is such.
_SLOW: Final = ("ods", "pdf", "xls")
_TURNS: Final = (*[each for each in KINDS if each not in _SLOW] * 3, *_SLOW)
#: What else reads a plan.
_OTHERS: Final = (
    ("evaluate", "%", "--format", "json"),
    ("evaluate", "%", "--format", "html", "--strict"),
    ("evaluate", "%", "--scheme", "miyagi", "--final", "--assume", "higher"),
    ("audit", "%", "--plan"),
    ("audit", "%", "--previous", "%"),
    ("reconcile", "%"),
    ("compare", "%", "%"),
    ("convert", "%", "OUT.json", "--force"),
    ("convert", "%", "OUT.csv", "--force"),
    ("report", "%", "-o", "OUT.xlsx", "--force"),
    ("draft", "%", "-o", "OUT.xlsx", "--force"),
    ("template", "--plan", "%", "-o", "OUT.xlsx", "--force"),
)


@cache
def _good(kind: str, folder: Path) -> bytes:
    return KINDS[kind].make(folder).read_bytes()


def corrupted(folder: Path, seed: int, numbers: range) -> Iterator[Case]:
    """Yield spoilt files, of each kind in turn; each lies there until the next one."""
    for number in numbers:
        chance = random.Random(f"{seed} {number}")  # noqa: S311 - it is to be the same again
        name = _TURNS[number % len(_TURNS)]
        kind = KINDS[name]
        data = _good(name, folder)
        if data.startswith(b"PK") and chance.random() < 0.8:
            data = _spoilt_inside(data, chance)
        else:
            data = _spoilt(data, chance)
        path = folder / f"spoilt{kind.suffix}"
        path.write_bytes(data)
        words = kind.words
        if len(words) == 2 and chance.random() < 0.5:
            words = chance.choice(_OTHERS)
        yield Case(name, path, [_placed(word, path) for word in words])


def _placed(word: str, path: Path) -> str:
    return str(path) if word == "%" else word.replace("OUT", str(path.parent / "out"))


def _spoilt(data: bytes, chance: random.Random) -> bytes:
    """Return bytes changed in a few places, or cut off."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 5, 20))):
        at = chance.randrange(len(changed) + 1)
        length = chance.choice((1, 1, 4, 30, 300))
        match chance.randrange(7):
            case 0:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = chance.choice(SCRAPS)
            case 3:
                changed[at : at + length] = chance.choice(SCRAPS)
            case 4:
                changed[at:at] = changed[at : at + length] * chance.choice((1, 2, 50))
            case 5:
                other = chance.randrange(len(changed) + 1)
                changed[at:at] = changed[other : other + length]
            case _:
                del changed[max(at, 1) :]
    return bytes(changed)


def _spoilt_inside(data: bytes, chance: random.Random) -> bytes:
    """Return a packed document, one or two of whose parts are spoilt, lost or exchanged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.choice((1, 1, 2))):
        name = chance.choice([*parts])
        match chance.randrange(8):
            case 0:
                del parts[name]
            case 1:
                parts[name] = parts[chance.choice([*parts])]
            case _:
                parts[name] = _spoilt(parts[name], chance)
        if not parts:
            break
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def check(case: Case) -> Outcome:
    """Run the command, and return what a user should not see: a traceback, a fault of its own."""
    out, err = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main([*case.words, "--debug"])
    except SystemExit as stop:
        return f"usage: {stop.code}: {err.getvalue()}"
    except BaseException:  # noqa: BLE001 - whatever it is, nobody should see it
        return traceback.format_exc()
    said = err.getvalue()
    if code not in (0, 2, 3):
        return f"exit code {code}: {said}"
    if code and not said.startswith("kpikit: "):
        return f"exit code {code}, and nothing said: {said}"
    return said if "Traceback" in said or "Warning:" in said else ""
