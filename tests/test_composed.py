"""Cells that say several things at once, lines that are counted, pairs between rows, notes."""

from __future__ import annotations

import pytest

import kpikit as kk


def read(*rows: str, name: str = "plan.tsv") -> kk.Plan:
    """Read a table whose cells are parted by strokes."""
    return kk.read_plan("\n".join(row.replace("|", "\t") for row in rows).encode(), name=name)


def shown(quantity: kk.Quantity | None) -> str:
    assert quantity is not None
    return f"{quantity.value}{quantity.unit}"


def told(plan: kk.Plan) -> list[tuple[str, list[str], list[str]]]:
    """Return each indicator with its values and its targets, each with its year."""
    return [
        (
            each.name,
            [f"{shown(seen.quantity)} {seen.placed}" for seen in each.observations],
            [f"{shown(target.rule.level)} {target.period}" for target in each.targets],
        )
        for each in plan.indicators()
    ]


class TestLabels:
    """A label that is name, role and year at once is parted where its rows name one thing."""

    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("【目標】令和８年度末の施設入所者数", "【実績】令和６年度末の施設入所者数"),
            ("令和８年度末の施設入所者数（目標）", "令和６年度末の施設入所者数（実績）"),
            ("〔目標値〕令和8年度の施設入所者数", "〔実績値〕令和6年度の施設入所者数"),
        ],
    )
    def test_parted(self, target: str, actual: str) -> None:
        plan = read(
            "項目|数値|考え方",
            "令和４年度末の施設入所者数|142人|基準とする人数",
            f"{target}|134人|国の指針は５％以上の削減",
            f"{actual}|139人|退所７人",
        )
        assert told(plan) == [("施設入所者数", ["142人 FY2022", "139人 FY2024"], ["134人 FY2026"])]
        assert plan.issues == ()

    @pytest.mark.parametrize(
        "rows",
        [
            # no actual of that name
            ("【目標】令和８年度の利用者数|30人", "【実績】令和６年度の参加者数|28人"),
            # a word that is no role
            ("【甲】令和８年度の利用者数|30人", "【乙】令和６年度の利用者数|28人"),
        ],
    )
    def test_not_parted(self, rows: tuple[str, ...]) -> None:
        with pytest.raises(kk.TableError):
            read("項目|数値", *rows)


class TestValues:
    """A name with its target in one cell is parted where the heading names both."""

    @pytest.mark.parametrize("heading", ["指標と目標値", "指標・目標値", "指標及び目標"])
    def test_parted(self, heading: str) -> None:
        plan = kk.read_plan(
            f'施策,{heading},実績値\n学び,"教室の参加者数\n80人",66人\n'.encode(), name="a.csv"
        )
        assert told(plan) == [("教室の参加者数", ["66人 None"], ["80人 None"])]

    @pytest.mark.parametrize("cell", ["教室の参加者数", '"教室の参加者数\n（延べ）"', '"80人"', ""])
    def test_not_parted(self, cell: str) -> None:
        """Where a cell has no value of its own, none is made of it."""
        with pytest.raises(kk.TableError):
            kk.read_plan(f"施策,指標と目標値,実績値\n学び,{cell},66人\n".encode(), name="a.csv")


class TestLines:
    """Counted lines, and those in brackets, are the headings of the rows below them."""

    HEAD = "指標|単位|目標（R7）|実績（R5）"

    @pytest.mark.parametrize(
        ("line", "code", "title"),
        [
            ("2 福祉", "2", "福祉"),
            ("（２）福祉", "2", "福祉"),
            ("②福祉", "2", "福祉"),
            ("2．福祉（R5新規）", "2", "福祉（R5新規）"),
            ("【福祉】", "", "福祉"),
        ],
    )
    def test_sections(self, line: str, code: str, title: str) -> None:
        plan = read(self.HEAD, "1 子育て", "参加者数|人|100|95", line, "満足度|%|80|81")
        sections = [(each.code, each.title) for each in plan.sections[0].sections]
        assert sections == [("1", "子育て"), (code, title)]
        assert plan.issues == ()

    @pytest.mark.parametrize("line", ["12月末現在の値", "次頁に続く"])
    def test_no_heading(self, line: str) -> None:
        plan = read(self.HEAD, "参加者数|人|100|95", line, "満足度|%|80|81")
        assert [each.code for each in plan.issues] == ["stray-line"]

    def test_what_is_none_of_the_table(self) -> None:
        """Rows without values below such a line are no indicators."""
        plan = read(
            "指標名|単位|R4実績|R5目標",
            "参加者数|人|95|100",
            "4 評価",
            "妥当性|A",
            "今後の方向性|継続",
        )
        assert [each.name for each in plan.indicators()] == ["参加者数"]

    def test_at_the_end(self) -> None:
        plan = read(self.HEAD, "参加者数|人|100|95", "2 福祉")
        assert [each.code for each in plan.issues] == ["stray-line"]


class TestPairs:
    """Rows of labels and what they say, between rows of values, are of the row above."""

    def test_above(self) -> None:
        plan = read(
            "指標名|単位|R4|R5|目標(R7)",
            "待機児童|人|5|3|0",
            "評価|B|担当課|こども課",
            "学力|点|58|59|60",
            "評価|A|担当課|学校課",
        )
        found = [
            (one.name, [each.text for each in one.printed], section.departments)
            for section in plan.walk()
            for one in section.indicators
        ]
        assert found == [("待機児童", ["B"], ("こども課",)), ("学力", ["A"], ("学校課",))]
        assert plan.issues == ()


class TestNotes:
    """Of notes with one mark that counts which stands right below the table."""

    def test_each_of_its_table(self) -> None:
        plan = read(
            "指標名|R6実績|R7目標",
            "甲の数|9※1|12",
            "※1 令和５年度の値",
            "",
            "指標名|R6実績|R7目標",
            "乙の数|7※1|8",
            "※1 令和４年度の値",
        )
        assert [(name, seen) for name, seen, _ in told(plan)] == [
            ("甲の数", ["9 FY2023"]),
            ("乙の数", ["7 FY2022"]),
        ]
        assert plan.issues == ()

    def test_above_the_values(self) -> None:
        """Where none stands below, it is in doubt which one is meant."""
        plan = read(
            "※1 令和４年度の値",
            "※1 令和５年度の値",
            "指標名|R6実績|R7目標",
            "甲の数|9※1|12",
        )
        assert [each.code for each in plan.issues] == ["note-of-another-year"]


class TestStacked:
    """Values above one another whose heading has a year and the word of each."""

    def test_year_and_words(self) -> None:
        plan = kk.read_plan(
            'KPI,単位,"R5\n目標\n実績","R6\n目標\n実績"\n創業者数,人,"20\n18","24\n23"\n'.encode(),
            name="a.csv",
        )
        assert told(plan) == [
            ("創業者数", ["18人 FY2023", "23人 FY2024"], ["20人 FY2023", "24人 FY2024"])
        ]
        assert plan.issues == ()

    def test_halves_of_a_plan(self) -> None:
        """前期 and 後期 tell targets apart, and change nothing of what they are."""
        plan = read("指標|単位|前期目標(R2)|後期目標(R7)|R5実績", "出荷額|億円|33|35|34")
        assert told(plan) == [("出荷額", ["34億円 FY2023"], ["33億円 FY2020", "35億円 FY2025"])]
