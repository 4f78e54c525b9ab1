"""Where Japanese words stand in constants of the source: they belong to a few places."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

__all__ = ["SOURCE", "Constant", "constants", "is_home_of_words", "modules"]

#: The source of the package.
SOURCE: Final = Path(__file__).resolve().parents[1] / "src" / "kpikit"
#: The rooms and modules that words live in: the lexicon, and what is told to people.
HOMES: Final = frozenset({"language", "lexicon", "report", "messages"})
#: Arguments and names of the examples that a row of a rule table is tested by.
EXAMPLES: Final = frozenset({"examples", "EXAMPLES", "_EXAMPLES"})
#: Kana and kanji; ー, 々 and 〇 make no word by themselves.
_LETTER: Final = re.compile("[ぁ-ゖァ-ヺ〆㐀-䶿一-鿿豈-﫿ｦ-ﾟ]")


class Constant(NamedTuple):
    """A string constant with Japanese letters."""

    line: int
    text: str


def modules(source: Path = SOURCE) -> list[Path]:
    """Return the modules of the package, relative to *source*, in order."""
    return sorted(path.relative_to(source) for path in source.rglob("*.py"))


def is_home_of_words(module: Path) -> bool:
    """Whether words may stand in a module: it or a room that it is in is meant for them."""
    return not HOMES.isdisjoint(part.lstrip("_") for part in module.with_suffix("").parts)


def constants(path: Path) -> list[Constant]:
    """Return the string constants with two or more Japanese letters, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        Constant(node.lineno, node.value)
        for node in _kept(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and len(_LETTER.findall(node.value)) > 1
    ]


def _kept(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and what is below it, without strings that stand alone and examples."""
    yield node
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "Row":
        children: Iterator[ast.AST] = iter(node.args[:3])  # the fourth are examples
    else:
        children = ast.iter_child_nodes(node)
    for child in children:
        if not _is_prose(child):
            yield from _kept(child)


def _is_prose(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
        case ast.keyword(arg=name) | ast.AnnAssign(target=ast.Name(id=name)):
            return name in EXAMPLES
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name in EXAMPLES
        case _:
            return False
