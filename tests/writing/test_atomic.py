"""Files reach the disk whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from govdocs.errors import OutputError
from govdocs.writing.atomic import write_all_atomically, write_atomically


def codes(error: pytest.ExceptionInfo[OutputError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".govdocs-*")]


def test_a_file_and_its_folders_are_made(tmp_path: Path) -> None:
    target = tmp_path / "甲" / "乙" / "报告.docx"
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert leftovers(tmp_path) == []


def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_mode_that_the_user_asks_of_new_files(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    write_atomically(tmp_path / "a", b"")
    assert (tmp_path / "a").stat().st_mode == plain.stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real.docx"
    real.write_bytes(b"old")
    (tmp_path / "link.docx").symlink_to(real)
    write_atomically(tmp_path / "link.docx", b"new")
    assert (tmp_path / "link.docx").is_symlink()
    assert real.read_bytes() == b"new"


def test_an_input_is_never_written_over(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_bytes(b"data")
    (tmp_path / "other.yaml").hardlink_to(case)
    for name in ("case.yaml", "other.yaml"):
        with pytest.raises(OutputError) as error:
            write_atomically(tmp_path / name, b"new", inputs=[case])
        assert codes(error) == ["writing.over_input"]
    assert case.read_bytes() == b"data"


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(OutputError) as error:
        write_atomically(tmp_path / "a.docx", b"new")
    assert codes(error) == ["writing.folder_in_the_way"]


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(OutputError) as error:
        write_all_atomically(tmp_path / "out", {"a": b"", "b": b""})
    assert codes(error) == ["writing.file_in_the_way"]  # one cause, said once


@pytest.mark.parametrize(
    "mark", [".~lock.年度绩效报告稿.docx#", "~$年度绩效报告稿.docx", "~$绩效报告稿.docx"]
)
def test_a_file_open_in_word_or_wps_is_refused(tmp_path: Path, mark: str) -> None:
    target = tmp_path / "年度绩效报告稿.docx"
    target.write_bytes(b"old")
    (tmp_path / mark).write_bytes(b"")
    with pytest.raises(OutputError) as error:
        write_all_atomically(tmp_path, {target.name: b"new", "b.docx": b"new"})
    assert codes(error) == ["writing.open_elsewhere"]
    assert target.read_bytes() == b"old"
    assert not (tmp_path / "b.docx").exists()


def test_a_file_that_the_system_will_not_replace_is_said_to_be_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OutputError) as error:
        write_atomically(tmp_path / "a.docx", b"new")
    assert codes(error) == ["writing.open_elsewhere"]
    assert leftovers(tmp_path) == []


def test_a_folder_without_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError) as error:
        write_atomically(tmp_path / "a.docx", b"new")
    assert codes(error) == ["writing.no_rights"]


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as error:
        write_atomically(tmp_path / "neu" / "a.docx", b"new")
    assert codes(error) == ["writing.disk_full"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fail_at", [1, 2, 3])
def test_all_files_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fail_at: int) -> None:
    (tmp_path / "1").write_bytes(b"old 1")
    (tmp_path / "3").write_bytes(b"old 3")
    (tmp_path / "other").write_bytes(b"not ours")
    real, calls = os.replace, []

    def replace(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == fail_at:
            raise OSError(5, "input/output error")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(OutputError):
        write_all_atomically(tmp_path, {"1": b"new", "2": b"new", "3": b"new"})
    standing = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert standing == {"1": b"old 1", "3": b"old 3", "other": b"not ours"}


def test_an_interrupt_takes_back_what_was_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = os.replace, []

    def replace(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        write_all_atomically(tmp_path, {"1": b"new", "2": b"new"})
    assert list(tmp_path.iterdir()) == []


def test_a_volume_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(95, "not supported")

    monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "a").write_bytes(b"old")
    write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("name", ["../a", "/a", "", "a\\b", "C:a"])
def test_a_name_that_leaves_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError) as error:
        write_all_atomically(tmp_path, {name: b""})
    assert codes(error) == ["writing.name_leaves_folder"]


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as error:
        write_atomically(tmp_path / ("长" * 200), b"")
    assert codes(error) == ["writing.name_too_long"]


def test_a_write_protected_file_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != target)
    with pytest.raises(OutputError) as error:
        write_atomically(target, b"new")
    assert codes(error) == ["writing.write_protected"]
