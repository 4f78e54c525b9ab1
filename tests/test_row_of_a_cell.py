"""What a cell is told by its row, and a cell that holds several targets."""

from __future__ import annotations

import pytest

import kpikit as kk
from kpikit.cell import Vocabulary, read_targets
from kpikit.judging.wording import rule_words
from kpikit.language.errors import InvalidDefinitionError
from kpikit.language.issue import Note
from kpikit.model.indicator import Target
from kpikit.model.rule import AllOf, AtLeast, Reach, RulePart

BOTH = "中間(R7)12か所・最終(R11)20か所"


class TestSeveralTargets:
    """Parts that are for several periods are targets of their own."""

    def test_each_has_its_period(self) -> None:
        expected = (
            Target(Reach(kk.Quantity("12", "か所")), kk.FiscalYear(2025)),
            Target(Reach(kk.Quantity("20", "か所")), kk.FiscalYear(2029)),
        )
        assert expected == read_targets(BOTH).value
        rule = kk.read_target(BOTH).unwrap()
        assert expected == kk.Indicator("箇所数", target=rule).targets
        assert expected == kk.Indicator("箇所数", target=Target(rule)).targets

    def test_words(self) -> None:
        rule = kk.read_target(BOTH).unwrap()
        assert "中間 12か所 [令和7年度]、最終 20か所 [令和11年度]" == rule_words(rule)

    def test_one_target(self) -> None:
        expected = (Target(AtLeast(kk.Quantity("80", "%")), kk.FiscalYear(2026)),)
        assert expected == read_targets("80%以上（R8）").value

    def test_not_read(self) -> None:
        reading = read_targets("80%以上 すごい")
        assert (None, kk.read_target("80%以上 すごい").issues) == (reading.value, reading.issues)

    def test_pieces_are_those_of_the_cell(self) -> None:
        assert kk.read_target(BOTH).pieces == read_targets(BOTH).pieces

    def test_several_conditions_for_one_of_the_periods(self) -> None:
        parts = [
            RulePart(label, AtLeast(kk.Quantity(number, "人")), period=period)
            for label, number, period in (
                ("男性", "3", kk.FiscalYear(2025)),
                ("女性", "4", kk.FiscalYear(2025)),
                ("", "9", None),
            )
        ]
        undated = [RulePart(part.label, part.rule) for part in parts[:2]]
        expected = (
            Target(AllOf(undated), kk.FiscalYear(2025)),
            Target(AtLeast(kk.Quantity("9", "人"))),
        )
        assert expected == kk.Indicator("人数", target=AllOf(parts)).targets


class TestUnit:
    """How often is no number of a row of shares: it says which people are counted."""

    @pytest.mark.parametrize("read", [kk.read_target, kk.read_actual])
    def test_refused(self, read: type) -> None:
        reading = read("週1回以上", unit="%")
        assert ["not-of-the-row"] == [issue.code for issue in reading.issues]
        assert "the row counts 「%」, which 「週1回以上」 is no number of" == reading.issues[
            0
        ].message("en")
        other = kk.Quantity("48.2", "%")
        assert reading.issues == read("週1回以上", like=other).issues

    def test_read(self) -> None:
        once = AtLeast(kk.Quantity("1", "回", per="週"))
        assert once == kk.read_target("週1回以上", unit="回").value
        assert once == kk.read_target("週1回以上", like=kk.Quantity("2", "回")).value
        assert AtLeast(kk.Quantity("50", "%")) == kk.read_target("50%以上", unit="%").value


class TestName:
    """A label before a single number is noted where the name does not have it."""

    def test_apart(self) -> None:
        notes = kk.read_actual("男性 80%", name="がん検診受診率").notes
        assert ["「男性」は指標名にない"] == [note.message("ja") for note in notes]

    @pytest.mark.parametrize(
        ("text", "label"),
        [
            ("受入人数（目標1,700人）", "受入人数"),
            ("週3回以上60%", "週3回以上"),
            ("2週間以上：41.7%", "2週間以上"),
            ("65歳以上かつ週2日以上運動する者 40%", "65歳以上かつ週2日以上運動する者"),
        ],
    )
    def test_apart_in_other_forms(self, text: str, label: str) -> None:
        (note,) = kk.read_target(text, name="宿泊者数").notes
        told = note.code, note.detail, text[note.start : note.end]
        assert ("label-apart", label, label) == told

    def test_whose_a_change_is(self) -> None:
        """It is the indicator's own, whatever blanks its name has, or that of something else."""
        own = kk.read_target("がん死亡率の30%削減", name="がん 死亡率（年齢調整）")
        assert kk.ReduceBy(kk.Quantity("30", "%")) == own.value
        other = kk.read_target("がん死亡率の30%削減", name="受診率")
        assert kk.ReduceBy(kk.Quantity("30", "%"), reference="がん死亡率") == other.value

    def test_in_the_name(self) -> None:
        assert () == kk.read_actual("受診率 80%", name="がん検診 受診率").notes
        assert () == kk.read_actual("男性 80%").notes

    def test_blanks(self) -> None:
        """A name of blanks is none, and those of a label count as little as those of a name."""
        assert () == kk.read_actual("男性 80%", name="　").notes
        assert () == kk.read_actual("がん検診 受診率 80%", name="がん検診受診率").notes

    def test_of_several_periods(self) -> None:
        cell = "受診率60%（R7）、70%（R9）"
        apart, own = (kk.read_target(cell, name=name) for name in ("女性比率", "受診率"))
        assert ["label-apart"] == [note.code for note in apart.notes]
        assert () == own.notes
        assert [("受診率", "受診率")] == [
            (note.detail, cell[note.start : note.end]) for note in apart.notes
        ]
        assert apart.value == own.value

    def test_of_words_that_nothing_is_known_of(self) -> None:
        share = kk.Quantity("12", "%")
        noted = kk.read_actual("市長部局 12%")
        assert (share, ["label-apart"]) == (
            noted.unwrap().quantity,
            [note.code for note in noted.notes],
        )
        known = kk.read_actual("市長部局 12%", name="市長部局の女性管理職の割合")
        assert (share, ()) == (known.unwrap().quantity, known.notes)
        assert None is kk.read_actual("市長部局 12%", name="女性管理職の割合").value


