"""Letters, numbers and counted labels that stand for names which are said elsewhere."""

from __future__ import annotations

import pytest

from cells_of import cells, lines
from kpikit.table.keys import Keys, behind_key, is_key
from kpikit.table.names_by_key import stands_for_name, with_names_by_key


class TestWhatIsAKey:
    @pytest.mark.parametrize("text", ["Ａ", "B", "ア", "ｱ", "㋐", "①", "（２）", "(12)", " ③ "])
    def test_alone(self, text: str) -> None:
        assert is_key(text)

    @pytest.mark.parametrize("text", ["5", "12", "（）", "AB", "甲", "①②", "Ⅱ", "◎", ""])
    def test_none(self, text: str) -> None:
        """A bare number may be a value, and a mark a result."""
        assert not is_key(text)

    @pytest.mark.parametrize(
        ("text", "key", "name"),
        [
            ("Ａ　人口", "Ａ", "人口"),
            ("ア．１人当たりの額", "ア", "１人当たりの額"),
            ("①利用者数", "①", "利用者数"),
            ("(２) 利用率", "(２)", "利用率"),
            ("３：来館者数", "３", "来館者数"),
        ],
    )
    def test_before_a_name(self, text: str, key: str, name: str) -> None:
        assert (key, name) == behind_key(text)

    @pytest.mark.parametrize(
        "text", ["①5件", "1 5件", "1.5人", "５か所", "Ａ評価", "アンケート", "12", "①", "123 人口"]
    )
    def test_before_no_name(self, text: str) -> None:
        assert behind_key(text) is None

    def test_stands_for_a_name(self) -> None:
        (line,) = cells("⑥成果指標|①|イ|（３）|5|利用者数").lines.values()

        assert [True, True, True, True, False, False] == [*map(stands_for_name, line)]


class TestWhatKeysStandFor:
    def test_several_in_one_list(self) -> None:
        """Who asks is told all: nothing says which of them is meant."""
        keys = Keys[str]()
        keys.give("①", "利用者数", 3)
        keys.give("1", "来館者数", 3)

        assert ["利用者数", "来館者数"] == keys.find("１")

    def test_lists_go_on(self) -> None:
        keys = Keys[str]()
        keys.give("①", "利用者数", 3)
        assert ["利用者数"] == keys.find("①")
        keys.give("②", "来館者数", 9)

        assert [["利用者数"], ["来館者数"]] == [keys.find("①"), keys.find("②")]

    def test_another_list_begins_a_form(self) -> None:
        keys = Keys[str]()
        for key, name in (("Ａ", "利用者数"), ("Ｂ", "来館者数")):
            keys.give(key, name, 3)
        keys.give("Ａ", "貸出冊数", 9)

        assert [["貸出冊数"], []] == [keys.find("Ａ"), keys.find("Ｂ")]

    def test_what_stands_for_nothing(self) -> None:
        """To be asked for is no use of a key that stands for nothing."""
        keys = Keys[str]()
        assert not keys
        assert [] == keys.find("①")
        keys.give("①", "利用者数")
        keys.give("①", "来館者数")

        assert keys
        assert ["利用者数", "来館者数"] == keys.find("①")


