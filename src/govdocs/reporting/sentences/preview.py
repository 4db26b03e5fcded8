"""Sentences for drawing pages."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

SENTENCES: dict[str, Sentence] = {
    "preview.no_libreoffice": Sentence(
        "没有找到 LibreOffice",
        "预览要用它把文件排成页面；生成和校验公文不需要它",
        "{advice}；已安装在别处的，请把环境变量 GOVDOCS_SOFFICE 设为 soffice 程序的完整路径",
    ),
    "preview.too_slow": Sentence(
        "LibreOffice 在 {seconds} 秒内没有排完页面，已停止",
        "文件可能过大，或 LibreOffice 没有响应",
        "请关闭其他 LibreOffice 窗口后重试；仍不行的，请用 Word 或 WPS 打开该文件查看",
    ),
    "preview.no_pdf": Sentence(
        "LibreOffice 没有生成 PDF（{said}）",
        "该文件无法排成页面",
        "请用 Word 或 WPS 打开该文件，另存为新文件后重试",
    ),
    "preview.same_names": Sentence(
        "一次预览中有同名文件", "生成的 PDF 会互相覆盖", "这是程序的错误，请反馈给维护者"
    ),
    "preview.no_pictures": Sentence(
        "没有找到把 PDF 转成图片的程序",
        "PDF 可以生成，PNG 图片不能",
        "请安装 poppler（Linux：sudo apt-get install poppler-utils；macOS：brew install poppler）或执行 pip install pypdfium2；只要 PDF 的，请加 --no-pictures",
    ),
    "preview.pictures_failed": Sentence(
        "PDF 转图片失败：{said}", "没有写出任何文件", "请加 --no-pictures 只生成 PDF"
    ),
    "preview.wrong_kind": Sentence(
        "不能预览扩展名为“{ending}”的文件",
        "只有 .docx 和 .xlsx 可以预览",
        "请先在 Word、WPS 或 Excel 中另存为 .docx 或 .xlsx",
    ),
    "preview.missing_fonts": Sentence(
        "本机没有以下字体：{fonts}",
        "预览用别的字体代替，字形和换行可能与正式文件不同；文件本身不受影响",
        "请把这些字体装到 {folder}，再重新预览",
    ),
}
