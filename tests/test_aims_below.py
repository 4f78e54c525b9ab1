"""Names with their values in one row and their targets in the next."""

from __future__ import annotations

from cells_of import cells, lines
from kpikit.cell import Vocabulary
from kpikit.table.aims_below import with_aims_below, with_rows_in_brackets

Range = tuple[int, int, int, int]


HEAD, SEEN, AIMS = "指標|R5|R6", "利用率|48%|50%", "目標|45%|50%"


class TestAimsBelow:
    def moved(self, *rows: str, merges: tuple[Range, ...] = ()) -> bool:
        before = lines(cells(*rows, merges=merges))
        return before != lines(with_aims_below(cells(*rows, merges=merges)))

    def test_a_name_goes_left(self) -> None:
        assert self.moved(HEAD, SEEN, AIMS)

    def test_not_of_two_columns(self) -> None:
        assert not self.moved(
            "|" + HEAD, "利用率||48%|50%", "目標||45%|50%", merges=((2, 1, 2, 2),)
        )

    def test_not_where_something_stands_before_the_name(self) -> None:
        assert not self.moved("No|指標|R5|R6", "1|利用率|48%|50%", "|目標|45%|50%")

    def test_not_where_values_are_called_actuals(self) -> None:
        assert not self.moved("指標|R5実績|R6実績", SEEN, AIMS)

    def test_not_below_words(self) -> None:
        assert not self.moved("指標|東|西", SEEN, AIMS)

    def test_not_where_a_target_of_a_year_is_blank(self) -> None:
        assert not self.moved(HEAD, SEEN, "目標||50%")

    def test_not_where_a_target_stands_above_the_first_name(self) -> None:
        assert not self.moved(HEAD, "目標|45%|50%", "利用率|48%|50%", "目標|6|7", "件数|5|8")

    def test_not_of_a_label_that_heads_names(self) -> None:
        assert not self.moved("指標|R5", "目標|利用率")


class TestBrackets:
    def plain(self, *rows: str) -> list[list[str]]:
        return lines(with_rows_in_brackets(cells(*rows), Vocabulary()))

    def test_all_in_brackets(self) -> None:
        assert [["（目標）", "45%", "50"]] == self.plain("（目標）|（45%）|(50)")

    def test_one_is_not(self) -> None:
        assert [["（目標）", "（45%）", "50%"]] == self.plain("（目標）|（45%）|50%")

    def test_the_label_is_not(self) -> None:
        assert [["目標", "（45%）"]] == self.plain("目標|（45%）")
