"""Documents that say where their tables end, and of which one is in doubt: the others are read."""

from __future__ import annotations

from pathlib import Path

import pytest

import kpikit as kk
from shapes.make_v import page, word

pytestmark = pytest.mark.usefixtures("in_this_process")

HEALTH = """１　健康

指標 | R5実績 | R6実績 | 目標（R8）
受診率 | 50％ | 52％ | 60％
参加者数 | 30人 | 33人 | 40人
"""
WORK = """３　産業

指標 | R5実績 | R6実績 | 目標（R8）
起業 | 3件 | 4件 | 5件
求人 | 30人 | 35人 | 40人
"""
#: Two rows of actuals for one name.
TWICE = """２　環境

区分 | 令和５年度 | 令和６年度
目標 | 5件 | 6件
実績 | 4件 | 6件
実績 | 3件 | 6件
"""


def read(folder: Path, *parts: str, kind: str = "docx") -> kk.Plan:
    path, text = folder / f"plan.{kind}", "\n" + "\n".join(parts)
    return kk.read_plan(word(path, text) if kind == "docx" else page(path, "計画", text))


def names(plan: kk.Plan) -> list[str]:
    return [each.name for each in plan.indicators()]


def issues(plan: kk.Plan) -> list[tuple[str, str]]:
    return [(each.code, each.detail) for each in plan.issues]


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_the_table_in_doubt_is_named(tmp_path: Path, kind: str) -> None:
    plan = read(tmp_path, HEALTH, TWICE, WORK, kind=kind)

    assert ["受診率", "参加者数", "起業", "求人"] == names(plan)
    ((code, detail),) = issues(plan)
    assert "aims-left" == code
    assert "(6) 「２ 環境」" == detail.partition(" ")[2]


def test_a_table_without_targets(tmp_path: Path) -> None:
    plan = read(tmp_path, HEALTH, TWICE.replace("目標 | 5件 | 6件\n", ""), WORK)

    assert ["受診率", "参加者数", "起業", "求人"] == names(plan)
    assert ["cell-left"] == [code for code, _ in issues(plan)]


def test_all_of_them_in_doubt(tmp_path: Path) -> None:
    with pytest.raises(kk.TableError):
        read(tmp_path, TWICE)
    with pytest.raises(kk.TableError):
        read(tmp_path, TWICE, TWICE.replace("環境", "福祉"))


def test_what_is_told_otherwise_without_it(tmp_path: Path) -> None:
    """The last table would have the line above the one in doubt for its title."""
    with pytest.raises(kk.TableError):
        read(tmp_path, HEALTH, TWICE, WORK.partition("\n\n")[2])
