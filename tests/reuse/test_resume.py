"""A run that was stopped goes on; nothing is lost and nothing comes twice."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pyarrow as pa
import pytest
from reuse_corpora import as_jsonl, planted

from synoptic.engine import LocalEngine, column

ROWS = pa.schema([("key", pa.int64())])


class Stopped(Exception):
    pass


def tenfold(tables):
    (table,) = tables
    return pa.table({"key": pa.array(column(table, "key") * 10)})


def numbers(engine):
    batches = (
        pa.record_batch({"key": pa.array(range(n, n + 1000))})
        for n in range(0, 5000, 1000)
    )
    return engine.table(batches, ROWS, step="numbers")


def multiplied(engine, fn):
    table = engine.shuffle_join(
        fn, [numbers(engine)], key="key", schema=ROWS, step="tenfold"
    )
    return sorted(n for b in engine.rows(table) for n in b.column("key").to_pylist())


def test_finished_parts_are_not_made_again(tmp_path):
    done = []

    def stops(tables):
        if len(done) == 3:
            raise Stopped
        done.append(1)
        return tenfold(tables)

    def counts(tables):
        done.append(1)
        return tenfold(tables)

    def engine():
        return LocalEngine(work=tmp_path, memory=50_000, threads=1)

    with pytest.raises(Stopped):
        multiplied(engine(), stops)
    kept = len(list((tmp_path).glob("tenfold.*/part-*.arrow")))
    assert kept == 3
    assert multiplied(engine(), counts) == [10 * n for n in range(5000)]
    n_partitions = int(next(tmp_path.glob("tenfold.*")).suffix[1:])
    assert n_partitions > kept
    assert len(done) == n_partitions
    assert multiplied(engine(), stops) == [10 * n for n in range(5000)]


def test_the_input_is_not_read_again_once_it_is_kept(tmp_path):
    multiplied(LocalEngine(work=tmp_path), tenfold)

    def never():
        raise AssertionError
        yield

    table = LocalEngine(work=tmp_path).table(never(), ROWS, step="numbers")
    assert sum(b.num_rows for b in LocalEngine().rows(table)) == 5000


def test_a_killed_process_goes_on_to_the_same_result(tmp_path):
    until = "fingerprints.*/part-*.arrow"
    (tmp_path / "c.jsonl").write_text(as_jsonl(planted(240)[0]), encoding="utf-8")

    def command(out, *more):
        words = ["reuse", "c.jsonl", "--out", out, "--memory", "1MB", *more]
        return [sys.executable, "-m", "synoptic", *words]

    subprocess.run(command("whole.csv"), cwd=tmp_path, check=True, capture_output=True)
    process = subprocess.Popen(
        command("o.csv", "--work", "parts"),
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None and not list(tmp_path.glob(f"parts/*/{until}")):
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not (tmp_path / "o.csv").exists()
    again = command("o.csv", "--work", "parts")
    subprocess.run(again, cwd=tmp_path, check=True, capture_output=True)
    whole = (tmp_path / "whole.csv").read_text()
    assert (tmp_path / "o.csv").read_text() == whole
    assert whole.count("\n") == 81
    assert not (tmp_path / "parts").exists()
