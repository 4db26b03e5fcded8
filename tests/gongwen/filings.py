"""The Hunan filing and its variants, filled: every optional element of the letter occurs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from govdocs.forms.catalogue import form_set_of
from govdocs.intake.load import load_case
from govdocs.model.case import Case
from govdocs.model.letter import Letter, Secrecy, Section
from govdocs.rendering.assembly import assemble_docx
from govdocs.rendering.docx import compile_docx
from govdocs.tags.context import CaseContext

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates" / "docx"
FORMS = {"declaration": "declaration-2015.docx", "evaluation": "evaluation-2018.docx"}


def paragraph(lines: float) -> str:
    """A paragraph of full-width characters only, ``lines`` of 28 long with its indent of two."""
    return ("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏" * 60)[: round(lines * 28) - 2]


SHORT: dict[str, Any] = {
    "opening": (paragraph(2),),
    "sections": (
        Section(
            heading="第一层标题",
            paragraphs=(paragraph(1.5),),
            sections=(
                Section(
                    heading="第二层标题",
                    paragraphs=(),
                    sections=(
                        Section(
                            heading="第三层标题",
                            sections=(Section(heading="第四层标题", paragraphs=(paragraph(1.2),)),),
                        ),
                    ),
                ),
                Section(heading="接排标题。", run_in=True, paragraphs=(paragraph(1.6),)),
            ),
        ),
    ),
}


@cache
def hunan() -> Case:
    return load_case(ROOT / "data" / "2017-hunan.yaml").case


def changed(letter: dict[str, Any] | None = None, **case: Any) -> Case:
    original = hunan()
    assert original.letter is not None
    new: Letter = original.letter.model_copy(update=letter or {})
    return original.model_copy(update={"letter": new, **case})


def filled(case: Case, templates: Sequence[Path] | None = None) -> bytes:
    context = CaseContext(case, form_set_of(case))
    if templates is None:
        names = ["letter.docx", *(FORMS[a.form] for a in case.attachments), "imprint.docx"]
        templates = [TEMPLATES / name for name in names]
    whole = assemble_docx([path.read_bytes() for path in templates])
    return compile_docx(whole, name="报告.docx").fill(context.record).data


def titled(case: Case, *titles: str) -> Any:
    return tuple(
        case.attachments[at % 2].model_copy(update={"listed_title": title, "title": title})
        for at, title in enumerate(titles)
    )


def fill_level(lines: int) -> Callable[[], bytes]:
    """A letter without attachments whose last text line stands ``lines`` below the page's top."""

    def make() -> bytes:
        body = {"opening": tuple(paragraph(1) for _ in range(lines)), "sections": ()}
        return filled(changed({**body, "contact": None}, attachments=()))

    return make


LONG_NAME = "中央对地方专项转移支付区域绩效目标申报表和有关情况的补充说明"
THREE = ("湖南省财政厅", "湖南省商务厅", "湖南省发展和改革委员会")
COPIES = tuple(
    f"{name}人民政府办公室" for name in ("长沙市", "株洲市", "湘潭市", "衡阳市", "邵阳市", "岳阳市")
)

LETTER_ONLY = [TEMPLATES / "letter.docx", TEMPLATES / "imprint.docx"]

VARIANTS: dict[str, Callable[[], bytes]] = {
    "hunan": lambda: filled(hunan()),
    "upward": lambda: filled(changed(SHORT), LETTER_ONLY),
    "marked": lambda: filled(
        changed(
            {
                **SHORT,
                "copy_number": "000001",
                "secrecy": Secrecy(level="机密", term="1年"),
                "urgency": "特急",
                "signers": ("郭秀宏", "邱望梅", "张三丰"),
                "mark": None,
            },
            attachments=titled(hunan(), LONG_NAME, "第二个附件"),
        ),
        LETTER_ONLY,
    ),
    "joint": lambda: filled(
        changed(
            {
                **SHORT,
                "course": "下行文",
                "issuers": THREE,
                "mark": None,
                "signatures": None,
                "signers": (),
                "copy_number": "000001",
            },
            attachments=(),
        )
    ),
    "unsealed": lambda: filled(
        changed(
            {
                **SHORT,
                "course": "下行文",
                "sealed": False,
                "signers": (),
                "signatures": ("湖南省财政厅国库支付局",),
                "date": date(2018, 11, 18),
            },
            attachments=titled(hunan(), LONG_NAME),
        ),
        LETTER_ONLY,
    ),
    "unsealed_short": lambda: filled(
        changed({**SHORT, "sealed": False, "disclosure": None, "contact": None}, attachments=())
    ),
    "long_report": lambda: filled(
        changed({"opening": tuple(paragraph(22) for _ in range(6)), "sections": ()}, attachments=())
    ),
    "long_lists": lambda: filled(
        changed(
            {
                **SHORT,
                "addressees": tuple(
                    f"{name}财政局" for name in ("长沙市", "株洲市", "湘潭市", "衡阳市", "邵阳市")
                ),
                "imprint": hunan().letter.imprint.model_copy(update={"copies_to": COPIES}),  # type: ignore[union-attr]
            },
            attachments=(),
        )
    ),
    "landscape": lambda: filled(
        changed(SHORT),
        [
            TEMPLATES / "letter.docx",
            Path(__file__).parent / "templates" / "landscape.docx",
            TEMPLATES / "evaluation-2018.docx",
            TEMPLATES / "imprint.docx",
        ],
    ),
    **{f"level_{lines}": fill_level(lines) for lines in range(20, 31, 2)},
}
