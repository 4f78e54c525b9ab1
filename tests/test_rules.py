"""The tables of forms: each row has examples that reach it, and rows have no order."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from cell_tables import cases
from kpikit.cell import _read, read_actual, read_target
from kpikit.cell._cell import Cell, Context, do
from kpikit.cell._engine import Grammar, Match, Row
from kpikit.cell._periods import Conventions
from kpikit.cell._rules import TABLES, WORDS
from kpikit.cell._tokens import Tokens, Words, scan
from kpikit.cell.derivations import read_derivations
from kpikit.cell.vocabulary import USUAL
from kpikit.language.fold import Folded, fold
from kpikit.model.quantity import Quantity
from kpikit.model.reading import Reading

WORDS_OF_ALL = Words()
READERS: dict[str, Callable[[str], Reading[Any]]] = {"target": read_target, "actual": read_actual}
#: Tables whose rows are called by the kind of bracket that they make, which several may.
KINDS = ("bracket", "note", "aside")
#: Rows that are there to refuse what else one of the others would take.
REFUSING = ("signed_at", "reduced_both")


def examples_of(table: str) -> list[tuple[Row, str]]:
    """Return the rows of a table with each of their examples."""
    return [(row, example) for row in TABLES[table] for example in row.examples]


def tokens_of(text: str, table: str = "") -> tuple[Folded, Tokens]:
    """Return the tokens of a text, which stands in brackets in the tables of these."""
    if table not in KINDS:
        folded = fold(text)
        tokens = scan(folded, WORDS_OF_ALL)
        if table == "marked":  # a mark before all of a cell is no part of it
            tokens = Tokens((f" {tokens.kinds[0]}", *tokens.kinds[1:]), tokens.spans)
        return folded, tokens
    folded = fold(f"({text})")
    tokens = scan(folded, WORDS_OF_ALL)
    return folded, Tokens(tokens.kinds[1:-1], tokens.spans[1:-1])


def readers_of(row: Row) -> list[str]:
    return [row.only] if row.only else list(READERS)


@cache
def grammar_of(table: str) -> Grammar:
    """Return the rules, with the rows of a table as those of whole cells."""
    return Grammar({**TABLES, "cell": TABLES[table]}, WORDS)


def matches(table: str, kinds: tuple[str, ...], reader: str) -> tuple[Match, ...]:
    """Return the rows of a table that match all of a sequence."""
    return grammar_of(table).plan(kinds, reader).matches


class TestRows:
    """What each row must have."""

    @pytest.mark.parametrize("table", TABLES)
    def test_each_has_an_example(self, table: str) -> None:
        assert [] == [row.name for row in TABLES[table] if not row.examples]

    @pytest.mark.parametrize("table", TABLES)
    def test_no_two_of_a_table_have_one_name(self, table: str) -> None:
        names = [
            f"{row.name} {row.pattern}" if table in KINDS else row.name for row in TABLES[table]
        ]
        assert sorted(set(names)) == sorted(names)

    @pytest.mark.parametrize("table", KINDS)
    def test_a_bracket_is_called_by_its_kind(self, table: str) -> None:
        assert [] == [row.name for row in TABLES[table] if not row.name.startswith("g_")]

    def test_every_table_is_asked_for(self) -> None:
        patterns = " ".join([row.pattern for rows in TABLES.values() for row in rows])
        patterns += " ".join(WORDS.values())
        from_outside = {"cell", "bracket", "note", "breakdown"}
        assert [] == [
            table for table in TABLES if f"<{table}>" not in patterns and table not in from_outside
        ]

    def test_every_stretch_is_asked_for(self) -> None:
        patterns = " ".join([row.pattern for rows in TABLES.values() for row in rows])
        patterns += " ".join(WORDS.values())
        assert [] == [name for name in WORDS if f"${name}" not in patterns]


class TestExamples:
    """No row is dead: each of its examples reaches it."""

    @pytest.mark.wide
    @pytest.mark.parametrize("table", TABLES)
    def test_reaches_its_row(self, table: str) -> None:
        for row, example in examples_of(table):
            for reader in readers_of(row):
                found = matches(table, tokens_of(example, table)[1].kinds, reader)
                assert any(row is each.row for each in found), (row.name, example)

    @pytest.mark.parametrize("table", [table for table in TABLES if table != "cell"])
    def test_is_carried_out(self, table: str) -> None:
        for row, example in examples_of(table):
            if row.name not in REFUSING:
                folded, tokens = tokens_of(example, table)
                reader = row.only or "actual"
                found = matches(table, tokens.kinds, reader)
                (match,) = (each for each in found if each.row is row)
                do(Cell(folded, tokens.spans, reader, Conventions(), USUAL, Context()), match)

    def test_of_a_cell_is_read(self) -> None:
        for row, example in examples_of("cell"):
            readings = [READERS[reader](example) for reader in readers_of(row)]
            assert any(reading.value is not None for reading in readings), (row.name, example)

    def test_a_change_or_a_value_of_that_year_is_ambiguous(self) -> None:
        assert "ambiguous" == read_target("H25▲26%").issues[0].code

    def test_a_cut_of_two_figures_is_no_derivation_of_one(self) -> None:
        figure = Quantity("135", "件")
        assert () == read_derivations("140件と150件の10%減", figure)
        assert 1 == len(read_derivations("150件の10%減", figure))

    def test_a_breakdown_with_a_number_that_is_none_is_no_derivation(self) -> None:
        figure = Quantity("8", "件")
        assert 1 == len(read_derivations("内訳:市内5件 市外3件", figure))
        assert () == read_derivations("内訳:市内05件 市外3件", figure)


class TestOrder:
    """The order of rows has no meaning."""

    @pytest.mark.wide
    @pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.long)])
    def test_shuffled_tables_say_the_same(self, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
        shuffled = random.Random(seed).sample  # noqa: S311 - no secret
        texts = [example for _, example in examples_of("cell")]
        texts += [case.text for name in ("targets", "actuals") for case in cases(name)]
        usual = [said_of(text) for text in texts]
        mixed = {table: tuple(shuffled(rows, len(rows))) for table, rows in TABLES.items()}
        monkeypatch.setattr(_read, "GRAMMAR", Grammar(mixed, WORDS))
        assert usual == [said_of(text) for text in texts]


def said_of(text: str) -> list[str]:
    """Return all that is said of a cell."""
    return [
        repr((reading.value, reading.period, reading.notes, reading.issues))
        for reading in (read(text) for read in READERS.values())
    ]
