"""Sentences for files from outside that do not open."""

from __future__ import annotations

from govdocs.reporting.sentences import Sentence

_AGAIN = "在 Word、WPS 或 Excel 中打开该文件，另存为新的 .docx 或 .xlsx 后再试。"
_TRUST = "来历不明的文件可能有意做成这样。请先确认文件来源，再在 Word、WPS 或 Excel 中打开后另存为新文件。"

SENTENCES: dict[str, Sentence] = {
    "opening.missing": Sentence(
        "找不到文件 {path}。", "没有文件就无从读取。", "请检查文件名和所在文件夹。"
    ),
    "opening.directory": Sentence(
        "给出的是文件夹，不是文件。",
        "这里需要一个 .docx 或 .xlsx 文件。",
        "请写出文件夹里那个文件的完整名称。",
    ),
    "opening.no_permission": Sentence(
        "没有权限读取 {path}。",
        "系统不允许当前用户打开它。",
        "请联系文件的所有者开放读取权限，或把文件复制到自己的文件夹。",
    ),
    "opening.unreadable": Sentence(
        "文件读不出来：{reason}。", "磁盘、网络盘或文件名有问题。", "请把文件复制到本机磁盘后再试。"
    ),
    "opening.empty": Sentence(
        "文件是空的，一个字节也没有。", "多半是复制或下载没有完成。", "请重新取得这个文件。"
    ),
    "opening.encrypted": Sentence(
        "文件设有打开密码。",
        "加密后的内容无法读取。",
        "请在 Word、WPS 或 Excel 中用密码打开，取消密码后另存，再试一次。",
    ),
    "opening.old_format": Sentence(
        "这是旧格式（{format}）的文件，只是扩展名不同也一样。",
        "旧格式无法可靠地读写。",
        "请在 Word、WPS 或 Excel 中打开，另存为 {target}。",
    ),
    "opening.old_format_alone": Sentence(
        "这是旧格式（{format}）的文件，要由 LibreOffice 转换才能读，这台电脑上没有找到它。",
        "没有读到内容，什么也没有检查。",
        "请在 Word、WPS 或 Excel 中打开，另存为 {target}；或者装上 LibreOffice 再试。",
    ),
    "opening.old_format_unread": Sentence(
        "这是旧格式（{format}）的文件，LibreOffice 没有转换成功。",
        "文件可能已损坏，或者设有密码；没有读到内容，什么也没有检查。",
        "请在 Word、WPS 或 Excel 中打开，看内容是否完好，另存为 {target} 再试。",
    ),
    "opening.other_format": Sentence(
        "这其实是一个 {format} 文件，不是 Word 或 Excel 文件。",
        "扩展名可以随便改，内容的格式不会因此改变。",
        "请换成真正的 .docx 或 .xlsx 文件。",
    ),
    "opening.no_package": Sentence(
        "这不是 Word 或 Excel 文件。", "文件里没有办公文档应有的内容。", "请检查是否选错了文件。"
    ),
    "opening.wrong_kind": Sentence(
        "这里需要 .{expected} 文件，给出的内容却是 .{actual}。",
        "Word 文件和 Excel 文件不能互相代替。",
        "请检查是否选错了文件，或扩展名是否被改过。",
    ),
    "opening.strict_format": Sentence(
        "文件存成了“Strict Open XML”格式。",
        "这种少见的格式用的是另一套名称，各软件支持不一。",
        "请在 Word 或 Excel 中另存为普通的 {target} 格式。",
    ),
    "opening.damaged": Sentence(
        "文件已损坏（{member}）。", "内容与文件自己的记录对不上，继续读会丢字。", _AGAIN
    ),
    "opening.too_large": Sentence(
        "文件太大：{size} MB，上限是 {limit} MB。",
        "过大的文件会耗尽内存。",
        "请压缩或删去文件里的图片，或把文件分成几份。",
    ),
    "opening.too_many_members": Sentence(
        "文件里有 {count} 个部件，上限是 {limit} 个。", "正常的文件远没有这么多。", _TRUST
    ),
    "opening.zip_bomb": Sentence(
        "文件里的 {member} 展开后是压缩时的 {ratio} 倍，上限是 {limit} 倍。",
        "这是“压缩炸弹”的特征，展开会耗尽内存。",
        _TRUST,
    ),
    "opening.unsafe_name": Sentence(
        "文件里有一个部件的名称指向文件之外：{member}。", "这种名称可能用来覆盖别的文件。", _TRUST
    ),
    "opening.equal_names": Sentence(
        "文件里有两个同名的部件：{member}。", "各软件会读到不同的那一个，内容就不一致。", _TRUST
    ),
    "opening.doctype": Sentence(
        "文件的 {member} 里有 DOCTYPE 声明。",
        "办公文档不需要它，它会让后面的文字丢失，也可能是攻击。",
        _TRUST,
    ),
    "opening.macros": Sentence(
        "文件带有宏（{target}）。",
        "宏是会自动运行的程序，公文模板和表格不需要它。",
        "请在 Word 或 Excel 中另存为不带宏的 .docx 或 .xlsx。",
    ),
    "opening.external_link": Sentence(
        "文件链接到外部内容：{target}。",
        "打开文件时会去别处取内容，既不安全，取不到时内容也会变。",
        "请在 Word 或 Excel 中断开链接，把图片或数据直接放进文件。",
    ),
    "opening.embedded_object": Sentence(
        "文件里嵌有其他程序的对象：{target}。",
        "嵌入的对象可能带有程序，也无法核对其中的数字。",
        "请删去嵌入的对象，或把它换成图片或普通表格。",
    ),
}
