"""A spreadsheet of a few functions, to work out the formulas of workbooks by another hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

Value = Fraction | str | bool | None
_TOKEN = re.compile(
    r'\s*(?:(?P<text>"[^"]*")|(?P<number>\d+)|(?P<cell>[A-Z]{1,2}\d+)|(?P<name>[A-Z]+)|(?P<mark><>|.))'
)


def worked_out(formula: str, cells: Mapping[str, Value]) -> Value:
    """Work a formula out; a cell that is not there is blank.

    >>> worked_out('=IF(A1<>B1,A1/(B1-A1),"")', {"A1": Fraction(1), "B1": Fraction(3)})
    Fraction(1, 2)
    """
    assert formula.startswith("=")
    return _Reader(formula[1:], cells).whole()


class _Reader:
    """Reads from the left; what is not asked for, the other arm of an IF, is not divided."""

    def __init__(self, text: str, cells: Mapping[str, Value]) -> None:
        self.tokens = [
            (str(found.lastgroup), str(found[str(found.lastgroup)]))
            for found in _TOKEN.finditer(text)
        ]
        self.cells = cells
        self.asked = True

    def whole(self) -> Value:
        value = self.compared()
        assert not self.tokens
        return value

    def next_is(self, *marks: str) -> str:
        if self.tokens and self.tokens[0][1] in marks:
            return self.tokens.pop(0)[1]
        return ""

    def compared(self) -> Value:
        left = self.summed()
        sign = self.next_is("=", "<>", ">")
        if not sign:
            return left
        right = self.summed()
        if sign == ">":
            return self.number(left) > self.number(right)
        return (left == right) is (sign == "=")

    def summed(self) -> Value:
        left = self.divided()
        while sign := self.next_is("+", "-"):
            right = self.number(self.divided())
            left = self.number(left) + (right if sign == "+" else -right)
        return left

    def divided(self) -> Value:
        left = self.single()
        while self.next_is("/"):
            right = self.number(self.single())
            left = self.number(left) / right if self.asked else Fraction(0)
        return left

    def single(self) -> Value:
        kind, text = self.tokens.pop(0)
        if kind == "text":
            return text[1:-1]
        if kind == "number":
            return Fraction(text)
        if kind == "cell":
            return self.cells.get(text)
        if kind == "name":
            return self.called(text)
        assert text == "("
        value = self.compared()
        assert self.next_is(")")
        return value

    def called(self, name: str) -> Value:
        assert self.next_is("(")
        if name == "IF":
            return self.chosen()
        values = [self.compared()]
        while self.next_is(","):
            values.append(self.compared())
        assert self.next_is(")")
        if name == "COUNT":
            return Fraction(sum(isinstance(each, Fraction) for each in values))
        assert name == "AND"
        return all(values)

    def chosen(self) -> Value:
        asked, condition = self.asked, self.compared()
        assert self.next_is(",")
        self.asked = asked and bool(condition)
        yes = self.compared()
        assert self.next_is(",")
        self.asked = asked and not condition
        no = self.compared()
        assert self.next_is(")")
        self.asked = asked
        return yes if condition else no

    def number(self, value: Value) -> Fraction:
        assert value is None or isinstance(value, Fraction) or not self.asked
        return value if isinstance(value, Fraction) else Fraction(0)
