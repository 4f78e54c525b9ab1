"""Years that name no era: they are told by others of their row, or not at all."""

from __future__ import annotations

from io import BytesIO

import pytest

import kpikit as kk
from kpikit.frames import from_plan, to_plan
from kpikit.frames.rows import row_of
from kpikit.frames.texts import ACTUAL, TARGET, pair_row
from kpikit.judging.summary import MidTerm
from kpikit.model.indicator import targets_of
from kpikit.report import build_report, render, render_bytes
from kpikit.report.answer import answer_words
from kpikit.table.eras import bare_year, year_beside

UNDATED = (kk.Verdict.INDETERMINATE, kk.Reason.TARGET_UNDATED)
UNKNOWN = (kk.Verdict.INDETERMINATE, kk.Reason.ACTUAL_YEAR_UNKNOWN)
H28, H31 = kk.FiscalYear(2016), kk.FiscalYear(2019)


def read(*lines: str) -> kk.Plan:
    text = "\n".join(line.replace("|", "\t") for line in [*lines, ""])
    return kk.read_plan(text.encode(), name="plan.tsv")


def one(*lines: str) -> kk.Indicator:
    (found,) = read(*lines).indicators()
    return found


class TestJudge:
    """A target of which nobody knows when it is due is neither met nor missed."""

    @pytest.mark.parametrize("number", ["80", "120"])
    def test_neither_met_nor_missed(self, number: str) -> None:
        target = kk.Target(kk.AtLeast(kk.Quantity("100", "件")), unread="31年度")
        seen = kk.Observation(H28, kk.Quantity(number, "件"))
        judged = kk.evaluate(kk.Indicator("相談件数", target=target), seen)
        assert UNDATED == (judged.verdict, judged.reason)
        assert () == judged.flags
        assert judged.explain() == (
            f"実績値(平成28年度)は{number}件であるが、目標の時期「31年度」を特定できないため、"
            "目標値100件以上を達成したか判定できない。"
        )
        assert judged.explain("en").startswith(f"The actual (FY2016) is {number} cases")
        assert "the time of the target (31年度) is not known" in judged.explain("en")

    def test_another_reason_stays(self) -> None:
        target = kk.Target(kk.AtLeast(kk.Quantity("100", "件")), unread="31年度")
        judged = kk.evaluate(kk.Indicator("件数", target=target), kk.read_actual("80人").unwrap())
        assert kk.Reason.UNITS_DIFFER is judged.reason

    def test_no_target_stays(self) -> None:
        target = kk.Target(kk.Unset(), unread="31年度")
        judged = kk.evaluate(kk.Indicator("件数", target=target))
        assert kk.Verdict.NOT_APPLICABLE is judged.verdict

    def test_parts_of_known_years(self) -> None:
        steps = [(None, "12"), (kk.FiscalYear(2029), "20")]
        rule = kk.AllOf(
            [
                kk.RulePart("", kk.AtLeast(kk.Quantity(number, "か所")), period=period)
                for period, number in steps
            ]
        )
        assert [("31年度", None), ("", kk.FiscalYear(2029))] == [
            (each.unread, each.period) for each in targets_of(rule, unread="31年度")
        ]

    def test_in_a_frame_and_back(self) -> None:
        target = kk.Target(kk.AtLeast(kk.Quantity("100", "件")), unread="31年度")
        seen = kk.Observation(H28, kk.Quantity("80", "件"))
        row = row_of(kk.evaluate(kk.Indicator("相談件数", target=target), seen))
        assert (22, 80.0) == (row["undecided"], row["actual_low"])


