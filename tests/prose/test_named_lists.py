"""A count beside the names of what it counts: the names are counted where it is certain what one name is."""

from __future__ import annotations

import pytest

from govdocs.prose.counts.counts import counts
from govdocs.prose.counts.named_lists import counts_of_names
from govdocs.prose.judgement import Judgement
from govdocs.prose.passage import Passage


def judged(text: str) -> list[Judgement]:
    return list(counts(Passage(text, (0,), "正文")))


PAIRS = [
    ("进度偏慢的有{}个县，依次是东山县、西岭县和北河县。", "3", "2"),
    ("项目覆盖{}个县，分别为甲县、乙县、丙县和丁县。", "4", "1"),
    ("年收入过百万的村{}个，为柳湾村和青石村。", "2", "7"),
    ("共有{}个单位超范围列支，分别是市甲局、市乙局、丙中心和市丁局。", "4", "6"),
    ("{}个县区结转较多，即临水县、高山区。", "2", "5"),
    ("查处企业{}家，分别为长青公司、永固公司及安达公司。", "3", "8"),
    ("{}个乡镇尚未完工，分别为北沟镇、柳林镇和三道乡。", "3", "4"),
    ("免费服务共{}类项目，包括建档、健康教育、预防接种、儿童保健、孕产妇保健、老年人保健、慢病管理、精神卫生、结核病管理、中医药服务、卫生监督。", "11", "14"),
    ("纳入本部门决算编制范围的单位共{}个，包括：局本级、市甲馆、市乙馆、市丙馆、市某剧院。", "5", "9"),
    ("纳入部门预算编报范围的预算单位{}个，包括：局机关、市甲中心、市乙站和市丙学校。", "4", "7"),
    ("本部门下属单位{}家，具体包括：甲中心、乙研究所、丙服务站。", "3", "2"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), PAIRS, ids=[p[0][:14] for p in PAIRS])
def test_a_count_equals_the_names_behind_it(text: str, right: str, wrong: str) -> None:
    assert [j.holds for j in judged(text.format(right))] == [True]
    assert [j.holds for j in judged(text.format(wrong))] == [False]


SILENT = [
    "进度偏慢的有5个县，分别是东山县、西岭县等。",
    "检查了9个单位，主要是甲局、乙局和丙局。",
    "涉及4个项目，分别是东山县水库、西岭县灌区等。",
    "有3个县，为确保进度和质量，专门开会。",
    "共有6个单位，即将公开预算和决算。",
    "2个县超支，分别为120万元和80万元。",
    "实施15项任务，包括道路硬化、村庄绿化、垃圾清运。",
    "安排5个乡镇，其中甲镇和乙镇为重点。",
    "服务12类人群，包括老人、儿童等。",
    "纳入决算范围的单位共9个，包括局本级、市甲馆、市乙馆等。",
    "本部门下属单位6家，其中包括财政补助单位、经费自理单位。",
    "共有3家企业获得补贴，分别位于东山县、西岭县。",
]


@pytest.mark.parametrize("text", SILENT)
def test_open_lists_and_lists_of_other_things_are_not_counted(text: str) -> None:
    assert all(j.holds for j in judged(text))


def test_and_within_a_name_does_not_part_it() -> None:
    assert counts_of_names("发展和改革局、住房和城乡建设局") == {2, 3, 4}
    assert counts_of_names("财政局、甲县和乙县") == {3}
