"""What the name of an indicator states."""

from __future__ import annotations

import pytest

from kpikit import Change
from kpikit.model.naming import head, is_difference, part_names, stated_change


class TestHead:
    """The head noun stands at the end, but for a remark."""

    @pytest.mark.parametrize(
        ("name", "noun"),
        [
            ("交通事故死者数(年間)", "交通事故死者数"),
            ("死者数 [人]", "死者数"),
            ("死者数（年間）【市内】", "死者数"),
            ("死者数(年間) (人)", "死者数"),
            ("会議（庁議）の実施割合", "会議（庁議）の実施割合"),
            ("(1)", "(1)"),
            ("", ""),
        ],
    )
    def test_head(self, name: str, noun: str) -> None:
        assert head(name) == noun


class TestChange:
    """A name states a change where it says a measure of one."""

    @pytest.mark.parametrize("name", ["増加数", "多言語対応サービスの増加数", "人口増加率", "増分"])
    def test_increase(self, name: str) -> None:
        assert stated_change(name) is Change.INCREASE

    @pytest.mark.parametrize(
        "name", ["作業削減時間", "排出削減量(t)", "死者数の減少率", "短縮時間"]
    )
    def test_decrease(self, name: str) -> None:
        assert stated_change(name) is Change.DECREASE

    @pytest.mark.parametrize("name", ["運用保守費の削減", "公開数", "社会増減", "増減数", "増設数"])
    def test_neither(self, name: str) -> None:
        assert stated_change(name) is Change.LEVEL

    def test_difference(self) -> None:
        names = ["男女の賃金差(%)", "目標とのかい離", "社会増減数", "収支", "差押件数"]
        assert [is_difference(name) for name in names] == [True] * 4 + [False]


class TestPartNames:
    """What each part of an indicator is called."""

    @pytest.mark.parametrize(
        ("name", "labels", "names"),
        [
            (
                "Twitterのフォロワー数、YouTubeの登録者数",
                ["Twitter(現X)", "YouTube"],
                ("Twitterのフォロワー数", "YouTubeの登録者数"),
            ),
            ("参加者数、苦情件数", ["", ""], ("参加者数", "苦情件数")),
            ("参加者数及び苦情件数", ["①", "②"], ("参加者数", "苦情件数")),
            ("事故", ["死者数", "負傷者数(人)"], ("死者数", "負傷者数(人)")),
            (
                "①高齢者、②子どもの死者数",
                ["①", "②"],
                ("①高齢者、②子どもの死者数", "②子どもの死者数"),
            ),
            ("死者数", ["高齢", "子ども"], ("死者数", "死者数")),
            ("数", [], ()),
        ],
    )
    def test_names(self, name: str, labels: list[str], names: tuple[str, ...]) -> None:
        assert part_names(name, labels) == names
