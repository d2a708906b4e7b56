"""A workspace named where a command takes files."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

import pytest
from made_reports import made_report
from pyarrow import parquet
from typer.testing import CliRunner

import synoptic
from synoptic.app.corpus import corpus_files
from synoptic.app.reuse import reuse
from synoptic.app.workspace_source import is_workspace
from synoptic.cli import app
from synoptic.model import Correction, Target
from synoptic.store import open_workspace

_SHARED = (
    "The harbour board of Tessel said on Monday that the old lock gates will be "
    "taken out by crane before the first frost, at a cost of 4.2 million crowns."
)
_ONE = f"Lock gates go\n\n{_SHARED}\n\nNothing else was known by the evening."
_TWO = f"Crane for the lock\n\n{_SHARED}\n\nThe mayor was away."


@pytest.fixture
def filled(workspace):
    """Two reports that share a passage; the second came again with more text."""
    reports = [made_report(1, text=_ONE), made_report(2, text=_TWO)]
    for report in reports:
        workspace.add(report)
    again = workspace.add(replace(reports[1], text=_TWO + "\n\nHe is back."))
    assert again.kind == "version"
    return {reports[0].id, again.id}


def test_reading_gives_the_last_version_of_each_report(place, filled):
    assert {r.id for r in synoptic.read(str(place)).reports} == filled


def test_corrections_of_the_desk_are_applied(place, workspace, filled):
    for name in filled:
        workspace.correct(
            Correction(f"c-{name}", "", "", "outlet", Target(name), "Tessel Post")
        )
    outlets = {report.outlet for report in synoptic.read(str(place)).reports}
    assert outlets == {"Tessel Post"}


def test_shared_passages_of_a_workspace(place, filled, tmp_path):
    found = reuse([str(place)], tmp_path / "shared.parquet")
    rows = parquet.read_table(found.files["passages"]).to_pylist()
    assert {(row["a"], row["b"]) for row in rows} == {tuple(sorted(filled))}
    assert rows[0]["words"] >= len(_SHARED.split())


def test_a_run_in_parts_does_not_go_on_from_those_of_another_state(
    place, workspace, filled, tmp_path
):
    parts = tmp_path / "parts"
    first = reuse([str(place)], tmp_path / "a.parquet", work=parts)
    workspace.add(made_report(3, text=f"Third\n\n{_SHARED}"))
    second = reuse([str(place)], tmp_path / "b.parquet", work=parts)
    assert (first.counts["reports"], second.counts["reports"]) == (2, 3)


def test_stories_of_a_workspace(place, filled):
    done = CliRunner().invoke(app, ["stories", str(place), "--json"])
    assert done.exit_code == 0, done.output
    assert len(json.loads(done.stdout)["stories"]) == 1


@pytest.mark.postgres
def test_a_password_stays_out_of_what_is_written(postgres):
    address = postgres()
    user = address.partition("://")[2].partition("@")[0]
    secret = address.replace(f"{user}@", f"{user}:hush@", 1)
    assert secret != address
    open_workspace(address).close()
    (source,), rejected = corpus_files([secret])
    assert not rejected
    assert "hush" in source.where
    assert "hush" not in source.path


def test_another_database_is_refused_with_the_reason(tmp_path):
    file = tmp_path / "albums.db"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE albums (name TEXT)")
    done = CliRunner().invoke(app, ["stories", str(file)])
    assert done.exit_code == 1
    assert "workspace" in done.stderr


def test_what_is_no_workspace(tmp_path):
    assert not is_workspace(str(tmp_path / "none.db"))
    (tmp_path / "some.db").write_bytes(b"SQLite")
    assert not is_workspace(str(tmp_path / "some.db"))
    assert not is_workspace("https://example.org/report")
