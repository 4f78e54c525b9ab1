"""How large files are: what cannot be looked at has no size."""

from __future__ import annotations

from pathlib import Path

from kpikit.cli.sizes import size_of, size_words


def test_size(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c").write_bytes(b"345")

    assert 5 == size_of(str(tmp_path))
    assert 0 == size_of(str(tmp_path / "none")) == size_of("a\0b")


def test_words() -> None:
    sizes = 0, 999, 1000, 999_999, 1_000_000
    assert ["0 B", "999 B", "1 kB", "1000 kB", "1.0 MB"] == [size_words(size) for size in sizes]
