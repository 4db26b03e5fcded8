"""How a text is written in YAML: plain where that reads back the same, else quoted or a block."""

from __future__ import annotations

import re

from govdocs.intake.yaml.nodes import BLANKS

LONG = 60
"""Prose beyond this many characters goes into a block of its own, without quotes."""

# A first character that YAML gives no meaning; inside, no ": " and no " #"; a conservative subset.
_PLAIN = re.compile(
    r"[0-9A-Za-z_\u00a1-\u2027\u2030-\ud7ff\uf900-\ufdff\ufe10-\ufefe\uff00-\uffef"
    r"≥≤+./(<=$^~][^\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ue000-\uf8ff"
    r"\ufeff\ufffe\uffff]*"
)
_BLOCK = re.compile(
    r"[\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\uf900-\ufefe\uff00-\ufffd\n\t"
    r"\U00010000-\U0010ffff]+"
)
_NUMBER = re.compile(r"-?[0-9][0-9.,]*[%万亿元]*")


def one_line(text: str) -> str:
    """Write a text as a scalar on one line."""
    if _reads_plain(text):
        return text
    if _BLOCK.fullmatch(text) and "\n" not in text and "\t" not in text:
        escaped = text.replace("'", "''")
        return f"'{escaped}'"
    return _double_quoted(text)


def _reads_plain(text: str) -> bool:
    if text in BLANKS or text != text.strip():
        return False
    if _NUMBER.fullmatch(text):
        return True
    return (
        _PLAIN.fullmatch(text) is not None
        and not text.startswith("~")
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and not text.startswith(("---", "..."))
        # The same text must not be another value to tools that follow YAML's own types.
        and text.casefold()
        not in {"true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan", "="}
    )


def fits_block(text: str) -> bool:
    """Tell whether a literal block keeps every character, and does it better than quotes."""
    if "\n" not in text and len(text) <= LONG:
        return False
    return (
        _BLOCK.fullmatch(text) is not None
        and not text.startswith((" ", "\t", "\n"))
        and not text.endswith("\n")
    )


def block(text: str, indent: str) -> str:
    """Write a text as a literal block whose lines stand at ``indent``; the head is included."""
    lines = [f"{indent}{line}" if line else "" for line in text.split("\n")]
    return "|-\n" + "\n".join(lines)


def _double_quoted(text: str) -> str:
    out = []
    for char in text:
        if char in '"\\':
            out.append("\\" + char)
        elif char == "\n":
            out.append("\\n")
        elif char == "\t":
            out.append("\\t")
        elif not _BLOCK.fullmatch(char):
            code = ord(char)
            out.append(
                f"\\x{code:02x}"
                if code < 0x100
                else f"\\u{code:04x}"
                if code < 0x10000
                else f"\\U{code:08x}"
            )
        else:
            out.append(char)
    return '"' + "".join(out) + '"'
