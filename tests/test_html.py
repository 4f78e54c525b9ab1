"""The HTML report: whole, escaped, readable without colour, and closed to the outside."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pkgutil import get_data
from typing import Any

import pytest

import kpikit as kk
from kpikit.language.issue import Note
from kpikit.language.messages import Language
from kpikit.model.indicator import Cell, Source
from kpikit.report import render, render_bytes
from kpikit.report.rows import COLOURS
from plans import ATTACKS, hostile, of_every_kind
from sagamihara import EXAMPLE, EXPECTED, cells, rows_of

VOID = {"input", "br", "meta", "use", "path", "rect", "circle", "polyline"}
STYLE = (get_data("kpikit.report.html", "report.css") or b"").decode()


class Page(HTMLParser):
    """Elements in document order, each with its attributes and the text inside it."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.open: list[tuple[str, list[str]]] = []
        self.faults: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        words: list[str] = []
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"an attribute twice in {tag}")
        self.elements.append((tag, dict(attrs), words))
        if tag not in VOID:
            self.open.append((tag, words))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for _, words in self.open:
            words.append(data)

    def all(self, tag: str, **wanted: str) -> list[tuple[dict[str, str | None], str]]:
        """Return attributes and text of each element of that name that has these words."""
        return [
            (attrs, "".join(words))
            for name, attrs, words in self.elements
            if name == tag
            and all(
                value in (attrs.get(key.rstrip("_")) or "").split() for key, value in wanted.items()
            )
        ]


@pytest.fixture(scope="module")
def example() -> kk.PlanEvaluation:
    return kk.evaluate(kk.read_plan(EXAMPLE / "datapackage.json"))


@pytest.fixture(scope="module")
def page(example: kk.PlanEvaluation) -> Page:
    return Page(render(example, "html"))


class TestWhole:
    """Every published cell and every verdict is there, in order."""

    def test_markup_is_balanced(self, page: Page) -> None:
        assert ([], []) == (page.faults, page.open)

    @pytest.mark.parametrize("lang", ["ja", "en"])
    def test_every_published_cell(self, example: kk.PlanEvaluation, lang: Language) -> None:
        found = Page(render(example, "html", lang=lang))
        texts = {text for *_, words in found.elements for text in ["".join(words)]}
        # An indicator's heading differs between the tables, so that both are looked for.
        whole = "\n".join(texts)

        assert [] == [cell for cell in cells() if cell not in whole]

    def test_cells_stand_alone(self, page: Page) -> None:
        """A cell of a row is all that its element says."""
        shown = {text for tag in ("dt", "dd") for _, text in page.all(tag)}
        rows = [*rows_of("measures"), *(row[2:] for row in rows_of("projects"))]

        assert set() == {cell for row in rows[1:] for cell in row if cell} - shown - {"No."}

    def test_verdicts_in_order(self, page: Page) -> None:
        cards = page.all("details", class_="card")

        assert [row[3] for row in EXPECTED] == [attrs["data-v"] for attrs, _ in cards]

    def test_verdicts_in_words(self, page: Page) -> None:
        words = {
            "achieved": "達成",
            "not_achieved": "未達成",
            "indeterminate": "判定不能",
            "not_applicable": "対象外",
        }
        chips = [text for _, text in page.all("span", class_="chip")]

        assert [words[row[3]] for row in EXPECTED] == chips

    def test_explanations(self, example: kk.PlanEvaluation, page: Page) -> None:
        told = [text for _, text in page.all("p", class_="why")]

        assert [each.explain() for each in example.all()] == told

    def test_findings_lead_to_their_rows(self, page: Page) -> None:
        keys = {attrs.get("id") for _, attrs, _ in page.elements}
        hrefs = [attrs["href"] or "" for attrs, _ in page.all("a")]
        links = [each for each in hrefs if each.startswith("#")]

        assert {link[1:] for link in links} <= keys
        assert any(link.startswith("#r") for link in links)

    def test_headline(self, page: Page) -> None:
        told = "".join(text for _, text in page.all("details", class_="headline"))

        assert "16/20 = 80%(達成16、未達成4)。公表値と一致する" in told
        assert "一つの読み方であって、資料に書かれた事実ではない" in told

    def test_headline_in_english(self, example: kk.PlanEvaluation) -> None:
        """A label is followed by a colon and a blank."""
        page = Page(render(example, "html", lang="en"))
        told = "".join(text for _, text in page.all("details", class_="headline"))

        assert "12 市議会対応事務の電子化: The actual (FY2023) is" in told

    def test_ids_are_unique(self, page: Page) -> None:
        keys = [attrs["id"] for _, attrs, _ in page.elements if "id" in attrs]

        assert sorted(set(keys)) == sorted(keys)  # type: ignore[type-var]

    def test_bytes(self, example: kk.PlanEvaluation) -> None:
        assert render(example, "html").encode() == render_bytes(example, "html")

    def test_size(self, example: kk.PlanEvaluation) -> None:
        assert len(render(example, "html").encode()) < 250_000

    def test_empty_plan(self) -> None:
        found = Page(render(kk.evaluate(kk.Plan("計画")), "html"))

        assert [] == found.faults
        assert "指摘はない。" in "".join(text for _, text in found.all("p"))
        assert [] == found.all("form")

    def test_issues(self) -> None:
        found = Page(render(kk.evaluate(hostile("読めない")), "html"))

        assert ["読めない:1: 「読めない」が読み取れない\n    読めない\n    ^^^^^^^^"] == [
            text for _, text in found.all("pre", class_="issues")
        ]


