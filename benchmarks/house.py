"""How the source is built: complexity, lines, floors and circles of its rooms, words.

    python benchmarks/house.py [--cell GLOB …] [--tables GLOB …] [--words] [--json]

A *room* is a module or a package directly below kpikit. Lines of code are those with a token of
code: no blank, no comment, no docstring. ``--cell`` names what counts as the cell reader,
``--tables`` what of all source is tables, which are told apart; both are patterns of paths below
src/kpikit. Complexity is what ruff's C901 counts; beside it stands the count with boolean
operators, conditional expressions and comprehensions, which ruff's leaves out.
Imports count wherever they stand, those of types only too; what is imported from kpikit itself
counts as from where it is defined. Limits are those of the architecture.
"""

from __future__ import annotations

import argparse
import ast
import io
import json
import re
import subprocess
import sys
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any, Final, TypeAlias

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests"))
from japanese_constants import (  # noqa: E402 - the tests hold the source to the same
    constants,
    is_home_of_words,
    modules,
)

MOST: Final = 10
#: What is above the floors: it hands out what is below, and starts it.
ABOVE: Final = frozenset({"__init__", "__main__"})
LIMITS: Final = {
    "functions over 10 by C901": 0,
    "functions over 10 with operators": 40,
    "lines in src": 15_700,
    "lines of tables": 700,
    "files of cell": 9,
    "floors": 9,
    "circles": 0,
    "rooms reached by a name": 1,
    "Japanese constants": 0,
}
_NO_CODE: Final = frozenset(
    {
        tokenize.COMMENT,
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENCODING,
        tokenize.ENDMARKER,
    }
)
_C901: Final = re.compile(r"too complex \((\d+) > ")
Arrows: TypeAlias = dict[str, set[str]]


# -- complexity --------------------------------------------------------------------------------


