"""Charts as pictures: a file each, drawn as on the page, with nothing that a file may not hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kpikit as kk
from kpikit.cli import main
from kpikit.report import build_report
from kpikit.report.picture import FORMS, pictures_of, save_charts
from plans import ATTACKS, hostile, of_every_kind
from sagamihara import EXAMPLE

etree = pytest.importorskip("defusedxml.ElementTree")

SVG = "{http://www.w3.org/2000/svg}"
PACKAGE = str(EXAMPLE / "datapackage.json")


def names(result: kk.PlanEvaluation) -> list[str]:
    return [each.name for each in pictures_of(build_report(result))]


class TestPictures:
    def test_every_kind(self) -> None:
        """Each number that can be compared has one, and each course of several years."""
        found = names(kk.evaluate(of_every_kind()))

        assert [
            "000_すべての指標の位置",
            "001_1_満足度_目標と実績",
            "001_1_満足度_推移",
            "002_2_死者数_目標と実績",
        ] == found[:4]
        assert len(found) == len(set(found))
        assert not [name for name in found if "探索" in name]

    def test_parts_have_pictures_of_their_own(self) -> None:
        found = names(kk.evaluate(kk.read_plan(PACKAGE)))

        assert [
            "036_27_Twitterのフォロワー数、YouTubeのチャンネル登録者数_1 Twitter_目標と実績",
            "036_27_Twitterのフォロワー数、YouTubeのチャンネル登録者数_2 YouTube_目標と実績",
        ] == [name for name in found if name.startswith("036")]

    def test_names_fit_any_system(self) -> None:
        found = names(kk.evaluate(hostile('a/b\\c:d*e?f"g<h>i|j\n' + "長" * 300)))

        assert [] != found
        assert not [name for name in found if re.search(r'[\x00-\x1f"*/:<>?\\|]', name)]
        assert max(len(f"{name}.svg".encode()) for name in found) <= 255

    @pytest.mark.parametrize("text", ATTACKS)
    def test_well_formed(self, text: str) -> None:
        for each in pictures_of(build_report(kk.evaluate(hostile(text)))):
            root = etree.fromstring(each.svg)
            kinds = {one.tag.removeprefix(SVG) for one in root.iter()}

            assert not kinds & {"script", "image", "a", "foreignObject"}
            links = [one.get("href", "") for one in root.iter(f"{SVG}use")]
            assert all(link.startswith("#") for link in links)
            assert not [name for one in root.iter() for name in one.attrib if name.startswith("on")]

    def test_colours_are_in_it(self) -> None:
        """No rule of the page that needs the page; the colour is that of the verdict."""
        drawn = {
            each.name: each for each in pictures_of(build_report(kk.evaluate(of_every_kind())))
        }
        style = (
            drawn["002_2_死者数_目標と実績"].svg.partition("<style>")[2].partition("</style>")[0]
        )

        assert "var(" not in style
        assert ".bullet .seen { fill: #9b1c1c; }" in style
        assert "@media" not in style

    def test_all_on_one_scale(self) -> None:
        """Its colours are handed down so that every program draws them."""
        first, *_ = pictures_of(build_report(kk.evaluate(of_every_kind())))

        assert "var(" not in first.svg
        assert 'color="#9b1c1c"' in first.svg

    def test_no_target(self) -> None:
        table = kk.Section("表", "1", "表", indicators=[kk.Indicator("数", target=kk.Unset())])

        assert [] == names(kk.evaluate(kk.Plan("計画", sections=[table])))

    def test_name_and_verdict_stand_above(self) -> None:
        drawn = {
            each.name: each for each in pictures_of(build_report(kk.evaluate(of_every_kind())))
        }

        assert ">2 死者数  × 未達成</text>" in drawn["002_2_死者数_目標と実績"].svg

    def test_a_long_name_has_room(self) -> None:
        name = "とても長い名前の指標" * 4
        usage = kk.Indicator(
            name,
            target=kk.AtLeast(kk.Quantity("2", "件")),
            observations=[kk.Observation(kk.FiscalYear(2023), kk.Quantity("3", "件"))],
        )
        table = kk.Section("表", "1", "表", indicators=[usage])
        _, drawn = pictures_of(build_report(kk.evaluate(kk.Plan("計画", sections=[table]))))

        assert int(etree.fromstring(drawn.svg).get("width")) > 500


class TestFiles:
    def test_svg(self, tmp_path: Path) -> None:
        result = kk.evaluate(of_every_kind())
        files = save_charts(result, tmp_path / "charts")

        assert [f"{name}.svg" for name in names(result)] == [file.name for file in files]
        assert all(file.read_text(encoding="utf-8").startswith("<svg ") for file in files)

    def test_none_is_replaced(self, tmp_path: Path) -> None:
        """Where one is there already, none is written."""
        result = kk.evaluate(of_every_kind())
        first, second, *_ = save_charts(result, tmp_path)
        first.unlink()
        second.write_text("mine", encoding="utf-8")
        with pytest.raises(FileExistsError):
            save_charts(result, tmp_path)

        assert not first.exists()
        assert "mine" == second.read_text(encoding="utf-8")
        save_charts(result, tmp_path, force=True)
        assert "mine" != second.read_text(encoding="utf-8")

    def test_no_such_form(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="gif"):
            save_charts(kk.evaluate(of_every_kind()), tmp_path, "gif")
        assert ("svg", "png") == FORMS

    def test_png(self, tmp_path: Path) -> None:
        pytest.importorskip("typst")
        (first, *_) = save_charts(kk.evaluate(of_every_kind()), tmp_path, "png")

        assert first.read_bytes().startswith(b"\x89PNG\r\n")

    def test_png_without_a_font(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A picture of empty boxes helps nobody."""
        pytest.importorskip("typst")
        monkeypatch.setattr("kpikit.report.picture.FONTS", ("No Such Font",))
        with pytest.raises(kk.KpikitError) as caught:
            save_charts(kk.evaluate(of_every_kind()), tmp_path, "png")

        assert "font-none" == caught.value.faults[0].code


class TestCommand:
    def test_written(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        folder = tmp_path / "charts"

        assert 0 == main(["chart", PACKAGE, "-o", str(folder)])
        assert 33 == len(list(folder.glob("*.svg")))
        size = sum(each.stat().st_size for each in folder.iterdir())
        assert f"{folder} を書いた({size / 1000:.0f} kB)\n" == capsys.readouterr().out

    def test_there_already(self, tmp_path: Path) -> None:
        assert 0 == main(["chart", PACKAGE, "-o", str(tmp_path)])
        assert 2 == main(["chart", PACKAGE, "-o", str(tmp_path)])
        assert 0 == main(["chart", PACKAGE, "-o", str(tmp_path), "--force"])

    def test_nothing_to_draw(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        plan = tmp_path / "plan.tsv"
        plan.write_text("No.\t指標名\t実績値(R5)\t目標値\n1\t制度\t―\t未設定\n", encoding="utf-8")

        assert 0 == main(["chart", str(plan), "-o", str(tmp_path / "charts")])
        assert "図はない" in capsys.readouterr().err

    def test_assumed(self, tmp_path: Path) -> None:
        """What is told of the judging is what `report` is told."""
        plan = tmp_path / "plan.tsv"
        plan.write_text("No.\t指標名\t実績値(R5)\t目標値\n1\t割合\t3%\t5%\n", encoding="utf-8")
        folder = tmp_path / "charts"

        assert 0 == main(["chart", str(plan), "-o", str(folder), "--assume", "lower"])
        _, drawn = sorted(folder.iterdir())
        assert "○ 達成" in drawn.read_text(encoding="utf-8")
