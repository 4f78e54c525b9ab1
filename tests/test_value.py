"""What all values share."""

from __future__ import annotations

import pytest

from kpikit._value import Code


class TestCode:
    """A closed set of codes."""

    def test_none_stands_twice(self) -> None:
        with pytest.raises(ValueError, match="duplicate values found"):

            class Twice(Code):
                ONE = "one"
                OTHER = "one"
