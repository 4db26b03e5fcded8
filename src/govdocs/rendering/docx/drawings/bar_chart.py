"""A bar chart as DrawingML: Word, WPS and LibreOffice draw it in the document's own fonts.

Chosen over a picture from a drawing library: no font has to be on the machine that builds, the
lines stay sharp in print, the office can edit it, and equal data give equal bytes. Bars are grey
with a black outline and carry their figures, so that they read in black and white.
"""

from __future__ import annotations

from lxml import etree

from govdocs.tags.drawn import BarChart

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FONT = "宋体"


def chart_xml(chart: BarChart) -> bytes:
    """Return the chart's part."""
    c = _maker(CHART)
    a = _maker(MAIN)
    bars = chart.bars[::-1]  # the axis runs upwards, the reader downwards
    categories = c(
        "strCache",
        c("ptCount", val=str(len(bars))),
        *(c("pt", _text(c("v"), bar.label), idx=str(at)) for at, bar in enumerate(bars)),
    )
    values = c(
        "numCache",
        _text(c("formatCode"), chart.number_format),
        c("ptCount", val=str(len(bars))),
        *(c("pt", _text(c("v"), f"{bar.number:f}"), idx=str(at)) for at, bar in enumerate(bars)),
    )
    type_ = c(
        "txPr",
        a("bodyPr"),
        a("lstStyle"),
        a(
            "p",
            a(
                "pPr",
                a(
                    "defRPr",
                    a("solidFill", a("srgbClr", val="000000")),
                    a("latin", typeface=_FONT),
                    a("ea", typeface=_FONT),
                    sz="1000",
                ),
            ),
            a("endParaRPr", lang="zh-CN"),
        ),
    )

    def line(width: str) -> etree._Element:
        return a("ln", a("solidFill", a("srgbClr", val="000000")), w=width)

    look = c("spPr", a("solidFill", a("srgbClr", val="A6A6A6")), line("9525"))
    series = c(
        "ser", c("idx", val="0"), c("order", val="0"), look, c("invertIfNegative", val="0"),
        c("dLbls", c("numFmt", formatCode=chart.number_format, sourceLinked="0"), _flags(c)),
        c("cat", c("strRef", _text(c("f"), "Sheet1!$A$1:$A$" + str(len(bars))), categories)),
        c("val", c("numRef", _text(c("f"), "Sheet1!$B$1:$B$" + str(len(bars))), values)),
    )  # fmt: skip
    plot = c(
        "plotArea", c("layout"),
        c("barChart", c("barDir", val="bar"), c("grouping", val="clustered"), c("varyColors", val="0"),
          series, c("gapWidth", val="60"), c("axId", val="111"), c("axId", val="222")),
        c("catAx", c("axId", val="111"), c("scaling", c("orientation", val="minMax")), c("delete", val="0"),
          c("axPos", val="l"), c("majorTickMark", val="none"), c("minorTickMark", val="none"),
          c("tickLblPos", val="low"), c("spPr", line("9525")), c("crossAx", val="222"), c("crosses", val="min")),
        c("valAx", c("axId", val="222"),
          c("scaling", c("orientation", val="minMax"), c("max", val=f"{chart.high:f}"), c("min", val=f"{chart.low:f}")),
          c("delete", val="0"), c("axPos", val="b"), c("numFmt", formatCode="0", sourceLinked="0"),
          c("majorTickMark", val="out"), c("minorTickMark", val="none"), c("tickLblPos", val="nextTo"),
          c("spPr", line("9525")), c("crossAx", val="111"), c("crosses", val="min")),
    )  # fmt: skip
    whole = c(
        "chart",
        c("autoTitleDeleted", val="1"),
        plot,
        c("plotVisOnly", val="1"),
        c("dispBlanksAs", val="gap"),
    )
    root = etree.Element(f"{{{CHART}}}chartSpace", nsmap={"c": CHART, "a": MAIN})
    for child in (c("roundedCorners", val="0"), whole, type_):
        root.append(child)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _flags(c: _Maker) -> etree._Element:
    """Only the figure stands beside a bar; the flags are siblings, kept in one fragment."""
    fragment = c("fragment")
    names = (
        "showLegendKey",
        "showVal",
        "showCatName",
        "showSerName",
        "showPercent",
        "showBubbleSize",
    )
    for name in names:
        fragment.append(c(name, val="1" if name == "showVal" else "0"))
    return fragment


class _Maker:
    """Makes elements of one namespace; a fragment among the children is laid open."""

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace

    def __call__(self, name: str, *children: etree._Element, **attributes: str) -> etree._Element:
        element = etree.Element(f"{{{self.namespace}}}{name}", attributes)
        for child in children:
            if str(child.tag).endswith("}fragment"):
                element.extend(list(child))
            else:
                element.append(child)
        return element


def _maker(namespace: str) -> _Maker:
    return _Maker(namespace)


def _text(element: etree._Element, words: str) -> etree._Element:
    element.text = words
    return element
