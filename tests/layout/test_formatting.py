"""The formatting that applies is found wherever it is set: defaults, styles, themes, numbers, runs."""

from __future__ import annotations

from lxml import etree

from govdocs.layout.formatting.names import number
from govdocs.layout.formatting.numbering import read_numbering
from govdocs.layout.formatting.paragraph_properties import laid_over, paragraph_level
from govdocs.layout.formatting.run_properties import run_level, theme_fonts
from govdocs.layout.formatting.styles import read_styles

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def xml(text: str) -> etree._Element:
    head, rest = text.split(" ", 1) if " " in text.split(">", 1)[0] else text.split(">", 1)
    joint = " " if " " in text.split(">", 1)[0] else ">"
    return etree.fromstring(f"{head} {NAMES}{joint}{rest}")


THEME = xml(
    '<a:theme><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>'
    '<a:font script="Hans" typeface="宋体"/></a:minorFont></a:theme>'
)


def test_a_theme_font_stands_under_its_script() -> None:
    stated = run_level(
        xml('<w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr>'), theme_fonts(THEME)
    )
    assert stated == {"east_asia": "宋体"}


def test_a_theme_font_beats_the_name_beside_it() -> None:
    fonts = '<w:rPr><w:rFonts w:eastAsia="黑体" w:eastAsiaTheme="minorEastAsia"/></w:rPr>'
    assert run_level(xml(fonts), theme_fonts(THEME))["east_asia"] == "宋体"


def test_a_style_inherits_what_it_does_not_state() -> None:
    styles = read_styles(
        xml(
            '<w:styles><w:style w:type="paragraph" w:styleId="a"><w:pPr><w:ind w:firstLineChars="200"/>'
            '</w:pPr><w:rPr><w:sz w:val="32"/><w:b/></w:rPr></w:style><w:style w:type="paragraph" '
            'w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:b w:val="0"/></w:rPr></w:style></w:styles>'
        ),
        theme_fonts(None),
    )
    assert styles.run("b") == {"size": "32", "bold": "0"}
    assert styles.paragraph("b") == {"firstLineChars": "200"}


def test_a_hanging_indent_ends_an_inherited_first_line() -> None:
    base = paragraph_level(xml('<w:pPr><w:ind w:firstLine="640" w:left="10"/></w:pPr>'))
    own = paragraph_level(xml('<w:pPr><w:ind w:hanging="315"/></w:pPr>'))
    assert laid_over(base, own) == {"left": "10", "hanging": "315"}


def test_start_and_end_are_left_and_right() -> None:
    level = paragraph_level(xml('<w:pPr><w:ind w:start="1" w:end="2"/><w:jc w:val="end"/></w:pPr>'))
    assert level == {"left": "1", "right": "2", "jc": "right"}


def test_an_automatic_line_rule_is_stated_with_its_line() -> None:
    assert paragraph_level(xml('<w:pPr><w:spacing w:line="360"/></w:pPr>')) == {
        "line": "360",
        "lineRule": "auto",
    }


def test_numbers_in_chinese_count_on_and_lower_levels_begin_anew() -> None:
    numbering = read_numbering(
        xml(
            '<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt '
            'w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt '
            'w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
        )
    )
    levels = ("0", "1", "1", "0", "1")
    assert [numbering.next_label("1", x) for x in levels] == ["一、", "1.", "2.", "二、", "1."]


def test_numbers_that_make_no_sense_are_absent() -> None:
    values = ("", "abc", "1e309", "NaN", "99999999999")
    assert [number(v) for v in values] == [None] * 5