class TestRows:
    """A year without an era is of the only era of the other years of its row."""

    @pytest.mark.parametrize(
        "lines",
        [
            ("指標名|単位|実績値(平成28年度)|目標値(31年度)", "相談件数|件|80|100"),
            ("指標名|実績値|目標値", "相談件数|80件（平成28年度）|100件（31年度）"),
            ("指標名|実績値|目標値", "相談件数|80件（H28年度）|31年度までに100件"),
            ("指標名|単位|実績値|実績年度|目標値|目標年度", "件数|件|80|平成28年度|100|31年度"),
        ],
    )
    def test_by_the_era_of_the_actual(self, lines: tuple[str, ...]) -> None:
        found = one(*lines)
        assert [(H31, "")] == [(each.period, each.unread) for each in found.targets]

    def test_actual_by_the_era_of_the_target(self) -> None:
        found = one("指標名|実績値|目標値", "相談件数|80件（28年度）|100件（平成31年度）")
        assert [H28] == [each.period for each in found.observations]

    def test_it_is_noted(self) -> None:
        found = one("指標名|実績値|目標値", "相談件数|80件（平成28年度）|100件（31年度）")
        assert found.source
        assert ["「31年度」を、同じ行の他の年度と同じ元号の年度とみなした"] == [
            note.message("ja") for cell in found.source.cells for note in cell.notes
        ]

    @pytest.mark.parametrize(
        "lines",
        [
            ("指標名|実績値|目標値", "利用者数|80人（2016年度）|100人（31年度）"),
            ("指標名|単位|実績値(R2年度)|目標値(31年度)", "利用者数|人|80|100"),
            ("指標名|単位|実績値|実績年度|目標値|目標年度", "利用者数|人|80|28年度|100|31年度"),
            ("指標名|単位|実績値|実績年度|目標値|目標年度", "利用者数|人|80|2016年度|100|31年度"),
        ],
    )
    def test_not_told(self, lines: tuple[str, ...]) -> None:
        (judged,) = kk.evaluate(read(*lines)).all()
        assert judged.target
        assert "31年度" == judged.target.unread
        assert UNDATED == (judged.verdict, judged.reason)

    @pytest.mark.parametrize(
        "lines",
        [
            ("指標名|実績値|目標値", "利用者数|80人（27年度）|100人（27年度）"),
            ("指標名|単位|実績値|実績年度|目標値|目標年度", "利用者数|人|80|27年度|100|27年度"),
        ],
    )
    def test_the_year_of_the_actual(self, lines: tuple[str, ...]) -> None:
        """A target of the words that the actual has is due with it, whichever year that is."""
        (judged,) = kk.evaluate(read(*lines)).all()
        assert kk.Verdict.NOT_ACHIEVED is judged.verdict

    def test_two_of_one_cell_are_left_alone(self) -> None:
        found = one(
            "指標名|実績値|目標値",
            "利用者数|80人（平成28年度）|中間（29年度）90人、最終（30年度）100人",
        )
        assert ["29年度、30年度"] == [each.unread for each in found.targets]

    @pytest.mark.parametrize(
        ("heading", "unread"),
        [
            ("目標値（3年度間）", ""),
            ("目標値（29年度累計）", "29年度累計"),
            ("第5年度の目標値", ""),
        ],
    )
    def test_what_is_no_year(self, heading: str, unread: str) -> None:
        """Three years are no year 3, and of 29年度累計 nobody knows which of both it is."""
        assert unread == bare_year(heading)

    @pytest.mark.parametrize(
        ("said", "beside"),
        [
            ("5年度", ["平成28年度"]),
            ("31年度", ["平成28年度", "R2"]),
            ("30年度", ["平成28年度（令和2年度）"]),  # two years
            ("31年度", ["2016年度"]),
            ("29年度累計", ["平成28年度"]),
        ],
    )
    def test_what_tells_nothing(self, said: str, beside: list[str]) -> None:
        assert year_beside(said, beside) is None


def test_a_year_after_the_end_of_the_era() -> None:
    """Plans of 平成28年度 count on: their 32年度 is 2020."""
    assert kk.FiscalYear(2020) == year_beside("32年度", ["平成28年度"])


def test_a_year_that_is_told_again_names_one_era() -> None:
    assert kk.FiscalYear(2018) == year_beside("30年度", ["平成32年度（令和2年度）"])
    assert kk.FiscalYear(2018) == year_beside("30年度", ["平成28年度", "平成31(令和元)年度"])
    rows = "削減効果額\t2,273百万円\t28~30年度累計\t3,297百万円\t平成32年度（令和2年度）\n"
    heads = "指標名\t実績値\t実績年度\t目標値\t目標年度\n"
    (evaluation,) = kk.evaluate(kk.read_plan((heads + rows).encode())).all()
    seen = evaluation.observation
    assert seen is not None
    assert seen.period == kk.read_period("H28~H30").value
    assert evaluation.verdict is kk.Verdict.NOT_DUE


