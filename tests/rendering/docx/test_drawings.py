"""Pictures, charts and page numbers stand where the template says, each as a sound part of the file."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from decimal import Decimal

import pytest
from docx import Document
from lxml import etree

from govdocs.errors import TemplateError
from govdocs.opening import open_office_package
from govdocs.rendering.docx import compile_docx
from govdocs.rendering.docx.drawings.picture_size import picture_size
from govdocs.rendering.docx.gate import package_problems
from govdocs.tags.drawn import Bar, BarChart, Picture
from tests.rendering.docx.making import BODY, case, template

CHART = BarChart(
    "各项满意度",
    ("chart",),
    bars=(Bar("甲 & 乙", Decimal("98.40"), "98.40%"), Bar("丙", Decimal(96), "96%")),
)


def png(width: int = 4, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = zlib.compress(b"".join(b"\x00" + b"\x80" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def picture(content: bytes | None = None) -> Picture:
    return Picture(
        "示意图", ("photo",), content=png() if content is None else content, width=Decimal(80)
    )


def part(data: bytes, name: str = BODY) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def test_a_picture_becomes_an_inline_drawing_with_its_media_relation_and_type() -> None:
    data = compile_docx(template("前{{ photo }}后")).fill(case(photo=picture())).data
    assert not package_problems(open_office_package(data, "docx", name="x.docx"))
    document = Document(io.BytesIO(data))
    (shape,) = document.inline_shapes
    assert (round(shape.width.mm), round(shape.height.mm)) == (80, 40)
    assert document.paragraphs[0].text == "前后"
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert "word/media/image1.png" in names
    assert 'descr="示意图"' in part(data)


def test_two_drawings_have_two_parts_and_two_ids() -> None:
    data = (
        compile_docx(template("{{ a }}", "{{ b }}", "{{ c }}"))
        .fill(case(a=picture(), b=CHART, c=picture(png(3, 3))))
        .data
    )
    ids = re.findall(r'<wp:docPr id="(\d+)"', part(data))
    assert len(ids) == len(set(ids)) == 3
    media = [
        n for n in zipfile.ZipFile(io.BytesIO(data)).namelist() if "media/" in n or "charts/" in n
    ]
    assert len(media) == 3
    assert not package_problems(open_office_package(data, "docx", name="x.docx"))


def test_a_chart_holds_its_figures_and_reads_in_black_and_white() -> None:
    data = compile_docx(template("{{ chart }}")).fill(case(chart=CHART)).data
    xml = part(data, "word/charts/chart1.xml")
    root = etree.fromstring(xml.encode())
    labels = [node.text for node in root.iter("{*}v")]
    assert labels == ["丙", "甲 & 乙", "96", "98.40"]
    colours = {node.get("val") for node in root.iter("{*}srgbClr")}
    assert all(colour and colour[:2] == colour[2:4] == colour[4:] for colour in colours)
    assert root.find(".//{*}dLbls/{*}showVal").get("val") == "1"  # type: ignore[union-attr]


def test_the_same_drawings_give_the_same_bytes() -> None:
    compiled = compile_docx(template("{{ a }}", "{{ b }}"))
    fields = case(a=picture(), b=CHART)
    assert compiled.fill(fields).data == compiled.fill(fields).data


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(TemplateError) as raised:
        compile_docx(template("{{ photo }}")).fill(case(photo=picture(b"GIF89a")))
    assert [problem.code for problem in raised.value.problems] == ["docx.not_a_picture"]


@pytest.mark.parametrize(
    "content", [b"", png()[:20], b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\x00\x04ab"]
)
def test_a_truncated_picture_has_no_size(content: bytes) -> None:
    assert picture_size(content) is None


def test_a_heading_gets_a_bookmark_and_the_contents_a_field_that_leads_to_it() -> None:
    compiled = compile_docx(
        template("{%p for h in heads %}", "{{ h }} {{ h|page_number }}页", "{%p endfor %}",
                 "{%p for h in heads %}", "{{ h|anchored }}", "{%p endfor %}")
    )  # fmt: skip
    xml = part(compiled.fill(case(heads=["一、甲", "二、乙"])).data)
    root = etree.fromstring(xml.encode())
    names = [b.get(b.tag.replace("bookmarkStart", "name")) for b in root.iter("{*}bookmarkStart")]
    fields = [str(i.text).split()[1] for i in root.iter("{*}instrText")]
    assert fields == names == ["_govdocs0", "_govdocs1"]
    ids = [b.get(b.tag.replace("bookmarkStart", "id")) for b in root.iter("{*}bookmarkStart")]
    assert len(set(ids)) == 2
    assert not re.search("[\ue000-\uf8ff]", xml)
