"""Plans that the tests of reports share: all verdicts, several years, and hostile text."""

from __future__ import annotations

import kpikit as kk
from kpikit.language.issue import Note
from kpikit.model.indicator import Cell, Source

#: Text that would be markup, a formula or a wrong turn if it were not escaped.
ATTACKS = (
    '<script>alert("x")</script>',
    '"><img src=x onerror=alert(1)>',
    "</title></svg></style><b>",
    "' onmouseover='alert(1)",
    "&lt;b&gt; &amp;",
    '=HYPERLINK("http://example.org","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "#set text(red) $x$ *b* _i_ `c` \\ @ref <label>",
    "a\x00b\x1b[31mc\u202ed",
    "]]>--><!--",
    "javascript:alert(1)",
)


def section(title: str, *indicators: kk.Indicator, code: str = "1") -> kk.Section:
    return kk.Section("事業", code, title, indicators=indicators)


def hostile(text: str) -> kk.Plan:
    """Return a plan that has *text* wherever text can stand."""
    cells = [
        Cell("No.", text),
        Cell("事業名", text),
        Cell("指標名", text),
        Cell("実績値(R5)", f"3件{text}", (Note("remark", 2, 2 + len(text)),)),
        Cell("目標値", f"2件{text}"),
        Cell("備考", text),
        Cell(text, text),
    ]
    indicator = kk.Indicator(
        f"{text} ",
        target=kk.AtLeast(kk.Quantity("2", "件")),
        observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity("3", "件"))],
        source=Source(kk.Location(f"/home/somebody/{text}.tsv", 3), cells),
    )
    category = kk.Category(text, text, text)
    other = kk.Category(f"{text}2")
    below = kk.Section(
        "施策",
        text,
        text,
        heading=f"◆ {text}",
        sections=[
            kk.Section(
                "事業", text, text, category=category, departments=[text], indicators=[indicator]
            ),
            kk.Section("事業", "2", text, category=other, indicators=[kk.Indicator(text + "x")]),
        ],
    )
    table = kk.Section("表", text, text, heading=text, sections=[below])
    place = kk.Location(f"/home/somebody/{text}", 1)
    issue = kk.Issue("not-understood", text, 0, len(text), location=place)
    return kk.Plan(text, sections=[table], categories=[category], issues=[issue], remarks=[text])


def of_every_kind() -> kk.Plan:
    """Return a plan with every verdict, every kind of chart, and five years."""
    percent = [kk.Quantity(text, "%") for text in ("61.5", "63.0", "62.8", "70.1", "74.9")]
    years = [
        kk.Observation(kk.FiscalYear(2019 + index), quantity, column=kk.FiscalYear(2019 + index))
        for index, quantity in enumerate(percent)
    ]
    seen = kk.FiscalYear(2023)

    def of(quantity: kk.Quantity, **settings: object) -> list[kk.Observation]:
        return [kk.Observation(seen, quantity, column=seen, **settings)]  # type: ignore[arg-type]

    indicators = [
        kk.Indicator("満足度", target=kk.AtLeast(kk.Quantity("75", "%")), observations=years),
        kk.Indicator(
            "死者数",
            target=kk.AtMost(kk.Quantity("20", "人")),
            baseline=kk.Observation(kk.FiscalYear(2019), kk.Quantity("31", "人")),
            observations=of(kk.Quantity("24", "人")),
        ),
        kk.Indicator(
            "稼働率",
            target=kk.Between(kk.Quantity(lower="40", upper="60", unit="%")),
            observations=of(kk.Quantity(lower="50", upper="70", unit="%")),
        ),
        kk.Indicator(
            "収支",
            target=kk.AtLeast(kk.Quantity("-5", "億円")),
            baseline=kk.Quantity("-12", "億円"),
            observations=of(kk.Quantity("-7.5", "億円")),
        ),
        kk.Indicator(
            "開催回数",
            target=kk.Exactly(kk.Quantity("4", "回")),
            observations=of(kk.Quantity("4", "回")),
        ),
        kk.Indicator(
            "排出量",
            target=kk.ReduceBy(kk.Quantity("30", "%")),
            baseline=kk.Quantity("1200", "t"),
            observations=of(kk.Quantity("900", "t")),
        ),
        kk.Indicator(
            "実施割合",
            target=kk.AtLeast(kk.Quantity("8", "割")),
            observations=of(kk.Quantity(lower="9", unit="割")),
        ),
        kk.Indicator(
            "正答率",
            target=kk.RelativeTo("全国平均", kk.Comparator.AT_LEAST),
            observations=of(
                kk.Quantity("71.2", "%"),
                benchmark=kk.Benchmark("全国平均", kk.Quantity("68.4", "%")),
            ),
        ),
        kk.Indicator(
            "将来の数",
            target=kk.Target(kk.AtLeast(kk.Quantity("9", "件")), kk.FiscalYear(2030)),
            observations=of(kk.Quantity("3", "件")),
        ),
        kk.Indicator(
            "見込みの数",
            target=kk.AtLeast(kk.Quantity("2", "件")),
            observations=of(kk.Quantity("3", "件"), status=kk.Status.FORECAST),
        ),
        kk.Indicator("探索", target=kk.Exploratory("探索型")),
        kk.Indicator("実績なし", target=kk.AtLeast(kk.Quantity("2", "件"))),
    ]
    rows = [section(f"事業{code}", each, code=str(code)) for code, each in enumerate(indicators, 1)]
    return kk.Plan(
        "すべての判定", sections=[kk.Section("表", "1", "総合計画の指標", sections=rows)]
    )


def wide() -> kk.Plan:
    """Return a plan whose table is too wide for most screens: ten years of actuals."""
    years = [f"実績値(R{year})" for year in range(1, 11)]
    texts = [f"{50 + year}.5%" for year in range(1, 11)]
    cells = [
        Cell("No.", "1"),
        Cell("施策名", "窓口の利便性の向上"),
        Cell("指標名", "電子申請を利用した市民の割合"),
        *(Cell(year, text) for year, text in zip(years, texts, strict=True)),
        Cell("目標値", "80%以上"),
        Cell("所管課", "DX推進課"),
    ]
    seen = [
        kk.Observation(kk.FiscalYear(2018 + year), kk.Quantity(text.rstrip("%"), "%"))
        for year, text in enumerate(texts, 1)
    ]
    indicator = kk.Indicator(
        "電子申請を利用した市民の割合",
        target=kk.AtLeast(kk.Quantity("80", "%")),
        observations=seen,
        source=Source(kk.Location("plan.tsv", 2), cells),
    )
    rows = [section("窓口", indicator, code=str(number)) for number in range(1, 9)]
    return kk.Plan("横に長い表", sections=[kk.Section("表", "1", "指標", sections=rows)])
