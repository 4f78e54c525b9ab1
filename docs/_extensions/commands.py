"""What a command prints, run while the pages are built: a fence ``console`` with ``$ kpikit …``.

Who reads the source sees the command, who reads the site what it prints as well: as it would on a
terminal of 80 columns. ``--lang en`` is left out of them on the Japanese site. A fence
``console 12`` shows twelve lines alone. Commands see the folder ``examples`` and write elsewhere;
those of one page write into one folder, so that a command finds what the one before it has written.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from sphinx.errors import ExtensionError

_ROOT: Final = Path(__file__).parents[2]
_COMMAND: Final = re.compile(r"^```console(?: (\d+))?\n\$ (.+)\n```$", re.MULTILINE)
#: What a command that did its work may end with: all well, or what ``--fail-on`` asks for; and a
#: cell that cannot be read is worth showing.
_FINE: Final = {0, 1}
_UNREAD: Final = 3
_ENGLISH: Final = " --lang en"


def put(app: Any, _docname: str, source: list[str]) -> None:
    """Put what each command of a page prints below it."""
    told = app.config.language
    if app.builder.name == "gettext":
        return  # what is printed is not translated
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "examples").symlink_to(_ROOT / "examples")
        source[0] = _COMMAND.sub(lambda found: _shown(found[2], found[1], told, folder), source[0])


def _shown(given: str, lines: str | None, language: str, folder: str) -> str:
    command = given if language == "en" else given.replace(_ENGLISH, "")
    printed = output(command, folder).splitlines()
    few = int(lines) if lines else len(printed)
    rest = ["…"] if few < len(printed) else []
    return "\n".join(["```console", f"$ {command}", *printed[:few], *rest, "```"])


def output(command: str, folder: str) -> str:
    """Return what *command* prints in a folder, and refuse one that fails."""
    program, *words = shlex.split(command)
    start = {"kpikit": ["-m", "kpikit"], "python": []}[program]
    ended = subprocess.run(
        [sys.executable, *start, *words],
        cwd=folder,
        env={**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    fine = {*_FINE, _UNREAD} if "read" in words else _FINE
    if ended.returncode not in fine:
        raise ExtensionError(f"{command}: {ended.returncode}\n{ended.stderr}")
    return ended.stdout + ended.stderr


def setup(app: Any) -> dict[str, bool]:
    app.connect("source-read", put)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
