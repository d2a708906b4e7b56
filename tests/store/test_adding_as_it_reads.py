"""Adding keeps reports while it reads, whatever the size of what it is given."""

from __future__ import annotations

import gc
import gzip
import json
from pathlib import Path

import pyarrow as pa
import pytest
from made_reports import words
from pyarrow import parquet

from synoptic.app import workspace as desk
from synoptic.app import workspace_add
from synoptic.errors import SynopticError
from synoptic.model import Rejected, Report
from synoptic.read import ReadOptions, row_parts, unpack

AT_ONCE = 5
N = 23


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch):
    monkeypatch.setattr(workspace_add, "_AT_ONCE", AT_ONCE)
    monkeypatch.setattr(row_parts, "_PART_BYTES", 600)


def texts():
    for number in range(N):
        said = words(40, number)
        yield f"Notice {number} from {said[0].title()}\n\n{' '.join(said)}."


def as_folder(place):
    place.mkdir()
    for number, text in enumerate(texts()):
        (place / f"{number:02}.txt").write_text(text)


def as_lines(place):
    with gzip.open(place, "wt") as file:
        file.writelines(json.dumps({"text": text}) + "\n" for text in texts())


def as_table(place):
    parquet.write_table(pa.table({"text": [*texts()]}), place)


def as_archive(place):
    records = []
    for number, text in enumerate(texts()):
        body = text.encode()
        records.append(
            b"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\n"
            b"WARC-Target-URI: https://notices.example/%d\r\n"
            b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (number, len(body), body)
        )
    place.write_bytes(gzip.compress(b"".join(records)))


FORMS = {
    "reports": as_folder,
    "reports.jsonl.gz": as_lines,
    "reports.parquet": as_table,
    "reports.warc.wet.gz": as_archive,
}


@pytest.fixture(params=FORMS)
def source(request, tmp_path):
    FORMS[request.param](tmp_path / request.param)
    return str(tmp_path / request.param)


@pytest.fixture
def lines(tmp_path):
    as_lines(tmp_path / "reports.jsonl.gz")
    return str(tmp_path / "reports.jsonl.gz")


def n_alive():
    return sum(isinstance(one, Report) for one in gc.get_objects())


def test_reports_are_kept_and_let_go_before_the_last_is_read(
    workspace, source, monkeypatch
):
    read_on = workspace_add._read_on
    kept, alive = [], [n_alive()]

    def watched(*given):
        for item in read_on(*given):
            kept.append(workspace.n_reports())
            if len(kept) == N:
                alive.append(n_alive())
            yield item

    monkeypatch.setattr(workspace_add, "_read_on", watched)
    added = desk.add_sources(workspace, source, annotate=False)
    assert [one.kind for _, one in added.added] == ["new"] * N
    assert kept == [number // AT_ONCE * AT_ONCE for number in range(N)]
    assert alive[1] - alive[0] <= 2 * AT_ONCE


def test_rows_are_read_while_reports_are_kept(workspace, tmp_path, monkeypatch):
    place = tmp_path / "reports.jsonl"
    place.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts()))
    at = []
    opened = row_parts.open_file

    def watched(source):
        file = opened(source)
        at.append(file)
        return file

    monkeypatch.setattr(row_parts, "open_file", watched)
    places = []

    def told(step):
        if step.startswith("Grouping"):
            places.append(at[-1].closed or at[-1].tell())

    desk.add_sources(workspace, place, annotate=False, progress=told)
    assert len(places) == -(-N // AT_ONCE)
    assert places[:3] == sorted(set(places[:3]))
    assert 0 < places[0] < place.stat().st_size / 2


@pytest.mark.parametrize("step", ["Reading", "Grouping"])
def test_who_stops_it_keeps_what_was_kept_and_goes_on(workspace, lines, step):
    steps = []

    def stop(said):
        steps.append(said)
        if said.startswith(step) and f"{20:,} read" in said:
            raise KeyboardInterrupt

    with pytest.raises(SynopticError, match="stopped; of 20 reports read") as stopped:
        desk.add_sources(workspace, lines, annotate=False, progress=stop)
    n_kept = {"Reading": 15, "Grouping": 20}[step]
    assert f"{n_kept} were kept now and 0 known before" in str(stopped.value)
    assert workspace.n_reports() == n_kept
    added = desk.add_sources(workspace, lines, annotate=False)
    kinds = [one.kind for _, one in added.added]
    assert sorted(kinds) == ["known"] * n_kept + ["new"] * (N - n_kept)
    assert workspace.n_reports() == N
    assert all(workspace.story_of(report.id) for report in workspace.reports())


def test_it_says_how_many_were_read_and_kept(workspace, lines):
    steps = []
    desk.add_sources(workspace, lines, annotate=False, progress=steps.append)
    assert "Reading: 20 read, 15 kept" in steps
    assert steps[-1] == f"Grouping: {N} read, {N} kept"


def test_what_stands_before_the_damage_is_kept(workspace, lines):
    whole = Path(lines).read_bytes()
    Path(lines).write_bytes(whole[: len(whole) * 2 // 3])
    added = desk.add_sources(workspace, lines, annotate=False)
    n_kept = workspace.n_reports()
    assert 0 < n_kept == len(added.added) < N
    lost = [(r.path, r.code) for r in added.rejected]
    assert lost == [(f"{lines}:{n_kept + 1}", "truncated")]


def test_a_row_without_end_is_rejected_and_not_held(tmp_path):
    place = tmp_path / "long.jsonl"
    rows = ['{"text": "Short."}', '{"text": "' + "x" * 5000 + '"}', '{"text": "End."}']
    place.write_text("\n".join(rows))
    small = ReadOptions(max_bytes=1000)
    items = [*workspace_add._read_on(str(place), small, None)]
    assert [type(item) for item in items] == [Report, Rejected, Report]
    assert (items[1].path, items[1].code) == (f"{place}:2", "too-large")
    assert items[2].path == f"{place}:3"


def test_what_unpacks_to_far_too_much_is_a_reject(tmp_path, monkeypatch):
    monkeypatch.setattr(unpack, "_BOMB_FROM_BYTES", 1000)
    place = tmp_path / "bomb.jsonl.gz"
    with gzip.open(place, "wt") as file:
        file.write(('{"text": "One."}' + " " * 20_000 + "\n") * 400)
    items = [*workspace_add._read_on(str(place), None, None)]
    assert (items[-1].path, items[-1].code) == (str(place), "too-large")
    assert len(items) < 300


def test_two_of_one_id_are_states_of_one_report(workspace, tmp_path):
    place = tmp_path / "twins.jsonl"
    rows = [{"id": "twin", "text": text} for text in ("One.", "The other.", "One.")]
    place.write_text("\n".join(map(json.dumps, rows)))
    added = desk.add_sources(workspace, place, annotate=False)
    assert [one.kind for _, one in added.added] == ["new", "version", "known"]
