"""Any value by its fields, every fault at once, and nothing to be done for a new field."""

from __future__ import annotations

import pickle
import subprocess
import sys
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs
import pytest

import kpikit as kk
from kpikit.io.plan_format import UNIONS, plan_converter
from kpikit.language.errors import FormatError, InvalidSchemeError
from kpikit.language.fault import Fault
from kpikit.model.codec import MOST, members, named_file, new_converter, read, tag, tagged
from shared import ROOT


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@attrs.frozen
class Leaf:
    name: str
    weight: int | None


@attrs.frozen
class Twig:
    leaves: tuple[Leaf, ...] = ()
    colours: frozenset[Colour] = frozenset()
    shares: tuple[tuple[int, bool], ...] = ()
    named: dict[str, Leaf] = attrs.field(factory=dict[str, Leaf], metadata={"member": "by-name"})
    twig: Twig | None = None


@attrs.frozen
class Needle:
    length: int = 1


@attrs.frozen
class Tree:
    part: Leaf | Needle | None = None


WHOLE = Twig(
    (Leaf("a", 1), Leaf("b", None)),
    frozenset(Colour),
    ((2022, True), (2023, False)),
    {"値(R5)": Leaf("c", 0)},
    Twig(),
)
CONTENT: dict[str, Any] = {
    "leaves": [{"name": "a", "weight": 1}, {"name": "b"}],
    "colours": ["red", "blue"],
    "shares": {"2022": True, "2023": False},
    "by-name": {"値(R5)": {"name": "c", "weight": 0}},
    "twig": {},
}


def faults(content: object, kind: type, **others: bool) -> list[str]:
    with pytest.raises(FormatError) as caught:
        read(new_converter(**others), content, kind)
    return [f"{fault.path} {fault.code}" for fault in caught.value.faults]


class TestRoundTrip:
    """A value is written by its fields, and read back."""

    def test_written(self) -> None:
        written = new_converter().unstructure(WHOLE)

        assert list(CONTENT) == list(written)
        assert CONTENT == written

    def test_read(self) -> None:
        assert WHOLE == read(new_converter(), CONTENT, Twig)

    def test_nothing_is_needed(self) -> None:
        assert Twig() == read(new_converter(), {}, Twig)

    def test_others(self) -> None:
        """A format of other people may have members that are none of ours."""
        assert Needle(2) == read(new_converter(others=True), {"length": 2, "x": 1}, Needle)

    def test_members(self) -> None:
        assert ["leaves", "colours", "shares", "by-name", "twig"] == [*members(Twig)]


class TestFaults:
    """All at once, each with its path and its code."""

    def test_every_kind(self) -> None:
        content = {
            "leaves": [{"name": 1, "weight": None}, 5, {"weight": True, "height": 2}],
            "colours": ["green", 1],
            "shares": {"R4": True, "2022": 1},
            "by-name": {"値(R5)": [], "it's": {"name": "x", "weight": "1"}},
            "twig": {"leaves": {}, "colours": "red", "shares": [], "twig": None},
            "leafs": [],
        }

        assert [
            "leaves[0].name wanted-text",
            "leaves[0].weight wanted-whole",
            "leaves[1] wanted-object",
            "leaves[2].name wanted-there",
            "leaves[2].weight wanted-whole",
            "leaves[2].height wanted-known",
            "colours[0] wanted-one-of",
            "colours[1] wanted-one-of",
            "shares.R4 wanted-whole",
            "shares['2022'] wanted-flag",
            "['by-name']['値(R5)'] wanted-object",
            "['by-name']['it\\'s'].weight wanted-whole",
            "twig.leaves wanted-list",
            "twig.colours wanted-list",
            "twig.shares wanted-object",
            "twig.twig wanted-object",
            "leafs wanted-known",
        ] == faults(content, Twig)

    def test_of_the_whole(self) -> None:
        assert [" wanted-object"] == faults([], Twig)

    def test_a_definition_that_only_its_message_tells(self) -> None:
        def refuse(_instance: object, _attribute: object, _value: object) -> None:
            raise InvalidSchemeError("never")

        kind = attrs.make_class("Never", {"x": attrs.field(type=int, validator=refuse)})
        with pytest.raises(FormatError, match="a definition that cannot exist: never"):
            read(new_converter(), {"x": 1}, kind)

    def test_a_slip_of_ours_is_no_fault_of_the_file(self) -> None:
        def fail(_instance: object, _attribute: object, _value: object) -> None:
            raise ZeroDivisionError

        kind = attrs.make_class("Broken", {"x": attrs.field(type=int, validator=fail)})
        with pytest.raises(ZeroDivisionError):
            read(new_converter(), {"x": 1}, kind)

    def test_kind_of_error(self) -> None:
        with pytest.raises(InvalidSchemeError, match=r"own\.toml: faults: 1\nlength: a whole"):
            read(new_converter(), {"length": "x"}, Needle, InvalidSchemeError, "own.toml")

    def test_pickle(self) -> None:
        with pytest.raises(FormatError) as caught:
            read(new_converter(), {"length": "x"}, Needle)
        copied = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes

        assert (Fault("wanted-whole", "length"),) == copied.faults == caught.value.faults
        assert "length: 整数が要る" == copied.faults[0].message()


