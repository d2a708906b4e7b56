"""What a user who names too much, or the same file twice, is told."""

from __future__ import annotations

import gzip
import os

import pytest
from typer.testing import CliRunner

from synoptic.cli import app

FERRY = "The ferry to Ruska stopped at noon, and {} passengers slept in the school."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(FERRY.format(40), encoding="utf-8")
    (tmp_path / "two.txt").write_text(FERRY.format(41), encoding="utf-8")
    return tmp_path


def run(*args, command="compare"):
    return CliRunner().invoke(app, [command, "--fast", *args])


def fill(folder, n, data):
    (folder / "in").mkdir()
    for k in range(n):
        (folder / "in" / f"f{k:03}").write_bytes(data)


@pytest.mark.parametrize(
    "command",
    "compare annotate quotes figures timeline origins positions omissions".split(),
)
def test_a_folder_of_programs_is_refused_in_one_line(folder, command):
    fill(folder, 150, b"\x7fELF\x02\x01\x01")
    done = run("in", "one.txt", "two.txt", command=command)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "150 of 152 files hold no text: in/f000 (a program), " in done.stderr
    assert done.stderr.count("\n") == 1


def test_packed_texts_are_no_foreign_files(folder):
    fill(folder, 120, gzip.compress(FERRY.format(7).encode()))
    assert run("in").exit_code == 0


def test_of_many_inputs_not_read_some_are_named_for_each_reason(folder):
    fill(folder, 30, b"\x00\x01\x02\x03" * 9)
    done = run("in", "one.txt", "two.txt", "gone.txt")
    assert done.exit_code == 3
    assert done.stderr.count("not read: in/") == 3
    assert "not read: 27 more, for the same reason" in done.stderr
    assert "not read: gone.txt: " in done.stderr


def test_rows_not_read_come_in_the_order_of_the_file_and_as_sentences(folder):
    rows = ['{"text": ""}'] * 11
    (folder / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    done = run("rows.jsonl", "one.txt", "two.txt")
    assert done.exit_code == 3
    assert done.stderr.splitlines() == [
        f"synoptic: not read: rows.jsonl:{n}: Has an empty text." for n in range(1, 12)
    ]


def test_a_file_named_twice_is_read_once_and_that_is_said(folder):
    done = run("one.txt", "./one.txt", "two.txt")
    assert done.exit_code == 0
    assert "2 reports compared" in done.stdout
    said = " ".join(done.stdout.split())
    assert "one.txt: 1 further mention of the same file passed over." in said


def test_one_file_named_twice_is_too_few(folder):
    done = run("one.txt", "one.txt")
    assert done.exit_code == 1
    assert "1 further mention of the same file passed over" in done.stderr


def test_equal_files_of_two_names_are_two_reports_said_to_be_identical(folder):
    (folder / "copy.txt").write_bytes((folder / "one.txt").read_bytes())
    done = run("one.txt", "copy.txt")
    assert done.exit_code == 0
    said = " ".join(done.stdout.split())
    assert "A and B are identical: the same text, character for character." in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_that_nobody_writes_to_is_empty_and_does_not_hang(folder):
    os.mkfifo(folder / "pipe")
    done = run("one.txt", "two.txt", "pipe")
    assert done.exit_code == 3
    assert "not read: pipe: Holds no byte" in done.stderr


def test_a_pipe_is_read_as_a_file_is(folder):
    ours, theirs = os.pipe()
    with os.fdopen(theirs, "wb") as end:
        end.write(FERRY.format(42).encode())
    done = run("one.txt", f"/dev/fd/{ours}")
    os.close(ours)
    assert done.exit_code == 0


def test_a_folder_that_may_not_be_read_is_named(folder, monkeypatch):
    (folder / "in").mkdir()
    real = os.scandir

    def barred(path):
        if os.fspath(path) == "in":
            raise PermissionError(13, "Permission denied", "in")
        return real(path)

    monkeypatch.setattr(os, "scandir", barred)
    done = run("one.txt", "two.txt", "in")
    assert done.exit_code == 3
    assert "not read: in: You may not read this folder. Ask its owner." in done.stderr
