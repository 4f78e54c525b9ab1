"""Two editions of a plan side by side."""

from __future__ import annotations

from collections import Counter
from typing import Any

import attrs
import pytest
from hypothesis import given

import kpikit as kk
from contract import check_value_object
from kpikit.analysis.editions import Comparison, Difference, Kind, compare
from kpikit.language import messages
from strategies import plans


def number(value: str, unit: str = "%") -> kk.Quantity:
    return kk.Quantity(value, unit)


def floor(value: str, unit: str = "%", **more: Any) -> kk.Rule:
    return kk.AtLeast(number(value, unit), **more)


def ceiling(value: str, unit: str = "%", **more: Any) -> kk.Rule:
    return kk.AtMost(number(value, unit), **more)


def by(rule: kk.Rule, year: int) -> kk.Target:
    return kk.Target(rule, kk.FiscalYear(year))


def plan(*indicators: kk.Indicator, code: str = "1-1", title: str = "窓口改革") -> kk.Plan:
    return kk.Plan("計画", sections=[kk.Section("施策", code, title, indicators=indicators)])


def usage(*targets: kk.Rule | kk.Target, name: str = "利用率", **more: Any) -> kk.Indicator:
    return kk.Indicator(name, target=targets, **more)


def kinds(old: kk.Plan, new: kk.Plan) -> list[Kind]:
    return [each.kind for each in compare(old, new).differences]


class TestValues:
    """A comparison is a value, as all that is in it."""

    def test_contract(self) -> None:
        old, new = plan(usage(floor("55"))), plan(usage(floor("50"), name="参加者数"))
        found = compare(old, new)

        check_value_object(found, compare(new, old))
        check_value_object(*found.differences)
        check_value_object(*compare(old, old).matches)
        check_value_object(*(match.old for match in compare(old, old).matches))

    def test_of_kind(self) -> None:
        found = compare(plan(usage()), plan(usage(name="参加者数")))

        assert [Kind.ADDED] == [each.kind for each in found.of(Kind.ADDED, Kind.MOVED)]


