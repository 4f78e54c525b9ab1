"""The structure of the source: each Japanese word has one home."""

from __future__ import annotations

from pathlib import Path

import pytest

from japanese_constants import SOURCE, constants, is_home_of_words, modules


@pytest.mark.wide
@pytest.mark.parametrize(
    "module",
    [
        pytest.param(module, id=module.with_suffix("").as_posix())
        for module in modules()
        if not is_home_of_words(module)
    ],
)
def test_words_have_a_home(module: Path) -> None:
    """No string constant with two or more Japanese letters stands outside the lexicon, the
    messages and the report; docstrings and the examples of rule rows are none."""
    found = [f"{module}:{each.line}: {each.text[:60]!r}" for each in constants(SOURCE / module)]
    assert [] == found


class TestConstants:
    """The measure itself."""

    @pytest.mark.parametrize(
        ("source", "found"),
        [
            ("A = '以上'", ["以上"]),
            ("A = '上'", []),
            ("A = 'x以y上'", ["x以y上"]),
            ("A = '、。（）※①'", []),
            ("A = f'{b}以上'", ["以上"]),
            ("A = 'ﾎﾟｲﾝﾄ'", ["ﾎﾟｲﾝﾄ"]),
            ("'以上'", []),
            ("def f():\n    '以上'\n    return '以下'", ["以下"]),
            ("A = 1\n'以上'", []),
            ("row(name='以上', examples=['以下'])", ["以上"]),
            ("examples: tuple[str, ...] = ('以上',)", []),
            ("_EXAMPLES = ('以上',)", []),
            ("# 以上\nA = b'x'", []),
        ],
    )
    def test_examples(self, tmp_path: Path, source: str, found: list[str]) -> None:
        path = tmp_path / "module.py"
        path.write_text(source, encoding="utf-8")
        assert found == [each.text for each in constants(path)]

    @pytest.mark.parametrize(
        ("module", "is_home"),
        [
            ("language/lexicon.py", True),
            ("cell/lexicon.py", True),
            ("cell/_lexicon.py", True),
            ("messages/cells.py", True),
            ("report/html/page.py", True),
            ("cell/_scan.py", False),
            ("wording.py", False),
        ],
    )
    def test_homes(self, module: str, is_home: bool) -> None:  # noqa: FBT001 - from the table
        assert is_home is is_home_of_words(Path(module))
