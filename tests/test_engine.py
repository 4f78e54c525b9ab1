"""The matcher by itself, with small invented grammars."""

from __future__ import annotations

from functools import partial

import pytest

import kpikit as kk
from kpikit.cell import _engine
from kpikit.cell._cell import Act, Ahead, Cell, Context, Fault, do, items_of
from kpikit.cell._engine import Grammar, Item, Match, Plan, Row
from kpikit.cell._periods import Conventions
from kpikit.cell.vocabulary import USUAL
from kpikit.language.errors import InvalidDefinitionError
from kpikit.language.fold import fold


def act(*_: object) -> None:
    """Make nothing."""


def grammar(cell: dict[str, str], **tables: dict[str, str]) -> Grammar:
    """Return a grammar of rows by their names."""
    named = {"cell": cell, "bracket": {}, "note": {}} | tables
    return Grammar(
        {
            table: [Row(name, pattern, act) for name, pattern in rows.items()]
            for table, rows in named.items()
        },
        {"number": "one|many"},
    )


def planned(rules: Grammar, kinds: str) -> Plan:
    """Return what rows make of kinds; ``_`` stands for a blank before one."""
    return rules.plan(tuple(kind.replace("_", " ") for kind in kinds.split()), "target")


def names(rules: Grammar, kinds: str) -> list[str]:
    """Return the names of the rows that match."""
    return [match.row.name for match in planned(rules, kinds).matches]


class TestPatterns:
    """Each sign of the language of patterns."""

    @pytest.mark.parametrize(
        ("pattern", "taken", "refused"),
        [
            ("a", ["a", "_a"], ["b", "a a", ""]),
            ("a b", ["a b", "a _b"], ["a", "b", "b a", "a b b"]),
            ("a|b", ["a", "b"], ["c", "a b"]),
            ("a? b", ["b", "a b"], ["a", "a a b"]),
            ("a* b", ["b", "a b", "a a a b"], ["a", "a b a"]),
            ("a+ b", ["a b", "a a b"], ["b"]),
            ("(a b)? c", ["c", "a b c"], ["a c", "b c"]),
            ("(a b?)+ c", ["a c", "a b a c", "a a b c"], ["c", "b c", "a b b c"]),
            ("(a|b c)* d", ["d", "a c b c d"], ["a d", "a b c d"]),
            ("(a?)* b", ["b", "a a b"], ["a"]),
            ("a ~b", ["a b"], ["a _b"]),
            ("a _b", ["a _b"], ["a b"]),
            ("$number a", ["one a", "many a"], ["a", "two a"]),
            ("x=a y=b?", ["a", "a b"], ["b"]),
        ],
    )
    def test_takes(self, pattern: str, taken: list[str], refused: list[str]) -> None:
        rules = grammar({"only": pattern})
        for kinds in taken:
            assert ["only"] == names(rules, kinds)
        for kinds in refused:
            assert [] == names(rules, kinds)

    def test_what_was_matched_is_kept_by_name(self) -> None:
        rules = grammar({"only": "first=a (more=b)* <x>"}, x={"of_x": "c"})
        (match,) = planned(rules, "a b _b c").matches
        assert Item("a", gap=False, start=0, end=1) == match.one("first")
        assert [1, 2] == [item.start for item in match.all("more")]
        assert [False, True] == [item.gap for item in match.all("more")]
        assert "of_x" == match.one("x").row.name
        assert None is match.one("nothing")
        assert [0, 1, 2, 3] == [item.start for item in items_of(match)]

    @pytest.mark.parametrize("pattern", ["a )", "(a b", "a | b"])
    def test_a_pattern_that_is_none(self, pattern: str) -> None:
        with pytest.raises(ValueError, match=r"pattern|closes"):
            planned(grammar({"only": pattern}), "a")

    def test_a_pattern_of_nothing_takes_nothing(self) -> None:
        rules = grammar({"empty": "", "of_table": "<x> a"}, x={"maybe": "b?"})
        assert [] == names(rules, "a")
        assert ["of_table"] == names(rules, "b a")

    def test_a_row_of_one_reader(self) -> None:
        rows = [Row("of_targets", "a", act, only="target"), Row("of_both", "a", act)]
        rules = Grammar({"cell": rows, "bracket": (), "note": ()}, {})
        assert ["of_targets", "of_both"] == [
            each.row.name for each in rules.plan(("a",), "target").matches
        ]
        assert ["of_both"] == [each.row.name for each in rules.plan(("a",), "actual").matches]


