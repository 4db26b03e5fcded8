"""Rows of both attachments: renamed ones are recognised, others are missed; spots can be mended."""

from govdocs.checks.engine import run_checks
from govdocs.checks.example import example_subject
from govdocs.checks.rows import alike, names_topic, topic_of
from govdocs.finding import CheckResult
from tests.checks.cases import paths_of

ROW = "  - {{level1: 产出指标, level2: 数量指标, name: {name}, target: 3个, actual: {actual}{more}}}\n"


def checked(*rows: tuple[str, str, str]) -> CheckResult:
    lines = [ROW.format(name=name, actual=actual, more=more) for name, actual, more in rows]
    return run_checks(example_subject("goals: [建设平台]\nindicators:\n" + "".join(lines)))


def test_a_lone_row_of_each_attachment_with_near_names_is_one_row_renamed() -> None:
    result = checked(
        ("建设公共服务平台数量", "3个", ", filed: 仅附件1"),
        ("建设公共服务平台个数", "3个", ", filed: 仅附件2"),
    )
    assert [(f.code, f.variant, paths_of(f)) for f in result.findings] == [
        ("F201", "", ["indicators[0].name", "indicators[1].name"])
    ]


def test_lone_rows_with_far_names_are_missing_in_the_other_attachment() -> None:
    result = checked(
        ("建设公共服务平台数量", "3个", ", filed: 仅附件1"),
        ("培训茶农人次", "3个", ", filed: 仅附件2"),
    )
    assert [f.code for f in result.findings] == ["F203", "F203"]


def test_a_name_with_little_in_common_is_said_to_be_another_indicator() -> None:
    (finding,) = checked(("建设平台数量", "3个", ", reported_name: 培训茶农人次")).findings
    assert (finding.code, finding.variant) == ("F201", "other")


def test_a_finding_points_at_the_target_that_attachment_2_took_over() -> None:
    (finding,) = checked(("建设平台数量", "2个", "")).findings
    assert finding.code == "F204"
    assert paths_of(finding)[:2] == ["indicators[0].actual", "indicators[0].target"]


def test_names_are_alike_from_four_fifths_on() -> None:
    assert alike("带动技术进口额", "带动技术出口额")
    assert alike("欠发达地区带动贸易发展情况", "欠发达地区带贸易发展情况")
    assert not alike("国际服务外包执行额", "对外承包工程完成营业额")


def test_a_topic_is_what_names_the_subject() -> None:
    assert topic_of("支持技术出口项目数量") == "技术出口"
    assert topic_of("项目数量") == ""
    assert names_topic("鼓励技术及技术服务出口", "技术出口")
    assert not names_topic("促进外贸转型升级", "技术出口")
