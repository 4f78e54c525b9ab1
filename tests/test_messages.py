"""Texts: both languages, and one for everything that can be said."""

from __future__ import annotations

from string import Formatter

import pytest

import kpikit as kk
from kpikit import messages


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


class TestCatalogue:
    """Every text stands in both languages, with the same values in it."""

    @pytest.mark.parametrize("code", messages.CATALOGUE)
    def test_both_languages(self, code: str) -> None:
        japanese, english = messages.CATALOGUE[code]
        assert japanese
        assert english
        assert placeholders(japanese) == placeholders(english)

    @pytest.mark.parametrize(
        "code",
        [
            *(f"reason-{each.value}" for each in kk.Reason),
            *(f"flag-{each.value}" for each in kk.Flag),
            *(f"verdict-{each.value}" for each in kk.Verdict),
        ],
    )
    def test_every_member_has_a_text(self, code: str) -> None:
        assert code in messages.CATALOGUE

    def test_say(self) -> None:
        assert messages.say("words-above", "ja", text="5件") == "5件超"
        assert messages.say("words-above", "en", text="{5}") == "above {5}"
        with pytest.raises(KeyError):
            messages.say("no-such-code", "ja")
