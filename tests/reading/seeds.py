"""Both example documents typed into Word: prose from the files where they lie, tables as real tables.

The files are read when a test runs and never copied; without them the tests are skipped.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from tests.reading.written import Grid, docx_of

FOLDER = Path(os.environ.get("GOVDOCS_SEEDS", str(Path(__file__).parents[3] / "shared" / "seeds")))
SELF_EVALUATION = FOLDER / "000_7b5d8b2c9c07df68.txt"
EVALUATION = FOLDER / "001_2769f889047faeda.txt"
MISSING = f"没有示例文件 {FOLDER}"


def available() -> bool:
    """Tell whether both example documents are there."""
    return SELF_EVALUATION.is_file() and EVALUATION.is_file()


def self_evaluation() -> bytes:
    """The province's letter with its two forms; the file marks cells by tabs and rows by blank lines."""
    lines = SELF_EVALUATION.read_text("utf-8").split("\n")
    blocks: list[str | Grid] = []
    rows: list[list[str]] = []
    row: list[str] = []
    for line in lines:
        if line.startswith("\t"):
            row.append(line[1:])
        elif line.strip() and row:
            row[-1] += "\n" + line.strip()
        elif row:
            rows.append(row)
            row = []
        elif line.strip():
            if rows:
                blocks.append(_form(rows))
                rows = []
            blocks.append(line.strip())
    if rows:
        blocks.append(_form(rows))
    return docx_of(*blocks)


def _form(rows: list[list[str]]) -> Grid:
    """Empty cells at the beginning of a row go on with the cell above, as the forms are merged."""
    width = max(len(row) for row in rows)
    made: list[list[str]] = []
    for number, row in enumerate(rows):
        cells = list(row)
        leading = number > 0
        for at, text in enumerate(cells):
            leading = leading and not text
            if leading and at < len(made[-1]) and at < width - 3:
                cells[at] = "^"
        made.append(cells)
    return made


_STARTS = re.compile(
    r"[一二三四五六]、|（[一二三四五六七八九]）|\d{1,2}\.(?!\d)|（\d）|附[表件] ?\d?：|表 \d-\d|2-1 |湖南省效政|二〇|本题共|本次共|单位："
)
_PAGE = re.compile(r"\d{1,2}")


def _lines() -> list[str]:
    return ["", *EVALUATION.read_text("utf-8").split("\n")]


def _paragraphs(lines: list[str], start: int, end: int) -> list[str]:
    """Join the lines of a page into paragraphs: a short line ends one, a number begins one."""
    made: list[str] = []
    fresh = True
    for line in lines[start : end + 1]:
        words = line.strip()
        if not words or _PAGE.fullmatch(words):
            continue
        if fresh or _STARTS.match(words):
            made.append(words)
        else:
            made[-1] += words
        width = sum(2 if ord(c) > 255 else 1 for c in words)
        fresh = width < 46 and (
            words.endswith(("。", "：", "；", "”", "分", "？", "?")) or width < 34
        )
        fresh = fresh and not re.match(r"附表|湖南", words)
    return made


def _between(lines: list[str], spec: str) -> str:
    """``12-15`` joins lines, ``12:0`` and ``12:1`` are the part before and after the first blank."""
    if ":" in spec:
        number, part = spec.split(":")
        words = lines[int(number)].strip().split(" ")
        chosen = {
            "0": words[:1],
            "1": words[1:],
            "a": words[:-1],
            "z": words[-1:],
            "1a": words[1:-1],
        }
        return " ".join(chosen[part])
    first, _, last = spec.partition("-")
    return "".join(line.strip() for line in lines[int(first) : int(last or first) + 1])


