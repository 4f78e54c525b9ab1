"""Schemes as files: those that kpikit ships, a city's own, and what is wrong with one."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

import kpikit as kk
from kpikit.analysis.scheme import (
    Band,
    Known,
    Measure,
    Scheme,
    dumps,
    from_dict,
    load,
    loads,
    to_dict,
)
from kpikit.judging.rates import Formula

PLAIN: dict[str, Any] = {
    "name": "own",
    "version": "R6",
    "title": "事務事業評価",
    "publisher": "例示市",
    "document": "評価要領",
    "rate": {"higher": "achievement"},
    "classes": [{"label": "A", "at_least": 100}, {"label": "B", "below": 100}],
}


class TestRoundTrip:
    """What is written is read as the same scheme."""

    @pytest.mark.parametrize("name", kk.scheme.shipped())
    def test_shipped(self, name: str) -> None:
        scheme = load(name)

        assert loads(dumps(scheme)) == scheme
        assert from_dict(to_dict(scheme)) == scheme
        assert hash(loads(dumps(scheme))) == hash(scheme)
        assert scheme.name == name

    def test_text_that_toml_must_escape(self) -> None:
        scheme = from_dict(
            PLAIN
            | {
                "title": '"引用"\\ と\n改行\tと\x7f',
                "ungraded": {"no-actual": "―", "other": ""},
            }
        )

        assert loads(dumps(scheme)) == scheme

    def test_numbers_keep_their_digits(self) -> None:
        limits = [Band("A", at_least="79.95"), Band("B", below="79.95")]
        scheme = attrs.evolve(from_dict(PLAIN), bands=limits)

        assert "at_least = 79.95\n" in dumps(scheme)
        assert loads(dumps(scheme)).bands[0].at_least == Decimal("79.95")

    def test_truth(self) -> None:
        scheme = from_dict(PLAIN | {"rounding": {"places": 1, "exact_classes": True}})

        assert "places = 1\nexact_classes = true\n" in dumps(scheme)
        assert loads(dumps(scheme)) == scheme

    def test_plain(self) -> None:
        assert to_dict(from_dict(PLAIN)) == PLAIN

    def test_written(self) -> None:
        assert dumps(from_dict(PLAIN)) == (
            'name = "own"\nversion = "R6"\ntitle = "事務事業評価"\npublisher = "例示市"\n'
            'document = "評価要領"\n\n[rate]\nhigher = "achievement"\n\n'
            '[[classes]]\nlabel = "A"\nat_least = 100\n\n'
            '[[classes]]\nlabel = "B"\nbelow = 100\n'
        )


class TestLoad:
    """By name, or by path."""

    def test_path(self, tmp_path: Path) -> None:
        path = tmp_path / "own.toml"
        path.write_text(dumps(from_dict(PLAIN)), encoding="utf-8")

        assert load(path) == load(str(path)) == from_dict(PLAIN)

    def test_byte_order_mark(self, tmp_path: Path) -> None:
        path = tmp_path / "own.toml"
        path.write_text(dumps(from_dict(PLAIN)), encoding="utf-8-sig")

        assert load(path) == from_dict(PLAIN)

    def test_not_in_utf8(self, tmp_path: Path) -> None:
        path = tmp_path / "own.toml"
        path.write_text(dumps(from_dict(PLAIN)), encoding="cp932")

        with pytest.raises(kk.InvalidSchemeError, match=r"in UTF-8, and .*own\.toml is not"):
            load(path)

    def test_name(self) -> None:
        assert kk.scheme.load("miyagi") is load("miyagi")

    def test_unknown_name(self) -> None:
        with pytest.raises(
            kk.InvalidSchemeError, match="no scheme is called 'tokyo'; kpikit ships"
        ):
            load("tokyo")

    def test_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            load(tmp_path / "none.toml")

    def test_no_toml(self) -> None:
        with pytest.raises(kk.InvalidSchemeError, match="not TOML: "):
            loads("name = ")


class TestFaults:
    """What is wrong is said by its key."""

    @pytest.mark.parametrize(
        ("changed", "message"),
        [
            ({"colour": "red"}, "colour: no such member is known: there are name | version | "),
            ({"bands": []}, "bands: no such member is known: there are name | version | "),
            ({"title": 5}, "title: text is wanted"),
            ({"notes": "注"}, "notes: a list is wanted"),
            ({"notes": [1]}, "notes[0]: text is wanted"),
            ({"known": "surely"}, "known: one of these is wanted: text | part | fitted"),
            ({"rate": "achievement"}, "rate: an object is wanted"),
            (
                {"rate": {"best": "progress"}},
                "rate.best: no such member is known: there are higher | lower",
            ),
            (
                {"rate": {"higher": "a/t"}},
                "rate.higher: one of these is wanted: achievement | mirrored | inverse | progress",
            ),
            ({"rounding": {"mode": "half-up"}}, "rounding.places: this member is wanted"),
            ({"rounding": {"places": "1"}}, "rounding.places: a whole number is wanted"),
            ({"rounding": {"places": 10}}, "rounding: decimal places run from 0 to 9, not 10"),
            (
                {"rounding": {"places": 1, "exact_classes": 1}},
                "rounding.exact_classes: true or false is wanted",
            ),
            ({"elapsed": {"R4": 50}}, "elapsed.R4: a whole number is wanted"),
            ({"elapsed": {"2022": "half"}}, "elapsed['2022']: not a number: 'half'"),
            (
                {"verdicts": {"met": "達成"}},
                (
                    "verdicts.met: one of these is wanted: achieved | not_achieved | "
                    "indeterminate | not_due | not_applicable"
                ),
            ),
            ({"ungraded": {"other": 1}}, "ungraded.other: text is wanted"),
            ({"ungraded": {"never": "―"}}, "nothing is left ungraded for 'never'"),
            ({"classes": {}}, "classes: a list is wanted"),
            ({"classes": ["A"]}, "classes[0]: an object is wanted"),
            ({"classes": [{"at_least": 1}]}, "classes[0].label: this member is wanted"),
            (
                {"classes": [{"label": "A", "target": ["above"]}]},
                "classes[0].target[0]: one of these is wanted: better | same | worse",
            ),
            ({"floor": 0.5}, "floor: 0.5 is no exact number"),
        ],
    )
    def test_key(self, changed: dict[str, Any], message: str) -> None:
        with pytest.raises(kk.InvalidSchemeError) as caught:
            from_dict(PLAIN | changed)

        assert str(caught.value).startswith(f"faults: 1\n{message}")
        assert caught.value.__notes__[0].startswith("誤りが1件ある\n")

    def test_missing_key(self) -> None:
        with pytest.raises(kk.InvalidSchemeError, match="publisher: this member is wanted"):
            from_dict({key: value for key, value in PLAIN.items() if key != "publisher"})

    def test_all_at_once(self, tmp_path: Path) -> None:
        path = tmp_path / "own.toml"
        path.write_text('name = 1\nknown = "?"\n[[classes]]\nat_least = "x"\n', encoding="utf-8")
        with pytest.raises(kk.InvalidSchemeError) as caught:
            load(path)

        assert [
            ("name", "wanted-text"),
            ("version", "wanted-there"),
            ("title", "wanted-there"),
            ("publisher", "wanted-there"),
            ("document", "wanted-there"),
            ("known", "wanted-one-of"),
            ("classes[0].label", "wanted-there"),
            ("classes[0].at_least", "number-not-read"),
        ] == [(fault.path, fault.code) for fault in caught.value.faults]
        assert str(caught.value).startswith(f"{path}: faults: 8\nname: text is wanted\n")

    def test_gap_in_japanese(self) -> None:
        classes = [
            {"label": "A", "target": ["better"]},
            {"label": "B", "target": ["worse"]},
        ]
        with pytest.raises(kk.InvalidSchemeError) as caught:
            from_dict(PLAIN | {"classes": classes})

        assert ["classes-gap"] == [fault.code for fault in caught.value.faults]
        assert caught.value.__notes__[0].endswith(
            "区分にすき間がある: どの率でも、実績値が目標値と同じとき、かつ基準値より良いとき"
        )

    def test_gap(self) -> None:
        text = dumps(from_dict(PLAIN)).replace("below = 100", "below = 99")
        with pytest.raises(kk.InvalidSchemeError, match="the classes leave a gap: a rate of 99 %"):
            loads(text)


def evaluated(actual: str, rule: kk.Rule, baseline: str | None = None) -> kk.Evaluation:
    """Evaluate an actual in 件 of fiscal year 2023, with one undated target."""
    indicator = kk.Indicator(
        "指標", target=rule, baseline=kk.Quantity(baseline, "件") if baseline else None
    )
    return kk.evaluate(indicator, kk.Observation(kk.FiscalYear(2023), kk.Quantity(actual, "件")))


def rising(actual: str, target: str = "100", baseline: str | None = None) -> kk.Evaluation:
    return evaluated(actual, kk.AtLeast(kk.Quantity(target, "件")), baseline)


def falling(actual: str, target: str, baseline: str | None = None) -> kk.Evaluation:
    return evaluated(actual, kk.AtMost(kk.Quantity(target, "件")), baseline)


def dated(actual: str, year: int) -> kk.Evaluation:
    """Evaluate an actual on the way from 0 in FY2020 to 100 in FY2025, 50 in FY2022."""
    indicator = kk.Indicator(
        "指標",
        target=[
            kk.Target(kk.AtLeast(kk.Quantity("50", "件")), kk.FiscalYear(2022)),
            kk.Target(kk.AtLeast(kk.Quantity("100", "件")), kk.FiscalYear(2025)),
        ],
        baseline=kk.Observation(kk.FiscalYear(2020), kk.Quantity("0", "件")),
    )
    return kk.evaluate(indicator, kk.Observation(kk.FiscalYear(year), kk.Quantity(actual, "件")))


def graded(scheme: str, evaluation: kk.Evaluation) -> str:
    return load(scheme).grade(evaluation).printed


class TestShipped:
    """Each shipped scheme, at the limits that its text or its published figures give."""

    @pytest.mark.parametrize("name", kk.scheme.shipped())
    def test_says_where_it_is_from(self, name: str) -> None:
        scheme = load(name)

        assert scheme.publisher
        assert scheme.document
        assert scheme.source
        assert scheme.known is Known.TEXT or scheme.notes

    @pytest.mark.parametrize(
        ("name", "labels"),
        [
            ("osaka-library", {"110": "A", "109.9": "B", "80": "B", "79": "C", "49": "D"}),
            (
                "hamamatsu-library",
                {"105.1": "5", "105": "4", "100": "4", "99": "3", "95": "3", "94": "2", "89": "1"},
            ),
            ("incorporated-agency", {"120": "A", "119": "B", "100": "B", "99": "C", "79": "D"}),
            ("sano", {"130": "7", "100": "7", "99": "6", "89": "5", "79": "4"}),
            ("sano", {"69": "3", "60": "3", "50": "2", "49": "1"}),
            ("kitsuki", {"101": "A", "100": "B", "80": "B", "79.9": "C"}),
            ("ino", {"101": "◎", "100": "○", "99": "△"}),
            ("elderly-plan", {"100": "◎", "99.9": "○", "90": "○", "89": "△", "50": "△", "49": "▲"}),
            (
                "manifesto-2019",
                {"100": "A", "99.9": "B", "90": "B", "89": "C", "80": "C", "79": "D"},
            ),
            ("fukushima", {"101": "達成", "100": "達成", "99": "未達成"}),
        ],
    )
    def test_over_the_target(self, name: str, labels: dict[str, str]) -> None:
        assert labels == {actual: graded(name, rising(actual)) for actual in labels}

    def test_nagano(self) -> None:
        """From 60 to 100: 92 is 80 % of the way."""
        labels = {"101": "順調", "100": "概ね順調", "92": "概ね順調", "91.9": "努力を要する"}

        assert labels == {each: graded("nagano", rising(each, "100", "60")) for each in labels}

    @pytest.mark.parametrize(
        ("actual", "target", "printed"),
        [("0.30", "0.28", "92.9%"), ("0.24", "0.30", "120.0%"), ("0.42", "0.27", "44.4%")],
    )
    def test_arrows(self, actual: str, target: str, printed: str) -> None:
        """Rates of ⇩ as they were printed."""
        assert graded("arrows", falling(actual, target)) == printed

    @pytest.mark.parametrize(
        ("actual", "year", "label"), [("68.2", 2013, "A"), ("69.4", 2014, "A"), ("68.2", 2014, "B")]
    )
    def test_growth_strategy(self, actual: str, year: int, label: str) -> None:
        """設備投資 64.9 (2012) to 70 兆円 (2015): 68.2 is 65 %, 69.4 is 88 % of the way."""
        indicator = kk.Indicator(
            "設備投資",
            target=kk.Target(kk.Reach(kk.Quantity("70", "兆円")), kk.FiscalYear(2015)),
            baseline=kk.Observation(kk.FiscalYear(2012), kk.Quantity("64.9", "兆円")),
        )
        seen = kk.Observation(kk.FiscalYear(year), kk.Quantity(actual, "兆円"))

        assert graded("growth-strategy", kk.evaluate(indicator, seen)) == label

    def test_no_target(self) -> None:
        """いの町: 「目標値の設定をしていなかったことから評価なし」."""
        seen = kk.Observation(kk.FiscalYear(2017), kk.Quantity("3", "件"))

        assert (
            graded("ino", kk.evaluate(kk.Indicator("件数", target=kk.Unset()), seen)) == "評価なし"
        )

    @pytest.mark.parametrize(
        ("actual", "target", "label", "text"),
        [
            ("5163", "4000", "A", "129.0%"),
            ("7077", "6000", "A", "117.9%"),
            ("2748", "2000", "A", "137.4%"),
            ("9999", "10000", "B+", "99.9%"),
            ("7999", "10000", "B", "79.9%"),
            ("4999", "10000", "C", "49.9%"),
        ],
    )
    def test_ibaraki(self, actual: str, target: str, label: str, text: str) -> None:
        """茨城県 truncates; 79.x and 99.x, which its text leaves out, belong below."""
        found = load("ibaraki").grade(rising(actual, target))

        assert (found.label, found.rate_text) == (label, text)

    @pytest.mark.parametrize(
        ("name", "labels"),
        [
            ("nagayo", {"111": "S", "110": "A", "101": "A", "100": "B", "90": "B", "89": "C"}),
            ("health-japan-21", {"111": "A", "110": "A", "101": "B", "100": "C", "99": "D"}),
            (
                "regional-grant",
                {
                    "111": "非常に効果的であった",
                    "110": "相当程度効果があった",
                    "77": "相当程度効果があった",
                    "76": "効果がなかった",
                },
            ),
        ],
    )
    def test_beside_the_baseline(self, name: str, labels: dict[str, str]) -> None:
        """Baseline 100, target 110."""
        assert labels == {actual: graded(name, rising(actual, "110", "100")) for actual in labels}

    def test_regional_grant_better_than_before(self) -> None:
        assert graded("regional-grant", rising("69", "100", "50")) == "効果があった"
        assert graded("regional-grant", rising("50", "100", "50")) == "効果がなかった"

    @pytest.mark.parametrize(
        ("name", "year", "labels"),
        [
            ("tama", 2022, {"40": "①", "39": "②", "24": "②", "23": "③"}),
            ("growth-strategy", 2022, {"40": "A", "39": "B"}),
            (
                "fuji",
                2021,
                {"40": "80%以上", "39": "50%以上80%未満", "24": "20%以上50%未満", "9": "20%未満"},
            ),
        ],
    )
    def test_on_the_way(self, name: str, year: int, labels: dict[str, str]) -> None:
        assert labels == {actual: graded(name, dated(actual, year)) for actual in labels}

    @pytest.mark.parametrize(("actual", "label"), [("10", "②"), ("9.99", "③")])
    def test_a_limit_of_a_share_without_end(self, actual: str, label: str) -> None:
        """After one year of six 16.66… of 100 are due, and 10 is 60 % of that."""
        indicator = kk.Indicator(
            "指標",
            target=kk.Target(kk.AtLeast(kk.Quantity("100", "件")), kk.FiscalYear(2026)),
            baseline=kk.Observation(kk.FiscalYear(2020), kk.Quantity("0", "件")),
        )
        seen = kk.Observation(kk.FiscalYear(2021), kk.Quantity(actual, "件"))

        assert graded("tama", kk.evaluate(indicator, seen)) == label

    def test_growth_strategy_without_a_figure(self) -> None:
        indicator = kk.Indicator("指標", target=kk.AtLeast(kk.Quantity("1", "件")))
        pending = kk.Observation(kk.FiscalYear(2023), missing=kk.Missing.PENDING)

        assert graded("growth-strategy", kk.evaluate(indicator, pending)) == "N"

    @pytest.mark.parametrize(
        ("evaluation", "year", "printed", "label"),
        [
            (rising("1303", "4215", "0"), 2022, "30.9%", "C"),
            (rising("3792", "4215", "0"), 2023, "90.0%", "A"),
            (rising("219", "283", "162"), 2022, "47.1%", "B"),
            (rising("806", "790", "348"), 2023, "100%超", "A"),
            (falling("31.9", "29.4", "30.9"), 2024, "0%未満", "D"),
            (falling("2627", "2506", "3092"), 2022, "79.4%", "A"),
            (falling("11583", "10193", "10193"), 2023, "86.4%", "B"),
            (falling("47", "44", "44"), 2024, "93.2%", "B"),
            (rising("3103", "3139", "3330"), 2023, "98.9%", "B"),
        ],
    )
    def test_miyagi(self, evaluation: kk.Evaluation, year: int, printed: str, label: str) -> None:
        """Rows as 宮城県 printed them: numbers, rate, class."""
        found = load("miyagi").grade(evaluation, kk.FiscalYear(year).end)

        assert (found.rate_text, found.label) == (printed, label)

    @pytest.mark.parametrize(
        ("evaluation", "printed"),
        [
            (rising("212585", "230000", "191667"), "54.6%"),
            (rising("18579", "21750", "19200"), "0.0%"),
            (rising("230106", "230000", "191667"), "100.0%"),
            (rising("25", "80"), "31.3%"),
            (falling("0", "80"), "―"),
            (falling("0.03", "0.1", "0.1"), "達成"),
            (rising("97", "100", "104"), "未達成"),
        ],
    )
    def test_shiga(self, evaluation: kk.Evaluation, printed: str) -> None:
        assert graded("shiga", evaluation) == printed

    def test_gifu(self) -> None:
        """No cap; and a starred indicator counts from nothing."""
        starred = kk.Indicator(
            "移住者数＊",
            target=kk.AtLeast(kk.Quantity("80", "人")),
            baseline=kk.Quantity("40", "人"),
        )
        seen = kk.Observation(kk.FiscalYear(2023), kk.Quantity("60", "人"))

        assert graded("gifu", rising("77", "30", "10")) == "335%"
        assert graded("gifu", rising("5", "30", "10")) == "0%"
        assert graded("gifu", kk.evaluate(starred, seen)) == "75%"
        with_unit = attrs.evolve(starred, name="移住者数*(人)")
        assert graded("gifu", kk.evaluate(with_unit, seen)) == "75%"

    def test_koshu(self) -> None:
        printed = [graded("koshu", falling(each, "37")) for each in ("41", "40")]

        assert printed == ["90%", "93%"]
        assert graded("koshu", rising("6", "10")) == "60%"


def test_measure_of_nothing_is_kept_by_verdict() -> None:
    """An empty [kept] is not the same as none."""
    scheme: Scheme = from_dict(PLAIN | {"kept": {}})

    assert scheme.kept == Measure()
    assert from_dict(PLAIN).kept is None
    assert loads(dumps(scheme)) == scheme
    assert scheme.rate.higher is Formula.ACHIEVEMENT