class TestCharts:
    """Each drawing says in words what it shows."""

    def test_one_for_each_number(self, page: Page) -> None:
        titles = [text for _, text in page.all("title")]

        assert "システム障害率" in titles
        assert "Twitterのフォロワー数、YouTubeのチャンネル登録者数 YouTube" in titles
        # The bar of the summary, and 28 rows with numbers, of which three have 2, 2 and 3 parts.
        assert 33 == len([1 for attrs, _ in page.all("svg") if attrs.get("role") == "img"])

    def test_described(self, page: Page) -> None:
        told = [text for _, text in page.all("desc")]

        assert "実績値48.2%、目標値55%以上、当初値48%、未達成" in told
        assert "実績値59件、目標値126件以下、達成" in told

    def test_labelled(self, page: Page) -> None:
        keys = {attrs.get("id") for _, attrs, _ in page.elements}
        drawings = [attrs for attrs, _ in page.all("svg") if attrs.get("role") == "img"]

        assert drawings
        for attrs in drawings:
            named = set((attrs["aria-labelledby"] or "").split())
            assert named
            assert named <= keys

    def test_every_kind(self) -> None:
        found = Page(render(kk.evaluate(of_every_kind()), "html"))
        told = [text for _, text in found.all("desc")]

        assert [] == found.faults
        assert (
            "令和元年度 61.5%、令和2年度 63.0%、令和3年度 62.8%、令和4年度 70.1%、"
            "令和5年度 74.9%、目標値75%以上"
        ) in told
        assert "実績値-7.5億円、目標値-5億円以上、当初値-12億円、未達成" in told
        assert "実績値71.2%、目標値全国平均以上(68.4%)、達成" in told
        assert "実績値900t、目標値30%以上の削減(1,200t)、当初値1,200t、未達成" in told

    def test_numbers_are_inside(self) -> None:
        markup = render(kk.evaluate(of_every_kind()), "html")
        drawings = re.findall(r'<svg class="(?:bullet|trend)" role="img".*?</svg>', markup)

        assert drawings
        for drawing in drawings:
            wide, high = map(int, re.findall(r'viewBox="0 0 (\d+) (\d+)"', drawing)[0])
            for name, limit in (("x", wide), ("cx", wide), ("y", high), ("cy", high)):
                for value in re.findall(rf' {name}="([^"]*)"', drawing):
                    assert 0 <= float(value) <= limit


class TestEscaping:
    """Whatever a cell says is text."""

    @pytest.mark.parametrize("text", ATTACKS)
    @pytest.mark.parametrize("lang", ["ja", "en"])
    def test_attack(self, text: str, lang: Language) -> None:
        harmless = Page(render(kk.evaluate(hostile("無害")), "html", lang=lang))
        found = Page(render(kk.evaluate(hostile(text)), "html", lang=lang))

        assert ([], []) == (found.faults, found.open)
        assert {tag for tag, *_ in harmless.elements} == {tag for tag, *_ in found.elements}
        assert {name for _, attrs, _ in harmless.elements for name in attrs} == {
            name for _, attrs, _ in found.elements for name in attrs
        }

    @pytest.mark.parametrize("text", ATTACKS)
    def test_text_survives(self, text: str) -> None:
        found = Page(render(kk.evaluate(hostile(text)), "html"))
        shown = re.sub(r"[\x00\x1b\u202e]", "\N{REPLACEMENT CHARACTER}", text)

        assert shown in [each for _, each in found.all("dd")]
        assert shown in found.all("h1")[0][1]

    @pytest.mark.parametrize("form", ["html", "markdown", "text", "tsv", "json"])
    def test_folders_are_not_told(self, form: str) -> None:
        assert "somebody" not in render(kk.evaluate(hostile("無害")), form)


class TestDetails:
    """What is told on demand."""

    def test_same_note_of_several_cells_once(self) -> None:
        note = Note("remark", 0, 2)
        cells = [Cell("実績値(R4)", "3件", (note,)), Cell("実績値(R5)", "4件", (note,))]
        indicator = kk.Indicator("数", source=Source(kk.Location("plan.tsv", 2), cells))
        table = kk.Section("表", "1", "表", indicators=[indicator])
        found = Page(render(kk.evaluate(kk.Plan("計画", sections=[table])), "html"))
        labels = [text for _, text in found.all("dt")]
        told = dict(zip(labels, (text for _, text in found.all("dd")), strict=True))

        assert (
            "「3件」「4件」 括弧・※の注記は判定に用いない"
            == told["「実績値(R4)」「実績値(R5)」の読み"]
        )