class TestTables:
    """Tables in cascade, and what is ambiguous in them."""

    def test_all_rows_that_match_are_given(self) -> None:
        rules = grammar({"one": "a b", "other": "a|c b", "third": "a"})
        assert {"one", "other"} == set(names(rules, "a b"))

    def test_a_row_that_matches_in_two_ways_is_given_twice(self) -> None:
        rules = grammar({"split": "x=a* y=a*"})
        found = {
            (len(match.all("x")), len(match.all("y"))) for match in planned(rules, "a a").matches
        }
        assert {(0, 2), (1, 1), (2, 0)} == found

    def test_rows_of_a_lower_table_that_match_the_same_go_together(self) -> None:
        rules = grammar({"only": "<x> c?"}, x={"short": "a", "first": "a b", "second": "a|b b"})
        (match,) = planned(rules, "a b c").matches
        x = match.one("x")
        assert {"first", "second"} == {x.row.name, *(each.row.name for each in x.others)}


class TestBrackets:
    """What stands between two brackets, or behind a note, is one item."""

    RULES = grammar(
        {"only": "a tail=g_x* g_y?", "subject": "g_empty subject"},
        bracket={"g_x": "b c?", "g_y": "d (g_x)?", "g_footnote": "f"},
        note={"g_x": "b"},
    )

    @pytest.mark.parametrize(
        "kinds",
        [
            *("a", "a ( b )", "a ( b c ) ( b )", "a ( b ) ( d )", "a ( d ( b ) )", "a ( ( b ) )"),
            # a note goes to its end; a mark of one, a footnote and an empty bracket are nothing
            *("a note b", "a note num", "a note", "note a", "a ( f )", "a ( )"),
        ],
    )
    def test_taken(self, kinds: str) -> None:
        assert ["only"] == names(self.RULES, kinds)

    def test_an_empty_bracket_that_is_spoken_of(self) -> None:
        assert ["subject"] == names(self.RULES, "( ) subject")

    def test_a_group_says_where_it_stands(self) -> None:
        (match,) = planned(self.RULES, "a ( d ( b c ) )").matches
        (group,) = match.all("g_y")
        assert (1, 8) == (group.start, group.end)
        inner = group.match.one("g_x")
        assert (3, 7) == (inner.start, inner.end)
        assert [4, 5] == [item.start for item in items_of(inner.match)]

    def test_a_group_in_two_brackets_says_so_too(self) -> None:
        rules = grammar({"only": "a g_x"}, bracket={"g_x": "<y>"}, y={"of_y": "b c"})
        (match,) = planned(rules, "a ( ( b c ) )").matches
        y = match.one("g_x").match.one("y")
        assert [3, 4] == [item.start for item in items_of(y)]

    @pytest.mark.parametrize(
        ("kinds", "stuck", "code"),
        [
            ("a ( b", 1, "bracket-not-closed"),
            ("a ( ( b )", 1, "bracket-not-closed"),
            ("a ( c )", 2, ""),
            ("a ( b d )", 3, ""),
            ("a e", 1, ""),
            ("e a", 0, ""),
        ],
    )
    def test_refused_at_the_first_token_that_no_row_takes(
        self, kinds: str, stuck: int, code: str
    ) -> None:
        plan = planned(self.RULES, kinds)
        assert ((), stuck) == (plan.matches, plan.stuck)
        assert code in (plan.code, "")
        assert plan.code

    def test_kinds_of_bracket_that_differ_are_none(self) -> None:
        rules = grammar({"only": "a g_x|g_y"}, bracket={"g_x": "b", "g_y": "b"})
        assert [] == names(rules, "a ( b )")

    @pytest.mark.parametrize(
        ("kinds", "code"),
        [
            ("a not", "negated"),
            ("a turned", "turned"),
            ("a dash", "part-without-number"),
            ("a floor", "second-statement"),
            ("a now", "second-statement"),
        ],
    )
    def test_says_why(self, kinds: str, code: str) -> None:
        assert code == planned(self.RULES, kinds).code

    def test_several_numbers(self) -> None:
        assert "several-numbers" == planned(grammar({"only": "num"}), "num one").code


