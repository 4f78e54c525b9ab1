r"""Every text that kpikit says, in Japanese and English, by stable code.

Texts are templates of :meth:`str.format`. Nothing else in the package holds a
sentence, and nothing here imports anything of the package.

They stand in the tables beside this module, one for each area: a line has a code, its Japanese
and its English text, with tabs between; ``\n`` is a line end, and ``\s`` a blank at an end.
"""

from __future__ import annotations

from functools import cache

__all__ = ["CATALOGUE", "Language", "say", "say_of_file"]

#: The area of the help, which needs no other texts, and how their codes begin.
_COMMANDS = "command_line"
_OF_COMMANDS = ("cli-", "usage-")

TYPE_CHECKING = False  # typing itself is slow to import, and `kpikit --help` needs these texts
if TYPE_CHECKING:
    from typing import Any, Literal

    #: The languages that everything can be said in.
    Language = Literal["ja", "en"]

    #: Code → (Japanese, English).
    CATALOGUE: dict[str, tuple[str, str]]


def __getattr__(name: str) -> Any:
    if name == "CATALOGUE":
        return _texts()
    if name != "Language":
        raise AttributeError(f"module 'kpikit.language.messages' has no attribute {name!r}")
    from typing import Literal  # see above

    return Literal["ja", "en"]


def __dir__() -> list[str]:
    return __all__


def say(code: str, lang: Language, /, **values: object) -> str:
    """Return the text of *code* with *values* filled in.

    Raises:
        KeyError: There is no such code.

    >>> say("not-understood", "en", shown="x")
    'cannot understand 「x」'
    """
    text = _text(code)
    if text is None:
        raise KeyError(code)
    told = text[lang == "en"]
    return told.format_map(values) if values or "{" in told else told


def say_of_file(code: str, lang: Language, /, **values: object) -> str:
    """Return the text of a code that stands in a file, which may have one that nobody knows.

    >>> say_of_file("not-understood", "en", shown="x"), say_of_file("chosen-x", "en", value="甲")
    ('cannot understand 「x」', 'chosen-x 甲')
    """
    if _text(code) is not None:
        return say(code, lang, **values)
    return " ".join(filter(None, (code, *map(str, values.values()))))


def _text(code: str) -> tuple[str, str] | None:
    if code not in _loaded:
        _loaded.update(_texts(_COMMANDS if code.startswith(_OF_COMMANDS) else ""))
    return _loaded.get(code)


#: The texts of the areas that were asked for so far.
_loaded: dict[str, tuple[str, str]] = {}


@cache
def _texts(area: str = "") -> dict[str, tuple[str, str]]:
    """Load the texts of an area, by default of all."""
    from os import scandir  # pathlib is slow to import

    texts: dict[str, tuple[str, str]] = {}
    for entry in sorted(scandir(__path__[0]), key=lambda entry: entry.name):
        if entry.name.endswith(area + ".tsv"):
            with open(entry, encoding="utf-8") as table:  # noqa: PTH123 - see above
                rows = [line for line in table.read().splitlines() if line and line[0] != "#"]
            for code, japanese, english in (_unescaped(row).split("\t") for row in rows):
                texts[code] = japanese, english
    return texts


def _unescaped(row: str) -> str:
    return row.replace("\\n", "\n").replace("\\s", " ")
