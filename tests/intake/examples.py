"""Small cases that the tests of intake share."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdocs.errors import InputError, Problem
from govdocs.intake import LoadedCase, load_case
from govdocs.place import CellPlace, LinePlace

MINIMAL = """\
year: 2017
money_unit: 万元
fund:
  name: 外经贸发展专项资金
  ministry: 商务部
  line_department: 某省商务厅
budget: {}
execution: {}
indicators:
  - level1: 产出指标
    level2: 数量指标
    name: 支持项目数
"""

FULL = (
    MINIMAL
    + """\
allocations:
  - name: 区域协调发展
    amount: 560
    parts:
      - name: 湘西自治州
        amount: 300
      - name: 张家界
        amount: 260
  - name: 公平贸易
    amount: 98.50
goals:
  - 目标甲
  - |-
    目标乙第一行
      缩进的第二行
explanation:
  notes: []
facts:
  - name: 进出口额
    value: 360.4亿美元
    growth: 37.3%
settings:
  excess_threshold: 120%
letter:
  course: 上行文
  issuers: [某省财政厅, 某省商务厅]
  document_number: 某财外〔2018〕13号
  signers: [张三]
  title: 关于报送自评报告的报告
  addressees: [财政部]
  date: 2018年5月18日
  sections:
    - heading: 一
      paragraphs: ['=1+1', '0430', '共{{ fund.name }}: 100%']
      sections:
        - heading: 一之一
          run_in: 是
          sections:
            - heading: 一之一之一
              paragraphs: [甲, 乙]
    - heading: 二
attachments:
  - form: declaration
    title: 申报表
"""
)


def load_text(folder: Path, text: str | bytes, name: str = "案卷.yaml") -> LoadedCase:
    """Load a case from text in a file of its own."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_case(path)


def problems(folder: Path, text: str | bytes, name: str = "案卷.yaml") -> list[Problem]:
    """Return what is wrong with a case file."""
    with pytest.raises(InputError) as error:
        load_text(folder, text, name)
    return list(error.value.problems)


def said(found: list[Problem]) -> list[tuple[str, int | str]]:
    """Return code and line or cell of each problem."""
    return [
        (
            problem.code.removeprefix("intake."),
            problem.place.line
            if isinstance(problem.place, LinePlace)
            else problem.place.cell
            if isinstance(problem.place, CellPlace)
            else "",
        )
        for problem in found
    ]
