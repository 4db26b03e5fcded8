"""A small evaluation report that has something on every sheet of its workbook."""

from __future__ import annotations

REPORT = """\
kind: 重点绩效评价
year: 2022
region: 某县
money_unit: 万元
project: {name: 2022年度示例补助项目, department: 某县商务局, finance_department: 某县财政局}
cover: {title: 重点绩效评价报告, evaluator: 某咨询有限公司, signers: [评价师, 会计师], date: 2023-11-30}
sources:
  - {name: 县级财政预算, initial: 90, amount: 100.50, arrived: 100, spent: 98.5}
  - {name: 上年结余, kind: 上年结转资金, amount: 20, measured: 否}
year_total: {spent: 110}
recipients:
  - name: 甲公司
    allocated: 60
    paid: 60
    trade:
      - {period: 全年, tariff: 出口, amount: 3000万美元, invented: 是}
  - {name: 乙公司, allocated: 40, paid: 30}
milestones:
  - {by: 2022-12-31, paid: 80, yearly: 是}
goals:
  - {name: 补助企业户数, level: 产出指标, target: 2家, actual: 2家}
indicators:
  - name: 过程
    weight: 40
    groups:
      - name: 资金管理
        score: 39
        indicators:
          - name: 预算执行率
            weight: 20
            measure: 预算执行率
            rule: {kind: 分档得分, steps: [{at_least: 100%, points: 20}, {at_least: 90%, points: 10}]}
          - name: 自评情况
            weight: 20
            rule:
              kind: 逐条得分
              conditions:
                - {text: 按时开展自评, points: 10, met: 是}
                - text: 自评报告的等级
                  points: 10
                  grade: 优
                  grades: [{word: 优, points: 10}, {word: 良, points: 5}]
  - name: 产出
    groups:
      - name: 产出质量
        indicators:
          - name: 促进企业发展
            weight: 60
            value: 一般促进
            judged: {points: 45, reason: 部分企业没有增长}
            rule: {kind: 按评语得分, discretion: 是, words: [{word: 有效促进, points: 60}, {word: 一般促进, points: 50}]}
survey:
  title: 满意度调查问卷
  respondents: 企业
  sent: 10
  valid: 10
  weights: [{answer: 满意, weight: 100}, {answer: 不满意, weight: 0}]
  questions:
    - {text: 是否满意？, name: 总体满意, counts: 是, options: [{text: 满意, count: 9}, {text: 不满意, count: 1}]}
    - {text: 有何建议？, name: 建议, weights: [{answer: 没有, weight: 100}], options: [{text: 没有, count: 10}]}
policy:
  firm_cap: 100万元
  periods:
    - name: 全年
      first: 2022-01-01
      last: 2022-12-31
      tariffs: [{name: 出口, rate: 0.02}, {name: 进口, rate: 0.01}]
      caps: [{tariffs: [出口, 进口], cap: 80万元}]
citations: [{name: 财预10号, title: 项目支出绩效评价管理办法, number: 财预〔2020〕10号}]
facts: [{name: 企业户数, value: 2家}]
tables: [{name: scores, title: 得分情况表}]
opening: [受某县财政局委托开展评价。, 评价情况如下。]
sections:
  - heading: 基本情况
    paragraphs: [甲。, 乙。]
    table: scores
    after: [丙。]
    sections: [{heading: 项目概况, run_in: 是}]
  - {heading: 存在的问题及原因分析, lists: 存在的问题}
problems:
  - {heading: 促进作用一般, paragraphs: [第一段。, 第二段。], indicators: [促进企业发展]}
  - {heading: 执行偏慢, paragraphs: [第三段。]}
recommendations: [{heading: 加快执行, paragraphs: [按月通报。, 年中调整。]}]
places: [{name: 某市, reason: 所在市}]
settings: {score_decimals: "1"}
accepted:
  - {rule: F701, place: "indicators[0]", value: "39", reason: 照录, person: 张三, date: 2023-11-30}
"""
