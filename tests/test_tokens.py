"""The tokens of a cell: kinds that a reader would give them, and every character in one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cell_tables import cases, scraps
from kpikit.cell import Vocabulary, _tokens, read_target
from kpikit.cell._tokens import (
    AFTER_BLANK,
    AFTER_NUMBER,
    AFTER_PERIOD,
    NOWHERE,
    Words,
    mended,
    number_alone,
    scan,
)
from kpikit.language.errors import InvalidDefinitionError
from kpikit.language.fold import fold
from kpikit.language.lexicon import CLASSES, DIMENSIONS
from kpikit.model.quantity import Quantity
from kpikit.model.rule import AtLeast

WORDS = Words()
TEXTS = st.one_of(
    st.text(),
    st.text("0123456789%人件R年度()、 ー～以上※①", max_size=20),
    st.lists(st.sampled_from(scraps("scraps")), max_size=12).map("".join),
)


def kinds(text: str) -> str:
    """Return the kinds of a cell; ``_`` stands before one that a blank parts from the last."""
    return " ".join(kind.replace(" ", "_") for kind in scan(fold(text), WORDS).kinds)


class TestKinds:
    """What each token of a cell is."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", ""),
            ("126件以下", "num unit ceiling"),
            ("約１２６件 以下", "about num unit _ceiling"),
            ("48.2％", "num pct"),
            ("１人", "one unit"),
            ("七割五分以上", "num wari num minute floor"),
            ("2時間30分", "num hour num minute"),
            ("第3位", "order num rank"),
            ("▲5％", "neg num pct"),
            ("-5ポイント", "minus num point"),
            ("5～10件", "num wave num unit"),
            ("5±2%", "num pm num pct"),
            ("80％台", "num pct decade"),
            ("10件程度", "num unit around"),
            ("R5：80%", "period colon num pct"),
            ("80％（令和4年度末見込み）", "num pct ( period forecast )"),
            ("令和6年度中に80％", "period during num pct"),
            ("8月末 5件", "day _num unit"),
            ("全国平均以上", "average floor"),
            ("前年度比3％増", "before versus num pct up"),
            ("現状維持", "keep"),
            ("500(人)", "num ( unit )"),
            ("500（単位：人）", "num ( unitword colon unit )"),
            ("5回／年", "num unit stroke"),
            ("①5件②3件", "mark num unit mark num unit"),
            ("12件中8件", "num unit among num unit"),
            ("80%以上を維持", "num pct floor keep"),
            ("80%を維持", "num pct by keep"),
            ("120分※2以内", "num minute note num ceiling"),
            ("22→27", "num arrow num"),
            ("30増床", "num open"),
            ("増加率", "noun"),
            ("設置", "deed"),
            ("未設定", "unset"),
            ("－", "dash"),
            ("…", "dots"),
            ("****", "missing"),
            ("集計中", "missing"),
            ("5 世帯 3件", "num _unit _num unit"),
        ],
    )
    def test_cells(self, text: str, expected: str) -> None:
        assert expected == kinds(text)

    def test_a_verb_between_nouns_makes_one_stretch(self) -> None:
        assert "nouns num pct" == kinds("利用した人の割合80%")

    def test_a_square_is_the_characters_that_it_abbreviates(self) -> None:
        assert "num unit" == kinds("20㎢")
        assert [(0, 2), (2, 5)] == scan(fold("20㎢"), WORDS).spans

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("18団 体", "18団体"),
            ("令 和5年度", "令和5年度"),
            ("1,000t- CO2", "1,000t-CO2"),
            ("5件 3件", "5件 3件"),
            ("男性 女性", "男性 女性"),
        ],
    )
    def test_a_blank_that_parts_a_word_goes(self, text: str, expected: str) -> None:
        assert expected == mended(fold(text), WORDS).text


class TestPlaces:
    """What a run of letters is depends on what stands before it."""

    @pytest.mark.parametrize(
        ("run", "place", "before_number", "expected"),
        [
            ("件以下", AFTER_NUMBER, 0, (("unit", 1), ("ceiling", 2))),
            ("中", AFTER_NUMBER, 1, (("among", 1),)),
            ("中", AFTER_PERIOD, 0, (("during", 1),)),
            ("世帯", AFTER_BLANK, 1, (("unit", 2),)),
            ("中学校", AFTER_BLANK, 1, (("school", 3),)),
            ("増床", AFTER_NUMBER, 0, (("open", 2),)),
            ("増床", NOWHERE, 0, (("word", 2),)),
        ],
    )
    def test_segments(
        self, run: str, place: int, before_number: int, expected: tuple[tuple[str, int], ...]
    ) -> None:
        assert expected == WORDS.segments(run, place, before_number=bool(before_number))

    def test_what_is_remembered_is_bounded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(_tokens, "_KEPT", 1)
        words = Words()
        for run in ("件以上", "人以下", "件以上"):
            assert words.segments(run, AFTER_NUMBER, before_number=False)[0] == ("unit", 1)


