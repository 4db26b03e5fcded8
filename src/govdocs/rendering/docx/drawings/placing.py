"""Puts pictures and charts into a filled Word file: part, relationship, content type, inline drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from govdocs.errors import Problem, ProgramFault, TemplateError
from govdocs.place import FilePlace
from govdocs.rendering.docx.drawings.bar_chart import CHART, MAIN, chart_xml
from govdocs.rendering.docx.drawings.marks import MARK, mark
from govdocs.rendering.docx.drawings.picture_size import picture_size
from govdocs.rendering.docx.names import R, T
from govdocs.tags.drawn import BarChart, Picture

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_MM = 36_000
"""English metric units in a millimetre."""

CHART_WIDTH, BAR_HEIGHT, CHART_HEAD, HIGHEST = 150, 11, 16, 205
"""Millimetres: a chart's width, the height of each bar with its gap, and of the axis; what a page holds."""


def place_drawings(
    data: bytes, drawn: Mapping[str, Sequence[Picture | BarChart]], name: str
) -> bytes:
    """Return the file with every marked drawing in its place.

    ``drawn`` lists, by the name of a part, the drawings in the order of their marks' numbers.
    Raises TemplateError ``docx.not_a_picture`` for content that is no PNG or JPEG, ProgramFault
    ``docx.gate.drawing_lost`` if a mark is missing.
    """
    from govdocs.rendering.assembly.document import open_word_file

    file = open_word_file(data, name)
    for part, drawings in drawn.items():
        root = file.root(part)
        runs = _marked_runs(root)
        taken = [int(node.get("id", "0")) for node in root.iter(f"{{{_WP}}}docPr")]
        for number, value in enumerate(drawings):
            run = runs.get(number)
            if run is None:
                raise ProgramFault([Problem("docx.gate.drawing_lost", FilePlace(name))])
            identity = max(taken, default=0) + 1
            taken.append(identity)
            if isinstance(value, BarChart):
                target = file.add_part("word/charts/chart1.xml", chart_xml(value), _CHART_TYPE)
                relation = file.relate(part, f"{_REL}/chart", target)
                height = min(CHART_HEAD + BAR_HEIGHT * len(value.bars), HIGHEST)
                graphic, size = _chart(relation), (CHART_WIDTH, height)
            else:
                read = picture_size(value.content)
                if read is None:
                    raise TemplateError(
                        [Problem("docx.not_a_picture", FilePlace(name), path=value.path)]
                    )
                ending, wide, high = read
                target = file.add_part(
                    f"word/media/image1.{ending}", value.content, f"image/{ending}"
                )
                relation = file.relate(part, f"{_REL}/image", target)
                size = (int(value.width), int(value.width * high / wide))
                graphic = _picture(relation, identity, size)
            _replace(run, number, _inline(graphic, identity, value.text, size))
    return file.to_bytes()


def _marked_runs(root: etree._Element) -> dict[int, etree._Element]:
    found = {}
    for text in root.iter(T):
        for kind, number in MARK.findall(text.text or ""):
            if kind == "D":
                found[int(number)] = next(text.iterancestors(R))
    return found


def _replace(run: etree._Element, number: int, drawing: etree._Element) -> None:
    for text in run.iter(T):
        if mark("D", number) in (text.text or ""):
            text.text = (text.text or "").replace(mark("D", number), "")
            text.addnext(drawing)
            if not text.text:
                run.remove(text)
            return


def _inline(
    graphic: etree._Element, identity: int, said: str, size: tuple[int, int]
) -> etree._Element:
    from govdocs.rendering.docx.names import w

    drawing = etree.Element(w("drawing"))
    zero = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    inline = etree.SubElement(drawing, f"{{{_WP}}}inline", zero, nsmap={"wp": _WP})
    etree.SubElement(inline, f"{{{_WP}}}extent", cx=str(size[0] * _MM), cy=str(size[1] * _MM))
    etree.SubElement(inline, f"{{{_WP}}}docPr", id=str(identity), name=f"图{identity}", descr=said)
    etree.SubElement(inline, f"{{{_WP}}}cNvGraphicFramePr")
    inline.append(graphic)
    return drawing


def _graphic(uri: str) -> tuple[etree._Element, etree._Element]:
    graphic = etree.Element(f"{{{MAIN}}}graphic", nsmap={"a": MAIN})
    return graphic, etree.SubElement(graphic, f"{{{MAIN}}}graphicData", uri=uri)


def _chart(relation: str) -> etree._Element:
    graphic, inside = _graphic(CHART)
    etree.SubElement(
        inside, f"{{{CHART}}}chart", {f"{{{_REL}}}id": relation}, nsmap={"c": CHART, "r": _REL}
    )
    return graphic


def _picture(relation: str, identity: int, size: tuple[int, int]) -> etree._Element:
    graphic, inside = _graphic(_PIC)
    pic = etree.SubElement(inside, f"{{{_PIC}}}pic", nsmap={"pic": _PIC})
    about = etree.SubElement(pic, f"{{{_PIC}}}nvPicPr")
    etree.SubElement(about, f"{{{_PIC}}}cNvPr", id=str(identity), name=f"图{identity}")
    etree.SubElement(about, f"{{{_PIC}}}cNvPicPr")
    fill = etree.SubElement(pic, f"{{{_PIC}}}blipFill")
    etree.SubElement(
        fill, f"{{{MAIN}}}blip", {f"{{{_REL}}}embed": relation}, nsmap={"a": MAIN, "r": _REL}
    )
    etree.SubElement(etree.SubElement(fill, f"{{{MAIN}}}stretch"), f"{{{MAIN}}}fillRect")
    shape = etree.SubElement(pic, f"{{{_PIC}}}spPr")
    frame = etree.SubElement(shape, f"{{{MAIN}}}xfrm")
    etree.SubElement(frame, f"{{{MAIN}}}off", x="0", y="0")
    etree.SubElement(frame, f"{{{MAIN}}}ext", cx=str(size[0] * _MM), cy=str(size[1] * _MM))
    box = etree.SubElement(shape, f"{{{MAIN}}}prstGeom", prst="rect")
    etree.SubElement(box, f"{{{MAIN}}}avLst")
    return graphic
