"""Modules that moved: the old paths work, and say where the module is now."""

from __future__ import annotations

import importlib
import pickle
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kpikit as kk
from kpikit._moved import MOVED
from shared import ROOT

STUBS = ROOT / "src" / "kpikit-stubs"


def forget() -> None:
    """Take every old path for one that was never imported."""
    for name in [each for each in sys.modules if each.startswith("kpikit.")]:
        if ".".join(name.split(".")[:2]) in MOVED:
            del sys.modules[name]
    for old in MOVED:
        vars(kk).pop(old.removeprefix("kpikit."), None)


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    forget()
    yield
    forget()


class TestImport:
    """An old path is the module of today."""

    @pytest.mark.parametrize("old", MOVED)
    def test_same_module(self, old: str) -> None:
        with pytest.warns(DeprecationWarning, match=f"^{re.escape(old)} is now {MOVED[old]}$"):
            module = importlib.import_module(old)

        assert module is importlib.import_module(MOVED[old])
        assert module.__spec__ is not None
        assert MOVED[old] == module.__spec__.name == module.__name__

    def test_name(self) -> None:
        names: dict[str, object] = {}
        with pytest.warns(DeprecationWarning, match=" is now ") as caught:
            exec("from kpikit.quantity import Quantity", names)  # noqa: S102

        assert names["Quantity"] is kk.Quantity
        assert ["<string>"] == [each.filename for each in caught]

    def test_module_inside(self) -> None:
        with pytest.warns(DeprecationWarning, match=" is now ") as caught:
            module = importlib.import_module("kpikit.rule.bound")

        assert module.AtLeast is kk.AtLeast
        assert [
            "kpikit.rule is now kpikit.model.rule",
            "kpikit.rule.bound is now kpikit.model.rule.bound",
        ] == [str(each.message) for each in caught]

    def test_module_that_never_was(self) -> None:
        with (
            pytest.warns(DeprecationWarning, match=" is now "),
            pytest.raises(ModuleNotFoundError, match=r"kpikit\.model\.rule\.nothing"),
        ):
            importlib.import_module("kpikit.rule.nothing")
        with pytest.raises(ModuleNotFoundError, match=r"kpikit\.nothing"):
            importlib.import_module("kpikit.nothing")

    def test_attribute_of_the_package(self) -> None:
        with pytest.warns(DeprecationWarning, match=r"^kpikit\.findings is now "):
            module = kk.__getattr__("findings")

        assert module is importlib.import_module("kpikit.analysis.findings")

    def test_scheme_of_the_package(self) -> None:
        """That one is a name of the package, and stays."""
        assert kk.scheme is importlib.import_module("kpikit.analysis.scheme")

    def test_names_that_moved_on(self) -> None:
        with pytest.warns(DeprecationWarning, match=" is now "):
            module = importlib.import_module("kpikit.reading")

        assert (kk.Issue, kk.Location, kk.Note) == (module.Issue, module.Location, module.Note)


class TestPickle:
    """What was pickled before the move is read."""

    @pytest.mark.parametrize(
        "value",
        [
            kk.Location("a.csv", 3),
            kk.AtLeast(kk.Quantity("55", "%")),
            kk.FiscalYear(2023),
            kk.Verdict.ACHIEVED,
        ],
    )
    def test_old_path(self, value: object) -> None:
        now = pickle.dumps(value, 0)
        before = re.sub(rb"kpikit\.(model|language)\.(issue\b)?", _as_it_was, now)

        with pytest.warns(DeprecationWarning, match=" is now "):
            assert value == pickle.loads(before)  # noqa: S301 - our own bytes
        assert now == pickle.dumps(pickle.loads(now), 0)  # noqa: S301 - our own bytes


def _as_it_was(path: re.Match[bytes]) -> bytes:
    return b"kpikit.reading" if path[2] else b"kpikit."


class TestPackage:
    """The package knows what never moved, and need not ask."""

    def test_rooms(self) -> None:
        there = {path.stem for path in (ROOT / "src" / "kpikit").glob("*.py")}
        there |= {path.parent.name for path in (ROOT / "src" / "kpikit").glob("*/__init__.py")}

        assert there - {"__init__"} == kk._ROOMS
        assert not {f"kpikit.{name}" for name in kk._ROOMS} & MOVED.keys()


class TestStubs:
    """Type checkers see the old paths too."""

    def test_one_for_each(self) -> None:
        stubs = {path.name: path.read_text(encoding="utf-8") for path in STUBS.iterdir()}

        assert stubs == {
            "py.typed": "partial\n",
            **{
                f"{Path(old).suffix[1:]}.pyi": f"from {new} import *\n"
                for old, new in MOVED.items()
            },
        }
