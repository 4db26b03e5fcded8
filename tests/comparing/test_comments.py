"""Every deviation stands as a comment in a copy of the Word file, at the very cell or sentence."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from govdocs.cli.entry import main
from tests.comparing.editing import Edited
from tests.reading.written import docx_of


def comments(file: Path) -> dict[str, str]:
    """Each comment of a Word file by the words that it stands on."""
    document = docx.Document(str(file))
    texts = {comment.comment_id: comment.text for comment in document.comments}
    body = document.element.body
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found: dict[str, str] = {}
    for start in body.iter(f"{w}commentRangeStart"):
        number, words = start.get(f"{w}id"), ""
        for node in start.itersiblings():
            if node.tag == f"{w}commentRangeEnd" and node.get(f"{w}id") == number:
                break
            words += "".join(t.text or "" for t in node.iter(f"{w}t"))
        found[words] = texts[int(number)]
    return found


@pytest.fixture
def edited(papers: Path, tmp_path: Path) -> Path:
    editor = Edited(papers / "报告.docx")
    editor.replace("专项资金17385万元", "专项资金17386万元")
    editor.drop_row(3, 4)
    return editor.save(tmp_path / "改.docx")


def test_each_deviation_from_the_case_is_a_comment_where_it_stands(
    edited: Path, hunan_file: Path, tmp_path: Path
) -> None:
    before = edited.read_bytes()
    out = tmp_path / "批注.docx"
    assert main(["check", str(edited), "--against", str(hunan_file), "--comments", str(out)]) == 1
    found = comments(out)
    assert "案卷为“17385万元”，文件中为“17386万元”" in found["17386万元"]
    assert "案卷：" in found["17386万元"], "the comment names the line of the case"
    assert sum("V103" in text for text in found.values()) == 1, (
        "a row that is gone is told where it stood"
    )
    assert edited.read_bytes() == before, "the file itself is left as it is"


def test_the_same_words_apart_from_comments_stand_in_the_copy(
    edited: Path, hunan_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "批注.docx"
    main(["check", str(edited), "--against", str(hunan_file), "--comments", str(out)])

    def texts(file: Path) -> list[str]:
        return [p.text for p in docx.Document(str(file)).paragraphs]

    assert texts(out) == texts(edited)


def test_a_comparison_of_a_case_and_a_document_comments_the_document(
    edited: Path, hunan_file: Path, tmp_path: Path
) -> None:
    for number, sides in enumerate(([hunan_file, edited], [edited, hunan_file])):
        out = tmp_path / f"批注{number}.docx"
        assert main(["diff", *map(str, sides), "--comments", str(out)]) == 0
        assert "17386万元" in comments(out)


def test_a_comparison_of_two_documents_comments_the_latter_without_speaking_of_a_case(
    papers: Path, edited: Path, tmp_path: Path
) -> None:
    out = tmp_path / "批注.docx"
    assert main(["diff", str(papers / "报告.docx"), str(edited), "--comments", str(out)]) == 0
    assert "原件的数字为“17385万元”，现件中为“17386万元”" in comments(out)["17386万元"]
    assert all("案卷" not in said and "--update" not in said for said in comments(out).values())


@pytest.mark.parametrize("target", ["批注.xlsx", "批注"])
def test_comments_go_into_word_files_only(
    target: str, edited: Path, hunan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(
        ["check", str(edited), "--against", str(hunan_file), "--comments", str(tmp_path / target)]
    )
    assert code == 2
    assert "不是 .docx 文件名" in capsys.readouterr().err
    assert not (tmp_path / target).exists()


def test_a_workbook_takes_no_comments_and_nothing_is_written(
    papers: Path, hunan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "批注.docx"
    code = main(
        ["check", str(papers / "附件1.xlsx"), "--against", str(hunan_file), "--comments", str(out)]
    )
    assert code == 2
    assert "批注只能写入 Word 文件" in capsys.readouterr().err
    assert not out.exists()


def test_two_cases_have_no_word_file_to_comment(
    hunan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "批注.docx"
    assert main(["diff", str(hunan_file), str(hunan_file), "--comments", str(out)]) == 2
    assert "没有可以批注的 Word 文件" in capsys.readouterr().err
    assert not out.exists()


def test_a_copy_never_replaces_the_file_that_was_checked(
    edited: Path, hunan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = edited.read_bytes()
    assert (
        main(["check", str(edited), "--against", str(hunan_file), "--comments", str(edited)]) == 2
    )
    assert edited.read_bytes() == before


def test_a_note_or_a_text_that_is_new_is_commented_too(tmp_path: Path) -> None:
    first, second = tmp_path / "甲.docx", tmp_path / "乙.docx"
    first.write_bytes(docx_of("全年支出100万元。", "完成率为90%。"))
    second.write_bytes(docx_of("全年支出100万元。", "另有结余3万元。", "完成率为90%。"))
    out = tmp_path / "批注.docx"
    assert main(["diff", str(first), str(second), "--comments", str(out)]) == 0
    assert [("V108" in text) for text in comments(out).values()] == [True]
