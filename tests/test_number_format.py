"""What a spreadsheet shows for a number or a date."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kpikit.io.number_format import (
    is_date_format,
    plain_number,
    shown_date,
    shown_number,
)

ACCOUNTING = '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '


class TestNumbers:
    """The text is that of the format, with the stored digits."""

    @pytest.mark.parametrize(
        ("value", "code", "text"),
        [
            (3.0, "General", "3"),
            (0.1 + 0.2, "General", "0.3"),
            # what a difference leaves in its last digits is an artefact, -0.900000000000001% …
            (0.891 - 0.9, "0.0%", "-0.9%"),
            (0.891 - 0.9, "General", "-0.009"),
            (1 / 3, "General", "0.333333333333333"),
            (12345678.0000001, "General", "12345678.0000001"),
            # … and a whole number has none
            (100000000000001.0, "General", "100000000000001"),
            (1e20, "0", "100000000000000000000"),
            (5, "", "5"),
            (5, "@", "5"),
            (0.985, "0.0%", "98.5%"),
            (0.985, "0.00%", "98.50%"),
            (1, "0%", "100%"),
            (0.29, "0%", "29%"),
            (-0.05, "0.0%", "-5.0%"),
            (0.5, '0.0"%"', "0.5%"),
            (12345, "#,##0", "12,345"),
            (12345, '#,##0"件"', "12,345件"),
            (45, '"約"#,##0"人"', "約45人"),
            (12.5, '0.0"人"', "12.5人"),
            (7, 'General"件"', "7件"),
            (3.25, 'General"件"', "3.25件"),
            (1234.5, 'G/標準"人"', "1234.5人"),
            (-7, 'G/標準"人";[赤]-G/標準"人"', "-7人"),
            (8, '[DBNum3]G/標準"人"', "8人"),
            (8, '[DBNum3][$-411]0"人"', "8人"),
            (8, 'G/標準"時間"', "8時間"),
            (8, 'G/標準"件"_ ', "8件"),
            (8, "G/標準", "8"),
            (8, 'G/通用格式"人"', "8人"),
            (8, 'general"人"', "8人"),
            (8, "[$-ja-JP]0", "8"),
            (-1234, "#,##0_ ;[赤]-#,##0", "-1,234"),
            (-1234, "#,##0_);[赤](#,##0)", "-1,234"),
            (8, "[色3]0", "8"),
            (8, '[Color 10]0"人"', "8人"),
            (8, "[<=9]0;00", None),
            (5, "000", "005"),
            (1234567, '#,##0,"千円"', "1,234.567千円"),
            (1500000, '0.0,,"百万円"', "1.5百万円"),
            (1000, "[$¥-411]#,##0", "1,000円"),
            (1000, '"¥"#,##0;"¥"-#,##0', "1,000円"),
            (-1000, '"¥"#,##0;"¥"-#,##0', "-1,000円"),
            (1000, "\\¥#,##0", "1,000円"),
            (1000, "[$$-409]#,##0", "$1,000"),
            (-5, '0.0;△0.0;"-"', "△5.0"),
            (-3, "0;[Red]0", "-3"),
            (-3, "#,##0_);(#,##0)", "-3"),
            (-3, "#,##0_);[Red](#,##0)", "-3"),
            (3, "[>0]0;0", None),
            (0.5, "# ?/?", None),
            (15, "0.00E+00", None),
            (12, "00-00", None),
            (-3, "0;;0", None),
            (2, ";;;", "2"),
        ],
    )
    def test_text(self, value: float, code: str, text: str | None) -> None:
        shown = shown_number(value, code)

        assert text == (shown and shown.text)

    @pytest.mark.parametrize(
        ("value", "code", "text"),
        [(0.98765, "0%", "98.765%"), (1 / 3, "0.0", "0.333333333333333"), (12.6, "0", "12.6")],
    )
    def test_stored_digits_stay(self, value: float, code: str, text: str) -> None:
        shown = shown_number(value, code)

        assert shown is not None
        assert (text, True) == (shown.text, shown.longer)

    @pytest.mark.parametrize(
        ("code", "text", "disguised"),
        [
            (ACCOUNTING, "0", True),
            ('0.0"件";△0.0"件";"-"', "0.0件", True),
            ("0;0;", "0", True),
            (";;;", "0", True),
            (";;", "0", True),
            ("0;-0;0.0", "0.0", False),
            ("0;-0;[Red]# ?/?", None, False),
            ("0%", "0%", False),
        ],
    )
    def test_zero(self, code: str, text: str | None, *, disguised: bool) -> None:
        shown = shown_number(0, code)

        assert (text, disguised) == (shown and shown.text, bool(shown and shown.disguised))

    def test_plain(self) -> None:
        assert ("0.0000001", "-2.5") == (plain_number(1e-7), plain_number(-2.5))


class TestDates:
    """Dates are those of the format, in Japanese eras too."""

    @pytest.mark.parametrize(
        ("code", "text"),
        [
            ("yyyy/m/d", "2021/4/1"),
            ("yyyy-mm-dd", "2021-04-01"),
            ("yy.mm", "21.04"),
            ('ggge"年"m"月"d"日"', "令和3年4月1日"),
            ("gge", "令3"),
            ("[$-411]ge.m.d", "R3.4.1"),
            ("[$-411]ge.mm.dd;@", "R3.04.01"),
            ('yyyy"年度"', "2021年度"),
            ("yyyy\\年", "2021年"),
            ("yyyy/m/d h:mm", "2021年4月1日"),
            ("aaaa", "2021年4月1日"),
            ("ggg", "2021年4月1日"),
            ("mmm", "4"),
        ],
    )
    def test_text(self, code: str, text: str) -> None:
        assert text == shown_date(date(2021, 4, 1), code)
        assert text == shown_date(datetime(2021, 4, 1, 9, 30), code)  # noqa: DTZ001 - as stored

    def test_before_the_eras(self) -> None:
        assert shown_date(date(1860, 1, 2), "ggge") == "22"

    @pytest.mark.parametrize(
        ("code", "is_date"),
        [
            *[("[$-411]ge", True), ("yyyy", True), ("0.0E+00", False), ('0"年"', False)],
            *[("", False), ("@", False), ("General", False), ('General"日"', False)],
            *[("G/標準", False), ('G/標準"人"', False), ('[DBNum3]G/標準"年"', False)],
        ],
    )
    def test_format(self, code: str, *, is_date: bool) -> None:
        assert is_date is is_date_format(code)
