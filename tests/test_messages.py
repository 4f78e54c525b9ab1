"""Texts: both languages, and one for everything that can be said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest

import kpikit as kk
from kpikit.language import messages
from kpikit.report import render


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


class TestCatalogue:
    """Every text stands in both languages, with the same values in it."""

    def test_both_languages(self) -> None:
        for code, (japanese, english) in messages.CATALOGUE.items():
            assert japanese, code
            assert english, code
            assert placeholders(japanese) == placeholders(english), code

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

    def test_every_reason_of_indeterminate_has_advice(self) -> None:
        """The others need none: there is nothing that could be judged."""
        settled = {"not-yet-due", "exploratory", "unset", "indicator-not-set"}

        assert {each.value for each in kk.Reason} - settled == {
            code.removeprefix("advice-")
            for code in messages.CATALOGUE
            if code.startswith("advice-")
        }

    def test_areas(self) -> None:
        """Every table of texts is loaded, and no code stands in two places."""
        tables = [*Path(messages.__path__[0]).glob("*.tsv")]
        lines = [line for table in tables for line in table.read_text("utf-8").splitlines()]
        codes = [line.split("\t")[0] for line in lines if line and not line.startswith("#")]

        assert sorted(messages.CATALOGUE) == sorted(codes)

    def test_blanks(self) -> None:
        """A blank at an end of a text, and a line end in it, are kept."""
        assert "usage: " == messages.say("usage-word", "en")
        assert "exit codes:" == messages.say("cli-codes", "en").splitlines()[0]

    def test_loaded_when_needed(self) -> None:
        """The texts are read with the first that is said."""
        script = (
            "import kpikit.language.messages as messages\n"
            "told = [messages._texts.cache_info().currsize]\n"
            "told += [messages.say('cli-help', 'en'), messages._texts.cache_info().currsize]\n"
            "print(*told, sep=',')"
        )
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8"
        )

        assert "0,show this help,1\n" == done.stdout

    def test_say(self) -> None:
        assert messages.say("words-above", "ja", text="5件") == "5件超"
        assert messages.say("words-above", "en", text="{5}") == "above {5}"
        with pytest.raises(KeyError):
            messages.say("no-such-code", "ja")
        with pytest.raises(KeyError):  # what it is to be filled in with is missing
            messages.say("words-above", "ja")


class TestCodesOfFiles:
    """A file may have a code that nobody knows, be it spoilt or of a later version."""

    def test_issues(self) -> None:
        assert "x-y 甲 乙" == kk.Issue("x-y", "乙丙", 0, 1, "甲").message()

    def test_how_a_file_was_taken(self) -> None:
        plan = kk.Plan("計画", chosen=[kk.Chosen("x", "甲")])

        assert "chosen-x 甲" == plan.chosen[0].message("en")
        assert "chosen-x 甲" in render(kk.evaluate(plan), "text")
