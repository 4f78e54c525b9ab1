"""The classes of words: each word once, and nowhere against another class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import pytest

from kpikit.language import headings, lexicon, marks, nouns, references, statistic, units
from kpikit.language.fold import fold
from kpikit.language.words import Words, either, having
from kpikit.model.unit import scale_of
from kpikit.table.headings import Role


def twice(words: Iterable[str]) -> list[str]:
    """Return the words that come more than once."""
    return [word for word, count in Counter(words).items() if count > 1]


def classes_of(word: str) -> set[str]:
    """Return the classes of the cells' lexicon that a word is in."""
    return {name for name, words in lexicon.CLASSES.items() if word in lexicon.expanded(words)}


class TestWords:
    """Classes become lists and patterns."""

    def test_having(self) -> None:
        rows = [Words("甲 乙", "one two"), Words("丙", "two")]

        assert ("甲", "乙") == having(rows, "one")
        assert ("甲", "乙", "丙") == having(rows, "two")
        assert () == having(rows, "on")

    def test_either(self) -> None:
        assert r"(?:指標\(KPI\)|率)" == either("率 指標(KPI)", "率")


class TestOnce:
    """No word stands in two rows of a table."""

    @pytest.mark.parametrize(
        "rows",
        [
            [each for each in nouns.HEAD_NOUNS if "company" not in each.features],
            [*nouns.HARM, *nouns.DOING],
            statistic.STATISTICS,
            units.UNITS,
        ],
        ids=["nouns", "stems", "statistic", "units"],
    )
    def test_rows(self, rows: Sequence[Words | nouns.Noun]) -> None:
        assert [] == twice(word for row in rows for word in row.words.split())

    def test_measures(self) -> None:
        assert [] == twice(word for row in nouns.MEASURES for word in row.nouns.split())

    def test_headings(self) -> None:
        words = " ".join(headings.ROLES.values()).casefold().split()

        assert [] == twice(words)

    def test_every_role_has_words(self) -> None:
        assert {role.value for role in Role} == {*headings.ROLES, *headings.LABELS}


class TestCells:
    """What headings and names say is not read otherwise in a cell."""

    @pytest.mark.parametrize("word", [w for row in statistic.STATISTICS for w in row.words.split()])
    def test_statistic(self, word: str) -> None:
        assert "statistic" in classes_of(word)

    @pytest.mark.parametrize("word", nouns.MORE.split())
    def test_more(self, word: str) -> None:
        assert "up" in classes_of(word)

    @pytest.mark.parametrize("word", nouns.CUT.split())
    def test_cut(self, word: str) -> None:
        assert "down" in classes_of(word)

    @pytest.mark.parametrize(
        ("role", "may_be"),
        [
            ("baseline", {"now"}),
            ("actual", {"actual", "forecast", "provisional", "firm", "now", "lately"}),
            ("target", {"goal", "planned"}),
        ],
    )
    def test_roles(self, role: str, may_be: set[str]) -> None:
        found = {word: classes_of(word) for word in headings.ROLES[role].split()}

        assert {} == {word: each for word, each in found.items() if not each <= may_be}

    def test_start(self) -> None:
        assert "now" in classes_of(references.START)

    @pytest.mark.parametrize("unit", sorted(units.COUNTS))
    def test_counts(self, unit: str) -> None:
        base = scale_of(unit).base
        assert {unit, base} & {*lexicon.COUNTERS.split()}


def test_dashes() -> None:
    """Whatever folds to a dash in a cell is one in a table, and the other way round."""
    drawn = {chr(code) for code in range(0x20, 0x10000) if fold(chr(code)).text == "-"}

    assert drawn == set(marks.DASHES)