def test_the_row_tells_the_era_of_a_total_of_several_years() -> None:
    """The first row names another era; 28~30 are years, where 29年度累計 may be 29 of them."""
    several = kk.read_period("H28~H30").value
    assert year_beside("28~30年度累計", ["平成32年度（令和2年度）"]) == several
    heads = "指標名\t実績値\t実績年度\t目標値\t目標年度\n"
    rows = (
        "利用者数\t4,533人\tH28~R2年度累計\t5,000人\tR2年度\n"
        "参加者数\t2,273人\t28~30年度累計\t3,297人\t平成32年度（令和2年度）\n"
    )
    whole, half = kk.evaluate(kk.read_plan((heads + rows).encode())).all()
    told = [each.observation and each.observation.period for each in (whole, half)]
    assert told == [kk.read_period("H28~R2").value, several]
    assert whole.verdict is kk.Verdict.NOT_ACHIEVED
    assert half.reason is kk.Reason.ACTUAL_STALE  # it was judged as if it were of now


class TestTexts:
    """Columns of texts tell the same."""

    def test_target(self) -> None:
        assert 22 == TARGET.row("31年度までに100件以上")["undecided"]
        assert 5 == TARGET.row("31年度までに100件以上か")["undecided"]

    def test_pair(self) -> None:
        assert 22 == pair_row("100件（31年度）", "100件（R5）")["undecided"]

    def test_targets_of_a_cell(self) -> None:
        assert ["31年度"] == [each.unread for each in kk.read_targets("100件（31年度）").unwrap()]

    def test_a_period_is_read(self) -> None:
        assert "" == kk.read_target("100件（平成31年度）").unread


def test_back_to_a_plan() -> None:
    """The way back keeps the verdict."""
    pytest.importorskip("pyarrow")
    target = kk.Target(kk.AtLeast(kk.Quantity("100", "件")), unread="31年度")
    seen = kk.Observation(H28, kk.Quantity("80", "件"))
    indicator = kk.Indicator("相談件数", target=target, observations=[seen])
    plan = kk.Plan("計画", sections=[kk.Section("施策", "1", "運用", indicators=[indicator])])
    (again,) = kk.evaluate(to_plan(from_plan(kk.evaluate(plan), "pyarrow"))).all()
    assert UNDATED == (again.verdict, again.reason)


@pytest.mark.parametrize("form", ["text", "markdown", "json", "tsv", "html"])
def test_every_report_says_why(form: str) -> None:
    plan = read("指標名|単位|実績値|実績年度|目標値|目標年度", "利用者数|人|80|28年度|100|31年度")
    told = render(kk.evaluate(plan), form)
    assert "判定不能" in told or "indeterminate" in told
    assert "target-undated" in told or "目標の時期「31年度」を特定できない" in told


def test_the_workbook_says_why() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    plan = read("指標名|単位|実績値|実績年度|目標値|目標年度", "利用者数|人|80|28年度|100|31年度")
    book = openpyxl.load_workbook(BytesIO(render_bytes(kk.evaluate(plan), "xlsx")))
    cells = [cell for row in book["データ"].iter_rows(values_only=True) for cell in row]
    assert "目標の時期「31年度」を特定できない" in cells