class TestMatching:
    """An indicator is matched by its place and name, never by a name that others share."""

    def test_same_place_and_name(self) -> None:
        found = compare(plan(usage(), title="窓口"), plan(usage(name="利 用 率")))

        assert [("利用率", "利 用 率")] == [
            (each.old.name, each.new.name) for each in found.matches
        ]
        assert () == found.differences

    def test_added_and_dropped(self) -> None:
        old, new = usage(name="来庁者数"), usage(name="オンライン申請率")

        assert [Kind.ADDED, Kind.DROPPED] == kinds(plan(old), plan(new))

    def test_moved(self) -> None:
        found = compare(plan(usage(), code="1-1"), plan(usage(), code="1-2", title="窓口"))

        assert [Kind.MOVED] == [each.kind for each in found.differences]
        assert (
            "指標「利用率」は「施策 1-1 窓口改革」から「施策 1-2 窓口」に移った。"
            == found.explain()
        )

    def test_section_without_a_code_is_known_by_its_title(self) -> None:
        assert [Kind.MOVED] == kinds(plan(usage(), code=""), plan(usage(), code="", title="税"))

    def test_section_below_a_section(self) -> None:
        def nested(goal: str) -> kk.Plan:
            section = plan(usage()).sections[0]
            return kk.Plan("計画", sections=[kk.Section("基本目標", goal, "", sections=[section])])

        assert [] == kinds(nested("1"), nested("1"))
        assert [Kind.MOVED] == kinds(nested("1"), nested("2"))

    @pytest.mark.parametrize(
        ("before", "after", "moved"),
        [
            (["進捗管理表"], ["評価シート"], []),
            (["令和4年度 施策", "R4事業"], ["令和5年度 施策", "R5事業"], []),
            (["施策(令和元年6月)", "事業"], ["施策(2020年12月1日)", "事業"], []),
            (["R4", "事業"], ["R5", "事業"], []),
            (["施策1", "事業"], ["施策2", "事業"], [Kind.MOVED]),
        ],
    )
    def test_year_in_the_title_of_a_table(
        self, before: list[str], after: list[str], moved: list[Kind]
    ) -> None:
        def edition(titles: list[str]) -> kk.Plan:
            tables = [
                kk.Section("table", "", title, indicators=[usage(name=name)])
                for title, name in zip(titles, ["利用率", "参加者数"], strict=False)
            ]
            return kk.Plan("計画", sections=tables)

        assert moved == kinds(edition(before), edition(after))

    def test_row_of_its_own_is_no_place(self) -> None:
        """A section of the kind 指標 is the row itself, whose number and name may change."""

        def edition(number: str, name: str) -> kk.Plan:
            row = kk.Section("指標", number, name, indicators=[usage(name=name)])
            table = kk.Section("table", "", "進捗", sections=[row])
            return kk.Plan("計画", sections=[table])

        old, new = edition("2", "電子申請の利用率"), edition("3", "電子申請利用率")

        assert (
            "指標「電子申請の利用率」は「電子申請利用率」に改称されたとみなした(進捗)。"
            == compare(old, new).explain()
        )

    def test_moved_from_below_another_section(self) -> None:
        def edition(goal: str) -> kk.Plan:
            measure = kk.Section("施策", "1-1", "窓口", indicators=[usage()])
            above = kk.Section("基本目標", goal, "改革", sections=[measure])
            return kk.Plan("計画", sections=[kk.Section("table", "", "進捗", sections=[above])])

        assert (
            "指標「利用率」は「進捗 基本目標 1 改革 施策 1-1 窓口」から"
            "「進捗 基本目標 2 改革 施策 1-1 窓口」に移った。"
            == compare(edition("1"), edition("2")).explain()
        )

    def test_renamed_if_names_are_alike(self) -> None:
        old, new = usage(name="電子申請の利用率"), usage(name="電子申請利用率")

        assert [Kind.RENAMED] == kinds(plan(old), plan(new))

    def test_not_renamed_if_two_are_alike(self) -> None:
        old = usage(name="電子申請の利用率")
        new = [usage(name="電子申請の利用率(市民)"), usage(name="電子申請の利用率(企業)")]

        assert [Kind.ADDED, Kind.ADDED, Kind.DROPPED] == kinds(plan(old), plan(*new))

    @pytest.mark.parametrize(
        ("one", "other", "start", "began"),
        [
            ("転入者数", "転出者数", "500", "700"),
            ("参加者数(1年生)", "参加者数(2年生)", None, None),
        ],
    )
    def test_not_renamed_if_the_start_or_a_number_differs(
        self, one: str, other: str, start: str | None, began: str | None
    ) -> None:
        old, new = (
            usage(floor("800", "人"), name=name, baseline=number(value, "人") if value else None)
            for name, value in ((one, start), (other, began))
        )

        assert [Kind.ADDED, Kind.DROPPED] == kinds(plan(old), plan(new))

    def test_not_renamed_if_units_speak_against_it(self) -> None:
        old, new = usage(floor("5", "件"), name="電子申請数"), usage(floor("5"), name="電子申請率")

        assert [Kind.ADDED, Kind.DROPPED] == kinds(plan(old), plan(new))

    def test_renamed_if_position_and_baseline_are_the_same(self) -> None:
        since = kk.Observation(kk.FiscalYear(2019), number("48"))
        old = usage(floor("55"), name="オンライン手続の割合", baseline=since)
        new = usage(floor("55"), name="電子申請率", baseline=since)
        other = attrs.evolve(new, baseline=number("47"))

        assert [Kind.RENAMED] == kinds(plan(old), plan(new))
        assert [Kind.ADDED, Kind.DROPPED] == kinds(plan(old), plan(other))
        assert [Kind.ADDED, Kind.ADDED, Kind.DROPPED] == kinds(
            plan(old), plan(usage(name="来庁者数"), new)
        )

    def test_shared_name_as_often_in_both(self) -> None:
        """First by target and baseline, then by position."""
        one, other = usage(floor("55")), usage(floor("70"))
        changed = usage(floor("50"))

        assert [] == kinds(plan(one, other), plan(other, one))
        assert [Kind.TARGET_LOOSENED] == kinds(plan(one, other), plan(other, changed))

    def test_shared_name_and_units_that_differ(self) -> None:
        one, count = usage(floor("55")), usage(floor("5", "件"))
        more, share = usage(floor("6", "件")), usage(floor("60"))

        assert 4 * [Kind.UNMATCHED] == kinds(plan(one, count), plan(more, share))

    def test_shared_name_more_often_in_one(self) -> None:
        one, other = usage(floor("55")), usage(floor("70"))
        found = compare(plan(one, other), plan(one))

        assert 3 * [Kind.UNMATCHED] == [each.kind for each in found.differences]
        assert () == found.matches
        assert found.explain("en").splitlines()[0] == (
            "Several indicators are called 「利用率」 (施策 1-1 窓口改革), "
            "and which is which is not clear."
        )

    def test_namesake_that_is_gone_everywhere_is_dropped(self) -> None:
        assert [Kind.DROPPED, Kind.DROPPED] == kinds(plan(usage(), usage(floor("1"))), plan())