class TestTagged:
    """A value of one of several classes says of which."""

    @pytest.mark.parametrize("part", [Leaf("a", None), Needle(), Needle(3)])
    def test_round_trip(self, part: Leaf | Needle) -> None:
        converter = new_converter()
        tagged(converter, Leaf | Needle, (Leaf, Needle))
        written = converter.unstructure(Tree(part))

        assert tag(type(part)) == written["part"]["type"]
        assert "type" == next(iter(written["part"]))
        assert Tree(part) == read(converter, written, Tree)

    def test_faults(self) -> None:
        converter = new_converter()
        tagged(converter, Leaf | Needle, (Leaf, Needle))
        found = []
        for part in ({"type": "bark"}, {}, None, {"type": "leaf", "weight": "x"}):
            with pytest.raises(FormatError) as caught:
                read(converter, {"part": part}, Tree)
            found += [f"{fault.path} {fault.code}" for fault in caught.value.faults]

        assert [
            "part.type wanted-one-of",
            "part.type wanted-one-of",
            "part wanted-object",
            "part.name wanted-there",
            "part.weight wanted-whole",
        ] == found


class TestNewFields:
    """A field that a class gains is a member of its file."""

    @pytest.mark.parametrize("kind", UNIONS[kk.Rule])
    def test_every_field_of_a_rule(self, kind: type[kk.Rule]) -> None:
        wrong = {name: object() for name in members(kind)}
        with pytest.raises(FormatError) as caught:
            read(plan_converter(), {"type": tag(kind), **wrong}, kk.Rule)

        assert [*wrong] == [fault.path.partition(".")[0] for fault in caught.value.faults]

    def test_rules_are_those_of_the_package(self) -> None:
        assert {"AtLeast", "Reach", "AllOf", "Unset"} < {kind.__name__ for kind in UNIONS[kk.Rule]}
        assert not {kk.Rule, kk.RulePart} & {*UNIONS[kk.Rule]}


class TestNamedFile:
    """No folder of a machine is told."""

    @pytest.mark.parametrize(
        ("file", "named"),
        [
            ("plan.csv", "plan.csv"),
            ("data/plan.csv", "data/plan.csv"),
            ("../plan.csv", "../plan.csv"),
            ("/home/me/plan.csv", "plan.csv"),
            ("C:\\Users\\me\\plan.csv", "plan.csv"),
            ("\\\\server\\share\\plan.csv", "plan.csv"),
            ("", ""),
        ],
    )
    def test_named(self, file: str, named: str) -> None:
        assert named == named_file(file)


class TestImport:
    """The library is imported when a file of ours is read or written, not before."""

    @pytest.mark.wide
    @pytest.mark.parametrize(
        ("code", "imported"),
        [
            ("", False),
            ("from kpikit.cli import main; main(['read', '9割以上'])", False),
            ("kk.evaluate(kk.read_plan('examples/sagamihara/projects.tsv'))", False),
            ("kk.scheme.load('miyagi')", True),
            ("kk.read_plan('tests/golden/v1/minimal.json')", True),
        ],
    )
    def test_on_use(self, code: str, *, imported: bool) -> None:
        script = f"import sys\nimport kpikit as kk\n{code}\nsys.exit('cattrs' in sys.modules)"
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False
        )

        assert imported == done.returncode


def test_numbers_of_schemes_are_exact() -> None:
    scheme = kk.scheme.load("miyagi")

    assert all(
        limit is None or isinstance(limit, Decimal)
        for band in scheme.bands
        for limit in (band.at_least, band.below)
    )


class TestMany:
    """A file with more faults than anybody mends at once is told the first of them."""

    @pytest.mark.wide
    @pytest.mark.parametrize(
        ("content", "path"),
        [
            ({"leaves": [1] * (2 * MOST)}, f"leaves[{MOST - 1}]"),
            ({"leaves": [{"nome": 1}] * MOST}, f"leaves[{MOST // 2 - 1}].nome"),
            ({"leaves": [], **{f"k{n:05}": 1 for n in range(2 * MOST)}}, f"k{MOST - 1:05}"),
        ],
    )
    def test_first(self, content: dict[str, Any], path: str) -> None:
        with pytest.raises(FormatError) as caught:
            read(new_converter(), content, Twig)

        *told, last = caught.value.faults
        assert (MOST, path) == (len(told), told[-1].path)
        assert "only the first 1,000 are listed: mend these, and read it again" == last.message(
            "en"
        )

    def test_one_fewer(self) -> None:
        with pytest.raises(FormatError) as caught:
            read(new_converter(), {"leaves": [1] * (MOST - 1)}, Twig)

        assert ["wanted-object"] * (MOST - 1) == [each.code for each in caught.value.faults]


class TestLong:
    """No message repeats more of a file than a line can show."""

    def test_text(self) -> None:
        fault = Fault("format-unknown", values={"file": "a.json", "name": "x" * 5_000})
        expected = f"a.json: the format '{'x' * 1_000}…' is not known: it must be kpikit-plan"

        assert expected == fault.message("en")

    def test_path(self) -> None:
        assert f"{'x' * 1_000}…: text is wanted" == Fault("wanted-text", "x" * 1_001).message("en")

    @pytest.mark.parametrize(
        ("value", "said"),
        [
            ([*range(9)], "[0, 1, 2, 3, 4, 5, ...]"),
            ({"a": 1}, "{'a': 1}"),
            (None, "None"),
        ],
    )
    def test_value(self, value: object, said: str) -> None:
        fault = Fault("format-unknown", values={"file": "a.json", "name": value})

        assert f"a.json: the format {said} is not known: it must be kpikit-plan" == fault.message(
            "en"
        )