class TestTotals:
    """累計 beside a year says of the value what it says in a heading."""

    @pytest.mark.parametrize(
        ("heads", "row", "told"),
        [
            ("実績年度|実績値|目標年度|目標値", "R6年度累計|310|R6|300", ("累計", "")),
            (
                "実績年度|実績値|目標年度|目標値",
                "R6年度(累計)|310|R6年度の累計|300",
                ("累計", "累計"),
            ),
            ("実績年度|実績値|目標年度|目標値", "R6|310|R6年度累計|300", ("", "累計")),
            ("実績値(R6年度累計)|目標値(R6)", "310|300", ("累計", "")),
            ("実績年度|実績値|目標年度|目標値", "R4~R6年度累計|310|R6|300", ("", "")),
            ("実績年度|実績値|目標年度|目標値", "4~6年度累計|310|R6|300", ("", "")),
            ("実績年度|実績値|目標年度|目標値", "R6|310|R6|300", ("", "")),
        ],
    )
    def test_statistic(self, heads: str, row: str, told: tuple[str, str]) -> None:
        (indicator,) = read(f"指標名|単位|{heads}", f"受講者数|人|{row}").indicators()
        seen, asked = indicator.observations[0].quantity, indicator.targets[0].rule.number
        assert seen is not None
        assert asked is not None
        assert told == (seen.statistic, asked.statistic)

    @pytest.mark.parametrize("year", ["R6年度累計", "R2~R6年度累計"])
    def test_a_total_is_no_value_of_one_year(self, year: str) -> None:
        heads = "指標名|単位|実績年度|実績値|目標年度|目標値"
        (judged,) = kk.evaluate(read(heads, f"受講者数|人|{year}|310|R6|300")).all()
        assert judged.reason is kk.Reason.STATISTIC_DIFFERS


class TestCounts:
    """What may be due is not counted as due."""

    HEADS = "指標名|単位|実績値|実績年度|目標値|目標年度"
    UNDATED = "利用者数|人|80|28年度|100|31年度"
    OPEN = "会員数|人|80|R5|100|R9"

    @pytest.mark.parametrize(
        ("more", "told"),
        [
            (
                "参加者数|人|80|R5|70|R5",
                (
                    "期限が来た1件のうち、判定できた1件中1件が達成(100%)。"
                    "期限を特定できない1件は判定できない。"
                    "期限前の1件(期限 令和9年度)に到達したものはなく、進み具合が不明。"
                ),
            ),
            (
                "施設数|m|80|R5|70|R9",
                "期限を特定できない1件、期限前の2件(期限 令和9年度)のうち、判定できたものはない。",
            ),
        ],
    )
    def test_beside_others(self, more: str, told: str) -> None:
        result = kk.evaluate(read(self.HEADS, self.UNDATED, self.OPEN, more))
        assert told == answer_words(build_report(result))

    def test_alone(self) -> None:
        result = kk.evaluate(read(self.HEADS, self.UNDATED))
        assert "目標のある1件のうち、判定できたものはない。" == answer_words(build_report(result))

    def test_sums(self) -> None:
        one, other = kk.Summary(indeterminate=2), kk.Summary(achieved=1)
        found = MidTerm(one, undated=1) + MidTerm(other, undated=0)
        assert (1, 2) == (found.undated, found.due)


