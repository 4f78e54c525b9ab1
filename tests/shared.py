"""The data that lie beside the repository, in ``../shared``, and are not part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

#: The root of the repository.
ROOT = Path(__file__).resolve().parents[1]
#: Where the data are, if they are.
SHARED = ROOT.parent / "shared"


def shared_path(*parts: str) -> Path:
    """Return a path below ``../shared``, or skip the test that asks for it."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"{'/'.join(('../shared', *parts))} is not here", allow_module_level=True)
    return path
