"""A finding in a footnote is a comment where the body refers to the note, not on the title."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from govdocs.filing.document_check import check_finished, commented_document
from govdocs.reading import read_document
from tests.reading.written import docx_of

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_note(kind: str, text: str) -> bytes:
    """A report whose second paragraph refers, after 养护资金, to a note that says ``text``."""
    data = docx_of("云阳县2021年养护资金报告", "全年安排养护资金用于修路。", "以上情况属实。")
    note = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{kind}s xmlns:w="{_MAIN}"><w:{kind} w:type="separator" w:id="-1">'
        f'<w:p/></w:{kind}><w:{kind} w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}></w:{kind}s>'
    )
    reference = f'养护资金</w:t></w:r><w:r><w:{kind}Reference w:id="2"/></w:r><w:r><w:t>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.decode().replace("养护资金用于", f"{reference}用于").encode()
            if name == "[Content_Types].xml":
                part = f'<Override PartName="/word/{kind}s.xml" ContentType="{_TYPES}.{kind}s+xml"/></Types>'
                content = content.replace(b"</Types>", part.encode())
            if name == "word/_rels/document.xml.rels":
                relation = f'<Relationship Id="rId99" Type="{_RELATION}/{kind}s" Target="{kind}s.xml"/></Relationships>'
                content = content.replace(b"</Relationships>", relation.encode())
            new.writestr(name, content)
        new.writestr(f"word/{kind}s.xml", note)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_the_comment_on_a_note_stands_at_its_reference(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "报告.docx"
    file.write_bytes(with_note(kind, "其中省级资金350万元、县级资金200万元，合计650万元。"))
    checked = check_finished(file)
    assert [f.code for f in checked.result.findings] == ["F501"]
    made = commented_document(checked)
    assert made.on_title == ()
    paragraphs = docx.Document(io.BytesIO(made.data)).element.body.xpath("./w:p")
    assert [len(p.xpath("./w:commentRangeStart")) for p in paragraphs] == [0, 1, 0]
    (end,) = paragraphs[1].xpath("./w:commentRangeEnd")
    before = next(e for e in end.itersiblings(preceding=True) if e.tag.endswith("}r"))
    assert before.text == "金"


def test_a_note_that_nothing_refers_to_is_read_all_the_same() -> None:
    data = with_note("footnote", "资金合计650万元。")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'Reference w:id="2"', b'Reference w:id="7"'))
    (note,) = read_document(out.getvalue()).notes
    assert (note.text, note.reference) == ("资金合计650万元。", None)
