"""Many forms: nothing is read twice, one bad file costs one message, work spreads over processes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from govdocs.errors import ToolMissing
from govdocs.intake import write_case_yaml
from govdocs.rollup.run import RollupOptions, roll_up
from govdocs.rollup.taking_in import take_in as room
from govdocs.rollup.taking_in.form_reading import FileReading
from govdocs.rollup.taking_in.read_file import NamedBytes, read_files
from govdocs.rollup.taking_in.spreading import read_here, read_on_cluster, read_on_cores
from govdocs.rollup.taking_in.state_file import StateFile
from govdocs.rollup.taking_in.take_in import Spread, take_in
from tests.rollup import mischief, small
from tests.rollup.small import JOBS, form


def forms(folder: Path, count: int) -> list[Path]:
    names = [f"甲{n:03d}" for n in range(count)]
    where = small.put(
        folder, {name: form(name, {JOBS: n, 2: "90%"}) for n, name in enumerate(names)}
    )
    return sorted(where.iterdir())


def nobody(_done: int, _of: int) -> None:
    pass


class Interrupted(Exception):
    """Somebody pressed Ctrl-C."""


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path: Path, monkeypatch) -> None:
    files = forms(tmp_path, 40)
    read: list[int] = []

    def reading(batches, work=read_files):
        for n, batch in enumerate(batches):
            if not read and n == 2:
                raise Interrupted
            yield work(batch)

    monkeypatch.setattr(room, "read_here", reading)
    with pytest.raises(Interrupted):
        state = StateFile(tmp_path / "进度")
        take_in(files, state, Spread(1), nobody)
    state.close()
    read.append(1)
    state = StateFile(tmp_path / "进度")
    taken = take_in(files, state, Spread(1), nobody)
    state.close()
    assert sum(one.cached for one in taken.readings) == 2 * room.BATCH
    fresh = take_in(files, StateFile(None), Spread(1), nobody)
    assert [one.form for one in taken.readings] == [one.form for one in fresh.readings]


def test_a_repeated_run_reads_only_what_changed(tmp_path: Path) -> None:
    files = forms(tmp_path, 5)
    options = RollupOptions(
        small.case_file(tmp_path), None, spread=Spread(1), state=tmp_path / "进度"
    )
    first = roll_up(files, options)
    files[2].write_bytes(form("甲002", {JOBS: 77, 2: "90%"}))
    second = roll_up(files, options)
    assert (first.cached, second.cached) == (0, 4)
    assert small.value_of(second, JOBS) == "85"


def test_a_damaged_state_costs_time_and_nothing_else(tmp_path: Path) -> None:
    files = forms(tmp_path, 3)
    state = tmp_path / "进度"
    roll_up(files, RollupOptions(spread=Spread(1), state=state))
    content = bytearray(state.read_bytes())
    content[100:4000] = os.urandom(3900)
    state.write_bytes(bytes(content))
    run = roll_up(files, RollupOptions(spread=Spread(1), state=state))
    assert small.value_of(run, JOBS) == "3"


def test_a_file_of_somebody_else_in_the_states_place_is_left_alone(tmp_path: Path) -> None:
    state = tmp_path / "进度"
    state.write_text("工作总结", "utf-8")
    roll_up(forms(tmp_path, 2), RollupOptions(spread=Spread(1), state=state))
    assert state.read_text("utf-8") == "工作总结"


def test_a_state_of_another_reader_is_not_believed(tmp_path: Path) -> None:
    files = forms(tmp_path, 2)
    state = tmp_path / "进度"
    roll_up(files, RollupOptions(spread=Spread(1), state=state))
    base = sqlite3.connect(state)
    base.execute("pragma user_version = 99")
    base.commit()
    base.close()
    assert roll_up(files, RollupOptions(spread=Spread(1), state=state)).cached == 0


def test_one_damaged_file_among_many_costs_one_message(tmp_path: Path) -> None:
    files = forms(tmp_path, 30)
    files[7].write_bytes(mischief.truncated(files[7].read_bytes()))
    run = roll_up(files, RollupOptions(small.case_file(tmp_path), None, spread=Spread(2)))
    about = [met for met in run.met if met.problem.place is not None]
    assert [met.problem.code for met in about] == ["opening.damaged"]
    assert len(run.returns) == 29


def test_cores_and_one_process_read_the_same(tmp_path: Path) -> None:
    data = [[(path.name, path.read_bytes())] for path in forms(tmp_path, 6)]
    here = [one for batch in read_here(data) for one in batch]
    there = [one for batch in read_on_cores(data, 2) for one in batch]
    assert sorted(there, key=lambda one: one.file) == here


def deadly(batch: Sequence[NamedBytes]) -> list[FileReading]:
    """Dies at one file, as a fault in a library would."""
    if any(name == "毒.xlsx" for name, _ in batch):
        os._exit(9)
    return read_files(batch)


def test_a_file_that_kills_its_process_costs_itself_alone(tmp_path: Path) -> None:
    good = [(path.name, path.read_bytes()) for path in forms(tmp_path, 4)]
    batches = [good[:2], [("毒.xlsx", b"x"), good[2]], [good[3]]]
    read = {one.file: one for batch in read_on_cores(batches, 1, deadly) for one in batch}
    assert {name for name, one in read.items() if one.form is None} == {"毒.xlsx"}
    assert read["毒.xlsx"].problems[0].code == "rollup.reader_failed"
    assert len(read) == 5


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_of_two_workers_gives_the_same_result(tmp_path: Path) -> None:
    distributed = pytest.importorskip(
        "distributed", reason="没有安装 govdocs[cluster]（dask、distributed）"
    )
    files = forms(tmp_path, 40)
    case = small.case_file(tmp_path)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    ) as cluster:
        there = roll_up(
            files, RollupOptions(case, None, spread=Spread(cluster=cluster.scheduler_address))
        )
    here = roll_up(files, RollupOptions(case, None, spread=Spread(1)))
    assert write_case_yaml(there.case) == write_case_yaml(here.case)


def test_without_the_extra_the_cluster_is_refused_with_advice(monkeypatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ToolMissing) as caught:
        list(read_on_cluster([], "tcp://127.0.0.1:1"))
    assert caught.value.problems[0].code == "rollup.no_dask"