class TestNumberAlone:
    """A text that is a number and its unit is known by a glance."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("48.2", (("num",), "48.2", "")),
            ("1", (("one",), "1", "")),
            ("126件", (("num", "unit"), "126", "件")),
            ("1,260 人", (("num", " unit"), "1,260", "人")),
            ("48.2%", (("num", "pct"), "48.2", "%")),
            ("1.6万人", (("num", "unit"), "1.6万", "人")),
            ("2,006千円", (("num", "unit"), "2,006千", "円")),
            ("2019件", (("num", "unit"), "2019", "件")),
        ],
    )
    def test_is_one(self, text: str, expected: tuple[tuple[str, ...], str, str]) -> None:
        assert expected == number_alone(text, WORDS)

    @pytest.mark.parametrize(
        "text",
        [
            *("", "件", "R5", "約126件", "126件以下", "126件、", "12,34件", "12 ", "5月", "2019年"),
            *(
                "2019(R1)年度",
                "(12)",
                "12件(R5)",
                "3分の1",
                "3人に1人",
                "10件中8件",
                "5回/年",
                "12・5",
            ),
        ],
    )
    def test_is_none(self, text: str) -> None:
        assert number_alone(text, WORDS) is None

    def test_a_city_may_add_what_it_does_not_know(self) -> None:
        assert number_alone("5件", Words(units=["件/台"])) is None

    @pytest.mark.wide
    @pytest.mark.parametrize("number", ["12", "1", "0.5", "1,234", "2019", "2025.3", "1.6万"])
    def test_a_full_stop_behind_changes_nothing(self, number: str) -> None:
        """What no glance tells is told alike: the stop makes the scanner look closer."""
        for word in {*WORDS.classes, *WORDS.measures} - {"***", "****"}:
            for text in (f"{number}{word}", f"{number} {word}"):
                assert kinds(f"{text}。") == f"{kinds(text)} stop"

    @given(TEXTS)
    def test_its_kinds_are_those_of_the_tokens(self, text: str) -> None:
        folded = mended(fold(text), WORDS)
        alone = number_alone(folded.text, WORDS)
        assert alone is None or alone[0] == scan(folded, WORDS).kinds


class TestOwnWords:
    """Words of a city are of the class that it says."""

    def test_a_bound(self) -> None:
        own = Vocabulary(words={"floor": ("をキープ",)})
        assert AtLeast(Quantity("80", "%")) == read_target("80%をキープ", vocabulary=own).value

    def test_of_a_class_that_there_is_not(self) -> None:
        with pytest.raises(InvalidDefinitionError, match="flor"):
            Vocabulary(words={"flor": ("をキープ",)})


class TestLaws:
    """Laws of every text."""

    @given(TEXTS)
    def test_spans_cover_all_that_is_not_blank(self, text: str) -> None:
        folded = fold(text)
        tokens = scan(folded, WORDS)
        assert len(tokens.kinds) == len(tokens.spans)
        end = 0
        for kind, (start, stop) in zip(tokens.kinds, tokens.spans, strict=True):
            assert end <= start < stop
            assert "" == folded.text[end:start].strip(" ")
            assert kind.startswith(" ") == (end < start)
            end = stop
        assert "" == folded.text[end:].strip(" ")

    @given(TEXTS)
    def test_mending_takes_blanks_only(self, text: str) -> None:
        folded = fold(text)
        assert folded.text.replace(" ", "") == mended(folded, WORDS).text.replace(" ", "")

    def test_kinds_of_made_up_cells_are_known(self) -> None:
        signs = set(_tokens._SIGNS.values())
        forms = (_tokens._AT_DIGIT, _tokens._AT_NAME, _tokens._AT_LETTER)
        patterns = [re.compile(form.pattern) for form in forms]
        known = {*CLASSES, *DIMENSIONS, *signs, "period", "stroke"}
        known |= {name for pattern in patterns for name in pattern.groupindex}
        known |= {
            "one",
            "unit",
            "unitfirst",
            "open",
            "word",
            "noun",
            "standard",
            "nouns",
            "text",
            "kana",
            "code",
            "deeds",
            "figures",
            "undone",
        }
        for name in ("targets", "actuals"):
            for case in cases(name):
                assert {kind.strip() for kind in scan(fold(case.text), WORDS).kinds} <= known
