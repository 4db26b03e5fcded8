"""Sentences for holding documents against their case, and for writing back."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

SENTENCES: dict[str, Sentence] = {
    "against.no_paper": Sentence(
        "“{name}”不是这个案卷生成的文件：可比的有 {papers}，最接近的也只对上 {share}",
        "无法逐处对照",
        "请确认文件与案卷是同一份；别处的文件可用 govdocs read 读成案卷，再用 govdocs diff 比较",
    ),
    "against.other_project": Sentence(
        "“{name}”不是按这个案卷生成的，其中有名称的 {named} 行只有 {bound} 行在案卷里有同名的",
        "多半是另一个项目的报告，没有对照",
        "请确认文件与案卷是同一份；别处的文件可用 govdocs read 读成案卷，再用 govdocs diff 比较",
    ),
    "against.only_in_document": Sentence(
        "文件中有 {count} 行在案卷里没有同名的，没有对照：{names}",
        "其中的数字没有人核过",
        "请看是名称写得不同，还是案卷里没有",
    ),
    "against.only_in_case": Sentence(
        "案卷中有 {count} 行在文件里没有读到同名的，没有对照：{names}",
        "其中的数字没有人核过",
        "请看是名称写得不同，还是文件里没有",
    ),
    "against.one_document": Sentence(
        "给了 {count} 个文件，写回案卷一次只能依据一个",
        "案卷没有改动",
        "请逐个文件运行 check --against 案卷 --update",
    ),
    "against.no_item": Sentence(
        "可以写回的改动里没有“{given}”",
        "案卷没有改动",
        "请先不带 --accept 运行一次，按列出的序号、字段或名称填写",
    ),
    "against.update_alone": Sentence(
        "--update 和 --accept 要与 --against 案卷 一起用",
        "不知道要写回哪个案卷，没有写入",
        "请写成 govdocs check 报告.docx --against 案卷.yaml --update",
    ),
    "against.case_changed": Sentence(
        "写回后的案卷不能照原样读出（{why}）",
        "案卷没有改动",
        "请按上面的对照结果手工修改案卷",
    ),
}