def by_ruff(source: Path) -> list[int]:
    """Return the complexity of every function, as ruff's C901 counts it."""
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--ignore-noqa", "--exit-zero"]
    command += ["--select", "C901", "--config", "lint.mccabe.max-complexity=0"]
    command += ["--output-format", "json", str(source)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    found = [_C901.search(each["message"]) for each in json.loads(run.stdout)]
    return [int(match[1]) for match in found if match]


def with_operators(path: Path) -> list[int]:
    """Return the complexity of every function, with all that makes a way of its own."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        1 + sum(map(_ways, ast.walk(node)))
        for node in ast.walk(tree)
        if isinstance(node, functions)
    ]


def _ways(node: ast.AST) -> int:
    match node:
        case ast.BoolOp(values=values):
            return len(values) - 1
        case ast.comprehension(ifs=ifs):
            return 1 + len(ifs)
        case ast.If() | ast.IfExp() | ast.For() | ast.While() | ast.AsyncFor():
            return 1
        case ast.ExceptHandler() | ast.Assert() | ast.match_case():
            return 1
        case _:
            return 0


def told(complexities: list[int]) -> dict[str, float]:
    """Return how many functions there are, how many over the most, the mean and the largest."""
    return {
        "functions": len(complexities),
        "over": sum(each > MOST for each in complexities),
        "mean": round(sum(complexities) / max(1, len(complexities)), 2),
        "largest": max(complexities, default=0),
    }


# -- lines -------------------------------------------------------------------------------------


def code_lines(path: Path) -> int:
    """Return how many lines hold code."""
    text = path.read_text(encoding="utf-8")
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in _NO_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Expr(value=ast.Constant(value=str()), lineno=first, end_lineno=int(last)):
                lines.difference_update(range(first, last + 1))
            case _:
                pass
    return len(lines)


def matching(source: Path, patterns: Iterable[str]) -> set[Path]:
    """Return the modules below any of some patterns: a module, a room, a glob."""
    found: set[Path] = set()
    for pattern in patterns:
        for path in source.glob(pattern):
            found.update([path] if path.suffix == ".py" else path.rglob("*.py"))
    return {path.relative_to(source) for path in found}


def room_of(module: Path) -> str:
    """Return the room that a module is, or is in."""
    return module.parts[0].removesuffix(".py")


# -- floors ------------------------------------------------------------------------------------


def arrows_of(source: Path) -> tuple[Arrows, int]:
    """Return which room imports which, and how many imports from other rooms there are."""
    rooms = {room_of(module) for module in modules(source)}
    exported = _exported(source)
    arrows: Arrows = {room: set() for room in sorted(rooms - ABOVE)}
    total = 0
    for module in modules(source):
        room = room_of(module)
        if room in ABOVE:
            continue
        tree = ast.parse((source / module).read_text(encoding="utf-8"))
        below = {exported.get(name, name) for name in _imported(tree, module)} & rooms
        below -= {room, *ABOVE}
        total += len(below)
        arrows[room] |= below
    return arrows, total


def _exported(source: Path) -> dict[str, str]:
    """Return which room defines what kpikit itself hands out."""
    found: dict[str, str] = {}
    for node in ast.walk(ast.parse((source / "__init__.py").read_text(encoding="utf-8"))):
        match node:
            case ast.ImportFrom(module=str(name), names=names) if name.startswith("kpikit."):
                found |= {each.name: name.split(".")[1] for each in names}
            case _:
                pass
    return found


def _imported(tree: ast.Module, module: Path) -> Iterator[str]:
    """Yield the rooms, or the names of kpikit itself, that a module imports anyhow."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from _rooms(each.name for each in names)
            case ast.ImportFrom(module=name, names=names, level=level):
                base = ["kpikit", *module.parent.parts][: len(module.parts) + 1 - level]
                whole = ".".join([*(base if level else []), *([name] if name else [])])
                yield from _rooms(f"{whole}.{each.name}" for each in names)
            case _:
                pass


def called_late(source: Path) -> list[str]:
    """Return which rooms reach which by a name, when something of theirs is called."""
    found: set[str] = set()
    for module in modules(source):
        room = room_of(module)
        for node in ast.walk(ast.parse((source / module).read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="import_module"), args=[ast.Constant(value=name)]):
                    found |= {f"{room} > {each}" for each in _rooms([str(name)])}
                case _:
                    pass
    return sorted(each for each in found if each.split(" > ")[0] not in ABOVE)


def _rooms(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        package, _, rest = name.partition(".")
        if package == "kpikit" and rest:
            yield rest.split(".")[0]


def circles_of(arrows: Arrows) -> list[list[str]]:
    """Return the rooms that reach each other, each circle once."""
    reached = {room: _reached(arrows, room) for room in arrows}
    circles = {
        tuple(sorted(other for other in reached[room] if room in reached[other]))
        for room in arrows
        if room in reached[room]
    }
    return [list(circle) for circle in sorted(circles)]


def _reached(arrows: Arrows, room: str) -> set[str]:
    found: set[str] = set()
    left = [room]
    while left:
        for below in arrows[left.pop()] - found:
            found.add(below)
            left.append(below)
    return found


def longest_chain(arrows: Arrows) -> list[str]:
    """Return the longest chain of rooms, the highest first; a circle counts as one room."""
    names = {room: room for room in arrows}
    for circle in circles_of(arrows):
        names |= dict.fromkeys(circle, " = ".join(circle))
    joined: Arrows = defaultdict(set)
    for room, below in arrows.items():
        joined[names[room]] |= {names[each] for each in below} - {names[room]}
    chains: dict[str, list[str]] = {}
    for room in TopologicalSorter(joined).static_order():
        under = [chains[each] for each in sorted(joined[room])]
        chains[room] = [room, *max(under, key=len, default=[])]
    return max(chains.values(), key=len, default=[])


# -- all of it ---------------------------------------------------------------------------------


def measured(source: Path, cell: list[str], tables: list[str]) -> dict[str, Any]:
    """Return every figure."""
    every = modules(source)
    lines = {module: code_lines(source / module) for module in every}
    operators = {module: with_operators(source / module) for module in every}
    in_cell, in_tables = matching(source, cell), matching(source, tables)
    rooms: Counter[str] = Counter()
    for module, count in lines.items():
        rooms[room_of(module)] += count
    arrows, imports = arrows_of(source)
    words = {
        module.as_posix(): found
        for module in every
        if not is_home_of_words(module)
        and (found := [list(each) for each in constants(source / module)])
    }
    chain = longest_chain(arrows)
    circles = circles_of(arrows)
    late = called_late(source)
    ruff = told(by_ruff(source))
    by_operators = told([each for found in operators.values() for each in found])
    return {
        "figures": {
            "functions over 10 by C901": ruff["over"],
            "functions over 10 with operators": by_operators["over"],
            "lines in src": sum(lines.values()) - sum(lines[each] for each in in_tables),
            "lines of tables": sum(lines[each] for each in in_tables),
            "lines of cell": sum(lines[each] for each in in_cell - in_tables),
            "lines of tables in cell": sum(lines[each] for each in in_cell & in_tables),
            "files of cell": len(in_cell),
            "floors": len(chain),
            "circles": len(circles),
            "rooms reached by a name": len(late),
            "Japanese constants": sum(map(len, words.values())),
        },
        "limits": LIMITS,
        "complexity": {
            "C901": ruff,
            "with operators": by_operators,
            "cell, with operators": told([n for each in in_cell for n in operators[each]]),
        },
        "rooms": dict(rooms.most_common()),
        "chain": chain,
        "circles": circles,
        "late": late,
        "arrows": {"rooms": sum(map(len, arrows.values())), "modules to rooms": imports},
        "words": words,
    }


def print_measured(result: dict[str, Any], *, list_words: bool) -> None:
    """Print the figures beside their limits, then what they are made of."""
    print(f"{'':34}{'now':>8}{'limit':>8}")
    for name, figure in result["figures"].items():
        limit = result["limits"].get(name)
        over = "  over" if limit is not None and figure > limit else ""
        print(f"{name:34}{figure:8,}{'' if limit is None else f'{limit:,}':>8}{over}")
    print("\ncomplexity")
    for name, figures in result["complexity"].items():
        print(f"  {name:24}" + "  ".join(f"{key} {value:,}" for key, value in figures.items()))
    print("\nlines by room")
    rooms = [f"{name} {count:,}" for name, count in result["rooms"].items()]
    for first in range(0, len(rooms), 8):
        print("  " + "  ".join(rooms[first : first + 8]))
    print(f"\nlongest chain: {' > '.join(result['chain'])}")
    for circle in result["circles"]:
        print(f"circle: {', '.join(circle)}")
    for each in result["late"]:
        print(f"reached by its name, when it is called: {each}")
    arrows = result["arrows"]
    print(f"arrows: {arrows['rooms']} of rooms, {arrows['modules to rooms']} of modules to rooms")
    print("\nJapanese constants by module")
    for module, found in sorted(result["words"].items(), key=lambda each: -len(each[1])):
        print(f"  {len(found):5}  {module}")
        for line, text in found if list_words else ():
            print(f"         {line:5} {text[:70]!r}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--source", type=Path, default=ROOT / "src" / "kpikit")
    parser.add_argument("--cell", nargs="+", default=["cell"], help="what is the cell reader")
    tables = ["**/lexicon", "**/lexicon.py", "**/_lexicon.py", "cell/_rules.py"]
    parser.add_argument("--tables", nargs="+", default=tables, help="what is tables of it all")
    parser.add_argument("--words", action="store_true", help="list the Japanese constants")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    args = parser.parse_args()
    result = measured(args.source, args.cell, args.tables)
    if args.json:
        print(json.dumps(result, ensure_ascii=False))
    else:
        print_measured(result, list_words=args.words)


if __name__ == "__main__":
    main()
