"""Tables that are made of what kpikit has: cells that are read, forms of cells, schemes, codes.

A page says where they stand: ``<!-- cells: targets -->``, ``<!-- forms -->``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import kpikit

_CELLS = Path(__file__).parents[2] / "tests" / "cells"
_MESSAGES = Path(kpikit.__file__).parent / "language" / "messages"
#: What to do about a code, where the catalogue of messages has no advice.
_REMEDIES = Path(__file__).parents[1] / "reference" / "what-to-do.tsv"

#: The heads of the tables, in each language.
_HEADS: Final = {
    "cells": {"en": ("cell", "reading"), "ja": ("セル", "読み")},
    "forms": {
        "en": ("form", "examples", "in kinds of words"),
        "ja": ("書き方", "例", "語の種類で書くと"),
    },
    "codes": {
        "en": ("code", "says", "what to do"),
        "ja": ("コード", "意味", "対応"),
    },
    "schemes": {
        "en": ("name", "publisher and document", "classes", "how it is known"),
        "ja": ("名前", "公表した団体と文書", "区分", "根拠"),
    },
}

#: How firmly a scheme is known.
_KNOWN: Final = {
    "text": {"en": "its rule was read", "ja": "規則の文を読んだ"},
    "part": {"en": "a part of its rule was read", "ja": "規則の文を一部読んだ"},
    "fitted": {"en": "fits what was printed", "ja": "公表された結果に合う"},
}


def put(app: Any, _docname: str, source: list[str]) -> None:
    """Put each table where the page names it."""
    told = app.config.language
    source[0] = re.sub(
        r"<!-- (cells|forms|schemes|told)(?:: (\w+))? -->",
        lambda found: "\n".join(_MADE[found[1]](told, found[2])),
        source[0],
    )


def cells(language: str, name: str) -> Iterator[str]:
    """Yield the cells of ``tests/cells/NAME.tsv``, a table below each of its headings."""
    read = getattr(kpikit, f"read_{name.removesuffix('s').replace('quantitie', 'quantity')}")
    text = (_CELLS / f"{name}.tsv").read_text(encoding="utf-8").partition("\n")[2]
    for part in re.split(r"^# ", text, flags=re.MULTILINE)[1:]:
        heading, *lines = part.splitlines()
        yield from ("", f"### {heading.capitalize()}", "")
        rows = (line.split("\t") for line in lines if line.partition("\t")[0])
        said = ([_code(cell), _reading(read, language, cell, *rest)] for cell, *rest in rows)
        yield from _table("cells", language, said)


def _reading(read: Callable[[str], Any], language: str, cell: str, value: str, *beside: str) -> str:
    if value.startswith("!"):
        return read(cell).issues[0].message(language)
    return f"{_code(value)} {' '.join(beside)}".strip()


def forms(language: str, _name: None) -> Iterator[str]:
    """Yield the rows of the reader of cells, a table for each place where they may stand."""
    tables = import_module("kpikit.cell._rules").TABLES
    seen: set[str] = set()
    for name, rows in tables.items():
        new = [row for row in rows if row.examples and row.name not in seen]
        seen.update(row.name for row in new)
        if new:
            yield from ("", f"## `{name}`", "")
            yield from _table("forms", language, (_form(row) for row in new))


def _form(row: Any) -> list[str]:
    return [_code(row.name), " ".join(map(_code, row.examples)), _code(row.pattern)]


def schemes(language: str, _name: None) -> Iterator[str]:
    """Yield every scheme that is shipped, with where it is from."""
    shipped = (kpikit.scheme.load(name) for name in kpikit.scheme.shipped())
    yield from _table("schemes", language, (_scheme(each, language) for each in shipped))


def _scheme(scheme: Any, language: str) -> list[str]:
    document = " ".join(part for part in (scheme.publisher, scheme.document) if part)
    known = _KNOWN[scheme.known.value][language]
    return [_code(scheme.name), document, " / ".join(scheme.labels), known]


#: Where the texts of a kind of codes stand: area, the line above them, and how they begin there.
_TOLD: Final = {
    "reasons": (("verdicts", "# reasons", "reason-"),),
    "flags": (("verdicts", "# flags", "flag-"),),
    "issues": (
        ("cells", "# issues", ""),
        ("periods", "# periods: issues", ""),
        ("tables", "# tables: issues", ""),
        ("files", "# files: issues", ""),
    ),
    "notes": (("cells", "# notes", ""), ("periods", "# periods: notes", "")),
    "findings": (("findings", "# What", "finding-"),),
}


#: What a code of a kind begins with; a text that begins otherwise is a piece of another one.
_STARTS: Final = {"reasons": "Reason", "flags": "Flag"}


def codes(language: str, kind: str) -> Iterator[str]:
    """Yield the codes of a kind: what each says, and what to do."""
    place = ("ja", "en").index(language)
    rows = (
        [_code(code), _open(_every()[told][place]), _open(remedy(kind, code)[place])]
        for code, told in codes_of(kind)
    )
    yield from _table("codes", language, rows)


def codes_of(kind: str) -> list[tuple[str, str]]:
    """Return the codes of a kind, each with the code of its text."""
    known = [found for told in _TOLD[kind] for found in _below(*told)]
    if kind not in _STARTS:
        return known
    starts = {each.value for each in getattr(kpikit, _STARTS[kind])}
    return [(code, told) for code, told in known if starts & {*_beginnings(code)}]


def remedy(kind: str, code: str) -> tuple[str, str]:
    """Return what to do about a code in Japanese and English: what its longest beginning says."""
    written = remedies()
    for start in _beginnings(code):
        found = _every().get(f"advice-{start}") or written.get((kind, start))
        if found:
            return found
    raise ValueError(f"{_REMEDIES.name} does not say what to do about {kind}: {code}")


def remedies() -> dict[tuple[str, str], tuple[str, str]]:
    """Read what is written down of what to do."""
    lines = _REMEDIES.read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if not line.startswith("#"))
    return {(kind, code): (japanese, english) for kind, code, japanese, english in cells}


def _beginnings(code: str) -> Iterator[str]:
    """Yield a code, and what is left of it without its last words."""
    while code:
        yield code
        code = code.rpartition("-")[0]


def _every() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = import_module("kpikit.language.messages").CATALOGUE
    return found


def _below(area: str, line: str, start: str) -> Iterator[tuple[str, str]]:
    """Yield each code below a line of an area, and the code of its text."""
    lines = (_MESSAGES / f"{area}.tsv").read_text(encoding="utf-8").splitlines()
    first = next(at for at, text in enumerate(lines) if text.startswith(line))
    for text in lines[first + 1 :]:
        if text.startswith("# "):
            return
        told = text.partition("\t")[0]
        code = told.removeprefix(start)
        if told and not code.startswith("chosen-"):
            yield code, told


def _open(text: str) -> str:
    """Return a template with … for what is filled in."""
    return re.sub(r"\{\w+(!r)?\}", "…", text.replace("{of}", "")).replace("|", "\\|")


def _table(name: str, language: str, rows: Any) -> Iterator[str]:
    heads = _HEADS[name][language]
    yield from ("::::{div} notranslate", _line(heads), _line(["---"] * len(heads)))
    yield from map(_line, rows)
    yield from ("::::", "")


def _line(entries: Any) -> str:
    return f"| {' | '.join(entries)} |"


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|")


_MADE: Final[dict[str, Callable[[str, Any], Iterator[str]]]] = {
    "cells": cells,
    "told": codes,
    "forms": forms,
    "schemes": schemes,
}


def setup(app: Any) -> dict[str, bool]:
    app.connect("source-read", put)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