class TestLimits:
    """What is remembered and how long is searched is bounded."""

    def test_steps(self, monkeypatch: pytest.MonkeyPatch) -> None:
        rules = grammar({"only": "(a? a? a?)* b"})
        monkeypatch.setattr(_engine, "_STEPS", 3)
        assert [] == names(rules, "a a a b")
        monkeypatch.undo()
        assert ["only"] == sorted(set(names(grammar({"only": "(a? a? a?)* b"}), "a a a b")))

    def test_ways(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(_engine, "_WAYS", 3)
        assert [] == names(grammar({"only": "x=a* y=a*"}), "a a a")
        assert ["only"] * 3 == names(grammar({"only": "x=a* y=a*"}), "a a")

    def test_plans(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(_engine, "_KEPT", 1)
        rules = grammar({"only": "a+"})
        for kinds in ("a", "a a", "a a a", "a"):
            assert ["only"] == names(rules, kinds)

    def test_what_is_forgotten_is_found_anew(self) -> None:
        rules = grammar({"only": "a+"})
        (first,), (again,) = (rules.plan(("a",), "target").matches for _ in range(2))
        assert first is again
        rules.forget()
        (anew,) = rules.plan(("a",), "target").matches
        assert anew is not first
        assert "only" == anew.row.name


def test_found_is_what_stands_anywhere_the_longest_first() -> None:
    rules = grammar({}, x={"short": "a", "long": "a b", "bracket": "open c close"})
    kinds = ("b", "a", " b", "c", "a", "(", "c", ")", "a")
    assert [("long", 1, 3), ("short", 4, 5), ("bracket", 5, 8), ("short", 8, 9)] == [
        (match.row.name, match.items[0].start, match.items[-1].end)
        for match in rules.found(kinds, "x")
    ]


class TestDoing:
    """Where several rows match the same, they must say the same."""

    CELL = Cell(fold("5件"), [(0, 1), (1, 2)], "target", Conventions(), USUAL, Context())

    def match(self, *values: object) -> Match:
        first, *others = (self.one(value) for value in values)
        first.others = tuple(others)
        return first

    def one(self, value: object) -> Match:
        def action(*_: object) -> object:
            if isinstance(value, Exception):
                raise value
            return value

        item = Item("num", gap=False, start=0, end=1)
        return Match(Row("row", "num", action), {"n": [item]})

    def test_alone(self) -> None:
        assert 5 == do(self.CELL, self.match(5))

    def test_what_depends_on_kinds_alone_is_settled_once(self) -> None:
        settled: list[Match] = []

        def settle(match: Match) -> Act[str]:
            settled.append(match)
            return lambda cell: cell.text(match.one("n"))

        match = self.one(5)
        match.row = Row("row", "num", Ahead(settle))
        other = Cell(fold("7件"), [(0, 1), (1, 2)], "target", Conventions(), USUAL, Context())
        assert ["5", "7", "5"] == [do(cell, match) for cell in (self.CELL, other, self.CELL)]
        assert [match] == settled

    def test_the_same(self) -> None:
        assert 5 == do(self.CELL, self.match(5, 5))

    def test_one_that_makes_nothing_does_not_count(self) -> None:
        assert 5 == do(self.CELL, self.match(Fault("no-form", 0, 1), 5))
        assert 5 == do(self.CELL, self.match(5, InvalidDefinitionError("no number")))

    def test_differing_values_are_ambiguous(self) -> None:
        with pytest.raises(Fault, match="ambiguous"):
            do(self.CELL, self.match(5, 6))

    def test_the_fault_that_points_at_the_earlier_token(self) -> None:
        faults = [Fault("no-form", 1, 2), Fault("several-numbers", 0, 1)]
        for each in (faults, faults[::-1]):
            with pytest.raises(Fault, match="several-numbers"):
                do(self.CELL, self.match(*each))

    def test_no_number_can_be_made(self) -> None:
        error = InvalidDefinitionError("no number")
        with pytest.raises(Fault, match="number-malformed"):
            do(self.CELL, self.match(error, error))

    def test_of_a_whole_cell(self) -> None:
        # the value of an average is about so much, which is no bound
        assert "number-malformed" == kk.read_target("全国平均（約53%）を上回る").issues[0].code

    @staticmethod
    def noting(row: int, noted: int, value: int | Fault, cell: Cell, _match: Match) -> int:
        """Note the number of a row so many times, and make a value of it or be at fault."""
        for _ in range(noted):
            cell.note("label-apart", [Item("num", gap=False, start=0, end=1)], str(row))
        if isinstance(value, Fault):
            raise value
        return value

    @pytest.mark.parametrize(
        ("rows", "notes", "taken"),
        [
            ([(2, 5), (1, 5)], ["1"], 1),  # one with few notes knows more
            ([(1, 5), (2, 5)], ["0"], 0),
            ([(1, 5), (1, 5)], ["0"], 0),
            (
                [(1, Fault("no-form", 0, 1)), (2, 5)],
                ["1", "1"],
                1,
            ),  # what is at fault notes nothing
            ([(1, 5), (0, Fault("no-form", 0, 1))], ["0"], 0),
        ],
    )
    def test_notes_are_those_of_the_row_that_is_taken(
        self, rows: list[tuple[int, int | Fault]], notes: list[str], taken: int
    ) -> None:
        found = [
            Match(Row(str(row), "num", partial(self.noting, row, noted, value)), {})
            for row, (noted, value) in enumerate(rows)
        ]
        found[0].others = tuple(found[1:])
        cell = Cell(fold("5件"), [(0, 1), (1, 2)], "target", Conventions(), USUAL, Context())
        cell.note("label-apart", [Item("num", gap=False, start=0, end=1)], "before")
        assert 5 == do(cell, found[0])
        assert ["before", *notes] == [note.detail for note in cell.notes]
        assert {found[0]: found[taken]} == cell.taken
