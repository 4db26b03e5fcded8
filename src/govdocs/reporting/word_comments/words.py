"""What a comment says: the same words as every other report, and where the other places are."""

from __future__ import annotations

from govdocs.reporting.finding_text import FindingText, SpotText, accepted_text

OTHERS = 6
"""So many other places are named in one comment."""
QUOTED = 60
"""So many characters of another place are quoted."""


def comment_text(text: FindingText, spot: SpotText | None, head: FindingText | None = None) -> str:
    """Return the lines of the comment on ``spot``; None is a comment on the whole paper.

    ``head`` is the finding with the same root under which this one stands.
    """
    state = "已说明 " if text.accepted else ""
    lines = [f"【{state}{text.level.value} {text.code}】{text.name}", text.sentence]
    if text.arithmetic:
        lines.append(f"算式：{text.arithmetic}")
    if text.hint:
        lines.append(f"线索：{text.hint}")
    others = [other for other in text.spots if other is not spot]
    if spot is None and others:
        lines.append("所涉内容没有印在本文件中：")
    lines.extend(_other(other, "位置" if spot is None else "另见") for other in others[:OTHERS])
    if len(others) > OTHERS:
        lines.append(f"另有 {len(others) - OTHERS} 处，见校验结果")
    if head is not None:
        lines.append(f"与此同源：{head.code} {head.sentence}")
        lines.extend(_other(other, "见") for other in head.spots[:1])
    lines.extend(f"同源：{row.code} {row.sentence}" for row in text.below)
    if text.accepted:
        lines.append(f"说明：{accepted_text(text.accepted)}")
    elif text.mend:
        lines.append(f"办法：{text.mend}")
    return "\n".join(lines)


def _other(spot: SpotText, word: str) -> str:
    shown = spot.shown if len(spot.shown) <= QUOTED else f"{spot.shown[:QUOTED]}……"
    where = f"（{spot.place}）" if spot.place else ""
    return f"{word}：{spot.label}：{shown}{where}".replace("\n", " ")