_HEADS = (("330", 5), ("382", 5), ("470", 5), ("605", 5))
_SCORES = (
    (332, (334, 335, 336, 338)),
    (340, (341, 342, 344)),
    (346, (348, 349, 350, 351, 353)),
    (355, (356, 358, 359)),
)
_TABLE_41 = (
    ("384", "385"),
    ("^", "386"),
    ("388", "390"),
    ("^", "392+393-395", "396"),
    ("398", "399"),
    ("^", "401"),
)
_TABLE_42 = (
    ("472", "474"),
    ("^", "475"),
    ("^", "477"),
    ("479:0", "479:1"),
    ("^", "480"),
    ("^", "482+483-485", "486"),
)
_TABLE_43 = (
    ("539-541", "542"),
    ("544-546", "548"),
    ("^", "549"),
    ("^", "550"),
    ("552-554", "556"),
    ("^", "557"),
    ("^", "558"),
)
_TABLE_44 = (("607", "609"), ("^", "610"), ("^", "612"), ("^", "613"))
_ANNEX = (
    ("839-840", "842-847", "849-853", "855-859", "861", "863-875", "877", "879-887"),
    ("^", "^", "889-893", "895-897", "898", "900-912", "914", "915-919"),
    ("^", "921-926", "928-932", "934-938", "940", "942-948", "950", "951-955"),
    ("^", "^", "969-973", "975-977", "978", "980-986", "988", "989-991"),
    ("^", "993-998", "1000-1004", "1006-1010", "1012", "1014-1022", "1024", "1025-1029"),
    ("^", "^", "1031-1035", "1037-1039", "1040", "1042-1047", "1049", "1050-1054"),
    ("1056-1058", "1060-1065", "1067-1069", "1071-1077", "1079", "1081-1087", "1089", "1091-1100"),
    ("^", "^", "1102-1104", "1106-1109", "1111", "1113-1120", "1122", "1124-1130"),
    ("^", "^", "1149-1153", "1155-1159", "1161", "1163-1171", "1173", "1174-1178"),
    ("^", "1180-1185", "1187-1191", "1193-1195", "1196", "1198-1204", "1206", "1208-1220"),
    ("^", "^", "1222-1226", "1228-1230", "1231", "1233-1242", "1244", "1246-1254"),
    ("^", "^", "1268-1270", "1272-1274", "1275", "1277-1298", "1300", "1302-1308"),
    ("1310-1312", "1314-1319", "1321-1323", "1325-1327", "1328", "1330-1332", "1333", "1335-1339"),
    ("^", "1341-1346", "1348-1352", "1354:a", "1354:z", "1355-1357", "1358:0", "1358:1"),
    ("^", "^", "1360-1364", "1366-1368", "1369", "1371-1373", "1374:0", "1374:1"),
    ("^", "^", "1376-1378+1398", "1379:a", "1379:z", "1381-1383", "1384:0", "1384:1"),
    ("^", "1400-1405", "1407-1411", "1413-1415", "1416", "1418-1420", "1421", "1423-1432"),
    ("^", "^", "1434-1438", "1440-1442", "1443", "1445-1447", "1448", "1450-1452"),
    ("^", "1454-1459", "1461-1465", "1467-1469", "1470", "1472-1476", "1478:0", "1478:1"),
    ("1480-1482", "1484-1489", "1491-1497", "1499-1501", "1502", "1504-1506", "1507", "1509-1521"),
    ("^", "^", "1535-1539", "1541-1543", "1544", "1546-1548", "1549", "1551-1562"),
    ("^", "^", "1564-1568", "1570-1572", "1573", "1575-1577", "1578", "1580-1593"),
    ("^", "1595-1604", "1606-1610", "1612-1614", "1615", "1617-1625", "1627", "1628-1630"),
)


def evaluation() -> bytes:
    """The consultants' report with its tables and annexes; the file holds the text of a PDF."""
    lines = _lines()

    def text(spec: str) -> str:
        return (
            spec
            if spec in {"^", "<"}
            else " ".join(_between(lines, part) for part in spec.split("+"))
        )

    def words(number: int | str) -> list[str]:
        return lines[int(number)].split()

    def indicators(head: str, rows: tuple[tuple[str, ...], ...], total: str) -> Grid:
        made: list[list[str]] = [head.split()]
        for first, name, *score in rows:
            cells = text(name).split() if not score else [*text(name).split(), text(score[0])]
            if len(cells) > 4:
                cells = [cells[0], cells[1], "".join(cells[2:-1]), cells[-1]]
            made.append([text(first), *cells])
        label, weight, dash, score_ = total.split()
        made.append([label, "<", weight, dash, score_])
        return made

    scores: list[list[str]] = [words(330)]
    for block, rows in _SCORES:
        for at, number in enumerate(rows):
            scores.append([lines[block].strip() if not at else "^", *words(number)])
    scores.append([words(360)[0], "<", *words(360)[1:]])
    money = [words(93), *[words(n) for n in range(95, 112)], [words(113)[0], "<", *words(113)[1:]]]
    annex = [[*("一级指标", "二级指标", "三级指标"), *words(837)]]
    annex += [[text(spec) for spec in row] for row in _ANNEX]
    annex.append([words(1632)[0], "<", "<", "<", words(1632)[1], "", words(1632)[2], ""])
    title = "".join(lines[n].strip() for n in (1, 3))
    blocks: list[str | Grid] = [
        title, *_paragraphs(lines, 5, 91), money, *_paragraphs(lines, 115, 328), scores,
        *_paragraphs(lines, 362, 372), lines[374].strip(), *_paragraphs(lines, 375, 380),
        indicators(lines[382], _TABLE_41, lines[402]), *_paragraphs(lines, 404, 468),
        indicators(lines[470], _TABLE_42, lines[488]), *_paragraphs(lines, 490, 532),
        indicators("二级指标 " + lines[537], _TABLE_43, lines[559]), *_paragraphs(lines, 561, 603),
        indicators(lines[605], _TABLE_44, lines[615]), *_paragraphs(lines, 617, 824), annex,
        *_paragraphs(lines, 1633, 1716),
    ]  # fmt: skip
    return docx_of(*blocks)
