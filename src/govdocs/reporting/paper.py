"""Which paper of the filing a finding belongs to, as its reader would look for it."""

from __future__ import annotations

import re

from govdocs.finding import Finding

_ATTACHMENT = re.compile(r"附件\s?\d{1,2}")
_OF_THE_CASE = {
    "letter": "公文",
    "attachments": "公文",  # the list of attachments; an attachment's own title is labelled 附件1
    "facts": "公文",
    "allocations": "公文",
    "accepted": "已说明事项",
    "paragraphs": "正文",  # of a finished document, as are tables and notes
    "tables": "表格",
    "notes": "脚注和文本框",
}


def paper_of(finding: Finding) -> str:
    """Return 附件2, 公文 or 案卷, by the first place of the finding.

    A label says which attachment it means, since one value of the case may stand in both; a
    place of the letter is known by its path.
    """
    if not finding.spots:
        return "案卷"
    first = finding.spots[0]
    named = _ATTACHMENT.match(first.label)
    if named is not None:
        return named.group().replace(" ", "")
    return _OF_THE_CASE.get(str(first.path[0]) if first.path else "", "案卷")
