"""Sentences for files that cannot be written."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

_UNTOUCHED = "没有写出任何文件，原有文件保持不变"

SENTENCES: dict[str, Sentence] = {
    "writing.open_elsewhere": Sentence(
        "文件“{name}”正被 Word、Excel 或 WPS 打开",
        _UNTOUCHED,
        "请先关闭该文件再重试；如确认没有打开，请删除同一文件夹中以 ~$ 或 .~lock 开头的残留文件",
    ),
    "writing.no_rights": Sentence(
        "没有在文件夹“{folder}”中写入的权限",
        _UNTOUCHED,
        "请换一个有权限的文件夹（用 -o 指定），或请管理员开放权限",
    ),
    "writing.write_protected": Sentence(
        "文件“{name}”设了只读保护", _UNTOUCHED, "请换一个文件名，或先取消该文件的只读属性"
    ),
    "writing.disk_full": Sentence(
        "磁盘空间不足，写不下“{name}”", _UNTOUCHED, "请清理磁盘或换一个磁盘后重试"
    ),
    "writing.name_too_long": Sentence(
        "文件名“{name}”太长", _UNTOUCHED, "请缩短文件名或文件夹名后重试"
    ),
    "writing.folder_in_the_way": Sentence(
        "要写的文件位置上已有一个同名文件夹", _UNTOUCHED, "请换一个文件名，或移走该文件夹"
    ),
    "writing.file_in_the_way": Sentence(
        "“{file}”是文件，不是文件夹，无法在其中写文件",
        _UNTOUCHED,
        "请换一个输出文件夹，或移走该文件",
    ),
    "writing.over_input": Sentence(
        "输出文件就是本次读入的文件",
        "覆盖输入会丢失原始数据，因此拒绝写出",
        "请换一个输出文件名或文件夹",
    ),
    "writing.already_there": Sentence(
        "文件“{name}”已经存在", "为免覆盖已填内容，没有写出", "请换一个文件名；确要覆盖请加 --force"
    ),
    "writing.name_leaves_folder": Sentence(
        "输出文件名“{name}”指向输出文件夹之外", _UNTOUCHED, "请使用不含 / \\ : 和 .. 的文件名"
    ),
    "writing.failed": Sentence(
        "系统拒绝写出“{name}”：{said}", _UNTOUCHED, "请检查磁盘和文件夹后重试"
    ),
}
