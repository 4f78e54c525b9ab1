"""The garbage collector is as it was when a command has ended, however it ends."""

from __future__ import annotations

import gc

import pytest

from kpikit.cli import main
from kpikit.cli.garbage import seldom_collected


def test_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    usual = gc.get_threshold()

    assert 0 == main(["schemes"])
    assert capsys.readouterr().out
    assert usual == gc.get_threshold()


def test_after_an_error() -> None:
    usual = gc.get_threshold()
    with pytest.raises(KeyError), seldom_collected():
        raise KeyError

    assert usual == gc.get_threshold()


def test_circles_of_new_values_are_collected() -> None:
    """A reader may leave some: they do not stay until the end."""
    collected = gc.get_stats()[1]["collected"] + gc.get_stats()[0]["collected"]
    with seldom_collected():
        for _ in range(120_000):
            circle: list[object] = []
            circle.append(circle)

    assert 50_000 < gc.get_stats()[1]["collected"] + gc.get_stats()[0]["collected"] - collected
