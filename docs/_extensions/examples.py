"""What examples say in Japanese, on the Japanese site: the comments of fences, and what is printed.

A comment is looked up in ``docs/comments.tsv``. An example of Python that asks for English asks for
Japanese there, and shows what it prints then; it is left as it is where it, or the line before it,
shows the Japanese already.
"""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from typing import Any, Final

from sphinx.errors import ExtensionError

_ROOT: Final = Path(__file__).parents[2]
_COMMENTS: Final = _ROOT / "docs" / "comments.tsv"
#: Fences with comments, and how these begin.
_COMMENTED: Final = re.compile(r"^```(shell|toml|text|html)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMENT: Final = re.compile(r"(?:(?<=\s)|^)(#|//) (?! )(.+)$", re.MULTILINE)
_PYTHON: Final = re.compile(r"(?<=^```python\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
_ENGLISH: Final = '"en"'
_JAPANESE: Final = '"ja"'


def put(app: Any, docname: str, source: list[str]) -> None:
    """Put the Japanese of comments and examples into a page."""
    if app.builder.name == "gettext" or app.config.language != "ja":
        return
    known = comments()
    source[0] = _COMMENTED.sub(lambda fence: _told(fence[0], known, docname), source[0])
    source[0] = told_again(source[0], docname)


def comments() -> dict[str, str]:
    """Read the Japanese of the comments."""
    lines = _COMMENTS.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def commented(page: str) -> Iterator[str]:
    """Yield the comments of the fences of a page."""
    for fence in _COMMENTED.finditer(page):
        yield from (found[2] for found in _COMMENT.finditer(fence[2]))


def _told(fence: str, known: dict[str, str], docname: str) -> str:
    def japanese(found: re.Match[str]) -> str:
        if found[2] not in known:
            raise ExtensionError(f"{_COMMENTS.name} has no Japanese, for {docname}: {found[2]}")
        return f"{found[1]} {known[found[2]]}"

    return _COMMENT.sub(japanese, fence)


# -- examples of Python --------------------------------------------------------------------------


class _Anything(doctest.OutputChecker):
    """Takes whatever is printed."""

    def check_output(self, _want: str, _got: str, _flags: int) -> bool:
        return True


class _Heard(doctest.DocTestRunner):
    """Runs examples, and keeps what each prints."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(checker=_Anything(), verbose=False)
        self.printed: list[str] = []

    def report_success(self, _out: Any, _test: Any, _example: Any, got: str) -> None:
        self.printed.append(got)

    def report_unexpected_exception(
        self, _out: Any, test: Any, example: Any, exc_info: Any
    ) -> None:
        raise ExtensionError(f"{test.name}: {example.source}{exc_info[1]!r}")


def told_again(page: str, name: str) -> str:
    """Return a page whose examples ask for Japanese where they ask for English."""
    parser, fences = doctest.DocTestParser(), _PYTHON.findall(page)
    pieces = [parser.parse(fence, name) for fence in fences]
    every = [each for part in pieces for each in part if isinstance(each, doctest.Example)]
    before = ["", *(each.source for each in every)]
    asked = [each for each, last in zip(every, before, strict=False) if _asks(each.source, last)]
    if not asked:
        return page
    for each in asked:
        each.source = each.source.replace(_ENGLISH, _JAPANESE)
    runner = _Heard()
    with chdir(_ROOT):
        runner.run(doctest.DocTest(every, {}, name, None, 0, None), out=len)
    for each, printed in zip(every, runner.printed, strict=True):
        each.want = printed if each in asked else each.want
    written = iter(["".join(map(_written, part)) for part in pieces])
    return _PYTHON.sub(lambda _: next(written), page)


def _asks(source: str, last: str) -> bool:
    """Tell whether an example asks for English alone."""
    shown = _JAPANESE in source or source.replace(_ENGLISH, "") == last
    return _ENGLISH in source and not shown


def _written(piece: str | doctest.Example) -> str:
    """Return a piece of a fence as it stands on a page."""
    if isinstance(piece, str):
        return piece
    first, *more = piece.source.splitlines()
    lines = [f">>> {first}", *(f"... {line}".rstrip() for line in more)]
    return "\n".join([*lines, ""]) + piece.want


def setup(app: Any) -> dict[str, bool]:
    app.connect("source-read", put)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
