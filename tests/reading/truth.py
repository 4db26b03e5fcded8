"""What an auditor proved wrong in the two example documents, and which finding says so.

A row is (ids of the audit, class, code of the rule, words that its finding shows); code ``""`` means
that no rule finds it. Classes: N figure, X name or reference, F form, T wording.
"""

from __future__ import annotations

from dataclasses import dataclass

from govdocs.finding import Finding


@dataclass(frozen=True, slots=True)
class Wrong:
    """Some rows of the audit that one finding answers."""

    ids: tuple[int, ...]
    kind: str
    code: str = ""
    words: tuple[str, ...] = ()

    def is_found_by(self, finding: Finding) -> bool:
        """Tell whether a finding is of the rule and shows all the words."""
        shown = " ".join(
            [finding.actual, finding.expected, finding.arithmetic, *finding.details.values(),
             *(f"{spot.label} {spot.shown}" for spot in finding.spots)]
        ).replace(" ", "")  # fmt: skip
        return finding.code == self.code and all(word in shown for word in self.words)


SELF_EVALUATION = (
    Wrong((17,), "N", "F602", ("44955", "地方资金")),
    Wrong((18,), "N"),
    Wrong((19,), "F", "F626", ("44955",)),
    Wrong((20,), "N", "F602", ("19089.08",)),
    Wrong((21,), "N", "F602", ("18277.16",)),
    Wrong((22, 23), "N", "F603", ("16573.08÷17385", "96%")),
    Wrong((27,), "N"),
    Wrong((28, 29), "N", "F621", ("96%", "85%")),
    Wrong((34,), "X", "F610", ("带动技术进口额", "带动技术出口额")),
    Wrong((35,), "X", "F610", ("欠发达地区带贸易",)),
    Wrong((41, 42, 44, 45, 49), "F", "F618", ("27.06%", "80.00%", "96.00%", "90.00%")),
    Wrong((43, 47, 50), "F", "F618", ("134.17%", "184.62%", "235.00%")),
    Wrong((54,), "F", "F621", ("年初设定目标",)),
    Wrong((55,), "F"),
    Wrong((61,), "N"),
    Wrong((79,), "F", "F620", ("区域绩效目标申报表", "整体")),
    Wrong((80,), "F", "F620", ("绩效自评表", "绩效目标自评表")),
    Wrong((81,), "F"),
    Wrong((82,), "F", "F620", ("、",)),
    Wrong((99,), "F"),
    Wrong((100,), "T", "F516", ("沿线国家同比增长",)),
    Wrong((102,), "T", "F516", ("给予支",)),
    Wrong((103,), "T", "F516", ("安排共",)),
    Wrong((104,), "T", "F331", ("湖南)",)),
    Wrong((105,), "T"),
    Wrong((106,), "T", "F333", ("2017年",)),
)

EVALUATION = (
    Wrong((12,), "N", "F616", ("516.70", "506.7")),
    Wrong((13,), "N", "F508", ("310", "196.7")),
    Wrong((18,), "N", "F616", ("预算执行率", "96%", "100%")),
    Wrong((25,), "N", "F505", ("3.6亿美元",)),
    Wrong((26,), "N", "F622", ("36000万元", "3.6亿美元")),
    Wrong((29, 30), "N", "F509", ("4.74万元",)),
    Wrong((34,), "N", "F507", ("47,478.00", "4.74")),
    Wrong((35,), "N", "F503", ("10.49%", "47,478.00")),
    Wrong((36,), "N", "F504", ("44.01%",)),
    Wrong((40,), "N", "F509", ("9.29%",)),
    Wrong((41,), "N", "F503", ("12.19%",)),
    Wrong((48,), "N", "F507", ("8家", "6家")),
    Wrong((85,), "F", "F608", ("较差",)),
    Wrong((90,), "N", "F607", ("31", "23")),
    Wrong((94,), "N", "F606", ("过程", "26", "25")),
    Wrong((95,), "N", "F606", ("过程", "16", "21")),
    Wrong((96,), "N", "F607", ("产出", "3", "4")),
    Wrong((100,), "N", "F607", ("效益", "3", "4")),
    Wrong((109, 110), "N", "F601", ("28.5", "26")),
    Wrong((111,), "N", "F616", ("服务对象满意度", "98.27")),
    Wrong((112,), "X", "F610", ("经济效益", "实施效益")),
    Wrong((113,), "X", "F605", ("结果公示及时率", "1.8")),
    Wrong((114,), "X", "F610", ("补贴标准合规性",)),
    Wrong((115,), "N", "F609", ("结果公示及时率", "100%")),
    Wrong((122, 123), "N", "F606", ("资金管理", "13", "15")),
    Wrong((128, 129), "N", "F606", ("产出质量", "8", "9")),
    Wrong((137,), "X"),
    Wrong((138,), "F", "F627", ("产出成本",)),
    Wrong((165,), "N", "F609", ("预算执行率", "96%")),
    Wrong((167,), "N", "F609", ("补贴资金发放及时率",)),
    Wrong((222,), "X", "F614", ("张家界",)),
    Wrong((223,), "X", "F615", ("市商务局",)),
    Wrong((224,), "X", "F615", ("区财政预算",)),
    Wrong((225,), "T", "F514", ("222年度",)),
    Wrong((226,), "T", "F515", ("而是",)),
    Wrong((227,), "T"),
    Wrong((228,), "T", "F516", ("符合与部门",)),
    Wrong((229,), "T", "F623", ("己",)),
    Wrong((230,), "T"),
    Wrong((232,), "T", "F625", ("委托",)),
    Wrong((233,), "T", "F613", ("关于印发",)),
    Wrong((235,), "X", "F611", ("附表",)),
    Wrong((237,), "X", "F612", ("2-1",)),
)

ALSO_TRUE = (
    Wrong(
        (110,), "N", "F609", ("服务对象满意度", "100%")
    ),  # 100% in the table gives 10 points, 8 stand there
    Wrong((96, 138), "N", "F605", ("产出时效",)),  # 产出成本 stands under 产出时效
    Wrong((228,), "T", "F516", ("符合与部门",)),
)
"""Findings that are true and rest on the same slips."""

SUSPECT = (
    Wrong((241,), "F", "F613", ("0054",)),
    Wrong((241,), "F", "F613", ("0001",)),
    Wrong((241,), "F", "F613", ("0083",)),
)
"""Findings that only a person can judge; counted neither as found nor as false."""