class TestTargets:
    """Loosened is what is easier to meet, tightened what is harder."""

    @pytest.mark.parametrize(
        ("old", "new", "kind"),
        [
            (floor("55"), floor("50"), Kind.TARGET_LOOSENED),
            (floor("55", strict=True), floor("55"), Kind.TARGET_LOOSENED),
            (ceiling("126", "件"), ceiling("130", "件"), Kind.TARGET_LOOSENED),
            (ceiling("126", "件"), ceiling("126", "件", strict=True), Kind.TARGET_TIGHTENED),
            (floor("5", "割"), floor("55"), Kind.TARGET_TIGHTENED),
            (floor("5", "割"), floor("50"), None),
            (kk.Exactly(number("5")), floor("5"), Kind.TARGET_LOOSENED),
            (
                kk.Between(kk.Quantity(lower="4", upper="6", unit="%")),
                floor("4"),
                Kind.TARGET_LOOSENED,
            ),
            (floor("55"), ceiling("55"), Kind.TARGET_CHANGED),
            (floor("55"), floor("55", "件"), Kind.TARGET_CHANGED),
            (floor("55"), kk.Unset(), Kind.TARGET_CHANGED),
            (kk.Unset(), kk.Exploratory(), Kind.TARGET_CHANGED),
            (kk.ReduceBy(number("10")), kk.ReduceBy(number("8")), Kind.TARGET_LOOSENED),
            (
                kk.ReduceBy(number("10"), base=number("140", "件")),
                kk.ReduceBy(number("10"), base=number("150", "件")),
                Kind.TARGET_CHANGED,
            ),
            (kk.IncreaseBy(number("10")), kk.ReduceBy(number("10")), Kind.TARGET_CHANGED),
            (
                kk.AtMost(number("98"), reference="前年"),
                kk.AtMost(number("99"), reference="前年"),
                Kind.TARGET_LOOSENED,
            ),
            (
                kk.AtMost(number("98"), reference="前年"),
                kk.AtMost(number("99"), reference="現状"),
                Kind.TARGET_CHANGED,
            ),
            (
                kk.AtMost(number("98")),
                kk.AtMost(number("98"), reference="現状"),
                Kind.TARGET_CHANGED,
            ),
        ],
    )
    def test_rule(self, old: kk.Rule, new: kk.Rule, kind: Kind | None) -> None:
        found = set(kinds(plan(usage(old)), plan(usage(new)))) - {Kind.VERDICT_CHANGED}

        assert ({kind} if kind else set()) == found

    @pytest.mark.parametrize(
        ("name", "baseline", "kind"),
        [
            ("利用率", None, Kind.TARGET_LOOSENED),
            ("利用率", number("80"), Kind.TARGET_LOOSENED),
            ("値", number("48"), Kind.TARGET_LOOSENED),
            ("値", number("80"), Kind.TARGET_CHANGED),
            ("値", None, Kind.TARGET_CHANGED),
        ],
    )
    def test_bare_number(self, name: str, baseline: kk.Quantity | None, kind: Kind) -> None:
        """It is the floor that it is judged as; where nothing tells that, it may be a cut."""
        old, new = (
            kk.Indicator(name, target=kk.Reach(number(each)), baseline=baseline)
            for each in ("55", "50")
        )

        assert [kind] == kinds(plan(old), plan(new))

    @pytest.mark.parametrize(
        ("old", "new", "kind"),
        [
            (by(floor("55"), 2025), by(floor("50"), 2025), Kind.TARGET_LOOSENED),
            (by(floor("55"), 2025), by(floor("50"), 2027), Kind.TARGET_LOOSENED),
            (by(floor("55"), 2025), by(floor("60"), 2024), Kind.TARGET_TIGHTENED),
            (by(floor("55"), 2025), by(floor("60"), 2027), Kind.TARGET_CHANGED),
            (by(floor("55"), 2025), by(floor("50"), 2024), Kind.TARGET_CHANGED),
            (by(floor("55"), 2025), kk.Target(floor("50")), Kind.TARGET_CHANGED),
            (by(floor("55"), 2025), by(floor("55"), 2027), Kind.TARGET_REDATED),
            (by(floor("55"), 2025), kk.Target(floor("55")), Kind.TARGET_REDATED),
        ],
    )
    def test_date(self, old: kk.Target, new: kk.Target, kind: Kind) -> None:
        assert [kind] == kinds(plan(usage(old)), plan(usage(new)))

    def test_several_targets_belong_together_by_their_dates(self) -> None:
        old = usage(by(floor("50"), 2023), by(floor("55"), 2025))
        new = usage(by(floor("52"), 2025), by(floor("60"), 2027))
        found = compare(plan(old), plan(new))

        assert [Kind.TARGET_LOOSENED, Kind.TARGET_CHANGED, Kind.TARGET_CHANGED] == [
            each.kind for each in found.differences
        ]
        assert found.explain("en").splitlines()[1:] == [
            (
                "The target of 「利用率」 (施策 1-1 窓口改革) was changed: "
                "(none) → at least 60% (FY2027)."
            ),
            (
                "The target of 「利用率」 (施策 1-1 窓口改革) was changed: "
                "at least 50% (FY2023) → (none)."
            ),
        ]


