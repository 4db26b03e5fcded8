from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from govdocs.reporting.html_page import findings_page
from govdocs.reporting.report import Report

from . import samples

REPORTS = [samples.REPORT, samples.CLEAN, samples.BROKEN]


class Page(HTMLParser):
    """Every element with its attributes, and whether tags are closed as they were opened."""

    VOID = frozenset({"meta", "input", "br", "link", "img"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def text() -> str:
    return findings_page(REPORTS, samples.RULES)


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_data_never_becomes_markup(text: str, page: Page) -> None:
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;“引号”{brace}" in text
    assert len(page.named("script")) == 1
    assert "[bold]<b>" not in text


def test_nothing_is_fetched_from_elsewhere(text: str, page: Page) -> None:
    assert not re.search(r"https?:|url\(|@import|<link|<img|\bsrc=", text)
    (policy,) = [m["content"] for m in page.named("meta") if "http-equiv" in m]
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert re.search(r"script-src 'sha256-[A-Za-z0-9+/]{43}='", policy)


def test_every_code_leads_to_its_rule(page: Page) -> None:
    targets = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    links = [attributes["href"] for attributes in page.named("a")]
    assert links
    assert all(link is not None and link.removeprefix("#") in targets for link in links)


def test_ids_are_unique(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_every_finding_can_be_filtered_without_script(page: Page) -> None:
    findings = [a["class"] or "" for a in page.named("article") if "finding" in (a["class"] or "")]
    assert len(findings) == len(samples.RESULT.findings)
    labels = {attributes["for"] for attributes in page.named("label")}
    boxes = {attributes["id"] for attributes in page.named("input")}
    assert labels == boxes == {"show-error", "show-warning", "show-note", "show-accepted"}
    assert sum("accepted" in name for name in findings) == 1


def test_both_places_stand_side_by_side_with_figures_and_fields(text: str) -> None:
    places = text.split('<div class="places">')[1]
    assert places.index("附件2“年度资金总额”执行率") < places.index("16573.08")
    assert "execution.total.executed" in places
    assert "16573.08÷17385×100%＝95.33%" in text


def test_the_page_says_what_was_not_checked(text: str) -> None:
    assert "正文 37 个数字：31 个由数据填入，31 个已核对，6 个未受检。" in text
    assert text.count("letter.sections[3].paragraphs") == 6


def test_the_accepting_lines_are_offered_where_nothing_is_accepted(text: str) -> None:
    assert "rule: F101" in text
    assert "place: indicators[13].name" not in text


def test_the_page_is_in_chinese_and_prints_on_a4(text: str, page: Page) -> None:
    assert page.named("html") == [{"lang": "zh-CN"}]
    assert "size: A4" in text
    assert text.startswith("<!DOCTYPE html>")


def test_a_clean_result_says_so() -> None:
    text = findings_page([Report("a.yaml", samples.CLEAN.result)], samples.RULES)
    assert "没有待处理的问题。" in text
    assert "规则说明" not in text


def test_equal_results_give_equal_pages(text: str) -> None:
    assert findings_page(REPORTS, samples.RULES) == text
