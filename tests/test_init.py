"""The package itself: names that are imported on first use."""

from __future__ import annotations

import pytest

import kpikit as kk


class TestNames:
    """Every name is there, and no other."""

    def test_dir(self) -> None:
        assert dir(kk) == sorted(kk.__all__)

    def test_later(self) -> None:
        assert kk.audit.__module__.startswith("kpikit.analysis.findings")

    def test_unknown(self) -> None:
        with pytest.raises(AttributeError) as caught:
            _ = kk.no_such_name
        assert str(caught.value) == "module 'kpikit' has no attribute 'no_such_name'"