class TestActuals:
    """A value of a year without its era is judged by no dated target that is due."""

    @pytest.mark.parametrize("number", ["80", "120"])
    @pytest.mark.parametrize(
        "lines",
        [
            ("指標名|単位|実績値|実績年度|目標値|目標年度", "利用者数|人|{}|30年度|100|令和2年度"),
            ("指標名|単位|実績値（30年度）|目標値（令和2年度）", "利用者数|人|{}|100"),
            ("指標名|実績値|目標値", "利用者数|{}人（30年度）|100人（令和2年度）"),
        ],
    )
    def test_neither_met_nor_missed(self, lines: tuple[str, ...], number: str) -> None:
        (judged,) = kk.evaluate(read(lines[0], lines[1].format(number))).all()
        assert UNKNOWN == (judged.verdict, judged.reason)

    @pytest.mark.parametrize(
        ("row", "verdict"),
        [
            ("利用者数|人|80||100|令和2年度", kk.Verdict.NOT_ACHIEVED),  # no year is said
            ("利用者数|人|80|随時|100|令和2年度", kk.Verdict.NOT_ACHIEVED),
            ("利用者数|人|80|30年度|100|", kk.Verdict.NOT_ACHIEVED),  # due on every day
            ("利用者数|人|80|30年度|100|30年度", kk.Verdict.NOT_ACHIEVED),  # one year, whichever
            ("利用者数|人|120|30年度|100|平成31年度", kk.Verdict.ACHIEVED),  # of 平成: early
            ("利用者数（累計）|人|120|30年度|100|令和2年度", kk.Verdict.ACHIEVED),  # and stays so
        ],
    )
    def test_judged_as_before(self, row: str, verdict: kk.Verdict) -> None:
        (judged,) = kk.evaluate(read("指標名|単位|実績値|実績年度|目標値|目標年度", row)).all()
        assert verdict is judged.verdict
        assert judged.reason is not kk.Reason.ACTUAL_YEAR_UNKNOWN

    @pytest.mark.parametrize(
        ("number", "verdict"),
        [("80", kk.Verdict.NOT_DUE), ("120", kk.Verdict.ACHIEVED)],
    )
    def test_before_the_target_is_due(self, number: str, verdict: kk.Verdict) -> None:
        head = "指標名|単位|実績値|実績年度|目標値|目標年度"
        rows = [
            f"利用者数|人|{number}|30年度|100|令和12年度",
            "参加者数|人|5|令和5年度|5|令和5年度",
        ]
        judged, _ = kk.evaluate(read(head, *rows)).all()
        assert verdict is judged.verdict

    def test_years_of_parts(self) -> None:
        """A year of one of several values is not that of all of them."""
        head = "指標名|実績値|目標値"
        (judged,) = kk.evaluate(read(head, "利用者数|H30年度5人、2年度10人|各4人（R2年度）")).all()
        assert judged.observation
        assert "" == judged.observation.unread
        (judged,) = kk.evaluate(
            read("指標名|実績値（30年度）|目標値（R2年度）", "利用者数|男性5人 女性9人|各4人")
        ).all()
        assert UNKNOWN == (judged.verdict, judged.reason)

    def test_other_reasons_stay(self) -> None:
        target = kk.Target(kk.AtLeast(kk.Quantity("100", "件")), kk.FiscalYear(2020))
        seen = kk.Observation(None, kk.Quantity("80", "人"), unread="30年度")
        judged = kk.evaluate(kk.Indicator("相談", target=target), seen)
        assert judged.reason is kk.Reason.UNITS_DIFFER

    def test_a_column_tells_its_year(self) -> None:
        target = kk.Target(kk.AtLeast(kk.Quantity("100", "件")), kk.FiscalYear(2020))
        value = kk.Quantity("80", "件")
        seen = kk.Observation(None, value, column=kk.FiscalYear(2020), unread="2年度")
        assert kk.evaluate(kk.Indicator("相談", target=target), seen).verdict is (
            kk.Verdict.NOT_ACHIEVED
        )

    def test_beside_several_targets(self) -> None:
        """Of which one is due and one is not."""
        rows = ["指標名|単位|実績値(30年度)|目標値(R2)|目標値(R9)|年度", "利用者数|人|80|70|90|"]
        judged, *_ = kk.evaluate(read(*rows)).all()
        assert UNKNOWN == (judged.verdict, judged.reason)
        row = row_of(judged)
        assert 23 == row["undecided"]

    def test_texts(self) -> None:
        assert 23 == ACTUAL.row("80件（30年度）")["undecided"]
        assert 0 == ACTUAL.row("80件")["undecided"]
        assert 23 == pair_row("100件以上（令和2年度）", "80件（30年度）")["undecided"]
        assert 0 == pair_row("100件以上", "80件（30年度）")["undecided"]

    def test_a_cell(self) -> None:
        assert "30年度" == kk.read_actual("80件（30年度）").unwrap().unread
        assert "" == kk.read_actual("80件（平成30年度）").unwrap().unread

    def test_to_a_frame_and_back(self) -> None:
        pytest.importorskip("pyarrow")
        rows = ["指標名|実績値|目標値", "利用者数|80人（30年度）|100人以上（令和2年度）"]
        (again,) = kk.evaluate(to_plan(from_plan(kk.evaluate(read(*rows)), "pyarrow"))).all()
        assert UNKNOWN == (again.verdict, again.reason)

    @pytest.mark.parametrize("form", ["text", "markdown", "html"])
    def test_every_report_says_why(self, form: str) -> None:
        rows = ["指標名|実績値|目標値", "利用者数|80人（30年度）|100人（令和2年度）"]
        told = render(kk.evaluate(read(*rows)), form)
        assert "その年度「30年度」の元号を特定できず" in told
