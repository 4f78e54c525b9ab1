"""Content as JSON text: any content comes back, and each thing that is listed has its line."""

from __future__ import annotations

import json
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from kpikit.io.json_text import Members, json_text

#: What JSON has, half of a surrogate pair among the letters.
CONTENT = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(), max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["rows", "plan", "name", "割", '"']), inner, max_size=3)
    ),
    max_leaves=20,
)


@given(CONTENT, st.sets(st.sampled_from(["rows", "plan"])))
def test_comes_back(content: Any, apart: set[str]) -> None:
    text = json_text(content, apart=apart)

    assert content == json.loads(text.encode())
    assert text.endswith("\n")


class TestLines:
    """What is named has lines of its own, and nothing else."""

    def test_list_without_a_name(self) -> None:
        assert '[\n {"a": [1, 2]},\n 3\n]\n' == json_text([{"a": [1, 2]}, 3])

    def test_nothing_is_listed(self) -> None:
        assert '{"rows": [1], "a": {}}\n' == json_text({"rows": [1], "a": {}})

    def test_empty(self) -> None:
        assert '{\n "rows": []\n}\n' == json_text({"rows": []}, apart=["rows"])

    def test_below_what_is_listed(self) -> None:
        content = {"plan": {"rows": [{"rows": [1, [2]]}], "x": [3]}}
        lines = [
            "{",
            ' "plan": {',
            '  "rows": [',
            "   {",
            '    "rows": [',
            "     1,",
            "     [2]",
            "    ]",
            "   }",
            "  ],",
            '  "x": [3]',
            " }",
            "}",
            "",
        ]
        assert "\n".join(lines) == json_text(content, apart=["plan", "rows"])

    def test_view(self) -> None:
        """What JSON does not know is shown, wherever it stands."""
        content = {"rows": [Decimal("1.50")], "sum": [Decimal(2)]}

        assert '{\n "rows": [\n  "1.50"\n ],\n "sum": ["2"]\n}\n' == json_text(
            content, apart=["rows"], views=lambda _: str
        )


class Number(NamedTuple):
    """A tuple, which JSON knows."""

    value: int


class Word(str):
    """Text, which JSON knows."""

    __slots__ = ()


class Colour(Enum):
    """A closed set."""

    RED = "赤"


def views(kind: Any) -> Any:
    """Show numbers by their members, each of them and of a set by its value."""
    if kind is complex:
        return Members(("real", '100%"'), lambda value: (value.real.as_integer_ratio(), "割"))
    if kind is Decimal:
        return Members(("digits",), lambda value: [str(value)], shared=True)
    return lambda value: value.value


class TestViews:
    """Values that JSON does not know are written as what shows them is."""

    CONTENT: ClassVar[list[Any]] = [
        [1 + 0j, Decimal("1.50"), Colour.RED, Number(1), Word("語"), True, None, (), {"甲": [2]}]
    ]
    SHOWN: ClassVar[list[Any]] = [
        [
            {"real": [1, 1], '100%"': "割"},
            {"digits": "1.50"},
            "赤",
            [1],
            "語",
            True,
            None,
            [],
            {"甲": [2]},
        ]
    ]

    def test_as_json_has_it(self) -> None:
        """The text is the one that the library writes for what is shown."""
        wanted = json.dumps(self.SHOWN[0], ensure_ascii=False)

        assert f"[\n {wanted}\n]\n" == json_text(self.CONTENT, views=views)

    def test_escaped(self) -> None:
        """Half of a pair cannot be written: all of it is ASCII then."""
        wanted = json.dumps([*self.SHOWN[0], "\ud800"])

        assert f"[\n {wanted}\n]\n" == json_text([[*self.CONTENT[0], "\ud800"]], views=views)