class TestBaselinesAndVerdicts:
    """A baseline is the same if its number and its time are."""

    @pytest.mark.parametrize(
        ("old", "new", "changed"),
        [
            (number("48"), number("48.0"), False),
            (number("50"), number("5", "割"), False),
            (number("48"), number("49"), True),
            (number("48"), number("48", "件"), True),
            (number("48"), None, True),
            (None, kk.Observation(None, missing=kk.Missing.NONE), False),
            (number("48"), kk.Observation(kk.FiscalYear(2019), number("48")), False),
            (
                kk.Observation(kk.FiscalYear(2018), number("48")),
                kk.Observation(kk.FiscalYear(2019), number("48")),
                True,
            ),
            (
                kk.Observation(None, outcome="未実施"),
                kk.Observation(None, outcome="実施中"),
                True,
            ),
            (
                kk.Observation(None, outcome="未実施"),
                kk.Observation(None, outcome="未実施"),
                False,
            ),
        ],
    )
    def test_baseline(
        self,
        old: kk.Quantity | kk.Observation | None,
        new: kk.Quantity | kk.Observation | None,
        changed: bool,  # noqa: FBT001 - a table
    ) -> None:
        found = kinds(plan(usage(baseline=old)), plan(usage(baseline=new)))

        assert [Kind.BASELINE_CHANGED][: int(changed)] == found

    def test_verdict(self) -> None:
        def edition(year: int, value: str) -> kk.Plan:
            seen = kk.Observation(kk.FiscalYear(year), number(value))
            return plan(usage(floor("55"), observations=[seen]))

        found = compare(edition(2022, "50"), edition(2023, "56"))

        assert [Kind.VERDICT_CHANGED] == [each.kind for each in found.differences]
        assert (
            "指標「利用率」(施策 1-1 窓口改革)の判定が変わった:未達成 → 達成。" == found.explain()
        )


