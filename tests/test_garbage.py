"""The garbage collector is as it was when a command has ended, however it ends."""

from __future__ import annotations

import gc
import subprocess
import sys

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


def test_not_once_the_process_is_asked_to_end() -> None:
    usual = gc.get_threshold()
    try:
        with pytest.raises(SystemExit), seldom_collected():
            sys.exit(0)

        assert usual[0] < gc.get_threshold()[0]
    finally:
        gc.set_threshold(*usual)


def test_circles_of_new_values_are_collected() -> None:
    """A reader may leave some: they do not stay until the end."""
    collected = gc.get_stats()[1]["collected"] + gc.get_stats()[0]["collected"]
    with seldom_collected():
        for _ in range(120_000):
            circle: list[object] = []
            circle.append(circle)

    assert 50_000 < gc.get_stats()[1]["collected"] + gc.get_stats()[0]["collected"] - collected


def test_nothing_is_looked_through_when_the_process_ends() -> None:
    """What is registered first is called last."""
    code = """
import atexit, gc
from kpikit.cli.garbage import seldom_collected
before = gc.get_freeze_count()
atexit.register(lambda: print(gc.get_freeze_count() > before))
for _ in range(2):
    with seldom_collected():
        assert gc.get_freeze_count() == before
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert b"True" == done.stdout.strip()