class TestLabels:
    """Labels with names beside them, and rows of values with the labels alone."""

    def test_a_row_of_a_name_is_taken_away(self) -> None:
        sheet = with_names_by_key(cells("指標１|貸出冊数|冊", "", "指標１|目標値|5冊"))

        assert [["貸出冊数（冊）", "目標値", "5冊"]] == lines(sheet)

    @pytest.mark.parametrize(
        ("row", "kept"),
        [("指標１|貸出冊数|年間の冊数", 3), ("読書|指標１|貸出冊数", 3)],
        ids=["more is said", "not the first"],
    )
    def test_a_row_that_says_more_stays(self, row: str, kept: int) -> None:
        sheet = with_names_by_key(cells(row, "指標１|目標値|5冊"))

        assert (kept, "貸出冊数") == (len(sheet.lines[1]), sheet.lines[2][0].text)

    def test_a_row_that_reaches_down_stays(self) -> None:
        sheet = with_names_by_key(
            cells("指標１|貸出冊数", "", "指標１|目標値|5冊", merges=((1, 1, 2, 1),))
        )

        assert ["指標１", "貸出冊数"] == lines(sheet)[0]

    def test_a_unit_of_its_own(self) -> None:
        sheet = with_names_by_key(cells("指標１|貸出冊数|冊", "指標１|人|5"))

        assert ["貸出冊数", "人", "5"] == lines(sheet)[-1]

    @pytest.mark.parametrize(
        "rows",
        [
            ("指標１|貸出冊数|5冊", "指標１|目標値|5冊"),
            ("指標１|目標値|5冊", "指標１|貸出冊数"),
            ("指標１|貸出冊数", "指標１|来館者数", "指標１|目標値|5冊"),
            ("指標１|貸出冊数", "指標２|目標値|5冊"),
            ("指標１|貸出冊数", "指標１|", "指標１"),
            ("指標|貸出冊数", "指標|目標値|5冊"),
            ("ＫＰＩ|貸出冊数", "ＫＰＩ|目標値|5冊"),
        ],
        ids=["values", "below", "two names", "no name", "no values", "no key", "a word"],
    )
    def test_a_sheet_stays(self, rows: tuple[str, ...]) -> None:
        assert lines(cells(*rows)) == lines(with_names_by_key(cells(*rows)))

    def test_below_a_heading_of_numbers(self) -> None:
        """What a table with headings says of an indicator is more than its name."""
        rows = ("No.|指標名|方向", "指標１|貸出冊数|増", "No.|R6目標", "指標１|5冊")
        sheet = with_names_by_key(cells(*rows))

        assert ["指標１", "5冊"] == lines(sheet)[3]

    def test_right_below_other_words(self) -> None:
        rows = ("No.|事業名", "1|読書の推進", "指標１|貸出冊数", "指標１|目標値|5冊")
        sheet = with_names_by_key(cells(*rows))

        assert ["貸出冊数", "目標値", "5冊"] == lines(sheet)[-1]


class TestLists:
    """Names below the heading of their kind."""

    def test_the_next_heading_has_a_number(self) -> None:
        """⑥成果指標 is no name of the key ⑥."""
        rows = ("④活動指標", "①利用者数", "⑥成果指標", "①利用率", "⑥成果指標|①|％|50")
        sheet = with_names_by_key(cells(*rows))

        assert ["⑥成果指標", "利用率", "％", "50"] == lines(sheet)[4]

    def test_a_key_twice(self) -> None:
        rows = ("成果指標", "①利用者数", "①利用率", "成果指標|①|％|50")

        assert "①" == with_names_by_key(cells(*rows)).lines[4][1].text

    def test_forms_one_by_one(self) -> None:
        """Each form has the names of its own list, also where the first has no values."""
        lists = [("成果指標", f"Ａ　{name}", "Ｂ　利用率") for name in ("利用者数", "来館者数")]
        sheet = with_names_by_key(cells(*lists[0], "", *lists[1], "成果指標|Ａ|人|50"))

        assert "来館者数" == sheet.lines[8][1].text

    def test_a_list_in_which_a_key_is_missing(self) -> None:
        rows = ("成果指標", "Ａ　利用者数", "Ｂ　利用率", "成果指標|Ｂ|％|50")
        second = ("成果指標", "Ａ　来館者数", "成果指標|Ｂ|％|60")
        sheet = with_names_by_key(cells(*rows, "", *second))

        assert ["Ｂ", "Ｂ"] == [sheet.lines[4][1].text, sheet.lines[8][1].text]

    def test_values_above_the_only_list(self) -> None:
        rows = ("成果指標|①|％|50", "", "成果指標（名称）", "①利用率")

        assert "利用率" == with_names_by_key(cells(*rows)).lines[1][1].text

    def test_labels_of_its_keys(self) -> None:
        rows = ("成果指標（名称）", "①利用率", "成果指標①|目標値|50％")

        assert "利用率" == with_names_by_key(cells(*rows)).lines[3][0].text