class TestClosed:
    """The page fetches nothing and runs nothing."""

    def test_policy(self, page: Page) -> None:
        policies = [
            attrs["content"]
            for attrs, _ in page.all("meta")
            if attrs.get("http-equiv") == "Content-Security-Policy"
        ]

        assert ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"] == policies

    def test_no_reference_goes_outside(self, page: Page) -> None:
        names = {"href", "src", "srcset", "action", "data", "poster", "background"}
        values = [
            value or ""
            for _, attrs, _ in page.elements
            for name, value in attrs.items()
            if name in names or name.startswith("on")
        ]

        within = ("#", "data:text/csv;charset=utf-8;base64,")
        assert [] == [value for value in values if not value.startswith(within)]
        assert [] == page.all("script")
        assert not re.search(r"url\(|@import", STYLE)

    def test_language(self, example: kk.PlanEvaluation) -> None:
        assert '<html lang="en">' in render(example, "html", lang="en")


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def schemes() -> Any:
    """Return the colours of the style sheet, by name, of the light and the dark scheme."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in blocks)
    return {"light": light, "dark": {**light, **dark}}


VERDICTS = [verdict.value for verdict in kk.Verdict]


@pytest.mark.parametrize("scheme", ["light", "dark"])
class TestContrast:
    """Text passes WCAG AA (4.5:1), and marks that mean something 3:1, light and dark."""

    @pytest.mark.parametrize("verdict", VERDICTS)
    def test_verdict(self, scheme: str, verdict: str) -> None:
        colours = schemes()[scheme]

        assert contrast(colours[verdict], colours[f"{verdict}-back"]) >= 4.5

    @pytest.mark.parametrize("verdict", VERDICTS)
    @pytest.mark.parametrize("behind", ["track", "zone", "paper"])
    def test_bar(self, scheme: str, verdict: str, behind: str) -> None:
        colours = schemes()[scheme]

        assert contrast(colours[verdict], colours[behind]) >= 3

    @pytest.mark.parametrize("ink", ["ink", "muted", "accent", "warning", "info"])
    @pytest.mark.parametrize("behind", ["paper", "panel"])
    def test_text(self, scheme: str, ink: str, behind: str) -> None:
        colours = schemes()[scheme]

        assert contrast(colours[ink], colours[behind]) >= 4.5

    @pytest.mark.parametrize("behind", ["track", "zone", "paper"])
    def test_mark_of_the_target(self, scheme: str, behind: str) -> None:
        colours = schemes()[scheme]

        assert contrast(colours["mark"], colours[behind]) >= 3

    def test_chosen_filter(self, scheme: str) -> None:
        colours = schemes()[scheme]

        assert contrast(colours["paper"], colours["accent"]) >= 4.5


class TestPalette:
    """Paper has the colours of the page."""

    @pytest.mark.parametrize("verdict", list(kk.Verdict))
    def test_same(self, verdict: kk.Verdict) -> None:
        light = schemes()["light"]

        assert (light[verdict.value], light[f"{verdict.value}-back"]) == COLOURS[verdict]
        assert contrast(*COLOURS[verdict]) >= 4.5


class TestFilters:
    """Rows are filtered by verdict and category, by the style sheet alone."""

    def test_choices(self, page: Page) -> None:
        labels = {attrs["for"]: text for attrs, text in page.all("label")}

        assert [text for key, text in labels.items() if (key or "")[0] in "vc"] == [
            "すべて 42",
            "達成 23",
            "未達成 6",
            "判定不能 1",
            "対象外 12",
            "すべて 42",
            "A 重点事業 22",
            "C 探索型事業 11",
        ]
        assert labels["s-2"] == "◆ 基本目標1 利用者中心の行政サービス改革423達成4、未達成2、対象外3"

    def test_a_rule_for_each(self, example: kk.PlanEvaluation, page: Page) -> None:
        markup = render(example, "html")
        keys = [attrs["id"] or "" for attrs, _ in page.all("input")]

        assert keys
        for key in keys:
            assert (f":has(#{key}:checked) ~ " in markup) is not key.endswith("-all")

    def test_headings_know_what_is_below(self, page: Page) -> None:
        found = {text: attrs for attrs, text in page.all("h4", class_="heading")}
        goal = found["◆ 基本目標1 利用者中心の行政サービス改革"]

        assert (goal["data-v"], goal["data-c"]) == ("achieved not_applicable not_achieved", "0 1")
        assert found["○ 施策3-1 「データの利活用の促進」"]["data-v"] == "achieved not_applicable"

    def test_many_categories_are_no_buttons(self) -> None:
        rows = [
            kk.Section(
                "事業",
                str(code),
                "甲",
                category=kk.Category(str(code)),
                indicators=[kk.Indicator("数")],
            )
            for code in range(20)
        ]
        found = Page(
            render(
                kk.evaluate(kk.Plan("計画", sections=[kk.Section("表", "1", "表", sections=rows)])),
                "html",
            )
        )

        assert 2 == len(found.all("input"))
