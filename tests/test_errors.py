"""Every error is one of the package's, and survives pickling."""

from __future__ import annotations

import pickle

import pytest

import kpikit as kk
from kpikit.language import errors


class TestErrors:
    """One root, and the built-in kind beside it."""

    @pytest.mark.parametrize("name", errors.__all__)
    def test_root(self, name: str) -> None:
        assert issubclass(getattr(errors, name), kk.KpikitError)

    @pytest.mark.parametrize("name", [each for each in errors.__all__ if each != "ReadingError"])
    def test_pickle(self, name: str) -> None:
        error = getattr(errors, name)("why")
        copied = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
        assert (type(copied), str(copied)) == (type(error), "why")

    def test_kinds(self) -> None:
        assert issubclass(kk.InvalidQuantityError, kk.InvalidDefinitionError | ValueError)
        assert issubclass(kk.UnitMismatchError, TypeError)

    def test_all_issues_at_once(self) -> None:
        issues = [
            kk.Issue("not-understood", "ほぼ5件", 0, 2, location=kk.Location("a.csv", line))
            for line in (3, 4)
        ]
        error = kk.ReadingError(issues)
        assert str(error) == (
            "a.csv:3: cannot understand 「ほぼ」\n    ほぼ5件\n    ^^^^\n"
            "a.csv:4: cannot understand 「ほぼ」\n    ほぼ5件\n    ^^^^"
        )
        copied = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
        assert copied.issues == error.issues == tuple(issues)
