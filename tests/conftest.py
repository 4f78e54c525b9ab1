"""How many examples Hypothesis tries: ``KPIKIT_HYPOTHESIS_PROFILE`` names a profile."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

#: In CI: the same examples at every run. A shared machine has no deadlines.
settings.register_profile(
    "ci",
    max_examples=100,
    derandomize=True,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
#: By hand: quick, and new examples at every run.
settings.register_profile(
    "dev", parent=settings.get_profile("ci"), max_examples=12, derandomize=False
)
#: A second time in CI, as a newcomer runs them: fewer, and none that may fail for the first time.
settings.register_profile("few", parent=settings.get_profile("ci"), max_examples=12)
#: Beside them in CI: a few new ones at every run, by a seed that is printed.
settings.register_profile(
    "random", parent=settings.get_profile("ci"), max_examples=30, derandomize=False
)
#: Now and then: ten times as many, and new ones.
settings.register_profile(
    "full", parent=settings.get_profile("ci"), max_examples=1000, derandomize=False
)
# Reports are as wide as their reader says; the tests say it themselves.
os.environ.pop("COLUMNS", None)

settings.load_profile(
    os.environ.get("KPIKIT_HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev")
)


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let documents be read here: what a process of its own adds has its own tests."""
    from kpikit.io import child

    monkeypatch.setattr(child, "_HAS_PROCESSES", False)


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sequence[Path]]:
    """Make the documents of ``tests/shapes``, each set once, for all who read or look at them."""
    pytest.importorskip("openpyxl")
    from made_documents import Documents

    return Documents(tmp_path_factory.mktemp("shapes"))