def test_a_class_that_the_lexicon_does_not_have() -> None:
    with pytest.raises(InvalidDefinitionError, match="no class 'floors'"):
        Vocabulary(words={"floors": ["をキープ"]})


PERSONS = kk.Quantity("1", "人", per="年", statistic="延べ")


def counted(value: str, *, approximate: bool = False) -> kk.Quantity:
    return kk.Quantity(value, "人", per="年", statistic="延べ", approximate=approximate)


def beside(text: str) -> Note:
    return Note("unit-from-column", 0, len(text), "人")


class TestCountedIn:
    """What numbers without a unit are counted in stands beside the cell."""

    @pytest.mark.parametrize(
        ("text", "quantity"),
        [
            ("1,260", counted("1260")),
            ("1", counted("1")),
            ("約30", counted("30", approximate=True)),
            ("30(R5)", counted("30")),
        ],
    )
    def test_actual(self, text: str, quantity: kk.Quantity) -> None:
        reading = kk.read_actual(text, counted_in=PERSONS)
        assert reading.value is not None

        assert (quantity, (beside(text),)) == (reading.value.quantity, reading.notes)
        assert kk.read_actual(text).pieces == reading.pieces

    @pytest.mark.parametrize(
        ("text", "rule"),
        [
            ("1,260", Reach(counted("1260"))),
            ("約30", Reach(counted("30", approximate=True))),
            ("126以上", AtLeast(counted("126"))),
        ],
    )
    def test_target(self, text: str, rule: Reach | AtLeast) -> None:
        reading = kk.read_target(text, counted_in=PERSONS)

        assert (rule, (beside(text),)) == (reading.value, reading.notes)

    @pytest.mark.parametrize("text", ["30%", "約30%", "30%(R5)"])
    def test_a_unit_of_its_own_stays(self, text: str) -> None:
        reading = kk.read_actual(text, counted_in=PERSONS)

        assert kk.read_actual(text) == reading

    def test_what_else_is_noted_comes_first(self) -> None:
        text = "30(16年度)"
        era = Note("period-without-era", 3, 7, "16年度")

        assert (era, beside(text)) == kk.read_actual(text, counted_in=PERSONS).notes

    def test_of_another_body_too(self) -> None:
        reading = kk.read_actual("30(全国 40)", counted_in=PERSONS)
        assert reading.value is not None

        assert kk.Benchmark("全国", counted("40")) == reading.value.benchmark

    def test_nothing_is_counted(self) -> None:
        assert kk.read_actual("―") == kk.read_actual("―", counted_in=PERSONS)

    def test_is_the_unit_of_the_row(self) -> None:
        share, often = kk.Quantity("1", "%"), kk.Quantity("1", "回")

        (issue,) = kk.read_target("週1回", counted_in=share, like=often).issues
        assert ("not-of-the-row", "%") == (issue.code, issue.detail)
        (issue,) = kk.read_target("週1回", unit="%", counted_in=often).issues
        assert ("not-of-the-row", "%") == (issue.code, issue.detail)
        assert not kk.read_target("週1回", counted_in=often, like=share).issues

    def test_a_year_by_the_row_leaves_it_noted(self) -> None:
        table = "指標名,単位,当初値,実績値,目標値\n数,人,10(R元年度),30(6年度),50(R8年度)\n"
        (indicator,) = kk.read_plan(table.encode(), name="plan.csv").indicators()
        assert indicator.source is not None

        assert (beside("30(6年度)"), Note("era-of-row", 0, 7, "6年度")) == (
            indicator.source.cells[3].notes
        )


class TestAboutANumber:
    """A number with 約 is as bare as one without, whatever stands beside it."""

    def test_of_a_period(self) -> None:
        seen = kk.Observation(
            kk.FiscalYear(2023), kk.Quantity("30", "件", approximate=True), column=None
        )
        assert seen == kk.read_actual("約30件(R5)").value

    def test_stands_in_a_plan(self) -> None:
        about = kk.Quantity("30", "件", approximate=True)
        reading = kk.read_target("概ね30件(R5)")

        assert (Reach(about), kk.FiscalYear(2023)) == (reading.value, reading.period)

    def test_as_a_quantity(self) -> None:
        about = kk.Quantity("30", approximate=True)
        assert about == kk.read_quantity("約30").value


@pytest.mark.parametrize(
    ("text", "one", "per"),
    [
        ("100（５年間）", kk.Quantity("1", "人"), "5年間"),
        ("5年間で100", kk.Quantity("1", "件"), "5年間"),
        ("80（５年間）", kk.Quantity("1", "%"), ""),
        ("80（５年間）", kk.Quantity("1", "件", per="年"), "年"),
        ("80（５年間）", None, ""),
    ],
)
def test_a_count_over_years(text: str, one: kk.Quantity | None, per: str) -> None:
    """A number that is counted in what stands beside it is so over the years that it names."""
    rule = kk.read_target(text, counted_in=one).value

    assert rule is not None
    assert rule.level is not None
    assert per == rule.level.per