class TestWords:
    """Each difference is one sentence in either language."""

    @pytest.mark.parametrize("kind", Kind)
    def test_every_kind_has_a_text(self, kind: Kind) -> None:
        assert f"edition-{kind.value}" in messages.CATALOGUE

    @pytest.mark.parametrize(
        ("old", "new", "text"),
        [
            (
                [usage(name="電子申請の利用率")],
                [usage(name="電子申請利用率")],
                (
                    "指標「電子申請の利用率」は「電子申請利用率」に改称されたとみなした"
                    "(施策 1-1 窓口改革)。"
                ),
            ),
            ([], [usage()], "指標「利用率」(施策 1-1 窓口改革)が加わった。"),
            ([usage()], [], "指標「利用率」(施策 1-1 窓口改革)がなくなった。"),
            (
                [usage(by(floor("55"), 2025))],
                [usage(kk.Target(floor("55")))],
                (
                    "指標「利用率」(施策 1-1 窓口改革)の目標の時期が変わった:"
                    "55%以上(令和7年度) → 55%以上(時期の記載なし)。"
                ),
            ),
            (
                [usage(floor("55"))],
                [usage(floor("50"))],
                "指標「利用率」(施策 1-1 窓口改革)の目標が緩められた:55%以上 → 50%以上。",
            ),
            (
                [usage(baseline=kk.Observation(kk.FiscalYear(2019), number("48")))],
                [usage(baseline=number("49"))],
                "指標「利用率」(施策 1-1 窓口改革)の当初値が変わった:48%(令和元年度) → 49%。",
            ),
            (
                [usage(baseline=number("48"))],
                [usage()],
                "指標「利用率」(施策 1-1 窓口改革)の当初値が変わった:48% → (なし)。",
            ),
        ],
    )
    def test_sentence(self, old: list[kk.Indicator], new: list[kk.Indicator], text: str) -> None:
        assert text == compare(plan(*old), plan(*new)).explain()

    def test_difference_of_nothing(self) -> None:
        assert (
            Difference(Kind.ADDED, None, None).explain("en") == "The indicator 「」 () was added."
        )


def mirrored(comparison: Comparison) -> Counter[Difference]:
    """Return the differences with the editions in each other's place."""
    return Counter(
        Difference(each.kind.mirrored, each.new, each.old, (each.targets[1], each.targets[0]))
        for each in comparison.differences
    )


class TestLaws:
    """Comparing is symmetric, and finds nothing where there is nothing."""

    @pytest.mark.wide
    @given(plans)
    def test_plan_with_itself(self, one: kk.Plan) -> None:
        assert () == compare(one, one).differences

    @pytest.mark.wide
    @given(plans, plans)
    def test_mirrored(self, one: kk.Plan, other: kk.Plan) -> None:
        assert Counter(compare(other, one).differences) == mirrored(compare(one, other))

    @given(plans, plans)
    def test_every_indicator_has_its_place(self, one: kk.Plan, other: kk.Plan) -> None:
        found = compare(one, other)

        alone = found.of(Kind.ADDED, Kind.DROPPED, Kind.UNMATCHED)
        old = len(found.matches) + sum(each.old is not None for each in alone)
        new = len(found.matches) + sum(each.new is not None for each in alone)
        assert (old, new) == (len(list(one.indicators())), len(list(other.indicators())))
