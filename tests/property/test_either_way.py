"""A plain list says the same by its headings as by the labels of each figure."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from kpikit.model.indicator import Indicator
from kpikit.table.cells import Cells
from kpikit.table.either import read_sheet
from kpikit.table.facts import facts_of
from kpikit.table.found import Found
from kpikit.table.lines import rows_of
from kpikit.table.read import Node, Tree, build_tree

HEADINGS = ["指標名", "単位", "基準値(R3)", "実績値(R4)", "実績値(R5)", "目標値(R7)"]
ENDS = [[], ["担当課"], ["備考"], ["担当課", "備考"]]
#: Numbers that are no years, which a table may mean.
NUMBERS = st.one_of(st.integers(1, 1_900), st.integers(2_100, 99_999))
FORMS = ["{}", "{:,}", "約{}", "{}件", "{}以上", "{}以下"]


@st.composite
def plain_lists(draw: st.DrawFn) -> list[str]:
    """Return the lines of a list, cells parted by tabs."""
    ends = draw(st.sampled_from(ENDS))
    lines = ["\t".join([*HEADINGS, *ends])]
    for number in range(draw(st.integers(1, 6))):
        values = [draw(st.sampled_from(FORMS[:4])).format(draw(NUMBERS)) for _ in range(3)]
        target = draw(st.sampled_from(FORMS)).format(draw(NUMBERS))
        lines.append(
            "\t".join([f"指標{number}の利用", "件", *values, target, *["企画課"] * len(ends)])
        )
    return lines


def indicators(node: Node) -> Iterator[Indicator]:
    yield from node.indicators
    for inner in node.nodes:
        yield from indicators(inner)


def said(tree: Tree) -> list[tuple[object, ...]]:
    return [
        (each.name, each.baseline, each.observations, each.targets)
        for each in indicators(tree.root)
    ]


@given(plain_lists())
def test_both_ways_agree(lines: list[str]) -> None:
    rows = rows_of("\n".join(lines))
    never = "the cells of a plain list are not looked at"

    def unused() -> Cells:
        raise AssertionError(never)

    (table,) = read_sheet(rows, unused, "plan").tables
    assert not isinstance(table, Found)
    found = Found("plan", "", facts_of(Cells.of_rows(rows)))
    assert said(build_tree(table)) == said(found.tree())
